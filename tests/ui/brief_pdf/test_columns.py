from __future__ import annotations

from ui.brief_pdf.columns import LEAST_WIDTH, Columns


def test_columns_stand_side_by_side_and_a_wider_page_gives_its_width_to_the_text() -> None:
    narrow, wide = Columns(LEAST_WIDTH), Columns(LEAST_WIDTH + 100)
    for at in (narrow, wide):
        edges = [edge for one in (at.edge, at.label, at.body, at.figure, at.aside) for edge in (one.left, one.right)]
        assert edges == sorted(edges)
        assert at.aside.right == at.whole.right
    assert wide.body.width == narrow.body.width + 100
    assert wide.figure.width == narrow.figure.width
