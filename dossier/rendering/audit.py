"""Check the finished site as a whole: every link leads somewhere, every page is sound.

Two steps, so that the first can run on all cores: `scan` looks at one file, `join` at all.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from xml.parsers import expat

from msgspec.structs import replace

from dossier.errors import Finding
from dossier.rendering.addresses import Address, BadLinkError, is_elsewhere, resolve
from dossier.rendering.scan import PageScan, scan_page, style_references

CHECKED = (".html", ".css", ".js", ".mjs", ".xml", ".svg")
ENGINE_FOLDER = "pagefind/"
_ENGINE_START = "pagefind/pagefind.js"
_SCRIPT_COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'`\w])//[^\n]*", re.DOTALL)
_MODULE = re.compile(r"\b(?:from|import)\s*\(?\s*[\"']([^\"']+)[\"']")
_FETCH = re.compile(
    r"\b(?:fetch|importScripts|Worker|WebSocket|EventSource|sendBeacon)\s*\(\s*[\"'`]([^\"'`]+)"
)
_XML_LINKS = frozenset(("loc", "link", "url"))
_MANY = 3


def check_pages(
    pages: Iterable[tuple[str, bytes | str]],
    *,
    files: Collection[str] = (),
    base_url: str = "",
    folder: str = "site",
) -> tuple[Finding, ...]:
    """Check a whole site: `pages` are path and content of the files that can be read.

    `files` names what else is there (pictures, data). `base_url` is where it will be, as far as
    known. Nothing is read or fetched.
    """
    address = Address.of(base_url)
    scans = [scan(path, data, address, folder=folder) for path, data in pages]
    return join(scans, files, folder=folder)


def scan(path: str, data: bytes | str, address: Address, *, folder: str = "site") -> PageScan:
    """Look at one file of the site by itself."""
    try:
        text = data.decode() if isinstance(data, bytes) else data
    except UnicodeDecodeError:
        return PageScan(path, findings=[_problem(f"{folder}/{path}", "the file is not UTF-8")])
    if path.endswith(".html"):
        return scan_page(path, text, address, folder=folder)
    if path.endswith(".css"):
        return _follow(path, style_references(text), address, folder)
    if path.endswith((".js", ".mjs")):
        return _scan_script(path, text, address, folder)
    if path.endswith((".xml", ".svg")):
        return _scan_xml(path, text, address, folder)
    return PageScan(path)


def join(
    scans: Iterable[PageScan], files: Collection[str] = (), *, folder: str = "site"
) -> tuple[Finding, ...]:
    """Return all problems of the scanned files, those between them included, in order."""
    scans = sorted(scans, key=lambda one: one.path)
    there = {one.path for one in scans} | set(files)
    ids = {one.path: one.ids for one in scans if one.path.endswith(".html")}
    findings: list[Finding] = []
    for one in scans:
        findings += one.findings
        for line, target, fragment in one.links:
            problem = _problem_of_link(target, fragment, there, ids)
            if problem:
                findings.append(_problem(f"{folder}/{one.path}:{line}", *problem))
    if any(one.indexed for one in scans) and _ENGINE_START not in there:
        hint = "run `dossier build` again"
        findings.append(_problem(f"{folder}/{_ENGINE_START}", "the search index is missing", hint))
    return condense(findings)


def condense(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Say once what is wrong in the same way in many places: one slip in a template is one."""
    alike: defaultdict[tuple[str, str, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        alike[finding.message, finding.hint, finding.level].append(finding)
    result: list[Finding] = []
    for group in alike.values():
        if len(group) <= _MANY:
            result += group
        else:
            more = f"{group[0].message} (and in {len(group) - 1} more places)"
            result.append(replace(group[0], message=more))
    return tuple(result)


def _problem_of_link(
    target: str, fragment: str, there: Collection[str], ids: dict[str, frozenset[str]]
) -> tuple[str, str] | None:
    if target not in there:
        if target.startswith(ENGINE_FOLDER):
            return None  # its absence is one problem, not one for each link
        if f"{target}/index.html" in there:
            return f"a link lacks its final slash: {target}", f"write {target}/"
        shown = target.removesuffix("index.html") or target
        return f"a link leads nowhere: {shown}", ""
    if fragment and target in ids and fragment not in ids[target]:
        return f"a link leads to an anchor that is not there: {target}#{fragment}", ""
    return None


def _scan_script(path: str, text: str, address: Address, folder: str) -> PageScan:
    code = _SCRIPT_COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), text)
    modules = [
        (_line(code, match), match[1])
        for match in _MODULE.finditer(code)
        if match[1].startswith((".", "/", "http:", "https:"))
    ]
    result = _follow(path, modules, address, folder)
    for match in _FETCH.finditer(code):  # relative to the page, which is not known here
        if is_elsewhere(match[1], address):
            result.findings.append(_other_host(folder, path, _line(code, match), match[1]))
    return result


def _line(text: str, match: re.Match[str]) -> int:
    return text.count("\n", 0, match.start()) + 1


def _scan_xml(path: str, text: str, address: Address, folder: str) -> PageScan:
    """Read a feed, a site map or a picture; only absolute addresses are followed in them."""
    found: list[tuple[int, str]] = []
    names: list[str] = []
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def start(name: str, attributes: dict[str, str]) -> None:
        names.append(name)
        link = attributes.get("href") if name.endswith("link") else None
        if link:
            found.append((parser.CurrentLineNumber, link))

    def data(words: str) -> None:
        if names and names[-1] in _XML_LINKS and words.strip():
            found.append((parser.CurrentLineNumber, words.strip()))

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _name: names.pop()
    parser.CharacterDataHandler = data
    try:
        parser.Parse(text.encode(), True)  # noqa: FBT003 - the parser's own signature
    except expat.ExpatError as error:
        where = f"{folder}/{path}:{error.lineno}"
        words = expat.ErrorString(error.code)
        return PageScan(path, findings=[_problem(where, f"the file is not well-formed: {words}")])
    result = PageScan(path)
    for line, written in found:
        if written.startswith(("http:", "https:")):  # without a base URL they cannot be absolute
            _lead(result, line, written, address, folder)
    return result


def _follow(path: str, found: Iterable[tuple[int, str]], address: Address, folder: str) -> PageScan:
    result = PageScan(path)
    for line, written in found:
        if is_elsewhere(written, address):
            result.findings.append(_other_host(folder, path, line, written))
        else:
            _lead(result, line, written, address, folder)
    return result


def _lead(result: PageScan, line: int, written: str, address: Address, folder: str) -> None:
    try:
        target = resolve(result.path, written, address)
    except BadLinkError as error:
        result.findings.append(_problem(f"{folder}/{result.path}:{line}", f"{error}: {written}"))
        return
    if target:
        result.links.append((line, *target))


def _other_host(folder: str, path: str, line: int, written: str) -> Finding:
    return _problem(f"{folder}/{path}:{line}", f"a request to another host: {written}")


def _problem(where: str, message: str, hint: str = "") -> Finding:
    return Finding(where=where, message=message, hint=hint, level="error")
