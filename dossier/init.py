"""`dossier init`: the folders and the configuration of a new dossier."""

from __future__ import annotations

from pathlib import Path

from dossier.config import NAME
from dossier.effects import project
from dossier.effects.project import Project
from dossier.errors import DossierError

_CONFIG = {
    "de": """\
# Was diese Schlüssel bedeuten: docs/configuration.md
[site]
title = "Mein Dossier"
standfirst = "Worum es geht, in einem Satz."
languages = ["de"]
timezone = "Europe/Berlin"

# Ein Thema: eigene Überschrift, und Begriffe, an denen das Programm Absätze erkennt.
# Gebeugte Formen und Zusammensetzungen werden gefunden: Wahl findet Wahlen und Bundestagswahl.
[[topics]]
id = "thema"
title = "Ein Thema"
description = "Worum es in diesem Thema geht."
terms = ["Begriff", "noch ein Begriff"]

# Orte und Menschen, die das Programm nicht kennt oder anders nennt; ohne # in Kraft.
# [[places]]
# name = { de = "Wostotschny", en = "Vostochny" }
# lat = 51.88
# lon = 128.33
""",
    "en": """\
# What these keys mean: docs/configuration.md
[site]
title = "My dossier"
standfirst = "What it is about, in one sentence."
languages = ["en"]
timezone = "UTC"

# A topic: its title, and terms by which the program knows paragraphs that belong to it.
# Inflected forms are found: election finds elections.
[[topics]]
id = "topic"
title = "A topic"
description = "What this topic is about."
terms = ["term", "another term"]

# Places and people that the program does not know or calls otherwise; in force without the #.
# [[places]]
# name = { en = "Vostochny", de = "Wostotschny" }
# lat = 51.88
# lon = 128.33
""",
}
_IGNORED = ".dossier/\n/site/*\n!/site/.gitkeep\n"
_FOLDERS = ("content/originals", "content/articles", "content/topics", "content/pages", "site")


def init(folder: Path, *, lang: str = "de") -> Project:
    """Make a new dossier in `folder`; raises `DossierError` if there is one already.

    Nothing that exists is changed.
    """
    if (folder / NAME).exists():
        raise DossierError(
            "there is a dossier here already",
            where=(folder / NAME).as_posix(),
            hint="go there and run `dossier build`",
        )
    home = Project(folder.resolve())
    try:
        for name in _FOLDERS:
            (folder / name).mkdir(parents=True, exist_ok=True)
        (folder / "site" / ".gitkeep").touch()
        (folder / "content" / "originals" / ".gitkeep").touch()
        if not (folder / ".gitignore").exists():
            project.write(folder / ".gitignore", _IGNORED.encode())
        project.write(folder / NAME, _CONFIG[lang].encode())
    except OSError as error:
        raise DossierError(
            f"the folder cannot be written: {error.strerror or error}", where=folder.as_posix()
        ) from error
    return home
