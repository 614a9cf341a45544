//! From the cells of a row to a record: texts, days, amounts and terms, or why the row cannot be read.

use std::collections::HashMap;

use lockstep_intake::{Column, ColumnKind, DayOrder, Row, Survey, day, number, yes_no};
use rusqlite::types::Value as Sql;
use serde_json::Value;

use super::{
    Untranslated,
    choice::{Choice, ColumnChoice, word},
    record::{COST, LEAD, OPPORTUNITY, Record, Table},
};
use crate::{
    error::Result,
    leads::{
        fields::{Field, Fits},
        proposals::{NullWord, null_word, propose},
        recognition::Use,
        terms::{LeadStage, Outcome, RecordKind, Term, TermList},
    },
};

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
    digits: u32,
    carries: bool,
}

/// How the cells of one column are read.
struct Cell {
    place: usize,
    name: String,
    order: DayOrder,
    decimal: char,
    nothing: Vec<String>,
    into: Into,
}

enum Into {
    Field(Field, Fits),
    Term(Field, TermList, Heard),
    /// A day that says that something was won.
    WonOn,
    Attribute(ColumnKind),
}

/// What each value met means; a value that is met first in the row is proposed for.
#[derive(Default)]
struct Heard {
    terms: HashMap<String, Option<(Term, String)>>,
    untranslated: HashMap<String, u64>,
}

impl Heard {
    fn term(&mut self, list: TermList, value: &str) -> Option<(Term, String)> {
        if let Some(known) = self.terms.get(value) {
            if known.is_none() {
                *self.untranslated.entry(value.into()).or_default() += 1;
            }
            return known.clone();
        }
        let meant = propose(list, value).map(|(term, _)| (term, term.word()));
        if meant.is_none() {
            *self.untranslated.entry(value.into()).or_default() += 1;
        }
        self.terms.insert(value.into(), meant.clone());
        meant
    }
}

impl RowReader {
    /// Prepares the reading of a file; `digits` are those of the currency's minor units.
    pub fn new(choice: &Choice, survey: &Survey, digits: u32) -> Result<Self> {
        let mut cells = Vec::new();
        for (place, (column, seen)) in choice.columns.iter().zip(&survey.columns).enumerate() {
            let cell = |into| Cell {
                place,
                name: column.column.clone(),
                order: column.order.unwrap_or(DayOrder::Ymd),
                decimal: seen.decimal,
                nothing: column.nothing.clone(),
                into,
            };
            if column.becomes == Use::Attribute {
                let kind = match (seen.kind, column.order) {
                    (ColumnKind::DayUnclear, Some(order)) => ColumnKind::Day(order),
                    (kind, _) => kind,
                };
                cells.push(cell(Into::Attribute(kind)));
            }
            for field in column.fields() {
                if let Some(into) = into_field(choice.kind, field, column, seen) {
                    cells.push(cell(into));
                }
            }
        }
        let carries = choice.kind == RecordKind::Leads
            && choice
                .columns
                .iter()
                .flat_map(ColumnChoice::fields)
                .any(Field::is_of_the_leads_opportunity);
        Ok(Self {
            kind: choice.kind,
            cells,
            digits,
            carries,
        })
    }

    /// Returns whether rows may tell of the opportunity that their lead became.
    pub fn carries(&self) -> bool {
        self.carries
    }

