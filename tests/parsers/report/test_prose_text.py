"""Lists on lines are joined without moving anything."""

from hypothesis import given
from hypothesis import strategies as st

from parsers.report.prose_text import join_lines

_LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "(1)土地公告29件;",
                "2.结果公示83件",
                "(三)执法监察10条。",
                "其中:",
                "收到申请3件。",
                "政策法规类5条,占3.2%;",
                "",
                "三、依申请公开",
            ]
        ),
        st.text(alphabet="公开信息类123条件;。:()、 \t", max_size=20),
    ),
    max_size=12,
)


@given(_LINES)
def test_every_place_stays_where_it_was(lines: list[str]) -> None:
    text = "\n".join(lines)
    joined = join_lines(text)
    assert len(joined) == len(text)
    changed = [(old, new) for old, new in zip(text, joined, strict=True) if old != new]
    assert all(new in " 、;" for _, new in changed)
    assert all(not old.isdigit() or new == " " for old, new in changed)
    assert join_lines(joined) == joined or "\n" in joined


def test_what_is_no_list_of_kinds_keeps_its_lines() -> None:
    requests = "1.当面申请3件;\n2.网上申请5件;\n3.信函申请1件。"
    assert join_lines(requests) == requests
    assert join_lines("机构职能类3条。\n政策法规类5条。") == "机构职能类3条。\n政策法规类5条。"
