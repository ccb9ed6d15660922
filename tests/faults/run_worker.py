"""A worker as a process of its own: `python -m tests.faults.run_worker FOLDER [LEASE] [JOB_SECONDS]`.

It reads with the deterministic embedder, and meets an accident where the text asks for one: that stands in for the
library that hangs, crashes or eats memory. It works until the queue holds nothing that could still become due.
"""

import os
import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app import create_app, jobs, pipeline, worker
from app.embedding import HashingEmbedder
from config import test_config


class Accidents(HashingEmbedder):
    """The twin, with four ways to fail."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        text = " ".join(texts)
        if "poison raises" in text:
            raise ValueError("a poisoned text")
        if "poison hangs" in text:
            time.sleep(3600)
        if "poison crashes" in text:
            os.kill(os.getpid(), signal.SIGSEGV)
        if "poison eats memory" in text:
            raise MemoryError
        if "slowly now" in text:
            time.sleep(3)
        return super().encode(texts)


def main(folder: str, lease: str = "1", job_seconds: str = "300") -> None:
    config = test_config(Path(folder), lease_seconds=int(lease), job_seconds=int(job_seconds))
    house = create_app(config, embedder=Accidents()).extensions["house"]
    pipeline.warm_up(house.embedder)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    while True:
        worker.work(house, once=True)
        with house.database.reading() as session:
            counts = jobs.counts(session)
        if counts["waiting"] + counts["taken"] == 0:
            return
        time.sleep(0.05)


if __name__ == "__main__":
    main(*sys.argv[1:])
