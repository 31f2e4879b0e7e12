"""Bytes to text."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.clean.decode import decode
from onrecord.errors import NotTextError


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "windows-1252"])
def test_encodings_are_told_apart(encoding: str) -> None:
    assert decode("Le café est fermé.".encode(encoding)) == "Le café est fermé."


@pytest.mark.parametrize(
    ("encoding", "text"), [("shift_jis", "東京の会議"), ("iso-8859-2", "Wałęsa żyje"), ("iso-2022-jp", "東京の会議")]
)
def test_a_declared_charset_is_used(encoding: str, text: str) -> None:
    page = f'<html><head><meta charset="{encoding}"></head><body>{text}</body></html>'
    assert text in decode(page.encode(encoding))


@pytest.mark.parametrize("charset", ["hex", "no-such-thing", "utf-8"])
def test_a_wrong_charset_does_no_harm(charset: str) -> None:
    assert "caf" in decode(f'<meta charset="{charset}">'.encode() + "café ouvert".encode("windows-1252"))


def test_a_cut_sequence_at_the_end_costs_one_character() -> None:
    assert decode("un café".encode()[:-1]) == "un caf\ufffd"


@pytest.mark.parametrize("raw", [b"\x00\x01\x02", b"text\x00text", bytes(range(32)) * 9])
def test_binary_is_no_text(raw: bytes) -> None:
    with pytest.raises(NotTextError):
        decode(raw)


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_the_error(raw: bytes) -> None:
    with suppress(NotTextError):
        assert isinstance(decode(raw), str)
