"""The words that reach families, in their languages, and which translation a speaker has approved."""
