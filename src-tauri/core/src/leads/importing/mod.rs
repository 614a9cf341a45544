//! Taking in an exported file: looked through, recognised, chosen, then written in one transaction, or only counted.

mod adding;
mod addresses;
mod by_group;
mod cell_notes;
mod cells;
pub mod choice;
mod choice_edits;
mod closing;
mod column_hints;
mod column_notes;
mod column_reading;
mod contradictions;
mod costs;
mod currencies;
mod day_orders;
mod deleted;
pub mod draft;
mod duplicates;
pub(super) mod edited;
mod file;
mod future;
mod header_rows;
mod identity;
mod known_costs;
mod known_days;
mod links;
mod matching;
mod merging;
mod money;
mod month_ends;
mod namesakes;
mod no_record;
mod periods;
mod places;
mod provenance;
mod putting;
mod questions;
mod reading;
mod reading_notes;
mod record;
mod report;
mod row_history;
mod run;
mod settled;
mod shared_opportunities;
mod state_days;
mod update_notes;
mod writing;
mod written;

pub(crate) use edited::{ByHand, by_hand};
pub(crate) use links::link;
pub(crate) use periods::Spreading;
pub(crate) use provenance::{Provenance, opportunities_told};
pub(crate) use row_history::{Imports, RowHistory, Without};

pub use choice::{Choice, ColumnChoice, Meaning};
pub use draft::{ImportDraft, MappingEdit};
pub use file::{DataFile, ReadBy, Surveyed};
pub use header_rows::HeaderRows;
pub use questions::{Doubt, ImportAnswer, Question, Usage};
pub use report::{Apart, ColumnRead, ImportReport, RejectedRow, Untranslated};

use std::path::Path;

use rusqlite::OptionalExtension;

use super::{
    recognition::{Lack, Recognition},
    tables::Import,
    terms::RecordKind,
};
use lockstep_workspace::{
    DryRun, Workspace,
    company::ShowCompany,
    context::{ReadContext, Transaction, UndoPolicy},
    error::{Error, Result},
    journal::recorder::{self, Opening},
    rows,
    words::Words,
};

/// What is proposed for a file.
#[derive(Debug, Clone)]
pub struct Proposed {
    /// What was recognised.
    pub recognition: Recognition,
    /// How it would be taken in.
    pub choice: Choice,
    /// Whether an earlier file of the same shape said so.
    pub remembered: bool,
    /// What the workspace says about amounts.
    pub usage: Usage,
}

/// Whether what was done is kept.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    Preview,
    ForGood,
}

/// Imports exported files into a workspace.
pub trait ImportFiles {
    /// Says how a file that was looked through would be imported: as the last one of its shape, else as recognised. `kind`
    /// is what somebody says that it holds.
    ///
    /// # Errors
    /// `Invalid` when it holds none of our records and nobody said otherwise.
    fn propose_import(&self, surveyed: &Surveyed, kind: Option<RecordKind>) -> Result<Proposed>;

    /// Says how a file that was looked through would be imported, whatever was chosen for earlier ones of its shape.
    ///
    /// # Errors
    /// As for [`ImportFiles::propose_import`].
    fn propose_import_afresh(&self, surveyed: &Surveyed, kind: Option<RecordKind>) -> Result<Proposed>;

    /// Imports a file, in one transaction. `keep_on` hears how many bytes are read of how many and answers whether to go on;
    /// when it says no, nothing was imported.
    ///
    /// # Errors
    /// `Invalid` when something is left to be asked; `File` when the file cannot be read; `Refused` when it was stopped.
    fn import(
        &mut self,
        file: &DataFile,
        surveyed: &Surveyed,
        proposed: &Proposed,
        keep_on: &mut dyn FnMut(u64, u64) -> bool,
    ) -> Result<ImportReport>;

