"""What a person agreed to or refused, for which items, recipient and purpose, and until when."""
