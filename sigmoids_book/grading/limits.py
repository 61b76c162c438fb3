"""What a submission may use."""

from typing import NamedTuple

MB = 2**20
CELLS = 12  # as many times as long as one cell a whole submission may take
# Where a set trains with PyTorch: as many times as long, and as much memory.
TORCH_TIME, TORCH_MEMORY = 3, 2


class Limits(NamedTuple):
    """`seconds`: what a cell or a call may take; `total`: the whole submission."""

    seconds: float = 10
    total: float = CELLS * 10
    memory: int = 2048  # MB of address space
    disk: int = 64  # MB of its temporary folder
    file_size: int = 8  # MB
    open_files: int = 64
    reply: int = 4  # MB

    def of_process(self) -> dict[str, int]:
        return {
            "memory": self.memory * MB,
            "cpu": int(self.total) + 1,
            "file_size": self.file_size * MB,
            "open_files": self.open_files,
        }

    def with_torch(self) -> "Limits":
        return self._replace(
            seconds=TORCH_TIME * self.seconds,
            total=TORCH_TIME * self.total,
            memory=TORCH_MEMORY * self.memory,
        )


def chosen(seconds: float, memory: int) -> Limits:
    """Those of the command's options."""
    return Limits(seconds=seconds, total=CELLS * seconds, memory=memory)
