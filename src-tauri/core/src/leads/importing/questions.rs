//! What a file does not say for certain although a number depends on it. Each question names its column, shows up to three of
//! its cells and how every answer would read them. Nothing is imported before it is answered, unless whoever runs the import
//! accepts the likeliest answers.

mod amounts;
mod days;
mod kinds;
mod unticked;

pub(super) use amounts::{is_actual, is_planned};
pub(super) use unticked::Unticked;

use lockstep_intake::{Column, ColumnKind, DecimalMark, DecimalReason, number};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    Surveyed,
    choice::{Choice, ColumnChoice, word},
    currencies::{HeaderMoney, currency_column, named},
    draft::MappingEdit,
};
use crate::leads::{
    fields::Fits,
    proposals::{Proposal, proposals_of},
    recognition::Use,
    terms::TermList,
};
use lockstep_workspace::{error::Error, words::currency_digits};

/// How many cells a question shows.
const EXAMPLES: usize = 3;

/// What a question is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Doubt {
    /// Whether the rows are leads with their opportunities, or opportunities with their leads.
    Kind,
    /// From which column a number is read, or whether it is read from this one.
    Column,
    /// Whether the day or the month stands first.
    Days,
    /// Whether a spreadsheet swapped day and month.
    Swapped,
    /// Whether a point or a comma stands before decimals.
    Decimal,
    /// In which currency the amounts are.
    Currency,
    /// What the words of a column mean.
    Values,
}

/// A question about a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ImportQuestion")]
pub struct Question {
    /// What of the file is in doubt.
    pub about: Doubt,
    /// The column; the first, where one answer settles several.
    pub column: String,
    /// The question, as it is asked.
    pub question: String,
    /// Up to three cells that it is about.
    pub examples: Vec<String>,
    /// The answers there are; none where each value has to be given its own.
    pub answers: Vec<ImportAnswer>,
    /// The place of the answer that was given, among the answers; nothing where it is still open.
    pub answered: Option<usize>,
    /// Whether the file waits for the answer: no number depends on the dates of a column that is kept under its own name.
    pub waits: bool,
    /// What to type in a terminal.
    pub in_a_terminal: String,
    /// How many words of a column have no likely meaning.
    #[serde(skip)]
    #[ts(skip)]
    unknown: usize,
}

/// An answer to a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportAnswer {
    /// The answer, and how the examples then read: "A comma: 1.500 is 1,500".
    pub label: String,
    /// The edit that gives it.
    pub edit: MappingEdit,
    /// Why it is likely, where something speaks for it.
    pub likely: Option<String>,
}

impl Question {
    /// Returns the question as an error: what is missing before the file can be imported.
    pub fn into_error(self) -> Error {
        let field = match self.about {
            Doubt::Kind => "kind",
            Doubt::Column => "map",
            Doubt::Days => "dates",
            Doubt::Swapped => "swapped",
            Doubt::Decimal => "decimal",
            Doubt::Currency => "currency",
            Doubt::Values => "value",
        };
        Error::invalid(field, self.question).hint(self.in_a_terminal)
    }

    /// Returns what is done where nobody wants to be asked, in words.
    pub(super) fn into_guess(self) -> String {
        let likely = self.answers.iter().find(|answer| answer.likely.is_some());
        let taken = likely.or(self.answers.first()).map(|answer| answer.label.clone());
        let open = (self.unknown > 0)
            .then(|| format!("words without a meaning here count as open ({})", self.unknown));
        let both: Vec<String> = taken.into_iter().chain(open).collect();
        format!("“{}”: {}.", self.column, both.join("; "))
    }
}

/// What the workspace says about the amounts of files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Usage {
    /// The ISO 4217 code of its currency: amounts in another are not added to its own.
    pub currency: String,
    /// The mark before decimals in its language.
    pub decimal: char,
}

