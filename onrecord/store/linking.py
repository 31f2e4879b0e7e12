"""What an older store has to be told so that the second passes take in what they have not seen."""

from sqlalchemy import Connection, inspect, select, text

from onrecord.store.schema import articles
from onrecord.store.schema_arrivals import unlinked


def unlink_all(connection: Connection) -> None:
    """Has the second passes take in every article anew, and drops the table by which older versions noted theirs."""
    connection.execute(unlinked.delete())
    connection.execute(unlinked.insert().from_select(["article"], select(articles.c.id)))
    if "linked" in inspect(connection).get_table_names():
        connection.execute(text("DROP TABLE linked"))
