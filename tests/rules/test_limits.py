import re
import tomllib
from importlib.resources import files

import pytest

from xuncha.rules import UnknownRuleSet, load_rule_set, rule_set_names
from xuncha.rules.limits import RuleSet


def tables():
    for file in files("xuncha.rules.sets").iterdir():
        if file.name.endswith(".toml"):
            yield from walk(file.name, tomllib.loads(file.read_text(encoding="utf-8")))


def walk(name, table):
    yield name, table
    for key, value in table.items():
        if isinstance(value, dict):
            yield from walk(f"{name}.{key}", value)


def test_both_rule_sets_load():
    assert rule_set_names() == ["jiancha-2019", "pucha-2015"]
    assert {load_rule_set(name).name for name in rule_set_names()} == set(rule_set_names())


@pytest.mark.parametrize(("name", "table"), list(tables()))
def test_every_number_has_its_source(name, table):
    if table.keys() & {"value", "days", "months"} and not any(isinstance(one, dict) for one in table.values()):
        assert isinstance(table["verified"], bool) and table["source"]


def test_unknown_rule_set_names_those_there_are():
    with pytest.raises(UnknownRuleSet, match=re.escape("'custom', use one of: jiancha-2019, pucha-2015")):
        load_rule_set("custom")


def test_missing_number_is_named():
    with pytest.raises(KeyError, match=r"no links\.nothing"):
        load_rule_set("jiancha-2019").number("links.nothing")


def test_unverified_limit_is_marked():
    limit = load_rule_set("jiancha-2019").silence("interaction")
    assert limit is not None and (limit.months, limit.verified) == (12, False)
    assert isinstance(load_rule_set("pucha-2015"), RuleSet)
