"""Every kind of request that the API's own document allows: none breaks the server."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from onrecord.web.app import make_app
from onrecord.web.safety import LOOPBACK, Access

pytestmark = [pytest.mark.services, pytest.mark.filterwarnings("ignore")]
TOKEN = "t" * 20


def test_no_request_breaks_the_server(record: Path) -> None:
    import schemathesis  # of the services; this test is left out without it

    app = make_app(str(record), Access(hosts=(*LOOPBACK, "testserver"), tokens={TOKEN: "tester"}))
    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app, headers={"authorization": f"Bearer {TOKEN}"})
    operations = [found.ok() for found in schema.get_all_operations()]
    assert len(operations) > 15
    statuses: set[int] = set()
    for operation in operations:

        @given(case=operation.as_strategy())
        @settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), database=None)
        def ask(case: Any) -> None:
            answer = case.call(headers={"authorization": f"Bearer {TOKEN}"})
            statuses.add(answer.status_code)
            assert answer.status_code < 500, answer.text
            if answer.status_code >= 400:
                assert set(answer.json()) == {"error"}

        ask()
    assert 200 in statuses
    app.state.site.store.close()
