use proptest::prelude::*;

use super::{Heading, ParagraphKind, Script, ScriptKind, ScriptRefusal, Setting, TimeOfDay};

fn fountain(text: &str) -> Script {
    Script::read(ScriptKind::Fountain, text.as_bytes()).unwrap().unwrap()
}

fn final_draft(text: &str) -> Result<Script, ScriptRefusal> {
    Script::read(ScriptKind::FinalDraft, text.as_bytes()).map(Option::unwrap)
}

/// `12 | Exterior | THE STEPPE | DAY (Day)`
fn shown(heading: &Heading) -> String {
    let number = heading.number.as_deref().unwrap_or("-");
    format!("{number} | {:?} | {} | {} {:?}", heading.setting, heading.place, heading.time_written, heading.time)
}

fn read(line: &str) -> String {
    Heading::of(line).map(|heading| shown(&heading)).unwrap_or_default()
}

#[test]
fn headings_of_many_languages_are_understood() {
    let table = [
        ("INT. HOUSE - DAY", "- | Interior | HOUSE | DAY Day"),
        ("ext. steppe – night", "- | Exterior | steppe | night Night"),
        ("EXT. MARS BASE - AIRLOCK - DUSK #12A#", "12A | Exterior | MARS BASE - AIRLOCK | DUSK Dusk"),
        ("INT./EXT. CAR — MOMENTS LATER", "- | Both | CAR | MOMENTS LATER Other"),
        ("INT/EXT. CAR", "- | Both | CAR |  Unsaid"),
        ("I/E TRAIN - DAWN", "- | Both | TRAIN | DAWN Dawn"),
        ("ИНТ. КВАРТИРА АСЕЛЬ – ДЕНЬ", "- | Interior | КВАРТИРА АСЕЛЬ | ДЕНЬ Day"),
        ("12. НАТ. СТЕПЬ. РАССВЕТ", "12 | Exterior | СТЕПЬ | РАССВЕТ Dawn"),
        ("1-3 ИНТ./НАТ. МАШИНА. ПОЗДНИЙ ВЕЧЕР", "1-3 | Both | МАШИНА | ПОЗДНИЙ ВЕЧЕР Evening"),
        ("СЦЕНА 7. ИНТ. ЮРТА - НОЧЬ", "7 | Interior | ЮРТА | НОЧЬ Night"),
        ("Нат. Чарынский каньон. Утро.", "- | Exterior | Чарынский каньон | Утро Morning"),
        ("ЭКСТ. АУЛ - СУМЕРКИ", "- | Exterior | АУЛ | СУМЕРКИ Dusk"),
        ("ИНТ. КИІЗ ҮЙ – ТАҢ СӘРІ", "- | Interior | КИІЗ ҮЙ | ТАҢ СӘРІ Dawn"),
        ("СЫРТ. ДАЛА – КҮНДІЗ", "- | Exterior | ДАЛА | КҮНДІЗ Day"),
        ("INT. CAFÉ - NUIT", "- | Interior | CAFÉ | NUIT Night"),
        ("AUSSEN. BAHNHOF - MORGENGRAUEN", "- | Exterior | BAHNHOF | MORGENGRAUEN Dawn"),
        ("İÇ. EV - GECE", "- | Interior | EV | GECE Night"),
        ("EXT. HOUSE - KITCHEN", "- | Exterior | HOUSE - KITCHEN |  Unsaid"),
        ("INT. ROOM - DAY 2 (RAIN)", "- | Interior | ROOM | DAY 2 (RAIN) Day"),
    ];
    for (line, expected) in table {
        assert_eq!(read(line), expected, "{line}");
    }
}

#[test]
fn ordinary_sentences_are_no_headings() {
    for line in
        ["INTO THE WILD", "Estate of the Khan", "Натурщик вошёл.", "Интересно.", "12 angry men", "", "1.", "#", "..."]
    {
        assert_eq!(read(line), "", "{line}");
    }
}

