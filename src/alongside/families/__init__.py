"""Children and the adults in their lives, as one agency's record knows them."""
