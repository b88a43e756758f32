"""The side of the practitioner who is asked: what was shared with them, their equal view, a team's waiting questions."""
