"""Agencies, their practitioners, and the memberships through which people act; partnership settings."""
