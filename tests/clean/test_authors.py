"""Bylines: people only."""

import pytest
from lxml import html

from onrecord.clean.authors import authors, people
from onrecord.clean.declared import Declared


@pytest.mark.parametrize(
    ("byline", "wanted"),
    [
        ("By Jane Doe", ("Jane Doe",)),
        ("By Jane Doe and John Roe, political correspondent", ("Jane Doe", "John Roe")),
        ("Von Jürgen Müller, dpa", ("Jürgen Müller",)),
        ("Ana de la Cruz | Madrid Desk", ("Ana de la Cruz",)),
        ("Jane Doe (jane@example.org)", ("Jane Doe",)),
        ("By Jane Doe in Nairobi", ("Jane Doe",)),
        ("Staff", ()),
        ("Reuters", ()),
        ("Example News Desk", ()),
        ("12 March 2021", ()),
        ("https://example.org/jane", ()),
        ("MM-Redaktion", ()),
        ("", ()),
    ],
)
def test_a_byline_is_cut_to_people(byline: str, wanted: tuple[str, ...]) -> None:
    assert people(byline) == wanted


def found(markup: str, outlet: str | None = None) -> tuple[tuple[str, ...], str | None]:
    return authors(Declared(html.document_fromstring(markup)), outlet, "dailyexample.org")


def test_json_ld_is_asked_first_and_references_are_followed() -> None:
    markup = """<script type="application/ld+json">{"@graph": [
      {"@type": "NewsArticle", "author": [{"@id": "#p"}, {"givenName": "John", "familyName": "Roe"}]},
      {"@type": "Person", "@id": "#p", "name": "Jane Doe"}]}</script><meta name="author" content="Ann Other"><p>x"""
    assert found(markup) == (("Jane Doe", "John Roe"), None)


def test_an_outlet_is_no_author() -> None:
    markup = """<script type="application/ld+json">{"@type": "NewsArticle", "author": {"@type": "Person",
      "name": "Daily Example"}}</script><meta name="author" content="Daily Example Team"><p>x"""
    assert found(markup, "The Daily Example") == ((), None)


def test_a_credited_agency_is_told_apart() -> None:
    markup = '<script type="application/ld+json">{"@type": "Article", "author": {"name": "AFP"}}</script><p>x'
    assert found(markup) == ((), "AFP")


def test_the_byline_below_the_headline_counts_and_others_do_not() -> None:
    markup = """<h1>Bridge reopens</h1><div class="byline">By Jane Doe</div><p>Text.</p>
      <aside><span class="author">Other Person</span></aside>
      <div class="related"><span class="byline">By Third Person</span></div>"""
    assert found(markup) == (("Jane Doe",), None)


def test_no_author_rather_than_a_wrong_one() -> None:
    assert found('<h1>Bridge reopens</h1><div class="author">Read more from us</div><p>x') == ((), None)
