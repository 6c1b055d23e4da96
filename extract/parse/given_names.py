"""What given names tell of gender.

`given_names.tsv`, beside this file, is made by `tools/given_names.py` from the name lists of Faker (MIT licence), which
itself would cost 1.5 s and 70 MB to load; the file takes 10 ms and 3 MB.
"""

from functools import lru_cache
from importlib.resources import files

APART = str.maketrans({"’": "'"})


def gender(name: str) -> str | None:
    """The gender ("m", "f") that nearly all locales give to a name, or None.

    >>> gender("Ana"), gender("Juan"), gender("Kim")
    ('f', 'm', None)
    """
    return _genders().get(name.translate(APART))


@lru_cache(maxsize=1)
def _genders() -> dict[str, str]:
    lines = files(__package__).joinpath("given_names.tsv").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines if not line.startswith("#"))
