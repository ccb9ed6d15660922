"""The table of reliability as a picture: how often finds of each confidence are right, against the line of no error."""

from collections.abc import Iterator, Sequence

from app.training.calibration import Bin

SIDE, MARGIN, FOOT = 300, 48, 40
INK, BAR, LINE = "#444444", "#4a6fa5", "#b5523b"  # readable on white and on near-black


def picture(table: Sequence[Bin]) -> str:
    """An SVG of 396 by 388 units that needs no script, font or style of its own."""
    width, height = SIDE + 2 * MARGIN, SIDE + MARGIN + FOOT
    shapes = "".join(_shapes(table))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" font-family="sans-serif" '
        f'font-size="12"><title>Share of right finds by confidence</title>'
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>{shapes}</svg>\n'
    )


def _shapes(table: Sequence[Bin]) -> Iterator[str]:
    most = max((each.finds for each in table), default=1)
    for each in table:
        left, right = _x(each.least), _x(each.most)
        top = _y(each.right)
        yield f'<rect x="{left + 2:.0f}" y="{top:.1f}" width="{right - left - 4:.0f}" height="{_y(0) - top:.1f}" '
        yield f'fill="{BAR}" opacity="{0.35 + 0.65 * (each.finds / most) ** 0.3:.2f}"/>'
        yield _text((left + right) / 2, top - 4, str(each.finds))
    yield f'<line x1="{_x(0)}" y1="{_y(0)}" x2="{_x(1)}" y2="{_y(1)}" stroke="{LINE}" stroke-dasharray="4 3"/>'
    for tenth in range(0, 11, 2):
        yield _text(_x(tenth / 10), _y(0) + 16, f"{tenth / 10:.1f}")
        yield _text(_x(0) - 18, _y(tenth / 10) + 4, f"{tenth / 10:.1f}")
    yield _text(_x(0.5), _y(0) + 34, "confidence (numbers over the bars: finds)")
    yield _text(_x(0) + 30, _y(1) - 12, "share of right ones")


def _text(x: float, y: float, words: str) -> str:
    return f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="middle" fill="{INK}">{words}</text>'


def _x(share: float) -> float:
    return MARGIN + SIDE * share


def _y(share: float) -> float:
    return MARGIN + SIDE * (1 - share)
