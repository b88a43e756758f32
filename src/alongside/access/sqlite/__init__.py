"""The embedded database: private connections, strict tables and the wall of views on the reader."""
