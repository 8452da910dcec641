from __future__ import annotations

import random
from itertools import pairwise

import pytest

from dossier import bundles
from dossier.bundles import divide, of_pages


def ids(number: int) -> list[str]:
    """Ids of articles over ten years, as evenly as news comes."""
    days = [(2014 + day // 365, day % 365 // 31 + 1, day % 31 + 1) for day in range(3650)]
    chosen = (days[n * len(days) // number] for n in range(number))
    return [f"{year}-{month:02}-{day:02}-{n:05}" for n, (year, month, day) in enumerate(chosen)]


def changed(before: list[str], after: list[str]) -> list[str]:
    """Folders of the bundles that have other articles afterwards."""
    known = divide(before)
    return [bundle.path for bundle in divide(after) if bundle not in known]


@pytest.mark.parametrize("number", [0, 1, 2_000])
def test_a_small_dossier_has_one_bundle(number: int) -> None:
    (one,) = divide(ids(number))
    assert one.path == "pagefind/"
    assert len(one.articles) == number


@pytest.mark.parametrize("number", [2_001, 5_000, 10_000, 40_000])
def test_every_article_is_in_one_bundle_and_the_newest_is_small(number: int) -> None:
    made = divide(ids(number))
    assert sorted(one for bundle in made for one in bundle.articles) == sorted(ids(number))
    assert 2 <= len(made) <= 4
    assert made[0].path == "pagefind/"
    assert 0 < len(made[0].articles) < 1_000
    ages = [(min(bundle.articles), max(bundle.articles)) for bundle in made]
    assert all(newer[0] > older[1] for newer, older in pairwise(ages))


def test_batches_are_small_and_hold_every_page_once_in_order() -> None:
    for bundle in divide(ids(10_000)):
        batches = list(bundle.batches())
        assert [page for batch in batches for page in batch] == list(bundle.pages())
        assert all(len(batch) <= 192 for batch in batches)
        assert all(len(batch) >= 80 for batch in batches[:-1])


def test_who_comes_or_goes_changes_few_batches() -> None:
    held = ids(1_900)
    (before,) = divide(held)
    known = set(before.batches())
    moved = []
    for number in range(0, 1_900, 50):
        (more,) = divide([*held, f"{held[number]}-late"])
        (less,) = divide(held[:number] + held[number + 1 :])
        moved += [len(set(one.batches()) - known) for one in (more, less)]
    assert sum(moved) / len(moved) < 2
    (newer,) = divide([*held, "2024-02-01-00000"])
    assert len(set(newer.batches()) - known) == 1


def test_the_order_in_which_articles_come_is_of_no_matter() -> None:
    mixed = ids(3_000)
    random.Random(1).shuffle(mixed)  # noqa: S311 - the same order every time
    assert divide(mixed) == divide(ids(3_000))


def test_a_new_article_changes_the_newest_bundle_only() -> None:
    held = ids(6_200)
    steps = [
        changed(held + [f"2024-01-{n:05}" for n in range(more)],
                held + [f"2024-01-{n:05}" for n in range(more + 1)])
        for more in range(0, 400, 7)
    ]  # fmt: skip
    moved = [step for step in steps if step != ["pagefind/"]]
    assert len(moved) <= 1


def test_a_late_arrival_changes_the_bundle_of_its_time() -> None:
    held = ids(10_000)
    oldest = divide(held)[-1].path
    late = [changed(held, [*held, f"2014-0{month}-17-late"]) for month in range(1, 7)]
    assert [oldest] in late
    assert sum(len(step) for step in late) < 12  # borders between months hardly ever move


def test_a_busy_month_is_divided_too() -> None:
    busy = [f"2023-09-{n % 30 + 1:02}-{n:05}" for n in range(4_000)]
    assert len(divide(busy)) > 2
    assert len(divide([f"story-{n:05}" for n in range(4_000)])) > 2


def test_only_the_pages_of_articles_count() -> None:
    pages = ["index.html", "people/index.html", "articles/index.html", "articles/2023/index.html",
             "articles/2023-09-kim/index.html", "topics/summit/index.html"]  # fmt: skip
    (one,) = of_pages(pages)
    assert one.articles == ("2023-09-kim",)
    assert one.pages() == ("articles/2023-09-kim/index.html",)
    assert one.path == bundles.FOLDER
