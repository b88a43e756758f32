"""An append-only Merkle log that others can verify without us."""
