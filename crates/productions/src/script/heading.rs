//! A scene heading: `INT. HOUSE - DAY`, `12. НАТ. СТЕПЬ – РАССВЕТ`, `INT./EXT. CAR — NIGHT #4A#`.

/// What a scene heading says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// As the script numbers it: `12`, `4A`, `1-3`.
    pub number: Option<String>,
    pub setting: Setting,
    pub place: String,
    /// As written: `DAY`, `ПОЗДНИЙ ВЕЧЕР`; empty if the heading does not say.
    pub time_written: String,
    pub time: TimeOfDay,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Setting {
    Interior,
    Exterior,
    Both,
    Unsaid,
}

/// What light the camera wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TimeOfDay {
    Day,
    Night,
    Dawn,
    Morning,
    Evening,
    Dusk,
    /// As before, later, and what else is written there.
    Other,
    Unsaid,
}

/// Words that open a heading, in capitals. Film people of many countries keep the English ones.
const INTERIOR: [&str; 11] =
    ["INT", "INTERIOR", "ИНТ", "ИНТЕРЬЕР", "ПАВ", "ІШКІ", "ІШ", "INNEN", "INTÉRIEUR", "İÇ", "内景"];
const EXTERIOR: [&str; 14] = [
    "EXT",
    "EXTERIOR",
    "EST",
    "НАТ",
    "НАТУРА",
    "ЭКСТ",
    "ЭКС",
    "СЫРТҚЫ",
    "СЫРТ",
    "AUSSEN",
    "AUßEN",
    "EXTÉRIEUR",
    "DIŞ",
    "外景",
];
const BOTH: [&str; 5] = ["I/E", "E/I", "И/Н", "Н/И", "内外景"];

/// Words of a time, by what they begin with, in capitals.
const TIMES: [(TimeOfDay, &[&str]); 6] = [
    (
        TimeOfDay::Dawn,
        &["DAWN", "SUNRISE", "РАССВЕТ", "ВОСХОД", "ТАҢ СӘРІ", "ТАҢҒЫ АЛАКӨЛЕҢКЕ", "AUBE", "MORGENGRAUEN", "AMANECER"],
    ),
    (
        TimeOfDay::Dusk,
        &[
            "DUSK",
            "SUNSET",
            "TWILIGHT",
            "MAGIC HOUR",
            "ЗАКАТ",
            "СУМЕРКИ",
            "РЕЖИМ",
            "ЫМЫРТ",
            "КҮН БАТ",
            "CRÉPUSCULE",
            "DÄMMERUNG",
            "ATARDECER",
        ],
    ),
    (
        TimeOfDay::Night,
        &[
            "NIGHT",
            "MIDNIGHT",
            "LATE NIGHT",
            "НОЧЬ",
            "ПОЛНОЧЬ",
            "ГЛУБОКАЯ НОЧЬ",
            "ТҮН",
            "NUIT",
            "NACHT",
            "NOCHE",
            "GECE",
            "夜",
        ],
    ),
    (
        TimeOfDay::Morning,
        &[
            "MORNING",
            "EARLY MORNING",
            "УТРО",
            "РАННЕЕ УТРО",
            "ТАҢ",
            "ТАҢЕРТЕҢ",
            "MATIN",
            "MORGEN",
            "MAÑANA",
            "SABAH",
            "晨",
        ],
    ),
    (
        TimeOfDay::Evening,
        &["EVENING", "LATE EVENING", "ВЕЧЕР", "ПОЗДНИЙ ВЕЧЕР", "КЕШ", "SOIR", "ABEND", "TARDE", "AKŞAM"],
    ),
    (
        TimeOfDay::Day,
        &[
            "DAY",
            "AFTERNOON",
            "NOON",
            "MIDDAY",
            "LATE AFTERNOON",
            "ДЕНЬ",
            "ПОЛДЕНЬ",
            "КҮНДІЗ",
            "КҮН",
            "ТҮС",
            "JOUR",
            "TAG",
            "DÍA",
            "DIA",
            "GÜN",
            "GÜNDÜZ",
            "日",
        ],
    ),
];

