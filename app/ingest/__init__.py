"""From what people hand in to rows: reading texts and pages, the same article twice, versions, copies.

`records`, `files` and `html` read; `save` writes in the caller's transaction and never commits. No network here.
"""
