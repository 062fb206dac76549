"""What servers are told: the three kinds of files say the same, in the form that each reads."""

import re
from xml.etree import ElementTree as ET

import pytest

from overrides import hosting, policy

POLICY = policy.with_scripts("'sha256-a&b'")


def iis_of(told):
    """Return what IIS is told, read as XML."""
    return ET.fromstring(told[hosting.IIS])  # noqa: S314 - our own file


@pytest.fixture
def told(tmp_path):
    """Write the files; return their texts by name."""
    hosting.write(tmp_path, POLICY)
    return {name: (tmp_path / name).read_text(encoding="utf-8") for name in hosting.FILES}


def test_every_kind_of_server_sends_the_same_headers(told):
    """The policy, whole and with who may frame a page, is told to a static host, to IIS and to Apache."""
    whole = f"{POLICY}; frame-ancestors 'self'"
    iis = iis_of(told)
    sent = {one.get("name"): one.get("value") for one in iis.findall(".//customHeaders/add")}

    assert sent == {
        "Content-Security-Policy": whole,
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }
    for name, value in sent.items():
        assert f"\n  {name}: {value}\n" in told[hosting.HEADERS]
        assert f'\n  Header always set {name} "{value}"\n' in told[hosting.APACHE]


def test_a_file_lasts_where_its_name_tells_its_content(told):
    """Scripts, styles and the browser's Python are kept for a year; pages are asked for again."""
    iis = iis_of(told)
    lasting = {one.get("path"): one.find(".//clientCache").attrib for one in iis.findall("location")}

    assert tuple(lasting) == hosting.LASTING
    for folder, cache in lasting.items():
        assert (cache["cacheControlMaxAge"], cache["cacheControlCustom"]) == ("365.00:00:00", "public, immutable")
        assert f"\n/{folder}/*\n  Cache-Control: public, max-age=31536000, immutable\n" in told[hosting.HEADERS]
        assert re.search(rf"REQUEST_URI.*[(|]{folder}[|)]", told[hosting.APACHE])
    assert iis.find("system.webServer/staticContent/clientCache").get("cacheControlMode") == "DisableCache"


def test_the_types_are_told_where_a_server_may_not_know_them(told):
    """IIS refuses a file whose type it does not know, and a module or WebAssembly of another type does not run."""
    iis = iis_of(told)
    types = {one.get("fileExtension"): one.get("mimeType") for one in iis.findall(".//mimeMap")}

    assert types == hosting.TYPES
    assert (types[".js"], types[".wasm"]) == ("text/javascript", "application/wasm")
    assert all(f"\nAddType {kind} {ending}\n" in told[hosting.APACHE] for ending, kind in types.items())