/// Words that stand where a time stands but name no light.
const RUNNING: [&str; 12] = [
    "CONTINUOUS",
    "LATER",
    "MOMENTS LATER",
    "SAME",
    "SAME TIME",
    "ПОЗЖЕ",
    "ТОГДА ЖЕ",
    "ТО ЖЕ ВРЕМЯ",
    "ПРОДОЛЖЕНИЕ",
    "НЕПРЕРЫВНО",
    "КЕЙІНІРЕК",
    "PLUS TARD",
];

/// Longer lines are not headings.
const LONGEST: usize = 400;

impl Heading {
    /// Nothing if the line does not open as a heading does.
    pub(super) fn of(line: &str) -> Option<Self> {
        let (line, number) = without_end_number(line.trim());
        let (line, number_before) = without_start_number(line);
        let (setting, rest) = opening(line)?;
        Some(Self::from_parts(number.or(number_before), setting, rest))
    }

    /// A line that the script itself marks as a heading, however it opens.
    pub(super) fn forced(line: &str, number: Option<&str>) -> Self {
        let (rest, number_at_end) = without_end_number(line.trim());
        let (rest, number_before) = if opening(rest).is_none() { without_start_number(rest) } else { (rest, None) };
        let (setting, rest) = opening(rest).unwrap_or((Setting::Unsaid, rest));
        let number = number.map(str::trim).filter(|number| !number.is_empty()).map(str::to_owned);
        Self::from_parts(number.or(number_at_end).or(number_before), setting, rest)
    }

    fn from_parts(number: Option<String>, setting: Setting, rest: &str) -> Self {
        let (place, time_written, time) = split_time(rest);
        Self { number, setting, place: place.to_owned(), time_written: time_written.to_owned(), time }
    }
}

impl Setting {
    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Interior => "setting-interior",
            Self::Exterior => "setting-exterior",
            Self::Both => "setting-both",
            Self::Unsaid => "setting-unsaid",
        }
    }
}

impl TimeOfDay {
    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Day => "time-day",
            Self::Night => "time-night",
            Self::Dawn => "time-dawn",
            Self::Morning => "time-morning",
            Self::Evening => "time-evening",
            Self::Dusk => "time-dusk",
            Self::Other => "time-other",
            Self::Unsaid => "time-unsaid",
        }
    }
}

/// `INT. HOUSE - DAY #4A#` has its number at the end.
fn without_end_number(line: &str) -> (&str, Option<String>) {
    let Some((before, number)) = line.strip_suffix('#').and_then(|line| line.rsplit_once('#')) else {
        return (line, None);
    };
    let is_number = !number.is_empty()
        && number.chars().count() <= 16
        && number.chars().all(|sign| sign.is_alphanumeric() || matches!(sign, '-' | '.' | ' '));
    if is_number { (before.trim_end(), Some(number.trim().to_owned())) } else { (line, None) }
}

/// `12. ИНТ. КВАРТИРА`, `1-3 НАТ. ДВОР`, `СЦЕНА 7. ИНТ. ДОМ` have it in front.
fn without_start_number(line: &str) -> (&str, Option<String>) {
    let after_word = ["SCENE ", "СЦЕНА ", "КӨРІНІС ", "№ ", "№"].iter().find_map(|word| {
        let head: String = line.chars().take(word.chars().count()).collect();
        (capitals(&head) == *word).then(|| line.get(head.len()..)).flatten()
    });
    let candidate = after_word.unwrap_or(line);
    let end = candidate.find(|sign: char| !(sign.is_alphanumeric() || matches!(sign, '-' | '.'))).unwrap_or(0);
    let (number, rest) = candidate.split_at(end);
    let plain = number.trim_end_matches('.');
    let is_number = plain.starts_with(|sign: char| sign.is_ascii_digit()) && plain.chars().count() <= 10;
    if is_number { (rest.trim_start(), Some(plain.to_owned())) } else { (line, None) }
}

/// `INT. `, `INT./EXT. `, `ИНТ/НАТ ` and what is left of the line.
fn opening(line: &str) -> Option<(Setting, &str)> {
    if line.len() > LONGEST {
        return None;
    }
    let (first, rest) = opening_word(line)?;
    // `INT./EXT.`, `INT/EXT`, `ИНТ.-НАТ.`
    let joined = rest.trim_start_matches('.').strip_prefix(['/', '-']);
    if let Some((second, rest)) = joined.and_then(|after| opening_word(after.trim_start())) {
        let setting = if first == second { first } else { Setting::Both };
        return ended(rest).map(|rest| (setting, rest));
    }
    ended(rest).map(|rest| (first, rest))
}

