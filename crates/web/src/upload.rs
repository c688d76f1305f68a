use axum::body::Bytes;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::StatusCode;

use crate::Form;

/// No form of ours has more parts.
const MOST_PARTS: usize = 4_000;

/// A form with files. The route's limit has bounded the whole; nothing touches a disk.
#[derive(Debug, Default)]
pub struct Upload {
    pub form: Form,
    pub files: Vec<UploadedFile>,
}

#[derive(Debug, Clone)]
pub struct UploadedFile {
    pub field: String,
    /// As the sender's machine called it: to show, never to use as a path.
    pub name: String,
    pub bytes: Bytes,
}

impl Upload {
    /// The file chosen in a field. Browsers send a nameless empty one where nothing was chosen.
    pub fn file(&self, field: &str) -> Option<&UploadedFile> {
        self.files.iter().find(|file| file.field == field)
    }
}

impl<S: Send + Sync> FromRequest<S> for Upload {
    type Rejection = StatusCode;

    async fn from_request(request: Request, state: &S) -> Result<Self, StatusCode> {
        let mut parts =
            Multipart::from_request(request, state).await.map_err(|_| StatusCode::UNSUPPORTED_MEDIA_TYPE)?;
        let mut upload = Self::default();
        for _ in 0..MOST_PARTS {
            let Some(part) = parts.next_field().await.map_err(|error| error.status())? else { return Ok(upload) };
            let field = part.name().unwrap_or_default().to_owned();
            match part.file_name().map(str::to_owned) {
                None => upload.form.fill(field, part.text().await.map_err(|error| error.status())?),
                Some(name) => {
                    let bytes = part.bytes().await.map_err(|error| error.status())?;
                    if !name.is_empty() || !bytes.is_empty() {
                        upload.files.push(UploadedFile { field, name, bytes });
                    }
                }
            }
        }
        Err(StatusCode::PAYLOAD_TOO_LARGE)
    }
}
