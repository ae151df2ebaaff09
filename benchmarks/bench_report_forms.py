"""The same report in another form must give the same figures: what is lost and what is new, by form.

Every report of fixtures/reports that is text or HTML is turned into Word and PDF by LibreOffice, and into PDF by
Chromium, as offices and archives do it; a program that is not installed is left out. `--more DIR` adds other reports.
"""

import argparse
import html
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.progress import track
from rich.table import Table

from parsers.documents import UnreadableDocument
from parsers.report import NotAReport
from parsers.report.door import read_report_bytes

FIXTURES = Path(__file__).parents[1] / "fixtures"
_CHROMIUM = (
    "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --no-pdf-header-footer"
)
Maker = Callable[[Sequence[Path]], list[Path]]
Figures = frozenset[tuple[object, ...]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--more", type=Path, help="a folder of other reports, as text or HTML")
    more = parser.parse_args().more
    console = Console(highlight=False, width=120)
    files = [file for folder in (FIXTURES / "reports", FIXTURES / "seeds", more) if folder for file in _reports(folder)]
    makers = {name: maker for name, (program, maker) in _MAKERS.items() if shutil.which(program)}
    if not makers:
        console.print("neither soffice nor chromium is installed: nothing to compare")
        return
    table = Table("form", "reports", "figures", "lost", "new", "heads that differ", "worst")
    with TemporaryDirectory(prefix="xuncha-forms-") as folder:
        pages = [_as_page(file, Path(folder)) for file in files]
        truths = [_read(file) for file in files]
        for name, maker in makers.items():
            table.add_row(name, *_compared(pages, truths, maker))
    console.print(table)


def _reports(folder: Path) -> Iterator[Path]:
    for file in sorted(folder.iterdir()):
        if file.suffix in (".txt", ".html") and not _is_damaged(file):
            yield file


def _is_damaged(file: Path) -> bool:
    try:
        file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return True
    return file.name == "003.txt"  # the garbled seed: another form of it would be another text


def _as_page(file: Path, folder: Path) -> Path:
    """A page with a paragraph for each line, the first one as its head; HTML as it is."""
    page = folder / f"{file.stem}.html"
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".txt":
        head, *rest = (html.escape(line.strip()) for line in text.splitlines() if line.strip())
        body = "".join(f'<p style="text-indent:2em">{line}</p>\n' for line in rest)
        text = f'<meta charset="utf-8"><title>{head}</title><h1 style="text-align:center">{head}</h1>\n{body}'
    page.write_text(text, encoding="utf-8")
    return page


def _compared(pages: list[Path], truths: list[tuple[str, Figures]], maker: Maker) -> list[str]:
    lost, new, heads = dict[str, int](), 0, 0
    for made, page, (head, figures) in track(list(zip(maker(pages), pages, truths, strict=True)), transient=True):
        other_head, other = _read(made)
        lost[page.stem] = len(figures - other)
        new += len(other - figures)
        heads += other_head != head
    worst = sorted(lost, key=lambda name: -lost[name])[:3]
    counted = sum(len(figures) for _, figures in truths)
    total = sum(lost.values())
    named = ", ".join(f"{name} ({lost[name]})" for name in worst if lost[name])
    return [str(len(pages)), str(counted), f"{total} ({total / counted:.1%})", str(new), str(heads), named]


def _read(file: Path) -> tuple[str, Figures]:
    try:
        report = read_report_bytes(file.read_bytes())
    except (NotAReport, UnreadableDocument, FileNotFoundError) as error:
        return str(error), frozenset()
    figures = ((m.code, tuple(sorted(m.dims.items())), m.value, m.unit, m.year) for m in report.metrics)
    head = f"{report.era} {report.issuer} {report.year}"
    return head, frozenset(figure for figure in figures if not str(figure[0]).startswith("other."))


def _office(kind: str, filters: str) -> Maker:
    """All pages at once, because LibreOffice takes seconds to start; by way of Word, as offices make their PDF."""

    def make(pages: Sequence[Path]) -> list[Path]:
        sources = pages if kind == "docx" else _office("docx", "docx:MS Word 2007 XML")(pages)
        # As a text document: as a web page, wide tables would run over the paper's edge.
        read_as = ["--infilter=HTML (StarWriter)"] if sources is pages else []
        command = ["soffice", "--headless", *read_as, "--convert-to", filters, "--outdir", str(pages[0].parent)]
        command += map(str, sources)
        subprocess.run(command, capture_output=True, timeout=600, check=True)
        return [page.with_suffix(f".{kind}") for page in pages]

    return make


def _chromium(pages: Sequence[Path]) -> list[Path]:
    made = [page.with_suffix(".printed.pdf") for page in pages]
    for page, pdf in zip(pages, made, strict=True):
        command = ["chromium", *_CHROMIUM.split(), f"--print-to-pdf={pdf}", page.as_uri()]
        subprocess.run(command, capture_output=True, timeout=120, check=True)
    return made


_MAKERS: dict[str, tuple[str, Maker]] = {
    "docx (LibreOffice)": ("soffice", _office("docx", "docx:MS Word 2007 XML")),
    "doc (LibreOffice)": ("soffice", _office("doc", "doc:MS Word 97")),
    "pdf (LibreOffice)": ("soffice", _office("pdf", "pdf")),
    "pdf (Chromium)": ("chromium", _chromium),
}

if __name__ == "__main__":
    main()
