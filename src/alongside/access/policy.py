"""The access rule, as one table.

Each table of the product is classified here. The sentences of the rule are `CLAUSES`; `DENIALS` beat them all.
They are written over a few named sets of ids, so that the same text serves twice: compiled once a request into
TEMP sets that the reader's views join, and inlined where a deed admits one row on the writer.
`oracle.py` says the same in plain Python, and a test over random worlds holds the two against each other.

What the policy reads: grants of every kind, declared conflicts, seals, the three columns that every protected row
carries (`agency_id`, `case_id`, `author_membership_id`), and of what waits on a consultation line, which line it is:
whoever answers a line holds a grant to it for their turn; and about which case it is, which denies it and opens it to
nobody. Nothing else.
"""

from dataclasses import dataclass
from enum import StrEnum

from alongside.access.words import Class, GrantKind


class Shown(StrEnum):
    """To whom a protected table opens beyond its own agency's people on the case."""

    HEAD = "head"  # also to those admitted from another agency: the case itself, the child
    OVERSEEN = "overseen"  # also to the agency's safeguarding lead
    BOTH = "both"
    INSIDE = "inside"  # neither


@dataclass(frozen=True, slots=True)
class Table:
    """How one table is kept. `case_column` is the column that names the row's case.

    `line_column` names the consultation line on which a row waits, to whose members it opens; empty where none does.
    `barring_column` names a case that denies the row as its own would, and admits nobody; empty where there is none.
    """

    kept: Class
    shown: Shown = Shown.INSIDE
    case_column: str = "case_id"
    line_column: str = ""
    barring_column: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """One sentence of the rule. `sql` is true of a row `r`; `why` is shown to a person who asks."""

    name: str
    why: str
    sql: str
    only: tuple[Shown, ...] = tuple(Shown)


