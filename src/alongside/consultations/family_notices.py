"""What one person of a family reads of a consultation: the explanation before it, and what was decided. Pure.

Fixed parts are said in the person's language; the practitioner's own plain words stand between them as they were typed.
Where these are in another language, they are marked, and the notice says that nobody translated them.
Nothing of another relative is in it, and nothing of what is withheld or that anything is (rulebook 5.1, 5.2, 5.7).
"""

from dataclasses import dataclass
from datetime import date

from alongside.access.words import Ref
from alongside.consent.words import Verdict
from alongside.consultations.words import OutcomeKind
from alongside.involvement.commands import NewNotice
from alongside.involvement.words import NoticeKind
from alongside.languages.rules import day, say, wording
from alongside.languages.words import Language

AND = wording("{first} and {second}")

DECIDED = {
    OutcomeKind.ADVICE: wording("We were given advice. {asker} goes on with the work."),
    OutcomeKind.NO_FURTHER_ACTION: wording("Nothing more is to be done for now."),
    OutcomeKind.ANOTHER_CONSULTATION: wording("We want to ask somebody else too."),
    OutcomeKind.TAF: wording(
        "We want to bring people together to help. It is called a Team Around the Family."
    ),
    OutcomeKind.REFERRAL: wording("We are asking children’s social care to help."),
}
NEXT = {
    OutcomeKind.ANOTHER_CONSULTATION: wording("{asker} will tell you what comes of it."),
    OutcomeKind.TAF: wording("You will be asked to come. You can say who you would like to be there."),
    OutcomeKind.REFERRAL: wording("Children’s social care will tell you what they decide."),
}
IN_TONGUE = {
    Language.EN: wording("in English"),
    Language.CY: wording("in Welsh"),
    Language.PL: wording("in Polish"),
    Language.UR: wording("in Urdu"),
}
NEXT_OTHERWISE = wording("If something changes, {asker} will tell you.")
ANSWERED = {
    Verdict.ONE_MAY_ACT: wording(
        "A person who leads on keeping children safe looked at it. They decided that {asker} may go on. Your no still "
        "covers what is about you. If a child may be hurt, we may have to tell that too."
    ),
    Verdict.RESPECT_THE_NO: wording(
        "A person who leads on keeping children safe looked at it. They decided that your no stands. If a child may be "
        "hurt, we may have to look at it again."
    ),
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What a notice is made of. `outcome` is None before anything was decided."""

    about: Ref
    child: str
    is_for_the_child: bool
    asker: str
    agency: str
    telephone: str
    asked: tuple[str, ...]
    spoken_on: date | None
    why: str  # how the practitioner explains it to the family
    outcome: OutcomeKind | None = None
    decided: str = ""  # what was decided, in the practitioner's plain words
    language: str = "en"
    own_language: str = "en"  # in which the practitioner's own words are


class _Own(str):
    """The practitioner's own words, as typed."""

    __slots__ = ()


def explanation(facts: Facts) -> NewNotice:
    """Before anything is said: who is asked, about whom, why; and that one may say no (rulebook 5.1)."""
    tongue = facts.language
    asks = (
        say("{asker} would like to ask {asked} about you.", tongue, asker=facts.asker, asked=_asked(facts))
        if facts.is_for_the_child
        else say(
            "{asker} would like to ask {asked} about {child}.",
            tongue,
            asker=facts.asker,
            asked=_asked(facts),
            child=facts.child,
        )
    )
    may_say_no = say(
        "You can say what you think of this, and what should not be said. Most often you can say no. If somebody may "
        "be hurt, we may have to ask all the same.",
        tongue,
    )
    title = (
        say("Who we want to ask about you, and why", tongue)
        if facts.is_for_the_child
        else say("Who we want to ask about {child}, and why", tongue, child=facts.child)
    )
    words = (asks, _Own(facts.why), may_say_no, *_your_part(facts))
    return _notice(facts, NoticeKind.EXPLANATION, title, words)


def outcome(facts: Facts) -> NewNotice:
    """After it was decided: what, why, by whom, what happens next, and what one can do (rulebook 5.2)."""
    tongue = facts.language
    title = (
        say("What was decided about you", tongue)
        if facts.is_for_the_child
        else say("What was decided about {child}", tongue, child=facts.child)
    )
    kind = NoticeKind.CHILD if facts.is_for_the_child else NoticeKind.OUTCOME
    return _notice(facts, kind, title, (*_what_happened(facts), *_your_part(facts)))


def _notice(facts: Facts, kind: NoticeKind, title: str, words: tuple[str, ...]) -> NewNotice:
    """The notice; before the first of somebody's own words in another language, that nobody translated them."""
    said = tuple(filter(None, words))
    if facts.own_language == facts.language or not any(isinstance(each, _Own) for each in said):
        return NewNotice(kind, facts.about, title, tuple(map(str, said)), facts.language)
    untranslated = say(
        "Some of this is in {asker}’s own words, {tongue}. Nobody has put them into your language. You can ask to have "
        "them read to you.",
        facts.language,
        asker=facts.asker,
        tongue=say(IN_TONGUE[Language(facts.own_language)], facts.language),
    )
    first = next(place for place, each in enumerate(said) if isinstance(each, _Own))
    said = (*said[:first], untranslated, *said[first:])
    own = tuple(place for place, each in enumerate(said) if isinstance(each, _Own))
    return NewNotice(kind, facts.about, title, tuple(map(str, said)), facts.language, own, facts.own_language)


def objection_answered(facts: Facts, *, verdict: Verdict) -> NewNotice:
    """To whoever said no: what was decided, and how to complain; nothing of whoever agreed (rulebook E1)."""
    tongue = facts.language
    title = (
        say("You said no: what was decided", tongue)
        if facts.is_for_the_child
        else say("You said no about {child}: what was decided", tongue, child=facts.child)
    )
    kept = say(
        "You said no to {asker} speaking with {asked}. Your words are kept as you said them.",
        tongue,
        asker=facts.asker,
        asked=_asked(facts),
    )
    words = (kept, say(ANSWERED[verdict], tongue, asker=facts.asker), _Own(facts.decided))
    return _notice(facts, NoticeKind.OBJECTION_ANSWERED, title, (*words, *_your_part(facts)))


def _what_happened(facts: Facts) -> tuple[str, ...]:
    tongue, asker = facts.language, facts.asker
    if facts.outcome is OutcomeKind.NOT_HELD or facts.outcome is None:
        nothing = say(
            "{asker} thought of asking somebody. In the end nothing was said to anybody.", tongue, asker=asker
        )
        return (nothing, _Own(facts.decided))
    spoke = say("{asker} spoke with {asked}.", tongue, asker=asker, asked=_asked(facts))
    if facts.spoken_on:
        on = day(facts.spoken_on, language=tongue)
        spoke = say("On {day} {asker} spoke with {asked}.", tongue, day=on, asker=asker, asked=_asked(facts))
    why: tuple[str, ...] = (say("Why: {why}", tongue, why=facts.why),) if facts.why else ()
    if facts.why and facts.own_language != tongue:
        why = (_Own(facts.why),)
    by = say("It was decided by {asker}, after that talk.", tongue, asker=asker)
    return (
        spoke,
        *why,
        say(DECIDED[facts.outcome], tongue, asker=asker),
        _Own(facts.decided),
        by,
        say(NEXT.get(facts.outcome, NEXT_OTHERWISE), tongue, asker=asker),
    )


def _your_part(facts: Facts) -> tuple[str, ...]:
    """How to correct, to complain, to have it otherwise; for the child, who helps them to speak (rulebook 5.2, 5.7)."""
    tongue, words = facts.language, {"asker": facts.asker, "telephone": facts.telephone}
    advocate = (
        say(
            "Somebody can help you to say what you think. They are called an advocate. Ask {asker} for one.",
            tongue,
            asker=facts.asker,
        )
        if facts.is_for_the_child
        else ""
    )
    return (
        advocate,
        say(
            "Is something here wrong? Tell {asker}: {telephone}. It is put beside the record, and you get an answer.",
            tongue,
            **words,
        ),
        say(
            "You can complain to {agency}: {telephone}. It does not change the help that you get.",
            tongue,
            agency=facts.agency,
            telephone=facts.telephone,
        ),
        say(
            "You can have this in another language, in large print, or read to you. Ask {asker}.",
            tongue,
            asker=facts.asker,
        ),
    )


def _asked(facts: Facts) -> str:
    if not facts.asked:
        return say("somebody who may be able to help", facts.language)
    first, *others = facts.asked
    for other in others:
        first = say(AND, facts.language, first=first, second=other)
    return first
