"""Many threads, one commit. Nothing here waits by the clock: gates say when a thread may go on."""

import threading
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from itertools import chain

import pytest

from alongside.audit.grouping import GroupCommit, Undone

PATIENCE = 30  # seconds until a fault of ours fails the test instead of hanging it


class Desk:
    """Commits batches, and can be told to hold the first one until everybody queues."""

    def __init__(self, *, failing_on=None, error=None):
        self.batches = []
        self.first_is_open = threading.Event()
        self.may_go_on = threading.Event()
        self._failing_on, self._error = failing_on, error

    def commit(self, batch):
        self.batches.append(list(batch))
        if len(self.batches) == 1:
            self.first_is_open.set()
            assert self.may_go_on.wait(PATIENCE)
        if self._failing_on in batch:
            raise self._error
        return [entry * 10 for entry in batch]


class CountedQueue(deque):
    """Says when somebody has queued: after that the thread only blocks."""

    def __init__(self):
        super().__init__()
        self.arrivals = threading.Semaphore(0)

    def append(self, waiting):
        super().append(waiting)
        self.arrivals.release()


def queue_behind_the_first(desk, group, *, entries):
    """Submit entry 0, and once its commit is open the others; let it finish when all of them wait."""
    group._queue = queue = CountedQueue()
    with ThreadPoolExecutor(len(entries) + 1) as pool:
        first = pool.submit(group.submit, 0)
        assert desk.first_is_open.wait(PATIENCE)
        others = [pool.submit(group.submit, entry) for entry in entries]
        for _ in (first, *others):
            assert queue.arrivals.acquire(timeout=PATIENCE)
        desk.may_go_on.set()
        for future in (first, *others):
            future.exception(PATIENCE)
    return first, others


def test_those_who_wait_together_are_committed_together():
    desk = Desk()
    group = GroupCommit(desk.commit)

    first, others = queue_behind_the_first(desk, group, entries=range(1, 9))

    assert desk.batches[0] == [0]
    assert [sorted(batch) for batch in desk.batches[1:]] == [list(range(1, 9))]
    assert first.result() == 0
    assert [future.result() for future in others] == [entry * 10 for entry in range(1, 9)]


def test_a_batch_has_a_largest_size():
    desk = Desk()
    group = GroupCommit(desk.commit, at_most=3)

    _, others = queue_behind_the_first(desk, group, entries=range(1, 9))

    assert [len(batch) for batch in desk.batches] == [1, 3, 3, 2]
    assert [future.result() for future in others] == [entry * 10 for entry in range(1, 9)]


def test_an_error_reaches_everyone_in_the_batch_and_nobody_else():
    error = OSError("the disk is full")
    desk = Desk(failing_on=5, error=error)
    group = GroupCommit(desk.commit)

    first, others = queue_behind_the_first(desk, group, entries=range(1, 9))

    assert first.result() == 0
    assert {future.exception() for future in others} == {error}
    assert group.submit(7) == 70


def test_a_leader_that_is_stopped_does_not_stop_its_followers():
    desk = Desk(failing_on=5, error=KeyboardInterrupt())
    group = GroupCommit(desk.commit)

    _, others = queue_behind_the_first(desk, group, entries=range(1, 9))

    errors = [type(future.exception()) for future in others]
    assert errors.count(KeyboardInterrupt) == 1
    assert errors.count(Undone) == 7
    assert group.submit(7) == 70


def test_one_alone_is_committed_at_once():
    group = GroupCommit(lambda batch: [len(batch)])

    assert group.submit("entry") == 1


def test_a_commit_that_answers_for_too_few_is_an_error_for_all():
    group = GroupCommit(lambda batch: [])

    with pytest.raises(Undone, match="answered"):
        group.submit("entry")


def test_everything_submitted_by_many_threads_is_committed_once_and_answered_right():
    committed = []

    def commit(batch):
        committed.extend(batch)
        return list(batch)

    group = GroupCommit(commit, at_most=5)
    start = threading.Barrier(8)

    def work(worker):
        start.wait(PATIENCE)
        return [group.submit((worker, number)) for number in range(200)]

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(work, range(8)))

    wanted = [[(worker, number) for number in range(200)] for worker in range(8)]
    assert answers == wanted
    assert sorted(committed) == sorted(chain.from_iterable(wanted))
    for worker in range(8):
        assert [entry for entry in committed if entry[0] == worker] == wanted[worker]