const ROAD: &str = "Title: The Road\nAuthor: A. N.\n\n# ACT ONE\n\n= What happens\n\nEXT. STEPPE - DAY #1#\n\nA rider [[which\none?]] stops.\n\nASEL (V.O.)\n(quietly)\nWe were late.\n\nINT. YURT\nis where she was born.\n\n.FLASHBACK\n\n/* INT. CUT SCENE - DAY\n\n*/CUT TO:\n\nИНТ. ЮРТА – НОЧЬ\n\n...\n";

#[test]
fn a_fountain_script_gives_its_scenes_and_what_is_said() {
    let script = fountain(ROAD);
    let headings: Vec<String> = script.headings().map(shown).collect();
    let expected = [
        "1 | Exterior | STEPPE | DAY Day",
        // Fountain wants a blank line after a heading; authors forget it.
        "- | Interior | YURT |  Unsaid",
        "- | Unsaid | FLASHBACK |  Unsaid",
        "- | Interior | ЮРТА | НОЧЬ Night",
    ];
    assert_eq!(headings, expected);
    let kinds = |kind| script.paragraphs.iter().filter(move |paragraph| paragraph.kind == kind);
    let said: Vec<&str> = kinds(ParagraphKind::Dialogue).map(|paragraph| paragraph.text.as_str()).collect();
    assert_eq!(said, ["We were late."]);
    assert_eq!(kinds(ParagraphKind::Character).count(), 1);
    assert_eq!(kinds(ParagraphKind::Transition).count(), 1);
    assert_eq!(kinds(ParagraphKind::Title).count(), 2);
    assert!(!script.paragraphs.iter().any(|paragraph| paragraph.text.contains("CUT SCENE")));
}

const DRAFT: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="no" ?>
<FinalDraft DocumentType="Script" Template="No" Version="5">
  <Content>
    <Paragraph Number="12A" Type="Scene Heading"><SceneProperties Length="1/8" Page="1"/>
      <Text>EXT. SINGING DUNE </Text><Text AdornmentStyle="-1">- DAY</Text>
    </Paragraph>
    <Paragraph Type="Action"><Text>Tom &amp; Асель ride &#1179;.</Text></Paragraph>
    <Paragraph Type="Scene Heading"><Text>НАТ. ПОЮЩИЙ БАРХАН. НОЧЬ</Text></Paragraph>
    <Paragraph Type="Character"><Text>АСЕЛЬ</Text></Paragraph>
    <Paragraph Type="Dialogue"><Text>Тише.</Text></Paragraph>
  </Content>
  <TitlePage><Content><Paragraph Type="Scene Heading"><Text>INT. NOT A SCENE - DAY</Text></Paragraph></Content></TitlePage>
</FinalDraft>"#;

#[test]
fn a_final_draft_script_gives_its_scenes() {
    let script = final_draft(DRAFT).unwrap();
    let headings: Vec<String> = script.headings().map(shown).collect();
    assert_eq!(headings, ["12A | Exterior | SINGING DUNE | DAY Day", "- | Exterior | ПОЮЩИЙ БАРХАН | НОЧЬ Night"]);
    assert!(script.paragraphs.iter().any(|paragraph| paragraph.text == "Tom & Асель ride қ."));
}

#[test]
fn a_damaged_file_says_where() {
    let cut = DRAFT.split_at(DRAFT.find("<Paragraph Type=\"Character").unwrap()).0;
    assert_eq!(final_draft(cut), Err(ScriptRefusal::Damaged { line: 9 }));
    assert_eq!(final_draft("<html><body/></html>"), Err(ScriptRefusal::NotFinalDraft));
    assert_eq!(final_draft("just words"), Err(ScriptRefusal::NotFinalDraft));
    let bomb = "<!DOCTYPE x [<!ENTITY a \"aa\">]>\n<FinalDraft><Content/></FinalDraft>";
    assert_eq!(final_draft(bomb), Err(ScriptRefusal::OwnEntities { line: 1 }));
    let windows = Script::read(ScriptKind::Fountain, b"INT. A - DAY\n\n\xc4\xe0\n");
    assert_eq!(windows, Err(ScriptRefusal::NotText { line: 3 }));
}

