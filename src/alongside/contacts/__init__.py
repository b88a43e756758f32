"""How a person of a family may be reached safely; addresses in a table of their own, under a key of their own."""
