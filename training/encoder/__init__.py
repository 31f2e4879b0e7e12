"""Trains the shared encoder and writes ``onrecord/resources/encoder.zip``; see ``__main__`` and ``pairs``."""
