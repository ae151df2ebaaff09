"""Cutting glued digits into cells, with the identities of the form as constraints.

`640020470` is 64|0|0|2|0|4|70 because the first six add up to the seventh. Where several cuts are possible the columns
decide: 一 + 二 = 三（七） + 四, and the result rows add up to 总计. What still has several cuts is left to the reader.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

Cuts = tuple[tuple[int, int], ...]  # (start, end) of each number in a string of digits
Values = tuple[int, ...]

MAX_CUTS = 2_000  # candidates kept for one row; rows met have 1 to 6
MAX_STEPS = 200_000  # pieces tried for one row; 35 digits without a zero stay below
MAX_STATES = 20_000  # column sums kept at one row of the joint search


class TooManyCuts(Exception):
    """Raised when a row has more cuts than we are willing to weigh; the row is then as ambiguous as any other."""


def _ends(digits: str, start: int, walls: frozenset[int]) -> Iterator[int]:
    """Where a number beginning at `start` may end: it has no leading zero and crosses no wall."""
    for end in range(start + 1, len(digits) + 1):
        yield end
        if digits[start] == "0" or end in walls:
            return


def free_cuts(digits: str, walls: frozenset[int], cells: int) -> Iterator[Cuts]:
    """All ways to cut the digits into `cells` numbers; walls are positions that no number crosses.

    >>> [[digits[a:b] for a, b in cuts] for digits in ["350"] for cuts in free_cuts(digits, frozenset(), 2)]
    [['3', '50'], ['35', '0']]
    """

    def cut(start: int, left: int) -> Iterator[Cuts]:
        if left == 0:
            if start == len(digits):
                yield ()
            return
        if len(digits) - start < left:
            return
        for end in _ends(digits, start, walls):
            for rest in cut(end, left - 1):
                yield ((start, end), *rest)

    return cut(0, cells)


def summed_cuts(digits: str, walls: frozenset[int], parts: int, blocks: int = 1) -> list[Cuts]:
    """All ways to cut the digits into blocks of `parts` numbers and their sum. Raises TooManyCuts.

    >>> [[digits[a:b] for a, b in cuts] for digits in ["20203310"] for cuts in summed_cuts(digits, frozenset(), 6)]
    [['2', '0', '2', '0', '3', '3', '10']]
    """
    steps = 0

    def total(start: int, value: int) -> int | None:
        words = str(value)
        end = start + len(words)
        crossed = any(start < wall < end for wall in walls)
        return end if digits.startswith(words, start) and not crossed else None

    def cut(start: int, left: int, sum_so_far: int, blocks_left: int) -> Iterator[Cuts]:
        nonlocal steps
        steps += 1
        if steps > MAX_STEPS:
            raise TooManyCuts
        if left == 0:
            end = total(start, sum_so_far)
            if end is None:
                return
            if blocks_left == 1:
                if end == len(digits):
                    yield ((start, end),)
                return
            for rest in cut(end, parts, 0, blocks_left - 1):
                yield ((start, end), *rest)
            return
        for end in _ends(digits, start, walls):
            value = sum_so_far + int(digits[start:end])
            # the other parts need a digit each, the sum as many as it has now or more
            if len(digits) - end < left - 1 + len(str(value)):
                return
            for rest in cut(end, left - 1, value, blocks_left):
                yield ((start, end), *rest)

    found = []
    for cuts in cut(0, parts, 0, blocks):
        found.append(cuts)
        if len(found) > MAX_CUTS:
            raise TooManyCuts
    return found


def _add(left: Values, right: Values) -> Values:
    return tuple(a + b for a, b in zip(left, right, strict=True))


def _within(value: Values, limit: Values) -> bool:
    return all(a <= b for a, b in zip(value, limit, strict=True))


def _zero(like: Values) -> Values:
    return (0,) * len(like)


def _reachable(rows: Sequence[Sequence[Values]], limit: Values) -> list[set[Values]] | None:
    """The column sums reachable before each row and after the last; None when there are too many to follow."""
    sums = [{_zero(limit)}]
    for row in rows:
        after = {total for before in sums[-1] for value in row if _within(total := _add(before, value), limit)}
        if len(after) > MAX_STATES:
            return None
        sums.append(after)
    return sums


def _rows_under(rows: Sequence[Sequence[Values]], closed: Values, exact: bool) -> list[set[Values]] | None:
    """For each result row the values that occur in some way of adding up to `closed` (at most, when not exact).

    An empty list means that there is no way; None that there are too many to follow.
    """
    sums = _reachable(rows, closed)
    if sums is None:
        return None
    goals = sums[-1] & {closed} if exact else sums[-1]
    used: list[set[Values]] = [set() for _ in rows]
    for index in range(len(rows) - 1, -1, -1):
        before_goals: set[Values] = set()
        for before in sums[index]:
            for value in rows[index]:
                if _add(before, value) in goals:
                    before_goals.add(before)
                    used[index].add(value)
        goals = before_goals
    return used if goals else []


def solve_columns(
    frame: Sequence[Sequence[Values] | None], results: Sequence[Sequence[Values]], all_results: bool
) -> list[set[Values]] | None:
    """The values that each row can have when the columns add up; new, carried in, closed and carried out come first.

    One of these four may be None (not in the text). `all_results` says that no result row is missing, so that they must
    add up to `closed` and not only stay below it. Returns None when no choice satisfies the columns, or too many do.
    """
    used: list[set[Values]] = [set() for _ in range(4 + len(results))]
    choices = [row if row is not None else [None] for row in frame]
    if frame[2] is None or _size(choices) > MAX_STATES:
        return None
    by_closed: dict[Values, list[tuple[Values | None, ...]]] = defaultdict(list)
    for combination in product(*choices):
        if (closed := combination[2]) is not None and _balances(*combination):
            by_closed[closed].append(combination)
    for closed, combinations in by_closed.items():
        rows = _rows_under(results, closed, all_results)
        if rows is None:
            return None
        if not rows and results:
            continue
        for index in range(4):
            used[index] |= {value for values in combinations if (value := values[index]) is not None}
        for index, values in enumerate(rows):
            used[4 + index] |= values
    return used if any(used) else None


def _balances(new: Values | None, carried_in: Values | None, closed: Values | None, carried_out: Values | None) -> bool:
    """Is 一 + 二 = 三（七） + 四 in every column, or a term missing?"""
    if new is None or carried_in is None or closed is None or carried_out is None:
        return True
    return _add(new, carried_in) == _add(closed, carried_out)


def _size(choices: Sequence[Sequence[object]]) -> int:
    size = 1
    for row in choices:
        size *= len(row)
    return size
