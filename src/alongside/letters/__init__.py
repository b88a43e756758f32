"""What reaches a family on paper: tagged PDF, addressed through a route, each letter logged."""
