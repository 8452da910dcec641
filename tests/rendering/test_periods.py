from __future__ import annotations

from pathlib import Path

from dossier.effects import theme
from dossier.rendering.periods import by_period, runs
from dossier.rendering.theming import Theme

DE = Theme(*theme.load(Path("none"))).wording("de")


def test_a_short_list_is_one_page_without_links() -> None:
    (page,) = by_period(runs(["2023", "2022", ""], str), "x/", DE)
    assert (page.href, page.items, page.links) == ("x/", ("2023", "2022", ""), ())


def test_a_long_list_is_split_by_year_and_the_newest_stands_first() -> None:
    items = ["2021-05"] * 3 + ["2023-01"] * 2 + [""]
    pages = by_period(runs(items, str), "x/", DE, long=4)
    assert [page.href for page in pages] == ["x/", "x/2021/", "x/2023/", "x/undated/"]
    assert pages[0].items == pages[2].items == ("2023-01", "2023-01")
    rows = [page.links for page in pages[:2]]
    assert [[link.text for link in row] for (row,) in rows] == 2 * [["2021", "2023", "Ohne Datum"]]
    assert [[link.count for link in row] for (row,) in rows] == [["3", "2", "1"], ["", "", ""]]
    current = [[link.current for link in row] for (row,) in rows]
    assert current == [[False, True, False], [True, False, False]]


def test_what_comes_changes_the_first_page_and_that_of_its_year() -> None:
    items = ["2021-05"] * 3 + ["2022"] * 2 + ["2023-01"] * 2
    before, after = (
        {page.href: page for page in by_period(runs(held, str), "x/", DE, long=4)}
        for held in (items, ["2021-05", *items])
    )
    assert [href for href in before if before[href] != after[href]] == ["x/", "x/2021/"]


def test_an_undated_list_has_no_newest_year() -> None:
    (page,) = by_period(runs([""] * 9, str), "x/", DE, long=4)
    assert page.items == ("",) * 9


def test_a_year_too_long_for_one_page_is_split_by_month() -> None:
    items = ["2023-01-05"] * 300 + ["2023-11"] * 250 + ["2023"] * 2 + ["2022"] * 3
    pages = {page.href: page for page in by_period(runs(items, str), "x/", DE)}
    assert set(pages) == {"x/", "x/2022/", "x/2023/", "x/2023-01/", "x/2023-11/"}
    assert pages["x/2023/"].items == ("2023", "2023")  # those of which no month is known
    assert len(pages["x/2023-01/"].items) == 300
    years, months = pages["x/2023-11/"].links
    assert [link.text for link in years] == ["2022", "2023"]
    assert [link.text for link in months] == ["Januar", "November"]
    assert [link.text for link in (*years, *months) if link.current] == ["2023", "November"]
    assert [link.text for link in pages["x/2022/"].links[0] if link.current] == ["2022"]
    assert len(pages["x/2022/"].links) == 1
    assert not any(link.current for link in pages["x/2023/"].links[1])
    assert sum(len(page.items) for href, page in pages.items() if href != "x/") == len(items)


def test_a_year_without_items_of_its_own_shows_its_newest_month() -> None:
    items = ["2023-01"] * 300 + ["2023-02"] * 300
    pages = {page.href: page for page in by_period(runs(items, str), "x/", DE)}
    assert pages["x/"].items == pages["x/2023/"].items == pages["x/2023-02/"].items
    assert [link.text for row in pages["x/"].links for link in row if link.current] == [
        "2023",
        "Februar",
    ]


def test_of_many_years_the_oldest_share_a_page() -> None:
    items = [str(year) for year in range(1990, 2010)] + ["2010"] * 90 + ["2011"] * 20
    pages = {page.href: page for page in by_period(runs(items, str), "x/", DE, long=40)}
    old = pages["x/earlier/"]
    assert old.items == tuple(str(year) for year in range(1990, 2001))
    assert [link.text for link in old.links[0]][:2] == ["bis 2000", "2001"]
    assert [link.current for link in old.links[0]][:2] == [True, False]
    assert pages["x/"].links[0][0].count == "11"
    assert len(old.links[0]) == 12
    assert "x/1990/" not in pages
    assert pages["x/"].items == ("2011",) * 20


def test_months_of_years_that_share_a_page_are_named_with_their_year() -> None:
    years = [f"{year}-05" for year in range(1990, 2003)]
    pages = {
        page.href: page for page in by_period(runs([*years, *["2003-01"] * 501], str), "x/", DE)
    }
    months = pages["x/1991-05/"].links[1]
    assert [link.text for link in months][:2] == ["Mai 1990", "Mai 1991"]
    assert [link.text for link in pages["x/2003/"].links[1]] == ["Januar"]


def test_old_years_that_hold_much_stay_by_themselves() -> None:
    items = [str(year) for year in range(1990, 2010) for _ in range(30)]
    pages = {page.href for page in by_period(runs(items, str), "x/", DE, long=40)}
    assert "x/earlier/" not in pages
    assert "x/1990/" in pages


def test_what_lies_ahead_is_not_the_newest() -> None:
    items = ["2022"] * 5 + ["2023"] * 5 + ["2030"]
    pages = by_period(runs(items, str), "x/", DE, long=4, today="2023-05")
    assert pages[0].items == ("2023",) * 5
    assert "x/2030/" in [page.href for page in pages]
    ahead = by_period(runs(["2030"] * 3 + ["2031"] * 3, str), "x/", DE, long=4, today="2023")
    assert ahead[0].items == ("2031",) * 3
