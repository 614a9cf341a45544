//! The terms into which the words of every CRM are translated: stages, acceptance, reasons, outcomes.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The kinds of record that can be taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RecordKind {
    /// People or companies that showed interest, with where they came from and what became of them.
    Leads,
    /// Deals: value, stage, the day they closed.
    Opportunities,
    /// What a source or a campaign cost, month by month.
    Costs,
}

impl RecordKind {
    /// All kinds, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Leads, Self::Opportunities, Self::Costs];

    /// Returns the kind's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Leads => "Leads",
            Self::Opportunities => "Opportunities",
            Self::Costs => "Campaign costs",
        }
    }
}

/// How far sales has come with a lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LeadStage {
    /// Handed over, nobody has touched it.
    New,
    /// Somebody is on it.
    Working,
    /// It has an opportunity. That alone is no acceptance: a file may say of each opportunity whether sales accepted it.
    Converted,
    /// Sales said yes to it.
    Accepted,
    /// Sales said no to it.
    Rejected,
    /// Sent back to be nurtured.
    Recycled,
    /// Out, without having been handed over and refused: no rejection in the acceptance rate.
    Disqualified,
}

impl LeadStage {
    /// All stages, in the order of a lead's life.
    pub const ALL: [Self; 7] = [
        Self::New,
        Self::Working,
        Self::Converted,
        Self::Accepted,
        Self::Rejected,
        Self::Recycled,
        Self::Disqualified,
    ];

    /// Returns the stage's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::New => "New",
            Self::Working => "Working",
            Self::Converted => "Converted",
            Self::Accepted => "Accepted",
            Self::Rejected => "Rejected",
            Self::Recycled => "Recycled",
            Self::Disqualified => "Disqualified",
        }
    }

    /// Returns what the stage means, for whoever has to choose.
    pub fn about(self) -> &'static str {
        match self {
            Self::New => "Handed over, not touched yet",
            Self::Working => "Sales is on it, undecided",
            Self::Converted => "It has an opportunity",
            Self::Accepted => "Sales accepted it",
            Self::Rejected => "Sales rejected it, with a reason",
            Self::Recycled => "Sent back to nurture, to wake up later",
            Self::Disqualified => "Out; not counted as a rejection by sales",
        }
    }
}

/// What sales said to a lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Acceptance {
    /// Yes.
    Accepted,
    /// No.
    Rejected,
    /// Nothing yet.
    Undecided,
}

impl Acceptance {
    /// All answers.
    pub const ALL: [Self; 3] = [Self::Accepted, Self::Rejected, Self::Undecided];

    /// Returns the answer's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Accepted => "Accepted",
            Self::Rejected => "Rejected",
            Self::Undecided => "Undecided",
        }
    }
}

/// Why a lead went no further.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // Their words stand in `Reason::name`.
pub enum Reason {
    BadData,
    WrongContact,
    NoFit,
    NoAuthority,
    NoBudget,
    NoNeed,
    BadTiming,
    Competitor,
    NoResponse,
    Unsubscribed,
    StudentOrCurious,
    Duplicate,
    Abandoned,
    Other,
}

impl Reason {
    /// All reasons, in the order in which they are offered.
    pub const ALL: [Self; 14] = [
        Self::BadData,
        Self::WrongContact,
        Self::NoFit,
        Self::NoAuthority,
        Self::NoBudget,
        Self::NoNeed,
        Self::BadTiming,
        Self::Competitor,
        Self::NoResponse,
        Self::Unsubscribed,
        Self::StudentOrCurious,
        Self::Duplicate,
        Self::Abandoned,
        Self::Other,
    ];

    /// Returns the reason in words.
    pub fn name(self) -> &'static str {
        match self {
            Self::BadData => "Bad data",
            Self::WrongContact => "Wrong contact",
            Self::NoFit => "No fit",
            Self::NoAuthority => "No authority",
            Self::NoBudget => "No budget",
            Self::NoNeed => "No need",
            Self::BadTiming => "Bad timing",
            Self::Competitor => "Competitor",
            Self::NoResponse => "No response",
            Self::Unsubscribed => "Unsubscribed",
            Self::StudentOrCurious => "Student or curious",
            Self::Duplicate => "Duplicate",
            Self::Abandoned => "Abandoned without a decision",
            Self::Other => "Another reason",
        }
    }
}