/// Returns what the file leaves open, answered or not.
pub(super) fn questions(choice: &Choice, surveyed: &Surveyed, usage: &Usage) -> Vec<Question> {
    let currency = usage.currency.as_str();
    let columns = || choice.columns.iter().zip(&surveyed.survey.columns);
    let mut all: Vec<Question> = kinds::kind(choice).into_iter().collect();
    all.extend(amounts::columns(choice, surveyed));
    all.extend(
        columns()
            .enumerate()
            .filter_map(|(place, (column, seen))| days::days(choice, &surveyed.survey, place, column, seen)),
    );
    all.extend(columns().filter_map(|(column, seen)| days::swapped(choice, column, seen)));
    all.extend(decimal(choice, surveyed, usage));
    all.extend(
        columns()
            .enumerate()
            .filter_map(|(place, (column, seen))| amounts(choice, surveyed, place, column, seen, currency)),
    );
    if !choice.accepts_guesses {
        all.extend(columns().filter_map(|(column, seen)| unticked::question(choice, column, seen)));
        all.extend(columns().filter_map(|(column, seen)| values(choice, column, seen)));
    }
    all
}

fn quoted(values: &[String]) -> String {
    let quoted: Vec<String> = values.iter().map(|value| format!("“{value}”")).collect();
    quoted.join(", ")
}

/// Returns whether numbers are read from a column, for a field or under its own name.
pub(super) fn holds_numbers(choice: &Choice, column: &ColumnChoice, seen: &Column) -> bool {
    let is_number_field = column.fields().any(|field| {
        let entry = field.entry(choice.kind);
        entry.is_some_and(|entry| matches!(entry.fits, Fits::Money | Fits::Number))
    });
    is_number_field || column.becomes == Use::Attribute && seen.is_mostly_numbers()
}

/// Returns whether amounts are read from a column.
pub(super) fn holds_money(choice: &Choice, column: &ColumnChoice) -> bool {
    column.fields().any(|field| {
        let entry = field.entry(choice.kind);
        entry.is_some_and(|entry| entry.fits == Fits::Money)
    })
}

/// One answer settles all columns of the file: whoever wrote it wrote numbers in one way.
///
/// Amounts of cents with three digits behind every mark are thousands; where the language of the workspace writes thousands so,
/// and nothing in the file speaks against it, nobody is asked.
fn decimal(choice: &Choice, surveyed: &Surveyed, usage: &Usage) -> Option<Question> {
    let counts_in_cents = currency_digits(&usage.currency) <= 2;
    let evidence = surveyed.survey.decimal_evidence(&surveyed.how);
    let in_doubt: Vec<(usize, &Column)> = choice
        .columns
        .iter()
        .zip(&surveyed.survey.columns)
        .enumerate()
        .filter(|(_, (column, seen))| {
            let is_amount = || counts_in_cents && holds_money(choice, column);
            seen.needs_decimal_mark() && holds_numbers(choice, column, seen)
                || seen.has_thousandths_in_doubt() && is_amount()
        })
        .map(|(place, (_, seen))| (place, seen))
        .filter(|(place, _)| {
            let is_a_field = choice
                .columns
                .get(*place)
                .is_some_and(|column| column.fields().next().is_some());
            let known = evidence.iter().find(|known| known.column == *place);
            !known.is_some_and(|known| {
                known.is_certain
                    || is_a_field
                        && counts_in_cents
                        && known.mark == usage.decimal
                        && known.against.is_empty()
                        && known.reasons.contains(&DecimalReason::ThreeDigits)
            })
        })
        .collect();
    let (place, first) = in_doubt.first()?;
    let likely = evidence
        .iter()
        .find(|known| known.column == *place && !known.reasons.is_empty());
    let certain = match first.decimal_mark {
        DecimalMark::Certain(mark) => Some(mark),
        _ => None,
    };
    if choice.accepts_guesses && (likely.is_some() || certain.is_some()) {
        return None;
    }
    let examples: Vec<String> = first
        .samples
        .iter()
        .filter(|sample| number::readings(sample).is_some_and(number::Readings::is_ambiguous))
        .take(EXAMPLES)
        .cloned()
        .collect();
    let example = examples
        .first()
        .or(first.samples.first())
        .cloned()
        .unwrap_or_default();
    let answer = |mark: char, name: &str| {
        let read = number::read(&example, mark).map(|read| plainly(read.millionths()));
        ImportAnswer {
            label: format!("{name}: “{example}” is {}", read.unwrap_or_default()),
            edit: MappingEdit::Decimal { mark },
            likely: likely
                .filter(|known| known.mark == mark)
                .map(|known| in_words(surveyed, &known.reasons))
                .or_else(|| {
                    (certain == Some(mark)).then(|| "Likely: others of its numbers are written so.".into())
                }),
        }
    };
    let names: Vec<String> = in_doubt.iter().map(|(_, seen)| seen.name.clone()).collect();
    Some(Question {
        about: Doubt::Decimal,
        column: first.name.clone(),
        question: format!(
            "The numbers in {} can be read in two ways: {}. Is the decimal mark a comma or a point?",
            quoted(&names),
            quoted(if examples.is_empty() {
                &first.samples
            } else {
                &examples
            })
        ),
        answers: vec![answer(',', "A comma"), answer('.', "A point")],
        examples,
        answered: choice.decimal.map(|mark| usize::from(mark != ',')),
        unknown: 0,
        waits: true,
        in_a_terminal: "Say --decimal , for a comma or --decimal . for a point.".into(),
    })
}

