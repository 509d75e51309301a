"""What a cramp diary is: frozen values that cannot be wrong, in plain Python."""
