"""What the gateway refuses, each with the status and the code of its answer (protocol.md, what an answer means)."""

from __future__ import annotations

from collections.abc import Mapping


class GatewayTrouble(Exception):
    """The gateway does not do what is asked."""

    status = 422
    code = "gateway"

    def __init__(self, **told: object) -> None:
        super().__init__(self.__doc__)
        self.told = told
        """What the answer says beside the code: hashes and numbers only."""

    @property
    def headers(self) -> Mapping[str, str]:
        """What it says outside."""
        return {}


class NotEnrolled(GatewayTrouble):
    """No terminal has this token."""

    status = 401
    code = "not-enrolled"


class CodeRefused(GatewayTrouble):
    """The enrolment code is unknown, used by another, or expired: which, is nobody's business."""

    status = 403
    code = "code-refused"


class Unknown(GatewayTrouble):
    """There is no such saisine, or not for whoever asks."""

    status = 404
    code = "unknown"


class OtherBytes(GatewayTrouble):
    """Another manifest was received under this id."""

    status = 409
    code = "other-bytes"


class Taken(GatewayTrouble):
    """The caisse has begun its work: too late to withdraw."""

    status = 409
    code = "taken"


class Erased(GatewayTrouble):
    """It was received, and erased since."""

    status = 410
    code = "erased"


class TooLarge(GatewayTrouble):
    """The body is larger than this gateway takes."""

    status = 413
    code = "too-large"


class BadRequest(GatewayTrouble):
    """The call is not one of the protocol's."""

    code = "bad-request"


class Cut(GatewayTrouble):
    """The connection was cut before the end of the body."""

    status = 400
    code = "cut"


class OtherId(GatewayTrouble):
    """The address and the manifest name two different saisines."""

    code = "other-id"


class WrongTerminal(GatewayTrouble):
    """The manifest is of another terminal than the one that speaks, or of none."""

    code = "wrong-terminal"


class UnknownCaisse(GatewayTrouble):
    """This gateway does not receive for that caisse."""

    code = "unknown-caisse"


class WrongVersion(GatewayTrouble):
    """Whoever sends a pièce does not speak our version of tus."""

    status = 412
    code = "tus-version"

    @property
    def headers(self) -> Mapping[str, str]:
        """The version we speak."""
        return {"Tus-Version": "1.0.0"}


class NotAPart(GatewayTrouble):
    """The manifest of this saisine names no pièce of that hash."""

    code = "not-a-part"


class WrongLength(GatewayTrouble):
    """The manifest names another size for that pièce."""

    code = "wrong-length"


class WrongType(GatewayTrouble):
    """The body is not said to be a piece of an upload."""

    status = 415
    code = "media-type"


class WrongOffset(GatewayTrouble):
    """The upload stands elsewhere, or another has just added to it."""

    status = 409
    code = "wrong-offset"

    @property
    def headers(self) -> Mapping[str, str]:
        """Where it stands."""
        return {"Upload-Offset": str(self.told["offset"])}


class UnknownChecksum(GatewayTrouble):
    """The checksum is of a kind that this gateway does not verify."""

    status = 400
    code = "checksum-unknown"


class WrongChecksum(GatewayTrouble):
    """The body is not the one its checksum is of: nothing of it was kept."""

    status = 460
    code = "wrong-checksum"


class WrongPart(GatewayTrouble):
    """All bytes have come, and they are not the part that the manifest names: the upload is dropped."""

    status = 460
    code = "wrong-part"


class Refusal(Exception):
    """A command cannot do what it is asked: a *code*, and a French sentence."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
