"""What the gateway refuses, each with the status and the code of its answer (protocol.md, what an answer means)."""

from __future__ import annotations


class GatewayTrouble(Exception):
    """The gateway does not do what is asked."""

    status = 422
    code = "gateway"

    def __init__(self, **told: object) -> None:
        super().__init__(self.__doc__)
        self.told = told
        """What the answer says beside the code: hashes and limits only."""


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


class Refusal(Exception):
    """A command cannot do what it is asked: a *code*, and a French sentence."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
