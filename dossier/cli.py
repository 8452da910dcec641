"""The command line. The only module that prints."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dossier import __version__
from dossier.errors import DossierError, Finding
from dossier.options import AllowPrivate, Debug, IgnoreRobots, Jobs, Quiet, Sources, Strict
from dossier.terminal import (
    Progress,
    command,
    complain,
    count,
    leave,
    say,
    show,
    summary,
    what_came_in,
    what_would_come_in,
)

if TYPE_CHECKING:
    from dossier.add import Added
    from dossier.effects.fetch import Fetcher
    from dossier.inbox import Incoming

app = typer.Typer(
    name="dossier",
    help="Turn news articles into a dossier: Markdown pages by topic, and a searchable site.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")


def _end(findings: Iterable[Finding], *, strict: bool) -> None:
    if strict and any(finding.level == "error" for finding in findings):
        raise typer.Exit(1)


@app.command()
def init(
    folder: Annotated[Path, typer.Argument(help="Where; made if it does not exist.")] = Path(),
    *,
    lang: Annotated[str, typer.Option("--lang", help="Language of the site: de or en.")] = "de",
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Make a new dossier: folders and a dossier.toml to fill in."""
    from dossier import config, init  # noqa: PLC0415 - start-up time

    if lang not in config.LANGUAGES:
        raise typer.BadParameter(f"{lang}: choose one of {', '.join(config.LANGUAGES)}")
    with command(debug=debug):
        home = init.init(folder, lang=lang)
        say(
            f"A dossier is ready in {home.root}\n"
            "Next: describe your topics in dossier.toml, put articles into content/originals/,\n"
            "then run `dossier build`.",
            quiet=quiet,
        )


@app.command()
def add(  # noqa: PLR0913 - options of the command line
    sources: Sources = None,
    *,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would come in; write nothing.")
    ] = False,
    fetch: Annotated[
        bool, typer.Option("--fetch", help="Also fetch articles that feeds in files only link to.")
    ] = False,
    allow_private: AllowPrivate = False,
    ignore_robots: IgnoreRobots = False,
    jobs: Jobs = None,
    strict: Strict = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Add articles: keep the originals, write articles and topic pages."""
    from dossier import add  # noqa: PLC0415 - start-up time
    from dossier.effects import project  # noqa: PLC0415
    from dossier.effects.store import Store  # noqa: PLC0415

    with command(debug=debug), ExitStack() as held:
        home = project.find(Path())
        config = home.config()
        web = _fetcher(held, allow_private=allow_private, respect_robots=not ignore_robots)
        incoming = _incoming(sources or [], web, fetch=fetch, dry=dry_run)
        progress = Progress(quiet=quiet)
        store = Store(home.cache / "cache.sqlite", dry=dry_run)
        held.callback(store.close)
        jobs = config.build.jobs if jobs is None else jobs
        added = add.update(home, config, store, jobs=jobs, tell=progress, incoming=incoming)
        progress.end()
        _tell_added(added, dry=dry_run, quiet=quiet)
        _end(added.content.findings, strict=strict)


def _fetcher(
    held: ExitStack, *, allow_private: bool, respect_robots: bool
) -> Callable[[], Fetcher]:
    """Return what makes the fetcher, once it is known that one is needed."""

    def make() -> Fetcher:
        from dossier.effects.fetch import Fetcher  # noqa: PLC0415 - start-up time

        made = Fetcher(allow_private=allow_private, respect_robots=respect_robots)
        return held.enter_context(made)

    return make


def _incoming(
    sources: Iterable[str], web: Callable[[], Fetcher], *, fetch: bool, dry: bool
) -> Incoming:
    from dossier.inbox import Incoming  # noqa: PLC0415 - start-up time

    wanted = list(_listed(sources))
    addresses = [one for one in wanted if _ADDRESS.match(one)]
    return Incoming(
        paths=tuple(Path(one) for one in wanted if not _ADDRESS.match(one)),
        addresses=tuple(addresses),
        fetcher=web() if addresses or fetch else None,
        fetch=fetch,
        dry=dry,
    )


def _listed(sources: Iterable[str]) -> Iterator[str]:
    """Yield what is named on the command line, `-` replaced by the lines of standard input."""
    for source in sources:
        if source == "-":
            yield from (line.strip() for line in sys.stdin if line.strip())
        else:
            yield source


def _tell_added(added: Added, *, dry: bool, quiet: bool) -> None:
    findings, arrivals = added.content.findings, added.arrivals
    if dry:
        listed = {(one.where, one.note) for one in arrivals if one.kind == "refused"}
        complain(one for one in findings if (one.where, one.message) not in listed)
        lines = list(what_would_come_in(arrivals))
        lines.append(f"Nothing was written. {summary(arrivals, None, len(added.content.articles))}")
    else:
        complain(findings)
        lines = list(what_came_in(arrivals))
        lines.append(summary(arrivals, added.offered, len(added.content.articles)))
    say("\n".join(lines), quiet=quiet)


@app.command()
def build(  # noqa: PLR0913 - options of the command line
    context: typer.Context,
    *,
    base_url: Annotated[
        str | None, typer.Option("--base-url", help="Where the site will be; overrides the config.")
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say for each page why it is rendered.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Render everything anew.")] = False,
    jobs: Jobs = None,
    strict: Strict = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Add what is new in content/originals/, then build the site."""
    from dossier import build, config  # noqa: PLC0415 - start-up time
    from dossier.effects import project  # noqa: PLC0415

    if base_url and not config.is_base_url(base_url):
        raise typer.BadParameter(f"{base_url} is no web address like https://name.github.io/repo/")
    with command(debug=debug):
        started = time.monotonic()
        home = project.find(Path())
        progress = Progress(quiet=quiet)
        held: list[object] | None = context.obj
        built = build.build(
            home, base_url=base_url, jobs=jobs, tell=progress, force=force, kept=held
        )
        progress.end()
        complain(built.findings)
        if explain:
            _explain_plan(built)
        say(_report(built, time.monotonic() - started), quiet=quiet)
        if built.failed:
            raise typer.Exit(1)
        _end(built.findings, strict=strict)


