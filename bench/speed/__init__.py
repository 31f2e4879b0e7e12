"""How fast articles are read, beside a bare parse of the same text: ``python -m bench.speed``."""
