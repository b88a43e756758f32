"""The closed words of families. Unknown is a value; nothing is inferred about people (law 9)."""

from enum import StrEnum

from django.db.models import TextChoices

NOT_YET_NAMED = "Child not yet named"  # how the name of a child begins whom nobody could name yet


class Relation(TextChoices):
    """Who an adult is to a child, as the family says."""

    MOTHER = "mother", "Mother"
    FATHER = "father", "Father"
    ADOPTIVE_PARENT = "adoptive_parent", "Adoptive parent"
    STEP_PARENT = "step_parent", "Step-parent"
    GRANDPARENT = "grandparent", "Grandparent"
    KINSHIP_CARER = "kinship_carer", "Kinship carer"
    FOSTER_CARER = "foster_carer", "Foster carer"
    OTHER_RELATIVE = "other_relative", "Other relative"
    OTHER_CARER = "other_carer", "Other carer"


class ParentalResponsibility(TextChoices):
    """Unknown gives no authority, and is no barrier to protection (rulebook E2)."""

    SEEN = "seen", "Yes, evidence seen"
    CLAIMED = "claimed", "Says so, evidence not seen"
    NO = "no", "No"
    UNKNOWN = "unknown", "Not known"


class Stage(TextChoices):
    """Whether the child is born. An unborn child has an expected date and no date of birth (rulebook s.1, E6).

    After a loss or a death nothing is written to the family about this child any more (E6, E35).
    """

    BORN = "born", "Born"
    UNBORN = "unborn", "Unborn"
    LOST = "lost", "The pregnancy has ended"
    DIED = "died", "Has died"


class Loss(TextChoices):
    """How a pregnancy ended, if the family wishes it to be written down."""

    MISCARRIAGE = "miscarriage", "A miscarriage"
    STILLBIRTH = "stillbirth", "The baby was stillborn"
    NOT_SAID = "not_said", "I do not say, or do not know"


class Gender(TextChoices):
    """As the person or the family says. It is never taken from a name or from who somebody is to a child."""

    FEMALE = "female", "Female"
    MALE = "male", "Male"
    ANOTHER = "another", "Another word"
    UNKNOWN = "unknown", "Not said"


class Life(TextChoices):
    """Whether somebody is known to have died. Nothing is said of anybody else."""

    NOT_SAID = "not_said", "Not said to have died"
    DIED = "died", "Has died"


class UnderEighteen(TextChoices):
    """Whether an adult of the family is still a child themselves, as a young parent may be (E24)."""

    YES = "yes", "Yes, under 18"
    NO = "no", "No, 18 or over"
    UNKNOWN = "unknown", "Not known"


class BirthBasis(TextChoices):
    """What a date of birth rests on. Each is kept apart from the others (E11)."""

    CLAIMED = "claimed", "As the child or the family says"
    SEEN = "seen", "A birth certificate or passport was seen"
    ESTIMATED = "estimated", "An estimate"
    ASSESSED = "assessed", "An age assessment"


class AgeKnownAs(TextChoices):
    """How far a child's age is known. Until it is settled the child is treated as a child (E11)."""

    UNKNOWN = "unknown", "Not known"
    CLAIMED = "claimed", "As the child or the family says"
    SEEN = "seen", "From a document that was seen"
    ESTIMATED = "estimated", "Estimated"
    ASSESSED = "assessed", "From an age assessment"
    DISPUTED = "disputed", "In dispute"


class Source(TextChoices):
    """Where parental responsibility comes from (rulebook 4.2). No other way gives it."""

    MOTHER = "mother", "Is the mother"
    MARRIED = "married", "Married to the mother, or in a civil partnership with her, at the birth or later"
    BIRTH_CERTIFICATE = (
        "birth_certificate",
        "On the birth certificate, registered together since 1 December 2003",
    )
    AGREEMENT = "agreement", "A parental responsibility agreement"
    COURT_ORDER = "court_order", "A parental responsibility order, or a parental order"
    LIVES_WITH_ORDER = "lives_with_order", "A child arrangements order that says “lives with”"
    SPECIAL_GUARDIANSHIP = "special_guardianship", "A special guardianship order"
    GUARDIAN = "guardian", "Named guardian, by a will or by a court"
    ADOPTION = "adoption", "Adoption"


class OrderKind(TextChoices):
    """Court orders, and the reasons for which a child is looked after. “None” is said by somebody who asked."""

    NONE = "none", "None: no order, and not looked after"
    ACCOMMODATED = "accommodated", "Looked after by agreement (section 20)"
    INTERIM_CARE = "interim_care", "Interim care order (section 38)"
    CARE = "care", "Care order (section 31)"
    EMERGENCY_PROTECTION = "emergency_protection", "Emergency protection order"
    PLACEMENT = "placement", "Placement order"
    SUPERVISION = "supervision", "Supervision order"
    SPECIAL_GUARDIANSHIP = "special_guardianship", "Special guardianship order"
    LIVES_WITH = "lives_with", "Child arrangements order: lives with"
    SPENDS_TIME_WITH = "spends_time_with", "Child arrangements order: spends time with"
    PROHIBITED_STEPS = "prohibited_steps", "Prohibited steps order"
    SPECIFIC_ISSUE = "specific_issue", "Specific issue order"
    RESPONSIBILITY = "responsibility", "Parental responsibility order"
    ADOPTION = "adoption", "Adoption order"


