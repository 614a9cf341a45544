//! The annual plan as a document: PDF to print and sign off on, XLSX and CSV for whoever tracks the goals, JSON of the
//! whole, text for a terminal. All say what the page of the plan says: `sheet` words it once, for the PDF and the terminal.

mod csv;
mod json;
mod pdf;
mod sheet;
mod text;
mod xlsx;

use std::path::Path;

use lockstep_core::plan::view::PlanView;
use lockstep_workspace::{Result, agreements::Version};

pub use csv::csv;
pub use json::json;
pub use pdf::pdf;
pub use text::text;
pub use xlsx::xlsx;

use crate::{
    options::{Format, Options},
    printed::Written,
    standing,
};

/// Writes a plan to a file, in the form that the file's ending asks for, and says what of it could not be printed.
///
/// # Errors
/// `Invalid` for an unknown ending, `File` when it cannot be written.
pub fn write(view: &PlanView, path: &Path, options: &Options) -> Result<Written> {
    let printed = match Format::of(path)? {
        Format::Pdf => pdf(view, options)?,
        Format::Xlsx => xlsx(view, options)?.into(),
        Format::Csv => csv(view, options)?.into(),
        Format::Json => json(view, options)?.into(),
    };
    printed.write(path)
}

/// Returns where the plan stands, as a heading says it: "draft of version 2", "proposed, version 1", "in force, version 1".
pub fn state_in_words(view: &PlanView) -> String {
    match shown_version(view) {
        None => format!("draft of version {}", view.agreement.next_version),
        Some(version) => format!(
            "{}, version {}",
            standing::state_word(version.state).to_lowercase(),
            version.version.unwrap_or(view.agreement.next_version)
        ),
    }
}

/// Returns the version whose text the view shows; nothing when it is a draft of its own.
pub(crate) fn shown_version(view: &PlanView) -> Option<&Version> {
    standing::shown_version(&view.agreement, view.version)
}
