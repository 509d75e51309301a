"""Tables in and out: CrampLog's own CSV, and the spreadsheets of other programs."""
