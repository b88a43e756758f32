"""Tells a person, after the commit, that something waits, without saying what."""
