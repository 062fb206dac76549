"""Names that tell content: everything of ours has one, and everything that names it knows it."""

import pytest

from overrides import names

PAGE = '<head><link href="../assets/stylesheets/s.css"></head><script type="module" src="../assets/javascripts/a.mjs">'


def site(folder, *, last="export const three = 3;"):
    """Write a site of one page, a stylesheet, Material's bundle, and three modules of which each imports the next."""
    (folder / "page").mkdir(parents=True)
    for kind in (names.SCRIPTS, names.STYLES):
        (folder / kind).mkdir(parents=True)
    (folder / "page" / "index.html").write_text(PAGE)
    (folder / names.STYLES / "s.css").write_text("p{}")
    scripts = {"a.mjs": 'import "./b.mjs";', "b.mjs": 'export * from "./c.mjs";', "c.mjs": last, "b.a5f9d56c.js": "1"}
    for name, text in scripts.items():
        (folder / names.SCRIPTS / name).write_text(text)
    names.write(folder)
    return folder


def named(folder, pattern):
    """Return the one name of that pattern."""
    (found,) = folder.glob(f"assets/*/{pattern}")
    return found.name


def test_what_is_named_is_there(tmp_path):
    """A page names the renamed script and stylesheet, and a module the renamed module that it imports."""
    made = site(tmp_path)

    page = (made / "page" / "index.html").read_text()
    assert f'src="../assets/javascripts/{named(made, "a-*.mjs")}"' in page
    assert f'href="../assets/stylesheets/{named(made, "s-*.css")}"' in page
    assert (made / names.SCRIPTS / named(made, "a-*.mjs")).read_text() == f'import "./{named(made, "b-*.mjs")}";'
    assert (made / names.SCRIPTS / "b.a5f9d56c.js").exists()
    assert all(names.LASTING.search(path.name) for path in made.glob("assets/*/*"))


def test_a_page_loads_at_once_what_its_modules_import(tmp_path):
    """What a module imports, near or far, is asked for in the page's head."""
    made = site(tmp_path)

    head = (made / "page" / "index.html").read_text().split("</head>")[0]
    for pattern in ("b-*.mjs", "c-*.mjs"):
        assert head.count(f'<link rel="modulepreload" href="../assets/javascripts/{named(made, pattern)}">') == 1
    assert "/a-" not in head


@pytest.mark.parametrize(("pattern", "changes"), [("a-*.mjs", True), ("c-*.mjs", True), ("s-*.css", False)])
def test_a_name_changes_with_all_that_it_leads_to(tmp_path, pattern, changes):
    """Another module at the end of the row gives new names to those that lead to it, and to nothing else."""
    before = site(tmp_path / "before")

    after = site(tmp_path / "after", last="export const three = 4;")

    assert (named(before, pattern) != named(after, pattern)) is changes
