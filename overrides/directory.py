"""The directory fence: docs/platforms/directory.yml as tables of platforms and of other routes.

```directory
platforms
```
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from mkdocs.utils.yaml import yaml_load

from overrides.fence import DIRECTORY, rendered


class DirectoryError(ValueError):
    """An entry of the directory is wrong; the message says which and how."""


@dataclass(frozen=True)
class Contact:
    """Where to go: words, and the address where there is one. ``checked`` is when a person last opened it."""

    name: str
    url: str = ""
    checked: date | None = None
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse what is no address, and a check of nothing."""
        if self.url and not self.url.startswith("https://"):
            raise DirectoryError(f"the address of “{self.name}” is {self.url}, but must begin with https://")
        if self.checked and not self.url:
            raise DirectoryError(f"“{self.name}” was checked, but has no address")
        if self.checked and type(self.checked) is not date:
            raise DirectoryError(f"“{self.name}” was checked on {self.checked}, which is not a date like 2026-11-23")


@dataclass(frozen=True)
class Platform:
    """Somewhere people post: what to choose in its menu, where to report, and the legal route."""

    id: str
    name: str
    kind: str
    choose: str
    report: Contact
    legal: Contact
    categories: tuple[str, ...] = ()


@dataclass(frozen=True)
class Route:
    """Someone else who helps."""

    id: str
    name: str
    helps: str
    contact: Contact


@dataclass(frozen=True)
class Directory:
    """All of it."""

    platforms: tuple[Platform, ...]
    routes: tuple[Route, ...]

    @property
    def kinds(self) -> list[str]:
        """Return the kinds of platform, each once, in their order."""
        return list(dict.fromkeys(platform.kind for platform in self.platforms))

    @property
    def contacts(self) -> Iterator[tuple[str, Contact]]:
        """Yield every contact that has an address, with the name of whose it is."""
        for platform in self.platforms:
            yield platform.name, platform.report
            yield platform.name, platform.legal
        for route in self.routes:
            yield route.name, route.contact


def read(path: Path = DIRECTORY) -> Directory:
    """Return the directory; raise `DirectoryError` where an entry is wrong."""
    tables = yaml_load(path.read_text(encoding="utf-8"))
    platforms = tuple(_entry(Platform, entry, "report", "legal") for entry in tables["platforms"])
    routes = tuple(_entry(Route, entry, "contact") for entry in tables["routes"])
    ids = [platform.id for platform in platforms] + [route.id for route in routes]
    for id_ in ids:
        if ids.count(id_) > 1:
            raise DirectoryError(f"two entries of {path.name} have the id {id_}")
    return Directory(platforms, routes)


def _entry[Entry: (Platform, Route)](kind: type[Entry], given: dict[str, Any], *contacts: str) -> Entry:
    try:
        made = {name: Contact(**given[name]) for name in contacts}
        return kind(**{**given, **made})
    except (KeyError, TypeError, DirectoryError) as error:
        raise DirectoryError(f"the entry {given.get('id', given)} of directory.yml is wrong: {error}") from error


def show(table: str) -> str:
    """Return the table that a fence names."""
    if table not in {"platforms", "routes"}:
        raise DirectoryError("it shows platforms or routes.")
    return rendered("directory.html", table=table, directory=read())