/// What became of an opportunity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Nothing yet.
    Open,
    /// Won.
    Won,
    /// Lost.
    Lost,
}

impl Outcome {
    /// All outcomes.
    pub const ALL: [Self; 3] = [Self::Open, Self::Won, Self::Lost];

    /// Returns the outcome's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "Open",
            Self::Won => "Won",
            Self::Lost => "Lost",
        }
    }
}

/// One of our terms, with the list it is from: `{"of": "stage", "is": "working"}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(tag = "of", content = "is", rename_all = "snake_case")]
pub enum Term {
    /// A lead's stage.
    Stage(LeadStage),
    /// What sales said.
    Acceptance(Acceptance),
    /// A reason.
    Reason(Reason),
    /// What became of an opportunity.
    Outcome(Outcome),
}

impl Term {
    /// Returns the term in words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Stage(stage) => stage.name(),
            Self::Acceptance(answer) => answer.name(),
            Self::Reason(reason) => reason.name(),
            Self::Outcome(outcome) => outcome.name(),
        }
    }

    /// Returns the term as it stands in the file and on the wire: `student_or_curious`.
    pub fn word(self) -> String {
        let word = match self {
            Self::Stage(stage) => serde_json::to_value(stage),
            Self::Acceptance(answer) => serde_json::to_value(answer),
            Self::Reason(reason) => serde_json::to_value(reason),
            Self::Outcome(outcome) => serde_json::to_value(outcome),
        };
        match word {
            Ok(serde_json::Value::String(word)) => word,
            _ => self.name().to_lowercase(),
        }
    }

    /// Returns the list it is from.
    pub fn list(self) -> TermList {
        match self {
            Self::Stage(_) => TermList::Stage,
            Self::Acceptance(_) => TermList::Acceptance,
            Self::Reason(_) => TermList::Reason,
            Self::Outcome(_) => TermList::Outcome,
        }
    }
}

/// The lists of terms into which a column's values are translated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TermList {
    /// Stages of a lead.
    Stage,
    /// What sales said.
    Acceptance,
    /// Reasons.
    Reason,
    /// What became of an opportunity.
    Outcome,
}

impl TermList {
    /// Returns the term of the list that is called so in the file and on the wire.
    pub fn term(self, word: &str) -> Option<Term> {
        self.terms().into_iter().find(|term| term.word() == word)
    }

    /// Returns the terms to choose from.
    pub fn terms(self) -> Vec<Term> {
        match self {
            Self::Stage => LeadStage::ALL.map(Term::Stage).to_vec(),
            Self::Acceptance => Acceptance::ALL.map(Term::Acceptance).to_vec(),
            Self::Reason => Reason::ALL.map(Term::Reason).to_vec(),
            Self::Outcome => Outcome::ALL.map(Term::Outcome).to_vec(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_term_has_a_word_of_its_own_in_its_list() {
        for list in [
            TermList::Stage,
            TermList::Acceptance,
            TermList::Reason,
            TermList::Outcome,
        ] {
            let terms = list.terms();
            let words: std::collections::BTreeSet<&str> = terms.iter().map(|term| term.name()).collect();
            assert_eq!(words.len(), terms.len(), "{list:?}");
            assert!(terms.iter().all(|term| term.list() == list), "{list:?}");
        }
    }

    #[test]
    fn a_term_says_on_the_wire_which_list_it_is_from() {
        let accepted = serde_json::to_string(&Term::Stage(LeadStage::Accepted)).unwrap_or_default();
        assert_eq!(accepted, r#"{"of":"stage","is":"accepted"}"#);
        let read: Option<Term> = serde_json::from_str(r#"{"of":"reason","is":"student_or_curious"}"#).ok();
        assert_eq!(read, Some(Term::Reason(Reason::StudentOrCurious)));
        assert_eq!(
            Term::Reason(Reason::StudentOrCurious).word(),
            "student_or_curious"
        );
        assert_eq!(TermList::Reason.term("student_or_curious"), read);
        assert_eq!(TermList::Stage.term("student_or_curious"), None);
    }
}
