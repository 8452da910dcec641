from __future__ import annotations

import pytest

from dossier import errors
from dossier.errors import ConfigError, DossierError, Finding


def test_an_error_becomes_a_finding_for_work_that_goes_on() -> None:
    error = DossierError("it is broken", where="a.md:3", hint="mend it")
    assert error.as_finding() == Finding(
        where="a.md:3", message="it is broken", hint="mend it", level="error"
    )
    assert str(error) == "it is broken"


def test_a_configurations_error_holds_all_problems_and_names_the_first() -> None:
    problems = tuple(Finding(where=f"a:{n}", message=f"m{n}", hint=f"h{n}") for n in (1, 2))
    error = ConfigError(problems)
    assert error.problems == problems
    assert (error.where, error.message, error.hint) == ("a:1", "m1", "h1")


@pytest.mark.parametrize(
    "kind", ["ConfigError", "ReadingError", "PageFileError", "ThemeError", "SearchError"]
)
def test_whoever_catches_dossier_error_catches_them_all(kind: str) -> None:
    assert issubclass(getattr(errors, kind), DossierError)


def test_a_finding_is_a_warning_unless_it_says_otherwise() -> None:
    assert Finding(where="a", message="m").level == "warning"
