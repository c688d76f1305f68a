//! Writing one zip: every entry is hashed and counted on its way in.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::problem::Doing;
use super::tables::Lines;
use super::{EntryHash, Problem};

/// A zip that is being written, without a size that would be too much for it.
pub(super) struct Bundle {
    zip: ZipWriter<BufWriter<File>>,
    path: PathBuf,
    written: Vec<EntryHash>,
    open: Option<OpenEntry>,
}

struct OpenEntry {
    name: String,
    size: u64,
    digest: Sha256,
}

impl Bundle {
    /// Only its owner may read it: all that the commission knows is in it.
    pub(super) fn create(path: &Path) -> Result<Self, Problem> {
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(path).doing("write", path)?;
        let zip = ZipWriter::new(BufWriter::with_capacity(1 << 20, file));
        Ok(Self { zip, path: path.to_owned(), written: Vec::new(), open: None })
    }

    pub(super) fn begin(&mut self, name: String, method: CompressionMethod) -> Result<(), Problem> {
        let options = SimpleFileOptions::default().compression_method(method).large_file(true).unix_permissions(0o600);
        self.zip.start_file(name.as_str(), options).doing("write", &self.path)?;
        self.open = Some(OpenEntry { name, size: 0, digest: Sha256::new() });
        Ok(())
    }

    pub(super) fn write(&mut self, bytes: &[u8]) -> Result<(), Problem> {
        if let Some(open) = &mut self.open {
            open.size = open.size.saturating_add(bytes.len() as u64);
            open.digest.update(bytes);
        }
        self.zip.write_all(bytes).doing("write", &self.path)
    }

    pub(super) fn finish_entry(&mut self) {
        if let Some(OpenEntry { name, size, digest }) = self.open.take() {
            self.written.push(EntryHash { name, size, sha256: super::backup::hex(&digest.finalize()) });
        }
    }

    pub(super) fn add(&mut self, name: String, bytes: &[u8]) -> Result<(), Problem> {
        self.begin(name, CompressionMethod::Deflated)?;
        self.write(bytes)?;
        self.finish_entry();
        Ok(())
    }

    pub(super) fn written(&self) -> &[EntryHash] {
        &self.written
    }

    /// Everything is on the disk afterwards.
    pub(super) fn finish(self) -> Result<(), Problem> {
        let file = self.zip.finish().doing("write", &self.path)?;
        let file = file.into_inner().map_err(std::io::IntoInnerError::into_error).doing("write", &self.path)?;
        file.sync_all().doing("write", &self.path)
    }
}

impl Lines for Bundle {
    fn begin(&mut self, table: &'static str) -> Result<(), Problem> {
        Self::begin(self, format!("tables/{table}.jsonl"), CompressionMethod::Deflated)
    }

    fn line(&mut self, line: &str) -> Result<(), Problem> {
        self.write(line.as_bytes())?;
        self.write(b"\n")
    }

    fn end(&mut self) -> Result<(), Problem> {
        self.finish_entry();
        Ok(())
    }
}
