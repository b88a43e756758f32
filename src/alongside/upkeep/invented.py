"""The invented town of Marlbrook, read from the files in `marlbrook/` and checked: the door for whoever tells it.

    town = invented.marlbrook()              # raises TownRefused with every fault of every file
    past = invented_past.generated(…)        # 120 more consultations of the same shape, by a seed

The shapes are in `invented_shapes` (agencies, people, families) and `invented_matters` (consultations).
"""

from pathlib import Path
from types import MappingProxyType
from typing import Any

from alongside.upkeep.invented_checks import faults_of
from alongside.upkeep.invented_matters import InventedConsultation, Theme, Town
from alongside.upkeep.invented_reading import Fault, Reading, TownRefused
from alongside.upkeep.invented_shapes import InventedAgency, InventedFamily, InventedPerson
from alongside.upkeep.invented_turns import InventedTurn

__all__ = ["FOLDER", "Fault", "Town", "TownRefused", "marlbrook", "read"]

FOLDER = Path(__file__).parent / "marlbrook"


def marlbrook() -> Town:
    """The town as it is written. Raises TownRefused with every fault at once."""
    return read(FOLDER)


def read(folder: Path) -> Town:
    """A town in a folder of its own: form first, then what its entries say of one another. Raises TownRefused."""
    faults: list[Fault] = []
    files: dict[tuple[type, str], str] = {}

    def entries(name: str, shape: type) -> MappingProxyType[str, Any]:
        found: dict[str, Any] = {}
        for path in sorted(folder.glob(name)) or [folder / name]:
            reading = Reading(path.relative_to(folder).as_posix())
            for key, entry in reading.entries(path, shape=shape).items():
                if key in found:
                    reading.faults.append(Fault(reading.file, key, f"stands in {files[shape, key]}, too"))
                found[key], files[shape, key] = entry, reading.file
            faults.extend(reading.faults)
        return MappingProxyType(found)

    town = Town(
        agencies=entries("agencies.yaml", InventedAgency),
        people=entries("people.yaml", InventedPerson),
        families=entries("families.yaml", InventedFamily),
        consultations=entries("consultations/*.yaml", InventedConsultation),
        themes=entries("themes/*.yaml", Theme),
        turns=entries("turns.yaml", InventedTurn),
    )
    if not faults:
        faults.extend(Fault(files[shape, key], key, wrong) for shape, key, wrong in faults_of(town))
    if faults:
        raise TownRefused(tuple(faults))
    return town
