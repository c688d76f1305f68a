//! Choices that facts are made of. The words are keys in the files of facts; names stand in `words/fields`.

/// One of the things that can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    pub word: &'static str,
    /// The key of its name.
    pub label: &'static str,
}

/// What places can stand in for.
pub const LOOKS: [Choice; 38] = [
    Choice { word: "mars", label: "look-mars" },
    Choice { word: "moon", label: "look-moon" },
    Choice { word: "alien-planet", label: "look-alien-planet" },
    Choice { word: "space-programme", label: "look-space-programme" },
    Choice { word: "mongolia", label: "look-mongolia" },
    Choice { word: "afghanistan", label: "look-afghanistan" },
    Choice { word: "tibet", label: "look-tibet" },
    Choice { word: "iran", label: "look-iran" },
    Choice { word: "western-china", label: "look-western-china" },
    Choice { word: "arizona", label: "look-arizona" },
    Choice { word: "wild-west", label: "look-wild-west" },
    Choice { word: "switzerland", label: "look-switzerland" },
    Choice { word: "canada", label: "look-canada" },
    Choice { word: "scandinavia", label: "look-scandinavia" },
    Choice { word: "iceland", label: "look-iceland" },
    Choice { word: "arctic", label: "look-arctic" },
    Choice { word: "siberia", label: "look-siberia" },
    Choice { word: "sahara", label: "look-sahara" },
    Choice { word: "mediterranean", label: "look-mediterranean" },
    Choice { word: "silk-road-city", label: "look-silk-road-city" },
    Choice { word: "caravan", label: "look-caravan" },
    Choice { word: "steppe-empire", label: "look-steppe-empire" },
    Choice { word: "medieval-town", label: "look-medieval-town" },
    Choice { word: "ancient-world", label: "look-ancient-world" },
    Choice { word: "tsarist-russia", label: "look-tsarist-russia" },
    Choice { word: "soviet-1930s", label: "look-soviet-1930s" },
    Choice { word: "soviet-1970s", label: "look-soviet-1970s" },
    Choice { word: "gulag", label: "look-gulag" },
    Choice { word: "cold-war", label: "look-cold-war" },
    Choice { word: "future-city", label: "look-future-city" },
    Choice { word: "dystopia", label: "look-dystopia" },
    Choice { word: "post-apocalypse", label: "look-post-apocalypse" },
    Choice { word: "world-war-two", label: "look-world-war-two" },
    Choice { word: "war-zone", label: "look-war-zone" },
    Choice { word: "middle-east-city", label: "look-middle-east-city" },
    Choice { word: "generic-western-city", label: "look-generic-western-city" },
    Choice { word: "industrial-giant", label: "look-industrial-giant" },
    Choice { word: "fairy-tale", label: "look-fairy-tale" },
];

pub fn find_look(word: &str) -> Option<&'static Choice> {
    LOOKS.iter().find(|look| look.word == word)
}

pub(super) const PERIODS: [Choice; 8] = [
    Choice { word: "prehistoric", label: "periods-prehistoric" },
    Choice { word: "ancient", label: "periods-ancient" },
    Choice { word: "medieval", label: "periods-medieval" },
    Choice { word: "nineteenth-century", label: "periods-nineteenth-century" },
    Choice { word: "soviet", label: "periods-soviet" },
    Choice { word: "contemporary", label: "periods-contemporary" },
    Choice { word: "futuristic", label: "periods-futuristic" },
    Choice { word: "timeless", label: "periods-timeless" },
];

pub(super) const ROADS: [Choice; 5] = [
    Choice { word: "asphalt", label: "roads-asphalt" },
    Choice { word: "gravel", label: "roads-gravel" },
    Choice { word: "dirt", label: "roads-dirt" },
    Choice { word: "track", label: "roads-track" },
    Choice { word: "foot", label: "roads-foot" },
];

pub(super) const VEHICLES: [Choice; 6] = [
    Choice { word: "none", label: "vehicles-none" },
    Choice { word: "car", label: "vehicles-car" },
    Choice { word: "van", label: "vehicles-van" },
    Choice { word: "truck-7t", label: "vehicles-truck-7t" },
    Choice { word: "truck-20t", label: "vehicles-truck-20t" },
    Choice { word: "articulated", label: "vehicles-articulated" },
];

pub(super) const FOUR_BY_FOUR: [Choice; 3] = [
    Choice { word: "never", label: "four-by-four-never" },
    Choice { word: "after-rain", label: "four-by-four-after-rain" },
    Choice { word: "always", label: "four-by-four-always" },
];

pub(super) const POWER: [Choice; 3] = [
    Choice { word: "none", label: "power-none" },
    Choice { word: "domestic", label: "power-domestic" },
    Choice { word: "three-phase", label: "power-three-phase" },
];

pub(super) const COVERAGE: [Choice; 3] = [
    Choice { word: "none", label: "coverage-none" },
    Choice { word: "weak", label: "coverage-weak" },
    Choice { word: "good", label: "coverage-good" },
];

pub(super) const PERMITS: [Choice; 9] = [
    Choice { word: "none", label: "permits-none" },
    Choice { word: "owner", label: "permits-owner" },
    Choice { word: "local", label: "permits-local" },
    Choice { word: "national-park", label: "permits-national-park" },
    Choice { word: "strict-reserve", label: "permits-strict-reserve" },
    Choice { word: "heritage", label: "permits-heritage" },
    Choice { word: "border-zone", label: "permits-border-zone" },
    Choice { word: "state-security", label: "permits-state-security" },
    Choice { word: "leased-territory", label: "permits-leased-territory" },
];

