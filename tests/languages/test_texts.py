"""Every text that reaches a family is in every catalogue, with the same places, and a figure says how hard it is."""

import re

import pytest

from alongside.languages import cli, gathering
from alongside.languages.catalogues import SHIPPED, catalogue
from alongside.languages.gathering import NotALiteral, texts_in_page, texts_in_python
from alongside.languages.words import Language

TRANSLATED = [language for language in Language if language is not Language.EN]


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_text_is_in_every_catalogue_and_no_other(language):
    faults = cli.faults_of(catalogue(language))
    assert not faults, "Run: script/alongside languages gather\n" + "\n".join(faults)


@pytest.mark.parametrize("language", TRANSLATED)
def test_nobody_says_that_a_speaker_approved_what_none_has_read(language):
    """The shipped translations were made for this house and no speaker has read them yet. Take a line out when one has."""
    assert catalogue(language).approval is None


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_stands_as_it_is_written(language, monkeypatch, tmp_path):
    """So that `gather` changes nothing but what it was asked to."""
    from alongside.languages import catalogues

    read = catalogue(language)
    monkeypatch.setenv("ALONGSIDE_CATALOGUES", str(tmp_path))
    catalogues.write(read)
    assert (tmp_path / f"{language}.po").read_text() == (SHIPPED / f"{language}.po").read_text()


def test_texts_are_found_where_they_are_said():
    python = 'a = say("One.", language)\nb = rules.say("Two {x}.", l, x="y")\nT = {1: wording("Three.")}\nsay(T[1], l)'
    assert set(texts_in_python(python, where="x.py")) == {"One.", "Two {x}.", "Three."}
    page = '<p>{{ say("Four.", name=n) }}</p>{% for t in ts %}{{ say(t) }}{% endfor %}'
    assert set(texts_in_page(page, where="x.html")) == {"Four."}


@pytest.mark.parametrize("bad", ['say(f"One {x}.", l)', 'say("One" + x, l)', "wording(x)"])
def test_a_text_put_together_is_refused(bad):
    with pytest.raises(NotALiteral):
        list(texts_in_python(bad, where="x.py"))


def test_a_text_put_together_on_a_page_is_refused():
    with pytest.raises(NotALiteral):
        list(texts_in_page('{{ say("One " ~ x) }}', where="x.html"))


def test_texts_are_whole():
    """A space at an end or a doubled one is a sentence cut in two."""
    assert not [text for text in gathering.texts() if text != text.strip() or "  " in text]


def test_polish_never_asks_whether_its_reader_is_a_man_or_a_woman():
    """Past tenses and adjectives that have two forms are said another way."""
    forms = re.compile(r"\(a\)|\w(łem|łam|łeś|łaś)\b|\w[yn]? lub \w+a\b")
    said = catalogue(Language.PL).texts
    assert {text: words for text, words in said.items() if forms.search(words)} == {}
    assert forms.search("Powiedziałeś lub powiedziałaś"), "the pattern finds what it is for"
