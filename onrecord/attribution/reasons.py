"""The words that say why a source is not named."""

import re

from onrecord.model.span import Span

_REASON = re.compile(
    r"(?:(?:because|as|since) (?:he|she|they|it) (?:was|were|is|are|had|did)(?:n['’]t| not) [^.;”\"]{5,120}?"
    r"|(?:was|were|is|are)(?:n['’]t| not) (?:yet )?(?:authori[sz]ed|allowed|permitted|cleared) to [^.,;”\"]{4,80}"
    r"|not (?:being )?(?:authori[sz]ed|allowed|permitted|cleared) to [^.,;”\"]{4,80}"
    r"|(?:on|under) (?:the )?condition of (?:strict )?anonymity"
    r"(?: (?:because|to|as|since|due|in order|given|for) [^.,;”\"]{4,140})?"
    r"|(?:asked|requested|declined|refused|insisted|wished|preferred|wanted|asking|requesting|declining)"
    r"(?: that (?:his|her|their) names?)? (?:not|to not|to remain|to stay|not be|anonymity|to be)(?: be| to be)?"
    r"(?: named| identified| anonymous| quoted by name| unnamed)?[^.,;”\"]{0,80}"
    r"|(?:speaking|spoke|speaks) anonymously[^.;”\"]{0,80}|(?:for|citing|out of) fear of [^.,;”\"]{4,80})"
    r"(?=[.,;”\"\n]|$)",
    re.IGNORECASE,
)
_ANONYMITY = re.compile(
    r"authori[sz]ed|allowed|permitted|cleared|anonym|named|identified|by name|fear|unnamed", re.IGNORECASE
)


def reasons_in(text: str) -> tuple[Span, ...]:
    """Where the text gives such a reason ("who was not authorized to speak publicly"), in order."""
    found = (match for match in _REASON.finditer(text) if _ANONYMITY.search(match[0]))
    return tuple(Span(*match.span()).trim(text) for match in found)
