"""How the pages of a consultation are filled in, said once: the stories above this line read as sentences."""

from datetime import date

from tests.stories.conftest import Visit

BENEFIT = "To plan help with the damp and his asthma before winter."
QUESTION = "What have you seen of Ayo’s breathing at school?"
ADVICE = "He uses his inhaler twice a day, and she could see him on Mondays."


def day(visit: Visit, question: str, on: date) -> None:
    box = visit.page.get_by_role("group", name=question).first
    for label, value in (("Day", on.day), ("Month", on.month), ("Year", on.year)):
        box.get_by_label(label, exact=True).fill(str(value))


def starts_about(visit: Visit, child: str) -> None:
    visit.open("/")
    visit.press("Start a consultation")
    visit.choose("Who is it about?", child)
    visit.press("Start the consultation")


def wants_to_ask(visit: Visit, person: str) -> None:
    visit.page.get_by_role("radio", name=person).check()
    visit.press("Save and continue")


def wants_to_ask_someone_not_on_alongside(visit: Visit) -> None:
    visit.page.get_by_role("radio", name="Someone who is not on Alongside").check()
    visit.write("Their name", "Sunita Rao")
    visit.write("Their role", "School nurse")
    visit.write("Their agency", "Harbour Health")
    visit.write("Their telephone number", "01632 960 555")
    visit.choose("How do you know that this is the right person?", "I looked the number up myself")
    visit.press("Save and continue")


def says_why(visit: Visit) -> None:
    visit.write("What do you want to ask?", QUESTION)
    visit.write("How would it help the child or the family?", BENEFIT)
    visit.write(
        "How would you explain it to the family?", "I would like to ask the nurse how Ayo is at school."
    )
    visit.press("Save and continue")


def lists_the_damp(visit: Visit) -> None:
    visit.write("What you would say", "The flat is damp and Ayo coughs at school.")
    visit.page.get_by_label("What it is about").first.select_option(label="Housing")
    visit.choose("What kind of statement is it?", "Fact I or a colleague saw")
    visit.write("Where it comes from", "My own visit")
    visit.choose("Share it?", "Share it")
    visit.press("Save and continue")


def mother_agrees(visit: Visit, *, agreed: date, review: date) -> None:
    visit.choose("Whose answer is this?", "Gwen Adeyemi")
    visit.choose("What did they say?", "They agreed")
    visit.choose("What did they agree may be shared?", "Housing")
    visit.choose("Did they say that anything must not be shared?", "Yes")
    visit.choose("What must not be shared?", "GP history")
    visit.choose("How did they say it?", "Signed on a form")
    day(visit, "On which day did they agree?", agreed)
    day(visit, "Look at this agreement again by", review)
    visit.press("Save and continue")


def says_no(visit: Visit, *, who: str, on: date, then: str) -> None:
    visit.choose("Whose answer is this?", who)
    visit.choose("What did they say?", "They said no")
    day(visit, "On which day did they say no?", on)
    visit.write("What they said, and why", "We will sort it out ourselves.")
    visit.press(then)


def answers(visit: Visit, answer: str) -> None:
    visit.page.get_by_role("radio", name=answer, exact=True).check()
    visit.press("Save and continue")


def decides_to_share(visit: Visit) -> None:
    visit.choose("Are these lawful answers right for this?", "Yes, they are right")
    visit.write("Why you decide this, in a sentence", "It helps Ayo, and his mother agrees.")
    visit.press("I decide to share")


def records_the_talk(visit: Visit, *, on: date) -> None:
    visit.choose("How did you speak?", "Telephone")
    day(visit, "When did you speak?", on)
    visit.page.get_by_role("group", name="When did you speak?").get_by_label("Time").fill("3.40 pm")
    visit.write("What you said", "I told her about the damp.")
    visit.write("What they said", ADVICE)
    visit.press("Save and continue")


def records_the_outcome(visit: Visit) -> None:
    visit.choose("What did you decide together?", "A Team Around the Family")
    visit.write("In your words", "Meet with the family within two weeks.")
    visit.choose("What did the child think, and how did it count?", "I did not ask: too young to say")
    visit.press("Save and continue")


def tells_the_family(visit: Visit, *, on: date) -> None:
    for number, name in ((1, "Gwen Adeyemi"), (2, "Tunde Adeyemi")):
        box = visit.page.get_by_role("group", name=f"Has {name}").first
        box.get_by_label("They knew: we agreed it beforehand", exact=True).check()
        for label, value in (("day", on.day), ("month", on.month), ("year", on.year)):
            visit.page.locator(f"[name=aware_on_{number}_{label}]").fill(str(value))
    visit.press("Save and continue")
