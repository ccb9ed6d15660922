"""One thing an editor can do to speakers, before it is done: the same value is rehearsed for the preview and
decided."""

from dataclasses import dataclass

KINDS = ("rename", "alias", "merge", "apart", "split", "reassign", "never")
LONGEST_NAME, LONGEST_NOTE, LONGEST_EDITOR = 120, 2_000, 80


@dataclass(frozen=True, slots=True)
class Act:
    """By kind:

    rename, alias: `speaker_id` is called, or also called, `name` (one name alone is only shown by a rename, and given
    by an alias) · merge: `other_id` is `speaker_id` · apart: the two
    are not one · split: `claims` are not `speaker_id`'s but a namesake's, shown as `name` · reassign: `claims` are
    `speaker_id`'s, or of a new speaker called `name`, or nobody's known · never: `claims`, or whatever is found under
    `name`, are not `other_id`'s."""

    kind: str
    speaker_id: int | None = None
    other_id: int | None = None
    name: str | None = None
    claims: tuple[int, ...] = ()
    note: str = ""
