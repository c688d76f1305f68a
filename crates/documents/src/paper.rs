//! All that a template can reach: itself, the kit it stands on, its data, and the fonts.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::{Picture, Template};

/// The kit of every template: `#import "/kit.typ": *`.
const KIT: &str = include_str!("kit.typ");

pub(crate) static FONTS: LazyLock<[Font; 2]> = LazyLock::new(|| {
    let font = |bytes: &'static [u8]| Font::new(Bytes::new(bytes), 0).expect("the embedded fonts are fonts");
    [font(include_bytes!("../fonts/GolosText-Regular.ttf")), font(include_bytes!("../fonts/GolosText-SemiBold.ttf"))]
});

static BOOK: LazyLock<LazyHash<FontBook>> = LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

static MAIN: LazyLock<FileId> = LazyLock::new(|| inside("/document.typ"));
static KIT_FILE: LazyLock<FileId> = LazyLock::new(|| inside("/kit.typ"));
static DATA: LazyLock<FileId> = LazyLock::new(|| inside("/data.json"));

pub(crate) struct Paper {
    main: Source,
    kit: Source,
    data: Bytes,
    pictures: Vec<(FileId, Bytes)>,
    today: Datetime,
}

impl Paper {
    pub(crate) fn new(template: &Template, data: String, pictures: Vec<Picture>, today: Datetime) -> Self {
        let picture = |picture: Picture| (inside(&format!("/pictures/{}", picture.name)), Bytes::new(picture.bytes));
        Self {
            main: Source::new(*MAIN, template.text.to_owned()),
            kit: Source::new(*KIT_FILE, KIT.to_owned()),
            data: Bytes::from_string(data),
            pictures: pictures.into_iter().map(picture).collect(),
            today,
        }
    }

    /// The line of the template or kit, for a message.
    pub(crate) fn place(&self, file: FileId, at: usize) -> String {
        let (name, source) = if file == *MAIN { ("document", &self.main) } else { ("kit", &self.kit) };
        let line = source.lines().byte_to_line(at).map_or(0, |line| line + 1);
        format!("{name}:{line}")
    }
}

impl World for Paper {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        *MAIN
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        match id {
            main if main == *MAIN => Ok(self.main.clone()),
            kit if kit == *KIT_FILE => Ok(self.kit.clone()),
            _ => Err(FileError::AccessDenied),
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == *DATA {
            return Ok(self.data.clone());
        }
        let picture = self.pictures.iter().find(|(known, _)| *known == id);
        picture.map(|(_, bytes)| bytes.clone()).ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        Some(self.today)
    }
}

fn inside(path: &str) -> FileId {
    let path = VirtualPath::new(path).expect("the names of our own files are plain");
    RootedPath::new(VirtualRoot::Project, path).intern()
}
