"""Conditions become findings; their changes become flips, each once."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from storage.records import Verdict
from storage.store import Store
from tests.storage.samples import ALIVE, HOME, NOW, column, condition, content, judge, on_one_store, patrol

DAY = timedelta(days=1)


def portal(store: Store) -> int:
    return store.add_portal(HOME, name="清河县", now=NOW).id


def test_a_finding_opens_stays_worsens_closes_and_comes_back(store: Store) -> None:
    one = portal(store)
    assert judge(store, one, condition("a", count=1)) == ["opened a"]
    assert judge(store, one, condition("a", count=2), now=NOW + DAY) == []
    assert judge(store, one, condition("a", "critical"), now=NOW + 2 * DAY) == ["worsened a"]
    assert judge(store, one, condition("a", "info"), now=NOW + 3 * DAY) == []
    assert judge(store, one, now=NOW + 4 * DAY) == ["closed a"]
    assert judge(store, one, now=NOW + 5 * DAY) == []
    assert judge(store, one, condition("a", since=NOW + 5 * DAY), now=NOW + 6 * DAY) == ["reopened a"]
    assert (store.counts()["finding"], store.counts()["flip"]) == (1, 4)


def test_a_flip_happened_when_it_happened_not_when_it_was_noticed(store: Store) -> None:
    opened = store.record_judgement(
        portal(store),
        conditions=[condition("a", since=NOW - DAY, why="silence")],
        verdict=ALIVE,
        stale_after={},
        next_due=None,
        now=NOW,
    )[0]
    assert (opened.happened_at, opened.noticed_at, opened.severity) == (NOW - DAY, NOW, "warning")
    assert (opened.evidence, opened.finding.opened_at, opened.finding.since) == ({"why": "silence"}, NOW, NOW - DAY)


def test_an_open_finding_has_the_newest_evidence_and_a_closed_one_the_last(store: Store) -> None:
    one = portal(store)
    judge(store, one, condition("a", count=1))
    judge(store, one, condition("a", count=2), now=NOW + DAY)
    assert [(one.evidence, one.closed_at) for one in store.findings(open_only=True)] == [({"count": 2}, None)]
    judge(store, one, now=NOW + 2 * DAY)
    assert store.findings(open_only=True) == []
    assert [(one.evidence, one.closed_at) for one in store.findings()] == [({"count": 2}, NOW + 2 * DAY)]


def test_what_began_before_the_facts_that_are_kept_keeps_its_beginning(store: Store) -> None:
    """A portal that has been down for months: only its last looks are known, and say that they are not the first."""
    one = portal(store)
    judge(store, one, condition("a", since=NOW - DAY))
    judge(store, one, condition("a", since=NOW, began_before=True), now=NOW + DAY)
    assert store.findings()[0].since == NOW - DAY
    judge(store, one, condition("a", since=NOW, began_before=False), now=NOW + 2 * DAY)
    assert store.findings()[0].since == NOW


def test_a_condition_said_twice_is_one_finding(store: Store) -> None:
    assert judge(store, portal(store), condition("a"), condition("a"), condition("b")) == ["opened a", "opened b"]


def test_findings_are_grave_ones_first_and_of_what_was_asked_for(store: Store) -> None:
    one, two = portal(store), store.add_portal("http://other.example/", name=None, now=NOW).id
    judge(store, one, condition("mild", "info"), condition("grave", "critical"), condition("old", since=NOW - DAY))
    judge(store, two, condition("other"))
    assert [found.subject for found in store.findings()] == ["grave", "old", "other", "mild"]
    assert [found.subject for found in store.findings(portal_id=two)] == ["other"]
    assert store.findings(code="no.such") == []
    assert (store.findings()[0].portal_url, store.findings()[0].portal_name) == (HOME, "清河县")


def test_a_judgement_is_kept_on_its_portal_and_columns(store: Store) -> None:
    begun = patrol(store)
    begun.visit(content=content(column=column("a")))
    mine = store.columns(begun.portal_id)[0].id
    verdict = Verdict("fail", "zombie", ({"rule": "silent"},))
    stale_after = {mine: NOW + DAY, mine + 1: NOW}
    told = {"conditions": (), "verdict": verdict, "stale_after": stale_after, "next_due": NOW + DAY, "now": NOW}
    store.record_judgement(begun.portal_id, **told)  # type: ignore[arg-type]
    judged = store.portals()[0]
    assert (judged.verdict, judged.word, judged.verdict_reasons, judged.judged_at) == (
        *("fail", "zombie", ({"rule": "silent"},)),
        NOW,
    )
    assert store.columns(begun.portal_id)[0].stale_after == NOW + DAY
    assert (store.due_for_judgement(NOW), store.due_for_judgement(NOW + DAY)) == ([], [begun.portal_id])
    judge(store, begun.portal_id)
    assert store.columns(begun.portal_id)[0].stale_after is None


ROUNDS = st.lists(st.dictionaries(st.sampled_from("abc"), st.sampled_from(["info", "warning", "critical"])), max_size=6)
NEXT = {None: {"opened"}, "closed": {"reopened"}, "open": {"worsened", "closed"}}


@settings(on_one_store, max_examples=25)
@given(rounds=ROUNDS)
def test_open_findings_are_what_holds_now_and_flips_alternate(store: Store, rounds: list[dict[str, str]]) -> None:
    one = store.add_portal(f"http://p{store.counts()['portal']}.example/", name=None, now=NOW).id
    state: dict[str, str] = {}
    for number, holding in enumerate(rounds):
        conditions = [condition(subject, severity) for subject, severity in holding.items()]
        for flip in judge(store, one, *conditions, now=NOW + number * DAY):
            kind, subject = flip.split()
            assert kind in NEXT[state.get(subject)]
            state[subject] = "closed" if kind == "closed" else "open"
        found = {finding.subject: finding.severity for finding in store.findings(portal_id=one, open_only=True)}
        assert found == holding
        assert {subject for subject, now in state.items() if now == "open"} == set(holding)
