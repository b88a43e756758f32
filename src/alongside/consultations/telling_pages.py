"""What each person of the family will read, before it is written to them. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from alongside.access.context import Context, day_in_london
from alongside.access.words import Answered, Ref
from alongside.consent.queries import DisagreementPage
from alongside.consent.rules import Answer, says_no
from alongside.consultations import family_notices
from alongside.consultations.concluding_forms import PREVIEW, Listener
from alongside.consultations.concluding_pages import writings_of
from alongside.consultations.family_notices import Facts
from alongside.consultations.queries import ConsultationPage
from alongside.consultations.speaking_of import says_what_they_said
from alongside.contacts import rules as contact_rules
from alongside.contacts.queries import Writing
from alongside.directory import queries as directory
from alongside.involvement import queries as involvement
from alongside.involvement.commands import NewNotice
from alongside.involvement.rules import is_withheld
from alongside.involvement.words import Told


@dataclass(frozen=True, slots=True)
class Preview:
    """One notice as one person will read it; None where, as typed, nothing is written to them for now.

    `is_asked` is "yes" where the page was asked to show it, `repeats` where an adult would read what the child said.
    """

    name: str
    notice: NewNotice | None
    is_asked: str
    repeats: str


def previews(
    ctx: Context, page: ConsultationPage, listeners: tuple[Listener, ...], *, typed: Mapping[str, str]
) -> tuple[Preview, ...]:
    """For everybody who may be told, what they will read with the words as typed, in the language in which they read."""
    withheld, writings = withheld_from(ctx, page), writings_of(ctx, page)
    words, asked = typed.get("family_words", ""), "yes" if PREVIEW in typed else ""
    return tuple(
        _preview(
            page,
            each.adult_id,
            each.name,
            None
            if typed.get(f"told_{number}") in {Told.NOT_YET, Told.WITHHELD}
            else outcome_of(
                page,
                each.adult_id,
                listeners=listeners,
                words=words,
                language=writings.get(each.adult_id, Writing()).language,
            ),
            asked,
        )
        for number, each in enumerate(listeners, start=1)
        if each.adult_id not in withheld
    )


def _preview(
    page: ConsultationPage, adult_id: UUID | None, name: str, notice: NewNotice | None, asked: str
) -> Preview:
    return Preview(name, notice, asked, repeats(page, adult_id, notice))


def repeats(page: ConsultationPage, adult_id: UUID | None, notice: NewNotice | None) -> str:
    """Whether ("yes" or "no") a notice to an adult says what the child said or feels: is that safe to read."""
    if adult_id is None or notice is None:
        return "no"
    return "yes" if says_what_they_said(" ".join(notice.paragraphs), page.child) else "no"


def objection_previews(
    ctx: Context, page: ConsultationPage, answered: DisagreementPage, *, typed: Mapping[str, str]
) -> tuple[Preview, ...]:
    """What each person who said no will read of what was decided, with the words as typed, in their language.

    Nothing where what was decided stands no longer: it is not written to them.
    """
    if answered.card.stands is not Answered.YES:
        return ()
    writings, asked = writings_of(ctx, page), "yes" if PREVIEW in typed else ""
    verdict, withheld = answered.card.verdict, withheld_from(ctx, page)
    return tuple(
        _preview(
            page,
            each.giver_adult_id,
            each.giver,
            None
            if each.giver_adult_id in withheld
            else family_notices.objection_answered(
                replace(
                    _facts(page, each.giver_adult_id, ()),
                    asked=(answered.card.recipient,),
                    decided=typed.get("words", ""),
                    language=writings.get(each.giver_adult_id, Writing()).language,
                ),
                verdict=verdict,
            ),
            asked,
        )
        for each in answered.answers
        if verdict and _is_on_record(each) and says_no(each, at=answered.card.resolved_at or answered.at)
    )


def _is_on_record(answer: Answer) -> bool:
    return answer.giver_adult_id is not None or answer.is_child == "yes"


def withheld_from(ctx: Context, page: ConsultationPage) -> frozenset[UUID | None]:
    """From whom this consultation, or everything about the child, is withheld now; None is the child."""
    kept = involvement.list_kept_from(ctx, child_id=page.child_id) if page.child_id else ()
    return frozenset(
        told.adult_id
        for told in (*page.tellings, *kept)
        if is_withheld(told.told, authorisation=told.authorisation)
    )


def outcome_of(
    page: ConsultationPage,
    adult_id: UUID | None,
    *,
    listeners: tuple[Listener, ...],
    words: str,
    language: str = "en",
    own_language: str = "en",
) -> NewNotice:
    """What was decided, as one person reads it."""
    facts = _facts(page, adult_id, listeners)
    kind = page.outcome.kind if page.outcome else None
    return family_notices.outcome(
        replace(facts, outcome=kind, decided=words, language=language, own_language=own_language)
    )


def explanation_of(
    page: ConsultationPage,
    adult_id: UUID | None,
    *,
    listeners: tuple[Listener, ...],
    words: str,
    language: str = "en",
    own_language: str = "en",
) -> NewNotice:
    """Who is asked and why, as one person reads it."""
    facts = _facts(page, adult_id, listeners)
    return family_notices.explanation(
        replace(facts, why=words or facts.why, language=language, own_language=own_language)
    )


def _facts(page: ConsultationPage, adult_id: UUID | None, listeners: tuple[Listener, ...]) -> Facts:
    asker, agency = directory.card_of(page.asker_membership_id), directory.agency_card(page.asker_agency_id)
    others = [each.name for each in listeners if each.adult_id != adult_id and each.adult_id]
    named = contact_rules.others_named(page.explanation_for_family, others=others)
    return Facts(
        about=Ref("consultation", page.id),
        child=page.child,
        is_for_the_child=adult_id is None,
        asker=asker.name if asker else page.asker,
        agency=agency.name if agency else "",
        telephone=(asker.telephone if asker else "") or (agency.telephone if agency else ""),
        asked=tuple(person.title for person in page.people),
        spoken_on=day_in_london(page.talks[-1].talked_at) if page.talks else None,
        why="" if named else page.explanation_for_family,
    )
