"""The picture of reliability is a whole SVG, with a bar for each bin."""

from xml.etree import ElementTree

from app.training.calibration import Bin
from app.training.picture import picture


def test_every_bin_has_its_bar() -> None:
    drawn = ElementTree.fromstring(picture([Bin(0.2, 0.3, 4, 0.25, 0.5), Bin(0.9, 1.0, 90, 0.97, 0.96)]))
    bars = [each for each in drawn.iter("{http://www.w3.org/2000/svg}rect") if each.get("opacity")]
    assert [float(bar.get("height", 0)) for bar in bars] == [150.0, 288.0]
    assert float(bars[0].get("x", 0)) < float(bars[1].get("x", 0))


def test_nothing_measured_is_an_empty_frame() -> None:
    drawn = ElementTree.fromstring(picture([]))
    assert not [each for each in drawn.iter("{http://www.w3.org/2000/svg}rect") if each.get("opacity")]