TABLES: dict[str, Table] = {
    "access.Grant": Table(Class.CLOSED),
    "access.Conflict": Table(Class.CLOSED),
    "access.Seal": Table(Class.CLOSED),
    "access.Receipt": Table(Class.CLOSED),
    "access.Draft": Table(Class.PRIVATE),
    "audit.Leaf": Table(Class.CLOSED),
    "audit.Node": Table(Class.CLOSED),
    "audit.Detail": Table(Class.CLOSED),
    "notify.Message": Table(Class.CLOSED),
    "directory.Agency": Table(Class.PUBLIC),
    "directory.Practitioner": Table(Class.PUBLIC),
    "directory.Membership": Table(Class.PUBLIC),
    "directory.ConsultationLine": Table(Class.PUBLIC),
    "directory.LineMember": Table(Class.PUBLIC),
    "directory.PartnershipSetting": Table(Class.PUBLIC),
    "duties.Duty": Table(Class.PROTECTED, Shown.OVERSEEN),
    "duties.LocalHoliday": Table(Class.PUBLIC),
    "reliance.Reliance": Table(Class.PROTECTED, Shown.OVERSEEN),
    "reliance.ReliedFactChanged": Table(Class.PROTECTED, Shown.OVERSEEN),
    "reliance.StopNotice": Table(Class.PROTECTED, Shown.OVERSEEN, line_column="to_line_id"),
    "reliance.Retraction": Table(Class.PROTECTED, Shown.OVERSEEN, line_column="to_line_id"),
    "reliance.DayOfFact": Table(Class.CLOSED),
    "reliance.LookAgain": Table(Class.CLOSED),
    "families.Child": Table(Class.PROTECTED, Shown.HEAD),
    "families.Adult": Table(Class.PROTECTED),
    "families.Relationship": Table(Class.PROTECTED),
    "families.BirthDate": Table(Class.PROTECTED),
    "families.Responsibility": Table(Class.PROTECTED),
    "families.Order": Table(Class.PROTECTED),
    "families.Couple": Table(Class.PROTECTED),
    "families.Siblings": Table(Class.PROTECTED),
    "families.Home": Table(Class.PROTECTED),
    "families.HomeMember": Table(Class.PROTECTED),
    "families.Adoption": Table(Class.CLOSED),
    "contacts.SafeContact": Table(Class.PROTECTED),
    "contacts.ProtectedContact": Table(Class.CLOSED),
    "contacts.HowToWrite": Table(Class.PROTECTED),
    "cases.Case": Table(Class.PROTECTED, Shown.HEAD, case_column="id"),
    "consent.Consent": Table(Class.PROTECTED, Shown.OVERSEEN),
    "consent.ConsentChange": Table(Class.PROTECTED, Shown.OVERSEEN),
    "consent.TextShown": Table(Class.PROTECTED, Shown.OVERSEEN),
    "consent.CompetenceAssessment": Table(Class.PROTECTED, Shown.OVERSEEN),
    "consent.Disagreement": Table(Class.PROTECTED, Shown.OVERSEEN),
    "sharing.LawfulProfile": Table(Class.OWN_AGENCY),
    "sharing.Procedure": Table(Class.OWN_AGENCY),
    "sharing.ProcedureFollowed": Table(Class.PROTECTED, Shown.OVERSEEN),
    "sharing.Item": Table(Class.PROTECTED, Shown.OVERSEEN),
    "sharing.Walk": Table(Class.PROTECTED, Shown.OVERSEEN),
    "sharing.WalkAnswer": Table(Class.PROTECTED, Shown.OVERSEEN),
    "sharing.Decision": Table(Class.PROTECTED, Shown.OVERSEEN),
    "sharing.Considered": Table(Class.PROTECTED, Shown.HEAD),
    "sharing.RefusalReview": Table(Class.PROTECTED, Shown.OVERSEEN),
    "sharing.Disclosure": Table(Class.PROTECTED, Shown.OVERSEEN),
    "involvement.Part": Table(Class.PROTECTED, Shown.OVERSEEN),
    "involvement.Telling": Table(Class.PROTECTED, Shown.OVERSEEN),
    "involvement.Notice": Table(Class.PROTECTED, Shown.OVERSEEN),
    "papers.Paper": Table(Class.PROTECTED, Shown.OVERSEEN),
    "voice.Said": Table(Class.PROTECTED, Shown.OVERSEEN),
    "voice.Correction": Table(Class.PROTECTED, Shown.OVERSEEN),
    "voice.Question": Table(Class.PROTECTED, Shown.OVERSEEN),
    "voice.Complaint": Table(Class.PROTECTED, Shown.OVERSEEN),
    "letters.Letter": Table(Class.PROTECTED, Shown.OVERSEEN),
    "advice.AdviserView": Table(Class.PROTECTED, Shown.OVERSEEN),
    "advice.AskedBack": Table(Class.PROTECTED, Shown.OVERSEEN),
    "advice.Reply": Table(Class.PROTECTED, Shown.OVERSEEN),
    "advice.SealedCopy": Table(Class.PROTECTED, Shown.OVERSEEN),
    "advice.WaitingQuestion": Table(
        Class.PROTECTED, Shown.OVERSEEN, line_column="line_id", barring_column="about_case_id"
    ),
    "advice.HandedOn": Table(Class.PROTECTED, Shown.OVERSEEN, line_column="to_line_id"),
    "consultations.Consultation": Table(Class.PROTECTED, Shown.OVERSEEN),
    "consultations.PersonAsked": Table(Class.PROTECTED, Shown.OVERSEEN),
    "consultations.Talk": Table(Class.PROTECTED, Shown.OVERSEEN),
    "consultations.SentQuestion": Table(Class.PROTECTED, Shown.OVERSEEN),
    "consultations.ReturnedSlip": Table(Class.PROTECTED, Shown.OVERSEEN),
    "consultations.SpokenRecord": Table(Class.PROTECTED, Shown.OVERSEEN),
    "consultations.Outcome": Table(Class.PROTECTED, Shown.OVERSEEN),
    "consultations.NextStep": Table(Class.PROTECTED, Shown.OVERSEEN),
    "consultations.PrivateLink": Table(Class.PROTECTED),
    "portal.FamilyLink": Table(Class.PROTECTED, Shown.OVERSEEN),
    "portal.Signature": Table(Class.PROTECTED, Shown.OVERSEEN),
    "portal.Dispatch": Table(Class.PROTECTED, Shown.OVERSEEN),
    "portal.LinkKey": Table(Class.CLOSED),
    "portal.Visit": Table(Class.CLOSED),
    "auth.User": Table(Class.FRAMEWORK),
    "auth.Group": Table(Class.FRAMEWORK),
    "auth.Permission": Table(Class.FRAMEWORK),
    "auth.User_groups": Table(Class.FRAMEWORK),
    "auth.User_user_permissions": Table(Class.FRAMEWORK),
    "auth.Group_permissions": Table(Class.FRAMEWORK),
    "contenttypes.ContentType": Table(Class.FRAMEWORK),
    "sessions.Session": Table(Class.FRAMEWORK),
}


