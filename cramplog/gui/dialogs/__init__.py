"""One dialog a file."""
