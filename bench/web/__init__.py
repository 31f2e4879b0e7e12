"""How quickly the pages of a large store come, and how much memory their server takes."""
