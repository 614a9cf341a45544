//! A file before it is taken in, as a person sees it: what each column becomes, what each value means, what is left to say.
//! And what may be said of it there.

use lockstep_intake::{Column, ColumnKind, DayOrder, HowRead};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    DataFile, Proposed, Surveyed,
    choice::{Choice, ColumnChoice},
    column_notes::column_notes,
    money::prefer_converted,
    questions::{Question, Unticked, questions},
};
use crate::leads::{
    fields::{Field, FieldEntry, fields},
    proposals::{CERTAIN, NullWord, proposals_of},
    recognition::{ColumnSeen, Guess, Holds, Lack, Recognition, SeenKind, Use, recognise},
    terms::{RecordKind, Term, TermList},
};
use lockstep_workspace::error::{Error, Result};

/// How many different values of a column are shown; the rarer ones are counted.
const SHOWN_VALUES: usize = 200;

/// A file that was looked through, and how it would be taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportDraft {
    /// The file's name.
    pub file_name: String,
    /// How it was read, in words: "Text in UTF-8, with semicolons between the columns".
    pub how: String,
    /// The sheet that is read, in a workbook.
    pub sheet: Option<String>,
    /// All sheets of a workbook.
    pub sheets: Vec<String>,
    /// The row in which the names of its columns stand, counted as a spreadsheet does.
    pub header_row: u64,
    /// How many rows it has.
    pub rows: u64,
    /// How many of them are damaged.
    pub unreadable: u64,
    /// What it was recognised to hold.
    pub holds: Holds,
    /// As what it would be taken in; nothing where it holds none of our records and nobody said otherwise.
    pub kind: Option<RecordKind>,
    /// How sure that is, of 100.
    pub confidence: u8,
    /// Why; where it holds none of our records, what to do instead.
    pub why: String,
    /// Whether an earlier file of the same shape said how it is read.
    pub remembered: bool,
    /// Its columns, in their order.
    pub columns: Vec<DraftColumn>,
    /// What the records will lack.
    pub lacks: Vec<Lack>,
    /// The fields that a column can become.
    pub fields: Vec<FieldEntry>,
    /// What the file does not say for certain, with the answers that were given.
    pub questions: Vec<Question>,
    /// What is left to be said before it can be taken in.
    pub left_to_say: Option<Error>,
}

/// A column, and what it would become.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DraftColumn {
    /// The name of the column, as the file has it.
    pub column: String,
    /// What its cells look like.
    pub looks_like: SeenKind,
    /// In how many rows it holds something.
    pub filled: u64,
    /// Its first three different values.
    pub samples: Vec<String>,
    /// The field that it becomes; or that it keeps its own name, or is left out.
    pub becomes: Use,
    /// The second field that is read from it.
    pub also: Option<Field>,
    /// How sure that is, of 100; nothing when somebody chose it, now or the last time.
    pub confidence: Option<u8>,
    /// Why it becomes that, in words.
    pub why: String,
    /// What a person should look at.
    pub ask: Option<String>,
    /// What its cells give to think: those that do not fit the rest, numbers that may be days.
    pub noticed: Vec<String>,
    /// Whether its days can be read in two ways, so that somebody has to say which.
    pub days_read_both_ways: bool,
    /// In which order its days are written.
    #[ts(type = "\"ymd\" | \"dmy\" | \"mdy\" | null")]
    pub order: Option<DayOrder>,
    /// What its values mean, where it becomes a field with terms: the most frequent first.
    pub values: Vec<DraftValue>,
    /// How many rarer values there are.
    pub more_values: usize,
}

/// A value, and what it means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DraftValue {
    /// The field that the column becomes.
    pub field: Field,
    /// The list from which its term is.
    pub list: TermList,
    /// The value, as it stands in the file.
    pub value: String,
    /// In how many rows.
    pub rows: u64,
    /// What it means; nothing where no term fits, and then the record keeps the word alone.
    pub term: Option<Term>,
    /// The term that was proposed for it.
    pub proposed: Option<Term>,
    /// Whether a person should look at it: it has no term, or the term is a guess.
    pub look: bool,
    /// Whether a person has to say what it means before the file can be imported.
    pub asked: bool,
    /// Whether it says that there is none.
    pub says_nothing: bool,
    /// Whether it says so to everybody, and is no matter of choice: "N/A".
    pub always: bool,
}

