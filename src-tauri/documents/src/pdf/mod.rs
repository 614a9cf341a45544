//! PDF: text and properties, pictures of pages, and a shorter PDF of some of them.

mod cut_down;
mod layout;
mod page_text;
mod properties;
mod render;

use std::sync::Arc;
use std::time::{Duration, Instant};

use hayro::hayro_interpret::InterpreterCache;
use hayro::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use lockstep_intake::Trouble;
use memchr::memmem;

pub(crate) use self::cut_down::pages_of;
pub(crate) use self::render::picture;
use crate::document::{Document, Draft};
use crate::{FileKind, limits, trouble};

/// Why a PDF does not open.
pub(crate) enum Closed {
    Protected,
    Damaged,
}

/// Opens a PDF, by the empty password where it has one.
pub(crate) fn open(bytes: &[u8]) -> Result<Arc<Pdf>, Closed> {
    // Some programs encrypt in a way that looks like damage.
    let damaged = || match memmem::find(bytes, b"/Encrypt") {
        Some(_) => Closed::Protected,
        None => Closed::Damaged,
    };
    match Pdf::new(bytes.to_vec()) {
        Ok(pdf) if pdf.pages().is_empty() => Err(damaged()),
        Ok(pdf) => Ok(Arc::new(pdf)),
        Err(LoadPdfError::Decryption(
            DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm,
        )) => Err(Closed::Protected),
        Err(_) => Err(damaged()),
    }
}

/// Reads the text, page by page.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, Trouble> {
    let pdf = match open(bytes) {
        Ok(pdf) => pdf,
        Err(Closed::Protected) => return Ok(Document::protected(FileKind::Pdf)),
        Err(Closed::Damaged) => return Err(trouble::damaged(FileKind::Pdf)),
    };
    let mut draft = Draft {
        language: properties::language(&pdf),
        ..Draft::default()
    };
    properties::read(&pdf, &mut draft);
    let cache = InterpreterCache::new();
    let began = Instant::now();
    let pages = pdf.pages();
    for (index, page) in pages.iter().enumerate() {
        let is_late = began.elapsed() > Duration::from_secs(limits::PAGES_SECONDS);
        if draft.is_full() || is_late {
            draft.skip(pages.len() - index);
            break;
        }
        let read = page_text::read(page, &cache);
        if index == 0 {
            draft.heading = read.heading();
        }
        draft.was_cut |= read.was_cut();
        draft.add(&read.into_text(), None);
    }
    Ok(draft.finished(FileKind::Pdf))
}
