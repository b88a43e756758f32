"""Settings, root addresses, the signed-in person's context, Today, and the pages that compose rooms."""
