"""Diaries, tables and activities in and out of files."""
