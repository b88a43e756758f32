"""What an agency keeps for its own people: its lawful answers, and its procedure for sharing inside it."""

from uuid import UUID

from alongside.access import commands as access
from alongside.access.gate import Act, writes
from alongside.access.words import GrantKind, NotThere, Ref, Refused, Standing
from alongside.directory import queries as directory
from alongside.sharing.models import LawfulProfile, Procedure
from alongside.sharing.rules import Profile, bases_open_to
from alongside.sharing.words import Leaf, Right

KEEPERS = (Standing.PRACTITIONER, Standing.UPKEEP)


@writes(Right.PROFILE_KEEP, to=KEEPERS)
def keep_profile(act: Act, *, agency_id: UUID, profile: Profile) -> UUID:
    """Keep an agency's lawful answers, which its practitioners are then shown in plain words.

    A newer edition supersedes. Raises NotThere for anyone but the agency's data-protection officer, and Refused for
    a basis on which an agency of its class may not rest.
    """
    _require_keeper(act, agency_id)
    _refuse_other_basis(agency_id, profile.art6)
    newest = LawfulProfile.objects.filter(agency_id=agency_id).order_by("-edition").first()
    row = LawfulProfile.objects.create(
        agency_id=agency_id,
        edition=newest.edition + 1 if newest else 1,
        power=profile.power,
        power_in_words=profile.power_in_words,
        art6=profile.art6,
        art6_in_words=profile.art6_in_words,
        art9_and_sch1=profile.art9_and_sch1,
        art9_in_words=profile.art9_in_words,
        confidentiality_without_consent=profile.confidentiality_without_consent,
        policy_document=profile.policy_document,
        kept_at=act.now,
        kept_by=act.ctx.actor,
    )
    act.note(Leaf.PROFILE_KEPT, about=Ref("profile", row.id))
    return row.id


@writes(Right.PROCEDURE_KEEP, to=KEEPERS)
def keep_procedure(act: Act, *, agency_id: UUID, text: str) -> UUID:
    """Keep an agency's own procedure for sharing inside it (practice guide: internal). A newer edition supersedes.

    Raises NotThere for anyone but the agency's data-protection officer.
    """
    _require_keeper(act, agency_id)
    if not text.strip():
        raise Refused("Write the procedure, so that your colleagues can read what they follow.", field="text")
    newest = Procedure.objects.filter(agency_id=agency_id).order_by("-edition").first()
    row = Procedure.objects.create(
        agency_id=agency_id,
        edition=newest.edition + 1 if newest else 1,
        text=text,
        kept_at=act.now,
        kept_by=act.ctx.actor,
    )
    act.note(Leaf.PROCEDURE_KEPT, about=Ref("procedure", row.id))
    return row.id


def _refuse_other_basis(agency_id: UUID, art6: str) -> None:
    agency = directory.agency_card(agency_id)
    if agency is None:
        raise NotThere
    if art6 not in bases_open_to(agency.agency_class):
        raise Refused(
            "Choose a lawful basis on which an agency like yours may rest: only a public body has a public task, and "
            "it cannot rest on legitimate interests.",
            field="art6",
        )


def _require_keeper(act: Act, agency_id: UUID) -> None:
    if act.ctx.standing is not Standing.UPKEEP:
        access.require_office(act, kind=GrantKind.LAWFUL_ANSWERS, agency_id=agency_id)
