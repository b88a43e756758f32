"""One consultation taken as far as a test needs it, through the real commands: S01 of the rulebook, one recipient."""

from datetime import date, timedelta
from uuid import UUID

from alongside.access import context, frame
from alongside.consent.commands import Said
from alongside.consent.words import AbsentReason, Category, Form, Status
from alongside.consultations import commands, finding, queries
from alongside.consultations.commands import ChildsView, ChosenPerson, RecordedTalk
from alongside.consultations.models import Consultation, PersonAsked
from alongside.consultations.queries import ConsultationPage
from alongside.consultations.words import Checked, ChildView, Medium, OutcomeKind
from alongside.involvement.commands import ToldPerson
from alongside.involvement.words import Told
from alongside.sharing import commands as sharing
from alongside.sharing.rules import ListedItem, Profile
from alongside.sharing.words import Confidentiality, Included, ItemKind
from tests.people import Cast, Person
from tests.staging import staged

DAMP = ListedItem(
    "The flat is damp and Ayo coughs at school.",
    Category.HOUSING,
    ItemKind.OBSERVED_FACT,
    "Amira Haddad, home visit",
    Included.SHARE,
    "",
)
ABSENT = ListedItem(
    "Ayo has missed 14 days this term.",
    Category.ATTENDANCE,
    ItemKind.REPORTED,
    "The school's register",
    Included.SHARE,
    "",
)
PROFILE = Profile(
    power="CA 2004 s.10",
    power_in_words="We work with other agencies to improve children’s well-being",
    art6="6(1)(e)",
    art6_in_words="It is part of our public task",
    art9_and_sch1="9(2)(g) with DPA 2018 Sch 1 para 18",
    art9_in_words="Safeguarding children",
    confidentiality_without_consent=Confidentiality.PUBLIC_INTEREST,
    policy_document="Safeguarding policy, version 4",
)
VIEW = ChildsView(ChildView.WEIGHED, "He wants to sleep without coughing. So we ring the landlord first.")
BENEFIT = "To plan help with the damp and his asthma before winter."


def page_of(cast: Cast, consultation_id: UUID) -> ConsultationPage:
    """The consultation as Amira reads it."""
    return queries.open_consultation(cast.amira.ctx(), consultation_id=consultation_id)


def asked_in(consultation_id: UUID) -> tuple[PersonAsked, ...]:
    """Whoever is asked, straight from the table: a set-up needs no whole page for a key or a name."""
    with frame.doing():
        return finding.people_asked(Consultation(id=consultation_id))


def person_in(cast: Cast, consultation_id: UUID, *, place: int = 0) -> dict[str, UUID]:
    """The keys of a consultation and of one person asked in it, as commands take them."""
    return {"consultation_id": consultation_id, "person_id": asked_in(consultation_id)[place].id}


def keep_profiles(cast: Cast) -> None:
    for agency_id in cast.agencies.values():
        sharing.keep_profile(context.upkeep_context(), agency_id=agency_id, profile=PROFILE)


@staged
def prepare(
    cast: Cast, *, by: Person | None = None, asked: Person | None = None, items=(DAMP, ABSENT)
) -> UUID:
    """Begin, choose whom to ask, say why, list what: everything before the family's answer. Amira asks Cerys."""
    asker, asked = by or cast.amira, asked or cast.cerys
    consultation_id = commands.begin_consultation(asker.ctx(), child_id=cast.child_id)
    commands.choose_person(
        asker.ctx(),
        consultation_id=consultation_id,
        person=ChosenPerson(membership_id=asked.membership_id, checked=Checked.DIRECTORY),
    )
    commands.explain_reasons(
        asker.ctx(),
        consultation_id=consultation_id,
        question="What have you seen of Ayo’s breathing at school?",
        benefit=BENEFIT,
        explanation_for_family="I would like to ask the school how Ayo is, so that we can plan together.",
    )
    commands.list_what(asker.ctx(), consultation_id=consultation_id, items=items)
    return consultation_id