/// Returns a number of millionths as 1234567.5.
fn plainly(millionths: i128) -> String {
    let (whole, part) = (millionths / 1_000_000, (millionths % 1_000_000).abs());
    let part = format!("{part:06}");
    match part.trim_end_matches('0') {
        "" => whole.to_string(),
        part => format!("{whole}.{part}"),
    }
}

fn in_words(surveyed: &Surveyed, reasons: &[DecimalReason]) -> String {
    use DecimalReason as Why;
    let name = |column: usize| {
        let column = surveyed.survey.columns.get(column);
        column.map(|column| column.name.clone()).unwrap_or_default()
    };
    let because = match reasons.first() {
        Some(Why::OtherColumn { column, example }) => match example {
            Some(example) => format!("“{}” has “{example}”", name(*column)),
            None => format!("“{}” is written so", name(*column)),
        },
        Some(Why::MostCells) => "most of its cells are written so".into(),
        Some(Why::Workbook) => "the numbers of a workbook are".into(),
        Some(Why::Semicolons) => "the file has semicolons between its columns".into(),
        Some(Why::Days { column }) => format!("“{}” writes its days so", name(*column)),
        Some(Why::HeaderLanguage { column }) => {
            format!("people who write “{}” write numbers so", name(*column))
        }
        Some(Why::CurrencyBehind) => "the currency stands behind the number".into(),
        Some(Why::Currency { name }) => format!("amounts in {name} are usually written so"),
        Some(Why::ThreeDigits) => "every mark has three digits behind it".into(),
        None => return String::new(),
    };
    format!("Likely: {because}.")
}

/// Amounts that are all in another currency than the workspace's would count in no sum, and perhaps the workspace has the
/// wrong one. Where only some are, they are kept apart, and the report says how many.
fn amounts(
    choice: &Choice,
    surveyed: &Surveyed,
    place: usize,
    column: &ColumnChoice,
    seen: &Column,
    currency: &str,
) -> Option<Question> {
    if !holds_money(choice, column) || choice.accepts_guesses {
        return None;
    }
    let found = currencies(surveyed, place, seen);
    if found.is_empty() || found.iter().any(|name| is_ours(name, currency)) {
        return None;
    }
    let answer = |label: String, code: &str| ImportAnswer {
        label,
        edit: MappingEdit::Currency { code: code.into() },
        likely: None,
    };
    let first = found.first().cloned().unwrap_or_default();
    Some(Question {
        about: Doubt::Currency,
        column: column.column.clone(),
        question: format!(
            "The amounts in “{}” are in {}, and this workspace counts in {currency}. What are they?",
            column.column,
            found.join(" and ")
        ),
        examples: seen.samples.clone(),
        answers: vec![
            answer(
                format!(
                    "In {}: keep them with their records, apart from every sum",
                    found.join(" and ")
                ),
                &first,
            ),
            answer(format!("In {currency}, whatever the file says"), currency),
        ],
        answered: choice
            .currency
            .as_deref()
            .map(|code| usize::from(is_ours(code, currency))),
        unknown: 0,
        waits: true,
        in_a_terminal: format!(
            "Say --currency {first} to keep them apart from every sum, --currency {currency} if they are in {currency}."
        ),
    })
}

