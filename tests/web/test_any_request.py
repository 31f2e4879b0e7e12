"""Whatever is asked of the pages and sent to the forms: an answer, never a broken server, always under the policy."""

from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.query import KINDS, EntityQuestion, FactQuestion
from onrecord.web.app import make_app
from tests.web.test_pages import PAGES

NAMES = sorted(
    {name for kind in KINDS.values() for name in kind.question.__struct_fields__}
    | {
        *FactQuestion.__struct_fields__,
        *EntityQuestion.__struct_fields__,
        "cursor",
        "kind",
        "watch",
        "outcome",
        "token",
    }
)
FORMS = ("/votes", "/decisions", "/watches", "/watches/remove", "/feeds", "/feeds/remove", "/read", "/none")
FIELDS = ("what", "cast", "action", "field", "value", "reason", "back", "name", "line", "when", "watch", "key")
WORDS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["0", "-1", "1e400", "nan", "9" * 30, "2024-02-30", "0000", "KEN*>", ">", "*", "%", "_", "\x00", "'", '"',
         "a:b", "90,180,1", "91,0,1e9", "fact:x", "story:", "x/y", "../..", "WyJkYXkiXQ", "\ud800"]
    ),
)  # fmt: skip
PARTS = st.lists(WORDS.map(lambda part: quote(part.encode("utf-8", "surrogatepass"), safe="")), max_size=3)
PATHS = st.one_of(
    st.sampled_from([*PAGES, "/feeds/x.atom", "/watches/feed.atom", "/watches/feed.json"]),
    st.builds(
        lambda first, parts: "/".join((first, *parts)),
        st.sampled_from(
            ["/articles", "/facts", "/stories", "/actors", "/dyads", "/runs", "/why", "/feeds", "", "/static"]
        ),
        PARTS,
    ),
)


@pytest.fixture(scope="module")
def open_client(samples_record: Path, tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    path = tmp_path_factory.mktemp("any") / "record.db"
    path.write_bytes(samples_record.read_bytes())
    client = TestClient(
        make_app(str(path)), base_url="http://127.0.0.1", follow_redirects=False, raise_server_exceptions=False
    )
    client.get("/")
    return client


def is_answered(client: TestClient, method: str, path: str, **sent: object) -> None:
    answer = client.request(method, path, **sent)  # type: ignore[arg-type]
    assert answer.status_code < 500, (method, path, sent, answer.text[-300:])
    assert "default-src 'self'" in answer.headers["content-security-policy"]
    if answer.is_redirect:
        where = answer.headers["location"]
        assert where.startswith(("/", "http://127.0.0.1/"))
        assert not where.startswith(("//", "/\\"))


@given(path=PATHS, asked=st.dictionaries(st.sampled_from(NAMES), WORDS, max_size=3))
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_page_answers_whatever_is_asked(open_client: TestClient, path: str, asked: dict[str, str]) -> None:
    given_ = "&".join(f"{name}={quote(value.encode('utf-8', 'surrogatepass'))}" for name, value in asked.items())
    is_answered(open_client, "GET", f"{path}{'&' if '?' in path else '?'}{given_}")


@given(
    path=st.sampled_from(FORMS), form=st.dictionaries(st.sampled_from(FIELDS), WORDS, max_size=6), marked=st.booleans()
)
@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_form_answers_whatever_is_sent(
    open_client: TestClient, path: str, form: dict[str, str], marked: bool
) -> None:
    sent = {name: value.encode("utf-8", "replace").decode() for name, value in form.items()}
    if marked:
        sent["csrf"] = open_client.cookies["onrecord_csrf"]
    is_answered(open_client, "POST", path, data=sent)


@given(
    method=st.sampled_from(["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE"]),
    path=PATHS,
    headers=st.dictionaries(
        st.sampled_from(
            ["host", "origin", "authorization", "cookie", "content-type", "content-length", "accept", "hx-request"]
        ),
        st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=12),
    ),
)  # fmt: skip
@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_header_is_borne(open_client: TestClient, method: str, path: str, headers: dict[str, str]) -> None:
    is_answered(open_client, method, path, headers=headers)
