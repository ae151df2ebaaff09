"""The cuts of glued digits, and the columns that choose among them."""

import pytest

from parsers.report.table_solver import TooManyCuts, free_cuts, solve_columns, summed_cuts

NO_WALLS: frozenset[int] = frozenset()


def pieces(digits: str, parts: int, walls: frozenset[int] = NO_WALLS, blocks: int = 1) -> list[list[str]]:
    return [[digits[a:b] for a, b in cuts] for cuts in summed_cuts(digits, walls, parts, blocks)]


@pytest.mark.parametrize(
    ("digits", "wanted"),
    [
        ("0000000", [["0"] * 7]),
        ("640020470", [["64", "0", "0", "2", "0", "4", "70"]]),
        ("15130000154", [["151", "3", "0", "0", "0", "0", "154"]]),
        ("220000325", [["2", "20", "0", "0", "0", "3", "25"], ["22", "0", "0", "0", "0", "3", "25"]]),
        ("00000001", []),
        ("000000", []),
    ],
)
def test_six_cells_and_their_sum(digits: str, wanted: list[list[str]]) -> None:
    assert sorted(pieces(digits, 6)) == wanted


def test_no_number_crosses_white_space() -> None:
    assert pieces("220000325", 6, frozenset({2})) == [["22", "0", "0", "0", "0", "3", "25"]]


def test_three_blocks_of_a_review() -> None:
    assert pieces("10203120001200000", 4, blocks=3) == [
        ["1", "0", "2", "0", "3", "12", "0", "0", "0", "12", "0", "0", "0", "0", "0"]
    ]


def test_a_row_with_too_many_cuts_is_given_up() -> None:
    with pytest.raises(TooManyCuts):
        summed_cuts("1" * 60, NO_WALLS, 6)


def test_free_cuts_know_no_leading_zeros() -> None:
    assert [[digits[a:b] for a, b in cuts] for digits in ["1000"] for cuts in free_cuts(digits, NO_WALLS, 3)] == [
        ["10", "0", "0"]
    ]


def test_columns_choose_the_cut() -> None:
    rows = [[(2, 20), (22, 0)], [(5, 0)]]
    used = solve_columns([[(27, 0)], [(0, 0)], [(27, 0)], [(0, 0)]], rows, True)
    assert used is not None
    assert used[4] == {(22, 0)}


def test_columns_that_never_add_up_choose_nothing() -> None:
    assert solve_columns([[(9,)], [(0,)], [(9,)], [(1,)]], [[(9,)]], True) is None


def test_a_missing_result_row_leaves_only_the_upper_bound() -> None:
    used = solve_columns([[(9,)], None, [(9,)], None], [[(3,), (30,)]], False)
    assert used is not None
    assert used[4] == {(3,)}
