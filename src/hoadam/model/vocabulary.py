"""The closed vocabularies of `record.md` that more than one room needs."""

ISSUES: tuple[str, ...] = (
    "territory", "security-guarantees", "nato-membership", "eu-membership", "force-limits", "ceasefire", "elections",
    "frozen-assets", "reparations", "sanctions", "nuclear-programme", "nuclear-plant", "prisoners", "hostages",
    "disarmament", "troop-withdrawal", "peacekeepers", "humanitarian-access", "reconstruction", "trade-tariffs",
    "shipping", "sovereignty", "military-aid", "talks", "peace-deal", "other",
)  # fmt: skip

TITLES: tuple[str, ...] = (
    "president", "vice president", "prime minister", "foreign minister", "defence minister", "minister",
    "special envoy", "spokesperson", "ambassador", "national security adviser", "adviser", "chief of staff",
    "secretary (NSDC)", "chief of general staff", "intelligence chief", "negotiator", "secretary-general",
    "chief executive", "commander", "legislator", "speaker of parliament", "general secretary", "supreme leader",
    "king", "pope", "official",
)  # fmt: skip
