"""A question that is kept under a name, made a watch."""

import msgspec

from onrecord.errors import InputError
from onrecord.query import EventQuestion, StatementQuestion
from onrecord.query.saved import Saved
from onrecord.store import Store
from onrecord.store.watching import Watching
from onrecord.watches.finding import look, set_watch
from onrecord.watches.rule import Rule, Watched


def watch_saved(store: Store, saved: Saved, now: str, when: Watched = "match") -> Rule:
    """Sets a watch for what a question asks, under the question's name, and looks at once.

    A limit and an order are left out: a watch tells every answer, once.

    Raises:
        InputError: it asks for something that cannot be watched, or another watch has this name.
        StoreError: the store cannot be written.
    """
    if not isinstance(saved.question, EventQuestion | StatementQuestion):
        raise InputError(f"{saved.name!r} asks for {saved.kind}; events and statements can be watched")
    question = msgspec.structs.replace(saved.question, limit=None, sort=None)
    try:
        if isinstance(question, EventQuestion):
            made = Rule(name=saved.name, when=when, events=question)
        else:
            made = Rule(name=saved.name, when=when, statements=question)
    except ValueError as error:
        raise InputError(str(error)) from error
    text = msgspec.json.encode(made).decode()
    if any(row.name == saved.name and row.rule != text for row in Watching(store.engine).all()):
        raise InputError(f"another watch is named {saved.name!r}; give the question another name, or remove that watch")
    set_watch(store, made, now)
    look(store, now)
    return made
