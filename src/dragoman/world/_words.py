"""The words that tell what a noun phrase is: offices, organs, things that somebody makes, verbs that governments are subjects of.

    'the French [Foreign Ministry] [spokesperson]'      an organ (``MFA``) and an office that speaks for it
    'the [resolution]'                                  a thing, whose it is must be found
    '[Paris] [said]' against 'in Paris'                 a government against a place

Lower-case lemmas throughout. Sector codes are PLOVER's (codebook, section 3).
"""

from __future__ import annotations

ORGANS: dict[str, tuple[str, tuple[str, ...]]] = {
    "government": ("GOV", ("GOV",)), "administration": ("GOV", ("GOV",)), "cabinet": ("GOV", ("GOV",)), "regime": ("GOV", ("GOV",)),
    "authority": ("GOV", ("GOV",)), "junta": ("GOV", ("GOV", "MIL")), "presidency": ("GOV", ("GOV",)), "leadership": ("GOV", ("GOV",)),
    "prime minister's office": ("GOV", ("GOV",)), "ministry": ("GOV", ("GOV",)),
    "council of ministers": ("GOV", ("GOV",)), "embassy": ("MFA", ("GOV",)), "consulate": ("MFA", ("GOV",)),
    "parliament": ("LEG", ("LEG",)), "legislature": ("LEG", ("LEG",)), "congress": ("LEG", ("LEG",)), "senate": ("SEN", ("LEG",)),
    "national assembly": ("NAS", ("LEG",)), "house of representatives": ("NAS", ("LEG",)), "house of commons": ("NAS", ("LEG",)),
    "lower house": ("NAS", ("LEG",)), "upper house": ("SEN", ("LEG",)), "chamber of deputies": ("NAS", ("LEG",)),
    "house of lords": ("SEN", ("LEG",)), "general assembly": ("LEG", ("LEG",)),
    "foreign ministry": ("MFA", ("GOV",)), "ministry of foreign affairs": ("MFA", ("GOV",)), "foreign affairs ministry": ("MFA", ("GOV",)),
    "foreign office": ("MFA", ("GOV",)), "state department": ("MFA", ("GOV",)), "department of state": ("MFA", ("GOV",)),
    "external affairs ministry": ("MFA", ("GOV",)), "ministry of external affairs": ("MFA", ("GOV",)),
    "defense ministry": ("MOD", ("GOV", "MIL")), "defence ministry": ("MOD", ("GOV", "MIL")),
    "ministry of defense": ("MOD", ("GOV", "MIL")), "ministry of defence": ("MOD", ("GOV", "MIL")), "defense department": ("MOD", ("GOV",
    "MIL")),
    "department of defense": ("MOD", ("GOV", "MIL")), "war ministry": ("MOD", ("GOV", "MIL")),
    "army": ("MIL", ("MIL",)), "military": ("MIL", ("MIL",)), "armed force": ("MIL", ("MIL",)), "troop": ("MIL", ("MIL",)),
    "force": ("MIL", ("MIL",)), "air force": ("MIL", ("MIL",)), "navy": ("MIL", ("MIL",)), "soldier": ("MIL", ("MIL",)),
    "coast guard": ("MIL", ("MIL",)), "government force": ("MIL", ("MIL",)), "security force": ("COP", ("COP", "MIL")),
    "police": ("COP", ("COP",)), "police force": ("COP", ("COP",)), "gendarmerie": ("COP", ("COP",)), "riot police": ("COP", ("COP",)),
    "court": ("JUD", ("JUD",)), "supreme court": ("JUD", ("JUD",)), "constitutional court": ("JUD", ("JUD",)), "judiciary": ("JUD",
    ("JUD",)),
    "high court": ("JUD", ("JUD",)), "prosecution": ("JUD", ("JUD",)), "prosecutor": ("JUD", ("JUD",)), "tribunal": ("JUD", ("JUD",)),
    "intelligence service": ("SPY", ("SPY",)), "intelligence agency": ("SPY", ("SPY",)), "secret service": ("SPY", ("SPY",)),
    "secret police": ("SPY", ("SPY",)), "intelligence": ("SPY", ("SPY",)), "security service": ("SPY", ("SPY",)),
    "central bank": ("CBK", ("GOV", "BUS")), "national bank": ("CBK", ("GOV", "BUS")), "reserve bank": ("CBK", ("GOV", "BUS")),
}  # fmt: skip
"""Head phrase → organ suffix of the id, sectors. A state's organ of that name is ``<state>-<suffix>``."""

OPEN_ORGANS = frozenset({"force", "soldier", "troop", "court", "prosecutor", "prosecution", "ministry", "embassy", "consulate",
                         "tribunal", "intelligence", "authority", "leadership"})  # fmt: skip
"""Organ nouns that name one of several: their id is of the words, not the organ's own, unless nothing else stands with them."""

