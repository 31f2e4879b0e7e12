"""What the index of places costs: ``python -m bench.gazetteer``."""