#[test]
fn a_file_has_to_be_what_its_name_says() {
    let kind = |name: &str, bytes: &[u8]| ScriptKind::of(name, bytes);
    assert_eq!(kind("Road.FDX", b"<FinalDraft/>"), Ok(ScriptKind::FinalDraft));
    assert_eq!(kind("road.fountain", b"INT."), Ok(ScriptKind::Fountain));
    assert_eq!(kind("road.pdf", b"%PDF-1.7"), Ok(ScriptKind::Pdf));
    let unknown = |name: &str| Err(ScriptRefusal::UnknownKind { name: name.to_owned() });
    assert_eq!(kind("road.pdf", b"MZ"), unknown("road.pdf"));
    assert_eq!(kind("road.fountain", b"%PDF-1.7"), unknown("road.fountain"));
    assert_eq!(kind("road.docx", b"PK"), unknown("road.docx"));
    assert_eq!(kind("road.pdf", b""), Err(ScriptRefusal::Empty));
}

#[test]
fn text_of_older_programs_is_read() {
    let mut wide = vec![0xFF, 0xFE];
    wide.extend("НАТ. АУЛ - ДЕНЬ".encode_utf16().flat_map(u16::to_le_bytes));
    let script = Script::read(ScriptKind::Fountain, &wide).unwrap().unwrap();
    assert_eq!(script.headings().map(|heading| heading.place.as_str()).collect::<Vec<_>>(), ["АУЛ"]);
    wide.push(b'x');
    assert_eq!(Script::read(ScriptKind::Fountain, &wide), Err(ScriptRefusal::NotText { line: 1 }));
}

/// Pieces that scripts are made of, in no sensible order.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("INT. "),
        Just("НАТ."),
        Just("/"),
        Just(" - "),
        Just("\n\n"),
        Just("DAY"),
        Just("#1#"),
        Just("#"),
        Just("."),
        Just("["),
        Just("[["),
        Just("]]"),
        Just("/*"),
        Just("*/"),
        Just("<FinalDraft>"),
        Just("<Content>"),
        Just("</Content>"),
        Just("<Paragraph Type=\"Scene Heading\">"),
        Just("</Paragraph>"),
        Just("<Text>"),
        Just("</Text>"),
        Just("&#x41;"),
        Just("&"),
        Just("İ"),
        Just("ß"),
        Just("\u{301}"),
        Just("ǰ"),
        Just("\r\n"),
        Just("(a)"),
        Just(">"),
        Just("Title:"),
    ];
    prop_oneof![prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat()), any::<String>(),]
}

proptest! {
    #[test]
    fn nothing_panics_on_any_text(text in pieces()) {
        let _ = Script::read(ScriptKind::Fountain, text.as_bytes());
        let _ = Script::read(ScriptKind::FinalDraft, text.as_bytes());
        let _ = Script::read(ScriptKind::FinalDraft, format!("<FinalDraft><Content>{text}").as_bytes());
        let _ = Heading::of(&text);
        let _ = Heading::forced(&text, Some(&text));
    }

    #[test]
    fn nothing_panics_on_any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        for kind in [ScriptKind::Fountain, ScriptKind::FinalDraft, ScriptKind::Pdf] {
            let _ = Script::read(kind, &bytes);
        }
        let _ = ScriptKind::of("a.fdx", &bytes);
    }

    #[test]
    fn a_heading_gives_back_what_it_was_written_from(place in "[A-ZА-ЯҚӘ]{2,12}( [A-ZА-Я]{1,8}){0,3}", number in "[1-9][0-9]{0,2}[A-C]?") {
        for (opening, setting) in [("INT.", Setting::Interior), ("НАТ.", Setting::Exterior), ("ИНТ./НАТ.", Setting::Both)] {
            for (time, kind) in [("НОЧЬ", TimeOfDay::Night), ("DAY", TimeOfDay::Day), ("КЕШ", TimeOfDay::Evening)] {
                let heading = Heading::of(&format!("{opening} {place} - {time} #{number}#")).unwrap();
                let expected = Heading { number: Some(number.clone()), setting, place: place.clone(), time_written: time.to_owned(), time: kind };
                prop_assert_eq!(heading, expected);
            }
        }
    }
}
