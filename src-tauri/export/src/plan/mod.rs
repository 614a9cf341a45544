//! The annual plan as a document: PDF to print and sign off on, XLSX and CSV for whoever tracks the goals, JSON of the
//! whole. All four say what the page of the plan says.

mod csv;
mod json;
mod pdf;
mod sheet;
mod xlsx;

use std::path::Path;

use lockstep_core::{Result, agreements::Version, plan::view::PlanView};

pub use csv::csv;
pub use json::json;
pub use pdf::pdf;
pub use xlsx::xlsx;

use crate::{
    files,
    options::{Format, Options},
    standing,
};

/// Writes a plan to a file, in the form that the file's ending asks for.
///
/// # Errors
/// `Invalid` for an unknown ending, `File` when it cannot be written.
pub fn write(view: &PlanView, path: &Path, options: &Options) -> Result<()> {
    let bytes = match Format::of(path)? {
        Format::Pdf => pdf(view, options)?,
        Format::Xlsx => xlsx(view, options)?,
        Format::Csv => csv(view, options)?,
        Format::Json => json(view, options)?,
    };
    files::write_atomically(path, &bytes)
}

/// Returns the version whose text the view shows; nothing when it is a draft of its own.
pub(crate) fn shown_version(view: &PlanView) -> Option<&Version> {
    standing::shown_version(&view.agreement, view.version)
}
