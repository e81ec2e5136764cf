"""The visit that drives the real window: ``guichet demo``, and the hands that journeys use too."""
