"""XLS and DOC made by hand: a compound file (MS-CFB) with the smallest streams that readers accept."""

import struct

SECTOR = 512
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
SMALLEST = 4096  # shorter streams would go into the mini stream


def compound_file(streams: dict[str, bytes]) -> bytes:
    """One sector for the FAT, one for every four directory entries, then the streams (each at least 4,096 bytes)."""
    padded = {
        name: content.ljust(max(SMALLEST, -(-len(content) // SECTOR) * SECTOR), b"\0")
        for name, content in streams.items()
    }
    directories = -(-(len(padded) + 1) // 4)
    fat = [FAT, *range(2, directories + 1), END]
    entries = [_entry("Root Entry", 5, END, 0, child=1 if padded else FREE)]
    for number, (name, content) in enumerate(padded.items(), start=1):
        first, count = len(fat), len(content) // SECTOR
        fat += [*range(first + 1, first + count), END]
        entries.append(_entry(name, 2, first, len(content), right=number + 1 if number < len(padded) else FREE))
    entries += [bytes(68) + struct.pack("<III", FREE, FREE, FREE) + bytes(48)] * (4 * directories - len(entries))
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(SECTOR, b"\xff")
    return _header() + table + b"".join(entries) + b"".join(padded.values())


def _header() -> bytes:
    head = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        0x3E,
        3,
        0xFFFE,
        9,
        6,
        0,
        1,
        1,
        0,
        SMALLEST,
        END,
        0,
        END,
        0,
    )
    return head + struct.pack("<I", 0) + struct.pack("<108I", *[FREE] * 108)


def _entry(name: str, kind: int, start: int, size: int, child: int = FREE, right: int = FREE) -> bytes:
    words = name.encode("utf-16-le") + b"\0\0"
    return struct.pack("<64sHBBIII36xIQ", words, len(words), kind, 1, FREE, right, child, start, size)


def xls_file(rows: list[list[str]]) -> bytes:
    """A BIFF8 workbook of one sheet."""
    sheet = _record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 6))
    for row, cells in enumerate(rows):
        for column, words in enumerate(cells):
            if words.isdigit():
                sheet += _record(0x203, struct.pack("<HHHd", row, column, 0, float(words)))
            else:
                text = words.encode("utf-16-le")
                sheet += _record(0x204, struct.pack("<HHHHB", row, column, 0, len(words), 1) + text)
    sheet += _record(0x0A, b"")
    name = "年报".encode("utf-16-le")
    globals_ = _record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 6)) + _record(0x42, struct.pack("<H", 1200))
    bound = struct.pack("<IBBBB", 0, 0, 0, 2, 1) + name
    start = len(globals_) + 4 + len(bound) + 4
    bound = struct.pack("<I", start) + bound[4:]
    return compound_file({"Workbook": globals_ + _record(0x85, bound) + _record(0x0A, b"") + sheet})


def _record(number: int, content: bytes) -> bytes:
    return struct.pack("<HH", number, len(content)) + content


def doc_file(paragraphs: list[str], encrypted: bool = False) -> bytes:
    """A Word 97 document of plain paragraphs: a file information block, the text, and one piece."""
    text = "".join(words + "\r" for words in paragraphs)
    at = 1024  # where the text stands in its stream
    piece = struct.pack("<II", 0, len(text)) + struct.pack("<HIH", 0, at, 0)
    clx = b"\x02" + struct.pack("<I", len(piece)) + piece
    base = struct.pack("<HHHHHH", 0xA5EC, 0xC1, 0, 0x804, 0, 0x1200 | 0x100 * encrypted).ljust(32, b"\0")
    longs = struct.pack("<22I", at + 2 * len(text), 0, 0, len(text), *[0] * 18)
    places = [(0, 0)] * 93
    places[33] = (0, len(clx))
    pairs = b"".join(struct.pack("<II", *place) for place in places)
    block = base + struct.pack("<H", 14) + bytes(28) + struct.pack("<H", 22) + longs + struct.pack("<H", 93) + pairs
    stream = (block + struct.pack("<H", 0)).ljust(at, b"\0") + text.encode("utf-16-le")
    return compound_file({"1Table": clx, "WordDocument": stream})
