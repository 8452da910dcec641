"""The options that several commands have, each said once."""

from __future__ import annotations

import click

quiet = click.option("--quiet", "-q", is_flag=True, help="Say only what is wrong.")
debug = click.option("--debug", is_flag=True, help="Show details and, on a bug, the traceback.")
strict = click.option("--strict", is_flag=True, help="End with 1 if anything was left out.")
jobs = click.option(
    "--jobs", "-j", type=click.IntRange(min=0), help="Processes at a time; 0 is one per core."
)
