"""One message about one portal, or about many: what changed since the last one, in the channel's language, as plain text."""

from collections.abc import Sequence
from itertools import groupby

from storage.records import FlipRecord, PortalRecord, Verdict
from xuncha.alerts.words import (
    KINDS,
    LONGEST_TITLE,
    SEVERITIES,
    TYPES,
    Kind,
    Message,
    clip,
    flip_sentence,
    kind_counts,
    line,
    local,
    pick,
    titled,
)
from xuncha.rules.messages import verdict_sentence

__all__ = ["LONGEST_TITLE", "Kind", "Message", "compose", "compose_many", "pick"]

MOST_FLIPS = 50  # listed in one message; a portal that goes down with 2,000 links must not fill a mailbox
MOST_ALTOGETHER = 1000  # in a message about many portals
LONGEST_EVIDENCE = 300  # characters


def compose(flips: Sequence[FlipRecord], portal: PortalRecord | None, lang: str) -> Message:
    """The message about `flips`, which are all of one portal; `portal` is None if it is no longer under watch."""
    ordered = sorted(flips, key=_gravity)
    blocks = [_head(ordered[0], portal, lang), *(_block(flip, lang) for flip in ordered[:MOST_FLIPS])]
    if (more := len(ordered) - MOST_FLIPS) > 0:
        blocks.append(_more(more, lang))
    return Message(_title(ordered, lang), "\n\n".join(blocks), _type(ordered))


def compose_many(flips: Sequence[FlipRecord], lang: str) -> Message:
    """The message about flips of many portals: the counts, then a line for each flip, the worst portal first."""
    by_portal = sorted(flips, key=lambda flip: (flip.finding.portal_url, *_gravity(flip)))
    portals = [list(group) for _, group in groupby(by_portal, key=lambda flip: flip.finding.portal_url)]
    portals.sort(key=lambda group: (_gravity(group[0])[:2], -len(group)))
    counts = kind_counts((flip.kind for flip in flips), lang)
    zh, en = f"{len(portals)} 个门户：{counts}", f"{len(portals)} portals: {counts}"
    blocks, left = [pick(lang, zh, en)], MOST_ALTOGETHER
    for group in portals:
        if left <= 0:
            break
        blocks.append(_brief(group, min(left, MOST_FLIPS), lang))
        left -= min(len(group), MOST_FLIPS)
    if (more := len(portals) + 1 - len(blocks)) > 0:
        blocks.append(pick(lang, f"另有 {more} 个门户：xuncha findings", f"{more} more portals: xuncha findings"))
    return Message(titled(lang, zh, en), "\n\n".join(blocks), _type(sorted(flips, key=_gravity)))


def _gravity(flip: FlipRecord) -> tuple[bool, int, int]:
    """News before closings, the worst first, then in their order."""
    return flip.kind == "closed", list(SEVERITIES).index(flip.severity), flip.id


def _type(flips: Sequence[FlipRecord]) -> Kind:
    return "success" if flips[0].kind == "closed" else TYPES[flips[0].severity]


def _title(flips: Sequence[FlipRecord], lang: str) -> str:
    """The portal, and what happened: the sentence if it is one flip, else how many of each kind."""
    name = line(flips[0].finding.portal_name)
    if len(flips) == 1:
        what = pick(lang, "{}：{}", "{}: {}").format(pick(lang, *KINDS[flips[0].kind]), flip_sentence(flips[0], lang))
    else:
        what = kind_counts((flip.kind for flip in flips), lang)
    return titled(lang, f"{name}：{what}", f"{name}: {what}")


def _head(flip: FlipRecord, portal: PortalRecord | None, lang: str) -> str:
    """Name and address of the portal, and its verdict as it stands now."""
    lines = [f"{line(flip.finding.portal_name)}  {flip.finding.portal_url}"]
    if portal and portal.verdict and portal.word:
        verdict = Verdict(portal.verdict, portal.word, portal.verdict_reasons)  # type: ignore[arg-type]
        lines.append(pick(lang, "判定：", "Verdict: ") + line(verdict_sentence(verdict, lang)))
    return "\n".join(lines)


def _label(flip: FlipRecord, lang: str) -> str:
    return f"[{pick(lang, *KINDS[flip.kind])} · {pick(lang, *SEVERITIES[flip.severity])}]"


def _block(flip: FlipRecord, lang: str) -> str:
    """One flip: what, since when, where, and the evidence."""
    lines = [
        f"{_label(flip, lang)} {flip_sentence(flip, lang)}",
        _dates(flip, lang),
        pick(lang, "对象：", "subject: ") + line(flip.finding.subject),
        pick(lang, "依据：", "evidence: ") + _evidence(flip),
    ]
    return "\n  ".join(lines)


def _brief(flips: Sequence[FlipRecord], most: int, lang: str) -> str:
    """One portal among many: its name, and a line for each flip, the worst first."""
    lines = [_head(flips[0], None, lang), *(_line_of(flip, lang) for flip in flips[:most])]
    if (more := len(flips) - most) > 0:
        lines.append(_more(more, lang))
    return "\n  ".join(lines)


def _line_of(flip: FlipRecord, lang: str) -> str:
    """What, and where if the sentence does not say it and it is not the whole portal."""
    said, subject = clip(flip_sentence(flip, lang), LONGEST_EVIDENCE), line(flip.finding.subject)
    where = "" if subject in said or subject == flip.finding.portal_url else f"  {subject}"
    return f"{_label(flip, lang)} {said}{where}"


def _more(count: int, lang: str) -> str:
    return pick(lang, f"另有 {count} 条：xuncha findings", f"{count} more: xuncha findings")


def _dates(flip: FlipRecord, lang: str) -> str:
    since, noticed = local(flip.finding.since), local(flip.noticed_at)
    if flip.kind == "closed":
        return pick(lang, f"自 {since}，{noticed} 起不再存在", f"since {since}; no longer so at {noticed}")
    return pick(lang, f"自 {since}（{noticed} 发现）", f"since {since} (noticed {noticed})")


def _evidence(flip: FlipRecord) -> str:
    """The finding's code and the plain values of its evidence; lists stand in `xuncha findings --json`."""
    finding = flip.finding
    plain = (
        f"{name}={value}"
        for name, value in flip.evidence.items()
        if isinstance(value, (str, int, float)) and value != finding.subject
    )
    return clip(line("; ".join([finding.code, *plain])), LONGEST_EVIDENCE)
