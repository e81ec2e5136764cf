"""Whatever file somebody brings, as one clean PDF, or the reason why not: pure functions over bytes.

Decoders of hostile files may crash, swell or never end: ``actions.cleaning`` calls these in a process of their own.
"""