/// What somebody says of a file before it is taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "about", rename_all = "snake_case")]
pub enum MappingEdit {
    /// What the rows of the file are, where that is in doubt.
    Kind {
        /// Leads or opportunities.
        kind: RecordKind,
    },
    /// What becomes of a column.
    Column {
        /// The name of the column, as the file has it.
        column: String,
        /// The field that it becomes; or that it keeps its own name, or is left out.
        becomes: Use,
    },
    /// In which order the days of a column are written.
    Days {
        /// The name of the column, as the file has it.
        column: String,
        /// The order in which year, month and day stand.
        #[ts(type = "\"ymd\" | \"dmy\" | \"mdy\"")]
        order: DayOrder,
    },
    /// Whether the dates of a column are swapped back, where a spreadsheet seems to have swapped day and month.
    Swapped {
        /// The column's name.
        column: String,
        /// Whether they are.
        swap: bool,
    },
    /// Which mark stands before decimals where the file could be read both ways.
    Decimal {
        /// The mark, a point or a comma.
        #[ts(type = "\".\" | \",\"")]
        mark: char,
    },
    /// In which currency the amounts are, whatever the file says.
    Currency {
        /// Its ISO 4217 code, or the sign that the file has.
        code: String,
    },
    /// That the values of a column mean what is proposed for them.
    Meanings {
        /// The column's name.
        column: String,
    },
    /// What a value means.
    Value {
        /// The field that its column becomes.
        field: Field,
        /// The value, as it stands in the file.
        value: String,
        /// The term; nothing leaves it as it was proposed.
        term: Option<Term>,
        /// Whether it says that there is none.
        says_nothing: bool,
    },
}

impl Proposed {
    /// Returns what the file does not say for certain, with the answers that were given.
    pub fn questions(&self, surveyed: &Surveyed) -> Vec<Question> {
        questions(&self.choice, surveyed, &self.usage)
    }

    /// Checks that nothing is left to be said.
    ///
    /// # Errors
    /// `Invalid` with the first question, or with what is missing.
    pub fn must_be_answered(&self, surveyed: &Surveyed) -> Result<()> {
        self.choice.must_be_complete(&surveyed.survey)?;
        let open = self.questions(surveyed);
        match open
            .into_iter()
            .find(|question| question.waits && question.answered.is_none())
        {
            Some(question) => Err(question.into_error()),
            None => Ok(()),
        }
    }

    /// Returns what is taken as likely because nobody wants to be asked, in words.
    pub(super) fn guesses(&self, surveyed: &Surveyed) -> Vec<String> {
        if !self.choice.accepts_guesses {
            return Vec::new();
        }
        let asking = Choice {
            accepts_guesses: false,
            ..self.choice.clone()
        };
        questions(&asking, surveyed, &self.usage)
            .into_iter()
            .filter(|question| question.waits && question.answered.is_none())
            .map(Question::into_guess)
            .collect()
    }

    /// Reads the rows as what somebody says that they are. What was said of columns before was said of other fields.
    fn read_as(&mut self, kind: RecordKind, surveyed: &Surveyed) -> Result<()> {
        let (recognition, choice) = Choice::proposed(&surveyed.survey, Some(kind))?;
        self.recognition = recognition;
        self.choice = Choice {
            decimal: self.choice.decimal,
            currency: self.choice.currency.take(),
            header_row: self.choice.header_row,
            kind_in_doubt: true,
            kind_is_said: true,
            accepts_guesses: self.choice.accepts_guesses,
            ..choice
        };
        prefer_converted(
            &mut self.recognition,
            &mut self.choice,
            &surveyed.survey,
            &self.usage.currency,
        );
        Ok(())
    }

    /// Takes over what somebody says.
    ///
    /// # Errors
    /// `Invalid` when the file has no such column, field or term.
    pub fn apply(&mut self, edit: &MappingEdit, surveyed: &Surveyed) -> Result<()> {
        match edit {
            MappingEdit::Kind { kind } => self.read_as(*kind, surveyed),
            MappingEdit::Column { column, becomes } => match becomes {
                Use::Field(field) => self.choice.give(*field, column, &surveyed.survey),
                other => self.choice.take_from(column, *other, &surveyed.survey),
            },
            MappingEdit::Days { column, order } => self.choice.read_days_of(column, *order),
            MappingEdit::Swapped { column, swap } => self.choice.swap_days_of(column, *swap),
            MappingEdit::Decimal { mark } => self.choice.read_decimals(*mark),
            MappingEdit::Currency { code } => self.choice.count_in(code),
            MappingEdit::Meanings { column } => self.choice.confirm_meanings(column),
            MappingEdit::Value {
                field,
                value,
                term,
                says_nothing,
            } => {
                self.choice.leave_as_proposed(*field, value)?;
                if *says_nothing {
                    self.choice.mean(*field, value, None)
                } else if let Some(term) = term {
                    self.choice.mean(*field, value, Some(&term.word()))
                } else {
                    Ok(())
                }
            }
        }
    }
}

