"""The pages' scripts: one plain script for each module that a page asks for, with all that it imports."""

import pytest

from overrides import pages, scripts

PAGE = '<script type="module" src="../assets/javascripts/one.mjs"></script>'
MODULES = {
    "one.mjs": 'import { two } from "./two.mjs"; document.title = two + import.meta.url;',
    "two.mjs": 'export const two = "here";',
}


@pytest.fixture
def site(tmp_path):
    """Write a site of one page, and two modules of which the first imports the second."""
    (tmp_path / "page").mkdir()
    (tmp_path / scripts.FOLDER).mkdir(parents=True)
    (tmp_path / "page" / "index.html").write_text(PAGE)
    for name, text in MODULES.items():
        (tmp_path / scripts.FOLDER / name).write_text(text)
    return tmp_path


def test_a_page_asks_for_one_plain_script(site):
    """What a module imports is in its script, and no module is left."""
    made = pages.read(site)

    scripts.write(site, made)

    assert made == {site / "page" / "index.html": '<script defer src="../assets/javascripts/one.js"></script>'}
    (path,) = (site / scripts.FOLDER).iterdir()
    assert path.name == "one.js"
    assert '"here"' in path.read_text()
    assert "import" not in path.read_text()


def test_a_stand_in_takes_the_place_of_a_module(site, tmp_path_factory):
    """The module of the same name is the stand-in's."""
    stand_ins = tmp_path_factory.mktemp("disk")
    (stand_ins / "two.mjs").write_text('export const two = "on disk";')

    scripts.write(site, pages.read(site), stand_ins)

    assert '"on disk"' in (site / scripts.FOLDER / "one.js").read_text()
    assert '"here"' not in (site / scripts.FOLDER / "one.js").read_text()


def test_a_script_in_the_page_knows_where_it_would_be(site):
    """Put into the page it is no file any more, and keeps its address."""
    made = pages.read(site)
    scripts.write(site, made)
    script = (site / scripts.FOLDER / "one.js").read_text()

    scripts.inline(site, made, "one.js")

    assert list(made.values()) == [f'<script data-src="../assets/javascripts/one.js">{script}</script>']
    assert list((site / scripts.FOLDER).iterdir()) == []


def test_a_module_that_is_missing_is_named(site):
    """The sentence says what cannot be found."""
    (site / scripts.FOLDER / "two.mjs").unlink()

    with pytest.raises(scripts.ScriptError, match=r"two\.mjs"):
        scripts.write(site, pages.read(site))
