"""Uploaded papers and pictures: made anew without what a camera adds, and kept as rows."""
