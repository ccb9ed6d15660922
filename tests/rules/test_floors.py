"""The rules of the house: imports point down, one commit, one reader of the environment, one room for the network."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
APP = ROOT / "app"

FLOORS = {
    "extraction": 0,
    "speakers": 0,
    "identity": 0,
    "embedding": 0,
    "matching": 0,
    "errors": 0,
    "values": 1,
    "models": 1,
    "db": 1,
    "logs": 1,
    "migrate": 1,
    "search": 2,
    "ingest": 3,
    "jobs": 3,
    "storing": 3,
    "review": 3,
    "pipeline": 3,
    "batch": 3,
    "training": 3,
    "evaluation": 3,
    "current": 4,
    "access": 4,
    "faults": 4,
    "worker": 4,
    "api": 4,
    "cli": 4,
    "dashboard": 4,
    "__init__": 5,
}
PURE = ("extraction", "speakers", "identity", "embedding", "matching")
NOT_PURE = {"flask", "sqlalchemy", "requests", "urllib3", "httpx", "socket", "time", "random", "secrets"}
NETWORK = {"socket", "requests", "urllib.request", "http.client", "httpx", "urllib3", "aiohttp", "ftplib", "smtplib"}
LISTENS = {"app/worker.py"}  # asks for the machine's own name
NEVER = {"pickle", "shelve", "marshal", "dill", "cloudpickle", "joblib"}


@cache
def modules() -> tuple[Path, ...]:
    return tuple(sorted(APP.rglob("*.py")))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def room(path: Path) -> str:
    first = path.relative_to(APP).parts[0]
    return first.removesuffix(".py")


def imports(path: Path) -> Iterator[tuple[str, ast.AST]]:
    """Every module that a file imports, by its full name; `from app import x` gives app.x."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module, node
            if node.module == "app":
                yield from ((f"app.{alias.name}", node) for alias in node.names)


def test_every_room_has_a_floor() -> None:
    assert {room(path) for path in modules()} <= set(FLOORS)


@pytest.mark.parametrize("path", modules(), ids=name)
def test_imports_point_down(path: Path) -> None:
    here = room(path)
    for module, _ in imports(path):
        if not module.startswith("app."):
            continue
        there = module.split(".")[1]
        if there == here or there not in FLOORS:
            continue
        assert FLOORS[there] <= FLOORS[here], f"{here} (floor {FLOORS[here]}) imports {module}"
        if here in PURE:
            assert there not in PURE, f"{here} knows {there}: rooms on floor 0 do not know each other"


@pytest.mark.parametrize("path", [p for p in modules() if room(p) in PURE], ids=name)
def test_floor_0_is_pure(path: Path) -> None:
    for module, _ in imports(path):
        assert module.split(".")[0] not in NOT_PURE, f"imports {module}"
        own = not module.startswith("app.") or room(path) == module.split(".")[1]
        assert own or module == "app.errors" or module.startswith("app.errors."), f"imports {module}"


@pytest.mark.parametrize("path", [p for p in modules() if FLOORS[room(p)] < 4], ids=name)
def test_no_flask_or_click_below_the_doors(path: Path) -> None:
    for module, _ in imports(path):
        assert module.split(".")[0] not in {"flask", "apiflask", "flask_wtf", "click", "rich"}, f"imports {module}"


def test_one_commit() -> None:
    found = [
        name(path)
        for path in modules()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "commit"
    ]
    assert found == ["app/db.py"]


def test_only_doors_open_a_transaction() -> None:
    found = {
        room(path)
        for path in modules()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "transaction"
    }
    assert found <= {"worker", "api", "cli", "dashboard", "evaluation"}


@pytest.mark.parametrize("path", modules(), ids=name)
def test_the_environment_is_read_in_config_only(path: Path) -> None:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "os":
            assert node.attr not in {"environ", "getenv", "putenv"}, f"line {node.lineno}"


@pytest.mark.parametrize("path", modules(), ids=name)
def test_only_the_fetcher_opens_a_connection(path: Path) -> None:
    if name(path) in LISTENS | {"app/ingest/fetch.py"}:
        return
    for module, _ in imports(path):
        assert module not in NETWORK, f"imports {module}"
        assert module.split(".")[0] not in {"requests", "httpx", "urllib3", "aiohttp"}, f"imports {module}"
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Attribute):
            assert node.attr not in {"fetch_url", "fetch_response", "urlopen"}, f"line {node.lineno}"


@pytest.mark.parametrize("path", modules(), ids=name)
def test_no_pickle(path: Path) -> None:
    assert not {module.split(".")[0] for module, _ in imports(path)} & NEVER


@pytest.mark.parametrize("path", modules(), ids=name)
def test_modules_and_functions_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 60, (
                f"{node.name} is {(node.end_lineno or 0) - node.lineno + 1}"
            )


@pytest.mark.parametrize("path", modules(), ids=name)
def test_names_and_docstrings(path: Path) -> None:
    assert path.stem not in {"utils", "util", "helpers", "helper", "common", "misc", "services"}
    assert ast.get_docstring(tree(path)), "a module opens with a sentence on what it gives"
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id != "print", f"line {node.lineno}"
