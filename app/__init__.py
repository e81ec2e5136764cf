"""Guichet Santé: rights and requests, at a borne or at a poste, without a network."""

VERSION = "0.1.0"
