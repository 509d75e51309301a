"""What tables and lists show."""
