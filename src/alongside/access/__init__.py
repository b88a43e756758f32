"""Decides who may see or do what, and makes every other way impossible."""
