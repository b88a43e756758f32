"""What could say who a child is: found before a consultation without names is saved, and nothing else (E15)."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.consultations.identifying import LONGEST, Trace, found, is_nhs_number

TELLS = [
    (Trace.NHS_NUMBER, "His number is 943 476 5919.", "943 476 5919"),
    (Trace.NHS_NUMBER, "NHS no: 9434765919", "9434765919"),
    (Trace.NHS_NUMBER, "943-476-5919 was on the letter", "943-476-5919"),
    (Trace.DATE_OF_BIRTH, "She was born on 14 May 2019.", "born on 14 May 2019"),
    (Trace.DATE_OF_BIRTH, "DOB 14/05/2019", "DOB 14/05/2019"),
    (Trace.DATE_OF_BIRTH, "dob: 14.5.19, lives nearby", "dob: 14.5.19"),
    (Trace.DATE_OF_BIRTH, "his birthday is on the 3rd March", "birthday is on the 3rd March"),
    (Trace.DATE_OF_BIRTH, "Date of birth 3rd March 2021", "Date of birth 3rd March 2021"),
    (Trace.DATE_OF_BIRTH, "a boy, 02/11/2022, often tired", "02/11/2022"),
    (Trace.DATE_OF_BIRTH, "a boy, 3 March 2015, often tired", "3 March 2015"),
    (Trace.DATE_OF_BIRTH, "a boy (12.03.15) who is tired", "12.03.15"),
    (Trace.POSTCODE, "They live in SW1A 1AA.", "SW1A 1AA"),
    (Trace.POSTCODE, "round the corner from m1 1ae", "m1 1ae"),
    (Trace.POSTCODE, "CR2 6XH is the area", "CR2 6XH"),
    (Trace.TELEPHONE, "ring mum on 07700 900123", "07700 900123"),
    (Trace.TELEPHONE, "01632 960 120 is the home number", "01632 960 120"),
    (Trace.TELEPHONE, "+44 7700 900 123", "+44 7700 900 123"),
    (Trace.EMAIL, "She writes from lucy.p@example.org at night", "lucy.p@example.org"),
    (Trace.ADDRESS, "They moved to 14 Harbour Street last week", "14 Harbour Street"),
    (Trace.ADDRESS, "at 3b Old Mill Lane", "3b Old Mill Lane"),
    (Trace.CASE_NUMBER, "URN: AB/12345", "URN: AB/12345"),
    (Trace.CASE_NUMBER, "case number 00123456", "case number 00123456"),
    (Trace.CASE_NUMBER, "PNC 12/345678X", "PNC 12/345678X"),
    (Trace.FULL_NAME, "Ayo Adeyemi has been tired.", "Ayo Adeyemi"),
    (Trace.FULL_NAME, "I worry about Mia Ellery and her brother", "Mia Ellery"),
    (Trace.FULL_NAME, "Today Sunita Rao told me", "Sunita Rao"),
    (Trace.FULL_NAME, "his mother, Mrs Okafor, agreed", "Mrs Okafor"),
    (Trace.FULL_NAME, "Dr Patel saw the child", "Dr Patel"),
    (Trace.FULL_NAME, "seen with Mary-Anne O’Neill at the gate", "Mary-Anne O’Neill"),
    (Trace.FULL_NAME, "On Monday Kai Thornbury was late", "Kai Thornbury"),
    (Trace.FULL_NAME, "The father is José Álvarez Ruiz", "José"),
    (Trace.FULL_NAME, "JAYDEN SMITH was late again", "JAYDEN SMITH"),
    (Trace.FULL_NAME, "re: child JAYDEN SMITH", "JAYDEN SMITH"),
    (Trace.INITIALS, "A.B. came in hungry again", "A.B."),
    (Trace.INITIALS, "the boy (J.T.M.) sleeps a lot", "J.T.M."),
    (Trace.RARE_TOGETHER, "One of twins at Willow Lane Primary", "twins"),
    (Trace.RARE_TOGETHER, "He has hearing aids and goes to St Mary’s", "hearing aids"),
    (Trace.RARE_TOGETHER, "the only girl in Year 6 at Harbour Academy", "only girl in"),
    (Trace.RARE_TOGETHER, "Sickle cell; patient on Nightingale Ward", "Sickle cell"),
]
SAYS_NOTHING = [
    "A three-year-old has come in tired and grubby most days this month.",
    "Mum says that she is finding it hard since the baby came.",
    "The Health Visitor and the Team Around the Family know nothing yet.",
    "I would like to ask Children’s Social Care what to watch for.",
    "In Year 3 and in Key Stage 2 we see this often.",
    "On Monday 2 November and again on Friday he fell asleep at lunch.",
    "Dad works nights. Nan collects on Tuesdays and Thursdays.",
    "We offered breakfast; they said “no thank you”.",
    "She is 4 and has been here since September.",
    "Two of the children in the room cough.",
    "Will this be looked at by Early Help?",
    "May I offer a place at the Food Bank?",
    "The Special Guardian has said that she is tired.",
    "SEN Support was agreed in the Spring Term.",
    "He is on 10 ml of Calpol, four times a day.",
    "The Local Authority and the Housing Association both wrote.",
    "There are twins in the room next door.",
    "Hygiene: nails, hair, clothes. Tiredness: most days.",
    "They came 15 minutes late on 6 of 10 days.",
    "We rang at 3.40 pm and again at 9 am.",
    "Universal Credit was stopped in March.",
    "Working Together says that we may talk first.",
    "Please advise. Thank you.",
    "The mother is Polish and speaks some English.",
    "Is it neglect? I do not know.",
    "The child said: “I don’t like it when it’s dark.”",
    "Between 2 and 4 children share one bed.",
    "The flat is damp and the heating is off.",
    "On Saturday night there was shouting next door.",
    "Our Designated Safeguarding Lead has read this.",
    "The Nursery Manager and the Deputy Head agree.",
    "Grandad brings him; he is kind and quiet.",
    "A boy of seven, his sister of three.",
    "It has been like this for 3 weeks (perhaps 4).",
    "CAMHS have a waiting list until Easter.",
    "She uses a blue Ventolin inhaler.",
    "We use Tapestry and Facebook for parents.",
    "The Police Constable was polite.",
    "The rota says 08.00 to 18.00.",
    "What would the MASH want to know?",
    "CAMHS, SEND and the MASH TEAM know; DWP PIP forms are late.",
    "ADHD ASD pathway, see section 4.10.12 of the plan.",
    "The clock said 08.15.",
    "On 3 March he fell.",
]


@pytest.mark.parametrize(("trace", "text", "words"), TELLS)
def test_e15_what_could_say_who_it_is_is_found(trace, text, words):
    hits = [(each.trace, each.words) for each in found(text)]
    assert any(kind is trace and words in said for kind, said in hits), hits


@pytest.mark.parametrize("text", SAYS_NOTHING)
def test_e15_an_ordinary_note_is_left_in_peace(text):
    assert found(text) == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ayo is often tired", "ayo"),
        ("the adeyemi children", "adeyemi"),
        ("I rang Will’s father", "Will"),
        ("He told Rose that he would come", "Rose"),
    ],
)
def test_e15_a_name_of_somebody_one_works_with_is_found_in_any_case(text, said):
    known = ("Ayo Adeyemi", "Will Banks", "Rose Hill")
    assert [(each.trace, each.words) for each in found(text, known=known)] == [(Trace.KNOWN_NAME, said)]


@pytest.mark.parametrize(
    "text", ["Will he sleep?", "he will rest", "a rose garden", "the hill behind the banks"]
)
def test_e15_a_known_name_that_is_also_a_word_is_left_in_peace(text):
    assert found(text, known=("Will Banks", "Rose Hill")) == ()


def test_a_sentence_says_what_it_is_and_what_to_say_instead():
    (postcode,) = found("They live in SW1A 1AA.")
    assert postcode.sentence == "“SW1A 1AA” looks like a postcode. Leave it out, or say “the area”."


def test_e15_what_says_who_it_is_only_together_is_found_wherever_each_stands():
    (place,) = found("How is it at Willow Lane Primary?", beside="A lift would help the wheelchair.")
    assert place.sentence == (
        "“Willow Lane Primary” and “wheelchair” together may say who it is, "
        "because few share it at one place. Leave out the place."
    )
    assert found("Is he tired?", beside="A wheelchair at Willow Lane Primary.") == ()


def nhs_numbers():
    def with_check(digits):
        check = 11 - sum(int(d) * w for d, w in zip(digits, range(10, 1, -1), strict=True)) % 11
        return None if check == 10 else f"{digits}{check % 11}"

    return st.text("0123456789", min_size=9, max_size=9).map(with_check).filter(bool)


@given(nhs_numbers(), st.sampled_from(["", " ", "-"]), st.sampled_from(["the child ", "", "it is: "]))
@settings(max_examples=200, deadline=None)
def test_an_nhs_number_is_found_however_it_is_spaced(number, gap, before):
    spaced = gap.join((number[:3], number[3:6], number[6:]))
    assert is_nhs_number(spaced)
    traces = {each.trace for each in found(f"{before}{spaced} on the form")}
    assert traces & {Trace.NHS_NUMBER, Trace.TELEPHONE}, (
        "ten digits with a right check digit are never overlooked"
    )


@given(st.text(max_size=400), st.lists(st.text(max_size=20), max_size=3))
@settings(max_examples=300, deadline=None)
def test_it_never_fails_and_says_where_it_found_it(text, known):
    hits = found(text, known=known)
    assert all(text[each.start : each.start + len(each.words)] == each.words for each in hits)
    ends = [(each.start, each.start + len(each.words)) for each in hits]
    assert all(end <= start for (_, end), (start, _) in pairwise(ends))


@pytest.mark.parametrize("stone", ["Aa ", "1 ", "a.", "0", "St ", "born ", "A.", "07 ", "x@", "Flat 1 A"])
def test_a_long_text_is_looked_at_once_and_no_further_than_its_limit(stone):
    text = stone * (2 * LONGEST // len(stone))
    assert all(each.start < LONGEST for each in found(text))
