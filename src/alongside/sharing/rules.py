"""What is on record, as answers to a flowchart's questions, and which editions are walked when. Pure.

A task of a consultation answers the nodes it can; only what is left is asked. Which kind
of evidence can answer a node is data of the pack; what the evidence says is decided here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alongside.access.words import Ref
from alongside.consent.rules import Answer, Coverage, Gap, Piece
from alongside.consent.words import SPECIAL, AbsentReason, Category, ConsentKind
from alongside.directory.words import PUBLIC_BODIES, AgencyClass, RelevantPerson
from alongside.guidance.guards import AFTER_THE_FACT
from alongside.guidance.words import Evidence, StateKey
from alongside.sharing.hearing import (
    Proposal,
    about_family,
    asked_of,
    authority_note,
    listed,
    sentence,
    why_not,
)
from alongside.sharing.words import Art6, Confidentiality, Included, ItemKind

__all__ = ["Proposal", "authority_note"]

OVERLAY = "ca2004-s16la"
NOBODY_IDENTIFIED = "You named nobody, and your words were looked through for what could say who it is."
WISH, ASKED = "wish", "asked"  # the answers of 2018 S0
FIRST_EDITION = "dfe-2024-derived"  # what a new installation walks until it decides otherwise


@dataclass(frozen=True, slots=True)
class Alike:
    """A matter so much like another that its answers may be offered there: of another recipient, or another child.

    `name` says whose it is, as a page prints it.
    """

    about: Ref
    recipient_id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class Matter:
    """What a consultation brings to a decision: about whom, for whom, and why. `recipient` is a name as printed.

    Without names there is neither case nor child, and `child` is empty.
    """

    about: Ref
    case_id: UUID | None
    child_id: UUID | None
    child: str
    recipient_id: UUID
    recipient: str
    recipient_membership_id: UUID | None
    recipient_check: str
    recipient_covered: RelevantPerson
    benefit: str
    explanation: str
    recipient_line_id: UUID | None = None
    alike: tuple[Alike, ...] = ()
    direction: str = WISH

    @property
    def is_named(self) -> bool:
        return self.child_id is not None


@dataclass(frozen=True, slots=True)
class ListedItem:
    """One statement that may be shared. `shared_with` names recipients; empty is everybody for whom it was listed."""

    text: str
    category: Category
    kind: ItemKind
    source: str
    included: Included
    left_out_reason: str
    shared_with: tuple[UUID, ...] = ()
    about_adult_id: UUID | None = None  # None where it is about the child


@dataclass(frozen=True, slots=True)
class Profile:
    """An agency's lawful answers in plain words, with the codes behind them."""

    power: str
    power_in_words: str
    art6: str
    art6_in_words: str
    art9_and_sch1: str
    art9_in_words: str
    confidentiality_without_consent: Confidentiality
    policy_document: str


def bases_open_to(agency_class: AgencyClass) -> tuple[Art6, ...]:
    """The bases of Article 6 on which an agency of this class may rest, the usual one first (rulebook 3.1).

    A public body rests on its own task, never on legitimate interests; others have no public task.
    """
    if agency_class in PUBLIC_BODIES:
        return (Art6.PUBLIC_TASK, Art6.LEGAL_OBLIGATION)
    return (Art6.RECOGNISED_INTEREST, Art6.LEGAL_OBLIGATION, Art6.LEGITIMATE_INTERESTS)


@dataclass(frozen=True, slots=True)
class OnRecord:
    """Everything that the record says when a decision is made."""

    matter: Matter
    items: tuple[ListedItem, ...]
    answers: tuple[Answer, ...]
    coverage: Coverage
    profile: Profile | None
    own_agency: RelevantPerson
    harm_concern: str  # the case's open concern: cases.words.Concern
    duty_in_force: str  # "yes" or "no", from the partnership's setting


