"""Compare the heads of states and governments of the table with Archigos and REIGN.

    python training/world/compare_leaders.py --shared FOLDER [--show]

Archigos 4.1 (Goemans, Gleditsch & Chiozza 2009) and REIGN (Bell 2016) name the one effective leader of a state on each day. For the first of
January and of July of each year from 1990 it is asked whether that person is, by sound, among those whom the table has in a leading office then.

    agrees    the table names the same person
    differs   the table names others only
    lacks     the table names nobody for the day
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from dragoman.world import World
from dragoman.world._world import in_term
from dragoman.world.leaders import fold, sound

LEADING = frozenset({"head_of_state", "head_of_government", "party_leader", "paramount_leader", "supreme_leader", "leader", "presidency_member", "military_leader", "council_chairman", "administrator", "ruler"})
CODES = {
    "GFR": "DEU", "GMY": "DEU", "UKG": "GBR", "FRN": "FRA", "SPN": "ESP", "POR": "PRT", "SWZ": "CHE", "AUS": "AUT", "AUL": "AUS", "BUL": "BGR", "RUM": "ROU",
    "CRO": "HRV", "SLO": "SVK", "SLV": "SVN", "BOS": "BIH", "MAC": "MKD", "YUG": "SRB YUG SCG", "SER": "SRB", "KOS": "KOS", "MNG": "MNE", "LAT": "LVA", "LIT": "LTU",
    "GRG": "GEO", "MLD": "MDA", "KYR": "KGZ", "KZK": "KAZ", "TAJ": "TJK", "TKM": "TKM", "UZB": "UZB", "DEN": "DNK", "SWD": "SWE", "NTH": "NLD", "IRE": "IRL",
    "CZR": "CZE", "HUN": "HUN", "ALG": "DZA", "MOR": "MAR", "LIB": "LBY", "SUD": "SDN", "SSD": "SSD", "IRN": "IRN", "LEB": "LBN", "KUW": "KWT", "BAH": "BHR",
    "SAU": "SAU", "UAE": "ARE", "OMA": "OMN", "YEM": "YEM", "ROK": "KOR", "PRK": "PRK", "TAW": "TWN", "MON": "MNG", "JPN": "JPN", "BNG": "BGD", "SRI": "LKA",
    "NEP": "NPL", "BHU": "BTN", "MYA": "MMR", "THI": "THA", "CAM": "KHM", "DRV": "VNM", "MAL": "MYS", "SIN": "SGP", "PHI": "PHL", "INS": "IDN", "ETM": "TLS",
    "PNG": "PNG", "NEW": "NZL", "HAI": "HTI", "DOM": "DOM", "JAM": "JAM", "TRI": "TTO", "GUA": "GTM", "HON": "HND", "SAL": "SLV", "NIC": "NIC", "COS": "CRI",
    "PAR": "PRY", "URU": "URY", "CHL": "CHL", "ARG": "ARG", "BRA": "BRA", "BOL": "BOL", "PER": "PER", "ECU": "ECU", "COL": "COL", "VEN": "VEN", "GUY": "GUY",
    "SUR": "SUR", "MLI": "MLI", "SEN": "SEN", "BEN": "BEN", "MAA": "MRT", "NIR": "NER", "CDI": "CIV", "GUI": "GIN", "BFO": "BFA", "LBR": "LBR", "SIE": "SLE",
    "GHA": "GHA", "TOG": "TGO", "CAO": "CMR", "NIG": "NGA", "GAB": "GAB", "CEN": "CAF", "CHA": "TCD", "CON": "COG", "DRC": "COD", "UGA": "UGA", "KEN": "KEN",
    "TAZ": "TZA", "BUI": "BDI", "RWA": "RWA", "SOM": "SOM", "DJI": "DJI", "ETH": "ETH", "ERI": "ERI", "ANG": "AGO", "MZM": "MOZ", "ZAM": "ZMB", "ZIM": "ZWE",
    "MAW": "MWI", "SAF": "ZAF", "NAM": "NAM", "LES": "LSO", "BOT": "BWA", "SWA": "SWZ", "MAG": "MDG", "COM": "COM", "MAS": "MUS", "GAM": "GMB", "EQG": "GNQ",
    "GNB": "GNB", "CAP": "CPV", "MAD": "MDV", "FJI": "FJI", "SOL": "SLB", "BHM": "BHS", "BAR": "BRB", "BLZ": "BLZ", "EST": "EST", "ARM": "ARM", "AZE": "AZE",
    "BLR": "BLR", "UKR": "UKR", "LUX": "LUX", "ICE": "ISL", "MLT": "MLT", "CYP": "CYP", "AFG": "AFG", "TUN": "TUN", "QAT": "QAT", "LAO": "LAO", "CUB": "CUB",
    "CAN": "CAN", "MEX": "MEX", "PAN": "PAN", "USA": "USA", "RUS": "RUS SUN", "POL": "POL", "ITA": "ITA", "GRC": "GRC", "TUR": "TUR", "ISR": "ISR", "JOR": "JOR",
    "SYR": "SYR", "IRQ": "IRQ", "EGY": "EGY", "PAK": "PAK", "IND": "IND", "CHN": "CHN", "FIN": "FIN", "NOR": "NOR", "BEL": "BEL", "ALB": "ALB",
}  # fmt: skip
"""The letters of the Correlates of War → ISO 3166-1, for the states with 500,000 people or more that both have."""
Day = tuple[str, str, str]
"""State, leader, ISO day."""


def archigos(path: Path) -> Iterator[Day]:
    """Leaders by day."""
    with path.open(encoding="utf8") as file:
        for row in csv.DictReader(file):
            for day in days(row["startdate"], row["enddate"]):
                yield CODES.get(row["idacr"], ""), row["leader"], day


def reign(path: Path) -> Iterator[Day]:
    """Leaders by day; REIGN's terms end with a month."""
    with path.open(encoding="utf8", errors="replace") as file:
        for row in csv.DictReader(file):
            try:
                start = dt.date(int(row["syear"]), int(row["smonth"]), max(1, int(row["sdate"])))
                end = dt.date(int(row["eyear"]), int(row["emonth"]), 1)
            except ValueError:
                continue
            for day in days(start.isoformat(), end.isoformat()):
                yield CODES.get(row["stateabb"], ""), row["leader"], day


