"""Says a walk: as one JSON object for programs, as lines for people."""

import json
from collections.abc import Iterable

from alongside.guidance.shapes import Pack
from alongside.guidance.trace import Trace


def as_json(trace: Trace) -> str:
    """The stable JSON form: pack, digest, path, state, outcome, records required and missing, problems."""
    told = {
        "pack": trace.pack,
        "digest": trace.digest,
        "path": list(trace.path),
        "state": dict(trace.state),
        "outcome": trace.outcome,
        "required_records": list(trace.required_records),
        "missing_records": list(trace.missing_records),
        "problems": [
            {"kind": problem.kind.value, "node": problem.node, "sentence": problem.sentence}
            for problem in trace.problems
        ],
    }
    return json.dumps(told, ensure_ascii=False)


def as_lines(pack: Pack, trace: Trace) -> Iterable[str]:
    """The walk for a reader: each answer, where it stands, what is missing, what is wrong."""
    yield f"{pack.short_title} ({pack.id}, digest {pack.digest[:12]})"
    for step in trace.steps:
        node = pack.nodes[step.node]
        yield f"  {node.id}  {node.text} {node.answers[step.answer].label}."
    if trace.current:
        yield f"  {trace.current}  {pack.nodes[trace.current].text} You are here."
    yield f"Outcome: {trace.outcome or 'none yet'}"
    if trace.decided and not trace.outcome:
        yield f"Decided at {trace.decided_at_node}: only {trace.decided} can still be reached."
    for key, value in trace.state.items():
        yield f"State: {key} = {value}"
    for key in trace.missing_records:
        yield f"Still to write: {pack.records[key].label} ({key})"
    for problem in trace.problems:
        yield f"Problem{f' at {problem.node}' if problem.node else ''}: {problem.sentence}"
