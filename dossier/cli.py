"""The command line: each command parses, calls and prints."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import click

from dossier import __version__, options, outcome
from dossier.errors import DossierError, Finding
from dossier.outcome import count
from dossier.terminal import Progress, command, complain, leave, say, show


class _Commands(click.Group):
    """Commands in the order in which they stand here; who stops one gets 130, as from a shell."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as in click
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            raise SystemExit(130) from None


def _end(findings: Iterable[Finding], *, strict: bool) -> None:
    if strict and any(finding.level == "error" for finding in findings):
        raise SystemExit(1)


@click.group("dossier", cls=_Commands)
@click.version_option(__version__, message="dossier %(version)s")
def app() -> None:
    """Turn news articles into a dossier: Markdown pages by topic, and a searchable site."""


@app.command()
@click.argument(
    "folder", type=Path, default=".", help="Where; made if it does not exist.  [default: .]"
)
@click.option("--lang", default="de", show_default=True, help="Language of the site: de or en.")
@options.quiet
@options.debug
def init(folder: Path, *, lang: str, quiet: bool, debug: bool) -> None:
    """Make a new dossier: folders and a dossier.toml to fill in."""
    from dossier import config, init  # noqa: PLC0415 - start-up time

    if lang not in config.LANGUAGES:
        raise click.BadParameter(f"{lang}: choose one of {', '.join(config.LANGUAGES)}")
    with command(debug=debug):
        home = init.init(folder, lang=lang)
        say(outcome.of_init(home.root), quiet=quiet)


@app.command()
@click.argument(
    "sources",
    nargs=-1,
    help="Files, folders or web addresses; - reads a list of them; none: content/originals/.",
)
@click.option("--dry-run", is_flag=True, help="Say what would come in; write nothing.")
@click.option("--fetch", is_flag=True, help="Also fetch articles that feeds in files only link to.")
@click.option("--allow-private", is_flag=True, help="Also fetch from addresses in your network.")
@click.option("--ignore-robots", is_flag=True, help="Fetch what a site's robots.txt asks not to.")
@options.jobs
@options.strict
@options.quiet
@options.debug
def add(  # noqa: PLR0913 - options of the command line
    sources: tuple[str, ...],
    *,
    dry_run: bool,
    fetch: bool,
    allow_private: bool,
    ignore_robots: bool,
    jobs: int | None,
    strict: bool,
    quiet: bool,
    debug: bool,
) -> None:
    """Add articles: keep the originals, write articles and topic pages."""
    from dossier import add, inbox  # noqa: PLC0415 - start-up time
    from dossier.effects import project  # noqa: PLC0415
    from dossier.effects.store import Store  # noqa: PLC0415

    with command(debug=debug), ExitStack() as held:
        home = project.find(Path())
        config = home.config()
        incoming = inbox.named(
            sources,
            held,
            fetch=fetch,
            allow_private=allow_private,
            ignore_robots=ignore_robots,
            dry=dry_run,
        )
        progress = Progress(quiet=quiet)
        store = Store(home.cache / "cache.sqlite", dry=dry_run)
        held.callback(store.close)
        jobs = config.build.jobs if jobs is None else jobs
        added = add.update(home, config, store, jobs=jobs, tell=progress, incoming=incoming)
        progress.end()
        complain(outcome.problems(added, dry=dry_run))
        say(outcome.of_add(added, dry=dry_run), quiet=quiet)
        _end(added.content.findings, strict=strict)


