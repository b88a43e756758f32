"""The rows that the database refuses, told room by room; test_constraints lays each of them."""
