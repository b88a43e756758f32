"""What was written to a mother goes to her on paper, by a way that she said is safe; nobody sees where that is (E39)."""

import pytest
from pypdf import PdfReader

from alongside.contacts import queries as contacts
from tests.contacts.reaching import WHERE
from tests.letters.writing import TITLE, notice
from tests.people import NOW
from tests.stories import asking
from tests.stories.conftest import Visit

pytestmark = pytest.mark.story


def adds_a_safe_contact(amira: Visit) -> None:
    amira.press("Safe contacts: how each person may be reached")
    amira.press("Add a safe contact for Gwen Adeyemi")
    amira.choose("How do they want to be reached?", "By post")
    amira.write("Where", WHERE)
    amira.choose("From whom must this be kept?", "From some of the family")
    amira.page.get_by_label("Tunde Adeyemi, father").check()
    amira.press("Keep this safe contact")
    assert amira.reads("Nobody has made sure yet: nothing is sent by it.")
    amira.press("Say that it is safe")
    asking.day(amira, "When did you make sure?", NOW.date())
    amira.write("How?", "She said so when we spoke alone.")
    amira.press("It is safe")
    assert amira.reads("Kept from Tunde Adeyemi.")


def test_a_letter_goes_by_a_safe_contact(visit, cast, tmp_path):
    notice(cast, cast.mother_id)
    amira = visit(cast.amira)
    amira.open(f"/children/{cast.child_id}/")
    adds_a_safe_contact(amira)
    (contact,) = contacts.list_contacts(cast.amira.ctx(), child_id=cast.child_id)
    amira.open(f"/contacts/child/{cast.child_id}/writing/{cast.mother_id}/")
    for page in ("correct", "end"):
        amira.open(f"/contacts/{contact.id}/{page}/")
    amira.open(f"/letters/child/{cast.child_id}/")
    amira.press("Send it as a letter")
    amira.choose("By which safe contact does it go?", "Safe contact 1: by post")
    amira.choose("In which print?", "Large print")
    amira.press("Write the letter")
    with amira.page.expect_download() as handed_over:
        amira.page.get_by_role("button", name="Print it").click()
    assert handed_over.value.suggested_filename == "letter.pdf"
    handed_over.value.save_as(tmp_path / "letter.pdf")
    printed = PdfReader(tmp_path / "letter.pdf").pages[0].extract_text()
    assert TITLE in printed
    assert "41 Quayside Row" in printed
    amira.open(f"/letters/child/{cast.child_id}/")
    assert amira.reads("To Gwen Adeyemi, safe contact 1, by post.")
    assert not amira.reads("Quayside")
