"""What an address asks for, read forgivingly: a value that cannot be read is as good as none."""

from datetime import date

from flask import request

from app.search.paging import page_number


def word(name: str, default: str = "") -> str:
    return request.args.get(name, default).strip()


def whole(name: str) -> int | None:
    """A number from 0 on, of up to 18 figures."""
    typed = word(name)
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= 18 else None


def day(name: str) -> date | None:
    """A day as 2024-09-13."""
    try:
        return date.fromisoformat(word(name))
    except ValueError:
        return None


def page() -> int:
    return page_number(request.args.get("page"))
