"""The route fence: a course of action written as a list of steps, drawn and told in words.

```route
title: From post to answer
steps:
  - do: Record
    how: keep the post
  - ask: Is anyone in danger?
    if yes: Ring 999
```
"""

from typing import Any

from mkdocs.utils.yaml import yaml_load

from overrides.pictures import Box, Gate, Picture, Step

SHAPE = "a step is “do:” with “how:” if it needs more, or “ask:” with “if yes:” or “if no:”"


def draw(source: str) -> str:
    """Return the picture of the steps that a fence lists."""
    given = yaml_load(source)
    match given:
        case {"title": str(title), "steps": [*steps], **rest} if not rest.keys() - {"note"}:
            return Picture(title, tuple(_step(step) for step in steps), given.get("note", "")).html()
    raise ValueError("it needs a title and steps, and can have a note.")


def _step(given: Any) -> Step:
    match given:
        case {"do": str(name), **rest} if not rest:
            return Box(name)
        case {"do": str(name), "how": str(how), **rest} if not rest:
            return Box(name, how)
        case {"ask": str(asks), "if yes": str(out), **rest} if not rest:
            return Gate(asks, "yes", out)
        case {"ask": str(asks), "if no": str(out), **rest} if not rest:
            return Gate(asks, "no", out)
    raise ValueError(f"{given} is not a step: {SHAPE}.")
