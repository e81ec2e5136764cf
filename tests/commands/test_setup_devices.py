"""``guichet setup``: where pièces come from."""

from click.testing import CliRunner

from app.__main__ import group
from app.actions.settings import read_settings
from app.models.settings import Devices


def setup(folder, *options):
    return CliRunner().invoke(group(), ["setup", "--data", str(folder), *options])


def test_devices_that_are_named_are_written(tmp_path):
    setup(tmp_path, "--scanner", "airscan:e0:HP", "--feeder", "ADF", "--folder", "/srv/scans", "--files", "/media")
    assert read_settings(tmp_path).devices == Devices("airscan:e0:HP", "ADF", "/srv/scans", "/media")


def test_without_devices_there_is_no_table(tmp_path):
    assert setup(tmp_path).exit_code == 0
    assert "devices" not in (tmp_path / "settings.toml").read_text("utf-8")


def test_devices_that_do_not_fit_write_nothing(tmp_path):
    for options in (["--files", "media"], ["--feeder", "ADF"], ["--scanner", "a\nb"]):
        done = setup(tmp_path, *options)
        assert (done.exit_code, isinstance(done.exception, SystemExit)) == (1, True)
    assert not (tmp_path / "settings.toml").exists()
