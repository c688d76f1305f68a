//! What others read of pictures.

use kernel::Id;
use people::Reader;
use store::{Query, StoreError};

use super::Photo;
use crate::record::completeness::Pictures;
use crate::sql;

/// The pictures of a place that anybody may see, in their order. Whether the place itself is public says
/// [`crate::Location::is_listed`].
pub async fn photos_of(db: &impl Query, location: Id) -> Result<Vec<Photo>, StoreError> {
    photos_for(db, location, Reader::Anybody).await
}

/// The published pictures of a place that `reader` may see, in their order.
pub async fn photos_for(db: &impl Query, location: Id, reader: Reader) -> Result<Vec<Photo>, StoreError> {
    let all = sql::photos::list_photos(db, location).await?;
    Ok(all.into_iter().filter(|photo| photo.is_shown_to(reader)).collect())
}

/// The picture that stands for a place.
pub async fn cover_of(db: &impl Query, location: Id) -> Result<Option<Photo>, StoreError> {
    Ok(photos_of(db, location).await?.into_iter().next())
}

/// What the photographs of a place come to, for its completeness. A drawing says nothing of how a place is: it makes none
/// more complete.
pub async fn pictures_of(db: &impl Query, location: Id) -> Result<Pictures, StoreError> {
    let mut photos = photos_of(db, location).await?;
    photos.retain(|photo| !photo.is_drawing());
    let with_bearing = photos.iter().filter(|photo| photo.bearing.is_some()).count();
    Ok(Pictures { published: photos.len(), with_bearing })
}