pub(super) const OWNERS: [Choice; 7] = [
    Choice { word: "state", label: "owners-state" },
    Choice { word: "municipal", label: "owners-municipal" },
    Choice { word: "park", label: "owners-park" },
    Choice { word: "museum", label: "owners-museum" },
    Choice { word: "company", label: "owners-company" },
    Choice { word: "private", label: "owners-private" },
    Choice { word: "community", label: "owners-community" },
];

/// The types of places once more, where a place is of several.
pub(super) const KIND_CHOICES: [Choice; 70] = [
    Choice { word: "canyon", label: "place-kind-canyon" },
    Choice { word: "desert", label: "place-kind-desert" },
    Choice { word: "dune", label: "place-kind-dune" },
    Choice { word: "badlands", label: "place-kind-badlands" },
    Choice { word: "steppe", label: "place-kind-steppe" },
    Choice { word: "plateau", label: "place-kind-plateau" },
    Choice { word: "mountain", label: "place-kind-mountain" },
    Choice { word: "cliff", label: "place-kind-cliff" },
    Choice { word: "gorge", label: "place-kind-gorge" },
    Choice { word: "depression", label: "place-kind-depression" },
    Choice { word: "lake", label: "place-kind-lake" },
    Choice { word: "salt-lake", label: "place-kind-salt-lake" },
    Choice { word: "salt-flat", label: "place-kind-salt-flat" },
    Choice { word: "river", label: "place-kind-river" },
    Choice { word: "waterfall", label: "place-kind-waterfall" },
    Choice { word: "spring", label: "place-kind-spring" },
    Choice { word: "sea-shore", label: "place-kind-sea-shore" },
    Choice { word: "forest", label: "place-kind-forest" },
    Choice { word: "glacier", label: "place-kind-glacier" },
    Choice { word: "meadow", label: "place-kind-meadow" },
    Choice { word: "park", label: "place-kind-park" },
    Choice { word: "village", label: "place-kind-village" },
    Choice { word: "yurt-camp", label: "place-kind-yurt-camp" },
    Choice { word: "old-town", label: "place-kind-old-town" },
    Choice { word: "street", label: "place-kind-street" },
    Choice { word: "square", label: "place-kind-square" },
    Choice { word: "boulevard", label: "place-kind-boulevard" },
    Choice { word: "market", label: "place-kind-market" },
    Choice { word: "station", label: "place-kind-station" },
    Choice { word: "port", label: "place-kind-port" },
    Choice { word: "dam", label: "place-kind-dam" },
    Choice { word: "bridge", label: "place-kind-bridge" },
    Choice { word: "ruins", label: "place-kind-ruins" },
    Choice { word: "fortress", label: "place-kind-fortress" },
    Choice { word: "mausoleum", label: "place-kind-mausoleum" },
    Choice { word: "mosque", label: "place-kind-mosque" },
    Choice { word: "church", label: "place-kind-church" },
    Choice { word: "palace", label: "place-kind-palace" },
    Choice { word: "petroglyphs", label: "place-kind-petroglyphs" },
    Choice { word: "necropolis", label: "place-kind-necropolis" },
    Choice { word: "monument", label: "place-kind-monument" },
    Choice { word: "memorial", label: "place-kind-memorial" },
    Choice { word: "museum", label: "place-kind-museum" },
    Choice { word: "theatre", label: "place-kind-theatre" },
    Choice { word: "library", label: "place-kind-library" },
    Choice { word: "government", label: "place-kind-government" },
    Choice { word: "hotel", label: "place-kind-hotel" },
    Choice { word: "mall", label: "place-kind-mall" },
    Choice { word: "skyline", label: "place-kind-skyline" },
    Choice { word: "modern-architecture", label: "place-kind-modern-architecture" },
    Choice { word: "soviet-architecture", label: "place-kind-soviet-architecture" },
    Choice { word: "residential", label: "place-kind-residential" },
    Choice { word: "industrial", label: "place-kind-industrial" },
    Choice { word: "factory", label: "place-kind-factory" },
    Choice { word: "power-plant", label: "place-kind-power-plant" },
    Choice { word: "mine", label: "place-kind-mine" },
    Choice { word: "quarry", label: "place-kind-quarry" },
    Choice { word: "railway", label: "place-kind-railway" },
    Choice { word: "airport", label: "place-kind-airport" },
    Choice { word: "road", label: "place-kind-road" },
    Choice { word: "spaceport", label: "place-kind-spaceport" },
    Choice { word: "observatory", label: "place-kind-observatory" },
    Choice { word: "test-site", label: "place-kind-test-site" },
    Choice { word: "studio", label: "place-kind-studio" },
    Choice { word: "backlot", label: "place-kind-backlot" },
    Choice { word: "ski-resort", label: "place-kind-ski-resort" },
    Choice { word: "sport", label: "place-kind-sport" },
    Choice { word: "resort", label: "place-kind-resort" },
    Choice { word: "ghost-town", label: "place-kind-ghost-town" },
    Choice { word: "interior", label: "place-kind-interior" },
];
