"""Answers of programs to programs: what they hold, and what they say in its stead."""

import pytest

from parsers.answers import data_of, is_null
from parsers.soft404 import error_in_data

SOAP = "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><s:Fault/></s:Body></s:Envelope>"


@pytest.mark.parametrize(
    "text",
    [
        '{"error":{"code":404,"message":"x"}}',
        '{"code":"NOT_FOUND","message":"x"}',
        '{"errors":[{"status":"404","title":"x"}]}',
        '{"message":"No static resource a/1.html."}',
        '{"detail":"Not found."}',
        "<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message></Error>",
        "<?xml version='1.0'?><response><status>404</status><msg>x</msg></response>",
        "<?xml version='1.0'?><result><code>-1</code><message>x</message></result>",
        "<?xml version='1.0'?><ServiceExceptionReport><ServiceException>x</ServiceException></ServiceExceptionReport>",
        f"<?xml version='1.0'?>{SOAP}",
    ],
)
def test_what_was_asked_for_is_not_there(text: str) -> None:
    assert error_in_data(text) is True


@pytest.mark.parametrize(
    "text",
    [
        '{"code":200,"data":{"title":"页面不存在"}}',
        '{"meta":{"code":0},"rows":[]}',
        '{"total":0,"rows":[]}',
        "<Error><Code>AccessDenied</Code></Error>",
        "<?xml version='1.0'?><result><code>404</code><items><one>1</one></items></result>",
    ],
)
def test_what_holds_something_or_says_nothing(text: str) -> None:
    assert not error_in_data(text)


def test_what_is_no_data_of_that_kind() -> None:
    assert data_of("<?xml version='1.0'?><rss><channel/></rss>") is None
    assert data_of("<p>页面不存在</p>") is None
    assert data_of("<?xml version='1.0'?><broken>") is None


def test_null_in_several_languages() -> None:
    assert all(map(is_null, ("null", " None\n", "undefined", '""', "(null)")))
    assert not any(map(is_null, ("0", "ok", "[]", "没有")))
