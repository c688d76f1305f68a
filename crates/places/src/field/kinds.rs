//! What sorts of places there are.

#[derive(Debug, PartialEq, Eq)]
pub struct Kind {
    pub word: &'static str,
    /// The key of its name.
    pub label: &'static str,
    /// Whether there is a roof, so that ceilings and doors matter.
    pub is_indoors: bool,
}

impl Kind {
    pub fn find(word: &str) -> Option<&'static Self> {
        KINDS.iter().find(|kind| kind.word == word)
    }
}

const fn outdoors(word: &'static str, label: &'static str) -> Kind {
    Kind { word, label, is_indoors: false }
}

const fn indoors(word: &'static str, label: &'static str) -> Kind {
    Kind { word, label, is_indoors: true }
}

pub static KINDS: [Kind; 70] = [
    outdoors("canyon", "place-kind-canyon"),
    outdoors("desert", "place-kind-desert"),
    outdoors("dune", "place-kind-dune"),
    outdoors("badlands", "place-kind-badlands"),
    outdoors("steppe", "place-kind-steppe"),
    outdoors("plateau", "place-kind-plateau"),
    outdoors("mountain", "place-kind-mountain"),
    outdoors("cliff", "place-kind-cliff"),
    outdoors("gorge", "place-kind-gorge"),
    outdoors("depression", "place-kind-depression"),
    outdoors("lake", "place-kind-lake"),
    outdoors("salt-lake", "place-kind-salt-lake"),
    outdoors("salt-flat", "place-kind-salt-flat"),
    outdoors("river", "place-kind-river"),
    outdoors("waterfall", "place-kind-waterfall"),
    outdoors("spring", "place-kind-spring"),
    outdoors("sea-shore", "place-kind-sea-shore"),
    outdoors("forest", "place-kind-forest"),
    outdoors("glacier", "place-kind-glacier"),
    outdoors("meadow", "place-kind-meadow"),
    outdoors("park", "place-kind-park"),
    outdoors("village", "place-kind-village"),
    outdoors("yurt-camp", "place-kind-yurt-camp"),
    outdoors("old-town", "place-kind-old-town"),
    outdoors("street", "place-kind-street"),
    outdoors("square", "place-kind-square"),
    outdoors("boulevard", "place-kind-boulevard"),
    outdoors("market", "place-kind-market"),
    outdoors("station", "place-kind-station"),
    outdoors("port", "place-kind-port"),
    outdoors("dam", "place-kind-dam"),
    outdoors("bridge", "place-kind-bridge"),
    outdoors("ruins", "place-kind-ruins"),
    outdoors("fortress", "place-kind-fortress"),
    outdoors("mausoleum", "place-kind-mausoleum"),
    indoors("mosque", "place-kind-mosque"),
    indoors("church", "place-kind-church"),
    indoors("palace", "place-kind-palace"),
    outdoors("petroglyphs", "place-kind-petroglyphs"),
    outdoors("necropolis", "place-kind-necropolis"),
    outdoors("monument", "place-kind-monument"),
    outdoors("memorial", "place-kind-memorial"),
    indoors("museum", "place-kind-museum"),
    indoors("theatre", "place-kind-theatre"),
    indoors("library", "place-kind-library"),
    outdoors("government", "place-kind-government"),
    indoors("hotel", "place-kind-hotel"),
    indoors("mall", "place-kind-mall"),
    outdoors("skyline", "place-kind-skyline"),
    outdoors("modern-architecture", "place-kind-modern-architecture"),
    outdoors("soviet-architecture", "place-kind-soviet-architecture"),
    outdoors("residential", "place-kind-residential"),
    outdoors("industrial", "place-kind-industrial"),
    indoors("factory", "place-kind-factory"),
    outdoors("power-plant", "place-kind-power-plant"),
    outdoors("mine", "place-kind-mine"),
    outdoors("quarry", "place-kind-quarry"),
    outdoors("railway", "place-kind-railway"),
    outdoors("airport", "place-kind-airport"),
    outdoors("road", "place-kind-road"),
    outdoors("spaceport", "place-kind-spaceport"),
    outdoors("observatory", "place-kind-observatory"),
    outdoors("test-site", "place-kind-test-site"),
    indoors("studio", "place-kind-studio"),
    outdoors("backlot", "place-kind-backlot"),
    outdoors("ski-resort", "place-kind-ski-resort"),
    outdoors("sport", "place-kind-sport"),
    outdoors("resort", "place-kind-resort"),
    outdoors("ghost-town", "place-kind-ghost-town"),
    indoors("interior", "place-kind-interior"),
];
