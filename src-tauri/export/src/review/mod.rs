//! A review on its way out: the worksheet as a document or a workbook, the minutes as a document or in Markdown, all of it as slides,
//! what is to be done as a table, its dates as a calendar.

mod actions;
pub mod calendar;
mod sheet;
mod slides;
mod text;
mod workbook;
mod year;

use std::path::Path;

use lockstep_workspace::{Error, Result};
use serde::Serialize;

pub use actions::actions_csv;
pub use sheet::Review;
pub use slides::pptx;
pub use text::{markdown, text};
pub use workbook::xlsx;
pub use year::Standing;

use crate::{
    options::{Format, Options, Paper, ends_in},
    printed::{Printed, Written},
    typeset::{self, Imprint, Template},
};
use sheet::Sheet;

const TEMPLATE: Template = &[
    ("main.typ", include_str!("../../templates/review/main.typ")),
    ("look.typ", include_str!("../../templates/shared/look.typ")),
    ("parts.typ", include_str!("../../templates/shared/parts.typ")),
];

/// Which document of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// The numbers, and what was said.
    Worksheet,
    /// What was decided, agreed and said, and how the goals stood.
    Minutes,
    /// All of it, one idea a slide.
    Slides,
    /// What is to be done, as a table.
    Actions,
}

#[derive(Serialize)]
struct Page {
    paper: &'static str,
    part: Part,
    #[serde(flatten)]
    sheet: Sheet,
}

/// Returns the worksheet or the minutes as a PDF.
///
/// # Errors
/// `Internal` when the document cannot be set.
pub fn pdf(review: Review, part: Part, options: &Options) -> Result<Printed> {
    let paper = options.paper.unwrap_or_else(|| Paper::usual_for(review.company));
    let line = &review.view.line;
    let day = match line.review.closed_at {
        Some(_) => review.view.worksheet.filled_in_on,
        None => options.today,
    };
    let imprint = Imprint::of_day(format!("lockstep review {} {part:?} {day}", line.review.id), day);
    let page = Page {
        paper: paper.name(),
        part,
        sheet: review.sheet(options),
    };
    typeset::pdf(TEMPLATE, &page, &imprint)
}

/// Writes a review to a file; its ending decides the form: worksheet and minutes .pdf or .json, a worksheet as .xlsx, minutes as .md,
/// slides as .pptx, actions as .csv.
///
/// # Errors
/// `Invalid` for another ending, `File` when it cannot be written, `Internal` when the document cannot be set.
pub fn write(review: Review, part: Part, path: &Path, options: &Options) -> Result<Written> {
    if part == Part::Minutes && ends_in(path, "md") {
        return Printed::from(markdown(review, options).into_bytes()).write(path);
    }
    if part == Part::Slides {
        if ends_in(path, "pptx") {
            return Printed::from(pptx(review, options)?).write(path);
        }
        return Err(
            Error::invalid("path", "Slides go out as a PowerPoint file.").hint("Let the name end in .pptx.")
        );
    }
    let printed = match (Format::of(path)?, part) {
        (Format::Csv, Part::Actions) => actions_csv(review, options)?.into(),
        (_, Part::Actions | Part::Slides) => {
            return Err(
                Error::invalid("path", "Actions go out as a table.").hint("Let the name end in .csv.")
            );
        }
        (Format::Pdf, _) => pdf(review, part, options)?,
        (Format::Json, _) => serde_json::to_vec_pretty(review.view)?.into(),
        (Format::Xlsx, Part::Worksheet) => xlsx(review, options)?.into(),
        (_, Part::Worksheet) => {
            return Err(
                Error::invalid("path", "A worksheet goes out as a document or as a workbook.")
                    .hint("Let the name end in .pdf, .xlsx or .json."),
            );
        }
        (_, Part::Minutes) => {
            return Err(Error::invalid("path", "Minutes go out as a document or as text.")
                .hint("Let the name end in .pdf, .md or .json."));
        }
    };
    printed.write(path)
}
