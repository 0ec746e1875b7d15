"""Codes that other formats use for countries, sectors and events; tables and rules only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from typing import NamedTuple

from dragoman.errors import ResourceError
from dragoman.records import Actor

SECTOR_NAMES = {
    "AGR": "Agriculture", "BUS": "Business", "COP": "Police", "CRM": "Criminals / Gangs", "CVL": "General Population / Civilian / Social",
    "EDU": "Education", "ELI": "Elite", "GOV": "Government", "JRN": "News", "JUD": "Judicial", "LAB": "Labor", "LEG": "Legislative / Parliamentary",
    "MED": "Medical / Health", "MIL": "Military", "OPP": "Opposition", "PRM": "Paramilitary", "PTY": "Parties", "REB": "Rebel",
    "REF": "Refugees / Displaced", "REL": "Religious", "SOC": "Social", "SPY": "Intelligence", "UAF": "Unidentified Forces", "UNK": "Unidentified Actor",
    "PRE": "Dissident", "IGO": "International Government Organization", "NGO": "Nongovernmental Organization", "MNC": "Multinational Corporation",
}  # fmt: skip
"""ICEWS writes sectors out; these are names, close to its own, for PLOVER's codes."""

CAMEO_ROOTS = {
    "01": "Make statement", "02": "Appeal", "03": "Express intent to cooperate", "04": "Consult", "05": "Engage in diplomatic cooperation",
    "06": "Engage in material cooperation", "07": "Provide aid", "08": "Yield", "09": "Investigate", "10": "Demand", "11": "Disapprove", "12": "Reject",
    "13": "Threaten", "14": "Protest", "15": "Exhibit military posture", "16": "Reduce relations", "17": "Coerce", "18": "Assault", "19": "Fight",
    "20": "Use unconventional mass violence",
}  # fmt: skip


class Country(NamedTuple):
    """A row of ``countries.tsv``; a code that a country does not have is empty."""

    iso3: str
    iso2: str
    fips: str
    cow: str
    name: str


@dataclass(frozen=True)
class Countries:
    """Codes of countries, looked up either way."""

    rows: tuple[Country, ...]

    @classmethod
    def load(cls) -> Countries:
        """Read the table.

        Raises:
            ResourceError: It is broken.
        """
        lines = (files("dragoman.exchange") / "data" / "countries.tsv").read_text(encoding="utf8").splitlines()
        rows = [line.split("\t") for line in lines if not line.startswith("#")]
        wrong = next((r for r in rows if len(r) != len(Country._fields)), None)
        if wrong or tuple(rows[0]) != Country._fields:
            raise ResourceError(f"countries.tsv: {wrong or rows[0]}: columns are {', '.join(Country._fields)}")
        return cls(tuple(map(Country._make, rows[1:])))

    @cached_property
    def by_iso3(self) -> Mapping[str, Country]:
        return {r.iso3: r for r in self.rows}

    @cached_property
    def by_fips(self) -> Mapping[str, Country]:
        return {r.fips: r for r in self.rows if r.fips}

    @cached_property
    def by_name(self) -> Mapping[str, Country]:
        return {r.name.casefold(): r for r in self.rows}

    def fips(self, iso3: str | None) -> str:
        row = self.by_iso3.get(iso3 or "")
        return row.fips if row else ""

    def cow(self, iso3: str | None) -> str:
        row = self.by_iso3.get(iso3 or "")
        return row.cow if row else ""

    def name(self, iso3: str | None) -> str:
        row = self.by_iso3.get(iso3 or "")
        return row.name if row else ""


def country_of(actor: Actor) -> str | None:
    """The country by PLOVER's rule: an unrecognized state is a part of the one that claims it."""
    return actor.claimed_by or actor.country


def sectors_of(actor: Actor) -> tuple[str, ...]:
    """The sectors by PLOVER's rule: PRE marks who governs a territory that another state claims."""
    return ("PRE", *actor.sectors) if actor.claimed_by else actor.sectors


def code_of(actor: Actor) -> str:
    """The chunks of three letters that CAMEO-like formats join: country or group, then sectors, primary first."""
    first = country_of(actor) or actor.group or ""
    return first + "".join(s for s in sectors_of(actor)[:2] if s != first)


def cameo_quad(code: str) -> int | None:
    """GDELT's class of a CAMEO code: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict."""
    root = _root(code)
    return None if root is None else 1 if root <= 5 else 2 if root <= 8 else 3 if root <= 13 else 4


def phoenix_quad(code: str) -> int | None:
    """Phoenix's class: 0 for statements and appeals; 16 counts as verbal conflict."""
    root = _root(code)
    if root is None:
        return None
    return 0 if root <= 2 else 1 if root <= 5 else 2 if root <= 8 else 3 if root <= 13 or root == 16 else 4


def _root(code: str) -> int | None:
    return int(code[:2]) if code[:2].isdigit() and 1 <= int(code[:2]) <= 20 else None
