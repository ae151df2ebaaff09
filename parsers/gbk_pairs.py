"""The two-byte codes of GBK, looked up from either byte: what a lost byte or a dropped pair can have been."""

from functools import lru_cache

from parsers.language_model import single_cost, to_simplified_table

LEADS = range(0x81, 0xFF)
# Bits of a character.
_COMMON = 14.0  # a character cheaper than this is common: some 1,500
_WORTH_TRYING = 17.0  # a dearer one is never the likeliest where a byte is lost


@lru_cache(maxsize=1)
def all_pairs() -> dict[tuple[int, int], tuple[str, str]]:
    """(lead, trail) -> (character, its simplified form) for every two-byte code of GBK."""
    simplified = to_simplified_table()
    pairs: dict[tuple[int, int], tuple[str, str]] = {}
    for lead in LEADS:
        for trail in (*range(0x40, 0x7F), *range(0x80, 0xFF)):
            character = bytes((lead, trail)).decode("gbk", "ignore")
            if len(character) == 1:
                pairs[lead, trail] = (character, simplified.get(ord(character), character))
    return pairs


@lru_cache(maxsize=1)
def undefined() -> dict[int, frozenset[int]]:
    """Lead byte -> the trail bytes with which GBK defines no character; only trails that can lead again."""
    pairs = all_pairs()
    missing = {lead: frozenset(trail for trail in LEADS if (lead, trail) not in pairs) for lead in LEADS}
    return {lead: trails for lead, trails in missing.items() if trails}


@lru_cache(maxsize=1)
def common() -> tuple[tuple[str, str, int], ...]:
    """(character, simplified form, trail byte) of what is worth trying where both bytes are lost."""
    return tuple(
        (character, plain, trail)
        for (lead, trail), (character, plain) in all_pairs().items()
        if trail >= 0x81 and single_cost(plain) < _COMMON
    )


@lru_cache(maxsize=256)
def before_gaps(lead: int) -> tuple[tuple[str, str, int], ...]:
    """(character, simplified form, trail byte) of what starts with this byte and may end in an undefined pair."""
    pairs = all_pairs()
    found = ((*pairs[lead, trail], trail) for trail in undefined() if (lead, trail) in pairs)
    return tuple(one for one in found if single_cost(one[1]) < _WORTH_TRYING)


@lru_cache(maxsize=256)
def ending_in(trail: int) -> tuple[tuple[str, str], ...]:
    """(character, simplified form) of what ends in this byte and is worth trying where its lead byte is lost."""
    pairs = all_pairs()
    found = (pairs[lead, trail] for lead in LEADS if (lead, trail) in pairs)
    return tuple(pair for pair in found if single_cost(pair[1]) < _WORTH_TRYING)