ROLES: dict[str, tuple[str, tuple[str, ...]]] = {
    "president": ("GOV", ("GOV",)), "vice president": ("GOV", ("GOV",)), "prime minister": ("GOV", ("GOV",)), "premier": ("GOV", ("GOV",)),
    "deputy prime minister": ("GOV", ("GOV",)), "chancellor": ("GOV", ("GOV",)), "minister": ("GOV", ("GOV",)), "king": ("GOV", ("GOV",)),
    "queen": ("GOV", ("GOV",)), "crown prince": ("GOV", ("GOV",)), "emir": ("GOV", ("GOV",)), "sultan": ("GOV", ("GOV",)),
    "prince": ("GOV", ("GOV",)), "monarch": ("GOV", ("GOV",)), "secretary": ("GOV", ("GOV",)), "undersecretary": ("GOV", ("GOV",)),
    "foreign minister": ("MFA", ("GOV",)), "minister of foreign affairs": ("MFA", ("GOV",)), "secretary of state": ("GOV", ("GOV",)),
    "foreign secretary": ("MFA", ("GOV",)), "defense minister": ("MOD", ("GOV", "MIL")), "defence minister": ("MOD", ("GOV", "MIL")),
    "minister of defense": ("MOD", ("GOV", "MIL")), "minister of defence": ("MOD", ("GOV", "MIL")), "defense secretary": ("MOD", ("GOV",
    "MIL")),
    "ambassador": ("MFA", ("GOV",)), "envoy": ("MFA", ("GOV",)), "diplomat": ("MFA", ("GOV",)), "consul": ("MFA", ("GOV",)),
    "chargé d'affaires": ("MFA", ("GOV",)),
    "negotiator": ("GOV", ("GOV",)), "governor": ("GOV", ("GOV",)), "mayor": ("GOV", ("GOV",)), "official": ("GOV", ("GOV",)),
    "dictator": ("GOV", ("GOV",)), "ruler": ("GOV", ("GOV",)), "leader": ("GOV", ("GOV",)), "adviser": ("GOV", ("GOV",)),
    "advisor": ("GOV", ("GOV",)), "aide": ("GOV", ("GOV",)), "spokesman": ("GOV", ("GOV",)), "spokeswoman": ("GOV", ("GOV",)),
    "spokesperson": ("GOV", ("GOV",)), "delegation": ("GOV", ("GOV",)), "delegate": ("GOV", ("GOV",)), "representative": ("GOV", ("GOV",)),
    "chief of staff": ("GOV", ("GOV",)), "chief": ("GOV", ("GOV",)), "head": ("GOV", ("GOV",)), "head of state": ("GOV", ("GOV",)),
    "chairman": ("", ()), "chairwoman": ("", ()), "director": ("", ()), "secretary-general": ("", ()), "secretary general": ("", ()),
    "director-general": ("", ()), "commissioner": ("GOV", ("GOV",)), "member": ("", ()), "founder": ("", ()), "coordinator": ("", ()),
    "senator": ("SEN", ("LEG",)), "lawmaker": ("LEG", ("LEG",)), "legislator": ("LEG", ("LEG",)), "parliamentarian": ("LEG", ("LEG",)),
    "deputy": ("LEG", ("LEG",)), "congressman": ("LEG", ("LEG",)), "congresswoman": ("LEG", ("LEG",)), "mp": ("LEG", ("LEG",)),
    "member of parliament": ("LEG", ("LEG",)), "speaker": ("LEG", ("LEG",)), "rep.": ("LEG", ("LEG",)), "sen.": ("SEN", ("LEG",)),
    "judge": ("JUD", ("JUD",)), "justice": ("JUD", ("JUD",)), "prosecutor": ("JUD", ("JUD",)), "attorney general": ("JUD", ("GOV", "JUD")),
    "chief justice": ("JUD", ("JUD",)), "magistrate": ("JUD", ("JUD",)),
    "general": ("MIL", ("MIL",)), "gen.": ("MIL", ("MIL",)), "colonel": ("MIL", ("MIL",)), "col.": ("MIL", ("MIL",)), "major": ("MIL",
    ("MIL",)),
    "captain": ("MIL", ("MIL",)), "lieutenant": ("MIL", ("MIL",)), "admiral": ("MIL", ("MIL",)), "marshal": ("MIL", ("MIL",)),
    "commandant": ("MIL", ("MIL",)), "assistant commandant": ("MIL", ("MIL",)),
    "commander": ("MIL", ("MIL",)), "commander in chief": ("MIL", ("MIL",)), "army chief": ("MIL", ("MIL",)), "lt.": ("MIL", ("MIL",)),
    "maj.": ("MIL", ("MIL",)), "adm.": ("MIL", ("MIL",)), "brigadier": ("MIL", ("MIL",)), "sgt.": ("MIL", ("MIL",)),
    "commissioner of police": ("COP", ("COP",)), "chief of police": ("COP", ("COP",)), "police commissioner": ("COP", ("COP",)),
    "inspector general of police": ("COP", ("COP",)), "general of police": ("COP", ("COP",)), "director of police": ("COP", ("COP",)),
    "police chief": ("COP", ("COP",)), "police officer": ("COP", ("COP",)), "policeman": ("COP", ("COP",)), "sheriff": ("COP", ("COP",)),
    "gov.": ("GOV", ("GOV",)), "prime": ("GOV", ("GOV",)), "pm": ("GOV", ("GOV",)), "pres.": ("GOV", ("GOV",)), "candidate": ("PTY",
    ("PTY",)),
    "press secretary": ("GOV", ("GOV",)), "chief executive": ("", ("BUS",)), "pope": ("", ("REL",)), "archbishop": ("", ("REL",)),
    "bishop": ("", ("REL",)), "cardinal": ("", ("REL",)), "ayatollah": ("", ("REL",)),
    "imam": ("", ("REL",)), "patriarch": ("", ("REL",)), "cleric": ("", ("REL",)), "rabbi": ("", ("REL",)), "sheikh": ("", ("REL",)),
    "rev.": ("", ("REL",)), "warlord": ("", ("REB",)), "co-chair": ("", ()), "co-chairman": ("", ()), "president-elect": ("GOV", ("GOV",)),
    "nominee": ("PTY", ("PTY",)), "hopeful": ("PTY", ("PTY",)), "contender": ("PTY", ("PTY",)), "challenger": ("PTY", ("PTY",)),
    "front-runner": ("PTY", ("PTY",)), "frontrunner": ("PTY", ("PTY",)),
    "consul general": ("MFA", ("GOV",)), "inspector general": ("GOV", ("GOV",)), "auditor general": ("GOV", ("GOV",)),
    "prosecutor general": ("JUD", ("JUD",)),
    "director general": ("", ()), "postmaster general": ("GOV", ("GOV",)), "chief executive officer": ("", ("BUS",)), "ceo": ("", ("BUS",)),
    "chief financial officer": ("", ("BUS",)), "chief operating officer": ("", ("BUS",)), "managing director": ("", ("BUS",)), "mla": ("LEG", ("LEG",)),
    "mep": ("", ("LEG",)), "msp": ("LEG", ("LEG",)), "assemblyman": ("LEG", ("LEG",)), "assemblywoman": ("LEG", ("LEG",)),
    "councillor": ("GOV", ("GOV",)), "councilor": ("GOV", ("GOV",)), "councilman": ("GOV", ("GOV",)), "councilwoman": ("GOV", ("GOV",)),
    "cllr": ("GOV", ("GOV",)), "cllr.": ("GOV", ("GOV",)), "alderman": ("GOV", ("GOV",)), "surgeon general": ("GOV", ("GOV",)),
    "solicitor general": ("JUD", ("GOV", "JUD")), "comptroller general": ("GOV", ("GOV",)), "lieutenant governor": ("GOV", ("GOV",)),
    "lt. gov.": ("GOV", ("GOV",)), "governor general": ("GOV", ("GOV",)), "governor-general": ("GOV", ("GOV",)), "u.s. attorney": ("JUD", ("JUD",)),
}  # fmt: skip
"""Office → organ suffix that the holder acts for ('' for none of its own), sectors."""

