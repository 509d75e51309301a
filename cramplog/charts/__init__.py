"""From results to matplotlib Figures."""
