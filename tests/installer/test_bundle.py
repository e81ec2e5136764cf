"""What may be in the frozen program: the rules, and that the check sees what breaks them (freezing is `bundle.sh`)."""

import os
import sys
import zipfile

import pytest

from app.paths import ROOT
from app.ui import start
from installer import bundle_check, bundle_parts

QT = "_internal/PySide6/Qt"


@pytest.mark.parametrize(
    "name",
    [
        "guichet",
        "_internal/libpython3.11.so.1.0",
        "_internal/PySide6/QtWidgets.abi3.so",
        f"{QT}/lib/libQt6Core.so.6",
        f"{QT}/plugins/platforms/libqxcb.so",
        f"{QT}/translations/qtbase_uk.qm",
        "PySide6/plugins/platforms/qwindows.dll",
        "_internal/babel/locale-data/en_GB.dat",
        "_internal/.build/translations/uk/LC_MESSAGES/app.mo",
        "_internal/.build/catalogue.db",
        "_internal/resources/style/tokens.json",
        "_internal/click-8.5.1.dist-info/METADATA",
    ],
)
def test_what_the_program_uses_stays(name):
    assert bundle_parts.wanted(name)


@pytest.mark.parametrize(
    "name",
    [
        "_internal/resources/catalogue/caisses/valmont.toml",
        "_internal/translations/uk/LC_MESSAGES/app.po",
        "_internal/PySide6/QtDBus.abi3.so",
        "PySide6\\QtQuick.pyd",
        f"{QT}/lib/libQt6Quick.so.6",
        "PySide6/Qt6Qml.dll",
        f"{QT}/qml/QtQuick/qmldir",
        f"{QT}/plugins/platformthemes/libqgtk3.so",
        f"{QT}/translations/qtbase_de.qm",
        f"{QT}/translations/qt_fr.qm",
        "_internal/babel/locale-data/fr_CA.dat",
        "_internal/reportlab/tests/test.py",
        "_internal/click-8.5.1.dist-info/RECORD",
    ],
)
def test_what_it_does_not_use_goes(name):
    assert not bundle_parts.wanted(name)


def test_the_gateway_brings_libraries_that_the_terminal_does_not_depend_on():
    assert {"fastapi", "starlette", "uvicorn", "sqlalchemy", "setuptools", "pytest"} <= bundle_parts.foreign()
    assert not {"PySide6", "pyrage", "cryptography", "PIL", "babel"} & bundle_parts.foreign()


def test_libraries_that_only_what_left_was_linked_with_leave_too():
    links = {"plugin": ["qt"], "theme": ["gtk", "qt"], "gtk": ["pango"], "qt": ["icu", "qt"]}
    assert bundle_parts.linked(["plugin"], lambda name: links.get(name, ())) == {"plugin", "qt", "icu"}


def test_the_check_names_files_modules_and_paths_that_have_no_business_there(tmp_path):
    (tmp_path / "_internal").mkdir()
    (tmp_path / "_internal" / "valmont.toml").write_text("code = 999")
    (tmp_path / "_internal" / "catalogue.db").write_bytes(b"made from " + str(ROOT).encode())
    with zipfile.ZipFile(tmp_path / "_internal" / bundle_check.LIBRARY, "w") as library:
        library.writestr("os.pyc", "")
    archive = Archive({"app.forms.mas": "1", "app.gateway.inbox": "1", "starlette.routing": f"def f(): '{ROOT}/.venv'"})
    assert [fault.partition(" ")[0] for fault in bundle_check.faults(tmp_path, archive)] == [
        "_internal/valmont.toml", "app.gateway.inbox", "starlette.routing", "_internal/catalogue.db",
        "starlette.routing",
    ]  # fmt: skip


class Archive:
    """Modules by their names, as the archive of a frozen program gives them."""

    def __init__(self, sources):
        self.toc = sources

    def extract(self, name):
        return compile(self.toc[name], name, "exec")


@pytest.mark.parametrize(("frozen", "module"), [(False, ["-m", "app"]), (True, [])])
def test_at_the_end_of_a_visit_the_program_starts_itself_again(monkeypatch, frozen, module):
    replaced = []
    monkeypatch.setattr(os, "execve", lambda *said: replaced.append(said))
    monkeypatch.setattr(sys, "frozen", frozen, raising=False)
    monkeypatch.setattr(sys, "argv", ["guichet", "run", "--windowed"])
    start._replace_process()
    [(program, words, environment)] = replaced
    assert (program, words) == (sys.executable, [sys.executable, *module, "run", "--windowed"])
    assert environment.items() >= start.SCRUBBED.items()
