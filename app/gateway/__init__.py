"""The caisse's side: the service that receives, and the ``guichet-caisse`` command. Never imported by a terminal."""