def _live(alias: str) -> str:
    return f"{alias}.from_at <= wall_now() AND {alias}.until_at > wall_now()"


def _grant(kind: GrantKind) -> str:
    return f"main.access_grant g WHERE g.kind = '{kind}' AND {_live('g')}"


_MINE = "g.membership_id = wall_actor()"
_NOT_DENIED = "(g.case_id IS NULL OR g.case_id NOT IN ({denied_cases}))"

# The named sets, in the order in which they build on one another. Each selects one column of ids.
SETS: dict[str, str] = {
    "denied_cases": (
        "SELECT c.case_id FROM main.access_conflict c WHERE c.practitioner_id = wall_practitioner()"
        f" AND c.case_id IS NOT NULL AND {_live('c')}"
        f" UNION SELECT s.case_id FROM main.access_seal s WHERE {_live('s')} AND NOT EXISTS (SELECT 1 FROM"
        f" {_grant(GrantKind.NAMED)} AND {_MINE} AND g.case_id = s.case_id)"
    ),
    "denied_rows": (
        "SELECT c.row_id FROM main.access_conflict c WHERE c.practitioner_id = wall_practitioner()"
        f" AND c.row_id IS NOT NULL AND {_live('c')}"
    ),
    "admitted": f"SELECT g.case_id FROM {_grant(GrantKind.ADMITTED)} AND {_MINE} AND {_NOT_DENIED}",
    "open_cases": (
        f"SELECT g.case_id FROM {_grant(GrantKind.AUDIENCE)} AND g.agency_id = wall_agency()"
        " AND g.row_id IS NULL AND g.case_id IN ({admitted})"
    ),
    "shown": (
        f"SELECT g.row_id FROM {_grant(GrantKind.AUDIENCE)} AND g.agency_id = wall_agency()"
        " AND g.row_id IS NOT NULL AND g.case_id IN ({admitted})"
    ),
    "addressed": f"SELECT g.row_id FROM {_grant(GrantKind.ADDRESSEE)} AND {_MINE} AND {_NOT_DENIED}",
    "overseen": f"SELECT g.agency_id FROM {_grant(GrantKind.OVERSIGHT)} AND {_MINE} AND {_NOT_DENIED}",
    "overseen_rows": (
        f"SELECT g.row_id FROM {_grant(GrantKind.AUDIENCE)} AND g.row_id IS NOT NULL"
        " AND g.agency_id IN ({overseen}) AND " + _NOT_DENIED
    ),
    # No row opens by it: a page asks it, to say who may change what an agency keeps for its own people.
    "lawful_kept": (
        f"SELECT g.agency_id FROM {_grant(GrantKind.LAWFUL_ANSWERS)} AND {_MINE} AND g.agency_id = wall_agency()"
    ),
}

