/// Why a file is not taken as a photograph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("this is no photograph")]
    NotAPhotograph(Stranger),
    /// More pixels than we decode: `widest` is how wide the same picture may be.
    #[error("{width} × {height} is {} megapixels, {most} at most", megapixels(*width, *height))]
    TooLarge { width: u32, height: u32, most: u32, widest: u32 },
    #[error("{width} × {height} is too small to show anything")]
    TooSmall { width: u32, height: u32 },
    /// Much higher than wide: a page cannot show it.
    #[error("{width} × {height} is a strip")]
    Strip { width: u32, height: u32 },
    #[error("the picture moves")]
    Animated,
    #[error("the colours are those of a printing press")]
    Cmyk,
    #[error("the picture is coded as no browser reads it")]
    Coding,
    #[error("the file ends before the picture does")]
    CutOff,
    #[error("the file is damaged")]
    Damaged,
}

/// What came instead of a photograph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stranger {
    Empty,
    /// As telephones write it: HEIC, HEIF, AVIF.
    Heic,
    Gif,
    /// TIFF, and what most cameras call raw.
    Tiff,
    /// A drawing in SVG, which may carry a script.
    Svg,
    Other,
}

impl Refusal {
    /// Whole megapixels, for the sentence that says how many are too many.
    pub fn megapixels(&self) -> Option<u64> {
        match self {
            Self::TooLarge { width, height, .. } => Some(megapixels(*width, *height)),
            Self::NotAPhotograph(_)
            | Self::TooSmall { .. }
            | Self::Strip { .. }
            | Self::Animated
            | Self::Cmyk
            | Self::Coding
            | Self::CutOff
            | Self::Damaged => None,
        }
    }
}

fn megapixels(width: u32, height: u32) -> u64 {
    (u64::from(width) * u64::from(height)).div_ceil(1_000_000)
}