def days(start: str, end: str) -> Iterator[str]:
    """First of January and of July inside a term, from 1990."""
    for year in range(max(1990, int(start[:4])), min(2021, int(end[:4])) + 1):
        for day in (f"{year}-01-01", f"{year}-07-01"):
            if start < day < end:
                yield day


def same(leader: str, names: tuple[str, ...]) -> bool:
    """Whether a leader as the sources write him ('Hussein Ibn Talal El-Hashim') is one of the table's names: a word of four letters in common, by sound."""
    asked = {sound(w) for w in fold(leader).split() if len(w) > 2}
    return any(asked & {sound(w) for w in fold(n).split() if len(w) > 2} for n in names)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True, help="folder with data/world")
    parser.add_argument("--show", action="store_true", help="print what differs or is lacking, one line a leader")
    args = parser.parse_args()
    world = World.load()
    folder = args.shared / "data" / "world"
    print("| source | leader-days | agrees | differs | lacks |\n|---|---|---|---|---|")
    for name, found in (("Archigos", archigos(folder / "archigos_4.1_1980-2015.csv")), ("REIGN", reign(folder / "reign_leaders_2021-03.csv"))):
        counts: Counter[str] = Counter()
        wrong: dict[tuple[str, str, str], list[str]] = {}
        for state, leader, day in found:
            rows = [r for r in world.leaders.rows if r.actor in state.split() and r.office in LEADING and in_term(r, day, 0)] if state else []
            if not state:
                continue
            what = "lacks" if not rows else "agrees" if same(leader, tuple(n for r in rows for n in (r.person, *r.names))) else "differs"
            counts[what] += 1
            if what != "agrees":
                wrong.setdefault((state, leader, f"{what}: {', '.join(sorted({r.person for r in rows}))}"), []).append(day)
        total = sum(counts.values())
        print(f"| {name} | {total} | {counts['agrees'] / total:.3f} | {counts['differs'] / total:.3f} | {counts['lacks'] / total:.3f} |")
        for (state, leader, why), on in wrong.items() if args.show else ():
            print(f"{state} {leader} {on[0]}..{on[-1]} {why}")


if __name__ == "__main__":
    main()
