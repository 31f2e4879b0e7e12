"""How fast copies are told on arrival, against a store of many articles."""