def editions(*, edition: str, duty_in_force_from: date | None, on: date) -> tuple[str, ...]:
    """The packs to walk for a decision made on a day, in order: the statutory overlay first where it is in force.

    The overlay stands before the DfE graph alone (rulebook 2.5); the older charts know nothing of it.
    """
    if edition == FIRST_EDITION and duty_in_force_from is not None and duty_in_force_from <= on:
        return (OVERLAY, edition)
    return (edition,)


def is_after_the_fact(*, decided_at: datetime, recorded_at: datetime, state: Mapping[str, object]) -> bool:
    """Whether to show the badge "recorded after the fact" (G6): acted first, or a gap over the limit."""
    acted_first = state.get(StateKey.RETROSPECTIVE_ALLOWED) is True
    return acted_first or recorded_at - decided_at > AFTER_THE_FACT


def shared_categories(items: Sequence[ListedItem]) -> frozenset[Category]:
    """What the items to be shared are about."""
    return frozenset(item.category for item in items if item.included is Included.SHARE)


def shared_pieces(items: Sequence[ListedItem]) -> frozenset[Piece]:
    """What is to be shared as consent sees it: each category with whom it is about."""
    return frozenset(
        Piece(item.category, item.about_adult_id) for item in items if item.included is Included.SHARE
    )


def said_no_of_themselves(record: OnRecord) -> tuple[Gap, ...]:
    """What would be shared about an adult who said no to it: nobody else can agree to that for them (E1)."""
    said = record.coverage
    theirs = {answer.giver_adult_id for answer in (*said.refused, *said.overruled)} - {None}
    return tuple(gap for gap in said.uncovered if gap.about_adult_id in theirs)


def facts(record: OnRecord, *, must_share: str) -> dict[str, object]:
    """What the engine's guards read (guidance.words): harm, special categories, how far consent reaches."""
    said = record.coverage
    stands = not said.bars
    known: dict[str, object] = {
        "risk_of_significant_harm": record.harm_concern == "significant_harm",
        "special_category": bool(shared_categories(record.items) & SPECIAL),
        "consent_valid": stands and bool(said.carrying or said.other_purpose),
        "consent_covers_recipient": stands and bool(said.carrying or said.other_purpose),
        "consent_covers_purpose": stands and bool(said.carrying),
        "items_outside_consent": [gap.category.label for gap in said.uncovered],
    }
    if must_share == "yes":
        known["must_share"] = True
    return known


def proposals(record: OnRecord) -> dict[Evidence, Proposal]:
    """What the record answers, by kind of evidence. A kind that it cannot answer is absent, never guessed."""
    matter = record.matter
    found = {
        Evidence.REQUEST_DIRECTION: _direction(matter),
        Evidence.IDENTIFIABLE: Proposal("yes", f"You are asking about {matter.child} by name.")
        if matter.is_named
        else Proposal("no", NOBODY_IDENTIFIED),
        Evidence.RECIPIENT_CHECK: Proposal("done", f"{matter.recipient}: {matter.recipient_check.lower()}."),
        Evidence.DUTY_IN_FORCE: Proposal(record.duty_in_force, "Your partnership's settings say so."),
        Evidence.RELEVANT_AGENCY: _covered(record.own_agency, "Your agency"),
    }
    if matter.benefit:
        found[Evidence.PURPOSE] = Proposal("yes", f"You wrote: “{matter.benefit}”")
        found[Evidence.RECIPIENT] = Proposal(
            "yes", f"You chose {matter.recipient} and said how their view would help."
        )
    if matter.recipient_covered is RelevantPerson.NO:
        found[Evidence.RECIPIENT_COVERED] = _covered(matter.recipient_covered, matter.recipient)
    found |= _about_items(record) | _about_law(record)
    found |= (
        about_family(record.coverage)
        if matter.is_named
        else {Evidence.CONSENT: Proposal("no", f"{NOBODY_IDENTIFIED} So nobody was asked.")}
    )
    return found


def _direction(matter: Matter) -> Proposal:
    if matter.direction == ASKED:
        return Proposal(ASKED, f"{matter.recipient} asked you for it.")
    return Proposal(WISH, "You began this consultation yourself.")


