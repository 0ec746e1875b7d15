"""The actor tables: that they load, say what is known, and that their checks catch what they are for."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dragoman.errors import ResourceError
from dragoman.world import checks
from dragoman.world.actors import ActorTable

TABLES = Path(__file__).parents[2] / "data" / "world"
GOOD = TABLES / "good"


@pytest.fixture(scope="module")
def table() -> ActorTable:
    return ActorTable.load()


@pytest.mark.parametrize(
    ("name", "actor", "kind"),
    [
        ("France", "FRA", "name"), ("French", "FRA", "adjective"), ("Frenchmen", "FRA", "demonym"), ("Paris", "FRA-GOV", "capital"),
        ("Elysee", "FRA-GOV", "metonym"), ("Quai d'Orsay", "FRA-MFA", "metonym"), ("U.S.", "USA", "abbreviation"),
        ("White House", "USA-GOV", "metonym"), ("Pentagon", "USA-MOD", "metonym"), ("State Department", "USA-MFA", "name"),
        ("Bundestag", "DEU-NAS", "name"), ("Knesset", "ISR-LEG", "name"), ("Verkhovna Rada", "UKR-LEG", "name"),
        ("IDF", "ISR-MIL", "abbreviation"),
        ("Turkish parliament", "TUR-LEG", "name"), ("Kenyan police", "KEN-COP", "name"),
        ("Ministry of Defence of Ghana", "GHA-MOD", "name"),
        ("Karabakh", "NKR", "name"), ("Artsakh", "NKR", "name"), ("Transdniestria", "PMR", "name"), ("Soviet", "SUN", "adjective"),
        ("Security Council", "UN-SC", "name"), ("Minsk Group", "OSCE-MG", "name"), ("Brussels", "EU", "metonym"), ("Daesh", "IS", "name"),
        ("al-Shabaab", "SHABAB", "name"), ("Al-Shabab", "SHABAB", "name"), ("Hizbollah", "HEZBOLLAH", "name"),
        ("Uighur", "UYGHURS", "adjective"),
        ("Bharatiya Janata Party", "IND-BJP", "name"), ("Somali state news agency", "SONNA", "name"), ("Zurich", "", ""),
    ],
)  # fmt: skip
def test_what_a_name_means(table: ActorTable, name: str, actor: str, kind: str) -> None:
    found = [(row.actor, row.kind) for row in table.by_name.get(name, ())]
    assert (actor, kind) in found if actor else not found


def test_case_is_kept_and_can_be_folded(table: ActorTable) -> None:
    assert "us" not in table.by_name
    assert "USA" in {row.actor for row in table.by_folded_name["us"]}


@pytest.mark.parametrize(
    ("actor", "country", "claimed_by", "group", "sectors"),
    [
        ("FRA", "FRA", "", "", ()), ("FRA-GOV", "FRA", "", "", ("GOV",)), ("FRA-SEN", "FRA", "", "", ("LEG",)),
        ("NKR", "NKR", "AZE", "", ()), ("TWN", "TWN", "CHN", "", ()), ("SOL", "SOL", "SOM", "", ()), ("UN", "", "", "UNO", ()),
        ("EU-COM", "", "", "EUR", ("GOV",)), ("ICRC", "", "", "NGO", ("SOC", "MED")), ("TALIBAN", "AFG", "", "", ("REB", "GOV")),
        ("NKR-GOV", "NKR", "AZE", "", ("GOV",)), ("POLISARIO", "ESH", "MAR", "", ("REB",)),
    ],
)  # fmt: skip
def test_what_an_actor_is(table: ActorTable, actor: str, country: str, claimed_by: str, group: str, sectors: tuple[str, ...]) -> None:
    row = table.by_id[actor]
    assert (row.country, row.claimed_by, row.group, row.sectors) == (country, claimed_by, group, sectors)


@pytest.mark.parametrize(
    ("organization", "date", "member", "expected"),
    [
        ("EU", "2019-06-01", "GBR", True), ("EU", "2021-06-01", "GBR", False), ("NATO", "2022-06-01", "FIN", False),
        ("NATO", "2024-06-01", "FIN", True), ("OSCE-MG-CC", "2020-11-27", "FRA", True), ("ARAB-LEAGUE", "2015-01-01", "SYR", False),
        ("UN-P5", "2024-01-01", "RUS", True), ("ECOWAS", "2025-03-01", "MLI", False),
    ],
)  # fmt: skip
def test_members_by_date(table: ActorTable, organization: str, date: str, member: str, expected: bool) -> None:
    assert (member in table.members_at(organization, date)) is expected


@pytest.mark.parametrize(
    ("lemma", "sector", "kind"),
    [("riot police", "COP", "organization"), ("gunman", "UAF", "person"), ("senator", "LEG", "person"), ("striker", "LAB", "person"),
     ("farmer", "AGR", "person"), ("cartel", "CRM", "organization"), ("former president", "ELI", "person"), ("refugee", "REF", "person")],
)  # fmt: skip
def test_generic_nouns(table: ActorTable, lemma: str, sector: str, kind: str) -> None:
    assert (table.generics[lemma].sectors[0], table.generics[lemma].type) == (sector, kind)


def test_parents_lead_to_the_state(table: ActorTable) -> None:
    assert list(table.states_of("IRN-QUDS")) == ["IRN-QUDS", "IRN-IRGC", "IRN"]


def test_names_of_an_actor(table: ActorTable) -> None:
    assert {row.name for row in table.names_of("NLD")} >= {"Netherlands", "Holland", "Dutch", "Dutchman"}


def test_shipped_tables_pass_all_checks() -> None:
    assert checks.run() == []


def test_good_small_tables_pass_all_checks() -> None:
    assert checks.run(GOOD) == []


@pytest.mark.parametrize("code", ["D100", *checks.CHECKS])
def test_each_check_catches_its_fault(code: str, tmp_path: Path) -> None:
    shutil.copytree(GOOD, tmp_path, dirs_exist_ok=True)
    shutil.copytree(TABLES / code, tmp_path, dirs_exist_ok=True)
    assert {found for found, _ in checks.run(tmp_path)} == {code}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "cannot be read"), (b"\xff\xfe", "cannot be read"), (b"", "columns"), (b"# title: x\nname\tactor\n", "columns"),
        (b"name\tactor\tkind\nAland\tAAA\n", ":2: 2 columns, expected 3"),
    ],
)  # fmt: skip
def test_broken_table_says_where(content: bytes | None, message: str, tmp_path: Path) -> None:
    shutil.copytree(GOOD, tmp_path, dirs_exist_ok=True)
    (tmp_path / "names.tsv").unlink()
    if content is not None:
        (tmp_path / "names.tsv").write_bytes(content)
    with pytest.raises(ResourceError, match="names.tsv.*" + message):
        ActorTable.load(tmp_path)
