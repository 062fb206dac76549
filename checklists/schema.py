"""JSON Schema of the border's two messages (JSON Schema draft 2020-12)."""

from enum import Enum
from typing import Any

from checklists.flags import FLAGS
from checklists.law import Jurisdiction, Nation
from checklists.logic import Finding, Outcome, Status
from checklists.rules import CHECKLISTS
from checklists.wording import OPEN


def _enum(members: type[Enum]) -> dict[str, Any]:
    return {"enum": [member.value for member in members]}


def _object(properties: dict[str, Any], optional: tuple[str, ...] = ()) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in optional],
        "additionalProperties": False,
    }


def _list(of: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": of}


TEXT = {"type": "string"}
TEXT_OR_NONE = {"type": ["string", "null"]}
YES_OR_NO = {"type": "boolean"}
DAY = {"type": "string", "format": "date"}
DAY_OR_NONE = {"type": ["string", "null"], "format": "date"}
MOMENT = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2})?$"
DATE_PARTS = ("day", "month", "year", "time")
DAY_OR_MONTH = r"^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$"
AUTHORITY = _object({"cite": TEXT, "url": {"type": "string", "format": "uri"}})

REQUEST = _object(
    {
        "checklist": {"enum": list(CHECKLISTS)},
        "jurisdiction": _enum(Jurisdiction),
        "today": DAY,
        "answers": {
            "description": "Question ids and answers. A missing answer counts as unsure.",
            "type": "object",
            "additionalProperties": {
                "oneOf": [
                    {"description": "yes, no, unsure, an option, a date or a date with its time", "type": "string"},
                    {
                        "description": "a date as typed into boxes; the day of one without a time may be empty",
                        **_object(dict.fromkeys(DATE_PARTS, TEXT), DATE_PARTS),
                    },
                ]
            },
        },
    },
    optional=("answers", "jurisdiction"),
)

FINDINGS = _list(
    _object(
        {
            "id": TEXT,
            "name": TEXT,
            "role": {"enum": ["element", "defence", "severity"]},
            "asks": TEXT,
            "answer": TEXT_OR_NONE,
            "answer_in_words": TEXT,
            "finding": _enum(Finding),
            "finding_in_words": TEXT,
            "decisive": YES_OR_NO,
            "decisive_in_words": TEXT,
            "because": TEXT,
            "authority": AUTHORITY,
        }
    )
)
CLOCK = _object(
    {
        "id": TEXT,
        "name": TEXT,
        "status": _enum(Status),
        "status_in_words": TEXT,
        "runs_from": {"type": ["string", "null"], "pattern": DAY_OR_MONTH},
        "approximate": YES_OR_NO,
        "last_day": DAY_OR_NONE,
        "at_least": YES_OR_NO,
        "because": TEXT,
        "authority": AUTHORITY,
        "discretion": {"oneOf": [{"type": "null"}, AUTHORITY]},
    }
)
DEADLINES = _list(
    _object(
        {
            "id": TEXT,
            "name": TEXT,
            "due": {"type": ["string", "null"], "pattern": MOMENT},
            "passed": YES_OR_NO,
            "in_words": TEXT,
            "authority": AUTHORITY,
        }
    )
)
CHANGES = _list(
    _object(
        {
            "if": {"type": "object", "additionalProperties": TEXT, "minProperties": 1},
            "outcome": _enum(Outcome),
            "in_words": TEXT,
        }
    )
)
MORE = {
    "offences": _list(
        _object(
            {
                "id": TEXT,
                "name": TEXT,
                "outcome": _enum(Outcome),
                "outcome_in_words": TEXT,
                "because": TEXT,
                "findings": FINDINGS,
                "max_penalty": TEXT,
                "time": {"oneOf": [{"type": "null"}, CLOCK]},
                "authority": AUTHORITY,
            }
        )
    ),
    "nation": {"enum": [*(nation.value for nation in Nation), None]},
    "route": {"enum": ["ordinary", "immediate", None]},
    "effective": DAY_OR_NONE,
    "effective_in_words": TEXT_OR_NONE,
    "deadlines": DEADLINES,
    "records": _list(TEXT),
    "authority": {"oneOf": [{"type": "null"}, AUTHORITY]},
    "state": TEXT_OR_NONE,
    "level": TEXT_OR_NONE,
    "steps": _list(
        _object(
            {
                "id": TEXT,
                "does": TEXT,
                "why": TEXT_OR_NONE,
                "who": TEXT,
                "by": TEXT,
                "gate": YES_OR_NO,
                "finding": {"enum": ["met", "unclear"]},
                "finding_in_words": TEXT,
                "authority": {"oneOf": [{"type": "null"}, AUTHORITY]},
            }
        )
    ),
    "routes": _list(
        _object(
            {
                "id": TEXT,
                "name": TEXT,
                "open": {"enum": sorted(set(OPEN.values()))},
                "open_in_words": TEXT,
                "whose_decision": TEXT,
                "needs": TEXT,
                "offers": TEXT,
                "costs": TEXT,
                "risks": TEXT,
                "clock": TEXT,
                "authority": AUTHORITY,
            }
        )
    ),
}

ASSESSMENT = _object(
    {
        "checklist": {"enum": list(CHECKLISTS)},
        "jurisdiction": _enum(Jurisdiction),
        "today": DAY,
        "outcome": {"enum": [*(outcome.value for outcome in Outcome), None]},
        "outcome_in_words": TEXT,
        "headline": TEXT,
        "so_far": TEXT,
        "flags": _list(_object({"id": {"enum": [flag.id for flag in FLAGS]}, "message": TEXT})),
        "findings": FINDINGS,
        "time": _list(CLOCK),
        "provisions": _list(
            _object(
                {
                    "id": TEXT,
                    "name": TEXT,
                    "finding": _enum(Finding),
                    "finding_in_words": TEXT,
                    "max_penalty": TEXT_OR_NONE,
                    "beyond": TEXT_OR_NONE,
                    "authority": AUTHORITY,
                }
            )
        ),
        **MORE,
        "answers": _list(_object({"id": TEXT, "name": TEXT, "asks": TEXT, "answer_in_words": TEXT})),
        "questions": _list(_object({"id": TEXT, "name": TEXT})),
        "asks": _list(TEXT),
        "outstanding": _list(TEXT),
        "open_in_words": TEXT,
        "next": TEXT_OR_NONE,
        "would_change": CHANGES,
        "settled": TEXT,
        "hangs_on": CHANGES,
        "idle": _list(TEXT),
        "idle_in_words": {"type": "object", "additionalProperties": TEXT},
        "other_side": _list(TEXT),
        "ignored": _list(TEXT),
        "notes": _list(TEXT),
        "not_advice": TEXT,
        "dated": TEXT,
        "law_as_at": DAY,
        "review_due": DAY,
        "rules_version": TEXT,
    },
    optional=tuple(MORE),
)

SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "The messages of the checklists",
    "$defs": {"request": REQUEST, "assessment": ASSESSMENT},
    "oneOf": [{"$ref": "#/$defs/request"}, {"$ref": "#/$defs/assessment"}],
}