    /// Returns in which rows files that were imported have the names of their columns, as far as somebody had to say so.
    ///
    /// # Errors
    /// `Damaged` when it cannot be read any more how files were imported.
    fn header_rows(&self) -> Result<HeaderRows>;
}

impl ImportFiles for Workspace {
    fn propose_import(&self, surveyed: &Surveyed, kind: Option<RecordKind>) -> Result<Proposed> {
        let remembered = self
            .ask(SavedChoice(surveyed.survey.shape.clone()))?
            .filter(|before| kind.is_none_or(|kind| kind == before.kind));
        let wanted = kind.or(remembered.as_ref().map(|before| before.kind));
        let mut proposed = self.propose_import_afresh(surveyed, wanted)?;
        if let Some(before) = &remembered {
            proposed.choice.recall(before, &surveyed.survey);
            proposed.choice.ask_again(surveyed);
            proposed.remembered = true;
        }
        Ok(proposed)
    }

    fn propose_import_afresh(&self, surveyed: &Surveyed, kind: Option<RecordKind>) -> Result<Proposed> {
        let (mut recognition, mut choice) = Choice::proposed(&surveyed.survey, kind)?;
        let company = self.ask(ShowCompany {})?.company;
        let usage = Usage {
            decimal: Words::new(&company).decimal_mark(),
            currency: company.currency,
        };
        money::prefer_converted(&mut recognition, &mut choice, &surveyed.survey, &usage.currency);
        Ok(Proposed {
            recognition,
            choice,
            remembered: false,
            usage,
        })
    }

    fn import(
        &mut self,
        file: &DataFile,
        surveyed: &Surveyed,
        proposed: &Proposed,
        keep_on: &mut dyn FnMut(u64, u64) -> bool,
    ) -> Result<ImportReport> {
        proposed.must_be_answered(surveyed)?;
        self.change(|change| import_rows(change, file, surveyed, proposed, Mode::ForGood, keep_on))
    }

    fn header_rows(&self) -> Result<HeaderRows> {
        header_rows::known(&self.reader()?)
    }
}

/// Says exactly what would become of a file, and changes nothing.
pub trait PreviewImport {
    /// Returns what [`ImportFiles::import`] would report of a file.
    ///
    /// # Errors
    /// As for [`ImportFiles::import`].
    fn preview_import(
        &mut self,
        file: &DataFile,
        surveyed: &Surveyed,
        proposed: &Proposed,
        keep_on: &mut dyn FnMut(u64, u64) -> bool,
    ) -> Result<ImportReport>;
}

impl PreviewImport for Workspace {
    fn preview_import(
        &mut self,
        file: &DataFile,
        surveyed: &Surveyed,
        proposed: &Proposed,
        keep_on: &mut dyn FnMut(u64, u64) -> bool,
    ) -> Result<ImportReport> {
        proposed.must_be_answered(surveyed)?;
        self.change(|change| import_rows(change, file, surveyed, proposed, Mode::Preview, keep_on))
    }
}

/// People go on working in the workspace of which this is a copy.
impl PreviewImport for DryRun {
    fn preview_import(
        &mut self,
        file: &DataFile,
        surveyed: &Surveyed,
        proposed: &Proposed,
        keep_on: &mut dyn FnMut(u64, u64) -> bool,
    ) -> Result<ImportReport> {
        proposed.must_be_answered(surveyed)?;
        self.change(|change| import_rows(change, file, surveyed, proposed, Mode::Preview, keep_on))
    }
}

/// Imports a file as it is recognised, where nothing has to be asked.
///
/// # Errors
/// As for [`ImportFiles::import`].
pub(super) fn import_as_recognised(workspace: &mut Workspace, path: &Path) -> Result<()> {
    let file = DataFile::new(path, Default::default()).read_by(ReadBy::Ourselves);
    let surveyed = file.look(&mut |_, _| true)?;
    let proposed = workspace.propose_import(&surveyed, None)?;
    workspace
        .import(&file, &surveyed, &proposed, &mut |_, _| true)
        .map(|_| ())
}

