"""How right the record is, on gold data in a folder given: ``python -m bench.quality --gold DIR``."""
