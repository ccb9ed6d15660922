"""A text read once: paragraphs, quotations, sentences. Every source of candidates starts from this."""

from app.extraction.candidates import Reading
from app.extraction.marks import quotations
from app.extraction.outline import outline
from app.extraction.paragraphs import paragraph_spans


def read(text: str) -> Reading:
    """The reading of ``text``."""
    paragraphs = paragraph_spans(text)
    found = quotations(text, paragraphs)
    pieces = [(span, quotation) for quotation in found for span in quotation.spans]
    pieces.sort(key=lambda piece: piece[0])
    sentences = []
    at = 0
    for paragraph in paragraphs:
        inside = []
        while at < len(pieces) and pieces[at][0][0] < paragraph[1]:
            inside.append(pieces[at])
            at += 1
        sentences.append(outline(text, paragraph, inside))
    return Reading(text, paragraphs, found, [span for span, _ in pieces], sentences)
