"""Shapes are read from every usual spelling and written so that they read back the same."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from data.feeds.geometry import GeometryError, Shape, parse, path_geojson, path_wkt, ring_geojson, ring_wkt

POINTS = st.tuples(st.floats(73, 136), st.floats(3, 54))
RING = ((113.0, 34.0), (114.0, 34.0), (114.0, 35.0))


@pytest.mark.parametrize(
    "written",
    [
        "POLYGON ((113 34, 114 34, 114 35, 113 34))",
        "polygon((113 34,114 34,114 35,113 34))",
        "SRID=4326;POLYGON Z ((113 34 9, 114 34 9, 114 35 9, 113 34 9))",
        "MULTIPOLYGON (((113 34, 114 34, 114 35, 113 34)))",
        '{"type": "Polygon", "coordinates": [[[113, 34], [114, 34], [114, 35], [113, 34]]]}',
        {"type": "MultiPolygon", "coordinates": [[[[113, 34], [114, 34], [114, 35], [113, 34]]]]},
    ],
)
def test_a_ring_is_read_open_from_every_spelling(written: object) -> None:
    assert parse(written) == (Shape.AREA, RING, 0)


def test_holes_are_left_out_and_counted() -> None:
    hole = "(113.5 34.2, 113.6 34.2, 113.6 34.3, 113.5 34.2)"
    assert parse(f"POLYGON ((113 34, 114 34, 114 35, 113 34), {hole})") == (Shape.AREA, RING, 1)


def test_a_bare_list_of_points_is_a_path() -> None:
    assert parse("113,34; 114,34;") == (Shape.LINE, ((113.0, 34.0), (114.0, 34.0)), 0)


@pytest.mark.parametrize(
    "written",
    ["", "POLYGON EMPTY", "POLYGON ((113 34))", "LINESTRING (113)", "LINESTRING (113 34)", "POINT ()",
     "POLYGON ((a b, c d, e f))",
     "POLYGON ((nan 34, 114 34, 114 35))", "((((((((1 2))))))))", "POLYGON (((((((1 2)))))))", "113,34",
     {"type": "Circle"}, {},
     {"type": "Polygon", "coordinates": [[1, 2]]}, {"type": "Polygon"}, 5.0, "{"],
)  # fmt: skip
def test_what_is_no_shape_is_refused(written: object) -> None:
    with pytest.raises(GeometryError):
        parse(written)


@given(st.lists(POINTS, min_size=3, max_size=30))
def test_a_ring_written_reads_back_the_same(points: list[tuple[float, float]]) -> None:
    ring = tuple(points)
    assume(ring[0] != ring[-1] and len(set(ring)) >= 3)
    assert parse(ring_wkt(ring)) == (Shape.AREA, ring, 0)
    assert parse(ring_geojson(ring)) == (Shape.AREA, ring, 0)


@given(st.lists(POINTS, min_size=2, max_size=30))
def test_a_path_written_reads_back_the_same(points: list[tuple[float, float]]) -> None:
    assert parse(path_wkt(tuple(points))) == (Shape.LINE, tuple(points), 0)
    assert parse(path_geojson(tuple(points))) == (Shape.LINE, tuple(points), 0)


@given(st.text(max_size=60) | st.from_regex(r"(POLYGON|MULTIPOLYGON|POINT) ?[()0-9 ,.e+-]{0,40}"))
def test_any_text_is_a_shape_or_a_refusal(text: str) -> None:
    try:
        _, path, _ = parse(text)
    except GeometryError:
        return
    assert path
