"""Demands: who wants what of whom."""

from extract.find.demands.finder import make_demands

__all__ = ["make_demands"]
