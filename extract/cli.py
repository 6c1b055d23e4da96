"""Stub."""


def main() -> None:
    """Stub."""
