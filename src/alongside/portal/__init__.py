"""Pages for one person of a family, by a private link and a second thing that only they know or hold."""
