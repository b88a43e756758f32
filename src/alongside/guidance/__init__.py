"""Walks a practitioner's answers through a published, versioned flowchart, and says where that leads."""
