"""An agency's own procedure: kept by its data-protection officer, read by everybody in it, in editions."""

from uuid import uuid4

import pytest
from django.urls import reverse

from alongside.sharing import commands, queries
from alongside.sharing.words import Leaf
from tests.recital import Deed, Recital, signed_in
from tests.sharing.keeping import name_keeper

TEXT = "Speak with the safeguarding nurse on duty.\nBoth write it in the child’s record."


def ready(cast):
    name_keeper(cast)
    return {"agency_id": cast.amira.agency_id, "text": TEXT}


class TestKeepProcedure(Recital):
    deed = Deed(
        command=commands.keep_procedure,
        leaf=Leaf.PROCEDURE_KEPT,
        ready=ready,
        stands=lambda cast, _: queries.own_procedure(cast.amira.ctx()),
        page=lambda *_: reverse("sharing:keep_procedure"),
        right_words=lambda *_: {"text": TEXT},
        wrong_words={"text": "Speak first. " * 1600},
        sentence="Shorten this by 799 characters: it may have 20000 at most.",
        kept="Speak first. Speak first.",
    )


def test_everybody_of_the_agency_reads_it_and_nobody_of_another(cast):
    edition_id = commands.keep_procedure(cast.amira.ctx(), **ready(cast))
    for who in ("amira", "ben", "farid"):
        for address in (
            reverse("sharing:own_procedure"),
            reverse("sharing:open_procedure", args=[edition_id]),
        ):
            assert "the safeguarding nurse on duty" in signed_in(cast, who).get(address).content.decode()
    browser = signed_in(cast, "dev")
    assert "keeps no procedure here yet" in browser.get(reverse("sharing:own_procedure")).content.decode()
    theirs, nobodys = (
        browser.get(reverse("sharing:open_procedure", args=[key])) for key in (edition_id, uuid4())
    )
    assert (theirs.status_code, theirs.content) == (404, nobodys.content)


@pytest.mark.parametrize("who", ["ben", "iris", "farid", "dev"])
def test_the_page_that_changes_it_is_not_there_for_anybody_else(cast, who):
    ready(cast)
    browser = signed_in(cast, who)
    nowhere = browser.get("/decisions/nowhere/").content
    for answer in (
        browser.get(reverse("sharing:keep_procedure")),
        browser.post(reverse("sharing:keep_procedure"), {"text": TEXT, "command_id": str(uuid4())}),
    ):
        assert (answer.status_code, answer.content) == (404, nowhere)
    assert "Write our procedure" not in browser.get(reverse("sharing:own_procedure")).content.decode()


def test_an_earlier_edition_stays_as_it_was(cast):
    first = commands.keep_procedure(cast.amira.ctx(), **ready(cast))
    commands.keep_procedure(cast.amira.ctx(), agency_id=cast.amira.agency_id, text="Ring the nurse.")
    page = queries.open_procedure(cast.ben.ctx(), procedure_id=first)
    assert (page.text, page.editions.is_in_force) == (TEXT, False)
    assert queries.own_procedure(cast.ben.ctx()).edition == 2
    shown = signed_in(cast, "ben").get(reverse("sharing:open_procedure", args=[first])).content.decode()
    assert "Read the edition in force" in shown
    mine = signed_in(cast, "amira").get(reverse("sharing:open_procedure", args=[first])).content.decode()
    assert "Change our procedure" not in mine, "what is changed is the edition in force"