/// The word has to end there: `INTO THE WILD` is no interior.
fn ended(rest: &str) -> Option<&str> {
    let ends = rest.is_empty() || rest.starts_with(['.', ' ', ':', ',', '\u{a0}', '\t']);
    let place = rest.trim_start_matches(|sign: char| matches!(sign, '.' | ':' | ',' | '-') || sign.is_whitespace());
    ends.then_some(place)
}

fn opening_word(line: &str) -> Option<(Setting, &str)> {
    let both = BOTH.iter().map(|word| (Setting::Both, *word));
    let interior = INTERIOR.iter().map(|word| (Setting::Interior, *word));
    let exterior = EXTERIOR.iter().map(|word| (Setting::Exterior, *word));
    let fitting = both.chain(interior).chain(exterior).filter_map(|(setting, word)| {
        let head: String = line.chars().take(word.chars().count()).collect();
        let fits = capitals(&head) == word || head.to_uppercase() == word;
        let rest = line.get(head.len()..)?;
        let goes_on = rest.chars().next().is_some_and(char::is_alphanumeric);
        (fits && !goes_on).then_some((setting, rest))
    });
    // The longest word that fits: `И/Н` is not `И`.
    fitting.min_by_key(|(_, rest)| rest.len())
}

/// The place and the time, which stands after the last dash or, in Russian scripts, after the last full stop.
fn split_time(rest: &str) -> (&str, &str, TimeOfDay) {
    let rest = rest.trim().trim_end_matches('.');
    let dash = [" - ", " – ", " — ", " -- "].iter().filter_map(|dash| Some((rest.rfind(dash)?, dash.len()))).max();
    if let Some((at, length)) = dash {
        let (place, time) = (rest.get(..at).unwrap_or(rest), rest.get(at + length..).unwrap_or(""));
        let time = time.trim();
        let kind = kind_of(time);
        // `HOUSE - KITCHEN` is a place in a place.
        if kind != TimeOfDay::Unsaid {
            return (trimmed(place), time, kind);
        }
    }
    for mark in [". ", ", ", ".", "/"] {
        if let Some((place, time)) = rest.rsplit_once(mark) {
            let kind = kind_of(time.trim());
            if kind != TimeOfDay::Unsaid && !place.trim().is_empty() {
                return (trimmed(place), time.trim(), kind);
            }
        }
    }
    (trimmed(rest), "", TimeOfDay::Unsaid)
}

fn trimmed(place: &str) -> &str {
    place.trim().trim_end_matches(['.', ',', '-', '–', '—']).trim_end()
}

fn kind_of(time: &str) -> TimeOfDay {
    let said = capitals(time);
    // `(FLASHBACK) DAY 2` and `DAY (RAIN)` name a time too.
    let plain = said.trim_start_matches(|sign: char| !sign.is_alphanumeric());
    let begins =
        |word: &str| plain.strip_prefix(word).is_some_and(|rest| !rest.chars().next().is_some_and(char::is_alphabetic));
    // The longest word first: `ТАҢ СӘРІ` is dawn although `ТАҢ` is morning.
    let words = TIMES.iter().flat_map(|(kind, words)| words.iter().map(move |word| (*kind, *word)));
    let fitting = words.filter(|(_, word)| begins(word)).max_by_key(|(_, word)| word.len());
    match fitting {
        Some((kind, _)) => kind,
        None if RUNNING.iter().any(|word| begins(word)) => TimeOfDay::Other,
        None => TimeOfDay::Unsaid,
    }
}

/// Capitals, letter by letter, so that the length in letters stays.
fn capitals(text: &str) -> String {
    let letter = |letter: char| {
        let mut upper = letter.to_uppercase();
        match (upper.next(), upper.next()) {
            (Some(one), None) => one,
            _ => letter,
        }
    };
    text.chars().map(letter).collect()
}
