"""The border on the command line: list, show, review, schema, assess."""

import argparse
import json
import signal
import sys
from pathlib import Path

from checklists.review import sheet
from checklists.schema import SCHEMA
from checklists.show import assessment, definition, listing
from checklists.wire import RequestError, find, read_request


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return 0, or 2 with one sentence on standard error."""
    parser = argparse.ArgumentParser(
        prog="python -m checklists",
        description="Assess answers against a checklist. Information to organise facts, not legal advice.",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="list | show | review | schema | assess")
    commands.add_parser("list", help="every checklist: id, title, jurisdictions, law as at")
    show = commands.add_parser("show", help="a checklist's whole definition")
    show.add_argument("checklist", help="its id")
    review = commands.add_parser("review", help="a checklist as prose, for a lawyer to read")
    review.add_argument("checklist", help="its id")
    commands.add_parser("schema", help="the JSON Schema of a request and of an assessment")
    assess = commands.add_parser("assess", help="assess a request")
    assess.add_argument("file", nargs="?", default="-", help="a file with the request; standard input without one")
    chosen = parser.parse_args(arguments)
    try:
        match chosen.command:
            case "list":
                message: object = listing()
            case "show":
                message = definition(find(chosen.checklist))
            case "review":
                message = sheet(find(chosen.checklist))
            case "schema":
                message = SCHEMA
            case _:
                message = assessment(read_request(_text(chosen.file)).assess())
    except RequestError as error:
        return _refuse(str(error))
    except OSError as error:
        return _refuse(f"{chosen.file} cannot be read: {error.strerror}.")
    except UnicodeDecodeError:
        return _refuse("The request is not text in UTF-8: save it as UTF-8 and try again.")
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    print(message if isinstance(message, str) else json.dumps(message, ensure_ascii=False, indent=2))
    return 0


def _text(file: str) -> str:
    return (sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()).decode("utf-8-sig")


def _refuse(sentence: str) -> int:
    sys.stderr.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    print(sentence, file=sys.stderr)
    return 2


if __name__ == "__main__":
    if sys.platform != "win32":
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # whoever reads this may stop: it is no error
    sys.exit(main())
