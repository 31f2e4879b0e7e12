"""Columns as the tables of a store have them, each with a comment that says what it holds."""

from sqlalchemy import Column, Double, Integer

from onrecord.store.columns import Json, Token, Words

TOKEN = Token()


def words(name: str, comment: str, *, null: bool = False) -> Column[str]:
    """Words of an article, or of a user."""
    return Column(name, Words(), nullable=null, comment=comment)


def token(name: str, comment: str, *, null: bool = False) -> Column[str]:
    """A word of ours, which needs no care: a kind, a code, an id, a date."""
    return Column(name, TOKEN, nullable=null, comment=comment)


def json(name: str, of: object, comment: str) -> Column[object]:
    """A value of ``of``."""
    return Column(name, Json(of), nullable=False, comment=comment)


def number(name: str, comment: str, *, null: bool = False) -> Column[int]:
    """A whole number."""
    return Column(name, Integer, nullable=null, comment=comment)


def decimal(name: str, comment: str, *, null: bool = False) -> Column[float]:
    """A number with decimals."""
    return Column(name, Double, nullable=null, comment=comment)
