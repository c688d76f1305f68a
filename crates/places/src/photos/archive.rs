//! Photos that come in one archive. It is looked through whole before anything of it is used.

use std::io::{Cursor, Read};

use bytes::Bytes;
use zip::ZipArchive;
use zip::result::ZipError;

use super::receive::MOST_BYTES;
use super::refusal::ArchiveRefusal;

/// More photos has no place; more files has no honest archive.
const MOST_FILES: usize = 2_000;
/// All of an archive stands in memory, unpacked.
const MOST_UNPACKED: u64 = 400 * 1024 * 1024;

/// Whether the bytes begin as an archive does.
pub(crate) fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// The files of an archive in their order, by the last part of their names.
pub fn unpack_photos(bytes: &[u8]) -> Result<Vec<(String, Bytes)>, ArchiveRefusal> {
    let last = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
    Ok(unpack_folders(bytes)?.into_iter().map(|(path, bytes)| (last(&path), bytes)).collect())
}

/// The files of an archive in their order, by their names with the folders. What systems leave beside photos is left
/// away; all else is given, so that somebody hears about each file.
pub(crate) fn unpack_folders(bytes: &[u8]) -> Result<Vec<(String, Bytes)>, ArchiveRefusal> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ArchiveRefusal::Damaged)?;
    if archive.len() > MOST_FILES {
        return Err(ArchiveRefusal::TooManyFiles { entries: archive.len(), most: MOST_FILES });
    }
    let too_large = ArchiveRefusal::TooLarge { most: MOST_UNPACKED / 1024 / 1024 };
    let (mut left, mut files) = (MOST_UNPACKED, Vec::new());
    for number in 0..archive.len() {
        let mut entry = archive.by_index(number).map_err(|error| refusal(&error))?;
        let name = entry.name().map_err(|_| ArchiveRefusal::Damaged)?.into_owned();
        if leads_out(&name) {
            return Err(ArchiveRefusal::LeadsOut);
        }
        if entry.is_dir() || is_left_behind(&name) {
            continue;
        }
        let declared = entry.size();
        if declared > left {
            return Err(too_large);
        }
        // A file that is too large by itself is refused by its name later: one byte more than it may have will do.
        let wanted = declared.min(MOST_BYTES + 1);
        let mut unpacked = Vec::new();
        entry.by_ref().take(wanted + 1).read_to_end(&mut unpacked).map_err(|_| ArchiveRefusal::Damaged)?;
        let size = u64::try_from(unpacked.len()).unwrap_or(u64::MAX);
        if size > declared || (size < declared && declared <= MOST_BYTES) {
            return Err(ArchiveRefusal::Lies);
        }
        if is_archive(&unpacked) {
            return Err(ArchiveRefusal::Nested);
        }
        left = left.saturating_sub(size);
        files.push((name, Bytes::from(unpacked)));
    }
    if files.is_empty() { Err(ArchiveRefusal::NoPhotos) } else { Ok(files) }
}

fn refusal(error: &ZipError) -> ArchiveRefusal {
    match error {
        ZipError::UnsupportedArchive(said) if *said == ZipError::PASSWORD_REQUIRED => ArchiveRefusal::Password,
        _ => ArchiveRefusal::Damaged,
    }
}

fn leads_out(name: &str) -> bool {
    let is_absolute = name.starts_with('/') || name.contains('\\') || name.contains(':') || name.contains('\0');
    is_absolute || name.split('/').any(|part| part == "..")
}

/// What Windows and macOS put beside photos.
fn is_left_behind(name: &str) -> bool {
    let last = name.rsplit('/').next().unwrap_or_default();
    name.starts_with("__MACOSX/") || last.starts_with('.') || matches!(last, "Thumbs.db" | "desktop.ini")
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::{MOST_FILES, unpack_photos};
    use crate::photos::ArchiveRefusal;

    fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    fn refusal(files: &[(&str, &[u8])]) -> ArchiveRefusal {
        unpack_photos(&archive(files)).unwrap_err()
    }

    #[test]
    fn files_come_in_their_order_without_folders_and_leftovers() {
        let bytes =
            archive(&[("a/1.jpg", b"one"), ("a/Thumbs.db", b"x"), ("__MACOSX/a/._1.jpg", b"x"), ("2.txt", b"two")]);
        let names: Vec<String> = unpack_photos(&bytes).unwrap().into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["1.jpg", "2.txt"]);
    }

    #[test]
    fn names_that_lead_out_are_refused() {
        for name in ["../1.jpg", "a/../../1.jpg", "/etc/1.jpg", "C:\\1.jpg", "a\\..\\1.jpg"] {
            assert_eq!(refusal(&[(name, b"x")]), ArchiveRefusal::LeadsOut, "{name}");
        }
    }

    #[test]
    fn fifty_thousand_files_are_refused() {
        let names: Vec<String> = (0..50_000).map(|number| format!("{number}.jpg")).collect();
        let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"".as_slice())).collect();
        assert_eq!(refusal(&files), ArchiveRefusal::TooManyFiles { entries: 50_000, most: MOST_FILES });
    }

    #[test]
    fn an_archive_in_an_archive_is_refused() {
        let inner = archive(&[("1.jpg", b"x")]);
        assert_eq!(refusal(&[("photos.jpg", &inner)]), ArchiveRefusal::Nested);
    }

    #[test]
    fn what_unpacks_to_too_much_is_refused() {
        let large = vec![0; 39 * 1024 * 1024];
        let names: Vec<String> = (0..11).map(|number| format!("{number}.jpg")).collect();
        let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), large.as_slice())).collect();
        assert_eq!(refusal(&files), ArchiveRefusal::TooLarge { most: 400 });
    }

    #[test]
    fn sizes_that_lie_are_refused() {
        let mut bytes = archive(&[("1.jpg", &[7; 5_000])]);
        // The size stands in the list at the end, and before the file itself.
        let wrong = 4_000_u32.to_le_bytes();
        let right = 5_000_u32.to_le_bytes();
        let places: Vec<usize> = (0..bytes.len() - 4).filter(|at| bytes[*at..at + 4] == right).collect();
        for at in places {
            bytes[at..at + 4].copy_from_slice(&wrong);
        }
        assert!(matches!(unpack_photos(&bytes), Err(ArchiveRefusal::Lies | ArchiveRefusal::Damaged)));
    }

    #[test]
    fn damage_and_nothing_are_named() {
        let whole = archive(&[("1.jpg", b"one")]);
        assert_eq!(unpack_photos(&whole[..20]), Err(ArchiveRefusal::Damaged));
        assert_eq!(refusal(&[]), ArchiveRefusal::NoPhotos);
    }
}
