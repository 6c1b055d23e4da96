"""Remakes `extract/parse/given_names.tsv` from the name lists of Faker (MIT licence): run where Faker is installed.

A name is kept with the gender under which at least three in four locales that have it list it; others tell nothing.
"""

import pkgutil
import re
from collections import Counter
from importlib import import_module
from pathlib import Path

from faker.providers import person

OUT = Path(__file__).parents[1] / "extract" / "parse" / "given_names.tsv"
HEADER = "# Given names in Latin script with the gender that they tell, from the locales of Faker (MIT licence).\n"
LATIN = re.compile(r"[A-ZÀ-Ž][A-Za-zÀ-ž'’-]+")
CLEAR = 0.75
MIXED = ("en_KE", "m")  # holds most surnames, and with them names of women: "Wanjiru", "Wambui"
ENGLISH = 2  # the weight of an English-speaking locale, whose bearers are most in the news in English


def main() -> None:
    """Writes the file."""
    counts: dict[str, Counter[str]] = {"m": Counter(), "f": Counter()}
    for module in pkgutil.iter_modules(person.__path__):
        provider = import_module(f"{person.__name__}.{module.name}").Provider
        for gender, attribute in (("m", "first_names_male"), ("f", "first_names_female")):
            surnames = set(getattr(provider, "last_names", ())) if (module.name, gender) == MIXED else set()
            names = {name for name in getattr(provider, attribute, ()) if LATIN.fullmatch(name)} - surnames
            counts[gender].update(dict.fromkeys(names, ENGLISH if module.name.startswith("en") else 1))
        for gender, attribute in (("m", "first_name_male_pairs"), ("f", "first_name_female_pairs")):
            counts[gender].update({romanized.title() for _, _, romanized in getattr(provider, attribute, ())})
    lines = [f"{name}\t{gender}\n" for name in sorted(counts["m"] | counts["f"]) if (gender := told(name, counts))]
    OUT.write_text(HEADER + "".join(lines), encoding="utf-8")


def told(name: str, counts: dict[str, Counter[str]]) -> str | None:
    """The gender that a name tells, or None."""
    men, women = counts["m"][name], counts["f"][name]
    share = men / (men + women)
    if share >= CLEAR:
        return "m"
    return "f" if share <= 1 - CLEAR else None


if __name__ == "__main__":
    main()
