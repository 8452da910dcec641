"""Prints how much the search finds: `python tests/evaluate/search.py FOLDER`.

FOLDER holds the samples. Each set of texts becomes a built site in a temporary folder, and queries
that rules take from the texts are asked in Chromium, of the search page's own code and of the bare
engine, over an index without hidden words. What counts is the share of articles found, at any
place, of those that hold only another form of the word:

- heads: the head of a compound (*Geschäft* for *Waffengeschäfte*), where both its parts stand
  somewhere else as words, the first is no prefix, and the whole is no name;
- inflections: a form of a word (*Raketen* for *Rakete*) that differs in an ending or an umlaut;
- names: a labelled name (a name of two capital words where none are labelled) without hyphens or
  accents, with ae for ä, its last part alone, or in the genitive.

The sets: sentences of newspapers by twos (`ner_de`, looked at while the rules were made), and, seen
by nobody who made them, web pages in German and English (`html_open`) and speeches (`text_en`).
"""

from __future__ import annotations

import json
import random
import re
import sys
import tempfile
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import tools
from playwright.sync_api import Page, sync_playwright
from projects import dossier

from dossier.effects import search, server
from dossier.reading.read import read

_SEED = 6
_MOST = 250  # queries of a kind
_SIZE = 600  # characters of an article cut out of a long text
_WORD = re.compile(r"[^\W\d_]+")
_NAME = re.compile(r"\b[A-ZÄÖÜ][\w-]+ (?:[A-ZÄÖÜ][\w-]+ )?[A-ZÄÖÜ][\w-]+\b")
_LINKS = ("", "s", "es", "n", "en", "er")
# What makes no compound of a noun: Ver|band, Aus|schnitt; and Deutsch|land is a name.
_PREFIXES = frozenset(
    re.findall(
        r"\w+",
        "ab an auf aus bei be dar de den durch ein ent er fort ge gegen gut her hin in miss mit "
        "nach per pro re um un unter ver vor weg wider wieder zer zu zurück über",
    )
)
_NO_HEADS = frozenset(("Land", "Deutsche", "Achter", "Ionen"))  # chance: Gut|achter, Nat|ionen
_ENDINGS = {"de": ("e", "en", "n", "er", "es", "s", "em"), "en": ("s", "es", "ed", "ing")}
_HIDDEN = re.compile(r'<meta[^>]*data-pagefind-meta="words\[content\]"[^>]*>')
_ASK = """
async (queries) => {
  const { of_index, of_find, of_query, of_facets } = window.dossierSearch;
  const { engine } = await of_index.load();
  const found = [];
  for (const text of queries) {
    const state = { query: of_query.parse(text), facets: {}, from: "", to: "", sort: "" };
    const first = await of_find.find(engine, state, of_facets.dates, () => false);
    const entries = [...first.entries];
    for (let done = !entries.length; !done; ) {
      const next = await first.more();
      entries.push(...next.entries);
      done = next.done;
    }
    found.push(entries.map(({ article }) => article.url.split("/").at(-2)));
  }
  return found;
}
"""
_ASK_BARE = """
async (queries) => {
  const { createInstance } = await import("/repo/bare/pagefind.js");
  const engine = createInstance({ basePath: "/repo/bare/", noWorker: true });
  await engine.init();
  const found = [];
  for (const text of queries) {
    const { results } = await engine.search(text);
    const pages = await Promise.all(results.map((one) => one.data()));
    found.push(pages.map(({ raw_url }) => raw_url.split("/").at(-2)));
  }
  return found;
}
"""


@dataclass(slots=True)
class Texts:
    """A set of articles in one language by number, and the names that are labelled in them."""

    language: str
    articles: list[str] = field(default_factory=list)
    names: list[set[str]] = field(default_factory=list)

    def add(self, text: str, names: Iterable[str] = ()) -> None:
        self.articles.append(text)
        self.names.append(set(names) or set(_NAME.findall(text)))