OFFICES: dict[str, tuple[str, ...]] = {
    "president": ("head_of_state", "head_of_government", "leader"), "prime minister": ("head_of_government", "leader"),
    "premier": ("head_of_government", "leader"), "leader": ("leader",),
    "chancellor": ("head_of_government",), "king": ("head_of_state",), "queen": ("head_of_state",), "emir": ("head_of_state",),
    "sultan": ("head_of_state",), "head of state": ("head_of_state",), "monarch": ("head_of_state",), "supreme leader": ("head_of_state",),
    "foreign minister": ("foreign_minister",), "foreign secretary": ("foreign_minister",),
    "minister of foreign affairs": ("foreign_minister",),
    "secretary of state": ("foreign_minister",), "defense minister": ("defence_minister",), "defence minister": ("defence_minister",),
    "defense secretary": ("defence_minister",), "secretary of defense": ("defence_minister",), "speaker": ("speaker",),
    "secretary-general": ("head",), "secretary general": ("head",), "director-general": ("head",), "pope": ("head_of_state", "head"),
    "minister of defense": ("defence_minister",), "minister of defence": ("defence_minister",),
}  # fmt: skip

RUNNING = frozenset({"candidate", "nominee", "hopeful", "contender", "challenger", "frontrunner", "front-runner", "campaign", "aspirant"})
"""Who runs for an office does not hold it: 'a presidential candidate'."""

HONORIFICS = frozenset(
    {"h.e.", "mr.", "mrs.", "ms.", "miss", "mr", "mrs", "ms", "dr.", "dr", "sir", "dame", "lord", "lady", "madame", "monsieur", "herr"}
)
TITLES_FEMALE = frozenset({"mrs.", "ms.", "miss", "mrs", "ms", "madame", "lady", "dame", "queen", "princess", "spokeswoman",
                           "congresswoman",
                           "chairwoman", "actress", "woman", "mother", "wife", "daughter", "sister", "girl"})  # fmt: skip
TITLES_MALE = frozenset({"mr.", "mr", "sir", "lord", "monsieur", "herr", "king", "prince", "spokesman", "congressman", "chairman", "pope",
                         "man",
                         "father", "husband", "son", "brother", "boy", "policeman", "emir", "sultan"})  # fmt: skip

MODIFIER_SECTORS: dict[str, tuple[str, ...]] = {
    "opposition": ("OPP",), "rebel": ("REB",), "separatist": ("REB",), "insurgent": ("REB",), "guerrilla": ("REB",), "militant": ("UAF",),
    "secessionist": ("REB",), "military": ("MIL",), "army": ("MIL",), "naval": ("MIL",), "police": ("COP",), "security": ("COP",),
    "parliamentary": ("LEG",), "legislative": ("LEG",), "senate": ("LEG",), "congressional": ("LEG",), "judicial": ("JUD",),
    "court": ("JUD",),
    "intelligence": ("SPY",), "government": ("GOV",), "state": ("GOV",), "presidential": ("GOV",), "ministry": ("GOV",),
    "paramilitary": ("PRM",), "refugee": ("REF",), "displaced": ("REF",), "union": ("LAB",), "labor": ("LAB",), "labour": ("LAB",),
    "trade": ("BUS",), "business": ("BUS",), "religious": ("REL",), "church": ("REL",), "student": ("EDU",), "university": ("EDU",),
    "media": ("JRN",), "news": ("JRN",), "rights": ("SOC",), "aid": ("SOC",), "party": ("PTY",), "exiled": ("OPP",), "dissident": ("OPP",),
    "jailed": ("OPP",), "hospital": ("MED",), "health": ("MED",), "medical": ("MED",), "taliban": ("REB",), "jihadist": ("UAF",),
    "terrorist": ("UAF",), "criminal": ("CRM",), "drug": ("CRM",), "farm": ("AGR",), "civilian": ("CVL",), "civil": ("CVL",),
    "mutinous": ("REB",), "renegade": ("REB",),
    "monitoring": ("SOC",), "watchdog": ("SOC",), "peace": ("SOC",), "humanitarian": ("SOC",), "charitable": ("SOC",), "environmental": ("SOC",),
    "civic": ("SOC",), "indigenous": ("CVL",), "relief": ("SOC",), "mining": ("BUS",), "banking": ("BUS",), "industrial": ("BUS",),
    "commercial": ("BUS",), "financial": ("BUS",), "industry": ("BUS",), "employers": ("BUS",), "employer": ("BUS",), "corporate": ("BUS",),
    "farmers": ("AGR",), "peasant": ("AGR",), "agricultural": ("AGR",), "students": ("EDU",), "academic": ("EDU",), "teachers": ("EDU",),
    "school": ("EDU",), "workers": ("LAB",), "miners": ("LAB",), "christian": ("REL",), "muslim": ("REL",), "islamic": ("REL",), "jewish": ("REL",),
    "hindu": ("REL",), "sikh": ("REL",), "catholic": ("REL",), "evangelical": ("REL",), "anarchist": ("CVL",), "jihadi": ("UAF",), "extremist": ("UAF",),
    "election": ("GOV",), "electoral": ("GOV",), "ministerial": ("GOV",), "governmental": ("GOV",), "municipal": ("GOV",), "diplomatic": ("GOV",),
    "women": ("CVL",), "patient": ("CVL",), "football": ("CVL",), "chess": ("CVL",), "sports": ("CVL",), "youth": ("CVL",), "arms": ("BUS",),
    "breakaway": ("REB",), "antigovernment": ("OPP",), "anti-government": ("OPP",), "pro-democracy": ("OPP",), "ruling": ("GOV",),
    "enforcement": ("COP",), "campaign": ("PTY",), "chemical": ("BUS",), "retail": ("BUS",), "automotive": ("BUS",), "pharmaceutical": ("BUS",),
    "brokerage": ("BUS",),
    "insurance": ("BUS",), "conservation": ("SOC",), "anti-abortion": ("SOC",), "antiabortion": ("SOC",), "republican": ("PTY",), "democratic": ("PTY",),
}  # fmt: skip
"""What a word before the head says of the sector: 'two [opposition] activists'."""

RUNNING = frozenset({"candidate", "nominee", "hopeful", "contender", "challenger", "frontrunner", "front-runner", "campaign", "aspirant"})
"""'a presidential candidate' is no president."""
SUBJECTS_TAUGHT = frozenset({"teacher", "instructor", "professor", "tutor", "lecturer", "student", "speaker", "translator", "interpreter", "class", "course",
                             "lesson", "language", "translation", "word", "degree", "literature", "dictionary", "grammar"})  # fmt: skip
"""'a Spanish [teacher]' teaches the language; where he is from is not said."""
LANGUAGES = frozenset({"english", "spanish", "french", "german", "italian", "russian", "chinese", "japanese", "arabic", "portuguese", "greek", "turkish",
                       "korean", "polish", "dutch", "swedish", "persian", "hindi", "hebrew", "ukrainian", "vietnamese", "mandarin"})  # fmt: skip
CASUALTY = frozenset({"kill", "wound", "injure", "hurt", "arrest", "detain", "abduct", "kidnap", "rescue", "evacuate", "displace", "execute", "deport",
                      "imprison", "jail", "massacre", "slay", "maim", "hospitalize", "behead", "slaughter", "round", "free", "shoot", "die"})  # fmt: skip
