"""Look again: a decision under another edition, on its page. It reads; nothing is written but the leaf of the page."""

import re
from html import unescape

import pytest

from alongside.access import context, frame
from alongside.access.words import Ref
from alongside.consent.words import Status
from alongside.directory import commands as directory
from alongside.directory.words import Setting
from alongside.sharing import models
from alongside.sharing import queries as sharing
from tests import journey
from tests.people import NOW
from tests.recital import actions, leaves, signed_in

NEW = "dfe-2024-derived"
REST = {"N4a": "agreement_given", "N7": "none", "N9": "no_one"}
REFUSAL = {"outcome": "DO_NOT_SHARE", "review_trigger": "New information, or things getting worse."}
PROTECTED = (models.Decision, models.Walk, models.WalkAnswer, models.Item, models.Disclosure)


@pytest.fixture
def decision_id(cast):
    return _decision_of(cast, journey.decided(cast))


@pytest.fixture
def refusal_id(cast):
    journey.keep_profiles(cast)
    consultation_id = journey.prepare(cast)
    journey.family_says(cast, consultation_id, status=Status.REFUSED)
    for node, said in (("P0", "no"), ("Q4", "no")):
        journey.answer(cast, consultation_id, node, said)
    journey.decide(cast, consultation_id, **REFUSAL)
    return _decision_of(cast, consultation_id)


def _decision_of(cast, consultation_id):
    about = Ref("consultation", consultation_id)
    return sharing.list_decisions(cast.amira.ctx(), arising_from=about)[-1].id


def opened(cast, decision_id, *, who="amira", **typed):
    return signed_in(cast, who).get(f"/decisions/{decision_id}/look-again/", typed)


def text_of(answer):
    page = re.sub(r"<svg.*?</svg>|<[^>]+>", " ", answer.content.decode(), flags=re.DOTALL)
    return " ".join(unescape(page).split())


def rows():
    with frame.doing():
        return {model.__name__: list(model.objects.order_by("id").values()) for model in PROTECTED}


def test_the_decision_leads_to_it(cast, decision_id):
    page = signed_in(cast, "amira").get(f"/decisions/{decision_id}/").content.decode()
    assert f'href="/decisions/{decision_id}/look-again/"' in page


def test_the_charts_that_were_not_used_are_offered(cast, decision_id):
    answer = opened(cast, decision_id)
    offered = re.findall(r'name="edition"\s+type="radio"\s+value="([^"]+)"', answer.content.decode())
    assert offered == [NEW, "hmg-2015-03"]
    assert "The decision stays as it was made." in text_of(answer)


@pytest.mark.parametrize("edition", ["hmg-2018-07", "ico-2023-10step", "ca2004-s16la", "no-such", ""])
def test_another_word_than_an_offered_edition_is_refused_in_a_sentence(cast, decision_id, edition):
    answer = opened(cast, decision_id, edition=edition)
    assert "There is a problem" in text_of(answer)
    assert "<title>Error: " in answer.content.decode()


def test_what_was_answered_then_is_carried_and_only_the_rest_is_asked(cast, decision_id):
    asked, page = [], opened(cast, decision_id, edition=NEW)
    typed = {"edition": NEW}
    while found := re.search(r'name="sent"\s+value="([^"]+)"', page.content.decode()):
        assert "Both lead to" not in text_of(page)
        asked.append(found.group(1))
        typed[asked[-1]] = REST[asked[-1]]
        page = opened(cast, decision_id, **typed)
    assert asked == list(REST)
    assert "Both lead to the same outcome: share." in text_of(page)
    assert "On record then: Cerys Pugh" in text_of(page)


def test_the_differences_are_said_and_the_charts_are_drawn_with_the_place_where_they_part(cast, decision_id):
    answer = opened(cast, decision_id, edition=NEW, **REST)
    page = text_of(answer)
    assert "Here the two part: under the July 2018 flowchart comes “Do you have consent to share?”" in page
    assert "To be written down only under the 2024 questions (" in page
    assert "which restrictions were looked for." in page
    assert "decide again under the edition in force" in page
    assert "New decisions here follow the July 2018 flowchart, so deciding again would follow it." in page
    assert page.count("Here the two walks part.") == 2
    assert answer.content.decode().count("<svg xmlns") == 2


def test_what_was_chosen_here_can_be_changed(cast, decision_id):
    page = opened(cast, decision_id, edition=NEW, **REST).content.decode()
    hrefs = [unescape(each) for each in re.findall(r'href="(\?edition=[^"]+)"', page)]
    assert hrefs[0] == f"?edition={NEW}&N7=none&N9=no_one"
    assert len(hrefs) == len(REST)


