"""A walk becomes a decision; a decision becomes a disclosure; some need a second person's word."""
