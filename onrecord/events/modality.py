"""The words, by lemma, that tell whether an act happened: what denies it, plans it, wishes it or leaves it open."""

NEGATIVE = frozenset({"no", "not", "n't", "n’t", "never", "without", "neither", "nor", "nobody"})
POSSIBLE = frozenset(
    "may might could can perhaps possibly maybe apparently allegedly probably presumably supposedly likely".split()
)
HYPOTHETICAL = frozenset({"would", "should", "must", "ought", "'d", "’d", "wo"})
FUTURE = frozenset({"will", "'ll", "’ll", "shall"})
CONDITIONS = frozenset({"if", "unless", "whether", "how", "should", "until", "lest"})
PLANNING = frozenset(
    ("plan set schedule due prepare agree decide expect order slate intend about ready go arrange").split()
)
WISHING = frozenset(
    (
        "wait want hope hop seek try attempt wish like need aim consider mull struggle threaten refuse fail decline "
        "able willing urge ask demand call warn vow promise pledge offer allow require encourage"
    ).split()
)
STRIVING = frozenset("work fight campaign push press hope wait prepare call plead ask appeal lobby vote".split())
FAILING = frozenset({"fail", "refuse", "decline", "avoid", "stop", "prevent", "forgo", "refrain", "abstain"})
NOTHING = frozenset({"nothing", "nobody", "none", "neither"})
SUPPOSING = frozenset({"think", "believe", "suspect", "presume", "rumor", "rumour", "suppose"})
UNREAL_NOUNS = frozenset(
    (
        "threat fear risk possibility prospect plan call demand request offer proposal danger likelihood chance "
        "intention plot warning bid effort attempt"
    ).split()
)
# Who can, or has to, has not yet done it; who does not get to has not either.
ENABLING = frozenset(
    "ability authority chance courage freedom need opportunity option permission potential power readiness reason "
    "responsibility right temptation way willingness".split()
)
MISSING = frozenset("failure inability refusal reluctance unwillingness".split())
# Who is for or against doing something, or speaks of it, has not done it.
WEIGHING = frozenset(
    "advocate back consider contemplate debate discuss endorse entail favor favour float include involve mention "
    "oppose propose recommend resist risk suggest support".split()
)
OWNING_UP = frozenset({"admit", "acknowledge", "confess", "recall", "regret", "remember"})
# "The first to call for it" has called for it.
SINGLED_OUT = frozenset(
    "first early earliest second third fourth fifth sixth seventh eighth ninth tenth last late latest only next".split()
)
AGAINST = frozenset({"alternative", "aversion", "objection", "opposition", "reluctance", "resistance"})
APART = frozenset({"short", "clear"})  # "stopped short of", "steered clear of"
POLITE = frozenset({"please", "do", "let", "don't", "dont", "n't", "not", "never", "just"})
LASTING = frozenset({"continue", "keep", "go"})
HOPING = frozenset({"hop", "hope", "wish", "pray", "dream", "fear", "worry", "doubt"})
PROMISES = frozenset({"commitment", "oath", "pledge", "promise", "vow"})
DENYING = frozenset({"deny", "disclaim", "disavow", "refute"})
SEEMING = frozenset({"seem", "appear"})
DOUBTFUL = frozenset("likely unlikely possible conceivable plausible doubtful unclear apt liable".split())
UNCONFIRMED = frozenset({"unconfirmed", "unverified", "conflicting"})
BOUND = frozenset({"certain", "bound", "sure", "poised", "supposed"})
LEANING = frozenset({"lean", "move", "think", "aim", "work", "look", "edge", "steer"})
BINDING = frozenset({"on", "toward", "towards", "for", "to", "about", "at", "of", "in"})
ANYBODY = frozenset({"anyone", "anybody", "whoever"})
WAITING = frozenset({"when", "once", "after", "before", "soon"})  # "would meet once they had released him"
FRONTED = frozenset({"had", "were", "should"})  # "had they agreed"
CANCELLING = frozenset("cancel stay avert avoid prevent foil thwart abort shelve forgo".split())
HAPPENING = frozenset("come happen occur materialise materialize begin start go resume follow take".split())
IMAGINING = frozenset("game simulate imagine rehearse envisage envision contemplate weigh fear propose predict".split())
RESOLVING = frozenset({"decide", "schedule", "plan", "arrange", "announce", "prepare"})
CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "acl", "pcomp", "relcl", "csubj"})