def _covered(relevant: RelevantPerson, whose: str) -> Proposal:
    if relevant is RelevantPerson.YES:
        return Proposal("yes", f"{whose} is on the list to which the duty applies, by the directory.")
    return Proposal("no", f"{whose} is not on the list to which the duty applies, by the directory.")


def _about_items(record: OnRecord) -> dict[Evidence, Proposal]:
    shared = [item for item in record.items if item.included is Included.SHARE]
    if not shared:
        return {}
    left_out = len(record.items) - len(shared)
    what = f"You listed {_count(len(shared), 'item')} to share, each marked as fact, report or opinion"
    what += f", and left {_count(left_out, 'item')} out with a reason." if left_out else "."
    special = sorted({Category(i.category).label.lower() for i in shared if i.category in SPECIAL})
    return {
        Evidence.ITEMS: Proposal("done", what),
        Evidence.SPECIAL_CATEGORY: Proposal("yes", f"Some of it is about {listed(special)}.")
        if special
        else Proposal(
            "no", "Nothing you listed is about health, ethnicity, offending or another special category."
        ),
    }


def _about_law(record: OnRecord) -> dict[Evidence, Proposal]:
    if record.profile is None:
        return {}
    return {
        Evidence.LAWFUL_BASIS: Proposal("identified", record.profile.art6_in_words),
        Evidence.SPECIAL_CONDITION: Proposal("identified", record.profile.art9_in_words),
    }


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


@dataclass(frozen=True, slots=True)
class Lawful:
    """The four lawful answers of a decision (rulebook 3), with the codes that a reader of the record looks for.

    `in_words` says the same four without a code, for the practitioner who is asked only whether they fit.
    """

    power: str
    art6: str
    art9_and_sch1: str
    confidentiality: str
    in_words: tuple[str, ...] = ()


NONE = "none, because "
AGREED_TO_SHARING = "They agreed that it is shared. Nobody said that it was told in confidence"
NOTHING_SHARED = f"{NONE}nothing is shared"


def lawful_answers(
    record: OnRecord, *, outcome: str, state: Mapping[str, object], facts: Mapping[str, object]
) -> Lawful:
    """The four answers that the agency's profile proposes for an outcome. They are confirmed by a person.

    A decision not to share still says so in each of the four. Without special-category data the third says so.
    Where the statutory duty was found to apply, it is the power, the basis and the answer about confidence
    (rulebook 2.5, S12).
    """
    profile = record.profile
    if outcome in {"DO_NOT_SHARE", "DUTY_DISAPPLIED"} or profile is None:
        nothing = NOTHING_SHARED if profile else f"{NONE}the agency has not kept its lawful answers yet"
        return Lawful(nothing, nothing, nothing, nothing)
    special = bool(shared_categories(record.items) & SPECIAL)
    sensitive, code = (
        (profile.art9_in_words, f" ({profile.art9_and_sch1})")
        if special
        else ("You marked nothing as health or another sensitive matter", "")
    )
    power, basis = (profile.power_in_words, profile.power), (profile.art6_in_words, f"Article {profile.art6}")
    agreed = state.get("share_mode") == "with_consent"
    confidence = _agreed_to(record) if agreed else profile.confidentiality_without_consent.label
    if facts.get("must_share"):
        power = ("The law says that we must share this", "CA 2004 s.16LA")
        basis = ("It is a legal obligation", "Article 6(1)(c)")
        confidence = Confidentiality.STATUTE.label
    return Lawful(
        power=f"{power[0]} ({power[1]})",
        art6=f"{basis[0]} ({basis[1]})",
        art9_and_sch1=f"{sensitive}{code}",
        confidentiality=confidence,
        in_words=(power[0], basis[0], sensitive, confidence),
    )


def _agreed_to(record: OnRecord) -> str:
    """What an agreement answers about confidence: only who was asked about it has agreed to that (rulebook 4.1)."""
    said = record.coverage
    asked = any(
        each.kind is ConsentKind.CONFIDENTIALITY_CONSENT for each in (*said.given, *said.carrying, *said.own)
    )
    return Confidentiality.CONSENT.label if asked else AGREED_TO_SHARING


