"""Settings: read once, refused with a sentence, and a key that is whole or not there."""

import runpy
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import config as settings
from app.extraction import Tagger
from config import PACKAGED_TAGGER, ROOT, Config


def key(folder: Path) -> str:
    return Config.from_environment({"INSTANCE": str(folder)}).secret_key


def test_the_secret_is_made_once_and_kept_for_its_owner_alone(tmp_path: Path) -> None:
    first = key(tmp_path)
    assert 40 < len(first)
    assert key(tmp_path) == first
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600


def test_many_starts_at_once_agree_on_the_secret(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as starts:
        assert len(set(starts.map(lambda _: key(tmp_path), range(32)))) == 1


def test_a_secret_that_a_kill_left_empty_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "secret_key").touch()
    assert 40 < len(key(tmp_path))


@pytest.mark.parametrize("name", ["PORT", "TORCH_THREADS", "LEASE_SECONDS", "JOB_SECONDS"])
@pytest.mark.parametrize("given", ["eighty", "-1", "0", "1.5", "²"])
def test_a_number_that_is_none_is_refused_by_name(name: str, given: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=f"{name} must be a whole number above 0"):
        Config.from_environment({"INSTANCE": str(tmp_path), name: given})


def test_empty_settings_are_unset_ones(tmp_path: Path) -> None:
    env = {"PORT": " ", "API_TOKEN": "", "EMBEDDING_MODEL": "", "TAGGER": " ", "TRUSTED_HOSTS": " , "}
    env["INSTANCE"] = str(tmp_path)
    assert Config.from_environment(env) == Config.from_environment({"INSTANCE": str(tmp_path)})


def test_nothing_secret_is_printed(tmp_path: Path) -> None:
    shown = repr(Config.from_environment({"INSTANCE": str(tmp_path), "API_TOKEN": "tok-en", "SECRET_KEY": "se-cret"}))
    assert "tok-en" not in shown
    assert "se-cret" not in shown


def test_a_wrong_setting_ends_the_start_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INSTANCE", str(tmp_path))
    monkeypatch.setenv("PORT", "eighty")
    with pytest.raises(SystemExit, match="A setting is wrong: PORT must be a whole number above 0, not 'eighty'"):
        runpy.run_path(str(ROOT / "wsgi.py"))


def test_the_tagger_is_the_packaged_one_another_or_none(tmp_path: Path) -> None:
    def tagger(**given: str) -> Path | None:
        return Config.from_environment({"INSTANCE": str(tmp_path)} | given).tagger

    assert tagger() == PACKAGED_TAGGER == Tagger().folder
    assert tagger(TAGGER=str(tmp_path / "ours")) == tmp_path / "ours"
    assert tagger(TAGGER="none") is tagger(TAGGER=" None ") is None
    assert settings.test_config(tmp_path).tagger is None
