"""Lists what a person should read again: pages, checklists and addresses of platforms.

It judges nothing and fails nothing: an old date is no fault of a build.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from mkdocs.utils.meta import get_data

from checklists.dates import corresponding, in_words
from checklists.rules import CHECKLISTS
from overrides.directory import Directory, read
from overrides.kept import ROOT

CHECK_LASTS = 6  # months


def pages(folder: Path, today: date) -> Iterator[str]:
    """Yield the pages whose review is due."""
    for path in sorted(folder.rglob("*.md")):
        due = get_data(path.read_text(encoding="utf-8"))[1].get("review_due")
        if due and due <= today:
            yield f"{path.relative_to(folder.parent)}: review due {in_words(due)}"


def checklists(today: date) -> Iterator[str]:
    """Yield the checklists whose law must be read again."""
    for checklist in CHECKLISTS.values():
        if checklist.review_due <= today:
            yield f"{checklist.title}: review due {in_words(checklist.review_due)}"


def addresses(directory: Directory, today: date) -> Iterator[str]:
    """Yield the addresses that nobody has opened for six months, or ever."""
    for whose, contact in directory.contacts:
        if contact.url and not contact.checked:
            yield f"{whose}: never checked: {contact.url}"
        elif contact.checked and corresponding(contact.checked, months=CHECK_LASTS) <= today:
            yield f"{whose}: last checked {in_words(contact.checked)}: {contact.url}"


def main() -> None:
    """Print what is due today."""
    today = date.today()  # noqa: DTZ011 - the day where the person sits
    found = {
        "Pages": list(pages(ROOT / "docs", today)),
        "Checklists": list(checklists(today)),
        "Addresses of platforms": list(addresses(read(), today)),
    }
    for heading, lines in found.items():
        print(f"{heading}: {len(lines)} due")
        for line in lines:
            print(f"  {line}")


if __name__ == "__main__":
    main()
