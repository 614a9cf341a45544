//! Collateral as it comes: real files, files of every kind made here, hostile ones, and the child that reads them.

mod child;
mod collateral;
mod hostile_containers;
mod hostile_pdfs;
mod kinds;
mod made;
mod mutated;
mod pdf_pages;
mod pictures;

/// What a test gives back; a failure says what was waited for.
type Outcome<T = ()> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// The text of all pages.
fn text(document: &lockstep_documents::Document) -> String {
    document
        .pages
        .iter()
        .map(|page| page.text.as_str())
        .collect::<Vec<_>>()
        .join("\n")
}
