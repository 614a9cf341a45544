//! What whoever exports decides: the paper, and the form that a file's ending asks for.

use std::path::Path;

use chrono::NaiveDate;
use lockstep_workspace::{Error, Result, company::Company};

/// The paper a document is set for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// 210 × 297 mm.
    A4,
    /// 8.5 × 11 inches.
    Letter,
}

impl Paper {
    /// Returns what Typst calls it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::Letter => "us-letter",
        }
    }

    /// Returns the paper that lies in the printers of the company's country.
    pub fn usual_for(company: &Company) -> Self {
        let american = company.language == "en-US"
            || (company.language.starts_with("en") && matches!(company.currency.as_str(), "USD" | "CAD"));
        if american { Self::Letter } else { Self::A4 }
    }
}

/// What whoever exports decides.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// The paper; nothing means the company's usual one.
    pub paper: Option<Paper>,
    /// Today: the day that stands on a draft. A proposed or signed plan carries the day of its proposal or signature.
    pub today: NaiveDate,
}

impl Options {
    /// Returns the usual options on a day.
    pub fn on(today: NaiveDate) -> Self {
        Self { paper: None, today }
    }
}

/// In which form a document goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A document.
    Pdf,
    /// A workbook.
    Xlsx,
    /// A table.
    Csv,
    /// All of it, for programs.
    Json,
}

/// Returns whether a file's name ends so: for forms that only one document has.
pub(crate) fn ends_in(path: &Path, ending: &str) -> bool {
    path.extension()
        .is_some_and(|found| found.to_string_lossy().eq_ignore_ascii_case(ending))
}

impl Format {
    /// Returns the form that a file's ending asks for.
    ///
    /// # Errors
    /// `Invalid` when it is none of the four.
    pub fn of(path: &Path) -> Result<Self> {
        let ending = path
            .extension()
            .map(|ending| ending.to_string_lossy().to_lowercase());
        match ending.as_deref() {
            Some("pdf") => Ok(Self::Pdf),
            Some("xlsx") => Ok(Self::Xlsx),
            Some("csv") => Ok(Self::Csv),
            Some("json") => Ok(Self::Json),
            other => Err(Error::invalid(
                "path",
                other.map_or_else(
                    || "The file’s name has no ending, so the form of the document is not known.".into(),
                    |ending| format!("Nothing can be written as “.{ending}”."),
                ),
            )
            .hint("Let the name end in .pdf, .xlsx, .csv or .json.")),
        }
    }
}
