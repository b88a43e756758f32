"""The room's part of the command line: `alongside languages …`. Needs no installation."""

import sys
from datetime import datetime

import click

from alongside.languages import catalogues, gathering
from alongside.languages.catalogues import Catalogue, catalogue
from alongside.languages.rules import places
from alongside.languages.words import Language

TRANSLATED = [language for language in Language if language is not Language.EN]
LANGUAGE = click.Choice([language.value for language in TRANSLATED], case_sensitive=False)


@click.group()
def languages() -> None:
    """Look after the translations of what reaches families."""


@languages.command("list")
def list_languages() -> None:
    """Say of each language how far it is translated, and whether a speaker approved it."""
    click.echo("en  English: the language in which the texts are written")
    for language in TRANSLATED:
        read = catalogue(language)
        done = len(read.texts) - len(read.missing)
        click.echo(f"{language}  {language.in_english}: {done} of {len(read.texts)} texts. {_standing(read)}")


@languages.command("check")
def check() -> None:
    """Say what is wrong with the catalogues: texts that are missing, not said anywhere, or with other places."""
    faults = [fault for language in TRANSLATED for fault in faults_of(catalogue(language))]
    for fault in faults:
        click.echo(fault, err=True)
    if faults:
        sys.exit(1)
    click.echo("Every text is in every catalogue.")


@languages.command("gather")
def gather() -> None:
    """Bring each catalogue up to the texts in the source: new ones without a translation, unused ones out."""
    for language in TRANSLATED:
        fresh = catalogues.bring_up_to_date(language, gathering.texts())
        click.echo(f"{language}: {len(fresh.texts)} texts, {len(fresh.missing)} without a translation.")


@languages.command("approve")
@click.argument("language", type=LANGUAGE)
@click.option("--by", required=True, help="The speaker who read every text, by name.")
@click.option("--on", required=True, type=click.DateTime(["%Y-%m-%d"]), help="The day, such as 2026-11-26.")
def approve(language: str, *, by: str, on: datetime) -> None:
    """Write down that a speaker of LANGUAGE has read and approved every text of it as it stands."""
    read = catalogue(Language(language))
    if faults := list(faults_of(read)):
        raise click.ClickException("Put these right first:\n" + "\n".join(faults))
    approved = catalogues.approve(Language(language), by=by, on=on.date())
    click.echo(f"{approved.language.in_english}: {_standing(approved)}")


def faults_of(read: Catalogue) -> tuple[str, ...]:
    """What is wrong with a catalogue against the source, a sentence each; an untranslated text is no fault."""
    said = gathering.texts()
    absent = [f"{read.language}: not in the catalogue: {text!r}" for text in sorted(said - set(read.texts))]
    stray = [f"{read.language}: said nowhere: {text!r}" for text in sorted(set(read.texts) - said)]
    other = [
        f"{read.language}: other places than in English: {text!r}"
        for text, translated in read.texts.items()
        if translated and places(translated) != places(text)
    ]
    return (*absent, *stray, *other)


def _standing(read: Catalogue) -> str:
    if read.approval is None:
        return "No speaker has approved it: pages are marked, and no letter is sent in it."
    if not read.is_approved:
        return (
            f"{read.approval.by} approved it on {read.approval.on:%Y-%m-%d}, and texts have changed since: "
            "it needs to be read again, and no letter is sent in it."
        )
    return f"Approved by {read.approval.by} on {read.approval.on:%Y-%m-%d}."
