"""The shared encoder: what each word piece of a text is in its surroundings, by one small model."""
