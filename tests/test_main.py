"""The command line: the same border, with exit statuses."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from checklists.__main__ import main
from checklists.rules import CHECKLISTS
from tests.test_wire import REQUEST_OF

ROOT = Path(__file__).parent.parent


def run(*arguments, text=b""):
    """Run the package as a command, without anything installed."""
    return subprocess.run(
        [sys.executable, "-S", "-m", "checklists", *arguments], cwd=ROOT, input=text, capture_output=True, check=False
    )


def test_assess_reads_standard_input():
    """A request on standard input gives an assessment and status 0."""
    done = run("assess", text=json.dumps(REQUEST_OF).encode())

    assert done.returncode == 0
    assert json.loads(done.stdout)["outcome"] == "unclear"
    assert done.stderr == b""


def test_a_byte_order_mark_is_passed_over():
    """A request saved by Windows Notepad is read like any other."""
    text = json.dumps(REQUEST_OF).encode()

    assert run("assess", text=b"\xef\xbb\xbf" + text).stdout == run("assess", text=text).stdout


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
@pytest.mark.parametrize("command", [["list"], ["schema"], ["show", "defamation"]])
def test_who_reads_no_further_ends_the_command_quietly(command):
    """Cut off by the command that reads it, as head does, it says nothing of it."""
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as closed:
        done = subprocess.run(
            [sys.executable, "-S", "-m", "checklists", *command],
            cwd=ROOT,
            stdout=closed,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert done.stderr == b""


@pytest.mark.parametrize(
    ("arguments", "text", "words"),
    [
        (("assess",), b"{", "not JSON"),
        (("assess",), b"", "The request is empty"),
        (("assess",), b"\xff\xfe", "UTF-8"),
        (("assess", "no-such-file.json"), b"", "cannot be read"),
        (("show", "defamtion"), b"", "did you mean defamation?"),
        (("review", "x"), b"", "“x”"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_status_2(arguments, text, words, capsys, monkeypatch):
    """Anything wrong gives a single line on standard error, status 2 and nothing on standard output."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text)))

    status = main(list(arguments))

    out, err = capsys.readouterr()
    assert (status, out) == (2, "")
    assert words in err
    assert err.count("\n") == 1


def test_a_refusal_ends_the_command_with_its_status():
    """The command itself ends with status 2, its one sentence on standard error."""
    done = run("assess", text=b"{")

    assert (done.returncode, done.stdout) == (2, b"")
    assert (
        done.stderr.decode()
        == "The request is not JSON: Expecting property name enclosed in double quotes at line 1, column 2.\n"
    )


def test_list_show_schema_and_review(capsys, tmp_path):
    """The other commands print what the package knows."""
    assert main(["list"]) == 0
    assert [one["id"] for one in json.loads(capsys.readouterr().out)] == list(CHECKLISTS)

    assert main(["show", "harassment"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert {claim["jurisdiction"] for claim in shown["claims"]} == {"england-and-wales", "scotland", "northern-ireland"}
    assert {"any_of": ["two-occasions", "collective-limb"]} in shown["claims"][-3]["elements"]

    for id_ in CHECKLISTS:
        assert main(["show", id_]) == 0
        assert json.loads(capsys.readouterr().out)["id"] == id_

    assert main(["schema"]) == 0
    assert set(json.loads(capsys.readouterr().out)["$defs"]) == {"request", "assessment"}

    assert main(["review", "defamation"]) == 0
    assert capsys.readouterr().out.startswith("# Defamation: review sheet")

    request = tmp_path / "request.json"
    request.write_text(json.dumps(REQUEST_OF), encoding="utf-8")
    assert main(["assess", str(request)]) == 0
    assert json.loads(capsys.readouterr().out)["checklist"] == "defamation"
