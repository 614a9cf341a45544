//! A shorter PDF, made of some pages of another.

use std::sync::Arc;

use hayro::hayro_syntax::object::{Array, Dict, Name};
use hayro::hayro_syntax::{Pdf, PdfVersion as Version};
use krilla::configure::{ConfigurationBuilder, PdfVersion};
use krilla::metadata::Metadata;
use krilla::pdf::PdfDocument;
use krilla::{Document, SerializeSettings};
use lockstep_intake::Trouble;

use super::{Closed, open};
use crate::{FileKind, limits, text, trouble};

/// Returns a PDF of these pages, in this order. Text, fonts and pictures stay as they are; scripts, forms, links and
/// attachments are left behind.
pub(crate) fn pages_of(bytes: &[u8], pages: &[usize]) -> Result<Vec<u8>, Trouble> {
    let pdf = open(bytes).map_err(|closed| match closed {
        Closed::Protected => trouble::protected(),
        Closed::Damaged => trouble::damaged(FileKind::Pdf),
    })?;
    let count = pdf.pages().len();
    if pages.is_empty() || pages.len() > limits::PAGES {
        return Err(trouble::choose_pages());
    }
    let mut indices = Vec::with_capacity(pages.len());
    for page in pages {
        let index = page.checked_sub(1).filter(|index| *index < count);
        indices.push(index.ok_or_else(|| trouble::no_such_page(*page, count))?);
    }
    if has_hidden_layers(&pdf) {
        return Err(
            Trouble::new("This PDF has hidden layers, which a shorter PDF would show.")
                .hint("Keep the whole PDF, or print the pages to a PDF."),
        );
    }
    written(&pdf, &indices).ok_or_else(|| {
        Trouble::new("No shorter PDF could be made of these pages.")
            .hint("Keep the whole PDF, or print the pages to a PDF.")
    })
}

/// Layers are switched off for the whole PDF, and pages on their own know nothing of it.
fn has_hidden_layers(pdf: &Pdf) -> bool {
    let hidden = || {
        let catalogue: Dict<'_> = pdf.xref().get(pdf.xref().root_id())?;
        let shown: Dict<'_> = catalogue.get::<Dict<'_>>(b"OCProperties")?.get(b"D")?;
        let state = shown.get::<Name<'_>>(b"BaseState");
        let is_off = state.is_some_and(|state| state.as_ref() == b"OFF");
        let has_some_off = shown
            .get::<Array<'_>>(b"OFF")
            .is_some_and(|off| off.raw_iter().next().is_some());
        Some(is_off || has_some_off)
    };
    hidden().unwrap_or(false)
}

fn written(pdf: &Arc<Pdf>, indices: &[usize]) -> Option<Vec<u8>> {
    // A PDF may only hold pages of its own version or an older one.
    let version = match pdf.version() {
        Version::Pdf20 => PdfVersion::Pdf20,
        _ => PdfVersion::Pdf17,
    };
    let configuration = ConfigurationBuilder::new().with_version(version).finish().ok()?;
    let settings = SerializeSettings {
        configuration,
        ..Default::default()
    };
    let mut shorter = Document::new_with(settings);
    shorter.embed_pdf_pages(&PdfDocument::new(Arc::clone(pdf)), indices);
    let about = pdf.metadata();
    if let Some(title) = about
        .title
        .as_deref()
        .map(super::properties::decoded)
        .as_deref()
        .and_then(text::title)
    {
        shorter.set_metadata(Metadata::new().title(title));
    }
    shorter.finish().ok()
}
