"""One verb a method: what a person can do with the diary."""
