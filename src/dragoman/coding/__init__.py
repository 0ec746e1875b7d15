"""Coding: from trees and mentions to events, statements, positions and roles."""

from dragoman.coding._arbiter import Weights
from dragoman.coding._when import Clock
from dragoman.coding.events import code_events
from dragoman.coding.places import place_events
from dragoman.coding.positions import StanceLexicon, find_disagreements, take_positions
from dragoman.coding.propositions import Proposition, Reader, read_propositions
from dragoman.coding.roles import find_roles
from dragoman.coding.statements import CueLexicon, find_statements

__all__ = [
    "Clock", "CueLexicon", "Proposition", "Reader", "StanceLexicon", "Weights", "code_events", "find_disagreements", "find_roles",
    "find_statements", "place_events", "read_propositions", "take_positions",
]  # fmt: skip