    /// Reads a row.
    pub fn read(&mut self, row: &Row) -> Result<Filled, Complaint> {
        let table = match self.kind {
            RecordKind::Leads => LEAD,
            RecordKind::Opportunities => OPPORTUNITY,
            RecordKind::Costs => COST,
        };
        let mut filled = Filled {
            record: Record::of(table),
            carried: self.carries.then(|| Record::of(OPPORTUNITY)),
        };
        let (mut first_name, mut last_name) = (None, None);
        for cell in &mut self.cells {
            let text = row.get(cell.place);
            let says = !is_nothing(text, &cell.nothing);
            let complain = |why| (cell.place, shortened(text), why);
            match &mut cell.into {
                Into::Attribute(kind) => {
                    let value = if says {
                        attribute(text, *kind, cell.decimal)
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
                Into::Field(Field::FirstName, _) => first_name = Some(if says { text } else { "" }),
                Into::Field(Field::LastName, _) => last_name = Some(if says { text } else { "" }),
                Into::Field(field, fits) => {
                    let value = if says {
                        value(text, *fits, cell.order, cell.decimal, self.digits).map_err(complain)?
                    } else {
                        Sql::Null
                    };
                    put(&mut filled, *field, value);
                }
            }
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
        if !filled
            .carried
            .as_ref()
            .is_some_and(|carried| is_told_of(&filled.record, carried))
        {
            filled.carried = None;
        }
        Ok(filled)
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

fn into_field(kind: RecordKind, field: Field, column: &ColumnChoice, seen: &Column) -> Option<Into> {
    let entry = field.entry(kind)?;
    let Some(list) = field.terms(kind) else {
        return Some(Into::Field(field, entry.fits));
    };
    if matches!(seen.kind, ColumnKind::Day(_) | ColumnKind::DayUnclear) {
        return (list == TermList::Outcome).then_some(Into::WonOn);
    }
    let terms = column
        .meanings
        .iter()
        .filter(|meaning| meaning.term.list() == list)
        .map(|meaning| (meaning.value.clone(), Some((meaning.term, meaning.term.word()))))
        .collect();
    let heard = Heard {
        terms,
        untranslated: HashMap::new(),
    };
    Some(Into::Term(field, list, heard))
}

fn is_nothing(text: &str, also: &[String]) -> bool {
    // Words for nothing are short; most cells need not be looked at.
    text.is_empty()
        || (text.len() <= 40 && null_word(text) == NullWord::Nothing)
        || also.iter().any(|word| word == text)
}

/// Puts a value where its field stands.
fn put(filled: &mut Filled, field: Field, value: Sql) {
    let Filled { record, carried } = filled;
    if field.is_of_the_leads_opportunity()
        && let Some(carried) = carried
    {
        let column = match field {
            Field::OpportunityValue => "value",
            Field::OpportunityCreatedOn => "created_on",
            Field::ClosedOn => "closed_on",
            _ => "lost_reason",
        };
        carried.set(column, value);
        return;
    }
    if let (Field::OpportunityId, Table { name: "lead", .. }) = (field, record.table) {
        if let Some(carried) = carried {
            carried.set("external_id", value.clone());
        }
        record.set("opportunity_said", value);
        return;
    }
    record.set(column_of(field), value);
}

fn column_of(field: Field) -> &'static str {
    match field {
        Field::ExternalId | Field::OpportunityId => "external_id",
        Field::LeadId => "lead_said",
        Field::Email => "email",
        Field::Name | Field::FirstName | Field::LastName => "name",
        Field::Company => "company",
        Field::Title => "title",
        Field::Phone => "phone",
        Field::Source => "source",
        Field::Campaign => "campaign",
        Field::Owner => "owner",
        Field::CreatedOn | Field::OpportunityCreatedOn => "created_on",
        Field::HandedOverOn => "handed_over_on",
        Field::FirstTouchOn => "first_touch_on",
        Field::Touches => "touches",
        Field::Stage | Field::OpportunityStage => "stage_said",
        Field::Outcome => "outcome",
        Field::Accepted => "accepted",
        Field::DecidedOn => "decided_on",
        Field::Reason => "reason",
        Field::WakeUpOn => "wake_up_on",
        Field::OpportunityValue | Field::Value => "value",
        Field::ClosedOn => "closed_on",
        Field::LostReason => "lost_reason",
        Field::Month => "month",
        Field::Spend => "spend",
    }
}

/// Puts a term, and what the file said, where they stand.
fn put_term(filled: &mut Filled, field: Field, term: Sql, said: Sql) {
    let Filled { record, carried } = filled;
    match (field, carried) {
        (Field::Stage, _) => {
            record.set("stage", term);
            record.set("stage_said", said);
        }
        (Field::Reason, _) => {
            record.set("reason", term);
            record.set("reason_said", said);
        }
        (Field::OpportunityStage, Some(carried)) => {
            carried.set("outcome", term);
            carried.set("stage_said", said);
        }
        (field, _) => record.set(column_of(field), term),
    }
}

/// A lead's row tells of an opportunity where it names one, dates it, values it or says how it ended; an open stage alone
/// does only when the lead was converted.
fn is_told_of(lead: &Record, carried: &Record) -> bool {
    let outcome = carried.text("outcome");
    let is = |outcome: Outcome| Term::Outcome(outcome).word();
    ["external_id", "created_on", "closed_on", "lost_reason"]
        .iter()
        .any(|column| carried.text(column).is_some())
        || carried.number("value").is_some_and(|value| value != 0)
        || outcome.is_some_and(|outcome| outcome == is(Outcome::Won) || outcome == is(Outcome::Lost))
        || (outcome.is_some()
            && lead.text("stage") == Some(Term::Stage(LeadStage::Converted).word().as_str()))
}

fn value(text: &str, fits: Fits, order: DayOrder, decimal: char, digits: u32) -> Result<Sql, &'static str> {
    match fits {
        Fits::Day => day::read(text, order)
            .map(|day| Sql::Text(day.to_string()))
            .ok_or("This is no day."),
        Fits::Month => day::read_month(text, order)
            .map(|month| Sql::Text(month.to_string()))
            .ok_or("This is no month."),
        Fits::Money => number::read(text, decimal)
            .filter(|written| !written.is_percent)
            .and_then(|written| minor(written.hundredths, digits))
            .map(Sql::Integer)
            .ok_or("This is no amount."),
        Fits::Number => number::read(text, decimal)
            .filter(|written| !written.is_percent && written.hundredths % 100 == 0)
            .map(|written| Sql::Integer(written.hundredths / 100))
            .ok_or("This is no whole number."),
        Fits::Id | Fits::Text | Fits::Choice | Fits::Email | Fits::Phone | Fits::YesNo => {
            Ok(Sql::Text(text.into()))
        }
    }
}

/// Returns hundredths of a currency's unit in its minor units, rounded half away from zero.
fn minor(hundredths: i64, digits: u32) -> Option<i64> {
    match digits {
        0 => Some((hundredths + 50 * hundredths.signum()) / 100),
        1 => Some((hundredths + 5 * hundredths.signum()) / 10),
        more => hundredths.checked_mul(10_i64.checked_pow(more - 2)?),
    }
}

/// Returns what stands in a column without a field, as what the column is; an odd cell stays text.
fn attribute(text: &str, kind: ColumnKind, decimal: char) -> Value {
    let read = match kind {
        ColumnKind::WholeNumber | ColumnKind::Number | ColumnKind::Money | ColumnKind::Percent => {
            exactly(text, decimal)
                .or_else(|| number::read(text, decimal).map(|written| hundredths(written.hundredths)))
        }
        ColumnKind::Day(order) => day::read(text, order).map(|day| Value::String(day.to_string())),
        ColumnKind::YesNo => yes_no::read(text).map(Value::Bool),
        _ => None,
    };
    read.unwrap_or_else(|| Value::String(text.into()))
}

/// Returns a number that is written as programs write it, with all its decimals.
fn exactly(text: &str, decimal: char) -> Option<Value> {
    let is_plain = text
        .bytes()
        .all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
    if !is_plain || (decimal != '.' && text.contains('.')) {
        return None;
    }
    let whole = text.parse::<i64>().ok().map(Value::from);
    whole.or_else(|| text.parse::<f64>().ok().map(Value::from))
}

fn hundredths(value: i64) -> Value {
    if value % 100 == 0 {
        Value::from(value / 100)
    } else {
        Value::from(value as f64 / 100.0)
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
