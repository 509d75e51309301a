"""The command line: one command a function, without a window."""