# Somebody works for the agency; or a private link of one person of a family runs, which is held in no agency at all,
# so that no clause but "addressed" can open them anything.
IN_POST = (
    f"EXISTS (SELECT 1 FROM main.access_grant g WHERE (g.kind = '{GrantKind.IN_POST}' OR"
    f" g.kind = '{GrantKind.FAMILY_PAGE}')"
    f" AND {_live('g')} AND {_MINE} AND g.agency_id = wall_agency())"
)

CLAUSES: tuple[Clause, ...] = (
    Clause("author", "You wrote it.", "r.author_membership_id = wall_actor()"),
    Clause(
        "colleague",
        "You are admitted to the case, and your agency wrote it.",
        "r.agency_id = wall_agency() AND {case} IN ({admitted})",
    ),
    Clause("head", "You are admitted to the case.", "{case} IN ({admitted})", (Shown.HEAD, Shown.BOTH)),
    Clause(
        "audience",
        "You are admitted to the case, and your agency was given sight of it.",
        "{case} IN ({open_cases})",
    ),
    Clause("shown", "Your agency was given sight of this record.", "r.id IN ({shown})"),
    Clause("addressed", "It is addressed to you.", "r.id IN ({addressed})"),
    Clause("line", "It waits on a line that you answer.", "{line} IN ({addressed})"),
    Clause(
        "oversight",
        "You oversee safeguarding in the agency that wrote it.",
        "r.agency_id IN ({overseen})",
        (Shown.OVERSEEN, Shown.BOTH),
    ),
    Clause(
        "oversight_of_what_was_shown",
        "You oversee safeguarding in an agency that was given sight of it.",
        "r.id IN ({overseen_rows})",
        (Shown.OVERSEEN, Shown.BOTH),
    ),
)

DENIALS: tuple[str, ...] = (
    "({case} IS NOT NULL AND {case} IN ({denied_cases}))",
    "r.id IN ({denied_rows})",
    "({barring} IS NOT NULL AND {barring} IN ({denied_cases}))",
)


PUBLIC = (Clause("public", "It is open to everyone who is signed in.", "1"),)
OWN_AGENCY = (Clause("own_agency", "It belongs to the agency you work for.", "r.agency_id = wall_agency()"),)


def clauses_for(table: Table) -> tuple[Clause, ...]:
    """The sentences that can open a row of this table: for a private draft, its author's alone; none if closed."""
    if table.kept in {Class.PUBLIC, Class.FRAMEWORK}:
        return PUBLIC
    if table.kept is Class.OWN_AGENCY:
        return OWN_AGENCY
    if table.kept is Class.CLOSED:
        return ()
    if table.kept is Class.PRIVATE:
        return tuple(c for c in CLAUSES if c.name == "author")
    return tuple(c for c in CLAUSES if table.shown in c.only and (c.name != "line" or table.line_column))


def predicate(table: Table, *, sets: dict[str, str], clauses: tuple[Clause, ...] | None = None) -> str:
    """The rule for one protected or private table as SQL true of a visible row `r`.

    `sets` gives the SQL that selects each named set: TEMP sets on the reader, plain subqueries on the writer.
    """
    words = {
        "case": f"r.{table.case_column}",
        "line": f"r.{table.line_column}",
        "barring": f"r.{table.barring_column}",
        **sets,
    }
    allowed = " OR ".join(f"({c.sql.format(**words)})" for c in (clauses or clauses_for(table)))
    denials = (d for d in DENIALS if table.barring_column or "{barring}" not in d)
    denied = " OR ".join(d.format(**words) for d in denials)
    return f"({allowed}) AND NOT ({denied})"


def inlined_sets() -> dict[str, str]:
    """Every named set as a plain subquery over the grants."""
    made: dict[str, str] = {}
    for name, sql in SETS.items():
        made[name] = sql.format(**made)
    return made
