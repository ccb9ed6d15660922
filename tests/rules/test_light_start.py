"""Starting is cheap: the application and its command line load no library that only some commands need, which would
cost seconds each time."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("torch", "sentence_transformers", "transformers", "trafilatura", "sklearn", "scipy", "alembic")
LOOK = f"import sys; from app import create_app; print([name for name in {HEAVY!r} if name in sys.modules])"


def test_importing_the_application_loads_nothing_heavy() -> None:
    found = subprocess.run([sys.executable, "-c", LOOK], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
