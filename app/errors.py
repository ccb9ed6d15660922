"""The few errors that a user can cause. Writing rooms raise them; each door translates them once.

Anything else that is raised is a bug: a traceback in the log and a generic page.
"""


class UserError(Exception):
    """A mistake that a person can mend. `code` is a stable word for programs, the message a sentence for people."""

    status = 400
    code = "bad_request"

    def __init__(self, sentence: str, *, code: str | None = None, status: int | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.code = code or type(self).code
        self.status = status or type(self).status


class InvalidInput(UserError):
    """What was given cannot be read or breaks a rule."""

    status = 422
    code = "invalid_input"


class NotFound(UserError):
    """There is no such record."""

    status = 404
    code = "not_found"


class Conflict(UserError):
    """Somebody else was first, or the record has moved on."""

    status = 409
    code = "conflict"


class Forbidden(UserError):
    """The caller may not do this."""

    status = 403
    code = "forbidden"


class Upstream(UserError):
    """Something outside this service failed: another host, or a model that cannot be loaded."""

    status = 502
    code = "upstream"
