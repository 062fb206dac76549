"""The build: strict, reproducible, and stopped in a sentence by whatever is wrong."""

import gzip
import hashlib
import itertools
import json
import marshal
import os
import shutil
import subprocess
import zipfile
from base64 import b64encode
from dataclasses import replace

import pytest

from overrides import policy, runtime
from overrides.citations import CitationError, cite
from overrides.form import form
from overrides.kept import ROOT


@pytest.fixture
def house(tmp_path):
    """Copy the house."""
    return copied(tmp_path)


def copied(folder):
    """Copy the house into a folder, with what was set up linked into it; return the folder."""
    runtime.files()
    for name in ("docs", "checklists", "overrides", "scripts", "tests", ".build"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "bench"))
    for name in ("mkdocs.yml", "requirements.txt", "package-lock.json", ".python-version"):
        shutil.copy(ROOT / name, folder)
    for name in (".venv", "node_modules"):
        (folder / name).symlink_to(ROOT / name)
    return folder


def build(house):
    """Run scripts/build and return how it ended."""
    environment = {"PATH": os.environ["PATH"], "HOME": str(house)}
    return subprocess.run(
        [house / "scripts" / "build"], env=environment, capture_output=True, text=True, check=False, stdin=None
    )


@pytest.mark.browser  # each builds every page
@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("```checklist\ndefamaton\n```", "there is no such checklist; there are first-response, harassment"),
        ("By [@defamation-act-2031 s 1] and more.", "cites nothing that checklists/authorities.py defines"),
        ("[away](nowhere.md)", "nowhere.md"),
        ("````\n```checklist\nharassment\n```\n````", "has a checklist fence, but its page has no form"),
    ],
    ids=["fence", "citation", "link", "no form"],
)
def test_a_fault_of_a_page_stops_the_build(house, page, words):
    """A fence, citation or link that fails ends the build with status 1 and a sentence, without a traceback."""
    (house / "docs" / "checklists" / "harassment.md").write_text(f"# Harassment\n\n{page}\n", encoding="utf-8")

    done = build(house)

    assert done.returncode == 1
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.browser  # it makes it all again
def test_the_runtime_is_reproducible(tmp_path):
    """Made again, in another folder, every file has the same bytes."""
    runtime._make(tmp_path / "made")

    made = {path.name: path.read_bytes() for path in (tmp_path / "made").iterdir()}
    assert made == {path.name: path.read_bytes() for path in runtime.folder().iterdir()}


def test_the_archive_is_trimmed(tmp_path):
    """The cut archive holds the checklists, what they use compiled, and no source."""
    cut, whole = (runtime.folder() / f"{name}.wasm" for name in ("archive", "whole-archive"))
    cases = tmp_path / "cases.json"
    cases.write_text("[]")
    found = json.loads(runtime._run("node", str(runtime.TRACE), str(cut), str(cases)))
    assert found["written"] == []
    names = zipfile.ZipFile(cut).namelist()
    assert set(names) < set(zipfile.ZipFile(whole).namelist())
    modules = marshal.loads(zipfile.ZipFile(cut).read(runtime.MODULES))
    assert "checklists.rules.defamation" in modules
    assert not [name for name in names if name.endswith(".py")]
    assert len(names) + len(modules) < 200


def test_the_runtime_is_cut_to_what_is_used():
    """Its module has less than half of the functions and a tenth of the exports, and its script what these need."""
    cut, whole = (runtime.folder() / f"{prefix}wasm.wasm" for prefix in ("", runtime.WHOLE))
    functions, exports = 10, 7  # sections

    assert counted(cut, functions) < counted(whole, functions) / 2
    assert counted(cut, exports) < counted(whole, exports) / 10
    assert b"__memory_base" in whole.read_bytes()
    assert b"__memory_base" not in cut.read_bytes()  # it is in its place
    script, all_of_it = ((runtime.folder() / f"{prefix}pyodide.js").read_text() for prefix in ("", runtime.WHOLE))
    assert len(script) < len(all_of_it) / 3
    for name in ("_PyList_New", "FS.mount"):
        assert name in script
        assert name in all_of_it
    for name in ("_PyDict_Update", "glBindAttribLocation", ".sig="):
        assert name not in script
        assert name in all_of_it


def counted(module, section):
    """Return how many things a section of a WebAssembly module holds."""
    data, place = module.read_bytes(), 8
    while True:
        kind = data[place]
        length, start = leb128(data, place + 1)
        if kind == section:
            return leb128(data, start)[0]
        place = start + length


def leb128(data, place):
    """Return a number as WebAssembly writes it, and where it ends."""
    number = shift = 0
    while True:
        byte, place = data[place], place + 1
        number, shift = number | (byte & 0x7F) << shift, shift + 7
        if byte < 0x80:
            return number, place


def test_the_archive_is_a_webassembly_module():
    """The archive is what its type says: eight bytes, then one custom section to the end."""
    runtime.files()
    data = (runtime.folder() / "archive.wasm").read_bytes()
    length, start = leb128(data, 9)

    assert data[:9] == b"\0asm\1\0\0\0\0"
    assert data[start:][:8] == b"\7archive"
    assert length == len(data) - start


def test_the_large_files_are_compressed_once():
    """What comes from a server that does not compress is less than half of it, and the same on every make."""
    for what in ("wasm", "archive", "whole-wasm", "whole-archive"):
        packed = runtime.files()[what][-1].path.read_bytes()
        plain = (runtime.folder() / f"{what}.wasm").read_bytes()

        assert gzip.decompress(packed) == plain
        assert len(packed) < len(plain) / 2
        assert packed[4:8] == bytes(4)  # no time of making


def test_a_file_is_known_by_its_content():
    """Its SHA-256 is that of its bytes, and its name on the site changes with it."""
    for file in itertools.chain(*runtime.files().values()):
        digest = hashlib.sha256(file.path.read_bytes()).digest()
        assert file.integrity == f"sha256-{b64encode(digest).decode()}"
        assert file.packed == (file.path.suffix == ".bin")
        assert replace(file, integrity="sha256-of another").name != file.name


def test_inline_scripts_are_known_by_hash():
    """Inline scripts are found as they stand; data and scripts of the site are left out."""
    html = (
        '<!-- <script>never()</script> --><script>a("</b>")</script><script src="x"></script>'
        '<script type="application/json">{}</script><script data-src="y">b()</script >'
    )

    assert policy.inline_scripts(html) == ['a("</b>")', "b()"]
    assert policy.hash_of("a") in policy.with_scripts(policy.hash_of("a"))


@pytest.mark.parametrize("key", ["defamation-act-2013", "lachaux"])
def test_what_is_known_can_be_cited(key):
    """An Act is cited whole or by provision, a case by its name."""
    assert cite(key, None, None).url.startswith("https://")
    assert cite("defamation-act-2013", "s", "1(1)").cite == "Defamation Act 2013, s 1(1)"
    with pytest.raises(CitationError, match="cites nothing"):
        cite("no-such-act-1066", None, None)


def test_an_unknown_form_names_the_nearest():
    """A checklist that is not there is told with the nearest that is."""
    with pytest.raises(ValueError, match="Did you mean defamation"):
        form("defamaton")
