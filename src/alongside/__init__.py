"""Alongside helps practitioners in different agencies think together about a child, with the family."""