"""Verbs of which a number alone counts people: 'killing [12] and wounding [40]'."""

ABROAD = frozenset({"embassy", "consulate", "mission", "ambassador", "envoy", "diplomat", "consul", "attache", "attaché", "charge", "delegation",
                    "delegate", "expatriate", "tourist", "peacekeeper", "mediator", "negotiator"})  # fmt: skip
"""Who is sent abroad: 'the Russian embassy' doesn't make a report one on Russia."""
RULE = frozenset({"jail", "imprison", "arrest", "detain", "sentence", "charge", "convict", "fine", "bar", "ban", "prosecute", "execute", "pardon",
                  "evacuate", "tax", "conscript", "censor", "disperse", "license", "acquit", "try", "flog", "vaccinate", "relocate",
                  "evict", "resettle"})  # fmt: skip
"""What authorities do to the people under them."""
RULERS = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
SENT = frozenset({"troop", "soldier", "force", "peacekeeper", "envoy", "diplomat", "ambassador", "warship", "trainer", "adviser", "policeman",
                  "observer", "inspector", "expert", "specialist"})  # fmt: skip
"""Who may stand in a place without being of it: whoever sent them owns them."""
BORDERLESS = frozenset({"foreign", "international", "overseas", "world", "western", "global", "european", "african", "asian", "arab",
                        "multinational", "nordic", "baltic", "balkan", "gulf", "neighboring", "neighbouring"})  # fmt: skip
"""Words before agents that are not of the state where the report plays."""
WIDE_PLACES = frozenset({"region", "continent", "world", "globe"})
STATE_MEDIA = frozenset({"television", "tv", "radio", "media", "news", "agency", "newspaper", "broadcaster", "daily", "newscast"})

NAME_SECTORS: dict[str, tuple[str, ...]] = {
    "electric": ("BUS",), "pac": ("SOC",),
    "party": ("PTY",), "coalition": ("PTY",), "union": ("LAB",), "university": ("EDU",), "college": ("EDU",), "school": ("EDU",),
    "institute": ("EDU",), "times": ("JRN",), "post": ("JRN",), "news": ("JRN",), "journal": ("JRN",), "tribune": ("JRN",),
    "agency": ("GOV",),
    "television": ("JRN",), "tv": ("JRN",), "radio": ("JRN",), "herald": ("JRN",), "gazette": ("JRN",), "daily": ("JRN",),
    "guardian": ("JRN",),
    "press": ("JRN",), "bank": ("BUS",), "inc.": ("BUS",), "inc": ("BUS",), "corp.": ("BUS",), "corp": ("BUS",), "co.": ("BUS",),
    "ltd.": ("BUS",),
    "company": ("BUS",), "group": (), "front": ("REB",), "brigade": ("UAF",), "brigades": ("UAF",), "army": ("MIL",), "church": ("REL",),
    "mosque": ("REL",), "ministry": ("GOV",), "department": ("GOV",), "office": ("GOV",), "bureau": ("GOV",), "commission": ("GOV",),
    "council": ("GOV",), "court": ("JUD",), "parliament": ("LEG",), "assembly": ("LEG",), "senate": ("LEG",), "hospital": ("MED",),
    "association": ("SOC",), "foundation": ("SOC",), "federation": (), "committee": (), "organization": (), "organisation": (),
    "movement": (),
    "airlines": ("BUS",), "police": ("COP",), "fund": (), "watch": ("SOC",),
    "plc": ("BUS",), "academy": ("EDU",), "academies": ("EDU",), "llc": ("BUS",), "network": (), "league": (), "alliance": (), "society": ("SOC",),
    "center": (),
    "centre": (), "congress": ("LEG",), "magazine": ("JRN",), "club": ("CVL",), "industries": ("BUS",), "holdings": ("BUS",),
    "airways": ("BUS",), "telecom": ("BUS",), "telecoms": ("BUS",), "communications": ("BUS",), "cement": ("BUS",), "motors": ("BUS",),
    "petroleum": ("BUS",), "mining": ("BUS",), "pharmaceuticals": ("BUS",), "electronics": ("BUS",), "systems": ("BUS",), "technologies": ("BUS",),
    "technology": ("BUS",), "partners": ("BUS",), "insurance": ("BUS",), "breweries": ("BUS",), "stores": ("BUS",), "hotels": ("BUS",),
    "pictures": ("BUS",), "studios": ("BUS",), "entertainment": ("BUS",), "securities": ("BUS",), "investments": ("BUS",), "ventures": ("BUS",),
    "laboratories": ("BUS",), "aerospace": ("BUS",), "aviation": ("BUS",), "shipping": ("BUS",), "logistics": ("BUS",), "railways": ("BUS",),
    "bancorp": ("BUS",), "properties": ("BUS",), "resources": ("BUS",), "energy": ("BUS",), "foods": ("BUS",), "software": ("BUS",), "corporation": ("BUS",),
    "enterprises": ("BUS",), "cos.": ("BUS",), "limited": ("BUS",), "gmbh": ("BUS",), "ag": ("BUS",), "s.a.": ("BUS",), "llp": ("BUS",), "exchange": ("BUS",),
    "associates": ("BUS",), "broadcasting": ("JRN",), "publishing": ("JRN",), "media": ("JRN",), "chronicle": ("JRN",), "telegraph": ("JRN",),
    "inquirer": ("JRN",), "dispatch": ("JRN",), "weekly": ("JRN",), "newspaper": ("JRN",), "examiner": ("JRN",), "fm": ("JRN",), "gazetteer": ("JRN",),
    "administration": ("GOV",), "authority": ("GOV",), "directorate": ("GOV",), "embassy": ("GOV",), "government": ("GOV",), "legislature": ("LEG",),
    "tribunal": ("JUD",), "clinic": ("MED",), "seminary": ("REL",), "diocese": ("REL",), "archdiocese": ("REL",), "museum": ("EDU",), "brotherhood": ("REL",),
    "orchestra": ("CVL",), "philharmonic": ("CVL",), "choir": ("CVL",), "ballet": ("CVL",), "chamber": ("BUS",), "cartel": ("CRM",), "militia": ("PRM",),
    "guard": ("MIL",), "corps": (), "republicans": ("PTY",), "democrats": ("PTY",),
}  # fmt: skip
"""The last word of a proper name that no table knows → sectors; its presence alone says that the name is an organization's."""

