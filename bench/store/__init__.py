"""A large store, made of made-up values, and how quickly it answers."""
