"""Which of our offices a title means: 'Prime Minister of Kenya' is the head of government of Kenya, 'President of the Senate' a speaker."""

from __future__ import annotations

import re
from collections.abc import Callable

_OF = r"(?: of (?:the )?(?P<of>.+))?\Z"
_CHAMBER = r"(?:parliament|senate|congress|chamber|house|national assembly|assembly|legislature|knesset|seimas|riksdag|storting|bundestag|sejm|duma|rada)"
_FIXED: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), office)
    for pattern, office in (
        (rf"(?:speaker|(?:president|chair(?:man|woman|person)?) of (?:the )?(?:\w+ )?{_CHAMBER}\b).*", "speaker"),
        (r"(?:president|chair(?:man|woman|person)?) of the (?:government|council of ministers|cabinet)(?: of .+)?", "head_of_government"),
        (r"(?:minister (?:of|for) (?:foreign|external) (?:affairs|relations)|foreign (?:minister|secretary))(?: of .+)?", "foreign_minister"),
        (r"(?:united states )?secretary of state(?: of the united states)?", "foreign_minister"),
        (r"(?:minister (?:of|for) (?:national )?defen[cs]e|defen[cs]e (?:minister|secretary))(?: of .+)?", "defence_minister"),
        (r"(?:united states )?secretary of defen[cs]e(?: of the united states)?", "defence_minister"),
        (r"minister (?:of|for) (?:the )?(?:interior|home affairs|internal affairs)(?: of .+)?", "interior_minister"),
        (r"(?:interior|home) (?:minister|secretary)(?: of .+)?", "interior_minister"),
        (r"(?:minister (?:of|for) finance|finance minister)(?: of .+)?", "finance_minister"),
    )
)  # fmt: skip
_OF_STATE: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern + _OF), office)
    for pattern, office in (
        (r"vice[- ]president", "vice_president"),
        (r"supreme leader", "supreme_leader"),
        (r"(?:president|king|queen|monarch|emir|sultan|emperor|grand duke|sovereign prince|head of state)", "head_of_state"),
        (r"(?:prime minister|premier|chancellor|federal chancellor|taoiseach|head of government)", "head_of_government"),
    )
)
"""Titles that also bodies other than states give: after 'of' a state must stand."""


def office_of(title: str, state_named: Callable[[str], str | None]) -> tuple[str, str | None] | None:
    """Our office for a title, with the state that the title names if it names one; None where it is none of ours.

    Args:
        title: In English, such as 'President of Kenya'.
        state_named: The id of the state of a name as written, or None.
    """
    simple = " ".join(title.split())
    low = simple.casefold()
    for pattern, office in _FIXED:
        if pattern.fullmatch(low):
            return office, None
    for pattern, office in _OF_STATE:
        found = pattern.fullmatch(low)
        if found is not None and found["of"] is None:
            return office, None
        if found is not None:
            state = state_named(simple[found.start("of") :])
            return (office, state) if state is not None else None
    return None
