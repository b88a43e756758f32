"""Everything that must hold; a package, because another one of this name comes with a library."""
