"""Whatever editors and desks do in whatever order: no human byte is lost, nothing comes twice."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from dossier import frontmatter
from dossier.add import update
from dossier.effects.project import Project
from dossier.effects.store import Store

_TOPICS = {
    "ships": ["Schiff", "Hafen", "Werft"],
    "trains": ["Zug", "Bahnhof", "Gleis"],
    "bridges": ["Brücke", "Pfeiler"],
}
_SENTENCES = (
    "Das Schiff lag drei Tage im Hafen von Emden.",
    "Der Zug hielt am Bahnhof, obwohl das Gleis gesperrt war.",
    "Die Brücke ruht auf einem Pfeiler aus Beton.",
    "Im Hafen wartete ein Zug auf die Ladung des Schiffs.",
    "Niemand wusste, wie es weitergehen sollte.",
    "Die Werft baut ein neues Schiff für den Hafen.",
)
_PROSE = (
    "Hier fehlt noch die Sicht der Reederei.",
    "*Anmerkung:* nach Redaktionsschluss ergänzt.",
    "### Zwischenstand\n\n- ein Punkt\n- noch einer",
    "<!-- intern: nachfragen -->",
    "Ein Satz mit # und ## und --- mittendrin.",
)
_DATES = ("2022", "2023-01", "2023-05-09", "2023-11", "2024-02-29", "")
_COMMENT = re.compile(r"<!-- passage (\S+#p-\w+(?:-\d+)?) ")
_INDEXES = st.integers(min_value=0, max_value=10_000)


def _is_subsequence(old: list[str] | bytes, new: list[str] | bytes) -> bool:
    rest = iter(new)
    return all(piece in rest for piece in old)


class Newsroom(RuleBasedStateMachine):
    """A dossier on disk; rules are what people do, `rebuild` what the program does."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="dossier-test-"))
        self.home = Project(self.folder)
        self.terms = {"ships": list(_TOPICS["ships"])}
        self.removed: set[tuple[str, str]] = set()
        self.number = 0

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    # --- what people do ---------------------------------------------------------------------

    @initialize()
    def start(self) -> None:
        self.home.originals.mkdir(parents=True)
        self._write_config()
        self.add_article([0, 1, 3], 1)
        self.rebuild()

    def _write_config(self) -> None:
        tables = "".join(
            f'[[topics]]\nid = "{topic}"\ntitle = "{topic}"\nterms = {terms!r}\n'
            for topic, terms in self.terms.items()
        )
        text = f'[site]\ntitle = "Test"\n{tables}'
        (self.folder / "dossier.toml").write_text(text, encoding="utf-8")

    @rule(
        sentences=st.lists(st.integers(0, len(_SENTENCES) - 1), min_size=1, max_size=5),
        date=st.integers(0, len(_DATES) - 1),
    )
    def add_article(self, sentences: list[int], date: int) -> None:
        self.number += 1
        paragraphs = [f"{_SENTENCES[index]} Nummer {self.number}." for index in sentences]
        head = f"Datum: {_DATES[date]}\n\n" if _DATES[date] else ""
        path = self.home.originals / f"bericht-{self.number}.txt"
        path.write_text(head + "\n\n".join(paragraphs) + "\n", encoding="utf-8")

    @rule(sentence=_INDEXES, place=_INDEXES)
    def write_article_by_hand(self, sentence: int, place: int) -> None:
        self.number += 1
        date = _DATES[place % len(_DATES)]
        text = (
            f"---\ntitle: Von Hand {self.number}\ndate: {date}\n---\n\n"
            f"{_SENTENCES[sentence % len(_SENTENCES)]} Handarbeit {self.number}.\n"
        )
        self.home.articles.mkdir(parents=True, exist_ok=True)
        (self.home.articles / f"hand-{self.number}.md").write_text(text, encoding="utf-8")

    def _pages(self) -> list[Path]:
        return sorted(self.home.topics.glob("*/[0-9u]*.md"))

    def _edit(self, choice: int, change: Callable[[Path, str], str]) -> None:
        pages = self._pages()
        if pages:
            page = pages[choice % len(pages)]
            text = page.read_bytes().decode()
            page.write_bytes(change(page, text).encode())

    @rule(page=_INDEXES, place=_INDEXES)
    def delete_passage(self, page: int, place: int) -> None:
        def change(path: Path, text: str) -> str:
            found = list(re.finditer(r"<!-- passage .*-->\r?\n[^\n]*\n?", text))
            if not found:
                return text
            match = found[place % len(found)]
            name = _COMMENT.match(match[0])
            rest = text[: match.start()] + text[match.end() :]
            if name and f"passage {name[1]} " not in rest:
                self.removed.add((path.parent.name, name[1]))
            return rest

        self._edit(page, change)

    @rule(page=_INDEXES, place=_INDEXES, word=st.sampled_from(["neu", "„so“", "5 %", "a  b"]))
    def reword_passage(self, page: int, place: int, word: str) -> None:
        def change(_path: Path, text: str) -> str:
            found = list(re.finditer(r"-->\r?\n(?=\w)", text))
            if not found:
                return text
            end = found[place % len(found)].end()
            return f"{text[:end]}{word} {text[end:]}"

        self._edit(page, change)

    @rule(page=_INDEXES, first=_INDEXES, second=_INDEXES)
    def reorder_passages(self, page: int, first: int, second: int) -> None:
        def change(_path: Path, text: str) -> str:
            parts = frontmatter.split(text)
            pieces = re.split(r"(?=^<!-- passage |^## )", parts.body, flags=re.MULTILINE)
            one, two = first % len(pieces), second % len(pieces)
            if 0 in (one, two):
                return text
            pieces[one], pieces[two] = pieces[two], pieces[one]
            return parts.head + "".join(pieces)

        self._edit(page, change)

    @rule(page=_INDEXES, prose=st.sampled_from(_PROSE), at_end=st.booleans())
    def write_between(self, page: int, prose: str, at_end: bool) -> None:  # noqa: FBT001
        def change(_path: Path, text: str) -> str:
            if at_end:
                return f"{text}\n{prose}"  # no newline at the end, as many editors leave it
            return re.sub(r"\n\n(?=<!-- passage|## )", f"\n\n{prose}\n\n", text, count=1)

        self._edit(page, change)

    @rule(page=_INDEXES, style=st.sampled_from(["key", "comment", "blocks", "crlf"]))
    def edit_front_matter(self, page: int, style: str) -> None:
        def change(_path: Path, text: str) -> str:
            if style == "crlf":
                return re.sub(r"\r?\n", "\r\n", text)
            if style == "key":
                return re.sub(r"^---(\r?\n)", r"---\1note: von mir\1", text, count=1)
            if style == "comment":
                return re.sub(
                    r"^offered:", "# nicht anfassen\noffered: # Liste", text, flags=re.MULTILINE
                )
            return re.sub(
                r"^  (\S+): \[(p-[^\]\n]*)\]$",
                lambda match: f"  {match[1]}:\n  - " + "\n  - ".join(match[2].split(", ")),
                text,
                count=1,
                flags=re.MULTILINE,
            )

        self._edit(page, change)

    @rule(article=_INDEXES, text=st.sampled_from(["Nachtrag.", "Ein Zug mehr.", "* Liste"]))
    def edit_article(self, article: int, text: str) -> None:
        paths = sorted(self.home.articles.glob("*.md"))
        path = paths[article % len(paths)]
        path.write_bytes(path.read_bytes() + f"\n{text}\n".encode())

    @rule(topic=st.sampled_from(sorted(_TOPICS)), word=st.sampled_from(["Ladung", "Beton", "Tage"]))
    def change_terms(self, topic: str, word: str) -> None:
        self.terms.setdefault(topic, list(_TOPICS[topic])).append(word)
        self._write_config()

    @precondition(lambda self: len(self.terms) > 1)
    @rule()
    def remove_topic(self) -> None:
        del self.terms[max(self.terms)]
        self._write_config()

    @rule(lost=st.booleans())
    def rebuild(self, lost: bool = False) -> None:  # noqa: FBT001, FBT002
        """Run the program; deleting its cache before must make no difference."""
        if lost:
            shutil.rmtree(self.home.cache, ignore_errors=True)
        before = self._content()
        store = Store(self.home.cache / "cache.sqlite")
        done = update(
            self.home, self.home.config(), store, jobs=1, tell=lambda _step, _done, _of: None
        )
        store.close()
        assert not [one for one in done.content.findings if one.level == "error"]
        after = self._content()
        for path, data in before.items():
            assert path in after
            self._assert_kept(path, data, after[path])
        self._assert_settled(after)

    # --- what must hold ---------------------------------------------------------------------

    def _content(self) -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in self.home.content.rglob("*.md")}

    def _assert_kept(self, path: Path, before: bytes, after: bytes) -> None:
        if path not in self._pages():
            assert before == after
            return
        assert _is_subsequence(before, after)
        old, new = (frontmatter.split(data.decode()) for data in (before, after))
        assert _is_subsequence(old.body.splitlines(), new.body.splitlines())
        old_values = frontmatter.load(old)
        new_values = frontmatter.load(new)
        assert {key: new_values[key] for key in old_values if key != "offered"} == {
            key: value for key, value in old_values.items() if key != "offered"
        }

    def _assert_settled(self, after: dict[Path, bytes]) -> None:
        """A second run finds nothing left to do."""
        store = Store(self.home.cache / "cache.sqlite")
        done = update(
            self.home, self.home.config(), store, jobs=1, tell=lambda _step, _done, _of: None
        )
        store.close()
        assert done.offered == 0
        assert done.articles == ()
        assert self._content() == after

    @invariant()
    def removed_passages_stay_removed(self) -> None:
        for topic in {topic for topic, _ in self.removed}:
            texts = [path.read_text("utf-8") for path in (self.home.topics / topic).glob("*.md")]
            there = {name for text in texts for name in _COMMENT.findall(text)}
            assert not there & {name for other, name in self.removed if other == topic}


Newsroom.TestCase.settings = settings(
    max_examples=25,
    stateful_step_count=12,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
TestNewsroom = Newsroom.TestCase
