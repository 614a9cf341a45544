//! What “no” means where sales says yes or no to a lead: with a box to tick it is as good as nothing, because nobody ticks that
//! nothing is decided yet.

use lockstep_intake::{Column, yes_no};

use super::{Doubt, EXAMPLES, ImportAnswer, Question, quoted};
use crate::leads::{
    fields::Field,
    importing::{
        choice::{Choice, ColumnChoice, word},
        draft::MappingEdit,
    },
    terms::{Acceptance, RecordKind, Term, TermList},
};

/// What “no” means in a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::leads::importing) enum Unticked {
    /// What the word says, or what somebody said.
    Says,
    /// A rejection where the row tells the day of a decision, and nothing elsewhere.
    ByDay,
    /// A rejection or nothing: these words wait for somebody to say.
    Open(Vec<String>),
}

impl Unticked {
    /// Returns what “no” means in a column. A column with yes, no and empty cells knows three answers, and its “no” is one.
    pub(in crate::leads::importing) fn of(choice: &Choice, column: &ColumnChoice, seen: &Column) -> Self {
        let is_asked =
            choice.kind != RecordKind::Costs && column.fields().any(|field| field == Field::Accepted);
        let is_box = seen.values.iter().all(|(value, _)| yes_no::read(value).is_some());
        // A line of totals has an empty cell, too.
        let is_filled = seen.empty <= 1 || seen.empty.saturating_mul(20) <= seen.filled;
        if !is_asked || !is_box || !is_filled {
            return Self::Says;
        }
        let mut open: Vec<String> = noes(seen).collect();
        open.retain(|no| !is_said(column, no));
        match () {
            () if open.is_empty() => Self::Says,
            () if choice.has(Field::DecidedOn) => Self::ByDay,
            () => Self::Open(open),
        }
    }

    /// Returns the words that wait: as long as nobody says, they say nothing.
    pub(in crate::leads::importing) fn open(&self) -> impl Iterator<Item = String> {
        let open = match self {
            Self::Open(open) => open.as_slice(),
            Self::Says | Self::ByDay => &[],
        };
        open.iter().cloned()
    }

    /// Returns whether somebody has to say what a value means.
    pub(in crate::leads::importing) fn is_open(&self, value: &str) -> bool {
        matches!(self, Self::Open(open) if open.iter().any(|no| no == value))
    }
}

fn noes(seen: &Column) -> impl Iterator<Item = String> {
    let noes = seen
        .values
        .iter()
        .filter(|(value, _)| yes_no::read(value) == Some(false));
    noes.map(|(value, _)| value.clone())
}

fn is_said(column: &ColumnChoice, value: &str) -> bool {
    column.nothing.iter().any(|nothing| nothing == value) || meant(column, value).is_some()
}

fn meant(column: &ColumnChoice, value: &str) -> Option<Term> {
    let meanings = column.meanings.iter();
    let mut said = meanings.filter(|meaning| meaning.confirmed && meaning.value == value);
    said.find(|meaning| meaning.term.list() == TermList::Acceptance)
        .map(|meaning| meaning.term)
}

/// Asks what “no” means, while it is open and once it was answered in one of the two ways.
pub(super) fn question(choice: &Choice, column: &ColumnChoice, seen: &Column) -> Option<Question> {
    let rejected = Term::Acceptance(Acceptance::Rejected);
    let mut forgetting = column.clone();
    forgetting.nothing.clear();
    forgetting.meanings.clear();
    let Unticked::Open(noes) = Unticked::of(choice, &forgetting, seen) else {
        return None;
    };
    let no = noes
        .iter()
        .find(|no| !is_said(column, no))
        .or(noes.first())?
        .clone();
    let answered = match meant(column, &no) {
        _ if column.nothing.contains(&no) => Some(0),
        Some(term) if term == rejected => Some(1),
        Some(_) => return None,
        None => None,
    };
    let answer = |label: &str, term: Option<Term>| ImportAnswer {
        label: label.into(),
        edit: MappingEdit::Value {
            field: Field::Accepted,
            value: no.clone(),
            term,
            says_nothing: term.is_none(),
        },
        likely: term
            .is_none()
            .then(|| "Likely: every row has one of the two, as with a box to tick.".into()),
    };
    let values: Vec<String> = seen.values.iter().map(|(value, _)| value.clone()).collect();
    let field = word(Field::Accepted);
    Some(Question {
        about: Doubt::Values,
        column: column.column.clone(),
        question: format!(
            "Does {} in “{}” mean that sales rejected the lead, or that nothing is decided yet?",
            quoted(std::slice::from_ref(&no)),
            column.column
        ),
        examples: values.into_iter().take(EXAMPLES).collect(),
        answers: vec![
            answer(&format!("“{no}”: nothing is decided yet"), None),
            answer(&format!("“{no}”: sales rejected the lead"), Some(rejected)),
        ],
        answered,
        unknown: 0,
        waits: true,
        in_a_terminal: format!(
            "Say --value \"{field}:{no}=\" if nothing is decided yet, --value \"{field}:{no}=rejected\" if sales rejected them."
        ),
    })
}
