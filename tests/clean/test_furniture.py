"""Lines that are not the article."""

import pytest

from onrecord.clean import furniture

ARTICLE = "The bridge reopened on Monday after two years of work.\n\nThousands came to see it."


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "Share this article",
        "Sign up for our newsletter",
        "Read more:",
        "© 2021 Daily Example. All rights reserved.",
        "Photo: Jane Doe/Daily Example",
        "We use cookies to improve this site. Accept all cookies",
        "Follow Jane Doe on Twitter @janedoe",
        "Jane Doe can be reached at jane@example.org",
        "4 min read",
        "Lesen Sie auch:",
        "Publicidad",
        "Compartir",
        "Baca juga: Jembatan tua dibuka lagi",
    ],
)
def test_furniture_goes(line: str) -> None:
    found = furniture.find(f"{ARTICLE}\n\n{line}\n\nThe mayor spoke.")
    assert [span.of(f"{ARTICLE}\n\n{line}\n\nThe mayor spoke.") for span in found.lines] == [line]


@pytest.mark.parametrize(
    "line",
    [
        "He asked the readers what they think of the bridge, and many answered.",
        "“Read more,” the teacher told them.",
        "Advertisement revenue fell by a third in May.",
        "By Monday the river had risen again.",
        "Photos from the scene showed a broken pillar.",
        "The two teams ended level on 50 points.",
        "Publicidad y propaganda son cosas distintas.",
        "Teilen will er die Macht nicht.",
    ],
)
def test_sentences_stay(line: str) -> None:
    assert not furniture.find(f"{ARTICLE}\n\n{line}\n\nThe mayor spoke.").lines


def test_what_a_line_says_is_kept() -> None:
    found = furniture.find(
        f"By Jane Doe\n\n{ARTICLE}\n\nRelated: How the arch was saved\n\nTags: bridges, steel\n\n7 points"
    )
    assert found.authors == ("Jane Doe",)
    assert found.related == ("How the arch was saved",)
    assert found.tags == ("bridges", "steel")
    assert found.points == 7
