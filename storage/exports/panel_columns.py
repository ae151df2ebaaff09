"""The columns of panel.csv and figures_long.csv, with what each means (docs/reports.md says how far to trust them)."""

from collections.abc import Callable, Mapping
from typing import Any

from storage.exports.fields import Field, FieldType

CORE: dict[str, str] = {
    "proactive.count": "Pieces of government information published in the year.",
    "proactive.growth": "Change against the year before as the report states it, in percent.",
    "proactive.cumulative": "Pieces published since the beginning.",
    "requests.received": "Requests for information received, as the words or the table of 2014 to 2018 say.",
    "requests.answered": "Requests answered, as the words or the table of 2014 to 2018 say.",
    "requests.answer_rate": "Rate of answers as stated, in percent.",
    "requests.new": "New requests, total column of the tables from 2019.",
    "requests.carried_in": "Requests carried over from the year before, total column.",
    "requests.granted": "Requests granted, total column.",
    "requests.partial": "Requests granted in part, total column.",
    "requests.refused": "Requests refused, total column, reasons added up.",
    "requests.unavailable": "Information that could not be provided, total column, reasons added up.",
    "requests.unprocessed": "Requests not processed, total column, reasons added up.",
    "requests.other": "Requests dealt with otherwise, total column, reasons added up.",
    "requests.closed": "Requests closed (总计), total column.",
    "requests.carried_out": "Requests carried over into the next year, total column.",
    "reconsideration.total": "Cases of administrative reconsideration.",
    "reconsideration.upheld": "Cases that upheld the organ's decision.",
    "reconsideration.corrected": "Cases that corrected it.",
    "reconsideration.other": "Cases with another result.",
    "reconsideration.pending": "Cases not closed yet.",
    "litigation.total": "Lawsuits, as the words or the table of 2014 to 2018 say.",
    "litigation.direct.total": "Lawsuits without reconsideration before, tables from 2019.",
    "litigation.after_review.total": "Lawsuits after reconsideration, tables from 2019.",
    "complaints.total": "Complaints about information disclosure.",
    "consultations.total": "Consultations about information disclosure.",
    "fees.charged": "Fees charged for information on request, in yuan.",
    "normative_documents.issued": "Normative documents issued.",
    "normative_documents.in_force": "Normative documents in force.",
    "licensing.decisions": "Licensing decisions of the year.",
    "penalties.decisions": "Penalties of the year.",
    "coercion.decisions": "Coercive measures of the year.",
    "charges.amount": "Administrative charges of the year, in yuan.",
    "visits.total": "Visits to the site.",
    "staff.full_time": "Full-time staff.",
    "staff.part_time": "Part-time staff.",
}


def _first(*codes: str) -> Callable[[Mapping[str, Any]], Any]:
    return lambda found: next((found[code] for code in codes if code in found), None)


def _lawsuits(found: Mapping[str, Any]) -> Any:
    blocks = [found.get(f"litigation.{block}.total") for block in ("direct", "after_review")]
    return sum(blocks) if None not in blocks else found.get("litigation.total")


# One series over all eras; the table counts where both words and table do.
ALL_ERAS: dict[str, Callable[[Mapping[str, Any]], Any]] = {
    "received_all_eras": _first("requests.new", "requests.received"),
    "answered_all_eras": _first("requests.closed", "requests.answered"),
    "litigation_all_eras": _lawsuits,
}
DIMS = ("channel", "category", "agency", "applicant", "reason", "timeliness", "issuer")


def _field(name: str, kind: FieldType, description: str, required: bool = False) -> Field:
    return Field(name, kind, required, description)


_HEAD = (
    _field("report_id", "integer", "Row of report.", required=True),
    _field("portal_id", "integer", "Row of portal.", required=True),
    _field("portal", "string", "Name of the portal."),
    _field("url", "string", "Where the report was read."),
    _field("title", "string", "Title of the report."),
    _field("issuer", "string", "Organ that reports."),
    _field("region", "string", "Region of the organ."),
)

PANEL: tuple[Field, ...] = (
    *_HEAD,
    _field("year", "integer", "Year covered.", required=True),
    _field("era", "string", "narrative, statistics, tables-2019 or tables-2021."),
    _field("published_on", "date", "Publication date, in China's time."),
    _field("period_start", "date", "First day covered."),
    _field("period_end", "date", "Last day covered."),
    _field("versions", "integer", "Versions of this year's report; the last one counts.", required=True),
    *(_field(code.replace(".", "_"), "number", about) for code, about in CORE.items()),
    _field("received_all_eras", "number", "requests_new, else requests_received."),
    _field("answered_all_eras", "number", "requests_closed, else requests_answered."),
    _field("litigation_all_eras", "number", "Both kinds of lawsuits of the tables added up, else litigation_total."),
    _field("figures", "integer", "Figures read, all of them.", required=True),
    _field("approximate", "string", "Codes whose figure is a bound (余, 多, 约), apart from each other by blanks."),
    _field("failed_checks", "integer", "Identities that do not hold.", required=True),
    _field("failed_check_codes", "string", "Which (docs/metrics.md), apart from each other by blanks."),
    _field("warnings", "integer", "Warnings of the reader: what it could not read or had to repair.", required=True),
    _field("published_early", "boolean", "Published before the year was over."),
)

LONG: tuple[Field, ...] = (
    _field("figure_id", "integer", "Row of metric.", required=True),
    *_HEAD,
    _field("report_year", "integer", "Year that the report covers."),
    _field("is_last_version", "boolean", "Whether this version counts.", required=True),
    _field("code", "string", "Metric code (docs/metrics.md).", required=True),
    _field("value", "number", "Value in the base unit.", required=True),
    _field("unit", "string", "Base unit.", required=True),
    _field("year", "integer", "Year the figure is about.", required=True),
    *(_field(f"dim_{name}", "string", f"Dimension {name}; empty: the whole.") for name in DIMS),
    _field("label", "string", "Label in the report's words."),
    _field("method", "string", "How it was read."),
    _field("evidence_start", "integer", "First character in report.text.", required=True),
    _field("evidence_end", "integer", "One past the last character.", required=True),
    _field("evidence_text", "string", "The words."),
)
