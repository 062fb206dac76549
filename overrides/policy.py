"""The Content-Security-Policy: what the pages may load and run, and nothing else.

Scripts come from the site itself; the few that a page holds inline are known by their hash,
taken from the finished HTML. The worker is made from a blob, so the policy of the page binds it too.
"""

import hashlib
import re
from base64 import b64encode

from overrides.pages import Pages

SCRIPT = re.compile(
    r"""<!--.*?-->|<script\b(?P<attributes>(?:[^>"']|"[^"]*"|'[^']*')*)>(?P<text>.*?)</script\s*>""", re.DOTALL
)
FETCHED_OR_DATA = re.compile(r"""\ssrc=|\stype=["']?(application/json|text/plain)\b""")


def hash_of(script: str) -> str:
    """Return the source expression that allows exactly this inline script."""
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{b64encode(digest).decode()}'"


def inline_scripts(html: str) -> list[str]:
    """Return the inline scripts of a page, as they stand in it."""
    return [
        script["text"]
        for script in SCRIPT.finditer(html)
        if script["text"] is not None and not FETCHED_OR_DATA.search(script["attributes"])
    ]


def of(*pages: str, connect: str = "'self'") -> str:
    """Return the policy that fits some pages; ``connect`` is where they may fetch from."""
    return with_scripts(
        *sorted({hash_of(script) for html in pages for script in inline_scripts(html)}), connect=connect
    )


def with_scripts(*hashes: str, connect: str = "'self'") -> str:
    """Return the policy with these inline scripts allowed."""
    return "; ".join(
        (
            "default-src 'none'",
            " ".join(("script-src 'self' 'wasm-unsafe-eval'", *hashes)),
            "worker-src 'self' blob:",
            f"connect-src {connect}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "font-src 'self'",
            "manifest-src 'self'",
            "base-uri 'self'",
            "form-action 'none'",
        )
    )


def write(pages: Pages, connect: str = "'self'") -> None:
    """Write into every page the policy that fits it, before anything that it governs."""
    for page, html in pages.items():
        element = f'<meta http-equiv="Content-Security-Policy" content="{of(html, connect=connect)}">'
        pages[page] = html.replace("<head>", f"<head>{element}", 1)
