"""What a web server is told of the site: headers, media types, how long a file lasts; as three kinds of it read them.

``_headers`` is for static hosts, ``web.config`` for IIS, ``.htaccess`` for Apache. They say the same.
"""

from pathlib import Path
from xml.sax.saxutils import quoteattr

from overrides import names, scripts
from overrides.runtime import FOLDER

HEADERS, IIS, APACHE = FILES = ("_headers", "web.config", ".htaccess")
TYPES = {
    ".js": "text/javascript",
    ".wasm": "application/wasm",
    ".bin": "application/octet-stream",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
LASTING = (scripts.FOLDER.as_posix(), names.STYLES.as_posix(), FOLDER)  # a name there tells the content
YEAR = 365  # days


def write(site: Path, policy: str) -> None:
    """Write the three files, with the site's Content-Security-Policy."""
    headers = {
        "Content-Security-Policy": f"{policy}; frame-ancestors 'self'",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }
    for name, text in ((HEADERS, _static(headers)), (IIS, _iis(headers)), (APACHE, _apache(headers))):
        (site / name).write_text(text, encoding="utf-8")


def _static(headers: dict[str, str]) -> str:
    """Return the file of static hosts, which know the types and have pages checked for changes of themselves."""
    lines = ["/*", *(f"  {name}: {value}" for name, value in headers.items())]
    for folder in LASTING:
        lines += [f"/{folder}/*", f"  Cache-Control: public, max-age={YEAR * 86400}, immutable"]
    return "\n".join((*lines, ""))


def _iis(headers: dict[str, str]) -> str:
    types = "".join(
        f'\n      <remove fileExtension="{ending}" />\n      <mimeMap fileExtension="{ending}" mimeType="{kind}" />'
        for ending, kind in TYPES.items()
    )
    added = "".join(
        f"\n        <remove name={quoteattr(name)} />\n        <add name={quoteattr(name)} value={quoteattr(value)} />"
        for name, value in headers.items()
    )
    cache = f'cacheControlMode="UseMaxAge" cacheControlMaxAge="{YEAR}.00:00:00" cacheControlCustom="public, immutable"'
    lasting = "".join(
        f"""
  <location path="{folder}">
    <system.webServer>
      <staticContent>
        <clientCache {cache} />
      </staticContent>
    </system.webServer>
  </location>"""
        for folder in LASTING
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<configuration>
  <system.webServer>
    <defaultDocument>
      <files>
        <clear />
        <add value="index.html" />
      </files>
    </defaultDocument>
    <staticContent>
      <clientCache cacheControlMode="DisableCache" />{types}
    </staticContent>
    <httpProtocol>
      <customHeaders>{added}
      </customHeaders>
    </httpProtocol>
    <httpErrors errorMode="Custom">
      <remove statusCode="404" />
      <error statusCode="404" path="404.html" responseMode="File" />
    </httpErrors>
  </system.webServer>{lasting}
</configuration>
"""


def _apache(headers: dict[str, str]) -> str:
    types = "\n".join(f"AddType {kind} {ending}" for ending, kind in TYPES.items())
    always = "\n".join(f'  Header always set {name} "{value}"' for name, value in headers.items())
    return f"""DirectoryIndex index.html
ErrorDocument 404 /404.html
{types}
<IfModule mod_headers.c>
{always}
  Header set Cache-Control "no-cache"
  <If "%{{REQUEST_URI}} =~ m#/({"|".join(LASTING)})/#">
    Header set Cache-Control "public, max-age={YEAR * 86400}, immutable"
  </If>
</IfModule>
"""
