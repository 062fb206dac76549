"""Names that tell content: every script and stylesheet of ours has one, and everything that names it knows it."""

import pytest

from overrides import names, pages, scripts

PAGE = '<head><link href="../assets/stylesheets/s.css"></head><script defer src="../assets/javascripts/a.js"></script>'


def site(folder, *, script="1"):
    """Write a site of one page, a stylesheet, a script, and one whose name is a lasting one."""
    (folder / "page").mkdir(parents=True)
    for kind in (scripts.FOLDER, names.STYLES):
        (folder / kind).mkdir(parents=True)
    (folder / "page" / "index.html").write_text(PAGE)
    (folder / names.STYLES / "s.css").write_text("p{}")
    (folder / scripts.FOLDER / "a.js").write_text(script)
    (folder / scripts.FOLDER / "b.a5f9d56c.js").write_text("2")
    made = pages.read(folder)
    names.write(folder, made)
    pages.write(made)
    return folder


def named(folder, pattern):
    """Return the one name of that pattern."""
    (found,) = folder.glob(f"assets/*/{pattern}")
    return found.name


def test_what_is_named_is_there(tmp_path):
    """A page names the renamed script and stylesheet; what had a lasting name keeps it."""
    made = site(tmp_path)

    page = (made / "page" / "index.html").read_text()
    assert f'src="../assets/javascripts/{named(made, "a-*.js")}"' in page
    assert f'href="../assets/stylesheets/{named(made, "s-*.css")}"' in page
    assert (made / scripts.FOLDER / "b.a5f9d56c.js").exists()
    assert all(names.LASTING.search(path.name) for path in made.glob("assets/*/*"))


@pytest.mark.parametrize(("pattern", "changes"), [("a-*.js", True), ("s-*.css", False)])
def test_a_name_changes_with_its_content(tmp_path, pattern, changes):
    """Another script has another name, and nothing else has."""
    before = site(tmp_path / "before")

    after = site(tmp_path / "after", script="3")

    assert (named(before, pattern) != named(after, pattern)) is changes