def _called() -> str:
    """Return how this program can be called from here: by its name, or by its path."""
    own = Path(sys.argv[0])
    if own.name != "dossier" or shutil.which("dossier") == str(own.absolute()):
        return "dossier"
    return os.path.relpath(own)


def _explain_plan(built: Any) -> None:  # noqa: ANN401 - as above
    for path, reason in built.plan.render.items():
        print(f"render  {path}: {reason}")
    for path, reason in built.plan.delete.items():
        print(f"delete  {path}: {reason}")
    print(f"keep    {count(len(built.plan.keep), 'file', 'files')}")


def _report(built: Any, seconds: float) -> str:  # noqa: ANN401 - as above
    rendered = len(built.plan.render) - len(built.failed)
    lines = [*what_came_in(one for one in built.arrivals if one.kind == "version")]
    lines.append(summary(built.arrivals, built.offered, built.total))
    changed = count(rendered, "page", "pages")
    gone = f", {len(built.plan.delete)} deleted" if built.plan.delete else ""
    nothing = "; nothing has changed" if not built.plan.render and not gone else ""
    lines.append(f"{changed} rendered, {len(built.plan.keep)} kept{gone}{nothing}")
    if built.indexed is not None:
        lines.append(f"{count(built.indexed, 'article', 'articles')} indexed for the search")
    lines.append(f"The site is in site/ ({seconds:.1f} s). Look at it with: {_called()} serve")
    return "\n".join(lines)


