"""How far a file of unknown origin may go when it is opened. Beyond them it is a bomb, whatever it says."""

from dataclasses import asdict, dataclass

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Bounds:
    """``seconds``: on the wall; ``cpu_seconds``, ``memory``: kept by the kernel (bytes of address space).

    ``pages``: of a PDF, or pictures in a TIFF; ``unpacked``: bytes of all that is compressed; ``ratio``:
    unpacked to packed, asked of what unpacks to over a mebibyte; ``members``: of an archive, or objects of a
    PDF; ``pixels``: of one picture; ``rows``, ``cell``: of tables, in lines and letters.
    """

    seconds: float = 20.0
    cpu_seconds: int = 15
    memory: int = 1024 * MEBIBYTE
    pages: int = 50
    unpacked: int = 64 * MEBIBYTE
    ratio: int = 100
    members: int = 20_000
    pixels: int = 80_000_000
    rows: int = 2000
    cell: int = 1000

    def as_json(self) -> dict[str, float]:
        """For the process that reads."""
        return asdict(self)


BOUNDS = Bounds()
