"""An event of another data set, in the terms of this one: what the tabular formats have in common."""

from __future__ import annotations

import msgspec


class ForeignEvent(msgspec.Struct, frozen=True, kw_only=True):
    """A row of POLECAT, GDELT, ICEWS or Phoenix. What a format does not have is null or empty; ``raw`` keeps the row as it stood."""

    dataset: str
    """``polecat``, ``gdelt``, ``icews``, ``phoenix``."""
    id: str
    """Unique within the data set."""
    date: str | None
    """``YYYY-MM-DD``."""
    type: str | None = None
    """PLOVER's, given or by the crosswalk from CAMEO."""
    modes: tuple[str, ...] = ()
    cameo: str | None = None
    quad: str | None = None
    score: float | None = None
    """In the data set's own scale: POLECAT's intensity or Goldstein's, both from -10 to 10."""
    contexts: tuple[str, ...] = ()
    actor: str | None = None
    actor_code: str | None = None
    actor_country: str | None = None
    """ISO 3166-1 alpha-3."""
    actor_sectors: tuple[str, ...] = ()
    recipient: str | None = None
    recipient_code: str | None = None
    recipient_country: str | None = None
    recipient_sectors: tuple[str, ...] = ()
    place: str | None = None
    place_country: str | None = None
    """ISO 3166-1 alpha-3."""
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None
    publisher: str | None = None
    url: str | None = None
    raw: dict[str, str] = msgspec.field(default_factory=dict)
