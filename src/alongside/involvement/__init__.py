"""The child's and the family's part: who was told before, offered to take part, took part, was told; or why not."""
