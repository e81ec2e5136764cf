"""What comes late is not run before something of it is asked for, and is then as if it had been there."""

import subprocess
import sys
from importlib import import_module

import pytest

from app.ui.late import correcting, load, loading_late


@pytest.fixture
def noisy(tmp_path, monkeypatch):
    """A module that leaves a file behind when it is run."""
    (tmp_path / "noisy.py").write_text(
        "from pathlib import Path\nPath(__file__).with_suffix('.ran').touch()\nANSWER = 42\n", encoding="utf-8"
    )
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "noisy", raising=False)
    yield tmp_path / "noisy.ran"
    sys.modules.pop("noisy", None)


def test_it_runs_when_something_of_it_is_asked_for(noisy):
    with loading_late("noisy"):
        module = import_module("noisy")
    named = module.__name__, str(module.__spec__ and module.__spec__.name)
    assert (named, noisy.exists()) == (("noisy", "noisy"), False)
    assert (module.ANSWER, noisy.exists()) == (42, True)
    with pytest.raises(AttributeError):
        _none = module.QUESTION


def test_others_are_run_at_once(noisy):
    with loading_late("another"):
        module = import_module("noisy")
    assert noisy.exists()
    assert module.ANSWER == 42


WRONG_CALL = """
import sys
import app.ui
from PySide6.QtCore import QTimer
print("argparse" in sys.modules)
try:
    QTimer.singleShot("x", "y", "z")
except TypeError as error:
    print("Supported signatures" in str(error))
"""


def test_a_wrong_call_of_qt_is_still_explained():
    said = subprocess.run([sys.executable, "-c", WRONG_CALL], capture_output=True, text=True, check=True).stdout
    assert said.split() == ["False", "True"]


def test_what_is_late_can_be_loaded_before_threads_begin(noisy):
    with loading_late("noisy"):
        import_module("noisy")
    load("noisy", "no-such-module", "sys")
    assert noisy.exists()


def test_a_module_is_corrected_before_anybody_uses_it(noisy):
    with correcting("noisy", lambda module: vars(module).update(ANSWER=43)):
        module = import_module("noisy")
    assert (noisy.exists(), module.ANSWER) == (True, 43)


LOADED = """
import sys
import app.ui
import zipfile, inspect
print({"ast", "tokenize", "shutil"} & sys.modules.keys())
print(inspect.signature(lambda one, two: None), zipfile.ZipFile.__name__, "shutil" in sys.modules)
"""


def test_pyside_reads_no_source_and_python_is_whole():
    said = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True).stdout
    assert said.splitlines() == ["set()", "(one, two) ZipFile True"]