def test_a_refusal_that_would_have_been_a_share_says_what_one_may_do(cast, refusal_id):
    typed = {
        "N3": "yes",
        "N3a": "objected",
        "N4a": "not_a_voluntary_offer",
        "N5": "identified",
        "N6a": "identified",
    }
    page = text_of(opened(cast, refusal_id, edition=NEW, **REST | typed))
    assert (
        "The outcome is another: under the July 2018 flowchart it was “Do not share”; under the 2024 questions it would be “Share”."
        in page
    )
    assert "Another outcome does not make the decision wrong" in page
    assert "Look at the answers, and decide again" in page


def test_where_the_answers_stay_a_refusal_stays(cast, refusal_id):
    typed = {"N3": "yes", "N3a": "objected", "N4a": "agreement_refused", "N4b": "no"}
    assert "Both lead to the same outcome: do not share." in text_of(
        opened(cast, refusal_id, edition=NEW, **typed)
    )


@pytest.mark.parametrize(("typed", "said"), [({}, False), ({"sent": "N4a"}, True), ({"N4a": "unsure"}, True)])
def test_a_question_sent_without_one_of_its_answers_says_what_to_do(cast, decision_id, typed, said):
    page = text_of(opened(cast, decision_id, edition=NEW, **typed))
    assert ("There is a problem" in page) is said
    assert "Under the 2024 questions something is asked that was not answered then." in page
    assert "Is this part of a voluntary offer of help?" in page
    assert "What was on record then says this. Gwen Adeyemi (mother) agreed on 3 November 2026" in page


def test_typed_words_are_printed_nowhere(cast, decision_id):
    typed = {"edition": NEW, "N4a": "<script>", "N7": '"><b>', "zzz": "<b>", "sent": "<i>"}
    page = opened(cast, decision_id, **typed).content.decode()
    assert not any(words in page for words in ("<script>", "<b>", "<i>", "zzz", "&lt;b&gt;"))


def test_nothing_is_written_but_the_leaf_of_the_page(cast, decision_id):
    stood, said, before = rows(), actions(), len(leaves())
    opened(cast, decision_id)
    opened(cast, decision_id, edition=NEW, **REST)
    assert rows() == stood
    assert actions() == said
    new = leaves()[before:]
    assert {deed["action"] for deed in new} == {"page:opened"}
    assert len(new) == 2


@pytest.mark.parametrize("who", ["ben", "dev", "esther", "cerys"])
def test_who_may_not_open_the_decision_finds_nothing(cast, decision_id, who):
    for typed in ({}, {"edition": NEW, **REST}):
        answer = opened(cast, decision_id, who=who, **typed)
        assert answer.status_code == 404
        assert "Ayo" not in answer.content.decode()


def test_one_who_has_left_is_asked_to_sign_in(cast, decision_id):
    assert opened(cast, decision_id, who="hal").status_code == 302


def test_the_safeguarding_lead_may_look_and_is_not_sent_to_another_persons_answers(cast, refusal_id):
    typed = {"N3": "yes", "N3a": "objected", "N4a": "not_a_voluntary_offer", "N5": "identified"}
    page = text_of(opened(cast, refusal_id, who="iris", edition=NEW, **REST | typed))
    assert "The outcome is another:" in page
    assert "Look at the answers, and decide again" not in page


def test_s12_a_decision_under_the_duty_says_that_the_duty_is_not_asked_again(cast, clock):
    for name, value in ((Setting.GUIDANCE_EDITION, NEW), (Setting.DUTY_IN_FORCE, "yes")):
        _in_force(name, value)
    clock.advance(seconds=1)
    journey.keep_profiles(cast)
    consultation_id = journey.prepare(cast, asked=cast.dev)
    journey.family_says(cast, consultation_id, status=Status.REFUSED)
    for node, said in (("D2", "yes"), ("D3", "yes"), ("D4", "no")):
        journey.answer(cast, consultation_id, node, said, pack="ca2004-s16la")
    for node, said in (("N0", "not_emergency"), ("N4", "yes"), ("N7", "none"), ("N9", "no_one")):
        journey.answer(cast, consultation_id, node, said, pack=NEW)
    journey.decide(cast, consultation_id, necessity="It helps and harms nobody.")
    page = text_of(
        opened(cast, _decision_of(cast, consultation_id), edition="hmg-2018-07", P0="yes", Q4="yes")
    )
    assert "The duty to share of the Children Act 2004, section 16LA, is law" in page
    assert "Both lead to the same outcome: share." in page


def _in_force(name, value):
    directory.decide_setting(
        context.upkeep_context(), name=name, value=value, from_on=NOW.date(), source="The tests"
    )
