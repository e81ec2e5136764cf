"""What a visit leaves in its folder, and whether all of it agrees."""

from __future__ import annotations

import shutil
from pathlib import Path

from app.commands.common import Refusal
from app.protocol.package import FORM, MANIFEST, unpack
from app.protocol.sealing import FORM_PDF

OURS = ("screens", "sealed", "received", "demande.pdf", "receipt.json")


class Results:
    """The *folder*, emptied of what an earlier visit left there, and of nothing else."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.screens, self.sealed, self.received = (folder / name for name in OURS[:3])
        self._pdf = b""
        for name in OURS:
            _remove(folder / name)
        for made in (self.screens, self.sealed):
            made.mkdir(parents=True)

    def keep_shown(self, pdf: bytes) -> None:
        """The paper, as the person saw it."""
        self._pdf = pdf
        (self.folder / "demande.pdf").write_bytes(pdf)

    def keep_sealed(self, id_: str, package: bytes) -> None:
        """What left: whole, and the part that only the caisse can open by itself."""
        opened = unpack(package)
        (self.sealed / f"{id_}.saisine").write_bytes(package)
        (self.sealed / MANIFEST).write_bytes(opened.manifest_bytes)
        (self.sealed / FORM).write_bytes(opened.parts[opened.manifest.parts[0].sha256])

    def keep_receipt(self, receipt: bytes) -> None:
        """The gateway's signed word."""
        (self.folder / "receipt.json").write_bytes(receipt)

    def keep_key(self, key: Path) -> None:
        """The key of the made-up caisse, so that anybody may open what is sealed."""
        shutil.copy(key, self.received / key.name)

    def compare(self, id_: str, opened: Path) -> None:
        """Refusal unless what arrived is what left, and the paper in it the one that was shown, byte for byte."""
        if (self.received / f"{id_}.saisine").read_bytes() != (self.sealed / f"{id_}.saisine").read_bytes():
            raise Refusal("different", "Ce qui est arrivé n’est pas ce qui est parti.")
        if (opened / FORM_PDF).read_bytes() != self._pdf:
            raise Refusal("different", "Le PDF que la caisse ouvre n’est pas celui que l’écran a montré.")


def _remove(place: Path) -> None:
    if place.is_dir():
        shutil.rmtree(place)
    else:
        place.unlink(missing_ok=True)
