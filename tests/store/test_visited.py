"""What is kept of addresses that were fetched."""

from onrecord.model.page import Validators
from onrecord.store import Input, open_store
from tests.store.filling import article


def test_only_what_became_an_article_is_asked_for_conditionally(place: str) -> None:
    with open_store(place, create=True) as store:
        visited, run = store.visited(), store.begin("test", "{}", ())
        source, page, record = article(0)
        kept = Validators(source.digest or "", '"1"', "yesterday")
        visited.keep("https://a.example/", kept)
        assert visited.recall("https://a.example/") is None
        run.add(source, page, record)
        assert visited.recall("https://a.example/") == kept
        assert visited.recall("https://b.example/") is None
        visited.keep("https://a.example/", Validators("other"))
        assert visited.recall("https://a.example/") is None
        run.reject(Input(position=9, location="x", digest="other"), "OR-EMPTY", "because")
        run.end("done")
        assert visited.recall("https://a.example/") is None


def test_a_feed_is_kept_once_all_of_it_is_stored(place: str) -> None:
    kept = Validators("of the feed", '"1"', entries=3)
    with open_store(place, create=True) as store:
        visited = store.visited()
        visited.keep("https://a.example/feed", kept)
        assert store.visited().recall("https://a.example/feed") is None
        visited.settle()
        assert store.visited().recall("https://a.example/feed") == kept
