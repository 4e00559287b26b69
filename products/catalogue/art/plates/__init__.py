"""One module per plate; each has ``draw() -> str`` and names its scene and facts in its docstring."""
