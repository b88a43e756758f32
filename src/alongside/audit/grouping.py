"""Many threads, one commit: entries that wait at the same moment are committed together."""

import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

EntryT = TypeVar("EntryT")
AnswerT = TypeVar("AnswerT")


class Undone(RuntimeError):  # noqa: N818 - the sentence says what became of the batch
    """The batch was broken off, or not answered for one by one: its entries count as not written."""


@dataclass(slots=True, eq=False)
class _Waiting(Generic[EntryT, AnswerT]):
    entry: EntryT
    answers: list[AnswerT] = field(default_factory=list)  # one, once the batch is committed
    error: BaseException | None = None

    @property
    def is_settled(self) -> bool:
        return bool(self.answers) or self.error is not None


class GroupCommit(Generic[EntryT, AnswerT]):
    """Gives entries of several threads to `commit` together, in the order in which they came.

    Whoever holds the lock leads: it drains what waits and commits it once; the others find theirs done when
    they get the lock. There is no thread in the background, so nothing waits when nobody asks. `commit` takes
    from 1 to `at_most` entries and answers one value for each, or raises and has then written none.
    """

    def __init__(self, commit: Callable[[list[EntryT]], Sequence[AnswerT]], *, at_most: int = 256) -> None:
        self._commit = commit
        self._at_most = at_most
        self._queue: deque[_Waiting[EntryT, AnswerT]] = deque()
        self._leading = threading.Lock()

    def submit(self, entry: EntryT) -> AnswerT:
        """Wait until the entry is committed with its batch; answer what `commit` answered for it.

        Raises whatever `commit` raised for the batch, in every thread of that batch; Undone where the leading
        thread was broken off.
        """
        waiting: _Waiting[EntryT, AnswerT] = _Waiting(entry)
        self._queue.append(waiting)
        with self._leading:
            while not waiting.is_settled:
                self._lead()
        if waiting.error is not None:
            raise waiting.error
        return waiting.answers[0]

    def _lead(self) -> None:
        batch = [self._queue.popleft() for _ in range(min(len(self._queue), self._at_most))]
        try:
            answers = self._answered(batch)
        except Exception as error:  # noqa: BLE001 - each waiter raises it
            self._settle(batch, error=error)
        except BaseException:
            # The leader is being stopped (an interrupt); its followers are not, and must not hang.
            self._settle(batch, error=Undone("The commit was broken off; nothing was written."))
            raise
        else:
            for waiting, answer in zip(batch, answers, strict=True):
                waiting.answers.append(answer)

    def _answered(self, batch: list[_Waiting[EntryT, AnswerT]]) -> Sequence[AnswerT]:
        answers = self._commit([waiting.entry for waiting in batch])
        if len(answers) != len(batch):
            raise Undone(f"{len(batch)} entries were given and {len(answers)} answered for.")
        return answers

    @staticmethod
    def _settle(batch: list[_Waiting[EntryT, AnswerT]], *, error: Exception) -> None:
        for waiting in batch:
            waiting.error = error
