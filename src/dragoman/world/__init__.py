"""World: who, where, when. Names, descriptions and pronouns of an analysed document become actors."""

from dragoman.world._world import World
from dragoman.world.mentions import Mentions, ResolvedMention, resolve_mentions
from dragoman.world.phrases import Resolution, resolve_phrase

__all__ = ["Mentions", "Resolution", "ResolvedMention", "World", "resolve_mentions", "resolve_phrase"]
