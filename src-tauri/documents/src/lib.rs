//! What collateral says: the text of files page by page, what they tell of themselves, and pictures of them. PDF, PPTX,
//! DOCX, XLSX, ODP, ODT, ODS, e-mails, web pages, Markdown and plain text are read; images are shown; anything else is a
//! plain file.
//!
//! Files come from anywhere, so they are read with [`limits`], and in a child process: [`Reader`] offers the same as the
//! functions here, and lives on whatever a file does. The functions themselves serve the child, and tests.

pub mod child;
mod document;
mod email;
mod html;
mod kind;
mod language;
pub mod limits;
mod markup;
mod office;
mod pdf;
mod picture;
mod plain;
mod text;
mod trouble;

pub use child::Reader;
pub use document::{Document, Page};
pub use kind::FileKind;
pub use lockstep_intake::Trouble;

/// Reads the text of a file and what it tells of itself. `name` is the file's name, which counts only where the bytes leave
/// open what it is. A scan has no text, and a protected file none that can be read; neither is an error.
///
/// # Errors
/// When the file is damaged, hostile, too large to be read or of an older format: a sentence for people, with a hint. The
/// file can be kept all the same.
pub fn read(bytes: &[u8], name: &str) -> Result<Document, Trouble> {
    let kind = FileKind::of(bytes, name);
    if !kind.has_text() {
        return Ok(Document::without_text(kind));
    }
    if bytes.is_empty() {
        return Err(Trouble::new("This file is empty.").hint("Choose another file, or export it again."));
    }
    if bytes.len() as u64 > limits::READ_BYTES {
        return Err(trouble::too_large(kind));
    }
    match kind {
        FileKind::Pdf => pdf::read(bytes),
        FileKind::Slides | FileKind::Document | FileKind::Spreadsheet => office::read(bytes, kind),
        FileKind::Html => html::read(bytes),
        FileKind::Email => email::read(bytes),
        FileKind::Markdown | FileKind::Text => plain::read(bytes, kind),
        FileKind::Image | FileKind::Video | FileKind::Other => Ok(Document::without_text(kind)),
    }
}

/// Returns a small picture of a file as JPEG, 240 pixels at its longer side or less: the first page of a PDF, an image, the
/// picture that an office file carries. Nothing where there is none.
pub fn thumbnail(bytes: &[u8], kind: FileKind) -> Option<Vec<u8>> {
    let frame = (limits::THUMBNAIL_SIDE, limits::THUMBNAIL_SIDE);
    if bytes.len() as u64 > limits::READ_BYTES {
        return None;
    }
    let picture = match kind {
        FileKind::Pdf => pdf::picture(pdf::open(bytes).ok()?.as_ref(), 1, frame)?,
        FileKind::Image => picture::within(picture::decoded(bytes)?, frame),
        FileKind::Slides | FileKind::Document | FileKind::Spreadsheet => {
            picture::within(picture::decoded(&office::embedded_picture(bytes, kind)?)?, frame)
        }
        _ => return None,
    };
    picture::jpeg(&picture)
}

/// Returns a picture of a page, from 1, of a PDF, or of an image, as JPEG of the given width in pixels (at most 4,000; an
/// image is never made larger). Nothing where there is no such page or no picture.
pub fn page_picture(bytes: &[u8], kind: FileKind, page: usize, width: u32) -> Option<Vec<u8>> {
    let frame = (width.clamp(1, limits::PREVIEW_SIDE), limits::PREVIEW_SIDE);
    if bytes.len() as u64 > limits::READ_BYTES {
        return None;
    }
    let picture = match kind {
        FileKind::Pdf => pdf::picture(pdf::open(bytes).ok()?.as_ref(), page, frame)?,
        FileKind::Image if page == 1 => picture::within(picture::decoded(bytes)?, frame),
        _ => return None,
    };
    picture::jpeg(&picture)
}

/// Returns a new PDF with only these pages of a PDF, from 1, in the order given. Text, fonts and pictures stay as they are;
/// scripts, links, forms and attachments are left behind.
///
/// # Errors
/// When the PDF is damaged, protected or too large, or has no such page.
pub fn pages_of_pdf(bytes: &[u8], pages: &[usize]) -> Result<Vec<u8>, Trouble> {
    if bytes.len() as u64 > limits::READ_BYTES {
        return Err(trouble::too_large(FileKind::Pdf));
    }
    pdf::pages_of(bytes, pages)
}
