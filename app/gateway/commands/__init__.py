"""The verbs of ``guichet-caisse``, one file a subject."""
