"""What becomes of what came in: a new article, a new version of one, or nothing new."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

from dossier.errors import DossierError, Finding
from dossier.model import Article, Draft, Version, packed
from dossier.originals import Original
from dossier.understanding.versions import (
    Changes,
    Register,
    changes,
    counted,
    former,
    quoted,
    renewed,
)
from dossier.urls import article_id, is_article_id
from dossier.writing import articlefile

Kind = Literal["new", "version", "edited", "present", "refused"]


class Arrival(Struct, frozen=True, kw_only=True):
    """One article that came in. `where` is what it came from, `article` an id, `path` its file.

    `version`: the article was renewed; `edited`: it would have been, and is the editor's;
    `present`: it was there. `note` says what changed, or why it was refused; `copy_of` names the
    article that tells the same report.
    """

    kind: Kind
    where: str
    article: str = ""
    path: str = ""
    title: str = ""
    date: str = ""
    lang: str = ""
    note: str = ""
    copy_of: str = ""


class Line(Struct, frozen=True, kw_only=True):
    """An article's versions so far: what the last one says, and what is kept of the others.

    `inside` and `sha256` are the last version's original, `seen` all versions as they were read.
    `is_ours`: its file is byte for byte what the program writes.
    """

    draft: Draft
    inside: str
    sha256: str
    versions: tuple[Version, ...] = ()
    seen: tuple[Draft, ...] = ()
    is_ours: bool = True

    def next(self, draft: Draft, original: Original) -> Line | None:
        """Return the line with `draft` as its last version, None if that says nothing new."""
        after = renewed(self.draft, draft)
        if not changes(self.draft, after) or any(not changes(one, draft) for one in self.seen):
            return None
        passed = former(self.draft, after, original=self.inside, sha256=self.sha256)
        return replace(
            self,
            draft=after,
            inside=original.inside,
            sha256=original.sha256,
            versions=(*self.versions, passed),
            seen=(*self.seen, draft),
        )


def begin(draft: Draft, original: Original) -> Line:
    """Return the line of an article that there is one version of."""
    return Line(draft=draft, inside=original.inside, sha256=original.sha256, seen=(draft,))


def line_of(steps: Iterable[tuple[Original, Draft]]) -> Line | None:
    """Return the line that comes of versions in the order given."""
    line: Line | None = None
    for original, draft in steps:
        line = begin(draft, original) if line is None else line.next(draft, original) or line
    return line


class Desk(Struct):
    """Decides on drafts, one after the other; nothing is written.

    `lines` are those of articles that are there, `paths` their files. Afterwards `made` holds the
    lines of those to be written, `used` the originals to be kept, and `findings` what an editor
    should look at.
    """

    register: Register
    topics: frozenset[str]
    taken: set[str]
    lines: dict[str, Line] = field(default_factory=dict)
    paths: dict[str, str] = field(default_factory=dict)
    made: dict[str, Line] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    arrivals: list[Arrival] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def receive(self, original: Original, name: str, draft: Draft) -> Arrival:
        """Decide what becomes of a draft."""
        known = tuple(topic for topic in draft.topics if topic in self.topics)
        draft = replace(draft, topics=known)
        earlier = self.register.earlier(draft)
        arrival = (
            self._again(earlier, original, draft) if earlier else self._new(original, name, draft)
        )
        self.arrivals.append(arrival)
        return arrival

    def _new(self, original: Original, name: str, draft: Draft) -> Arrival:
        own = draft.id if is_article_id(draft.id) and draft.id not in self.taken else ""
        identifier = own or article_id(draft.date, name, self.taken)
        self.taken.add(identifier)
        self._keep(identifier, begin(draft, original))
        self.used.add(original.inside)
        return self._arrival("new", identifier, original, draft)

    def _again(self, earlier: Article, original: Original, draft: Draft) -> Arrival:
        line = self.lines.get(earlier.id)
        if not changes(earlier, draft):
            return self._arrival("present", earlier.id, original, draft)
        after = line.next(draft, original) if line else None
        if line and not after:
            return self._arrival("present", earlier.id, original, draft)
        before = line.draft if line else earlier
        found = changes(before, after.draft if after else draft)
        self.used.add(original.inside)
        if after and after.is_ours and self._can_be_written(earlier.id, after):
            self._keep(earlier.id, after)
            kind: Kind = "version"
        else:
            kind = "edited"
            self.findings.append(_untouched(earlier, line, original, found))
        return self._arrival(kind, earlier.id, original, draft, note=counted(found))

    def _keep(self, identifier: str, line: Line) -> None:
        self.lines[identifier] = self.made[identifier] = line
        self.register.put(_as_article(identifier, line.draft))

    def _can_be_written(self, identifier: str, line: Line) -> bool:
        try:
            articlefile.parse(file_text(identifier, line), path=self.path_of(identifier))
        except DossierError:
            return False
        return True

    def path_of(self, identifier: str) -> str:
        """Return where the article's file is, or will be."""
        return self.paths.get(identifier, f"content/articles/{identifier}.md")

    def _arrival(
        self, kind: Kind, identifier: str, original: Original, draft: Draft, note: str = ""
    ) -> Arrival:
        return Arrival(
            kind=kind,
            where=original.where,
            article=identifier,
            path=self.path_of(identifier),
            title=draft.title,
            date=draft.date,
            lang=draft.lang,
            note=note,
        )


def file_text(identifier: str, line: Line) -> str:
    """Write an article's file."""
    return articlefile.compose(
        line.draft,
        article=identifier,
        original=line.inside,
        sha256=line.sha256,
        versions=line.versions,
    )


def desk_for(articles: Mapping[str, Article], topics: Iterable[str], taken: Iterable[str]) -> Desk:
    """Return a desk that knows these articles; `taken` are ids that no new one may have."""
    register = Register()
    for article in articles.values():
        register.put(article)
    return Desk(
        register=register,
        topics=frozenset(topics),
        taken={*articles, *taken},
        paths={article.id: article.path for article in articles.values()},
    )


def without_lost(held: Iterable[Arrival], lost: Mapping[str, Finding]) -> Iterable[Arrival]:
    """Yield the arrivals; those of articles that no file can hold as refused."""
    for one in held:
        if one.article in lost and one.kind == "new":
            yield Arrival(kind="refused", where=one.where, note=lost[one.article].message)
        else:
            yield one


def refusals(findings: Sequence[Finding]) -> list[Arrival]:
    """Return what was refused; findings that refuse nothing are left out."""
    return [
        Arrival(kind="refused", where=one.where, note=one.message)
        for one in findings
        if one.level == "error"
    ]


def _as_article(identifier: str, draft: Draft) -> Article:
    return Article(
        id=identifier,
        title=draft.title,
        date=draft.date,
        source=draft.source,
        body=packed(draft.blocks),
    )


def _untouched(earlier: Article, line: Line | None, original: Original, found: Changes) -> Finding:
    """Tell an editor of a version that the program does not put in the place of the article."""
    why = "it was edited" if line else "it was not made from an original that is there"
    return Finding(
        where=earlier.path,
        message=f"a new version of it came in ({counted(found)}); {why}, so it stays as it is",
        hint=(
            f"{quoted(found)}; take over what you want, then add `{original.inside}` to the list "
            "`versions:` in its front matter, and this is not said again"
        ),
    )
