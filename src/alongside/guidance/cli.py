"""The room's part of the command line: `alongside guidance …`. Needs no installation and no Django."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

import click

from alongside.guidance.answersfile import AnswersRefused, read_answers
from alongside.guidance.checking import Checked, check, check_file
from alongside.guidance.drawing import draw
from alongside.guidance.engine import walk
from alongside.guidance.packs import FOLDER, NoSuchPack, Pack, PackRefused, load
from alongside.guidance.paths import every_way
from alongside.guidance.telling import as_json, as_lines
from alongside.guidance.trace import Trace

BAD_INPUT_EXIT = 2
FILE = click.Path(dir_okay=False, path_type=Path)


@click.group()
def guidance() -> None:
    """Check, walk and draw the published flowcharts."""


@guidance.command("list")
def list_packs() -> None:
    """List the published packs: id, where it stands, what it is offered for, title."""
    for path in sorted(FOLDER.glob("*.yaml")):
        pack = _pack(path.stem)
        click.echo(f"{pack.id:<18} {pack.in_force.value:<13} {pack.offered_for.value:<22} {pack.short_title}")


@guidance.command("check")
@click.argument("what", required=False, metavar="[PACK|FILE]")
def check_packs(what: str | None) -> None:
    """Check one pack, a file, or all published packs, to the last path."""
    refusals: list[str] = []
    for each in [what] if what else sorted(path.stem for path in FOLDER.glob("*.yaml")):
        try:
            good = _checked(each)
        except PackRefused as refused:
            refusals.extend(fault.sentence() for fault in refused.faults)
            continue
        click.echo(
            f"{good.pack}: good. {good.paths} paths ({good.walks} walks with advice at most once a node), "
            f"{good.invariants} invariants. Digest {good.digest}"
        )
    if refusals:
        _refuse(refusals)


@guidance.command("paths")
@click.argument("pack_id", metavar="PACK")
def list_paths(pack_id: str) -> None:
    """Print every path of a pack, one a line: its answers and its outcome."""
    for way in every_way(_pack(pack_id)):
        click.echo(way.sentence())


@guidance.command("walk")
@click.argument("pack_id", metavar="PACK")
@click.option(
    "--answers", "answers_file", type=FILE, required=True, help="YAML: node to answer, facts, records."
)
@click.option("--json", "form", flag_value="json", help="One JSON object on standard output.")
def walk_pack(pack_id: str, answers_file: Path, form: str | None) -> None:
    """Walk the answers of a file through a pack."""
    pack = _pack(pack_id)
    trace = _walked(pack, answers_file)
    click.echo(as_json(trace) if form == "json" else "\n".join(as_lines(pack, trace)))


@guidance.command("draw")
@click.argument("pack_id", metavar="PACK")
@click.option("--answers", "answers_file", type=FILE, help="Draw the path of these answers.")
@click.option("--out", type=FILE, required=True, help="The SVG file to write.")
def draw_pack(pack_id: str, answers_file: Path | None, out: Path) -> None:
    """Draw a pack, with the path taken where answers are given."""
    pack = _pack(pack_id)
    drawing = draw(pack, _walked(pack, answers_file) if answers_file else None)
    try:
        out.write_text(drawing, encoding="utf-8")
    except OSError as unwritable:
        _refuse([f"{out} cannot be written: {unwritable.strerror}"])
    click.echo(f"Drew {pack.id} to {out}")


def _pack(pack_id: str) -> Pack:
    try:
        return load(pack_id)
    except NoSuchPack as unknown:
        _refuse([str(unknown.args[0])])
    except PackRefused as refused:
        _refuse(fault.sentence() for fault in refused.faults)


def _checked(what: str) -> Checked:
    """Check a published pack by its id, or else the file of that name."""
    as_file = Path(what)
    if as_file.suffix in {".yaml", ".yml"} or as_file.exists():
        return check_file(as_file)
    try:
        return check(load(what))
    except NoSuchPack as unknown:
        _refuse([f"{unknown.args[0]} There is no file of that name either."])


def _walked(pack: Pack, answers_file: Path) -> Trace:
    try:
        said = read_answers(answers_file)
    except AnswersRefused as refused:
        _refuse([str(refused)])
    trace = walk(pack, answers=said.answers, facts=said.facts, records=said.records)
    if trace.bad_input:
        _refuse(f"{answers_file.name}: {problem.sentence}" for problem in trace.bad_input)
    return trace


def _refuse(sentences: Iterable[str]) -> NoReturn:
    """Say on standard error what is wrong with the input, and leave with 2."""
    for sentence in sentences:
        click.echo(sentence, err=True)
    sys.exit(BAD_INPUT_EXIT)


if __name__ == "__main__":
    guidance()
