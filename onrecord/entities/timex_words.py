"""The words that times are made of, with their values (TIMEX3, ISO 8601)."""

MONTHS = {
    name: number
    for number, forms in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in forms.split()
}  # fmt: skip
# Abbreviations that are also words or parts of names, taken only with their full stop or a number.
WEEKDAYS = {
    form: number
    for number, forms in enumerate(
        (
            "monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thu", "friday fri", "saturday sat",
            "sunday sun",
        ),
        1,
    )
    for form in forms.split()
}  # fmt: skip
# Letter of the TIMEX3 duration; T stands before units shorter than a day.
UNITS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "fortnight": "W",
    "weekend": "WE", "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE", "centurie": "CE",
    "season": "SE",
    "generation": "GE",
}  # fmt: skip
NUMBERS = {
    word: number
    for number, words in {
        1: "one a an", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine",
        10: "ten", 11: "eleven", 12: "twelve", 13: "thirteen", 14: "fourteen", 15: "fifteen", 16: "sixteen",
        17: "seventeen", 18: "eighteen", 19: "nineteen", 20: "twenty", 30: "thirty", 40: "forty", 50: "fifty",
        60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety", 100: "hundred",
    }.items()
    for word in words.split()
}  # fmt: skip
PARTS = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "overnight": "NI", "dawn": "MO", "midday": "MI",
    "noon": "MI", "lunchtime": "MI", "daybreak": "MO", "sunrise": "MO", "dusk": "EV", "sunset": "EV", "nightfall": "NI",
}  # fmt: skip
# Where a day turns: the part of it by which the turn is told.
DAWNS = ("dawn", "daybreak", "sunrise")
TURNS = (*DAWNS, "dusk", "sunset", "nightfall")
# Decades by name, of the twentieth century: the sixties.
DECADES = {
    "twenties": 192, "thirties": 193, "forties": 194, "fifties": 195, "sixties": 196, "seventies": 197,
    "eighties": 198, "nineties": 199,
}  # fmt: skip
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
# Centuries by name.
ORDINALS = {
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
    "twenty-first": 21,
}  # fmt: skip
# Days of the month, and hours, by name.
NTH = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
HOURS = {word: number for word, number in NUMBERS.items() if 1 <= number <= 12 and word not in ("a", "an")}
# Month and day of feasts whose day is the same each year.
HOLIDAYS = {
    "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26),
    "new year's day": (1, 1), "new year's eve": (12, 31), "valentine's day": (2, 14), "halloween": (10, 31),
    "may day": (5, 1), "independence day": (7, 4), "fourth of july": (7, 4), "veterans day": (11, 11),
    "bastille day": (7, 14),
}  # fmt: skip
# Feasts whose day moves.
MOVED = ("thanksgiving", "memorial day", "labor day", "easter", "easter sunday", "easter monday", "good friday")
FUZZY = {
    "recently": "PAST_REF", "recent": "PAST_REF",
    "lately": "PAST_REF",
    "recent days": "PAST_REF", "recent weeks": "PAST_REF", "recent months": "PAST_REF",
    "recent years": "PAST_REF", "the past": "PAST_REF", "now": "PRESENT_REF", "right now": "PRESENT_REF",
    "currently": "PRESENT_REF", "at present": "PRESENT_REF", "presently": "PRESENT_REF", "nowadays": "PRESENT_REF",
    "these days": "PRESENT_REF", "the moment": "PRESENT_REF", "this time": "PRESENT_REF",
    "that time": "PAST_REF", "the time": "PAST_REF", "the time being": "PRESENT_REF",
    "soon": "FUTURE_REF", "shortly": "FUTURE_REF", "the future": "FUTURE_REF", "the near future": "FUTURE_REF",
    "the coming days": "FUTURE_REF", "the coming weeks": "FUTURE_REF", "the coming months": "FUTURE_REF",
    "the coming years": "FUTURE_REF", "coming days": "FUTURE_REF", "coming weeks": "FUTURE_REF",
    "coming months": "FUTURE_REF", "coming years": "FUTURE_REF", "the other day": "PAST_REF", "long ago": "PAST_REF",
    "not long ago": "PAST_REF", "a long time ago": "PAST_REF", "some time ago": "PAST_REF", "a while ago": "PAST_REF",
    **{f"{unit} {ahead}": "FUTURE_REF" for unit in ("days", "weeks", "months", "years", "decades")
       for ahead in ("ahead", "to come")},
    "those days": "PAST_REF", "the foreseeable future": "FUTURE_REF", "the immediate future": "FUTURE_REF",
    "the distant future": "FUTURE_REF", "the not-too-distant future": "FUTURE_REF",
    "the recent past": "PAST_REF", "the distant past": "PAST_REF",
}  # fmt: skip
MODIFIERS = {
    "more than": "MORE_THAN", "over": "MORE_THAN", "well over": "MORE_THAN", "less than": "LESS_THAN",
    "under": "LESS_THAN", "fewer than": "LESS_THAN", "nearly": "LESS_THAN", "almost": "LESS_THAN",
    "about": "APPROX", "around": "APPROX", "approximately": "APPROX", "roughly": "APPROX", "some": "APPROX",
    "no more than": "EQUAL_OR_LESS", "not more than": "EQUAL_OR_LESS", "as long as": "EQUAL_OR_LESS",
    "as much as": "EQUAL_OR_LESS", "as many as": "EQUAL_OR_LESS", "as little as": "EQUAL_OR_MORE",
    "at least": "EQUAL_OR_MORE", "no less than": "EQUAL_OR_MORE", "up to": "EQUAL_OR_LESS", "at most": "EQUAL_OR_LESS",
    "early": "START", "the beginning of": "START", "the start of": "START", "mid": "MID", "mid-": "MID",
    "the middle of": "MID", "late": "END", "earlier": "START", "later": "END",
    "the end of": "END", "the full": None,
}  # fmt: skip
SETS = {
    "daily": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P3M", "yearly": "P1Y", "annually": "P1Y",
    "annual": "P1Y", "hourly": "PT1H", "nightly": "P1D",
}  # fmt: skip