JUDGED = frozenset({"verdict", "ruling", "judgment", "judgement", "sentence", "conviction", "acquittal", "indictment"})
"""What only a court makes."""
NOMINALS: dict[str, tuple[str, ...]] = {
    "expulsion": ("expel",), "arrest": ("arrest", "detain"), "killing": ("kill", "murder"), "invasion": ("invade",), "withdrawal": ("withdraw",),
    "refusal": ("refuse", "reject"), "decision": ("decide",), "offer": ("offer",), "request": ("request", "ask"), "pledge": ("pledge", "promise"),
    "appeal": ("appeal",), "threat": ("threaten",), "warning": ("warn",), "ban": ("ban", "bar", "forbid"), "order": ("order",),
    "announcement": ("announce",), "demand": ("demand",), "accusation": ("accuse",), "allegation": ("allege", "accuse"), "claim": ("claim",),
    "proposal": ("propose",), "plan": ("plan",), "move": ("move",), "raid": ("raid", "storm"), "attack": ("attack",), "strike": ("strike",),
    "bombing": ("bomb",), "shelling": ("shell",), "call": ("call", "urge"), "invitation": ("invite",), "embargo": ("embargo",),
    "intervention": ("intervene",), "deployment": ("deploy",), "vote": ("vote",), "criticism": ("criticize", "criticise"), "occupation": ("occupy",),
    "annexation": ("annex",), "deportation": ("deport",), "dismissal": ("dismiss", "sack"), "closure": ("close", "shut"),
    "recognition": ("recognize", "recognise"), "recall": ("recall",),
}  # fmt: skip
"""An act's noun and the verbs that tell the same: 'barred ... the ban'."""
THINGS: dict[str, str] = {
    "resolution": "act", "measure": "act", "motion": "act", "bill": "act", "law": "act", "legislation": "act", "amendment": "act",
    "act": "act",
    "text": "act", "draft": "act", "vote": "act", "decree": "act", "proposal": "act", "ordinance": "act", "statute": "act",
    "statement": "statement", "remark": "statement", "comment": "statement", "declaration": "statement", "communique": "statement",
    "communiqué": "statement", "letter": "statement", "announcement": "statement", "speech": "statement", "address": "statement",
    "report": "statement", "message": "statement", "release": "statement", "tweet": "statement", "interview": "statement",
    "testimony": "statement", "warning": "statement", "note": "statement", "post": "statement", "criticism": "statement",
    "accusation": "statement",
    "allegation": "statement", "claim": "statement", "demand": "statement", "call": "statement", "threat": "statement",
    "article": "statement",
    "editorial": "statement", "document": "statement", "video": "statement",
    "attack": "attack", "strike": "attack", "raid": "attack", "offensive": "attack", "assault": "attack", "bombing": "attack",
    "airstrike": "attack", "shelling": "attack", "invasion": "attack", "incursion": "attack", "aggression": "attack", "operation": "attack",
    "bombardment": "attack", "ambush": "attack", "shooting": "attack", "killing": "attack", "crackdown": "attack", "campaign": "attack",
    "action": "attack", "massacre": "attack",
    "decision": "decision", "move": "decision", "step": "decision", "plan": "decision", "policy": "decision", "order": "decision",
    "ruling": "decision", "verdict": "decision", "judgment": "decision", "judgement": "decision", "sentence": "decision",
    "approach": "decision",
    "initiative": "decision", "effort": "decision", "program": "decision", "programme": "decision", "reform": "decision",
    "position": "decision",
    "stance": "decision", "stand": "decision", "behavior": "decision", "behaviour": "decision", "conduct": "decision",
    "failure": "decision", "expulsion": "decision", "arrest": "decision", "deportation": "decision", "annexation": "decision", "recall": "decision",
    "withdrawal": "decision", "deployment": "decision", "closure": "decision", "dismissal": "decision", "conviction": "decision",
    "acquittal": "decision", "indictment": "decision", "request": "statement", "appeal": "statement", "occupation": "attack",
    "refusal": "decision", "response": "decision", "role": "decision", "involvement": "decision", "intervention": "decision",
    "sanction": "sanction", "embargo": "sanction", "tariff": "sanction", "restriction": "sanction", "ban": "sanction",
    "blockade": "sanction",
    "penalty": "sanction", "curb": "sanction",
    "offer": "offer", "invitation": "offer", "pledge": "offer", "promise": "offer", "support": "offer", "aid": "offer",
    "assistance": "offer",
}  # fmt: skip
"""Things that somebody makes or does, and the group of near-synonyms in which reports vary the word."""

DOCUMENTS = frozenset({"act", "statement"})
"""Groups whose members are documents; the rest are things (``event`` for attacks)."""

MAKE = frozenset({
    "introduce", "pass", "adopt", "propose", "issue", "approve", "draft", "submit", "sign", "announce", "table", "author", "sponsor",
    "launch",
    "impose", "release", "publish", "make", "conduct", "mount", "stage", "order", "carry", "commit", "perpetrate", "unveil", "write",
    "send",
    "deliver", "give", "post", "read", "enact", "decree", "formulate", "present", "initiate", "put", "take", "back", "offer", "lead",
    "plan",
    "prepare", "circulate", "provide", "voice", "express", "file", "deploy", "slap", "enforce", "broadcast", "extend", "ratify", "vote",
    "claim",
})  # fmt: skip
"""Whoever does this to a thing made it."""

DELIBERATE = frozenset({"debate", "vote", "adopt", "pass", "session", "hearing", "approve", "ratify", "motion", "resolution", "bill",
                        "plenary", "floor", "sitting", "enact", "legislation"})  # fmt: skip

SPEAK = frozenset({
    "say", "tell", "add", "announce", "declare", "state", "warn", "insist", "argue", "claim", "deny", "confirm", "report", "note", "stress",
    "reply", "respond", "ask", "urge", "call", "demand", "accuse", "blame", "condemn", "criticize", "criticise", "denounce", "praise",
    "welcome",
    "suggest", "comment", "acknowledge", "admit", "reiterate", "emphasize", "explain", "complain", "describe", "write", "predict", "vow",
    "pledge",
    "promise", "threaten", "agree", "recall", "allege", "assert", "maintain", "quote", "speak", "express", "voice", "dismiss", "reject",
    "hail",
    "applaud", "protest", "offer", "propose", "appeal", "apologize", "concede", "contend", "testify", "observe", "remark",
})  # fmt: skip
"""Verbs of saying."""

