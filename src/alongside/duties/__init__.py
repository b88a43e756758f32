"""What is owed, by whom, by when, arising from which deed, and how it was settled."""
