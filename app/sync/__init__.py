"""Bringing saisines to their caisse, and its words back (architecture.md 6); no database, no Qt."""
