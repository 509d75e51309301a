"""One numbered step a file; a step is never edited after its release."""
