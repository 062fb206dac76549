"""The zip for a shared drive: what its links name, and that its bytes do not change by themselves."""

import os

import pytest

from overrides import offline
from overrides.offline import OfflineError


@pytest.fixture
def site(tmp_path):
    """Make a small site."""
    for name in ("index.html", "civil/index.html", "civil/harassment/index.html", "civil/letter 1%.pdf"):
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return tmp_path / "site"


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("../", "../index.html"),
        ("..", "../index.html"),
        (".", "index.html"),
        ("./", "index.html"),
        ("harassment/", "harassment/index.html"),
        ("harassment/?example=S05&amp;x=1#top", "harassment/index.html?example=S05&amp;x=1#top"),
        ("letter%201%25.pdf", "letter%201%25.pdf"),
        ("#here", "#here"),
        ("https://www.legislation.gov.uk/", "https://www.legislation.gov.uk/"),
        ("mailto:manager@practice.example", "mailto:manager@practice.example"),
    ],
)
def test_a_link_names_its_file(site, address, file):
    """A link to a folder names the page in it, and keeps what follows; any other stays as it is."""
    assert offline._file(address, site / "civil" / "index.html", site) == file


@pytest.mark.parametrize("address", ["nowhere/", "/civil/", "//elsewhere.example/a.js", "../../outside.html"])
def test_a_link_to_no_file_stops_the_build(site, address):
    """A link to what is not in the folder, or not there by its place in it, is told with its page."""
    with pytest.raises(OfflineError, match=f"civil/index.html leads to “{address}”"):
        offline._file(address, site / "civil" / "index.html", site)


def test_the_same_files_give_the_same_zip(site, tmp_path):
    """Neither the time nor the order of writing shows in the zip."""
    first = offline.zipped(site, tmp_path / "one" / "site-1.zip").read_bytes()
    os.utime(site / "index.html", (0, 0))

    again = offline.zipped(site, tmp_path / "two" / "site-1.zip").read_bytes()

    assert first == again
