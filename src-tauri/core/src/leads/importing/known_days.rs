//! Days of records that are known already say in which order a file writes them: whoever came in on 4 February did not come in
//! on 2 April.

use lockstep_intake::{ColumnKind, DayOrder, Row, day};
use rusqlite::{OptionalExtension, params};

use super::{
    DataFile, Surveyed,
    choice::Choice,
    file::{in_words, stopped},
    record::Table,
};
use crate::leads::{
    fields::{Field, Fits, own_id},
    recognition::Use,
    terms::RecordKind,
};
use lockstep_recognition::external_ids;
use lockstep_workspace::{
    context::ReadContext,
    error::{Error, Result},
};

/// So many known days are enough.
const ENOUGH: usize = 200;

/// How many rows go by between two words about the progress.
const ROWS_BETWEEN: u64 = 4_096;

/// What the days of known records say of a column.
struct Evidence<'c> {
    place: usize,
    name: &'c str,
    /// The column of the table.
    stands_in: &'static str,
    day_first: usize,
    month_first: usize,
    /// A day of the file that says so, with the known one.
    example: Option<(String, String)>,
}

/// Holds the days of a file against those that are known of its records. An order that was said for an earlier file, or only
/// guessed, gives way: it is asked again, or taken as the days say. Returns what was found, in words: what was guessed, and what
/// stays as somebody said although known days say otherwise.
///
/// # Errors
/// `Invalid` when it has to be asked; whatever the files say.
pub(super) fn heed(
    reader: &ReadContext,
    file: &DataFile,
    surveyed: &Surveyed,
    choice: &mut Choice,
    keep_on: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<(Vec<String>, Vec<String>)> {
    let found = {
        let columns = columns_in_doubt(choice, surveyed);
        let id = own_id(choice.kind).map(Use::Field);
        let id = choice
            .columns
            .iter()
            .position(|column| Some(column.becomes) == id);
        match id.filter(|_| !columns.is_empty()) {
            Some(id) => weigh(reader, file, surveyed, (choice.kind, id), columns, keep_on)?,
            None => return Ok((Vec::new(), Vec::new())),
        }
    };
    let found: Vec<(usize, DayOrder, String)> = found.iter().filter_map(Evidence::speaks).collect();
    let (mut guesses, mut notes) = (Vec::new(), Vec::new());
    for (place, order, why) in found {
        let accepts_guesses = choice.accepts_guesses;
        let Some(column) = choice.columns.get_mut(place) else {
            continue;
        };
        let is_open =
            column.order_is_recalled || column.order.is_none() || accepts_guesses && !column.order_is_said;
        match column.order {
            Some(read) if read == order => {}
            _ if is_open && accepts_guesses => {
                column.order = Some(order);
                guesses.push(why);
            }
            _ if is_open => {
                return Err(Error::invalid("dates", format!("{why} Does the day or the month stand first?"))
                    .hint("Say --dates dmy for the day first, --dates mdy for the month first; or answer the question about this column."));
            }
            _ => notes.push(format!("{why} It is read otherwise, as somebody said.")),
        }
    }
    Ok((guesses, notes))
}

fn columns_in_doubt<'c>(choice: &'c Choice, surveyed: &Surveyed) -> Vec<Evidence<'c>> {
    let columns = choice.columns.iter().zip(&surveyed.survey.columns).enumerate();
    columns
        .filter(|(_, (_, seen))| seen.kind == ColumnKind::DayUnclear)
        .filter_map(|(place, (column, _))| {
            let Use::Field(field) = column.becomes else {
                return None;
            };
            let entry = field.entry(choice.kind)?;
            // A wake-up day is a plan, and plans move.
            let is_told = entry.fits == Fits::Day && !entry.carried && field != Field::WakeUpOn;
            is_told.then_some(Evidence {
                place,
                name: &column.column,
                stands_in: entry.column,
                day_first: 0,
                month_first: 0,
                example: None,
            })
        })
        .collect()
}

fn weigh<'c>(
    reader: &ReadContext,
    file: &DataFile,
    surveyed: &Surveyed,
    (kind, id): (RecordKind, usize),
    mut columns: Vec<Evidence<'c>>,
    keep_on: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<Vec<Evidence<'c>>> {
    let table = Table::of(kind).name;
    if reader.count(
        &format!("SELECT count(*) FROM (SELECT 1 FROM {table} LIMIT 1)"),
        [],
    )? == 0
    {
        return Ok(columns);
    }
    let names: Vec<&str> = columns.iter().map(|column| column.stands_in).collect();
    let mut statement = reader.db().prepare(&format!(
        "SELECT {} FROM {table} WHERE external_id = ?1 LIMIT 1",
        names.join(", ")
    ))?;
    let mut rows = file.rows(surveyed)?;
    let mut row = Row::default();
    let mut met = 0;
    while rows.next(&mut row).map_err(in_words)? {
        if met % ROWS_BETWEEN == 0 {
            let (read, of) = rows.progress();
            if !keep_on(read, of) {
                return Err(stopped());
            }
        }
        met += 1;
        let id = external_ids::canonical(row.get(id));
        if row.complaint.is_some() || id.is_empty() {
            continue;
        }
        let known: Option<Vec<Option<String>>> = statement
            .query_row(params![id], |row| {
                (0..names.len()).map(|at| row.get(at)).collect()
            })
            .optional()?;
        for (column, known) in columns.iter_mut().zip(known.into_iter().flatten()) {
            column.look(row.get(column.place), known.as_deref());
        }
        if columns
            .iter()
            .all(|column| column.day_first.max(column.month_first) >= ENOUGH)
        {
            break;
        }
    }
    Ok(columns)
}

impl Evidence<'_> {
    fn look(&mut self, said: &str, known: Option<&str>) {
        let Some(known) = known else { return };
        let is = |order| {
            let read = day::read_moment(said, order).map(|moment| moment.written_day().to_string());
            read.as_deref() == Some(known)
        };
        match (is(DayOrder::Dmy), is(DayOrder::Mdy)) {
            (true, false) => self.day_first += 1,
            (false, true) => self.month_first += 1,
            _ => return,
        }
        self.example
            .get_or_insert_with(|| (said.to_owned(), known.to_owned()));
    }

    /// Returns in which order the days are written, and why; nothing where the known days do not tell.
    fn speaks(&self) -> Option<(usize, DayOrder, String)> {
        let (order, records, first) = if self.day_first > self.month_first {
            (DayOrder::Dmy, self.day_first, "day")
        } else if self.month_first > self.day_first {
            (DayOrder::Mdy, self.month_first, "month")
        } else {
            return None;
        };
        let (said, known) = self.example.as_ref()?;
        let records = match records {
            1 => "one known record".to_owned(),
            records => format!("{records} known records"),
        };
        let why = format!(
            "“{}” has the {first} first for {records}: “{said}” is {known} there.",
            self.name
        );
        Some((self.place, order, why))
    }
}
