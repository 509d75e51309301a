"""The diary file: all SQL of the program lives here."""
