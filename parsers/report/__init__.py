"""Annual disclosure reports (政府信息公开工作年度报告): from text to figures with evidence, and the checks on them."""

from parsers.report.reader import read_report
from parsers.report.records import Check, Evidence, Metric, NotAReport, Period, Report

__all__ = ["Check", "Evidence", "Metric", "NotAReport", "Period", "Report", "read_report"]
