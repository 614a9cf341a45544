//! From the cells of a row to a record: texts, days, amounts and terms, or why the row cannot be read.

use std::collections::BTreeMap;

use lockstep_intake::{Row, yes_no};
use rusqlite::types::Value as Sql;
use serde_json::Value;

use super::{
    Apart, Surveyed, Untranslated, addresses,
    cell_notes::CellNotes,
    cells::{attribute, kept_apart, value},
    choice::{Choice, ColumnChoice, word},
    closing::Closing,
    column_hints::{primary, tells_the_latest},
    column_reading::{Cell, Into},
    money::Amount,
    month_ends::Months,
    periods::PERIOD_END,
    putting::{is_told_of, put, put_term},
    record::{Record, Table},
    state_days::{self, StateDays},
};
use crate::leads::{
    fields::{Field, Fits},
    recognition::Use,
    terms::{Acceptance, Outcome, RecordKind, Term},
};
use lockstep_recognition::external_ids;
use lockstep_workspace::{bounds, company::Company, error::Result, zone::Zone};

/// What one row holds: the record, and the opportunity that a lead's row may carry.
pub(super) struct Filled {
    pub record: Record,
    pub carried: Option<Record>,
}

/// Why a row cannot be read: the column, what stands there, and what is wrong with it.
pub(super) type Complaint = (usize, String, &'static str);

/// Reads the rows of one file.
pub(super) struct RowReader {
    kind: RecordKind,
    cells: Vec<Cell>,
    carries: bool,
    /// The workspace's currency.
    ours: String,
    /// Amounts in other currencies, by column and currency: in how many rows, and how many millionths.
    apart: BTreeMap<(String, Option<&'static str>), (i64, i128)>,
    /// What says since when a row is so.
    state_days: StateDays,
    /// The columns of days that say so and have no field, which stand with what a lead carries, too.
    changed_on: Vec<String>,
    /// Whether the source is read from a column of the latest one.
    latest_source: bool,
    /// The column that says which of several contacts of an opportunity is the primary one.
    primary: Option<usize>,
    cell_notes: CellNotes,
    months: Months,
    closing: Closing,
}

impl RowReader {
    /// Prepares the reading of a file for a company.
    pub fn new(choice: &Choice, surveyed: &Surveyed, company: &Company, zone: Zone) -> Result<Self> {
        let currency = company.currency.as_str();
        let mut cell_notes = CellNotes::default();
        let cells = Cell::all(choice, surveyed, company, zone, &mut cell_notes);
        let carries = choice.kind == RecordKind::Leads
            && choice
                .columns
                .iter()
                .flat_map(ColumnChoice::fields)
                .any(Field::is_of_the_leads_opportunity);
        let changed_on = choice.columns.iter().filter(|column| {
            column.becomes == Use::Attribute && state_days::tells_since_when(&column.column).is_some()
        });
        let latest_source = choice.columns.iter().any(|column| {
            column.fields().any(|field| field == Field::Source) && tells_the_latest(&column.column)
        });
        Ok(Self {
            kind: choice.kind,
            primary: primary(choice, &surveyed.survey),
            changed_on: changed_on.map(|column| column.column.clone()).collect(),
            latest_source,
            cells,
            carries,
            ours: currency.to_owned(),
            apart: BTreeMap::new(),
            state_days: StateDays::of(choice.columns.iter().zip(&surveyed.survey.columns), zone),
            cell_notes,
            months: Months::of(choice),
            closing: Closing::of(choice, &surveyed.survey, zone),
        })
    }

    /// Returns whether rows may tell of the opportunity that their lead became.
    pub fn carries(&self) -> bool {
        self.carries
    }

    /// Reads a row.
    pub fn read(&mut self, row: &Row) -> Result<Filled, Complaint> {
        let of_kind = |kind| Record::of(Table::of(kind));
        let mut filled = Filled {
            record: of_kind(self.kind),
            carried: self.carries.then(|| of_kind(RecordKind::Opportunities)),
        };
        let (mut first_name, mut last_name) = (None, None);
        for cell in &mut self.cells {
            let here = row.get(cell.place);
            let held = cell.by_group.as_mut().and_then(|group| group.held(here));
            let text = held.as_deref().unwrap_or(here);
            let says = !cell.nothing.is(text) || (cell.has_na && text == "NA");
            let complain = |why| (cell.place, shortened(text), why);
            match &mut cell.into {
                Into::Attribute(kind) => {
                    let value = if says {
                        attribute(text, *kind, cell.days, cell.decimal, &self.ours)
                    } else {
                        Value::Null
                    };
                    filled.record.attributes.insert(cell.name.clone(), value);
                }
                Into::Term(field, list, heard) => {
                    let term = says.then(|| heard.term(*list, text)).flatten();
                    let term = term.map_or(Sql::Null, |(_, word)| Sql::Text(word));
                    let said = if says { Sql::Text(text.into()) } else { Sql::Null };
                    put_term(&mut filled, *field, term, said);
                }
                Into::WonOn => {
                    let outcome = says.then(|| Term::Outcome(Outcome::Won).word());
                    let outcome = outcome.map_or(Sql::Null, Sql::Text);
                    filled
                        .carried
                        .as_mut()
                        .unwrap_or(&mut filled.record)
                        .set("outcome", outcome);
                }
                Into::Money(field, amounts) => {
                    let amount = if says {
                        amounts.read(text, cell.decimal, row).map_err(complain)?
                    } else {
                        Amount::None
                    };
                    let value = match amount {
                        Amount::None => Sql::Null,
                        // A deal is won whatever somebody wrote for its value. A cost is nothing without its amount.
                        Amount::Unreadable if *field == Field::Spend => {
                            return Err(complain("This is not an amount."));
                        }
                        Amount::Unreadable => {
                            self.cell_notes.no_amount(&cell.name, text);
                            let kept = Value::String(text.into());
                            filled.record.attributes.insert(cell.name.clone(), kept);
                            Sql::Null
                        }
                        Amount::Ours { minor, millionths } => {
                            if *field == Field::Spend {
                                filled.record.exact = Some(millionths);
                            }
                            Sql::Integer(minor)
                        }
                        Amount::Apart { currency, millionths } => {
                            let (rows, sum) = self.apart.entry((cell.name.clone(), currency)).or_default();
                            *rows += 1;
                            *sum += millionths;
                            let kept = kept_apart(text, currency);
                            filled.record.attributes.insert(cell.name.clone(), kept);
                            Sql::Null
                        }
                    };
                    put(&mut filled, *field, value);
                }
                Into::Field(field, Fits::Id) if says && external_ids::has_lost_digits(text) => {
                    // Many ids read so: it says nothing about which record this is.
                    self.cell_notes.lost_ids += 1;
                    let kept = Value::String(text.into());
                    filled.record.attributes.insert(cell.name.clone(), kept);
                    put(&mut filled, *field, Sql::Null);
                }
                Into::Field(Field::LeadId, _) if says && external_ids::first(text) != text => {
                    // An opportunity has one lead; the others stand beside it.
                    filled
                        .record
                        .attributes
                        .insert(cell.name.clone(), Value::String(text.into()));
                    put(
                        &mut filled,
                        Field::LeadId,
                        Sql::Text(external_ids::canonical(external_ids::first(text)).into()),
                    );
                }
                Into::Field(Field::Email, _) if says && addresses::is_more_than_one(text) => {
                    let (first, others) = addresses::first(text);
                    if others > 0 {
                        // A person is known by one address; the others stand beside it.
                        self.cell_notes.further_addresses += 1;
                        let kept = Value::String(text.into());
                        filled.record.attributes.insert(cell.name.clone(), kept);
                    }
                    put(&mut filled, Field::Email, Sql::Text(first.into()));
                }
                Into::Field(Field::Month, _) if says && cell.days.span(text).is_some() => {
                    if let Some((first, last)) = cell.days.span(text) {
                        let last = Value::String(last.to_string());
                        filled.record.attributes.insert(PERIOD_END.into(), last);
                        put(&mut filled, Field::Month, Sql::Text(first.to_string()));
                    }
                }
                Into::Field(Field::Month, fits) if says => {
                    let month = value(text, *fits, cell.days, cell.decimal).map_err(complain)?;
                    if let Some(last) = self.months.last(text, cell.days) {
                        let last = Value::String(last.to_string());
                        filled.record.attributes.insert(PERIOD_END.into(), last);
                    }
                    put(&mut filled, Field::Month, month);
                }
                Into::Field(Field::FirstName, _) => first_name = Some(if says { here } else { "" }),
                Into::Field(Field::LastName, _) => last_name = Some(if says { here } else { "" }),
                Into::Field(field, fits) => {
                    let value = if says {
                        value(text, *fits, cell.days, cell.decimal).map_err(complain)?
                    } else {
                        Sql::Null
                    };
                    put(&mut filled, *field, value);
                }
            }
        }
        if let Some(day) = self.closing.day(row, &filled) {
            put(&mut filled, Field::ClosedOn, Sql::Text(day.to_string()));
        }
        if first_name.is_some() || last_name.is_some() {
            let whole = format!(
                "{} {}",
                first_name.unwrap_or_default(),
                last_name.unwrap_or_default()
            );
            let whole = whole.trim();
            let name = if whole.is_empty() {
                Sql::Null
            } else {
                Sql::Text(whole.into())
            };
            filled.record.set("name", name);
        }
        let is_undecided = |record: &Record| {
            record.text("decided_on").is_none()
                && record.text("accepted") == Some(Term::Acceptance(Acceptance::Rejected).word().as_str())
        };
        if self.cell_notes.unticked_by_day.is_some() && is_undecided(&filled.record) {
            filled.record.set("accepted", Sql::Null);
            self.cell_notes.undecided += 1;
        }
        filled.record.latest_source = self.latest_source;
        filled.record.is_primary = self.primary.and_then(|place| yes_no::read(row.get(place)));
        filled.record.state_day = self.state_days.read(row);
        if let Some(carried) = &mut filled.carried {
            carried.state_day.clone_from(&filled.record.state_day);
            for name in &self.changed_on {
                let day = filled.record.attributes.get(name).cloned().unwrap_or_default();
                carried.attributes.insert(name.clone(), day);
            }
        }
        if let Some(carried) = filled
            .carried
            .take_if(|carried| !is_told_of(&filled.record, carried))
        {
            self.keep_stage(&mut filled.record, &carried);
        }
        Ok(filled)
    }

    /// Keeps with the lead the stage of an opportunity of which its row tells nothing else.
    fn keep_stage(&mut self, lead: &mut Record, carried: &Record) {
        let of_stage = |cell: &&Cell| matches!(cell.into, Into::Term(Field::OpportunityStage, ..));
        let Some((said, cell)) = carried.text("stage_said").zip(self.cells.iter().find(of_stage)) else {
            return;
        };
        lead.attributes
            .insert(cell.name.clone(), Value::String(said.into()));
        self.cell_notes.stages_alone += 1;
    }

    /// Says what was met in cells that somebody may not expect.
    pub fn notes(&self) -> Vec<String> {
        let grouped = self
            .cells
            .iter()
            .filter_map(|cell| cell.by_group.as_ref()?.note(&cell.name));
        let closing = self.closing.note();
        self.cell_notes
            .notes()
            .into_iter()
            .chain(grouped)
            .chain(closing)
            .collect()
    }

    /// Returns the amounts that are in no sum, because they are in another currency.
    pub fn apart(&self) -> Vec<Apart> {
        let all = self.apart.iter();
        all.map(|((column, currency), (rows, millionths))| Apart {
            column: column.clone(),
            currency: currency.map(str::to_owned),
            rows: *rows,
            // Rounded once, half away from zero: each by itself, thousandths would add up to cents that nobody has.
            hundredths: bounds::countable((millionths + millionths.signum() * 5_000) / 10_000),
        })
        .collect()
    }

    /// Returns the values that could not be translated, the most frequent first.
    pub fn untranslated(&self) -> Vec<Untranslated> {
        let mut all: Vec<Untranslated> = self
            .cells
            .iter()
            .filter_map(|cell| match &cell.into {
                Into::Term(field, _, heard) => Some((cell, field, heard)),
                _ => None,
            })
            .flat_map(|(cell, field, heard)| {
                heard.untranslated.iter().map(|(value, count)| Untranslated {
                    column: cell.name.clone(),
                    field: word(*field),
                    value: value.clone(),
                    rows: *count,
                })
            })
            .collect();
        all.sort_by(|a, b| {
            b.rows
                .cmp(&a.rows)
                .then_with(|| (&a.field, &a.value).cmp(&(&b.field, &b.value)))
        });
        all
    }
}

fn shortened(text: &str) -> String {
    const MOST: usize = 80;
    let mut short: String = text.chars().take(MOST).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
