"""The names of the systems, apart from the systems themselves: the process that compares them loads none."""

BARE = "bare model"
OURS = "newsfacts"
NAMES = (BARE, OURS, "textacy quotations", "spaCy entities + dateparser", "timexy", "dateparser search_dates")
