"""What the invented people of Marlbrook have asked one another: consultations in every state, oldest first."""

from alongside.access.context import at_time
from alongside.consent.words import Category, Status
from alongside.consultations.words import OutcomeKind, Told
from alongside.sharing.commands import Judged
from alongside.sharing.rules import ListedItem
from alongside.sharing.words import Included, ItemKind
from alongside.upkeep import storytelling as tale
from alongside.upkeep.storytelling import Asking, Story, Voice


def tell(story: Story) -> None:
    """Tell them all, in the order in which they happened."""
    finished(story)
    family_not_yet_told(story)
    note_to_confirm(story)
    waiting_for_countersignature(story)
    asked_by_the_charity(story)
    just_begun(story)


def finished(story: Story) -> None:
    """Bea asked the school nurse about Kai; both views, an outcome, and his father told."""
    bea, sunita, kai = story.actors["bea"], story.actors["sunita"], story.children["kai"]
    benefit = "So that Kai can take part in swimming with his class, and is not left out."
    with at_time(story.at(days_ago=15, hour=15, minute=40)):
        adult = tale.adult_of(bea, child_id=kai)
        asking = Asking(
            bea,
            sunita,
            kai,
            "Is swimming safe for Kai with his eczema, and what would help him join in?",
            benefit,
            "I would like to ask the school nurse how Kai can swim with his class without his skin getting worse.",
            (
                _item("Kai’s arms are sore after swimming and he has asked to sit out three times.",
                      Category.PHYSICAL_HEALTH, ItemKind.OBSERVED_FACT, "Bea Okafor, at the pool"),
                _item("He says the others stare at him.", Category.FEELINGS, ItemKind.REPORTED, "Kai"),
            ),
        )  # fmt: skip
        consultation_id = tale.begin(asking)
        voice = Voice(
            adult[1], adult[0], Status.GIVEN, "Anything that gets him back in the water.",
            allowed=(Category.PHYSICAL_HEALTH, Category.FEELINGS), excluded=(Category.MONEY,),
        )  # fmt: skip
        tale.hear_family(bea, consultation_id=consultation_id, voice=voice, purpose=benefit)
        judged = Judged("SHARE", "His father agrees, and it is the least the nurse needs to advise us.")
        tale.decide(bea, consultation_id=consultation_id, answers={"P0": "no"}, judged=judged)
    with at_time(story.at(days_ago=15, hour=16, minute=30)):
        shared = tale.talk(
            bea, consultation_id=consultation_id,
            said="Told her about his arms after swimming, and what he says about the others.",
            heard="Swimming is fine with a barrier cream before and a shower after. She can show him how.",
        )  # fmt: skip
    with at_time(story.at(days_ago=14, hour=9, minute=20)):
        tale.confirm(
            sunita, disclosure_id=shared,
            view="I would ask Kai himself where he wants to change. The staring worries me more than his skin.",
        )  # fmt: skip
        tale.conclude(
            bea, consultation_id=consultation_id, kind=OutcomeKind.ADVICE,
            words="Cream before, shower after, and Kai chooses where he changes. We look again at half-term.",
        )  # fmt: skip
    with at_time(story.at(days_ago=14, hour=15, minute=25)):
        tale.inform(
            bea, consultation_id=consultation_id, adult=adult, told=Told.INFORMED,
            words="He was glad, and will send the cream.",
        )  # fmt: skip


def family_not_yet_told(story: Story) -> None:
    """Bea asked the housing officer about Kai; it was decided, and his father is still to be told."""
    bea, tom, kai = story.actors["bea"], story.actors["tom"], story.children["kai"]
    benefit = "So that the family hears early what housing can offer before their tenancy ends."
    with at_time(story.at(days_ago=8, hour=10, minute=15)):
        adult = tale.adult_of(bea, child_id=kai)
        asking = Asking(
            bea, tom, kai, "What can the family expect when their tenancy ends, and what could they do now?", benefit,
            "I would like to ask the housing officer what you can do before your tenancy ends.",
            (_item("The family has been told that their tenancy will not be renewed.",
                   Category.HOUSING, ItemKind.REPORTED, "Mr Thornbury"),),
        )  # fmt: skip
        consultation_id = tale.begin(asking)
        voice = Voice(adult[1], adult[0], Status.GIVEN, "Yes, do ask.", allowed=(Category.HOUSING,))
        tale.hear_family(bea, consultation_id=consultation_id, voice=voice, purpose=benefit)
        judged = Judged("SHARE", "He agrees, and it is only what housing needs to advise.")
        tale.decide(bea, consultation_id=consultation_id, answers={"P0": "no"}, judged=judged)
    with at_time(story.at(days_ago=8, hour=11)):
        shared = tale.talk(
            bea, consultation_id=consultation_id,
            said="Told him that the tenancy ends.",
            heard="They should come to the Tuesday drop-in now, before the notice runs out, and bring the letter.",
        )  # fmt: skip
    with at_time(story.at(days_ago=7, hour=9)):
        tale.confirm(
            tom, disclosure_id=shared, view="If they come this month I can hold an appointment for them."
        )
        tale.conclude(
            bea, consultation_id=consultation_id, kind=OutcomeKind.TAF,
            words="Offer the family a Team Around the Family with school and housing.",
        )  # fmt: skip
        tale.inform(
            bea, consultation_id=consultation_id, adult=adult, told=Told.NOT_YET,
            words="He works away until the end of the week and does not take calls there.",
        )  # fmt: skip


