"""What the law asks, as data, and one engine that assesses answers against it.

Pure Python on the standard library: the same package runs in the tests, in the
build, on the command line and, through Pyodide, in the reader's browser.
It organises facts. It is not legal advice and never says that a law has been broken.
"""

__version__ = "2026.11.3"