@app.command()
@click.option("--base-url", help="Where the site will be; overrides the config.")
@click.option("--explain", is_flag=True, help="Say for each page why it is rendered.")
@click.option("--force", is_flag=True, help="Render everything anew.")
@options.jobs
@options.strict
@options.quiet
@options.debug
@click.pass_obj
def build(  # noqa: PLR0913 - options of the command line
    held: list[object] | None,
    *,
    base_url: str | None,
    explain: bool,
    force: bool,
    jobs: int | None,
    strict: bool,
    quiet: bool,
    debug: bool,
) -> None:
    """Add what is new in content/originals/, then build the site."""
    from dossier import build, config  # noqa: PLC0415 - start-up time
    from dossier.effects import project  # noqa: PLC0415

    if base_url and not config.is_base_url(base_url):
        raise click.BadParameter(f"{base_url} is no web address like https://name.github.io/repo/")
    with command(debug=debug):
        started = time.monotonic()
        home = project.find(Path())
        progress = Progress(quiet=quiet)
        built = build.build(
            home, base_url=base_url, jobs=jobs, tell=progress, force=force, kept=held
        )
        progress.end()
        complain(built.findings)
        if explain:
            print(outcome.reasons(built.plan))
        say(outcome.of_build(built, time.monotonic() - started), quiet=quiet)
        if built.failed:
            raise SystemExit(1)
        _end(built.findings, strict=strict)


@app.command()
@click.option(
    "--port", "-p", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Port."
)
@click.option("--base", help="Path under which to serve; without it that of base_url.")
@options.quiet
@options.debug
def serve(*, port: int, base: str | None, quiet: bool, debug: bool) -> None:
    """Show the built site on this machine."""
    from dossier import serve  # noqa: PLC0415 - start-up time
    from dossier.effects import project  # noqa: PLC0415

    with command(debug=debug):
        home = project.find(Path())
        server = serve.serve(home.site, base=base or serve.base_of(home), port=port)
        say(f"{server.url}  (stop with Ctrl-C)", quiet=quiet)
        sys.stdout.flush()
        server.run()


@app.command(short_help="Check site and articles: links, HTML, metadata.")
@click.option(
    "--all", "everything", is_flag=True, help="List all findings, however many of a kind."
)
@click.option("--search", is_flag=True, help="Ask the queries of content/search.toml in a browser.")
@options.jobs
@options.strict
@options.quiet
@options.debug
def check(  # noqa: PLR0913 - options of the command line
    *, everything: bool, search: bool, jobs: int | None, strict: bool, quiet: bool, debug: bool
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
        say(outcome.of_check(findings), quiet=quiet)
        grave = ("error", "warning") if strict else ("error",)
        if any(finding.level in grave for finding in findings):
            raise SystemExit(1)


@app.command(short_help="Say what the program sees in a file, and why.")
@click.argument(
    "files",
    nargs=-1,
    required=True,
    type=Path,
    help="Articles (file or id, #passage for one of it), originals, or folders of them.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.option(
    "--write", is_flag=True, help="Write voices and events into the articles' front matter."
)
@options.debug
def explain(files: tuple[Path, ...], *, as_json: bool, write: bool, debug: bool) -> None:
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
            raise SystemExit(1)


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


topics_app = _Commands("topics", help="What the topics miss, and what is learned of them.")
app.add_command(topics_app)


@topics_app.command("train", short_help="Learn what the topics sound like; kept in content/.")
@options.quiet
@options.debug
def topics_train(*, quiet: bool, debug: bool) -> None:
    """Learn from the passages what the topics sound like; kept in content/topics/model.json."""
    from dossier import topics  # noqa: PLC0415 - start-up time
    from dossier.effects import project  # noqa: PLC0415

    with command(debug=debug):
        model = topics.train(project.find(Path()))
        learned = count(model.passages, "passage", "passages")
        say(f"learned from {learned}; written content/topics/model.json", quiet=quiet)


@topics_app.command("suggest", short_help="Propose terms, passages and new topics.")
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
@options.debug
def topics_suggest(*, as_json: bool, debug: bool) -> None:
    """Propose terms for topics, passages that are like theirs, and new topics."""
    from dossier import topics  # noqa: PLC0415 - start-up time
    from dossier.effects import project  # noqa: PLC0415

    with command(debug=debug):
        found = topics.suggest(project.find(Path()))
        print(json.dumps(found, ensure_ascii=False) if as_json else topics.as_text(found))


def main() -> None:
    """Run the command line."""
    until_the_end: list[object] = []
    try:
        app.main(obj=until_the_end)
    except SystemExit as end:
        leave(end.code)
        raise
