"""Two people of an invented family have a page of their own, so that whoever tries the demonstration can open it."""

from datetime import timedelta

from alongside.access import context
from alongside.access.words import Ref
from alongside.involvement import commands as involvement
from alongside.involvement.commands import NewNotice
from alongside.involvement.words import NoticeKind
from alongside.portal import commands, keys, rules
from alongside.portal.commands import NewLink, Secrets
from alongside.portal.keys import NewKeys
from alongside.portal.words import INVENTED, InventedKeys, Part, Reader, SecondThing
from alongside.upkeep.settling import Settled

WHY = "So that you can read what we did, and say what is wrong."
PARTS = tuple(Part)
WRITTEN = {
    Reader.ADULT: (
        "What we talked about",
        "I spoke with the school nurse about Ayo’s asthma, as we agreed. She will look at his inhaler plan with you.",
    ),
    Reader.YOUNG_PICTURES: (
        "We talked about you",
        "I talked with the nurse at your school. She wants to help you breathe well when you run.",
    ),
}


def give_pages(settled: Settled) -> None:
    """Give the mother and the child of one family their pages, with the keys that the demonstration prints."""
    actor, child_id = settled.actors["bea"], settled.children["ayo"]
    people = ((settled.adults["ayo", "folake"], Reader.ADULT), (None, Reader.YOUNG_PICTURES))
    for (adult_id, reader), given in zip(people, INVENTED, strict=True):
        title, words = WRITTEN[reader]
        notice = NewNotice(NoticeKind.OUTCOME, Ref("child", child_id), title, (words,))
        involvement.issue_notice(actor.ctx(), child_id=child_id, adult_id=adult_id, notice=notice)
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
    return Secrets(made.code_digest, made.token_digest, keys.second_digest(given.second), SecondThing.PHRASE)
