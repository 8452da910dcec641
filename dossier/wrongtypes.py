"""What is wrong with a value of `dossier.toml`, in words that editors know."""

from __future__ import annotations

import re

_WORDS = {
    "`str | object`": "text, or a table of texts by language",
    "`array | object`": "a list, or a table of lists by language",
    "`object | array`": "a list, or a table of lists by language",
    "`str`": "text in quotation marks",
    "`array`": "a list in square brackets",
    "`object`": "a table",
    "`int`": "a whole number",
    "`float | null`": "a number",
    "`float`": "a number",
    "`bool`": "true or false",
    "`null`": "nothing",
}


def explain(key: str, message: str) -> tuple[str, str]:
    """Return what is wrong with the value of `key`, and a hint, from what msgspec says.

    >>> explain("jobs", "Expected `int`, got `str`")
    ('`jobs` has the wrong type', 'it wants a whole number')
    """
    message = message.partition(" - at `$")[0]
    wrong = re.search(r"Expected (`[^`]+`)", message)
    if wrong:
        return f"`{key}` has the wrong type", f"it wants {_WORDS.get(wrong[1], wrong[1])}"
    if "enum" in message:
        problem = f"`{key}` has a value that does not exist: {message}"
        return problem, "valid here: `full`, `excerpt`, `link`, `private`"
    return f"`{key}`: {message}", ""
