//! What can go wrong.

use crate::MOST_COLUMNS;

/// Why a deck could not be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SlidesError {
    /// The deck has no slides.
    #[error("the deck has no slides")]
    NoSlides,
    /// A table has more columns than can be read on a slide.
    #[error("a table has {0} columns, and a slide has room for {MOST_COLUMNS}")]
    TooManyColumns(usize),
    /// The workbook behind a chart could not be written.
    #[error("the workbook of a chart could not be written: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// The file could not be packed.
    #[error("the slides could not be packed: {0}")]
    Zip(#[from] zip::result::ZipError),
    /// The file could not be packed.
    #[error("the slides could not be packed: {0}")]
    Io(#[from] std::io::Error),
}
