//! The definition of a qualified lead as a document: one page that a seller pins to the wall, and JSON of the whole.

mod sheet;

use std::path::Path;

use chrono::{NaiveTime, Utc};
use lockstep_core::definition::view::DefinitionView;
use lockstep_workspace::{Error, Result};

use crate::{
    options::{Format, Options, Paper},
    printed::{Printed, Written},
    standing::shown_version,
    typeset::{self, Imprint, Template},
};

const TEMPLATE: Template = &[
    ("main.typ", include_str!("../../templates/definition/main.typ")),
    ("look.typ", include_str!("../../templates/shared/look.typ")),
    ("parts.typ", include_str!("../../templates/shared/parts.typ")),
    ("seal.typ", include_str!("../../templates/shared/seal.typ")),
];

/// Returns the definition as a PDF of one page; a definition with more to say than fits runs on.
///
/// # Errors
/// `Internal` when the document cannot be set.
pub fn pdf(view: &DefinitionView, options: &Options) -> Result<Printed> {
    let paper = options.paper.unwrap_or_else(|| Paper::usual_for(&view.company));
    let version = shown_version(&view.agreement, view.version);
    let imprint = Imprint {
        ident: version.map_or_else(
            || format!("lockstep definition {} draft", view.company.name),
            |version| format!("lockstep definition {}", version.digest),
        ),
        as_of: version.map_or(
            options
                .today
                .and_time(NaiveTime::MIN)
                .and_local_timezone(Utc)
                .single()
                .unwrap_or_default(),
            |version| version.in_force_since.unwrap_or(version.proposed_at),
        ),
    };
    typeset::pdf(TEMPLATE, &sheet::Sheet::new(view, paper, options.today), &imprint)
}

/// Returns the definition as JSON: what its page shows.
///
/// # Errors
/// `Internal` when it cannot be written.
pub fn json(view: &DefinitionView) -> Result<Vec<u8>> {
    Ok(serde_json::to_vec_pretty(view)?)
}

/// Writes the definition to a file, in the form that the file's ending asks for, and says what could not be printed.
///
/// # Errors
/// `Invalid` for an ending in which a definition does not go out, `File` when it cannot be written.
pub fn write(view: &DefinitionView, path: &Path, options: &Options) -> Result<Written> {
    let printed = match Format::of(path)? {
        Format::Pdf => pdf(view, options)?,
        Format::Json => json(view)?.into(),
        Format::Xlsx | Format::Csv => {
            return Err(Error::invalid(
                "path",
                "The definition goes out as a page or as JSON, not as a table.",
            )
            .hint("Let the name end in .pdf or .json."));
        }
    };
    printed.write(path)
}