def sentences(path: Path) -> Texts:
    """Read labelled sentences, two of which make an article."""
    found = Texts("de")
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    for one, other in zip(rows[::2], rows[1::2], strict=False):
        text = " ".join(" ".join(row["tokens"]) for row in (one, other))
        names = [name for row in (one, other) for name in _labelled(row)]
        found.add(re.sub(r" ([.,;:!?)])", r"\1", text), names)
    return found


def _labelled(row: dict[str, list[str]]) -> Iterator[str]:
    held: list[str] = []
    for token, tag in zip([*row["tokens"], ""], [*row["outer"], "O"], strict=True):
        if held and not tag.startswith("I-"):
            yield " ".join(held)
            held = []
        if tag in ("B-PER", "B-LOC", "B-ORG") or (held and tag.startswith("I-")):
            held.append(token)


def cut(paths: Iterable[Path], language: str) -> Texts:
    """Read files and cut them, between paragraphs, into short articles."""
    found = Texts(language)
    for path in paths:
        held = ""
        for block in read(path.read_bytes(), name=path.name, where=path.name).blocks:
            held += " ".join(block.text.split()) + "\n\n"
            if len(held) > _SIZE:
                found.add(held)
                held = ""
        if held:
            found.add(held)
    return found


# --- queries: a text to look for, and the articles that hold it in another form only -------------

Queries = dict[str, set[int]]


