"""What is wrong with a pack, all of it at once."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong: the file, the node where it can be said (else None), and a sentence."""

    file: str
    node: str | None
    wrong: str

    def sentence(self) -> str:
        """The fault on one line: file, node, what is wrong."""
        return f"{self.file}: {self.node}: {self.wrong}" if self.node else f"{self.file}: {self.wrong}"


class PackRefused(Exception):  # noqa: N818 - a refusal, said as one
    """A pack that may not be walked. `faults` holds everything found wrong, not only the first."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(fault.sentence() for fault in self.faults))


class Findings:
    """Gathers faults of one file while the checks go on."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Fault] = []

    def add(self, wrong: str, *, node: str | None = None) -> None:
        """Note one fault; the same fault is noted once."""
        fault = Fault(self.file, node, wrong)
        if fault not in self.faults:
            self.faults.append(fault)

    def refuse_if_any(self) -> None:
        """Raise PackRefused with everything gathered, if there is anything."""
        if self.faults:
            raise PackRefused(self.faults)
