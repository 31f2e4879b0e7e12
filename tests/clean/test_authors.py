"""Who wrote a page: people only."""

from lxml import html

from onrecord.clean.authors import authors, own_names
from onrecord.clean.bylines import Sites
from onrecord.clean.declared import Declared


def found(markup: str, outlet: str | None = None) -> tuple[tuple[str, ...], str | None]:
    page = Declared(html.document_fromstring(markup))
    return authors(page, own_names(page, outlet, "dailyexample.org"))


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


def linked(author: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", "author": {author}}}</script>'


def test_who_runs_the_site_is_no_author() -> None:
    account = linked('{"@id": "https://dailyexample.org/author/admin/", "name": "Site Owner"}')
    shown = '<h1>Bridge reopens</h1><span class="author"><a href="/author/admin/">Site Owner</a></span>'
    assert found(f"{account}{shown}<p>x") == ((), None)


def test_a_company_is_no_author_where_the_page_tells_that_it_is_one() -> None:
    house = '<script type="application/ld+json">{"@type": "Organization", "name": "Example Verlag"}</script>'
    meta = '<meta name="author" content="Example Verlag">'
    assert found(f"{house}{meta}<p>x") == ((), None)
    assert found('<meta name="author" content="Eva Müller"><p>x') == (("Eva Müller",), None)


def test_lists_of_any_kind_are_lists() -> None:
    assert found(linked('[[{"name": "Jane Doe"}], {"name": "John Roe"}]') + "<p>x") == (("Jane Doe", "John Roe"), None)
    assert found(linked('{"@list": [{"name": "Jane Doe"}]}') + "<p>x") == (("Jane Doe",), None)
    assert found(linked("[" * 90 + '"Jane Doe"' + "]" * 90) + "<p>x") == ((), None)


def test_who_edited_it_is_its_author_only_where_nobody_else_is() -> None:
    declared = linked('{"@type": "Person", "name": "John Roe"}')
    edited = "<p>x</p><div>Editor :\n <a>John Roe</a></div>"
    shown = '<h1>Bridge reopens</h1><div class="author">Jane Doe</div>'
    assert found(f"{declared}{shown}{edited}") == (("Jane Doe",), None)
    assert found(f"{declared}<h1>Bridge reopens</h1>{edited}") == (("John Roe",), None)


def test_authors_without_end_are_not_all_looked_at() -> None:
    many = "".join(f'<meta name="author" content="Ann{chr(97 + one % 26)} Doe">' for one in range(3000))
    assert len(found(f"{many}<p>x")[0]) == 26
    assert found(linked("[" + '"Ann Doe", ' * 100_000 + '"Ann Roe"]') + "<p>x") == (("Ann Doe",), None)


def test_names_written_last_name_first_are_turned() -> None:
    metas = '<meta name="dc.creator" content="Doe, Jane"><meta name="dc.creator" content="Roe, John">'
    assert found(f"{metas}<p>x") == (("Jane Doe", "John Roe"), None)


def test_a_label_of_a_field_in_any_language_names_its_field() -> None:
    metas = '<meta name="twitter:label1" content="{}"><meta name="twitter:data1" content="Jane Doe"><p>x'
    assert found(metas.format("Escrito por")) == (("Jane Doe",), None)
    assert found(metas.format("Reading time")) == ((), None)


def test_what_the_scripts_say_counts_if_they_agree() -> None:
    script = "<script>var data = {{'title': 'x', 'author': '{}'}};</script>"
    assert found(f"{script.format('Jane Doe')}<p>x") == (("Jane Doe",), None)
    assert found(f"{script.format('Jane Doe')}{script.format('John Roe')}<p>x") == ((), None)


PROSE = "<p>" + "The council met and spoke at length about the old bridge and its uncertain future. " * 3 + "</p>"


def signed(before: str = "", after: str = "", above: str = "") -> tuple[str, ...]:
    markup = f"<body><div>{above}<h1>Bridge reopens at last</h1>{before}{PROSE}{PROSE}{after}</div></body>"
    return authors(Declared(html.document_fromstring(markup)), Sites(), "Bridge reopens at last")[0]


def test_bylines_are_found_where_pages_have_them() -> None:
    assert signed('<div class="articleByline__name">Jane Doe</div>') == ("Jane Doe",)
    assert signed('<p class="info">Von <a href="/autoren/jane-doe">Jane Doe</a></p>') == ("Jane Doe",)
    assert signed("<div>Por Ana Gómez y Luis Paz</div>") == ("Ana Gómez", "Luis Paz")
    assert signed(above='<span class="byline">Jane Doe</span>') == ("Jane Doe",)
    assert signed(after='<div class="author-name">Jane Doe</div>') == ("Jane Doe",)
    assert signed("<p><strong>JANE DOE</strong></p>") == ("JANE DOE",)
    assert signed(after="<p><em>Jane Doe</em></p>") == ("Jane Doe",)


def test_all_links_of_a_byline_are_its_authors() -> None:
    byline = (
        '<div class="byline">By <a class="a">Jane Doe</a><a class="a">John Roe</a><span>Political Editor</span></div>'
    )
    assert signed(byline) == ("Jane Doe", "John Roe")


def test_other_names_near_an_article_do_not_sign_it() -> None:
    assert signed("<p><strong>Key Points</strong></p>") == ()
    assert signed("<p>Jane Doe</p>") == ()
    assert signed('<figure><span class="author">Jane Doe</span></figure>') == ()
    assert signed(after='<div class="comments"><span class="author">Jane Doe</span></div>') == ()
