"""Who reported a story first."""

import pytest

from onrecord.clean.origin import original_outlet


@pytest.mark.parametrize(
    ("text", "outlet", "wanted"),
    [
        ("The minister told POLITICO that the talks were over.", "Daily Example", "POLITICO"),
        ("The mayor told the Wide River Times that he would stay.", "Daily Example", "Wide River Times"),
        ("He told AFP that the port was open.", "Daily Example", "AFP"),
        ("The deal was first reported by Axios. He was not there.", "Daily Example", "Axios"),
        ("LAGOS (Reuters) - Ships came at once.", "Daily Example", "Reuters"),
        ("(Reuters) - Ships came at once.", "Daily Example", "Reuters"),
        ("(Updated) - Ships came at once.", "Daily Example", None),
        ("The agent told the FBI on Monday.", "Daily Example", None),
        ("She told NATO that it was too late.", "Daily Example", None),
        ("She told the Daily Herald that it was too late.", "Daily Herald Online", None),
        ("Ships came.\n\nCopyright 2021 WideRiverNews. All rights reserved.", "widerivernews.org", None),
        ("Ships came.\n\nThey left.\n\nHe told the Wide River Times so.", "Daily Example", None),
    ],
)
def test_the_first_to_report_is_named_only_where_the_text_names_an_outlet(
    text: str, outlet: str, wanted: str | None
) -> None:
    assert original_outlet(text, outlet) == wanted