ACT = SPEAK | frozenset({
    "decide", "want", "refuse", "seek", "sign", "recognize", "recognise", "support", "oppose", "back", "approve", "impose", "ban", "order",
    "send", "withdraw", "recall", "expel", "summon", "negotiate", "hope", "consider", "try", "attempt", "plan", "intend", "fear", "believe",
    "fail", "continue", "begin", "start", "stop", "suspend", "resume", "cut", "sever", "break", "restore", "lift", "provide", "supply",
    "arm",
    "fund", "pay", "deploy", "launch", "attack", "retaliate", "invade", "annex", "seize", "arrest", "detain", "release", "allow", "block",
    "veto",
    "vote", "hold", "host", "join", "push", "press", "pressure", "force", "help", "favor", "favour", "prefer", "expect", "view", "regard",
    "see",
    "insist", "ignore", "violate", "breach", "abide", "comply", "adopt", "pass", "ratify", "give", "grant", "receive", "accept", "cancel",
    "close",
    "open", "meet", "mediate", "intervene", "pursue", "sponsor", "need", "respond", "react", "act", "work", "use", "make", "take", "move",
    "lead",
})  # fmt: skip
"""Verbs whose subject decides, wants or speaks; a city or capital as their subject is who governs there."""

GOVERN = ACT | {"sue", "fine", "demolish", "raise", "forbid", "appeal", "shut", "tax", "evict", "legalize", "outlaw"}
"""What a town or province does through whoever governs it."""

SCENE = frozenset({"be", "lie", "host", "see", "witness", "experience", "have", "become", "remain", "suffer", "grow", "stand", "locate",
                   "wake",
                   "burn", "fall", "boast", "shake", "border", "sit", "contain", "feel", "look"})  # fmt: skip
"""Verbs whose subject may well be a mere place."""

PLACE_OBJECTS = frozenset({"visit", "leave", "reach", "enter", "bomb", "shell", "capture", "besiege", "surround", "hit", "rock", "flee",
                           "tour",
                           "approach", "cross", "occupy", "control", "storm", "evacuate", "shake", "destroy", "paralyze", "strike", "take",
                           "retake", "seize", "overrun", "liberate", "sweep", "pound", "circle", "inhabit"})  # fmt: skip
"""Verbs whose object is a place as such."""

LOCATIVE = frozenset({"in", "at", "near", "inside", "outside", "across", "throughout", "around", "through", "within", "over", "via", "off",
                      "along", "above", "beyond", "amid"})  # fmt: skip
DIRECTION = frozenset({"to", "into", "from", "toward", "towards", "out", "on", "onto", "for"})
RELATION_NOUNS = frozenset({
    "relation", "relations", "tie", "talk", "support", "aid", "pressure", "response", "criticism", "reaction", "agreement", "deal",
    "dialogue",
    "negotiation", "cooperation", "sanction", "war", "conflict", "dispute", "warning", "threat", "message", "appeal", "assistance",
    "demand",
    "approval", "alliance", "ally", "pact", "treaty", "peace", "policy", "stance", "position", "move", "decision", "plan", "statement",
    "claim",
    "refusal", "offer", "concession", "commitment", "accusation", "embargo", "rapprochement", "standoff", "friendship", "diplomacy",
    "attitude",
    "role", "intention", "ambition", "influence", "interest", "proposal", "request", "protest", "permission", "reply", "answer", "signal",
    "contact",
    "letter", "call", "loan", "help", "backing", "opposition", "recognition", "critic", "loyalty", "involvement",
    "hostility",
})  # fmt: skip
"""Nouns between actors: what stands with them ('relations with Paris') acts."""
RELATION_VERBS = ACT | frozenset({"sell", "complain", "respond", "listen", "turn", "side", "quarrel", "clash", "deal", "cooperate",
                                  "collude", "object", "belong", "deliver", "owe", "ally", "hand", "extradite",
                                  "lobby", "rely", "depend"})  # fmt: skip
PLACE_NOUNS = frozenset({"street", "suburb", "airport", "mayor", "resident", "centre", "center", "population", "university", "outskirt",
                         "hospital",
                         "neighborhood", "neighbourhood", "district", "stadium", "hotel", "port", "square", "capital", "city", "town",
                         "area",
                         "region", "north", "south", "east", "west", "border", "coast", "bureau", "embassy", "climate", "weather", "school",
                         "metro", "subway", "cathedral", "museum", "skyline", "market", "restaurant", "home", "house"})  # fmt: skip

AFFIX_AFTER = frozenset({"backed", "led", "based", "born", "controlled", "supported", "sponsored", "funded", "made", "built", "speaking",
                         "held", "aligned", "friendly", "occupied", "trained", "brokered", "mediated", "language", "style", "allied", "run",
                         "installed", "dominated", "owned", "imposed", "bound", "supplied", "armed", "ruled"})  # fmt: skip
"""'Russian-[backed] rebels': the rebels are not Russia's citizens."""
AFFIX_OWN = frozenset({"based", "born", "run", "owned", "ruled"})

PARTITIVES = frozenset({"group", "number", "dozen", "hundred", "thousand", "million", "score", "majority", "minority", "handful", "part",
                        "half",
                        "couple", "crowd", "rest", "bulk", "most", "many", "some", "several", "one", "two", "three", "four", "five",
                        "all", "few",
                        "member", "any", "each", "none", "both", "ten", "hundreds", "thousands", "dozens", "pair", "series", "coalition",
                        "team",
                        "another", "other", "kind", "lot", "wave", "band", "bunch", "tens", "faction", "unit", "element", "contingent",
                        "column", "remnant", "squad", "busload", "boatload", "trainload", "planeload", "truckload", "convoy", "gang", "pack",
                        "cluster", "string", "detachment", "patrol", "quarter", "third", "percent", "fifth", "last", "first", "remainder", "trio",
                        "quartet", "host", "stream", "influx", "generation", "sort", "type", "cohort", "panel", "jury", "procession", "caravan",
                        "circle", "network", "mass", "throng", "horde", "swarm", "committee", "commission", "crew", "array", "succession",
                        "mixture", "choir", "delegation", "alliance", "party", "council", "association", "body", "list", "mob", "battalion",
                        "brigade", "platoon", "regiment", "legion", "army", "trickle", "nucleus", "core", "plurality", "percentage", "proportion",
                        "cell"})  # fmt: skip
"""Heads that count what follows 'of'."""

COLLECTIVES: dict[str, str] = {
    "both": "any", "navy": "state", "military": "state", "parliament": "state", "air force": "state", "police": "state",
    "side": "any", "country": "state", "nation": "state", "state": "state", "party": "any", "leader": "person", "government": "state",
    "neighbor": "state", "neighbour": "state", "president": "person", "minister": "person", "man": "person", "capital": "state",
    "ally": "any",
    "rival": "any", "foe": "any", "republic": "state", "power": "state", "official": "person", "woman": "person", "group": "organization",
    "organization": "organization", "company": "organization", "counterpart": "person", "signatory": "state", "army": "state",
    "enemy": "any",
}  # fmt: skip
"""'the two [countries]' → what sort of actors are meant."""

