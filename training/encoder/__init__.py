"""Trains the shared encoder and writes ``onrecord/resources/encoder*.onnx``; see ``__main__`` and ``pairs``."""
