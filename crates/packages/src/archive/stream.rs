//! An archive that is sent while it is made: never more of it is in memory than one picture.

use std::io::{self, Write};
use std::sync::{Arc, Mutex};

use axum::body::Body;
use bytes::Bytes;
use futures_util::stream;
use places::Photo;
use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::Desk;
use crate::pictures::WIDEST;

/// One file of an archive.
pub(crate) enum Entry {
    Text { path: String, text: String },
    Picture { path: String, photo: Box<Photo> },
}

/// What has been written and not yet sent.
#[derive(Clone, Default)]
struct Outbox(Arc<Mutex<Vec<u8>>>);

struct Making {
    desk: Desk,
    outbox: Outbox,
    /// Nothing once its end was written.
    archive: Option<ZipWriter<StreamWriter<Outbox>>>,
    entries: std::vec::IntoIter<Entry>,
    dated: DateTime,
}

/// The body of an answer. A file that cannot be read breaks it off, which every browser shows as a failed download.
pub(crate) fn body(desk: &Desk, entries: Vec<Entry>, day: kernel::Day) -> Body {
    let outbox = Outbox::default();
    let part = |number: i8| u8::try_from(number).unwrap_or(1);
    let year = u16::try_from(day.year()).unwrap_or(1980);
    let making = Making {
        desk: desk.clone(),
        archive: Some(ZipWriter::new_stream(outbox.clone())),
        outbox,
        entries: entries.into_iter(),
        dated: DateTime::from_date_and_time(year, part(day.month()), part(day.day_of_month()), 0, 0, 0)
            .unwrap_or_default(),
    };
    Body::from_stream(stream::try_unfold(making, |mut making| async move {
        let piece = making.next_piece().await?;
        Ok::<_, io::Error>(piece.map(|piece| (piece, making)))
    }))
}

impl Making {
    async fn next_piece(&mut self) -> io::Result<Option<Bytes>> {
        loop {
            if self.archive.is_none() {
                return Ok(None);
            }
            self.put_next().await?;
            let written = self.outbox.take();
            if !written.is_empty() {
                return Ok(Some(written.into()));
            }
        }
    }

    async fn put_next(&mut self) -> io::Result<()> {
        let Some(archive) = &mut self.archive else { return Ok(()) };
        let options = SimpleFileOptions::default().last_modified_time(self.dated).unix_permissions(0o644);
        match self.entries.next() {
            Some(Entry::Text { path, text }) => {
                archive.start_file(path, options.compression_method(CompressionMethod::Deflated))?;
                archive.write_all(text.as_bytes())?;
            }
            Some(Entry::Picture { path, photo }) => {
                let bytes = places::copy_of(self.desk.store(), self.desk.files(), &photo, WIDEST).await;
                // One that was taken away meanwhile is left out.
                let Some(bytes) = bytes.map_err(io::Error::other)? else { return Ok(()) };
                // A photograph is pressed already, a drawing is text.
                let method = if photo.is_drawing() { CompressionMethod::Deflated } else { CompressionMethod::Stored };
                archive.start_file(path, options.compression_method(method))?;
                archive.write_all(&bytes)?;
            }
            None => {
                if let Some(archive) = self.archive.take() {
                    archive.finish()?;
                }
            }
        }
        Ok(())
    }
}

impl Outbox {
    fn take(&self) -> Vec<u8> {
        std::mem::take(&mut *self.0.lock().expect("nobody panics while writing"))
    }
}

impl Write for Outbox {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("nobody panics while writing").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