FORMER = frozenset({"former", "ex", "ex-", "deposed", "ousted", "late", "onetime", "retired", "then", "exiled", "erstwhile"})
PEOPLE_HEADS = frozenset({"resident", "citizen", "people", "civilian", "man", "woman", "child", "family", "population", "community",
                          "refugee",
                          "villager", "person", "national", "inhabitant", "victim", "migrant", "worker", "voter", "native", "minority",
                          "expatriate", "prisoner", "hostage", "relative"})  # fmt: skip
DISPLACED = frozenset({"displace", "flee", "uproot", "evacuate", "expel"})
NOT_AGENTS = frozenset({"time", "year", "day", "week", "month", "today", "yesterday", "monday", "tuesday", "wednesday", "thursday",
                        "friday",
                        "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september",
                        "october",
                        "november", "december", "percent", "dollar", "euro", "mile", "hour", "minute", "morning", "evening", "night",
                        "afternoon",
                        "spring", "summer", "autumn", "winter", "a.m.", "p.m.", "gmt"})  # fmt: skip

FIGHTING_WORDS = frozenset({"liberation", "resistance", "rebel", "islamic", "free", "salvation", "revolutionary", "lord's", "insurgent",
                            "independence", "people's", "mujahideen"})  # fmt: skip
"""'Kosovo [Liberation] Army': an army of that name isn't a state's."""

US_STATES = frozenset({
    "alabama", "alaska", "arizona", "arkansas", "california", "colorado", "connecticut", "delaware", "florida", "hawaii", "idaho",
    "illinois",
    "indiana", "iowa", "kansas", "kentucky", "louisiana", "maine", "maryland", "massachusetts", "michigan", "minnesota", "mississippi",
    "missouri", "montana", "nebraska", "nevada", "ohio", "oklahoma", "oregon", "pennsylvania", "tennessee", "texas", "utah", "vermont",
    "virginia", "wisconsin", "wyoming", "ala.", "ariz.", "ark.", "calif.", "colo.", "conn.", "del.", "fla.", "ga.", "ill.", "ind.", "kan.",
    "ky.", "la.", "md.", "mass.", "mich.", "minn.", "miss.", "mo.", "mont.", "neb.", "nev.", "n.h.", "n.j.", "n.m.", "n.y.", "n.c.", "n.d.",
    "okla.", "ore.", "pa.", "r.i.", "s.c.", "s.d.", "tenn.", "tex.", "vt.", "va.", "wash.", "w.va.", "wis.", "wyo.", "d.c.",
})  # fmt: skip
"""States of the United States and their press abbreviations; 'Georgia', 'Washington' and 'New York' mean other things too."""

SHARED_STATES = frozenset({"georgia"})
"""Names of states of the United States that another state bears."""
DELEGATES = frozenset({"command", "headquarters", "office", "leadership", "wing", "camp", "side", "team", "secretariat", "service",
                       "spokesman",
                       "corps", "contingent", "garrison", "mission"})  # fmt: skip
"""'the Syrian army [command]', 'the Russian [side]': who stands before them acts."""

ORGANIZATION_NOUNS = frozenset({"group", "party", "movement", "militia", "organization", "organisation", "network", "company", "agency",
                                "union",
                                "army", "alliance", "bloc", "faction", "guerrilla", "front", "coalition", "newspaper", "daily",
                                "association"})  # fmt: skip
"""'the Hezbollah [movement]': the name before them is the organization."""
BROAD_ROLES = frozenset({"nominee", "hopeful", "contender", "challenger", "front-runner", "frontrunner",
                         "head", "chief", "member", "director", "representative", "candidate", "aide", "adviser", "advisor", "coordinator",
                         "founder", "chairman", "captain", "deputy", "chairwoman", "general", "major", "prosecutor", "secretary", "queen",
                         "king", "prince", "lieutenant", "judge", "justice", "commander", "delegate"})  # fmt: skip
"""Offices that say little without their institution: the document's context alone doesn't make their holder speak for a state."""
SETTLEMENTS = frozenset(
    {"city", "town", "village", "province", "district", "region", "suburb", "port", "area", "county", "capital", "enclave"}
)