/// Returns the currencies that the amounts of a column are said to be in, the most frequent first.
pub(super) fn currencies(surveyed: &Surveyed, place: usize, seen: &Column) -> Vec<String> {
    if !seen.currencies.is_empty() {
        return seen.currencies.iter().map(|(name, _)| name.clone()).collect();
    }
    let beside =
        currency_column(&surveyed.survey, place).and_then(|beside| surveyed.survey.columns.get(beside));
    if let Some(beside) = beside {
        let name =
            |said: &str| named(said).map_or_else(|| said.trim().to_owned(), |money| money.name().to_owned());
        return beside.values.iter().map(|(said, _)| name(said)).collect();
    }
    let header = HeaderMoney::of_column(&surveyed.survey, &seen.name).0.currency;
    header.map(|money| money.name().to_owned()).into_iter().collect()
}

fn is_ours(name: &str, currency: &str) -> bool {
    named(name).is_some_and(|money| money.may_be(currency))
}

fn values(choice: &Choice, column: &ColumnChoice, seen: &Column) -> Option<Question> {
    if matches!(seen.kind, ColumnKind::Day(_) | ColumnKind::DayUnclear) {
        return None;
    }
    let lists = column
        .fields()
        .filter_map(|field| Some((field, field.terms(choice.kind)?)));
    let mut in_doubt: Vec<Proposal> = Vec::new();
    let mut option = String::new();
    for (field, list) in lists {
        let open = proposals_of(&seen.name, list, &seen.values)
            .into_iter()
            .filter(|proposal| column.is_open(list, proposal));
        let before = in_doubt.len();
        in_doubt.extend(open);
        if option.is_empty() && in_doubt.len() > before {
            option = word(field);
        }
    }
    let examples: Vec<String> = in_doubt
        .iter()
        .take(EXAMPLES)
        .map(|proposal| proposal.value.clone())
        .collect();
    let first = examples.first()?.clone();
    let guessed: Vec<String> = in_doubt
        .iter()
        .filter_map(|proposal| Some(format!("“{}” as {}", proposal.value, proposal.term?.name())))
        .collect();
    let more = match in_doubt.len().saturating_sub(examples.len()) {
        0 => String::new(),
        1 => " and one more".into(),
        more => format!(" and {more} more"),
    };
    // Only what has a guess can be accepted at once; the others wait for their own.
    let answers = (!guessed.is_empty()).then(|| ImportAnswer {
        label: format!("Read {}", guessed.join(", ")),
        edit: MappingEdit::Meanings {
            column: column.column.clone(),
        },
        likely: None,
    });
    Some(Question {
        about: Doubt::Values,
        column: column.column.clone(),
        question: format!(
            "What {} {}{more} in “{}” mean?",
            if in_doubt.len() == 1 { "does" } else { "do" },
            quoted(&examples),
            column.column
        ),
        examples,
        answers: answers.into_iter().collect(),
        answered: None,
        unknown: in_doubt.len() - guessed.len(),
        waits: true,
        in_a_terminal: format!(
            "Say so with --value \"{option}:{first}=TERM\" for each, or --accept-guesses to read them as they are proposed."
        ),
    })
}

impl ColumnChoice {
    /// Returns whether somebody still has to say what a value means.
    fn is_open(&self, list: TermList, proposal: &Proposal) -> bool {
        let said = self.nothing.contains(&proposal.value)
            || self.meanings.iter().any(|meaning| {
                meaning.value == proposal.value && meaning.term.list() == list && meaning.confirmed
            });
        proposal.is_in_doubt(list) && !said
    }
}
