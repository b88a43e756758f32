"""What the database refuses of families and how they are reached."""

from datetime import date

from tests.house.refused.values import ANOTHER, NOW, SOMEONE, Told

BIRTH_DATE = {
    "earliest_on": date(2009, 1, 1),
    "latest_on": date(2009, 12, 31),
    "set_aside_at": None,
    "set_aside_by": None,
}
RESPONSIBILITY = {"held": "seen", "source": "mother", "seen_on": NOW.date(), "seen_by": SOMEONE}
ORDER = {
    "seen_on": NOW.date(),
    "seen_by": SOMEONE,
    "ended_on": NOW.date(),
    "end_said_at": NOW,
    "end_said_by": SOMEONE,
}
HOME_MEMBER = {
    "child_id": SOMEONE,
    "adult_id": None,
    "share": "part",
    "left_on": NOW.date(),
    "left_said_at": NOW,
    "left_said_by": SOMEONE,
}
LOST = {"stage": "lost", "loss": "not_said", "born_on": None, "ended_on": NOW.date(), "end_said_at": NOW}
TWO = {"first_id": SOMEONE, "second_id": ANOTHER}
CONTACT = {
    "verified_on": date(2026, 11, 2),
    "verified_by_id": SOMEONE,
    "verified_how": "She said so on the telephone.",
    "ended_at": NOW,
    "ended_by_id": SOMEONE,
    "ended_why": "She has moved.",
}

CHECKS: Told = {
    "an_unborn_child_has_an_expected_date_and_no_other": (
        "families.Child",
        {"stage": "unborn", "loss": "", "born_on": None, "expected_on": date(2027, 3, 1)},
        {"born_on": date(2026, 3, 1)},
    ),
    "only_a_lost_pregnancy_says_how_it_ended": ("families.Child", LOST, {"loss": ""}),
    "only_an_ended_life_has_a_day_on_which_it_ended": (
        "families.Child",
        {"stage": "born", "loss": "", "ended_on": None},
        {"ended_on": date(2026, 3, 1)},
    ),
    "an_ended_life_says_when_it_was_told": ("families.Child", LOST, {"end_said_at": None}),
    "an_adult_who_has_died_says_when_it_was_told": (
        "families.Adult",
        {"life": "died", "died_said_at": NOW},
        {"died_said_at": None},
    ),
    "a_day_of_birth_is_not_later_than_its_latest": (
        "families.BirthDate",
        BIRTH_DATE,
        {"latest_on": date(2008, 12, 31)},
    ),
    "a_date_set_aside_says_when_and_by_whom": ("families.BirthDate", BIRTH_DATE, {"set_aside_at": NOW}),
    "evidence_of_responsibility_was_seen_by_someone_on_a_day": (
        "families.Responsibility",
        RESPONSIBILITY,
        {"seen_by": None},
    ),
    "only_responsibility_that_is_held_has_a_source": (
        "families.Responsibility",
        {**RESPONSIBILITY, "held": "unknown", "source": "", "seen_on": None, "seen_by": None},
        {"source": "mother"},
    ),
    "an_order_was_seen_by_someone_on_a_day_or_not_at_all": ("families.Order", ORDER, {"seen_by": None}),
    "an_order_that_ended_says_when_and_by_whom": ("families.Order", ORDER, {"end_said_by": None}),
    "a_couple_is_two_people_in_the_order_of_their_ids": ("families.Couple", TWO, {"second_id": SOMEONE}),
    "siblings_are_two_children_in_the_order_of_their_ids": (
        "families.Siblings",
        TWO,
        {"first_id": ANOTHER},
    ),
    "a_member_of_a_home_is_a_child_or_an_adult": (
        "families.HomeMember",
        HOME_MEMBER,
        {"adult_id": SOMEONE},
    ),
    "who_lives_in_a_home_lives_there_all_or_part_of_the_time": (
        "families.HomeMember",
        HOME_MEMBER,
        {"share": "no"},
    ),
    "who_left_a_home_was_said_to_have_left_by_someone": (
        "families.HomeMember",
        HOME_MEMBER,
        {"left_said_by": None},
    ),
    "a_verified_contact_says_when_how_and_by_whom": (
        "contacts.SafeContact",
        CONTACT,
        {"verified_how": ""},
    ),
    "an_ended_contact_says_when_why_and_by_whom": ("contacts.SafeContact", CONTACT, {"ended_by_id": None}),
}

ONLY_ONCE: Told = {
    "one_relationship_between_a_child_and_an_adult": ("families.Relationship", {}, {"adult_id": ANOTHER}),
    "a_record_is_closed_by_one_adoption": (
        "families.Adoption",
        {"later_child_id": SOMEONE},
        {"earlier_child_id": ANOTHER},
    ),
    "a_record_is_begun_by_one_adoption": (
        "families.Adoption",
        {"earlier_child_id": SOMEONE},
        {"later_child_id": ANOTHER},
    ),
    "a_safe_contact_of_a_person_has_a_number_of_its_own": ("contacts.SafeContact", CONTACT, {"number": 2}),
    "one_sealed_place_a_safe_contact": ("contacts.ProtectedContact", {}, {"contact_id": ANOTHER}),
}
