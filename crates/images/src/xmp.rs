use std::fmt::Write as _;

use kernel::Language;
use quick_xml::NsReader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};

use crate::Rights;
use crate::rights::tidy;

const DC: &str = "http://purl.org/dc/elements/1.1/";
const PHOTOSHOP: &str = "http://ns.adobe.com/photoshop/1.0/";
const RIGHTS: &str = "http://ns.adobe.com/xap/1.0/rights/";
const CREATIVE_COMMONS: &str = "http://creativecommons.org/ns#";
const IPTC: &str = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/";
const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

/// What a property is to us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Property {
    Creator,
    Credit,
    Copyright,
    Licence,
    Alt,
}

/// A packet has some kilobytes; deeper than this nests nobody.
const MOST_BYTES: usize = 1 << 20;
const DEEPEST: usize = 40;

/// Reads what it can, and stops where the packet is none.
pub(crate) fn read(packet: &[u8]) -> Rights {
    let mut rights = Rights::default();
    let Ok(text) = std::str::from_utf8(packet) else { return rights };
    if text.len() > MOST_BYTES {
        return rights;
    }
    let mut reader = NsReader::from_str(text.trim_end_matches('\0'));
    // The property one is in, since how deep; and the language of the innermost part.
    let (mut depth, mut inside, mut language) = (0_usize, None::<(Property, usize)>, None::<Language>);
    let mut gathered = String::new();
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(start) => {
                depth += 1;
                if depth > DEEPEST {
                    return rights;
                }
                read_attributes(&reader, &start, &mut rights);
                if let Some(property) = element(&reader, &start) {
                    inside = Some((property, depth));
                }
                language = language_of(&start);
                gathered.clear();
            }
            Event::Empty(empty) => {
                read_attributes(&reader, &empty, &mut rights);
                if let Some((property, address)) = element(&reader, &empty).zip(resource(&empty)) {
                    put(&mut rights, property, None, &address);
                }
            }
            Event::Text(text) => gathered.push_str(&text.xml10_content()),
            Event::GeneralRef(name) => gathered.push_str(resolve_predefined_entity(&name).unwrap_or_default()),
            Event::CData(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
            Event::End(_) => {
                let text = std::mem::take(&mut gathered);
                if let Some((property, _)) = inside {
                    put(&mut rights, property, language, &text);
                }
                inside = inside.filter(|(_, since)| *since < depth);
                depth = depth.saturating_sub(1);
            }
            Event::Eof => break,
        }
    }
    rights
}

/// A packet that says so.
pub(crate) fn write(rights: &Rights) -> String {
    let mut body = String::new();
    let mut say = |open: &str, text: &str, close: &str| {
        let _ = write!(body, "{open}{}{close}", quick_xml::escape::escape(text));
    };
    if let Some(creator) = &rights.creator {
        say("<dc:creator><rdf:Seq><rdf:li>", creator, "</rdf:li></rdf:Seq></dc:creator>");
    }
    if let Some(copyright) = &rights.copyright {
        say("<dc:rights><rdf:Alt><rdf:li xml:lang=\"x-default\">", copyright, "</rdf:li></rdf:Alt></dc:rights>");
    }
    if let Some(credit) = &rights.credit {
        say("<photoshop:Credit>", credit, "</photoshop:Credit>");
    }
    if let Some(licence) = &rights.licence {
        let terms = "<xmpRights:UsageTerms><rdf:Alt><rdf:li xml:lang=\"x-default\">";
        say(terms, licence, "</rdf:li></rdf:Alt></xmpRights:UsageTerms>");
    }
    if let Some(first) = rights.alt.or_other(Language::ENGLISH) {
        say("<Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang=\"x-default\">", first, "</rdf:li>");
        for language in rights.alt.languages() {
            let open = format!("<rdf:li xml:lang=\"{language}\">");
            say(&open, rights.alt.get(language).unwrap_or_default(), "</rdf:li>");
        }
        say("", "", "</rdf:Alt></Iptc4xmpCore:AltTextAccessibility>");
    }
    format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"{RDF}\"><rdf:Description rdf:about=\"\" \
         xmlns:dc=\"{DC}\" xmlns:photoshop=\"{PHOTOSHOP}\" xmlns:xmpRights=\"{RIGHTS}\" xmlns:Iptc4xmpCore=\"{IPTC}\">\
         {body}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>"
    )
}

fn put(rights: &mut Rights, property: Property, language: Option<Language>, text: &str) {
    let Some(text) = tidy(text) else { return };
    let place = match property {
        Property::Creator => &mut rights.creator,
        Property::Credit => &mut rights.credit,
        Property::Copyright => &mut rights.copyright,
        Property::Licence => &mut rights.licence,
        Property::Alt => {
            // A text for any language stands in for English, where that is not there.
            match language {
                Some(language) => rights.alt.insert(language, text),
                None if rights.alt.is_empty() => rights.alt.insert(Language::ENGLISH, text),
                None => {}
            }
            return;
        }
    };
    if place.is_none() {
        *place = Some(text);
    }
}

fn element(reader: &NsReader<&[u8]>, start: &BytesStart<'_>) -> Option<Property> {
    let (namespace, local) = reader.resolver().resolve_element(start.name());
    property(&namespace, local.as_ref())
}

/// Simple properties may stand as attributes.
fn read_attributes(reader: &NsReader<&[u8]>, start: &BytesStart<'_>, rights: &mut Rights) {
    for attribute in start.attributes().flatten() {
        let (namespace, local) = reader.resolver().resolve_attribute(attribute.key);
        let Some(property) = property(&namespace, local.as_ref()) else { continue };
        if let Ok(value) = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0) {
            put(rights, property, None, &value);
        }
    }
}

fn property(namespace: &ResolveResult<'_>, local: &str) -> Option<Property> {
    let ResolveResult::Bound(Namespace(namespace)) = namespace else { return None };
    match (*namespace, local) {
        (DC, "creator") => Some(Property::Creator),
        (DC, "rights") => Some(Property::Copyright),
        (PHOTOSHOP, "Credit") => Some(Property::Credit),
        (RIGHTS, "UsageTerms" | "WebStatement") | (CREATIVE_COMMONS, "license") => Some(Property::Licence),
        (IPTC, "AltTextAccessibility") => Some(Property::Alt),
        _ => None,
    }
}

fn language_of(start: &BytesStart<'_>) -> Option<Language> {
    let attribute = start.attributes().flatten().find(|attribute| attribute.key.as_ref() == "xml:lang")?;
    let tag = attribute.value.to_lowercase();
    // `kk-KZ` is `kk`; `x-default` is none.
    tag.split('-').next()?.parse().ok()
}

fn resource(start: &BytesStart<'_>) -> Option<String> {
    let attribute = start.attributes().flatten().find(|attribute| attribute.key.as_ref() == "rdf:resource")?;
    Some(attribute.value.clone().into_owned())
}
