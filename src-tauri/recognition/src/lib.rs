//! Recognising what an exported file holds: which kind of record, and which column is which field, by header and content.
//! Every guess says how sure it is and why, and asks where the file cannot tell.

mod assign;
mod carrying;
pub mod external_ids;
pub mod fields;
mod fit;
mod guesses;
pub mod headers;
mod holds;
pub mod proposals;
mod rules;
mod seen;
pub mod synonyms;
pub mod terms;
#[cfg(test)]
mod tests;
pub mod vocabulary;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use self::synonyms::REVENUE;
use self::{assign::assign, holds::Readings, rules::settle};
pub use self::{
    holds::Holds,
    seen::{ColumnSeen, SeenKind},
};
pub use fields::{Field, FieldEntry, Fits, fields};
pub use terms::{Acceptance, LeadStage, Outcome, Reason, RecordKind, Term, TermList};

/// What becomes of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(tag = "is", content = "field", rename_all = "snake_case")]
pub enum Use {
    /// It is one of our fields.
    Field(Field),
    /// It is kept under its own name.
    Attribute,
    /// Nothing of it is kept: it is empty, or only counts the rows.
    LeftOut,
}

/// What is guessed of one column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Guess {
    /// The column's name.
    pub column: String,
    /// What becomes of it.
    pub becomes: Use,
    /// A second field that is read from the same column: one column of stages says how a deal stands and how it ended. Where
    /// the column holds days, every row with a day has come to the outcome that the header names: won.
    pub also: Option<Field>,
    /// How sure that is, of 100.
    pub confidence: u8,
    /// Why, in words.
    pub why: String,
    /// What the file cannot tell and a person has to choose, in words.
    pub ask: Option<String>,
    /// The columns that could be the same field as well.
    #[serde(skip)]
    #[ts(skip)]
    pub rivals: Vec<String>,
    /// Whether it is known only after a lead was handed over, so that no definition may rest on it.
    pub afterwards: bool,
}

impl Guess {
    /// Returns whether it is so little sure that a person should look at it.
    pub fn is_doubtful(&self) -> bool {
        matches!(self.becomes, Use::Field(_)) && self.confidence < guesses::DOUBTFUL
    }
}

/// What the records will lack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Lack {
    /// The fields of which one would do.
    pub fields: Vec<Field>,
    /// Whether the file cannot be taken in before one of them is given.
    pub stops: bool,
    /// What follows, in words.
    pub why: String,
}

/// What was recognised of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Recognition {
    /// What it holds.
    pub holds: Holds,
    /// As which kind of record it can be taken in; nothing where it holds none of ours.
    pub kind: Option<RecordKind>,
    /// Whether it may be leads with their deals as well as deals with their leads, so that somebody has to say.
    pub kind_in_doubt: bool,
    /// How sure that is, of 100.
    pub confidence: u8,
    /// Why, in words; where it holds none of ours, what to do instead.
    pub why: String,
    /// A guess for each column, in the order of the columns.
    pub guesses: Vec<Guess>,
    /// What the records will lack.
    pub lacks: Vec<Lack>,
}

impl Recognition {
    /// Returns the column from which a field is read.
    pub fn column_of(&self, field: Field) -> Option<&str> {
        let guess = self
            .guesses
            .iter()
            .find(|guess| guess.becomes == Use::Field(field) || guess.also == Some(field));
        guess.map(|guess| guess.column.as_str())
    }
}

/// Returns whether a word means an opportunity.
pub fn names_a_deal(word: &str) -> bool {
    headers::prefix(word) == Some(headers::HeaderPrefix::Deal)
}

/// Returns the fields of a kind of record that a header can mean, each with how surely (of 100).
pub fn heard(kind: RecordKind, header: &str) -> Vec<(Field, u8)> {
    headers::HeaderReader::of(kind).hear(header)
}

/// Recognises what a file holds from its columns.
pub fn recognise(columns: &[ColumnSeen]) -> Recognition {
    let [leads, opportunities, costs] = RecordKind::ALL.map(|kind| {
        let mut assigned = assign(kind, columns);
        let (also, freed) = settle(kind, columns, &mut assigned);
        (assigned, also, freed)
    });
    let (holds, confidence, kind_in_doubt) = holds::holds(&Readings {
        columns,
        leads: &leads.0,
        opportunities: &opportunities.0,
        costs: &costs.0,
    });
    let (kind, found) = match holds {
        Holds::Leads | Holds::LeadsWithOpportunities => (RecordKind::Leads, &leads),
        Holds::Opportunities => (RecordKind::Opportunities, &opportunities),
        Holds::Costs => (RecordKind::Costs, &costs),
        other => {
            return Recognition {
                holds: other,
                kind: None,
                kind_in_doubt: false,
                confidence,
                why: other.why_not().unwrap_or_default().into(),
                guesses: columns.iter().map(guesses::unread).collect(),
                lacks: Vec::new(),
            };
        }
    };
    let (assigned, also, freed) = found;
    Recognition {
        holds,
        kind: Some(kind),
        kind_in_doubt,
        confidence,
        why: guesses::why_holds(holds, columns, assigned),
        guesses: guesses::guesses(kind, columns, assigned, also, freed),
        lacks: guesses::lacks(kind, assigned, also),
    }
}

/// Recognises the columns of a file that a person says holds records of a kind.
pub fn recognise_as(kind: RecordKind, columns: &[ColumnSeen]) -> Recognition {
    let mut assigned = assign(kind, columns);
    let (also, freed) = settle(kind, columns, &mut assigned);
    let carries = assigned
        .given
        .keys()
        .any(|field| field.is_of_the_leads_opportunity());
    let holds = match kind {
        RecordKind::Leads if carries => Holds::LeadsWithOpportunities,
        RecordKind::Leads => Holds::Leads,
        RecordKind::Opportunities => Holds::Opportunities,
        RecordKind::Costs => Holds::Costs,
    };
    Recognition {
        holds,
        kind: Some(kind),
        kind_in_doubt: false,
        confidence: 100,
        why: "Chosen by hand.".into(),
        guesses: guesses::guesses(kind, columns, &assigned, &also, &freed),
        lacks: guesses::lacks(kind, &assigned, &also),
    }
}