def note_to_confirm(story: Story) -> None:
    """The housing officer asked Bea about Yusuf; the note of what she advised waits for her."""
    tom, bea, yusuf = story.actors["tom"], story.actors["bea"], story.children["yusuf"]
    benefit = "So that the repairs are planned around Yusuf’s schooling."
    with at_time(story.at(days_ago=2, hour=14)):
        adult = tale.adult_of(tom, child_id=yusuf)
        asking = Asking(
            tom, bea, yusuf, "Could Yusuf stay at school late in the week of the repairs?", benefit,
            "I would like to ask the school whether Yusuf can stay on while the kitchen is mended.",
            (_item("The kitchen will be without power for four days.",
                   Category.HOUSING, ItemKind.OBSERVED_FACT, "The repairs order"),),
        )  # fmt: skip
        consultation_id = tale.begin(asking)
        voice = Voice(adult[1], adult[0], Status.GIVEN, "That would help.", allowed=(Category.HOUSING,))
        tale.hear_family(tom, consultation_id=consultation_id, voice=voice, purpose=benefit)
        judged = Judged("SHARE", "His father agrees and the school can help only if it knows.")
        tale.decide(tom, consultation_id=consultation_id, answers={"P0": "no"}, judged=judged)
    with at_time(story.at(days_ago=2, hour=14, minute=45)):
        tale.talk(
            tom, consultation_id=consultation_id,
            said="Told her about the four days without power.",
            heard="There is room in the homework club until five, with a hot snack. She will keep him a place.",
        )  # fmt: skip


def waiting_for_countersignature(story: Story) -> None:
    """Bea will not share about Mia against her mother's word; because of her worry a second person must agree."""
    bea, tom, mia = story.actors["bea"], story.actors["tom"], story.children["mia"]
    benefit = "So that the family is offered help with the state of the flat."
    with at_time(story.at(days_ago=1, hour=15, minute=10)):
        adult = tale.adult_of(bea, child_id=mia)
        asking = Asking(
            bea, tom, mia, "Can anything be done about the state of the flat?", benefit,
            "I would like to ask the housing officer whether he can help with the flat.",
            (_item("Mia has come to school hungry and cold on five mornings.",
                   Category.CARE_AT_HOME, ItemKind.OBSERVED_FACT, "Bea Okafor, at breakfast club"),),
        )  # fmt: skip
        consultation_id = tale.begin(asking)
        voice = Voice(adult[1], adult[0], Status.REFUSED, "Keep housing out of it. I will sort it out.")
        tale.hear_family(bea, consultation_id=consultation_id, voice=voice, purpose=benefit)
        judged = Judged(
            "DO_NOT_SHARE",
            "Her mother said no, and telling housing would not make Mia safer than what we do at school.",
            review_trigger="Another morning without breakfast, or a sign that Mia is hurt.",
            alternative_action="Breakfast every day, a talk with her mother on Friday, and I told our safeguarding lead.",
        )
        answers = {"P0": "yes", "Q4": "no"}
        tale.decide(bea, consultation_id=consultation_id, answers=answers, judged=judged)


def asked_by_the_charity(story: Story) -> None:
    """The youth worker asked the school nurse about Leo, who agreed himself; her confirmation is awaited."""
    kezia, sunita, leo = story.actors["kezia"], story.actors["sunita"], story.children["leo"]
    benefit = "So that Leo gets help with sleep from someone he chose."
    with at_time(story.at(days_ago=1, hour=16, minute=20)):
        asking = Asking(
            kezia, sunita, leo, "Who could help Leo with his sleep?", benefit,
            "I would like to ask the school nurse who can help you sleep better. She would know only that.",
            (_item("Leo sleeps about four hours a night.", Category.PHYSICAL_HEALTH, ItemKind.REPORTED, "Leo"),),
        )  # fmt: skip
        consultation_id = tale.begin(asking)
        voice = Voice(
            "Leo Marchetti", None, Status.GIVEN, "You can tell her about the sleep. Nothing else.",
            allowed=(Category.PHYSICAL_HEALTH,), excluded=(Category.FAMILY_RELATIONSHIPS,),
        )  # fmt: skip
        tale.hear_family(kezia, consultation_id=consultation_id, voice=voice, purpose=benefit)
        judged = Judged("SHARE", "Leo agrees and knows exactly what is said.")
        tale.decide(kezia, consultation_id=consultation_id, answers={"P0": "no"}, judged=judged)
    with at_time(story.at(days_ago=1, hour=17)):
        tale.talk(
            kezia, consultation_id=consultation_id,
            said="Told her how little he sleeps.",
            heard="He can drop in on Thursdays without his mother. She would begin with a sleep diary.",
        )  # fmt: skip


def just_begun(story: Story) -> None:
    """The school nurse has begun to ask Bea about Freya, and was called away."""
    with at_time(story.at(days_ago=1, hour=17, minute=30)):
        tale.begin(
            Asking(
                story.actors["sunita"],
                story.actors["bea"],
                story.children["freya"],
                "How does Freya hear you in a noisy room?",
                "So that her hearing test is planned with what school has seen.",
                "I would like to ask the school how Freya hears in class before her test.",
            )
        )


def _item(text: str, category: Category, kind: ItemKind, source: str) -> ListedItem:
    return ListedItem(text, category, kind, source, Included.SHARE, "")