@app.command()
def serve(
    *,
    port: Annotated[int, typer.Option("--port", "-p", min=0, max=65535, help="Port.")] = 8000,
    base: Annotated[
        str | None,
        typer.Option("--base", help="Path under which to serve; without it that of base_url."),
    ] = None,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Show the built site on this machine."""
    from dossier import serve  # noqa: PLC0415 - start-up time
    from dossier.effects import project  # noqa: PLC0415

    with command(debug=debug):
        home = project.find(Path())
        server = serve.serve(home.site, base=base or serve.base_of(home), port=port)
        say(f"{server.url}  (stop with Ctrl-C)", quiet=quiet)
        sys.stdout.flush()
        server.run()


@app.command()
def check(  # noqa: PLR0913 - options of the command line
    *,
    everything: Annotated[
        bool, typer.Option("--all", help="List all findings, however many of a kind.")
    ] = False,
    search: Annotated[
        bool, typer.Option("--search", help="Ask the queries of content/search.toml in a browser.")
    ] = False,
    jobs: Jobs = None,
    strict: Strict = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Check the built site and the articles: links, HTML, missing or doubtful metadata."""
    from dossier import check, searchcheck  # noqa: PLC0415 - start-up time
    from dossier.effects import project  # noqa: PLC0415

    with command(debug=debug):
        home = project.find(Path())
        config = home.config()
        jobs = config.build.jobs if jobs is None else jobs
        findings = check.check_dossier(home, config, jobs=jobs)
        if search:
            findings += searchcheck.check_dossier(home, config, jobs=jobs)
        complain(findings if everything else check.abridged(findings))
        errors = sum(finding.level == "error" for finding in findings)
        notes = sum(finding.level == "note" for finding in findings)
        doubts = len(findings) - errors - notes
        counts = (count(doubts, "warning", "warnings"), count(notes, "note", "notes"))
        say(f"{count(errors, 'error', 'errors')}, {', '.join(counts)}", quiet=quiet)
        if errors or (strict and doubts):
            raise typer.Exit(1)


@app.command()
def explain(
    files: Annotated[
        list[Path],
        typer.Argument(
            help="Articles (file or id, #passage for one of it), originals, or folders of them."
        ),
    ],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    write: Annotated[
        bool,
        typer.Option("--write", help="Write voices and events into the articles' front matter."),
    ] = False,
    debug: Debug = False,
) -> None:
    """Say what the program sees in a file: blocks, topics and why, voices, dates."""
    with command(debug=debug):
        failed = False
        for seen in _explained(files, write=write):
            if isinstance(seen, Finding):
                complain([seen])
                failed = True
            elif isinstance(seen, Path):
                print(f"wrote {seen.as_posix()}")
            elif as_json:
                print(json.dumps(seen, ensure_ascii=False))
            else:
                show(seen)
        if failed:
            raise typer.Exit(1)


def _explained(files: Iterable[Path], *, write: bool) -> Iterable[Any]:
    from dossier import explain  # noqa: PLC0415 - start-up time
    from dossier.effects import project  # noqa: PLC0415

    if write:
        return explain.write(files, project.find(Path()).config())
    try:
        home = project.find(Path())
    except DossierError:
        return explain.explain(files, None)  # out of a dossier there are no topics
    return explain.explain(files, home.config(), home)


topics_app = typer.Typer(
    help="What the topics miss, and what is learned of them.", no_args_is_help=True
)
app.add_typer(topics_app, name="topics")


@topics_app.command("train")
def topics_train(*, quiet: Quiet = False, debug: Debug = False) -> None:
    """Learn from the passages what the topics sound like; kept in content/topics/model.json."""
    from dossier import topics  # noqa: PLC0415 - start-up time
    from dossier.effects import project  # noqa: PLC0415

    with command(debug=debug):
        model = topics.train(project.find(Path()))
        learned = count(model.passages, "passage", "passages")
        say(f"learned from {learned}; written content/topics/model.json", quiet=quiet)


@topics_app.command("suggest")
def topics_suggest(
    *,
    as_json: Annotated[bool, typer.Option("--json", help="As one JSON object.")] = False,
    debug: Debug = False,
) -> None:
    """Propose terms for topics, passages that are like theirs, and new topics."""
    from dossier import topics  # noqa: PLC0415 - start-up time
    from dossier.effects import project  # noqa: PLC0415

    with command(debug=debug):
        found = topics.suggest(project.find(Path()))
        print(json.dumps(found, ensure_ascii=False) if as_json else topics.as_text(found))


def _version(*, wanted: bool) -> None:
    if wanted:
        print(f"dossier {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", callback=lambda wanted: _version(wanted=wanted), is_eager=True),
    ] = False,
) -> None:
    del version


def main() -> None:
    """Run the command line."""
    until_the_end: list[object] = []
    try:
        app(obj=until_the_end)
    except SystemExit as end:
        leave(end.code)
        raise
