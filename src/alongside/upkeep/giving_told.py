"""Two people of an invented family have a page of their own, so that whoever tries the demonstration can open it."""

from datetime import timedelta

from alongside.access import context
from alongside.access.words import Unsaid
from alongside.portal import commands, keys, rules
from alongside.portal.commands import NewLink, Secrets
from alongside.portal.keys import NewKeys
from alongside.portal.words import INVENTED, InventedKeys, Part, Reader, SecondThing
from alongside.upkeep.settling import Settled

WHY = "So that you can read what we did, and say what is wrong."
PARTS = tuple(Part)


def give_pages(settled: Settled) -> None:
    """Give the mother and the child of one family their pages, with the keys that the demonstration prints."""
    actor, child_id = settled.actors["bea"], settled.children["ayo"]
    people = ((settled.adults["ayo", "folake"], Reader.ADULT), (None, Reader.YOUNG_PICTURES))
    for (adult_id, reader), given in zip(people, INVENTED, strict=True):
        commands.give_private_link(
            actor.ctx(),
            child_id=child_id,
            adult_id=adult_id,
            link=NewLink(reader, WHY, PARTS),
            secrets=_secrets(given),
            until=context.clock() + rules.LONGEST_LIFE - timedelta(minutes=1),
        )


def _secrets(given: InventedKeys) -> Secrets:
    made = NewKeys(rules.as_typed(given.code), keys.new_keys().token)
    return Secrets(made.code_digest, made.token_digest, Unsaid(given.second), SecondThing.PHRASE)
