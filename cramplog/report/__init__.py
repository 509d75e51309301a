"""The doctor's page: from results to one sheet of paper."""
