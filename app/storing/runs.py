"""The run that made a row: the same method with the same parameters is one run, however often it is used."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import Run


def the_run(session: Session, method: str, version: str, parameters: Mapping[str, Any], *, now: datetime) -> int:
    """The id of this run, made where it is new."""
    key = json.dumps(parameters, sort_keys=True, ensure_ascii=False)
    same = select(Run.id).where(Run.method == method, Run.version == version, Run.parameters_key == key)
    if (known := session.scalars(same).one_or_none()) is not None:
        return known
    run = Run(method=method, version=version, parameters=dict(parameters), parameters_key=key, first_used_at=now)
    session.add(run)
    session.flush()
    return run.id