# Orders under which an agency holds parental responsibility beside the parents, and may limit theirs (rulebook 4.2, E9).
SHARED_WITH_AN_AUTHORITY = frozenset(
    {OrderKind.INTERIM_CARE, OrderKind.CARE, OrderKind.EMERGENCY_PROTECTION, OrderKind.PLACEMENT}
)
# Orders by which the person named in them holds parental responsibility.
GIVES_RESPONSIBILITY = {
    OrderKind.SPECIAL_GUARDIANSHIP: Source.SPECIAL_GUARDIANSHIP,
    OrderKind.LIVES_WITH: Source.LIVES_WITH_ORDER,
    OrderKind.RESPONSIBILITY: Source.COURT_ORDER,
    OrderKind.ADOPTION: Source.ADOPTION,
}
# Orders after which everybody who could agree may agree still, unless it is written what they restrict.
TAKES_NOTHING = frozenset(
    {
        OrderKind.ACCOMMODATED,
        OrderKind.SUPERVISION,
        OrderKind.LIVES_WITH,
        OrderKind.SPENDS_TIME_WITH,
        OrderKind.RESPONSIBILITY,
    }
)


class LookedAfter(TextChoices):
    """On what basis a child is looked after by a local authority, if at all."""

    UNKNOWN = "unknown", "Not known"
    NO = "no", "Not looked after"
    ACCOMMODATED = "accommodated", "By agreement with the parents (section 20)"
    CARE_ORDER = "care_order", "Under a care order"
    EMERGENCY = "emergency", "Under an emergency protection order"
    PLACEMENT_ORDER = "placement_order", "Under a placement order"


class Bond(TextChoices):
    """What two adults are to one another, as they say."""

    MARRIED = "married", "Married, or in a civil partnership"
    PARTNERS = "partners", "Partners"
    SEPARATED = "separated", "Married, and separated"
    DIVORCED = "divorced", "Divorced"
    PARTED = "parted", "Were partners, and have parted"


class Tie(TextChoices):
    """What two children are to one another, where no parent on record says it."""

    SIBLINGS = "siblings", "Brothers or sisters"
    HALF_SIBLINGS = "half_siblings", "Brothers or sisters with one parent in common"
    STEP_SIBLINGS = "step_siblings", "Step-brothers or step-sisters"


class LivesWith(TextChoices):
    """Whether a child lives with an adult, as the family says. Two homes are two adults with part of the time."""

    ALL = "all", "Lives with them"
    PART = "part", "Lives with them part of the time"
    NO = "no", "Lives elsewhere"
    UNKNOWN = "unknown", "Not known"


class Right(StrEnum):
    CHILD_ADD = "child:add"
    CHILD_OPEN = "child:open"
    CHILD_CORRECT = "child:correct"
    BIRTH_DATE_SAY = "birth_date:say"
    BIRTH_RECORD = "birth:record"
    LOSS_RECORD = "loss:record"
    DEATH_RECORD = "death:record"
    MOVE_RECORD = "move:record"
    ADULT_ADD = "adult:add"
    ADULT_CORRECT = "adult:correct"
    ADULTS_RELATE = "adults:relate"
    SIBLINGS_RELATE = "siblings:relate"
    HOME_KEEP = "home:keep"
    ORDER_RECORD = "order:record"
    ORDER_END = "order:end"
    RESPONSIBILITY_CORRECT = "responsibility:correct"
    ADOPTION_OPEN = "adoption:open"


class Leaf(StrEnum):
    CHILD_ADDED = "child:added"
    CHILD_CORRECTED = "child:corrected"
    BIRTH_DATE_SAID = "birth_date:said"
    BIRTH_RECORDED = "birth:recorded"
    LOSS_RECORDED = "loss:recorded"
    DEATH_RECORDED = "death:recorded"
    MOVE_RECORDED = "move:recorded"
    ADULT_ADDED = "adult:added"
    ADULT_CORRECTED = "adult:corrected"
    ADULTS_RELATED = "adults:related"
    SIBLINGS_RELATED = "siblings:related"
    HOME_KEPT = "home:kept"
    ORDER_RECORDED = "order:recorded"
    ORDER_ENDED = "order:ended"
    ADULT_RELATED = "adult:related"
    RESPONSIBILITY_CORRECTED = "responsibility:corrected"
    ADOPTION_OPENED = "adoption:opened"
