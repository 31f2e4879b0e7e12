"""The words that say why a source is not named."""

import re

from onrecord.model.span import Span

# A character that neither ends the clause nor stands before the next cue; a full stop inside "U.S." is one.
_CLAUSE = r"(?:(?!\s(?:said|says|told|tells|added|confirmed)\b)(?:[^.,;”\"\n]|\.(?=\w)|(?<=\b\w)\.))"
_TAIL = rf"(?:,?\s{{1,2}}(?:because|as|since|due|in order|given|for|to|out of|citing|so|until|about|before|by|in|as)\b{_CLAUSE}{{2,240}})?"
_ASKING = r"(?:ask|request|seek|demand|insist|prefer|want|wish|choos|elect|sought|chose|granted)\w*"
_WITHHOLD = r"(?:(?:declin|refus)\w*|(?:did|do|does)(?: not|n['’]t) (?:want|wish))"
_SPOKEN = r"(?:sp[eo]ak|spoke|said|talk|respond|repl|interview|discuss|confirm|comment)\w*"
_SPEAK = (
    r"(?:speak|talk|discuss|comment|brief|reveal|disclose|be|give|address|release|make|say|share|describe|publicly)\b"
)
_NAMED = r"(?:named|identified|quoted|cited|anonymous|unnamed|unidentified|on the record|by name)"
_REASON = re.compile(
    r"(?:"
    rf"(?:on|under) (?:the )?(?:strict )?condition (?:of (?:strict )?(?:anonymity|not being {_NAMED})"
    rf"|that (?:he|she|they|it|his|her|their)\b{_CLAUSE}{{2,80}}?{_NAMED}){_TAIL}"
    rf"|(?:who |that )?(?:\w+ )?{_ASKING} (?:for |on |to have )?(?:their |his |her )?(?:strict )?anonymity{_TAIL}"
    rf"|(?:who |that )?{_WITHHOLD} (?:to )?(?:be |speak |have (?:his|her|their) names? )?{_NAMED}\b{_TAIL}"
    rf"|(?:who |that )?{_ASKING}(?: that (?:his|her|their) names?)?(?: to)?(?: not| remain| stay)(?: to)?(?: be)? "
    rf"(?:used|published|{_NAMED})\b{_TAIL}"
    rf"|{_SPOKEN}\b{_CLAUSE}{{0,40}}? anonymously{_TAIL}"
    rf"|(?:(?:who |that )?(?:was|were|is|are)(?: not|n['’]t)|not)(?: yet)?(?: being)?"
    rf" (?:authori[sz]ed|allowed|permitted|cleared) to {_SPEAK}{_CLAUSE}{{0,120}}"
    rf"|because (?:he|she|they) (?:was|were|is|are|had|did)(?: not|n['’]t) {_CLAUSE}{{0,20}}"
    rf"(?:authori[sz]ed|allowed|permitted|cleared|named|identified){_CLAUSE}{{0,120}}|because (?:he|she|they) fear{_CLAUSE}{{2,120}}"
    rf"|(?:for|citing|out of) fear of {_CLAUSE}{{4,80}}"
    r")",
    re.IGNORECASE,
)

_RELATIVE = re.compile(r"(?:(?:who|that) )?", re.IGNORECASE)


# Without one of these words a paragraph holds no reason; looked for first, since few do.
_TELLING = re.compile(
    r"anonym|authori|allowed|permitted|cleared|named|identified|quoted|cited|on the record|by name|fear|used|published",
    re.IGNORECASE,
)
_PARAGRAPH = re.compile(r"[^\n]+")


def reasons_in(text: str) -> tuple[Span, ...]:
    """Where the text gives such a reason ("who was not authorized to speak publicly"), in order."""
    paragraphs = (match.span() for match in _PARAGRAPH.finditer(text) if _TELLING.search(text, *match.span()))
    found = (match for paragraph in paragraphs for match in _REASON.finditer(text, *paragraph))
    spans = (Span(*match.span()).trim(text) for match in found)
    return tuple(Span(span.start + len(_RELATIVE.match(span.of(text))[0]), span.end) for span in spans)  # type: ignore[index]
