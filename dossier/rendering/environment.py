"""The environment in which templates run: Jinja's own, with its dearest steps made cheap.

A page of twenty paragraphs escapes a thousand texts, reads two thousand attributes and calls two
hundred macros. Jinja is ready for anything in each of them; what is here is as quick as strings,
dictionaries and plain calls allow, and leaves all else to Jinja: half the time, the same bytes.
"""

# ruff: noqa: ANN401 - a value in a template is of any type

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from types import CodeType
from typing import Any

import jinja2
import markupsafe
from jinja2.bccache import Bucket
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from dossier.rendering import direction

_as_markup = str.__new__  # without the questions that `Markup(text)` asks about its text


def environment(
    load: Callable[[str], tuple[str, str, None] | None],
    compiled: dict[str, bytes] | None = None,
) -> jinja2.Environment:
    """Return an environment whose templates come from `load`, as (source, file name, None).

    What is in `compiled` is not compiled again, and what is compiled goes there.
    A template has no globals and no chance: what it shows is in its view, or no hash would tell.
    """
    made = _Environment(
        loader=jinja2.FunctionLoader(load),
        autoescape=jinja2.select_autoescape(("html", "xml"), default_for_string=True),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=None if compiled is None else _Compiled(compiled),
    )
    made.globals.clear()
    del made.filters["random"]
    made.filters["language"] = direction.attributes
    made.filters["direction"] = direction.direction
    return made


class _Compiled(jinja2.BytecodeCache):
    def __init__(self, known: dict[str, bytes]) -> None:
        self._known = known

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._known:
            bucket.bytecode_from_string(self._known[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._known[bucket.key] = bucket.bytecode_to_string()


# What `markupsafe.escape` itself calls, in C; should it ever be renamed, the public way serves.
_escaped_text: Callable[[str], str] = getattr(markupsafe, "_escape_inner", escape)


def _escaped(value: object) -> str:
    """Return what stands in HTML for a value: as `markupsafe.escape`, but without a `Markup`."""
    if type(value) is str:
        return _escaped_text(value)
    return value if type(value) is Markup else escape(value)


class _Macro(Macro):
    """A macro that is mostly called with all its arguments by their places."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        variable = self.caller or self.catch_kwargs or self.catch_varargs
        self.places = -1 if variable else len(self.arguments)
        self.function = self._func


class _Context(Context):
    """Calls macros without asking what they are."""

    def call(self, called: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call what stands in a template; see `Context.call`."""
        if type(called) is _Macro and len(args) == called.places and self.eval_ctx.autoescape:
            kwargs.pop("_loop_vars", None)
            kwargs.pop("_block_vars", None)
            if not kwargs:
                return _as_markup(Markup, called.function(*args))
        return super().call(called, *args, **kwargs)


class _Template(jinja2.Template):
    @classmethod
    def from_code(
        cls,
        environment: jinja2.Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],  # noqa: A002 - Jinja's name
        uptodate: Callable[[], bool] | None = None,
    ) -> jinja2.Template:
        """Make a template; its code finds our functions under the names of Jinja's."""
        template = super().from_code(environment, code, globals, uptodate)
        template.root_render_func.__globals__.update(escape=_escaped, Macro=_Macro)
        return template


class _Environment(jinja2.Environment):
    template_class = _Template
    context_class = _Context

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Look up a name in a value: the interface's texts are a dictionary."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        try:
            return getattr(obj, attribute)
        except AttributeError:
            return super().getattr(obj, attribute)
