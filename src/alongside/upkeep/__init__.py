"""Keeps an installation in order: safe to start, its demonstration, the command line."""
