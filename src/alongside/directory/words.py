"""The closed words of the directory."""

from enum import StrEnum

from django.db.models import TextChoices


class AgencyClass(TextChoices):
    """What kind of agency someone acts for (rulebook s.1)."""

    SCHOOL = "school", "School or college"
    EARLY_YEARS = "early_years", "Nursery or childminder"
    HEALTH = "health", "Health"
    GP_PRACTICE = "gp_practice", "GP practice"
    SOCIAL_CARE = "social_care", "Children's social care"
    MASH = "mash", "Multi-agency safeguarding hub"
    EARLY_HELP = "early_help", "Early help"
    POLICE = "police", "Police"
    HOUSING = "housing", "Housing"
    PROBATION = "probation", "Probation or youth justice"
    CHARITY = "charity", "Charity or community group"
    FAITH = "faith", "Faith group"


PUBLIC_BODIES = frozenset(
    {
        AgencyClass.SCHOOL,
        AgencyClass.HEALTH,
        AgencyClass.GP_PRACTICE,
        AgencyClass.SOCIAL_CARE,
        AgencyClass.MASH,
        AgencyClass.EARLY_HELP,
        AgencyClass.POLICE,
        AgencyClass.HOUSING,
        AgencyClass.PROBATION,
    }
)


class RelevantPerson(TextChoices):
    """Whether the agency is one to whom the duty to share applies (CA 2004 s.16LA(4))."""

    YES = "yes", "Yes"
    NO = "no", "No"
    NOT_KNOWN = "not_known", "Not yet established"


class MemberStanding(TextChoices):
    """As what a member acts: an administrator keeps accounts and sees no content."""

    PRACTITIONER = "practitioner", "Practitioner"
    ADMINISTRATOR = "administrator", "Administrator"


class Setting(TextChoices):
    """What a partnership decides for itself, each from a date and with its source."""

    PARTNERSHIP_NAME = "partnership.name", "Name of the partnership"
    CSC_TELEPHONE = "csc.telephone", "Telephone of children's social care"
    GUIDANCE_EDITION = "guidance.edition", "Edition of the guidance in force"
    DUTY_IN_FORCE = "isd.in_force", "Whether the duty to share (CA 2004 s.16LA) is in force"
    WRITTEN_CONFIRMATION_HOURS = (
        "referral.written_confirmation_hours",
        "Hours until a referral by telephone is confirmed in writing",
    )
    PARTNERSHIP_LEAD = (
        "partnership.safeguarding_lead",
        "Membership of the partnership’s lead for safeguarding, to whom a withholding goes after four renewals",
    )
    DEMONSTRATION = "demonstration", "This is a demonstration with invented people"


class Right(StrEnum):
    AGENCY_ADD = "agency:add"
    PRACTITIONER_ADD = "practitioner:add"
    MEMBERSHIP_BEGIN = "membership:begin"
    MEMBERSHIP_END = "membership:end"
    OVERSIGHT_GIVE = "oversight:give"
    LAWFUL_KEEPER_NAME = "lawful_keeper:name"
    OFFICE_END = "office:end"
    LINE_OPEN = "line:open"
    LINE_JOIN = "line:join"
    LINE_LEAVE = "line:leave"
    SETTING_DECIDE = "setting:decide"
    DIRECTORY_READ = "directory:read"


class Leaf(StrEnum):
    AGENCY_ADDED = "agency:added"
    PRACTITIONER_ADDED = "practitioner:added"
    MEMBERSHIP_BEGUN = "membership:begun"
    MEMBERSHIP_ENDED = "membership:ended"
    OVERSIGHT_GIVEN = "oversight:given"
    LAWFUL_KEEPER_NAMED = "lawful_keeper:named"
    OFFICE_ENDED = "office:ended"
    LINE_OPENED = "line:opened"
    LINE_JOINED = "line:joined"
    LINE_LEFT = "line:left"
    SETTING_DECIDED = "setting:decided"
