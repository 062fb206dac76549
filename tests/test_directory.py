"""The directory of platforms: every entry is whole, and what is wrong is told in a sentence."""

from datetime import date

import pytest
from pymdownx.superfences import SuperFencesException

from overrides import directory as the_directory
from overrides import due
from overrides.directory import DirectoryError, read
from overrides.fence import directory

GOOD = """
platforms:
  - {id: a, name: A, kind: Reviews, choose: Report, report: {name: Help, url: "https://a.test/"}, legal: {name: None}}
routes:
  - {id: b, name: B, helps: Much, contact: {name: Ring}}
"""


@pytest.fixture
def file(tmp_path):
    """Give a directory of one platform and one route."""
    path = tmp_path / "directory.yml"
    path.write_text(GOOD, encoding="utf-8")
    return path


def test_the_directory_is_whole():
    """Each platform says what to choose and where to report; no check of an address is in the future."""
    found = read()

    assert len(found.platforms) >= 17
    for platform in found.platforms:
        assert all((platform.name, platform.kind, platform.choose, platform.report.name, platform.legal.name))
    for whose, contact in found.contacts:
        assert not contact.checked or contact.checked <= date.today(), whose  # noqa: DTZ011


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("https://a.test/", "http://a.test/", "must begin with https://"),
        ("id: b", "id: a", "two entries of directory.yml have the id a"),
        ("kind: Reviews, ", "", "missing 1 required positional argument: 'kind'"),
        ("choose: Report", "chose: Report", "chose"),
        ("name: Ring", "name: Ring, checked: 2026-11-01", "has no address"),
        ('https://a.test/"', 'https://a.test/", checked: soon', "is not a date"),
    ],
    ids=["address", "id", "missing", "unknown", "checked", "date"],
)
def test_a_wrong_entry_is_refused(file, old, new, words):
    """An entry that is not whole is named with what is wrong."""
    file.write_text(GOOD.replace(old, new), encoding="utf-8")

    with pytest.raises(DirectoryError, match=words):
        read(file)


def test_a_fault_stops_the_build(monkeypatch, file):
    """A wrong file, or a fence that asks for what is not there, ends the build."""
    with pytest.raises(SuperFencesException, match="platforms or routes"):
        directory("people", "", "", {}, None)

    file.write_text(GOOD.replace("id: b", "id: a"), encoding="utf-8")
    monkeypatch.setattr(the_directory, "read", lambda: read(file))
    with pytest.raises(DirectoryError, match="two entries"):
        the_directory.show("platforms")


def test_the_table_says_when_an_address_was_checked(monkeypatch, file):
    """An address that no person has opened says so; one that was opened gives the day."""
    monkeypatch.setattr(the_directory, "read", lambda: read(file))
    assert ">not yet checked<" in the_directory.show("platforms")

    file.write_text(GOOD.replace('https://a.test/"', 'https://a.test/", checked: 2026-05-23'), encoding="utf-8")
    assert ">23 May 2026<" in the_directory.show("platforms")


@pytest.mark.parametrize(
    ("checked", "today", "lines"),
    [
        ("", date(2026, 11, 23), ["A: never checked: https://a.test/"]),
        (", checked: 2026-05-23", date(2026, 11, 22), []),
        (", checked: 2026-05-23", date(2026, 11, 23), ["A: last checked 23 May 2026: https://a.test/"]),
    ],
    ids=["never", "lately", "six months ago"],
)
def test_addresses_fall_due_after_six_months(file, checked, today, lines):
    """An address is due when it was never opened, or six months ago."""
    file.write_text(GOOD.replace('https://a.test/"', f'https://a.test/"{checked}'), encoding="utf-8")

    assert list(due.addresses(read(file), today)) == lines


def test_pages_and_checklists_fall_due(tmp_path):
    """A page or a checklist is due on the day it names, and not before; a page without a date never is."""
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "a.md").write_text("---\nreview_due: 2027-05-23\n---\n# A\n", encoding="utf-8")
    (docs / "b.md").write_text("# B\n", encoding="utf-8")

    assert list(due.pages(docs, date(2027, 5, 22))) == []
    assert list(due.pages(docs, date(2027, 5, 23))) == ["docs/a.md: review due 23 May 2027"]
    assert list(due.checklists(date(2026, 11, 23))) == []
    assert any("Defamation: review due" in line for line in due.checklists(date(2127, 1, 1)))
