"""Another language is told from English, and English from it, by a text's function words."""

from __future__ import annotations

import pytest

from dragoman.reading._language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Botschafterin wurde am Montag einbestellt, weil das Land mit der Entscheidung nicht einverstanden ist.", "de"),
        ("Le parlement a rejeté mardi une loi sur les prisons que le gouvernement avait présentée dans l'urgence.", "fr"),
        ("El ejército se retiró de la ciudad después de que los rebeldes firmaran un acuerdo con el gobierno.", "es"),
        ("O presidente disse que não vai assinar o acordo, mas que as negociações com os vizinhos continuam em junho.", "pt"),
        ("La ministra ha detto che il governo non firmerà l'accordo e che le truppe sono già nella capitale.", "it"),
        ("Menteri mengatakan bahwa pasukan itu tidak akan ditarik dari perbatasan dan perundingan akan dilanjutkan.", "id"),
        ("Президент заявил, что войска останутся на границе.", None),
        ("أعلنت الحكومة أن القوات ستبقى على الحدود", None),
        ("外交部长表示军队不会撤离边境。", None),
        ("Puhemies sanoi, ettei sopimusta allekirjoiteta tänään, ja kertoi neuvottelujen jatkuvan huomenna Helsingissä. " * 4, None),
    ],
)
def test_others(text: str, language: str | None) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Chad accused Niger.",
        "Peru recalls envoy; Quito protests; OAS urges calm",
        "Attendees: Jean Dupont, Maria da Silva, Ibrahim al-Masri, Li Wei, Olga Petrova, Nguyen Van An, Hans de Vries, Juan de la Cruz",
        "The spokesman quoted the motto, 'la patrie est en danger', and said that the army would not leave the town.",
        "On Monday the court in The Hague said that it would hear the case against the former president in June.",
        "12 345 678 90 12 34 56 78 90",
        "date 2024-03-14 Talks resumed in Geneva, and both sides said that they were hopeful.",
    ],
)
def test_english_and_what_is_too_little_to_say(text: str) -> None:
    assert language_of(text) == "en"
