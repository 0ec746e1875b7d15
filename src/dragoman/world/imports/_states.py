"""Whose office it is: states by the letters of the Correlates of War, by ISO codes, Wikidata ids and names, organizations by name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from dragoman.world.actors import ActorTable

LETTERS = {
    "AAB": "ATG", "ALG": "DZA", "ANG": "AGO", "AUL": "AUS", "AUS": "AUT", "BAH": "BHR", "BAR": "BRB", "BFO": "BFA", "BHM": "BHS", "BHU": "BTN",
    "BNG": "BGD", "BOS": "BIH", "BOT": "BWA", "BRU": "BRN", "BUI": "BDI", "BUL": "BGR", "CAM": "KHM", "CAO": "CMR", "CAP": "CPV", "CDI": "CIV",
    "CEN": "CAF", "CHA": "TCD", "CON": "COG", "COS": "CRI", "CRO": "HRV", "CZE": "CSK", "CZR": "CZE", "DEN": "DNK", "DRC": "COD", "DRV": "VNM VND",
    "EQG": "GNQ", "ETM": "TLS", "FIJ": "FJI", "FRN": "FRA", "GAM": "GMB", "GDR": "DDR", "GFR": "DEU", "GMY": "DEU", "GRG": "GEO", "GRN": "GRD",
    "GUA": "GTM", "GUI": "GIN", "HAI": "HTI", "HON": "HND", "ICE": "ISL", "INS": "IDN", "IRE": "IRL", "KUW": "KWT", "KYR": "KGZ", "KZK": "KAZ",
    "LAT": "LVA", "LEB": "LBN", "LES": "LSO", "LIB": "LBY", "LIT": "LTU", "MAA": "MRT", "MAC": "MKD", "MAD": "MDV", "MAG": "MDG", "MAL": "MYS",
    "MAS": "MUS", "MAW": "MWI", "MLD": "MDA", "MNC": "MCO", "MNG": "MNE", "MON": "MNG", "MOR": "MAR", "MSI": "MHL", "MYA": "MMR", "MZM": "MOZ",
    "NAU": "NRU", "NEP": "NPL", "NEW": "NZL", "NIG": "NGA", "NIR": "NER", "NTH": "NLD", "OMA": "OMN", "PAL": "PLW", "PAR": "PRY", "PHI": "PHL",
    "POR": "PRT", "ROK": "KOR", "ROM": "ROU", "RUM": "ROU", "RUS": "RUS SUN", "RVN": "VDR", "SAF": "ZAF", "SAL": "SLV", "SER": "SRB", "SEY": "SYC",
    "SIE": "SLE", "SIN": "SGP", "SKN": "KNA", "SLO": "SVK", "SLU": "LCA", "SLV": "SVN", "SNM": "SMR", "SOL": "SLB", "SPN": "ESP", "SRI": "LKA",
    "SUD": "SDN", "SVG": "VCT", "SWA": "SWZ", "SWD": "SWE", "SWZ": "CHE", "TAJ": "TJK", "TAW": "TWN", "TAZ": "TZA", "THI": "THA", "TOG": "TGO", "TRI": "TTO",
    "UAE": "ARE", "UKG": "GBR", "URU": "URY", "VAN": "VUT", "YEM": "YEM YAR", "YPR": "YMD", "YUG": "SRB SCG YUG", "ZAM": "ZMB", "ZIM": "ZWE",
}  # fmt: skip
"""State letters of the Correlates of War, as REIGN and Archigos write them, where they are not ISO 3166-1's; a state and those before it,
latest first. Letters that both lists share (``USA``, ``IRN``) stand for themselves."""


class States:
    """States and organizations of the table by all that lists call them."""

    def __init__(self, table: ActorTable, alpha2: Mapping[str, str]) -> None:
        """Take the table of actors, and ISO 3166-1 alpha-2 codes → alpha-3."""
        self.table = table
        self._alpha2 = alpha2

    def by_letters(self, letters: str) -> tuple[str, ...]:
        """The states of a code of the Correlates of War, latest first; () where there is none."""
        return tuple(i for i in LETTERS.get(letters, letters).split() if self.is_state(i))

    def at(self, states: tuple[str, ...], day: str) -> tuple[str, ...]:
        """The same with the state in front that there was on a day: the Soviet Union before Russia."""
        alive = [i for i in states if self.table.by_id[i].start <= day and (not self.table.by_id[i].end or day <= self.table.by_id[i].end)]
        former = [i for i in alive if self.table.by_id[i].end]
        first = former[:1] or alive[:1]
        return (*first, *(i for i in states if i not in first))

    def is_state(self, actor: str) -> bool:
        """Whether this is the id of a state of the table."""
        row = self.table.by_id.get(actor)
        return row is not None and row.kind == "state"

    def find(self, text: str) -> str | None:
        """The state of an ISO code (two or three letters), a Wikidata id or address, or a name; None where the table has none."""
        entity = text.rsplit("/", 1)[-1]
        for code in (text, self._alpha2.get(text, ""), self._wikidata.get(entity, "")):
            if self.is_state(code):
                return code
        return self._named(text, ("state",))

    def organization(self, name: str, wikidata: str = "") -> str | None:
        """The organ, organization, party or group of exactly this name or Wikidata id; None where it is none or several."""
        return self._wikidata.get(wikidata) or self._named(name, None)

    def _named(self, name: str, kinds: tuple[str, ...] | None) -> str | None:
        rows = self.table.by_name.get(" ".join(name.split()).removeprefix("the "), ())
        ids = {r.actor for r in rows if r.kind in ("name", "abbreviation") and r.actor in self.table.by_id}
        ids = {i for i in ids if kinds is None or self.table.by_id[i].kind in kinds}
        return ids.pop() if len(ids) == 1 else None

    @cached_property
    def _wikidata(self) -> Mapping[str, str]:
        return {row.wikidata: row.id for row in self.table.by_id.values() if row.wikidata}
