"""Workouts from the files of watches and bike computers: FIT, TCX and GPX."""
