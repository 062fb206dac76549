"""What the build keeps: made once, and again when what it was made from has changed."""

import os
import subprocess
import sys
from importlib.util import source_from_cache
from pathlib import Path

import pytest
from mkdocs.utils.yaml import yaml_load

from overrides import fence, hooks, kept
from overrides.fence import formatter
from overrides.kept import ROOT
from overrides.law_as_at import relied_on

OTHERS = {".venv", "node_modules", ".build"}


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.setattr(kept, "KEPT", tmp_path)
    monkeypatch.setattr(hooks, "KEPT", tmp_path)


def test_it_is_made_once_from_the_same(tmp_path):
    """The same is not made again; what that kind was made from before is forgotten when no build has used it lately."""
    made = []

    def make(path):
        made.append(path)
        path.write_text("made")

    first = kept.once("kind", "one", "a", make)
    assert kept.once("kind", "one", "a", make) == first
    second = kept.once("kind", "one", "b", make)
    assert {first, second} == set(tmp_path.glob("kind/*/*"))

    third = kept.once("kind", "two", "a", make)
    assert set(tmp_path.glob("kind/*/*")) == {first, second, third}
    os.utime(first.parent, (0, 0))
    fourth = kept.once("kind", "two", "b", make)
    assert set(tmp_path.glob("kind/*/*")) == {third, fourth}
    assert len(made) == 4


def test_what_is_made_meanwhile_is_taken(tmp_path):
    """A folder that another build makes at the same time is as good."""

    def make(path):
        for folder in (path, tmp_path / "kind" / "one" / "a"):
            folder.mkdir()
            (folder / "file").write_text("")

    made = kept.once("kind", "one", "a", make)

    assert [path.name for path in made.parent.iterdir()] == ["a"]


def test_files_stand_for_their_names_and_contents(tmp_path, monkeypatch):
    """Another content, another name and another file each give something else; compiled Python does not."""
    monkeypatch.setattr(kept, "ROOT", tmp_path)

    def found(**files):
        folder = tmp_path / str(len(list(tmp_path.iterdir())))
        (folder / "__pycache__").mkdir(parents=True)
        (folder / "__pycache__" / "a").write_text(str(folder))
        for name, text in files.items():
            (folder / name).write_text(text)
        monkeypatch.setattr(kept, "ROOT", folder)
        return kept.of_files(folder)

    assert found(a="1") == found(a="1")
    assert len({found(a="1"), found(a="2"), found(b="1"), found(a="1", b="1")}) == 4


def test_texts_do_not_run_together():
    """Two texts are not the same as one made of both."""
    assert len({kept.of("ab", "c"), kept.of("a", "bc"), kept.of("abc"), kept.of(b"abc", "")}) == 4
    assert kept.of("a") == kept.of(b"a")


def test_a_fence_is_made_again_when_the_house_has_changed(monkeypatch):
    """What a fence gives is kept until something that it is made from changes; a fault is never kept."""
    given = iter(["first", "second", "third"])
    said = formatter("some", lambda source: f"{next(given)} {source}", searched=True)

    assert said("a\n") == said("a\n") == "first a"
    assert said("b") == "second b"
    monkeypatch.setattr(fence, "MADE_FROM", ())
    assert said("a") == "third a"
    with pytest.raises(Exception, match="The some fence “c” failed"):
        said("c")


FENCES = {
    "checklist": "malicious-falsehood",
    "directory": "platforms",
    "ladder": "malicious-falsehood scotland",
    "law-as-at": "provisions",
    "proof": "malicious-falsehood",
    "route": "title: A\nsteps:\n- do: B",
    "stories": "harassment S16",
}
opened = []
sys.addaudithook(lambda event, given: event == "open" and opened.append(given[0]))


def source_of(path):
    """Return the file itself or, of a compiled module that a fence imports, what it was compiled from."""
    return source_from_cache(path) if Path(path).suffix == ".pyc" else path


@pytest.mark.parametrize("fence", FENCES)
def test_a_fence_reads_nothing_that_it_is_not_made_from(fence, monkeypatch):
    """Every file of the house that a fence opens is one whose change has it made again."""
    of_files, made_from = kept.of_files, []
    monkeypatch.setattr(kept, "of_files", lambda *paths: made_from.extend(paths) or of_files(*paths))
    relied_on.cache_clear()
    config = yaml_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    extensions = next(
        one["pymdownx.superfences"] for one in config["markdown_extensions"] if "pymdownx.superfences" in one
    )
    formatters = {one["name"]: one["format"] for one in extensions["custom_fences"]}
    opened.clear()

    formatters[fence](FENCES[fence])

    read = {Path(source_of(path)) for path in opened if isinstance(path, str | Path)}
    ours = {path for path in read if path.is_relative_to(ROOT) and path.relative_to(ROOT).parts[0] not in OTHERS}
    assert formatters.keys() == FENCES.keys()
    assert not [path for path in ours if not any(path.is_relative_to(one) for one in made_from)]


def test_what_makes_a_fence_is_not_loaded_before_it_is_needed():
    """A build that finds every fence kept takes no time over the law."""
    script = "import sys, overrides.build; from mkdocs.config import load_config; load_config(); print(*sys.modules)"

    loaded = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True).stdout

    assert {"overrides.fence", "overrides.citations"} <= set(loaded.split())
    assert not {"checklists.rules", "overrides.form"} & set(loaded.split())


def test_what_is_not_searched_comes_after_the_search():
    """The search reads a page without it, and the reader gets it."""

    class Page:
        content = f"<p>Before</p>{formatter('long', lambda _: '<p>Long</p>')('x')}<p>After</p>"

    assert "Long" not in Page.content
    hooks.on_page_context({}, page=Page)
    assert Page.content == "<p>Before</p><p>Long</p><p>After</p>"
