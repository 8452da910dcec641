from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dossier.rendering.labels import Box, place, text_width
from dossier.rendering.pictures import Dot, Label

SIZE = 12


def dot(x: int, y: int, radius: float = 4) -> Dot:
    return Dot(x=x, y=y, radius=radius, hue="")


def box(label: Label) -> Box:
    """Return the room that a label's letters take, from font metrics rather than from the code."""
    long = text_width(label.text, SIZE)
    left = label.x - {"start": 0.0, "middle": long / 2, "end": long}[label.anchor]
    return Box(left + 1, label.y - SIZE * 0.75, left + long - 1, label.y + SIZE * 0.2)


def test_a_name_stands_to_the_right_of_its_dot() -> None:
    (label,) = place([(dot(50, 50), "Seoul")], SIZE, 200, 100)
    assert (label.anchor, label.x) == ("start", 57)


def test_at_the_edge_it_stands_to_the_left() -> None:
    (label,) = place([(dot(190, 50), "Seoul")], SIZE, 200, 100)
    assert (label.anchor, label.x) == ("end", 183)


def test_the_first_dot_chooses_first_and_who_finds_no_room_has_no_name() -> None:
    near = [(dot(20, 20), "Seoul"), (dot(20, 30), "Incheon-Nordwest"), (dot(20, 40), "Suwon")]
    assert [label.text for label in place(near, SIZE, 90, 50)] == ["Seoul", "Suwon"]


def test_east_asian_letters_are_wide() -> None:
    assert text_width("平壌", 10) > text_width("ab", 10) * 1.5


@given(
    st.lists(
        st.tuples(st.integers(0, 300), st.integers(0, 200), st.text("abcÄm", min_size=1)),
        max_size=15,
    )
)
def test_no_name_lies_on_another_nor_on_a_dot_nor_outside(
    places: list[tuple[int, int, str]],
) -> None:
    named = [(dot(x, y), name) for x, y, name in places]
    labels = place(named, SIZE, 300, 200)
    boxes = [box(label) for label in labels]
    assert not any(
        one.meets(other) for number, one in enumerate(boxes) for other in boxes[number + 1 :]
    )
    for one in boxes:
        assert one.left >= 0
        assert one.right <= 300
