"""From the diary to results: pure functions without a clock, a file or a window."""