impl ImportDraft {
    /// Returns a file that was looked through as a person sees it; without `proposed` it holds none of our records.
    pub fn of(file: &DataFile, surveyed: &Surveyed, proposed: Option<&Proposed>) -> Self {
        let seen = ColumnSeen::all(&surveyed.survey);
        let unknown;
        let recognition = match proposed {
            Some(proposed) => &proposed.recognition,
            None => {
                unknown = recognise(&seen);
                &unknown
            }
        };
        let (sheet, sheets) = match &surveyed.how {
            HowRead::Workbook { sheet, sheets, .. } => (Some(sheet.clone()), sheets.clone()),
            HowRead::Delimited { .. } => (None, Vec::new()),
        };
        Self {
            file_name: file.name(),
            how: in_words(&surveyed.how),
            sheet,
            sheets,
            header_row: surveyed.survey.header_row,
            rows: surveyed.survey.rows,
            unreadable: surveyed.survey.troubles_count,
            holds: recognition.holds,
            kind: proposed.map(|proposed| proposed.choice.kind),
            confidence: recognition.confidence,
            why: recognition.why.clone(),
            remembered: proposed.is_some_and(|proposed| proposed.remembered),
            columns: proposed.map_or_else(Vec::new, |proposed| columns(surveyed, recognition, proposed)),
            lacks: proposed.map_or_else(Vec::new, Proposed::lacks),
            fields: proposed.map_or_else(Vec::new, |proposed| fields(proposed.choice.kind).to_vec()),
            questions: proposed.map_or_else(Vec::new, |proposed| proposed.questions(surveyed)),
            left_to_say: proposed.and_then(|proposed| proposed.must_be_answered(surveyed).err()),
        }
    }
}

fn columns(surveyed: &Surveyed, recognition: &Recognition, proposed: &Proposed) -> Vec<DraftColumn> {
    proposed
        .choice
        .columns
        .iter()
        .zip(&surveyed.survey.columns)
        .zip(&recognition.guesses)
        .map(|((choice, seen), guess)| column(choice, seen, guess, proposed))
        .collect()
}

fn column(choice: &ColumnChoice, seen: &Column, guess: &Guess, proposed: &Proposed) -> DraftColumn {
    let read = super::report::column_read(choice, guess, proposed.remembered);
    let days_read_both_ways = seen.kind == ColumnKind::DayUnclear;
    let (values, more_values) = values(&proposed.choice, choice, seen);
    DraftColumn {
        column: read.column,
        looks_like: seen.kind.into(),
        filled: seen.filled,
        samples: seen.samples.clone(),
        becomes: choice.becomes,
        also: choice.also,
        confidence: read.confidence,
        why: read.why,
        ask: read
            .ask
            .filter(|_| !days_read_both_ways || choice.order.is_none()),
        noticed: column_notes(choice, seen, proposed.choice.kind),
        days_read_both_ways,
        order: choice.order,
        values,
        more_values,
    }
}

fn values(whole: &Choice, choice: &ColumnChoice, seen: &Column) -> (Vec<DraftValue>, usize) {
    let kind = whole.kind;
    let unticked = Unticked::of(whole, choice, seen);
    if matches!(seen.kind, ColumnKind::Day(_) | ColumnKind::DayUnclear) {
        return (Vec::new(), 0);
    }
    let mut shown = Vec::new();
    let mut more = 0;
    for field in choice.fields() {
        let Some(list) = field.terms(kind) else { continue };
        more += seen.values.len().saturating_sub(SHOWN_VALUES);
        let listed = seen.values.get(..SHOWN_VALUES).unwrap_or(&seen.values);
        shown.extend(
            proposals_of(&seen.name, list, listed)
                .into_iter()
                .map(|proposal| {
                    let said = choice
                        .meanings
                        .iter()
                        .find(|meaning| meaning.value == proposal.value && meaning.term.list() == list);
                    let is_open = list == TermList::Acceptance && unticked.is_open(&proposal.value);
                    let proposed = proposal.term.filter(|_| !is_open);
                    let term = said
                        .map(|meaning| meaning.term)
                        .or(proposal.term)
                        .filter(|_| !is_open);
                    let always = proposal.nothing == NullWord::Nothing;
                    let says_nothing = always || choice.nothing.contains(&proposal.value);
                    let confirmed = said.is_some_and(|meaning| meaning.confirmed);
                    let guessed = !confirmed && term == proposed && proposal.confidence < CERTAIN;
                    let asked = is_open || !confirmed && !says_nothing && proposal.is_in_doubt(list);
                    DraftValue {
                        field,
                        list,
                        value: proposal.value,
                        rows: proposal.count,
                        term: term.filter(|_| !says_nothing),
                        proposed,
                        look: !says_nothing && (term.is_none() || guessed),
                        asked,
                        says_nothing,
                        always,
                    }
                }),
        );
    }
    (shown, more)
}

/// Returns an encoding as people write it: "UTF-8", "Windows-1252".
fn called(encoding: &str) -> String {
    match encoding.strip_prefix("windows-") {
        Some(page) => format!("Windows-{page}"),
        None => encoding.to_uppercase(),
    }
}

fn in_words(how: &HowRead) -> String {
    match how {
        HowRead::Delimited { delimiter, encoding } => {
            let between = match delimiter {
                ',' => "commas".to_owned(),
                ';' => "semicolons".to_owned(),
                '\t' => "tabs".to_owned(),
                '|' => "upright strokes".to_owned(),
                other => format!("“{other}”"),
            };
            format!("Text in {}, with {between} between the columns", called(encoding))
        }
        HowRead::Workbook { sheet, sheets, .. } if sheets.len() > 1 => {
            format!("Sheet “{sheet}” of a workbook with {} sheets", sheets.len())
        }
        HowRead::Workbook { .. } => "Workbook".to_owned(),
    }
}
