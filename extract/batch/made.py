"""By what facts are made: everything that may change them between two runs, for the journal to compare."""

import json
from hashlib import blake2b
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from extract import __version__
from extract.batch.outcome import Work
from extract.config import BUILT_IN_MODEL
from extract.parse.rulebook import folder, require_folder
from extract.records import SCHEMA_VERSION


def made_by(work: Work) -> dict[str, Any]:
    """Version, schema, model, rules and options of a run."""
    return {
        "version": __version__,
        "schema": SCHEMA_VERSION,
        "spacy": version("spacy"),
        "model": model_version(work.model),
        "rules": rules_digest(work.rules),
        "types": sorted(work.types) if work.types is not None else None,
        "any_language": work.any_language,
        "published": work.published.isoformat() if work.published else None,
    }


def versions(model: str | None) -> str:
    """Ours, spaCy's and the model's, in one line."""
    return f"newsfacts {__version__}, spaCy {version('spacy')}, model {model_version(model)}"


def model_version(model: str | None) -> str:
    """Name and version of a model, read from its metadata without loading it.

    >>> model_version(None)
    'en_core_web_md 3.7.1'
    """
    for file in _metadata(model):
        meta = json.loads(file.read_text(encoding="utf-8"))
        return f"{meta['lang']}_{meta['name']} {meta['version']}"
    return f"{model} (not installed)"


def _metadata(model: str | None) -> list[Path]:
    """The meta.json of a model: of a folder, or of an installed package."""
    if model is not None and Path(model).is_dir():
        return sorted(Path(model).glob("meta.json"))
    spec = find_spec(model or BUILT_IN_MODEL)
    places = spec.submodule_search_locations if spec is not None else None
    return [file for place in places or [] for file in sorted(Path(place).glob("*/meta.json"))]


def rules_digest(extra: str | None) -> str:
    """A digest of all rule files, the built-in ones and the user's.

    Raises:
        RuleError: the user's folder is missing.
    """
    if extra is not None:
        require_folder(extra)
    hashed = blake2b(digest_size=16)
    for place in [folder(), *([Path(extra)] if extra else [])]:
        for file in sorted(place.iterdir(), key=lambda file: file.name):
            if file.name.endswith(".toml"):
                hashed.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return hashed.hexdigest()
