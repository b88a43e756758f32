"""Work about one child or sibling group, and the people admitted to it."""
