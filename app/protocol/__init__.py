"""What travels between a terminal and a caisse, shared by both ends: no I/O, no Qt (design: protocol.md)."""
