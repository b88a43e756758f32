"""Giving one person a private link about one child, and ending it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.access import commands as access
from alongside.access.commands import Whom
from alongside.access.context import LONDON, NOBODY
from alongside.access.gate import Act, writes
from alongside.access.words import Answered, GrantKind, NotThere, Purpose, Ref, Refused, Unsaid
from alongside.contacts import commands as contacts
from alongside.directory import queries as directory
from alongside.families import queries as families
from alongside.involvement import queries as involvement
from alongside.portal import keys, rules
from alongside.portal.commands.ending import end_link, settle_earlier, settle_look
from alongside.portal.commands.posting import ByLetter, post_link
from alongside.portal.commands.sending import ByMail, queue_link
from alongside.portal.guessing import is_guessable
from alongside.portal.models import FamilyLink, LinkKey, Visit
from alongside.portal.words import Ending, Leaf, Part, Reader, Right, SecondThing, Way

GUESSABLE = "Choose something else: somebody could guess this, or know it."


@dataclass(frozen=True, slots=True)
class NewLink:
    """What a page is to be for: written for whom, why, which parts, in which language."""

    written_for: Reader
    purpose: str
    parts: tuple[Part, ...]
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Secrets:
    """The digests of a link's code and token, and the second thing, of which only a digest is kept."""

    code_digest: str
    token_digest: str
    second: Unsaid
    second_thing: SecondThing


@dataclass(frozen=True, slots=True)
class _Person:
    """Whose page it is to be, as this record names them."""

    reader_id: UUID
    name: str
    child_name: str
    case_id: UUID
    of_age_at: (
        datetime | None
    )  # when the child's adults lose their pages; None for the child, or an unknown birth


@writes(Right.FAMILY_LINK_GIVE)
def give_private_link(
    act: Act,
    *,
    child_id: UUID,
    adult_id: UUID | None,
    link: NewLink,
    secrets: Secrets,
    until: datetime,
    going: ByLetter | ByMail | None = None,
) -> UUID:
    """Let one person open their own page about one child until a moment; an earlier link of theirs ends.

    `going` is how it reaches them: in a letter to one of their safe contacts (posting.post_link); by e-mail, for which
    it waits for a safe time of the contact (sending.queue_link); None where somebody hands over the sheet.

    `adult_id` is None for the child. Raises Refused for somebody from whom telling is withheld (E3), and for a
    child's adult when the child is grown up (E5), and for a second thing that others could guess or know.
    """
    person = _person(act, child_id=child_id, adult_id=adult_id, link=link)
    _refuse_guessable(act, child_id=child_id, adult_id=adult_id, second=secrets.second)
    earlier = FamilyLink.objects.filter(reader_id=person.reader_id, way=Way.TAKEN_AWAY, ended_at__isnull=True)
    for each in earlier[:10]:
        end_link(act, link=each, ending=Ending.REPLACED)
    ends = rules.link_ends(wanted=until, now=act.now, of_age_at=person.of_age_at, longest=rules.LONGEST_LIFE)
    row = _begin(act, child_id, adult_id, person, link, Way.TAKEN_AWAY, ends, secrets.second_thing)
    LinkKey.objects.create(
        link=row,
        code_digest=secrets.code_digest,
        token_digest=secrets.token_digest,
        second_digest=keys.second_digest(secrets.second.words),
    )
    act.note(Leaf.FAMILY_LINK_GIVEN, about=Ref("family_link", row.id))
    if isinstance(going, ByLetter):
        post_link(act, link=row, letter=going)
    if isinstance(going, ByMail):
        queue_link(act, link=row, mail=going)
    settle_earlier(act, reader_id=person.reader_id, evidence=Ref("family_link", row.id))
    return row.id


@writes(Right.FAMILY_LINK_GIVE)
def hand_over(act: Act, *, child_id: UUID, adult_id: UUID | None, link: NewLink, visit_digest: str) -> UUID:
    """Open one person's page beside the practitioner, on this screen, for an hour at most.

    Whoever hands over is signed out by the page that calls this. Raises Refused as `give_private_link` does.
    """
    person = _person(act, child_id=child_id, adult_id=adult_id, link=link)
    ends = rules.link_ends(
        wanted=act.now + rules.TOGETHER_LIFE,
        now=act.now,
        of_age_at=person.of_age_at,
        longest=rules.TOGETHER_LIFE,
    )
    row = _begin(act, child_id, adult_id, person, link, Way.TOGETHER, ends, "")
    Visit.objects.create(link=row, key_digest=visit_digest, begun_at=act.now, until_at=row.until_at)
    FamilyLink.objects.filter(id=row.id).update(last_opened_at=act.now)
    act.note(Leaf.FAMILY_PAGE_HANDED_OVER, about=Ref("family_link", row.id))
    return row.id