def family_says(
    cast: Cast, consultation_id: UUID, *, status: Status = Status.GIVEN, who: str = "mother", **more
) -> None:
    today = context.clock().date()
    said = {
        "giver_adult_id": cast.mother_id if who == "mother" else cast.father_id,
        "giver": "Gwen Adeyemi (mother)" if who == "mother" else "Tunde Adeyemi (father)",
        "status": status,
        "words": "" if status is Status.GIVEN else "We will sort it out ourselves.",
        "recipient": finding.named(asked_in(consultation_id)[0]),
        "purpose": BENEFIT,
        "answered_on": today,
        "absent_reason": AbsentReason.CANNOT_BE_REACHED if status is Status.NOT_ASKED else None,
    }
    if status is Status.GIVEN:
        said |= {
            "allowed": (Category.HOUSING, Category.ATTENDANCE),
            "excluded": (Category.GP_HISTORY,),
            "form": Form.SIGNED,
            "review_by": today + timedelta(days=42),
        }
    commands.record_family_answer(
        cast.amira.ctx(), consultation_id=consultation_id, said=Said(**(said | more))
    )


def answer(
    cast: Cast, consultation_id: UUID, node: str, given: str, *, pack: str = "hmg-2018-07", **more
) -> None:
    commands.answer_question(
        cast.amira.ctx(),
        **person_in(cast, consultation_id),
        answered=sharing.Answered(pack, node, given, **more),
    )


def decide(
    cast: Cast,
    consultation_id: UUID,
    *,
    outcome: str = "SHARE",
    reasons: str = "It helps Ayo and his mother agrees.",
    **more,
) -> UUID:
    judged = sharing.Judged(outcome=outcome, reasons=reasons, **more)
    return commands.decide_sharing(cast.amira.ctx(), **person_in(cast, consultation_id), judged=judged)


@staged
def decided(cast: Cast) -> UUID:
    """A consultation with a decision to share, with consent."""
    keep_profiles(cast)
    consultation_id = prepare(cast)
    family_says(cast, consultation_id)
    answer(cast, consultation_id, "P0", "no")
    decide(cast, consultation_id)
    return consultation_id


@staged
def refused(cast: Cast) -> UUID:
    """A consultation in which both parents declined and nothing else spoke for sharing (S04); answers the decision."""
    keep_profiles(cast)
    consultation_id = prepare(cast)
    family_says(cast, consultation_id, status=Status.REFUSED)
    family_says(cast, consultation_id, status=Status.REFUSED, who="father")
    answer(cast, consultation_id, "P0", "no")
    answer(cast, consultation_id, "Q4", "no")
    return decide(cast, consultation_id, outcome="DO_NOT_SHARE", review_trigger="New facts.")


def talk(cast: Cast, consultation_id: UUID, *, medium: Medium = Medium.TELEPHONE, **more) -> UUID:
    recorded = RecordedTalk(
        medium=medium,
        talked_at=context.clock(),
        said_by_asker="I told her about the damp and the absence.",
        said_by_adviser="He uses his inhaler twice a day, and she could see him on Mondays.",
        **more,
    )
    return commands.record_talk(cast.amira.ctx(), **person_in(cast, consultation_id), talk=recorded)


def outcome(cast: Cast, consultation_id: UUID, *, kind: OutcomeKind = OutcomeKind.ADVICE) -> UUID:
    return commands.record_outcome(
        cast.amira.ctx(),
        consultation_id=consultation_id,
        kind=kind,
        words="Meet with the family in two weeks.",
        view=VIEW,
    )


def tell(
    cast: Cast, consultation_id: UUID, *, told: Told = Told.ALREADY_AWARE, on: date | None = None
) -> None:
    words = "She is away until Friday." if told is Told.NOT_YET else "She was glad."
    day = None if told is Told.NOT_YET else on or context.clock().date()
    commands.record_telling(
        cast.amira.ctx(),
        consultation_id=consultation_id,
        people=(ToldPerson(cast.mother_id, "Gwen Adeyemi (mother)", told, day, words),),
        how="At the school gate",
    )
