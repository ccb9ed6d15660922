"""A tagger for tests: a twin with the interface of the real one, which needs neither weights nor torch."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from app.extraction import Spans, Tagger, TaggerUnavailable
from app.extraction.candidates import Candidate, Reading

THAT = "that "


class TwinTagger(Tagger):
    """Finds what the rules find, with an opening "that" in the content as PolNeAR has it. `unsure`: confidences of
    contents by words in them. `wrong`: why it cannot be loaded."""

    def __init__(
        self, *, name: str = "tagger 0123abcd", unsure: Mapping[str, float] | None = None, wrong: str | None = None
    ) -> None:
        super().__init__()
        self._name = name
        self._unsure = dict(unsure or {})
        self.wrong = wrong
        self.read_times = 0

    @property
    def name(self) -> str:
        self.load()
        return self._name

    def problem(self) -> str | None:
        return self.wrong

    def load(self) -> tuple[None, None]:
        if self.wrong is not None:
            raise TaggerUnavailable(self.wrong)
        return None, None

    def ready(self) -> bool:
        return self.wrong is None

    def candidates(self, reading: Reading, ruled: Sequence[Candidate]) -> Iterator[Candidate]:
        self.load()
        self.read_times += 1
        for one in ruled:
            content = _with_that(reading.text, one.content)
            words = " ".join(reading.text[start:end] for start, end in content)
            confidence = next((value for part, value in self._unsure.items() if part in words), one.confidence)
            yield replace(one, content=content, confidence=confidence, rule="twin")


def _with_that(text: str, content: Spans) -> Spans:
    (start, end), *rest = content
    return ((start - len(THAT), end), *rest) if text[:start].endswith(THAT) else content