def records(record: OnRecord, *, lawful: Lawful) -> dict[str, str]:
    """The required records of a walk that what is on record fills, each from the field that means it.

    What nothing on record means stays out, and is shown as missing: nothing is filled for the sake of completeness.
    """
    matter, said = record.matter, record.coverage
    asked = asked_of(said)
    words, not_asked = (
        " ".join(map(sentence, asked)),
        "; ".join(f"{a.giver}: {why_not(a)}" for a in said.not_asked),
    )
    named = matter.is_named
    nobody = AbsentReason.NOT_NEEDED_NON_IDENTIFYING.label
    kept = {
        "request.direction": "We were asked" if matter.direction == ASKED else "We wish to share",
        "request.other_party": matter.recipient,
        "request.identity_verified": matter.recipient_check,
        "request.channel": "Begun in Alongside by the practitioner who wishes to share",
        "subject.person_refs": matter.child if named else "none, because nobody is named",
        "decision.purpose_statement": matter.benefit,
        "recipient.name_role_agency": matter.recipient,
        "recipient.role_justification": matter.benefit,
        "consent.status": "given" if said.is_complete else "not given, or not by everyone who was asked",
        "consent.ref_or_absent_reason": words or not_asked or ("Nobody was asked" if named else nobody),
        "consent.why_overridden_or_not_sought": words or not_asked or "Nobody was asked",
        "info.identifiable": "yes" if named else "no",
        "info.identifiability_check": f"{matter.child} is named" if named else NOBODY_IDENTIFIED,
        "engage.feasible": ("yes" if asked else "no") if named else "",
        "engage.not_safe_or_practicable_reason_if_no": not_asked,
        "engage.explained_who_what_why": matter.explanation if asked else "",
        "engage.persons_spoken_to": listed([a.giver for a in asked]),
        "engage.views": words,
        "agreement.given_by_and_authority": words or not_asked,
        "lawful.para18_reason_if_used": not_asked or words,
    }
    return {key: value for key, value in {**kept, **_items_and_law(record, lawful)}.items() if value}


def _items_and_law(record: OnRecord, lawful: Lawful) -> dict[str, str]:
    shared = [i for i in record.items if i.included is Included.SHARE]
    left_out = [f"{i.text} ({i.left_out_reason})" for i in record.items if i.included is Included.LEAVE_OUT]
    return {
        "special.data_flag": "yes" if shared_categories(record.items) & SPECIAL else "no",
        "lawful.art6": lawful.art6,
        "lawful.statutory_gateway_if_any": lawful.power,
        "lawful.art9_and_sch1": lawful.art9_and_sch1,
        "lawful.art9_and_sch1_if_special": lawful.art9_and_sch1,
        "lawful.appropriate_policy_document_ref": record.profile.policy_document if record.profile else "",
        "lawful.confidentiality_basis": lawful.confidentiality,
        "how.items_shared": "; ".join(i.text for i in shared),
        "how.items_withheld_and_reason": "; ".join(left_out) or "nothing was left out",
        "how.fact_opinion_marking": "; ".join(i.kind.label for i in shared),
        "how.recipient_name_role_agency": record.matter.recipient,
        "how.recipient_verified_by": record.matter.recipient_check,
    }


def later_records(later: Mapping[Evidence, Proposal]) -> dict[str, str]:
    """The required records that the talk and the telling fill."""
    kept = {"disclosure_log.entry": "In the disclosure log"}
    if channel := later.get(Evidence.CHANNEL):
        kept["how.channel"] = kept["how.channel_exception_reason_if_any"] = channel.because
    if telling := later.get(Evidence.TELLING):
        kept["inform.status"] = telling.because
        if telling.answer == "withheld":
            kept["inform.withheld_ground_authoriser_review_if_withheld"] = telling.because
    return kept
