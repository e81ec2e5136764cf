"""What can be wrong with what travels, each named for its situation; no message holds what was received."""

from __future__ import annotations


class ProtocolTrouble(Exception):
    """Something that travelled is not what it should be."""

    code = "protocol"
    """What an answer of the gateway says of it (422)."""

    def __init__(self) -> None:
        super().__init__(self.__doc__)


class BadManifest(ProtocolTrouble):
    """The manifest is not one of this version, or is not written in its one way."""

    code = "bad-manifest"


class BadSignature(ProtocolTrouble):
    """The signature is not the one of this key over these bytes."""

    code = "bad-signature"


class BadPackage(ProtocolTrouble):
    """The package does not hold what its manifest says."""

    code = "bad-package"


class BadReceipt(ProtocolTrouble):
    """This is no receipt of our gateway."""

    code = "bad-receipt"


class OtherManifest(ProtocolTrouble):
    """The receipt is our gateway's, for other bytes than ours."""

    code = "other-bytes"


class BadTime(ProtocolTrouble):
    """The answer does not come from our gateway: its signed time is missing or false."""

    code = "bad-time"


class BadEvents(ProtocolTrouble):
    """This is no list of events."""

    code = "bad-events"


class BadEnrolment(ProtocolTrouble):
    """This is no enrolment file, or its gateway cannot be spoken to safely."""

    code = "bad-enrolment"


class Untrusted(ProtocolTrouble):
    """The key is not signed by the caisse it is said to be of."""

    code = "untrusted"


class NoRecipient(ProtocolTrouble):
    """The caisse has no key in use: nothing can be sealed to it."""

    code = "no-recipient"


class NotForThisKey(ProtocolTrouble):
    """The part was not sealed to this key."""

    code = "not-for-this-key"


class PartDamaged(ProtocolTrouble):
    """The part is not the one that its manifest names."""

    code = "part-damaged"


class WrongPart(ProtocolTrouble):
    """What is sealed inside is not what the manifest says outside."""

    code = "wrong-part"
