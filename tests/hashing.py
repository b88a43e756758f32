"""Argon2 with next to no work: what a test asks of a second thing or a password is whether it is the right one."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class Quick(Argon2PasswordHasher):
    """The product's own hashing, made cheap."""

    time_cost, memory_cost, parallelism = 1, 8, 1
