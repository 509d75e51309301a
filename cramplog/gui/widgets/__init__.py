"""The window's own controls, one a file."""
