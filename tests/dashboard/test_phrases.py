"""How values are put into words."""

import pytest

from app.dashboard.phrases import reason


@pytest.mark.parametrize(
    ("told", "parts"),
    [
        ("same but: 350m crowns -> 410m crowns", ("same but", "350m crowns", "410m crowns")),
        ("opposite: open -> close", ("opposite", "open", "close")),
        ("opposite: (no polarity) -> no freeze", ("only one says: no freeze", "", "")),
        ("opposite: no medical -> (no polarity)", ("only one says: no medical", "", "")),
        ("differs: before noon -> at night", ("differs: before noon → at night", "", "")),
        ("adds: last year", ("adds: last year", "", "")),
        ("the same words", ("the same words", "", "")),
        ("", ("", "", "")),
    ],
)
def test_reasons_in_parts(told: str, parts: tuple[str, str, str]) -> None:
    assert reason(told) == parts
