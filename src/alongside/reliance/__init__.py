"""Which consent, decision, invitation or disclosure rests on which fact, so that a change finds it."""