def plain(word: str) -> str:
    """Return small letters without accents."""
    apart = unicodedata.normalize("NFD", word.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def held_by(texts: Texts) -> dict[str, set[int]]:
    """Return the articles of each word as it is written."""
    found: dict[str, set[int]] = defaultdict(set)
    for number, text in enumerate(texts.articles):
        for word in _WORD.findall(text):
            found[word].add(number)
    return found


def heads(texts: Texts) -> Queries:
    """Take compounds apart whose halves are words elsewhere in the texts."""
    held = held_by(texts)
    small = {word.casefold() for word in held if len(word) > 2}
    nouns = {word for word in held if len(word) > 3 and word[0].isupper() and word[1:].islower()}
    nouns = {word for word in nouns if word.lower() not in held}  # … and at no sentence's beginning
    found: Queries = defaultdict(set)
    for word in nouns:
        for at in range(3, len(word) - 3):
            head = word[at:].capitalize()
            starts = {word[:at].casefold().removesuffix(link) for link in _LINKS} - _PREFIXES
            whole = word[:at].casefold() not in _PREFIXES and head not in _NO_HEADS
            if head in nouns and whole and starts & small:
                found[head] |= held[word]
                break
    return {head: numbers - _inflected(head, held) for head, numbers in found.items()}


def _inflected(word: str, held: dict[str, set[int]]) -> set[int]:
    """Return the articles with the word itself, in any form."""
    forms = [one for one in held if plain(one)[: len(word) - 1] == plain(word)[:-1]]
    near = [one for one in forms if abs(len(one) - len(word)) < 3]
    return set().union(*(held[one] for one in near))


def inflections(texts: Texts) -> Queries:
    """Take two words that differ in an ending, and in umlauts."""
    held = held_by(texts)
    bases: dict[tuple[str, bool], list[str]] = defaultdict(list)
    for word in held:
        if len(word) > 3 and word[1:].islower():
            bases[plain(word), word[0].isupper()].append(word)
    found: Queries = {}
    for (base, upper), words in bases.items():
        for ending in _ENDINGS[texts.language]:
            for other in bases.get((base + ending, upper), ()):
                for one, two in ((words[0], other), (other, words[0])):
                    if numbers := held[two] - held[one]:
                        found.setdefault(one, set()).update(numbers)
    return found


def names(texts: Texts) -> Queries:
    """Write names as readers may."""
    chance = random.Random(_SEED)  # noqa: S311 - the same queries every time
    found: Queries = defaultdict(set)
    for number, named in enumerate(texts.names):
        for name in sorted(named):
            variants = [one for one in _variants(name) if one not in texts.articles[number]]
            if variants:
                found[chance.choice(variants)].add(number)
    return found


def _variants(name: str) -> Iterator[str]:
    if "-" in name:
        yield name.replace("-", " ")
    if name.lower() != plain(name):
        yield plain(name).title()
        pairs = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
        yield "".join(pairs.get(letter, letter) for letter in name)
    if name[-1].isalpha() and name[-1] not in "sxzß":
        yield name + "s"
    yield name.upper() if " " in name else name.lower()


# --- asking -------------------------------------------------------------------------------------


def build(texts: Texts, project: Path) -> Path:
    """Build the site, and beside its index one without hidden words."""
    (project / "content/articles").mkdir(parents=True)
    config = f'[site]\ntitle = "Texte"\nlanguages = ["{texts.language}"]\n'
    (project / "dossier.toml").write_text(config, "utf-8")
    for number, text in enumerate(texts.articles):
        head = f"---\ntitle: {number}\ndate: 2020\nlang: {texts.language}\n---\n\n"
        file = project / f"content/articles/a{number:05}.md"
        file.write_text(head + re.sub(r"(?m)^(\W)", r"\\\1", text), "utf-8")
    dossier(project, "build", "--base-url", "https://desk.example.org/")
    site, bare = project / "site", project / "bare"
    for page in site.glob("articles/*/index.html"):
        copy = bare / page.relative_to(site)
        copy.parent.mkdir(parents=True)
        copy.write_text(_HIDDEN.sub("", page.read_text("utf-8")), "utf-8")
    search.index(bare, site / "bare")
    return site


def share(queries: Queries, found: list[list[str]]) -> float:
    """Return the share of the articles wanted that were found."""
    wanted = sum(map(len, queries.values()))
    pairs = zip(queries.values(), found, strict=True)
    hits = sum(len(numbers & {int(one[1:]) for one in ids}) for numbers, ids in pairs)
    return hits / wanted


def missed(queries: Queries, found: list[list[str]]) -> list[tuple[str, list[int]]]:
    """Return the queries that missed articles, and which."""
    pairs = zip(queries.items(), found, strict=True)
    rest = [
        (text, sorted(numbers - {int(one[1:]) for one in ids})) for (text, numbers), ids in pairs
    ]
    return [(text, numbers) for text, numbers in rest if numbers]


def judge(title: str, texts: Texts, page: Page, url: str, *, verbose: bool) -> None:
    """Ask all queries of a set and print the shares."""
    chance = random.Random(_SEED)  # noqa: S311 - the same queries every time
    page.goto(f"{url}search/")
    say = sys.stdout.write
    say(f"{title}: {len(texts.articles)} articles\n")
    kinds = {"heads": heads, "inflections": inflections, "names": names}
    for kind, make in kinds.items():
        made = {text: numbers for text, numbers in make(texts).items() if numbers}
        if not made or (kind == "heads" and texts.language != "de"):
            continue
        chosen = chance.sample(sorted(made), min(_MOST, len(made)))
        queries = {text: made[text] for text in chosen}
        found = page.evaluate(_ASK, chosen)
        bare = share(queries, page.evaluate(_ASK_BARE, chosen))
        wanted = sum(map(len, queries.values()))
        say(f"  {kind:<12} {share(queries, found):.3f}, bare engine {bare:.3f}")
        say(f" ({len(queries)} queries, {wanted} articles)\n")
        for text, numbers in missed(queries, found) if verbose else ():
            say(f"    {text}: {numbers}\n")


def main(samples: Path, *, verbose: bool) -> None:
    """Print the shares for all sets."""
    pages = samples / "html_open"
    sets = {
        "newspapers": sentences(samples / "ner_de/germeval14-dev.jsonl"),
        "web pages, German": cut(sorted(pages.glob("de/*.html")), "de"),
        "web pages, English": cut(sorted(pages.glob("en/*.html")), "en"),
        "speeches": cut(sorted((samples / "text_en").glob("*.md"))[::6], "en"),
    }
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=tools.find_chromium(), args=list(tools.CHROMIUM_FLAGS)
        )
        for title, texts in sets.items():
            with tempfile.TemporaryDirectory(prefix="dossier-search-") as folder:
                site = build(texts, Path(folder))
                with server.serve(site, base="/repo/", port=0) as running:
                    judge(title, texts, browser.new_page(), running.url, verbose=verbose)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), verbose="--missed" in sys.argv)
