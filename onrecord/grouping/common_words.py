"""Words that say nothing of what a text is about: English function words, and what every report says."""

COMMON = frozenset(
    """
    about according after again against all also although among and another any are around away back because been
    before being both but can could day days did does down during each even ever every few first for from get had has
    have her here him his how however into its just last like made make many may might more most much must near never
    new next not now off old one only other our out over own people per put said same saw say says see set she should
    since some still such take than that the their them then there these they this those three through time told too
    two under until use very was week well went were what when where which while who whom whose why will with within
    without would year years yet you your
    """.split()
)
