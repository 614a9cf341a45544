//! The exported file: looked through once, then read row by row. Both happen in a child process, where a hostile file harms
//! nobody.

use std::path::{Path, PathBuf};

use lockstep_intake::{
    HowRead, Reading, Records, Rows, Survey, Trouble,
    child::{ChildRecords, survey_in_child},
    survey,
};

use super::{Choice, HeaderRows};
use lockstep_workspace::error::{Error, Result};

/// Who reads a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadBy {
    /// A child process of this program, or of another that serves.
    Child(Option<PathBuf>),
    /// This process: for files that we wrote ourselves.
    Ourselves,
}

/// An exported file, and how it is read.
#[derive(Debug, Clone)]
pub struct DataFile {
    path: PathBuf,
    reading: Reading,
    by: ReadBy,
}

/// What a file was seen to hold.
#[derive(Debug, Clone)]
pub struct Surveyed {
    /// How it was read.
    pub how: HowRead,
    /// Its columns.
    pub survey: Survey,
}

/// The other sheets of a workbook.
#[derive(Debug, Default)]
pub struct OtherSheets {
    /// Those that hold records, looked through.
    pub found: Vec<(DataFile, Surveyed)>,
    /// Those that were left out, and why: a sentence each.
    pub left_out: Vec<String>,
}

impl Surveyed {
    /// Refuses what seems to hold no leads, opportunities or costs.
    ///
    /// # Errors
    /// `Invalid` with why.
    pub fn must_hold_records(&self) -> Result<()> {
        Choice::proposed(&self.survey, None).map(drop)
    }

    /// Returns the sheet that was read, of a workbook.
    pub fn sheet(&self) -> Option<&str> {
        match &self.how {
            HowRead::Workbook { sheet, .. } => Some(sheet),
            HowRead::Delimited { .. } => None,
        }
    }
}

impl DataFile {
    /// Returns a file that is read by a child process of this program.
    pub fn new(path: &Path, reading: Reading) -> Self {
        Self {
            path: path.into(),
            reading,
            by: ReadBy::Child(None),
        }
    }

    /// Says who reads it.
    #[must_use]
    pub fn read_by(mut self, by: ReadBy) -> Self {
        self.by = by;
        self
    }

    /// Returns the row that was said to hold the names of the columns.
    pub(super) fn header_row(&self) -> Option<u64> {
        self.reading.header_row
    }

    /// Returns the file, of a workbook the sheet that was looked through, with the names of its columns in another row.
    pub(super) fn with_header_row(&self, row: u64, surveyed: &Surveyed) -> Self {
        let seen = || surveyed.sheet().map(str::to_owned);
        Self {
            reading: Reading {
                sheet: self.reading.sheet.clone().or_else(seen),
                header_row: Some(row),
                ..self.reading.clone()
            },
            ..self.clone()
        }
    }

    /// Returns the file's name without its folder, with the sheet where one was chosen.
    pub fn name(&self) -> String {
        let name = self
            .path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        match &self.reading.sheet {
            Some(sheet) => format!("{name} ({sheet})"),
            None => name,
        }
    }

    /// Looks through the other sheets of the workbook, each as a file of its own; there are none where a sheet was chosen.
    /// `holds_records` refuses what is no leads, opportunities or costs.
    pub fn look_at_other_sheets(
        &self,
        surveyed: &Surveyed,
        header_rows: &HeaderRows,
        holds_records: impl Fn(&Surveyed) -> Result<()>,
        keep_on: &mut dyn FnMut(u64, u64) -> bool,
    ) -> OtherSheets {
        let mut others = OtherSheets::default();
        let (
            HowRead::Workbook {
                sheet,
                sheets,
                hidden,
            },
            None,
        ) = (&surveyed.how, &self.reading.sheet)
        else {
            return others;
        };
        for other in sheets.iter().filter(|other| *other != sheet) {
            let file = Self {
                reading: Reading {
                    sheet: Some(other.clone()),
                    ..Reading::default()
                },
                ..self.clone()
            };
            let name = file.name();
            if hidden.contains(other) {
                others.left_out.push(format!(
                    "{name} is hidden and was left out. Choose that sheet to take it in."
                ));
                continue;
            }
            let found = file.look(keep_on).and_then(|surveyed| {
                let (file, surveyed) = header_rows.apply(file, surveyed, keep_on)?;
                holds_records(&surveyed)?;
                Ok((file, surveyed))
            });
            match found {
                Ok(found) => others.found.push(found),
                Err(error) => others
                    .left_out
                    .push(format!("{name} was left out: {}", error.message)),
            }
        }
        others
    }

    /// Looks through the whole file once. `keep_on` hears how many bytes are read of how many, and answers whether to go on.
    ///
    /// # Errors
    /// `File` with what is wrong with it; `Refused` when `keep_on` said no.
    pub fn look(&self, keep_on: &mut dyn FnMut(u64, u64) -> bool) -> Result<Surveyed> {
        let (how, survey) = match &self.by {
            ReadBy::Child(program) => {
                survey_in_child(program.as_deref(), &self.path, &self.reading, keep_on).map_err(in_words)?
            }
            ReadBy::Ourselves => {
                let mut records = Records::open(&self.path, &self.reading).map_err(in_words)?;
                let how = records.how().clone();
                (how, survey(&mut records, keep_on).map_err(in_words)?)
            }
        };
        Ok(Surveyed { how, survey })
    }

    /// Opens the file to be read row by row.
    ///
    /// # Errors
    /// `File` with what is wrong with it; `Conflict` when it is no longer the one that was looked through.
    pub(super) fn rows(&self, surveyed: &Surveyed) -> Result<Box<dyn Rows>> {
        let rows: Box<dyn Rows> = match &self.by {
            ReadBy::Child(program) => {
                Box::new(ChildRecords::open(program.as_deref(), &self.path, &self.reading).map_err(in_words)?)
            }
            ReadBy::Ourselves => Box::new(Records::open(&self.path, &self.reading).map_err(in_words)?),
        };
        if rows.header() == surveyed.survey.header {
            Ok(rows)
        } else {
            Err(
                Error::conflict("The file was changed by another program meanwhile. Nothing was taken in.")
                    .hint("Take it in once more."),
            )
        }
    }
}

/// Returns the refusal when somebody stopped the work.
pub(super) fn stopped() -> Error {
    Error::refused("Stopped. Nothing was taken in.")
}

/// Returns what kept a file from being read, as an error.
pub(super) fn in_words(trouble: Trouble) -> Error {
    if trouble.cancelled {
        return stopped();
    }
    let message = match trouble.row {
        Some(row) => format!("Row {row}: {}", trouble.message),
        None => trouble.message,
    };
    let error = Error::file(message);
    match trouble.hint {
        Some(hint) => error.hint(hint),
        None => error,
    }
}