@writes(Right.FAMILY_LINK_REVOKE)
def revoke_private_link(act: Act, *, link_id: UUID) -> None:
    """End a private link at once, and every visit that it opened. Raises NotThere for another agency's."""
    act.admit("portal.FamilyLink", link_id)
    row = FamilyLink.objects.get(id=link_id)
    if row.agency_id != act.ctx.agency_id:
        raise NotThere
    if row.ended_at is not None or row.until_at <= act.now:
        raise Refused("This link has ended already, so there is nothing to end.")
    end_link(act, link=row, ending=Ending.REVOKED)
    settle_look(act, link_id=link_id, evidence=Ref("family_link", link_id))
    act.note(Leaf.FAMILY_LINK_REVOKED, about=Ref("family_link", link_id))


def _person(act: Act, *, child_id: UUID, adult_id: UUID | None, link: NewLink) -> _Person:
    child = families.child(act, child_id=child_id)
    if child.agency_id != act.ctx.agency_id:
        raise NotThere
    reader_id = families.reader_of(act, child_id=child_id, adult_id=adult_id)
    adult = families.adult_of(act, child_id=child_id, adult_id=adult_id) if adult_id else None
    if adult and link.written_for is not Reader.ADULT:
        raise Refused("Choose the page for an adult: the others are for the child.", field="written_for")
    _refuse_withheld(act, child_id=child_id, adult_id=adult_id)
    contacts.refuse_words_for(
        act, child_id=child_id, adult_id=adult_id, typed=(link.purpose,), field="purpose"
    )
    of_age_at = rules.comes_of_age(child.born_on, zone=LONDON) if adult and child.born_on else None
    return _Person(reader_id, adult.name if adult else child.name, child.name, child.case_id, of_age_at)


def _refuse_guessable(act: Act, *, child_id: UUID, adult_id: UUID | None, second: Unsaid) -> None:
    """Refuse what the house itself knows, and what anybody would try first. One sentence for all: it tells nothing."""
    child, adults = families.child(act, child_id=child_id), families.adults_of(act, child_id=child_id)
    children = families.children_of(act, case_id=child.case_id)
    me, agency = directory.card_of(act.ctx.membership_id), directory.agency_card(act.ctx.agency_id)
    known = [
        *families.other_names(act, child_id=child_id, adult_id=adult_id),
        *(adult.name for adult in adults),
        *(each.name for each in children),
        *((me.name, me.telephone) if me else ()),
        *((agency.name, agency.telephone) if agency else ()),
        "Alongside",
    ]
    days = (*(adult.born_on for adult in adults), *(each.born_on for each in children))
    born = [day for day in days if day]
    leads_somewhere = contacts.is_where_somebody_is(act, child_id=child_id, words=second)
    if leads_somewhere is Answered.YES or is_guessable(
        second.words, known=list(filter(None, known)), born=born
    ):
        raise Refused(GUESSABLE, field="unsaid_second")


def _refuse_withheld(act: Act, *, child_id: UUID, adult_id: UUID | None) -> None:
    """No link reaches a person for whom telling is withheld (E3), nor anybody about a child who was lost or died."""
    if families.may_be_written_to(act, child_id=child_id) is Answered.NO:
        raise Refused(
            "Nothing is sent about this child any more, so a page cannot be given. Speak with the family."
        )
    if adult_id is not None and families.has_died(act, adult_id=adult_id) is Answered.YES:
        raise Refused("This person has died, so a page of their own cannot be given.")
    withheld = involvement.withheld_generally(act, child_id=child_id, adult_id=adult_id)
    if withheld is Answered.YES:
        raise Refused(
            "This person is not to be told for now, so a page of their own cannot be opened. Look at the reason "
            "for withholding first."
        )


def _begin(
    act: Act,
    child_id: UUID,
    adult_id: UUID | None,
    person: _Person,
    link: NewLink,
    way: Way,
    ends: datetime | None,
    second_thing: str,
) -> FamilyLink:
    if ends is None:
        raise Refused(
            "Choose a later day. A page about a child ends for the adults when the child is 18.",
            field="until_on",
        )
    row = FamilyLink.objects.create(
        agency_id=act.ctx.agency_id,
        case_id=person.case_id,
        author_membership_id=act.ctx.membership_id,
        about_child_id=child_id,
        adult_id=adult_id,
        reader_id=person.reader_id,
        person_as_named=person.name,
        child_as_named=person.child_name,
        way=way,
        written_for=link.written_for,
        purpose=link.purpose,
        parts=list(link.parts),
        language=link.language,
        second_thing=second_thing,
        given_at=act.now,
        until_at=ends,
    )
    access.grant(
        act,
        kind=GrantKind.FAMILY_PAGE,
        whom=Whom(membership_id=person.reader_id, agency_id=NOBODY),
        purpose=Purpose.FAMILY_PAGES,
        reason="A page of their own",
        until=ends,
    )
    access.address_to_family(act, reader_id=person.reader_id, row_id=row.id)
    return row
