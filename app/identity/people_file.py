"""A file of people, their offices and other names, read into values: Popolo JSON or CSV. Whatever is wrong with one
row is said in a sentence and left out; only a file that cannot be read as a whole is an error.
"""

from app.errors import InvalidInput
from app.identity.people_csv import read_csv
from app.identity.popolo import read_popolo
from app.identity.values import PeopleFile

LARGEST = 5_000_000
"""Bytes of a file: twenty times a parliament's."""


def read_people(data: bytes, *, name: str) -> PeopleFile:
    """The people of a file, which is CSV if its `name` ends so, Popolo JSON if it ends so or begins like it.

    Raises InvalidInput, with a sentence, on a file that is empty, too large, not in UTF-8 or of another form.
    """
    if LARGEST < len(data):
        raise InvalidInput(f"This file is larger than {LARGEST // 1_000_000} MB.", code="too_large")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidInput("This file is not in UTF-8.", code="not_utf8") from error
    if not text.strip():
        raise InvalidInput("There is nothing in this file.", code="empty")
    ending = name.casefold().rpartition(".")[2]
    is_json = ending == "json" or (ending not in ("csv", "tsv") and text.lstrip()[:1] in ("{", "["))
    return read_popolo(text) if is_json else read_csv(text)
