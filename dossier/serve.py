"""`dossier serve`: look at the built site on this machine."""

from __future__ import annotations

from pathlib import Path

from dossier import urls
from dossier.effects import server
from dossier.effects.project import Project
from dossier.effects.server import Server
from dossier.errors import DossierError


def base_of(home: Project) -> str:
    """Return the path at which the dossier's site will lie: `/`, or `/repo/` on a project site."""
    return urls.base_path(home.config().site.base_url)


def serve(folder: Path, *, base: str = "/", host: str = "127.0.0.1", port: int = 8000) -> Server:
    """Bind a preview server for the built site in `folder`; the caller runs it.

    Raises `DossierError` when nothing was built there yet, or when no port is free.
    """
    if not (folder / "index.html").is_file():
        raise DossierError(
            "there is no site here yet", where=str(folder), hint="run `dossier build` first"
        )
    return server.serve(folder, base=base, host=host, port=port)
