"""Names in the reader's language: places, scales, signs, reasons, dates and numbers."""
