"""The commands put together, and the one place where an error becomes an exit code."""

import sys

import typer

from onrecord.cli import (
    actors,
    annotate,
    clean,
    code,
    decide,
    decisions,
    doctor,
    events,
    export,
    facts,
    follow,
    forget,
    furniture,
    group,
    link,
    named,
    ontology,
    questions,
    rank,
    read,
    reread,
    roster,
    runs,
    schema,
    serve,
    show,
    statements,
    store,
    stories,
    watch,
    why,
)
from onrecord.errors import OnrecordError

app = typer.Typer(
    name="onrecord",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.callback()
def _commands() -> None:
    """Reads news and puts it on the record: who said what, on what terms, and who did what to whom."""


app.command("actors")(actors.actors)
app.command("annotate")(annotate.annotate)
app.command("articles")(named.articles)
app.command("bench")(decisions.bench)
app.command("clean")(clean.clean)
app.command("code")(code.code)
app.command("decide")(decide.decide)
app.command("decisions")(decisions.decisions)
app.command("doctor")(doctor.doctor)
app.command("dyads")(events.dyads)
app.command("entities")(facts.entities)
app.command("events")(events.events)
app.command("export")(export.export)
app.command("facts")(facts.facts)
app.command("follow")(follow.follow)
app.command("forget")(forget.forget)
app.command("furniture")(furniture.furniture)
app.command("group")(group.group)
app.command("import")(export.import_)
app.command("link")(link.link)
app.add_typer(ontology.app, name="ontology")
app.command("places")(named.places)
app.command("questions")(questions.questions)
app.command("rank")(rank.rank)
app.command("read")(read.read)
app.command("reread")(reread.reread)
app.add_typer(roster.app, name="roster")
app.command("runs")(runs.runs)
app.command("schema")(schema.schema)
app.command("serve")(serve.serve)
app.command("show")(show.show)
app.command("statements")(statements.statements)
app.add_typer(store.app, name="store")
app.command("stories")(stories.stories)
app.command("times")(named.times)
app.command("versions")(stories.versions)
app.command("vote")(rank.vote)
app.add_typer(watch.app, name="watch")
app.command("who")(named.who)
app.command("why")(why.why)


def main() -> None:
    """Exit codes: 0 done, 1 some inputs failed (all others done), 2 wrong usage."""
    try:
        app()
    except OnrecordError as error:
        sys.stderr.write(f"onrecord: {error}\n")
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
