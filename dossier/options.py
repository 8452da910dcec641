"""The options that several commands have, each said once."""

from __future__ import annotations

from typing import Annotated

import typer

Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say only what is wrong.")]
Debug = Annotated[bool, typer.Option("--debug", help="Show details and, on a bug, the traceback.")]
Strict = Annotated[bool, typer.Option("--strict", help="End with 1 if anything was left out.")]
Sources = Annotated[
    list[str] | None,
    typer.Argument(
        help="Files, folders or web addresses; - reads a list of them; none: content/originals/."
    ),
]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Also fetch from addresses in your network.")
]
IgnoreRobots = Annotated[
    bool, typer.Option("--ignore-robots", help="Fetch what a site's robots.txt asks not to.")
]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", "-j", min=0, help="Processes at a time; 0 is one per core."),
]