/// Takes all rows of a file in, as one entry of the journal; returns what became of them, and whether to keep it.
fn import_rows(
    change: &Transaction,
    file: &DataFile,
    surveyed: &Surveyed,
    proposed: &Proposed,
    mode: Mode,
    keep_on: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<(ImportReport, bool)> {
    let kind = proposed.choice.kind.name().to_lowercase();
    let summary = format!("Take in {kind} from “{}”", file.name());
    recorder::open(change, &Opening::Act(UndoPolicy::Separate, "import"), &summary)?;
    let mut import = Import {
        id: change.new_id(),
        kind: proposed.choice.kind,
        file_name: file.name(),
        shape: surveyed.survey.shape.clone(),
        at: change.now(),
        person: change.actor().map(|person| person.id.clone()),
        rows: 0,
        added: 0,
        updated: 0,
        unchanged: 0,
        rejected: 0,
        source_missing: 0,
        taken_back_at: None,
    };
    rows::insert(change, &import)?;
    let mut proposed = proposed.clone();
    let (guesses, notes) = known_days::heed(change, file, surveyed, &mut proposed.choice, keep_on)?;
    let mut report = report::begin(file, surveyed, &proposed, change.zone());
    report.guesses.extend(guesses);
    report.notes.extend(notes);
    run::run(
        change,
        file,
        surveyed,
        &proposed.choice,
        &import.id,
        &mut report,
        keep_on,
    )?;
    import.rows = report.rows;
    import.added = report.added;
    import.updated = report.updated;
    import.unchanged = report.unchanged;
    import.rejected = report.rejected;
    import.source_missing = report.source_missing;
    remember(change, file, surveyed, &proposed.choice)?;
    // Written last: what comes behind it in the journal happened to rows that were in.
    rows::update(change, &import)?;
    recorder::close(change)?;
    let is_new = report.added + report.updated > 0;
    if mode == Mode::ForGood && is_new {
        report.import = Some(import.id);
    }
    Ok((report, mode == Mode::ForGood && is_new))
}

impl Proposed {
    /// Returns what the records will lack as they are taken in.
    fn lacks(&self) -> Vec<Lack> {
        let is_lacking = |lack: &&Lack| !lack.fields.iter().any(|field| self.choice.has(*field));
        self.recognition
            .lacks
            .iter()
            .filter(is_lacking)
            .cloned()
            .collect()
    }
}

/// What was chosen for the last file of a shape.
struct SavedChoice(String);

impl lockstep_workspace::context::Query for SavedChoice {
    type Answer = Option<Choice>;

    fn answer(self, reader: &ReadContext) -> Result<Option<Choice>> {
        let text: Option<String> = reader
            .db()
            .prepare_cached("SELECT choice FROM mapping WHERE id = ?1")?
            .query_row([self.0], |row| row.get(0))
            .optional()?;
        text.map(|text| choice_of(&text)).transpose()
    }
}

/// Reads how files of a shape are taken in, as it is kept.
fn choice_of(text: &str) -> Result<Choice> {
    serde_json::from_str(text)
        .map_err(|_| Error::damaged("How files of this shape are read cannot be read any more."))
}

fn remember(change: &Transaction, file: &DataFile, surveyed: &Surveyed, choice: &Choice) -> Result<()> {
    let kind = serde_json::to_value(choice.kind)?;
    let mut choice = choice.clone();
    choice.settle(surveyed);
    choice.header_row = file.header_row().or(choice.header_row);
    let text = serde_json::to_string(&choice.to_remember(&surveyed.survey))?;
    change.db().execute(
        "INSERT INTO mapping (id, kind, choice) VALUES (?1, ?2, ?3)
         ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, choice = excluded.choice",
        rusqlite::params![surveyed.survey.shape, kind.as_str(), text],
    )?;
    Ok(())
}