FEMALE_NAMES = frozenset({
    "ashley", "carly", "debbie", "deborah", "donna", "elise", "ellie", "emma", "erin", "gina", "hannah", "heidi", "heather", "huma", "ivanka",
    "jeanne", "jennie", "kayleigh", "katie", "kellyanne", "kirsten", "kristen", "lara", "lisa", "lois", "louise",
    "lucy", "maggie", "maya", "meg", "megan", "melissa", "michele", "molly", "naomi", "nikki", "nina", "pam", "patty", "paula",
    "rebecca", "rose", "ruby", "sally", "sheila", "shirley", "sonya", "stacey", "susana", "tammy", "tara", "tina", "tracy",
    "tulsi", "vanessa", "vicky", "wendy", "zoe", "amina", "asma", "leila", "maryam", "mariam", "nadia", "noor", "samira", "yasmin", "yasmine",
    "ayesha", "khadija", "salma", "sushma", "mamata", "priyanka", "mei", "ngozi", "winnie", "grace", "joyce", "epsy", "rosa", "lucia",
    "carmen", "pilar", "beatriz", "gabriela", "valentina", "veronica", "oksana", "tatiana", "tatyana", "ekaterina", "anastasia", "ludmila",
    "galina", "larisa", "maia", "nino", "salome", "eka", "ingrid", "astrid", "greta", "ursula", "annegret", "katrin", "birgit", "sigrid",
    "aisha", "alice", "amy", "angela", "anna", "anne", "annalena", "barbara", "benazir", "carol", "catherine", "christina", "christine",
    "claudia",
    "condoleezza", "cristina", "diana", "dilma", "elena", "elizabeth", "ellen", "emily", "erna", "eva", "fatima", "federica", "giorgia",
    "gloria",
    "hanna", "helen", "helle", "hillary", "indira", "irina", "isabel", "jacinda", "jane", "janet", "jennifer", "jessica", "jill", "joan",
    "julia", "kaja", "kamala", "karen", "karin", "kate", "katherine", "laura", "linda", "liz", "loretta", "madeleine", "magdalena",
    "mai", "margaret", "maria", "marie", "marine", "marina", "martha", "mary", "megawati", "melania", "mette", "michelle", "monica",
    "nancy",
    "natalia", "nicola", "olga", "park", "patricia", "penny", "rachel", "roza", "ruth", "samantha", "sandra", "sanna", "sarah",
    "sheikh hasina",
    "simone", "sonia", "sophie", "stephanie", "susan", "svetlana", "tansu", "theresa", "valerie", "vera", "viola", "yulia",
    "zainab",
})  # fmt: skip
MALE_NAMES = frozenset({
    "aaron", "adam", "alan", "albert", "alexandre", "alfred", "allen", "anthony", "arthur", "barry", "ben", "brad", "brett", "bruce", "bryan",
    "carl", "chad", "charlie", "chuck", "clarence", "corey", "craig", "dale", "dan", "danny", "dennis", "dick", "don", "doug", "douglas", "earl",
    "elliott", "ethan", "evan", "ezra", "felix", "francis", "fred", "freddy", "gary", "gavin", "geoff", "glenn", "gordon", "graham", "greg",
    "gregory", "guy", "harold", "harry", "henry", "herbert", "howard", "hugh", "ian", "isaac", "jake", "jared", "jason", "jay", "jeb", "jerry",
    "jesse", "joshua", "josh", "julian", "keith", "kirk", "kyle", "lance", "lee", "leo", "leon", "lindsey", "louis", "luke", "malcolm", "marc",
    "marco", "marcus", "martin", "matt", "matthew", "max", "mitch", "nathan", "neil", "newt", "nick", "nigel", "norman", "pat", "perry", "peyton",
    "phil", "phillip", "randy", "ray", "raymond", "rex", "rick", "rob", "rod", "ron", "ross", "roy", "rudy", "russell", "ryan", "sam", "sean",
    "seth", "simon", "stuart", "terry", "timothy", "todd", "tommy", "travis", "trevor", "tyler", "vernon", "victor", "vince", "wayne", "zach",
    "anders", "lars", "erik", "gunnar", "henrik", "johan", "magnus", "sven", "dirk", "jurgen", "klaus", "manfred", "stefan", "ulrich", "uwe",
    "wolfgang", "alain", "andre", "arnaud", "christophe", "claude", "dominique", "gilles", "henri", "herve", "hubert", "laurent", "marcel",
    "michel", "olivier", "philippe", "rene", "yves", "alberto", "alejandro", "alvaro", "andres", "arturo", "diego", "enrique", "felipe",
    "fernando", "gustavo", "hector", "javier", "jorge", "julio", "mauricio", "miguel", "nestor", "pablo", "ramon", "raul", "ricardo", "roberto",
    "rodrigo", "salvador", "santiago", "sergio", "vicente", "abdel", "adel", "amir", "anwar", "ayman", "bilal", "ehsan", "fadi", "faisal", "farid",
    "fouad", "habib", "hafez", "haider", "hisham", "imad", "ismail", "jalal", "jamal", "kamal", "khaled", "mahmud", "mansour", "marwan", "mustafa",
    "nabil", "naser", "nasser", "nouri", "osman", "rafiq", "rashid", "riyad", "saad", "salah", "saleh", "salim", "sami", "samir", "tariq", "walid",
    "yasir", "yousef", "yusuf", "zaid", "ziad", "ahmad", "akbar", "asif", "imran", "iqbal", "javed", "nawaz", "pervez", "rahul", "rajiv", "sanjay",
    "shahid", "shaukat", "sunil", "vijay", "artur", "aleksei", "anatoly", "arkady", "artyom", "evgeny", "gennady", "konstantin", "maxim",
    "nikita", "pavel", "roman", "ruslan", "stanislav", "valery", "vasily", "vitaly", "vladislav", "vyacheslav", "yevgeny", "yuri", "grigory",
    "armen", "serzh", "levon", "vazgen", "heydar", "elmar", "zurab", "giorgi", "irakli", "mikheil", "eduard", "nursultan", "emomali", "islam",
    "andrzej", "jaroslaw", "jerzy", "krzysztof", "marek", "piotr", "tomasz", "zbigniew", "vaclav", "milos", "zoran", "dragan", "goran", "ivo",
    "vuk", "bozidar", "radovan", "ratko", "zsolt", "laszlo", "istvan", "gyorgy", "viorel", "traian", "ion", "boyko", "rumen", "kiril",
    "jomo", "kwame", "laurent-desire", "moise", "paulo", "thabo", "jacob", "cyril", "raila", "uhuru", "mwai", "goodluck", "olusegun", "emeka",
    "abdul", "abdullah", "ahmed", "aleksandr", "alexander", "alexei", "ali", "andrew", "andrei", "antonio", "ariel", "barack", "bashar",
    "benjamin", "bernard", "bernie", "bill", "bob", "boris", "brian", "carlos", "charles", "chris", "christopher", "daniel", "david",
    "dmitry",
    "donald", "edward", "ehud", "emmanuel", "eric", "ernesto", "fidel", "francisco", "franck", "frank", "franz", "gamal", "george",
    "gerald",
    "gerhard", "hamid", "hassan", "hosni", "hugo", "hussein", "ibrahim", "igor", "ilham", "ivan", "jack", "jacques", "james", "jan",
    "jean", "jeff",
    "jens", "jeremy", "jim", "jimmy", "joe", "joel", "john", "jon", "jose", "josep", "joseph", "juan", "justin", "karim", "karl", "ken",
    "kenneth",
    "kevin", "khalid", "kofi", "larry", "lech", "leonid", "luis", "luiz", "mahmoud", "manuel", "mark", "mario", "matteo",
    "michael",
    "mike", "mikhail", "mitt", "mohamed", "mohammad", "mohammed", "muammar", "muhammad", "narendra", "nelson", "nicolas", "nikol",
    "nikolai",
    "olaf", "oleg", "omar", "osama", "oscar", "patrick", "paul", "pedro", "peter", "philip", "pierre", "rafael", "ralph",
    "recep",
    "richard", "robert", "roger", "romano", "ronald", "saddam", "salva", "samuel", "scott", "sergei", "sergey", "silvio", "slobodan",
    "stephen",
    "steve", "steven", "ted", "thomas", "tim", "tom", "tony", "viktor", "vladimir", "volodymyr", "walter", "warren", "wesley", "william",
    "xi",
    "yasser", "yitzhak", "yoweri",
})  # fmt: skip
"""Given names that tell which pronoun takes up their bearer; where they don't, both may."""
SEND = frozenset({"send", "deploy", "dispatch", "withdraw", "recall", "appoint", "mobilize", "order", "mass", "move", "station", "pull",
                  "name",                  "dismiss", "sack", "replace", "summon", "use", "lose", "commit"})  # fmt: skip
"""Whose envoys, soldiers and officials they are, the subject tells: 'Norway [sent] an envoy'."""
PARTISANS = frozenset({"republican", "democrat", "conservative", "liberal", "socialist", "communist", "tory", "islamist", "nationalist",
                       "green", "social democrat", "christian democrat", "progressive", "labourite", "centrist", "leftist", "separatist", "royalist",
                       "maoist",
                       "peronist", "sandinista", "unionist", "loyalist", "populist"})  # fmt: skip
"""Adherents of a party or a creed, where they are named as a group: 'Republicans', 'the Socialists'."""
