use quick_xml::Writer;
use quick_xml::events::BytesText;
use web::Page;

use crate::Desk;
use crate::index::Found;

/// Places without a position are not on any globe.
pub(super) fn written(page: &Page, desk: &Desk, found: &Found) -> std::io::Result<String> {
    let mut writer = Writer::new(Vec::new());
    let language = page.language();
    let root = writer.create_element("kml").with_attribute(("xmlns", "http://www.opengis.net/kml/2.2"));
    root.write_inner_content(|writer| {
        writer.create_element("Document").write_inner_content(|writer| {
            text(writer, "name", &page.say("feed-title").to_string())?;
            for card in &found.cards {
                let Some(at) = card.position else { continue };
                let address = format!("{}/{language}/locations/{}", desk.origin, card.slug);
                let summary = card.summary.or_other(language).unwrap_or_default();
                writer.create_element("Placemark").with_attribute(("id", card.slug.as_str())).write_inner_content(
                    |writer| {
                        text(writer, "name", card.name(language))?;
                        text(writer, "description", &format!("{summary}\n{address}"))?;
                        writer.create_element("Point").write_inner_content(|writer| {
                            text(writer, "coordinates", &format!("{},{}", at.longitude, at.latitude))
                        })?;
                        Ok(())
                    },
                )?;
            }
            Ok(())
        })?;
        Ok(())
    })?;
    let body = String::from_utf8(writer.into_inner()).map_err(std::io::Error::other)?;
    Ok(format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{body}"))
}

fn text(writer: &mut Writer<Vec<u8>>, element: &str, said: &str) -> std::io::Result<()> {
    writer.create_element(element).write_text_content(BytesText::new(said)).map(drop)
}
