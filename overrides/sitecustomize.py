"""What Python runs before anything else in the browser: it has the archive's modules found in one piece.

Python imports a module of this name by itself (see `site`). To find a module in a zip file takes Python as long as
to run it: so all but those that are there by now are one member of the archive, each with its name and code.
"""

import marshal
import sys

ModuleSpec = type(__spec__)  # not imported: that would bring importlib along


class Piece:
    """Finds the modules of that member, and runs them."""

    def __init__(self, archive, modules: dict[str, tuple[str, bytes]]) -> None:  # type: ignore[no-untyped-def]
        self.archive = archive.archive
        self.get_data = archive.get_data
        self.modules = modules

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> object:
        """Return what Python wants to know of a module, or nothing where it is not here."""
        if name not in self.modules:
            return None
        member = self.modules[name][0]
        return ModuleSpec(name, self, origin=f"{self.archive}/{member}", is_package=member.endswith("__init__.pyc"))  # type: ignore[arg-type]

    def create_module(self, _spec: object) -> None:
        """Leave that to Python."""

    def exec_module(self, module: object) -> None:
        """Run a module, and let go of its code."""
        scope = vars(module)
        exec(marshal.loads(self.modules.pop(scope["__name__"])[1]), scope)


archive = __loader__  # type: ignore[name-defined]
sys.meta_path.insert(-1, Piece(archive, marshal.loads(archive.get_data("modules.bin"))))  # type: ignore[arg-type]
