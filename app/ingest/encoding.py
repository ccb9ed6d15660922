"""Bytes that should be text: told from binary data first, then decoded without ever failing on a single letter."""

from app.errors import UserError

_MAGIC = (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"\x7fELF", b"\xd0\xcf\x11\xe0")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_TEXT_CONTROLS = bytes(range(9, 14)) + b"\x1b"
_CONTROLS = bytes(byte for byte in range(32) if byte not in _TEXT_CONTROLS)
_MOST_CONTROLS = 0.05  # random bytes hold 0.10, a damaged text next to none
_HEAD = 65_536


def refuse_binary(data: bytes) -> None:
    """Raises UserError, status 415, code `binary`, for bytes that are no text: by the mark of a known format, or by
    their share of control characters."""
    head = data[:_HEAD]
    controls = len(head) - len(head.translate(None, delete=_CONTROLS))
    if head.startswith(_UTF_16):
        return
    if head.startswith(_MAGIC) or _MOST_CONTROLS * len(head) < controls:
        raise UserError("This holds no text but binary data.", code="binary", status=415)


def decode(data: bytes) -> str:
    """UTF-8, or UTF-16 where it is marked; else Windows' Western letters, in which older newsroom systems write their
    quotation marks. Raises UserError, code `binary`, for what is no text."""
    refuse_binary(data)
    if data.startswith(_UTF_16):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
