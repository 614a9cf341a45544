//! Rows in which one column says the contrary of another: “Rejected” beside “Accepted”, “Closed - Lost” beside a ticked “IsWon”.
//! One of the two is followed, and the report says which, and in how many rows they differ.

use std::collections::{BTreeMap, HashMap};

use lockstep_intake::{Column, ColumnKind, Row, Survey, yes_no};

use super::{
    choice::{Choice, ColumnChoice},
    reading::Filled,
};
use crate::leads::{
    fields::Field,
    proposals::{CERTAIN, is_lifecycle, propose},
    recognition::{Use, heard},
    terms::{Acceptance, LeadStage, Outcome, RecordKind, Term, TermList},
};
use lockstep_text::words;

/// How many rows are shown of two columns.
const EXAMPLES: usize = 3;

/// What one column says of the lead or the opportunity of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Claim {
    Won,
    NotWon,
    Lost,
    NotLost,
    Open,
    Closed,
    Accepted,
    Converted,
    Rejected,
    Disqualified,
    /// Sales has it in hand, or nobody has.
    Undecided,
}

impl Claim {
    fn of(term: Term) -> Option<Self> {
        Some(match term {
            Term::Outcome(Outcome::Won) => Self::Won,
            Term::Outcome(Outcome::Lost) => Self::Lost,
            Term::Outcome(Outcome::Open) => Self::Open,
            Term::Acceptance(Acceptance::Accepted) | Term::Stage(LeadStage::Accepted) => Self::Accepted,
            Term::Acceptance(Acceptance::Rejected) | Term::Stage(LeadStage::Rejected) => Self::Rejected,
            Term::Stage(LeadStage::Converted) => Self::Converted,
            Term::Stage(LeadStage::Disqualified) => Self::Disqualified,
            Term::Stage(LeadStage::New | LeadStage::Working) => Self::Undecided,
            Term::Stage(LeadStage::Recycled) | Term::Acceptance(Acceptance::Undecided) | Term::Reason(_) => {
                return None;
            }
        })
    }

    fn contradicts(self, other: Self) -> bool {
        use Claim::{Accepted, Closed, Converted, Disqualified, Lost, NotLost, NotWon, Open, Rejected, Won};
        let one_way = |one, other| {
            matches!(
                (one, other),
                (Won, Lost | Open | NotWon)
                    | (Lost, Open | NotLost)
                    | (Open, Closed)
                    | (Accepted | Converted, Rejected | Disqualified)
            )
        };
        one_way(self, other) || one_way(other, self)
    }
}

/// How a column speaks that is not followed.
enum Speaks {
    /// In words, of which these terms are read.
    Words {
        list: TermList,
        /// Whether its words for open deals say that they are not closed: a stage of a pipeline stays where a deal was won.
        says_open: bool,
    },
    /// By yes and no: what each of them says.
    Flag { yes: Claim, no: Option<Claim> },
}

/// A column that is not followed, and says something of what another is followed in.
struct Witness {
    place: usize,
    speaks: Speaks,
    /// What each cell met says.
    claims: HashMap<String, Option<Claim>>,
}

/// What each term of a list says, by its word.
struct Claims(Vec<(String, Option<Claim>)>);

impl Claims {
    fn of(list: TermList) -> Self {
        let terms = list.terms().into_iter();
        Self(terms.map(|term| (term.word(), Claim::of(term))).collect())
    }

    fn says(&self, word: Option<&str>) -> Option<Claim> {
        let word = word?;
        self.0.iter().find(|(known, _)| known == word)?.1
    }
}

#[derive(Default)]
struct Found {
    rows: u64,
    examples: Vec<String>,
}

/// Two columns by their places: the one that is followed, and the other.
type Pair = (usize, usize);

/// The columns that may contradict each other, and the rows in which they do.
pub(super) struct Contradictions {
    names: Vec<String>,
    /// Where what is followed stands: outcome, what sales said, and stage.
    outcome: Option<usize>,
    accepted: Option<usize>,
    stage: Option<usize>,
    witnesses: Vec<Witness>,
    /// What the terms of outcomes, of answers and of stages say.
    terms: [Claims; 3],
    found: BTreeMap<Pair, Found>,
}

impl Contradictions {
    /// Finds the columns.
    pub fn of(choice: &Choice, survey: &Survey) -> Self {
        let column_of = |wanted: Field| {
            let is = |column: &ColumnChoice| column.fields().any(|field| field == wanted);
            choice.columns.iter().position(is)
        };
        let (outcome, stage) = match choice.kind {
            RecordKind::Leads => (column_of(Field::OpportunityStage), column_of(Field::Stage)),
            RecordKind::Opportunities => (column_of(Field::Outcome), None),
            RecordKind::Costs => (None, None),
        };
        let followed = [outcome, stage];
        let columns = choice.columns.iter().zip(&survey.columns).enumerate();
        let witnesses = columns
            .filter(|(place, _)| !followed.contains(&Some(*place)))
            .filter(|(_, (column, _))| is_not_followed(choice.kind, column))
            .filter_map(|(place, (_, seen))| {
                Some(Witness {
                    place,
                    speaks: Speaks::of(choice.kind, seen)?,
                    claims: HashMap::new(),
                })
            });
        Self {
            names: choice
                .columns
                .iter()
                .map(|column| column.column.clone())
                .collect(),
            outcome,
            accepted: column_of(Field::Accepted),
            stage,
            witnesses: if outcome.or(stage).is_some() {
                witnesses.collect()
            } else {
                Vec::new()
            },
            terms: [TermList::Outcome, TermList::Acceptance, TermList::Stage].map(Claims::of),
            found: BTreeMap::new(),
        }
    }

    /// Looks at a row and what was read from it.
    pub fn look(&mut self, row: &Row, filled: &Filled) {
        if self.witnesses.is_empty() && self.accepted.and(self.stage).is_none() {
            return;
        }
        let opportunity = filled.carried.as_ref().unwrap_or(&filled.record);
        let [outcomes, answers, stages] = &self.terms;
        let outcome = outcomes.says(opportunity.text("outcome"));
        let accepted = answers.says(filled.record.text("accepted"));
        let stage = stages.says(filled.record.text("stage"));
        let mut found: Vec<Pair> = Vec::new();
        // A lead that was accepted and went no further afterwards was both.
        if let (Some(place), Some(other), Some(one), Some(two)) = (self.accepted, self.stage, accepted, stage)
            && place != other
            && two != Claim::Disqualified
            && one.contradicts(two)
        {
            found.push((place, other));
        }
        for witness in &mut self.witnesses {
            let Some(claim) = witness.claim(row.get(witness.place)) else {
                continue;
            };
            let is_flag = matches!(witness.speaks, Speaks::Flag { .. });
            let is_ignored = |stage: Claim| is_flag && claim == Claim::Converted && stage == Claim::Undecided;
            let of = |place: Option<usize>, followed: Option<Claim>| {
                let followed =
                    followed.filter(|followed| followed.contradicts(claim) || is_ignored(*followed));
                place.zip(followed).map(|(place, _)| (place, witness.place))
            };
            found.extend(
                of(self.outcome, outcome)
                    .or_else(|| of(self.accepted, accepted))
                    .or_else(|| of(self.stage, stage).filter(|_| accepted.is_none())),
            );
        }
        for pair in found {
            let found = self.found.entry(pair).or_default();
            found.rows += 1;
            if found.examples.len() < EXAMPLES {
                found.examples.push(format!(
                    "“{}” beside “{}” in row {}",
                    row.get(pair.0),
                    row.get(pair.1),
                    row.number
                ));
            }
        }
    }

    /// Says which columns contradict each other, in how many rows, and which was followed.
    pub fn notes(&self) -> Vec<String> {
        let name = |place: usize| self.names.get(place).map_or("", String::as_str);
        let said = self.found.iter().map(|((followed, other), found)| {
            let rows = match found.rows {
                1 => "In one row".to_owned(),
                rows => format!("In {rows} rows"),
            };
            format!(
                "{rows} “{}” and “{}” contradict each other, and “{}” was followed: {}. Correct them in the CRM, or choose the \
                 other column.",
                name(*followed),
                name(*other),
                name(*followed),
                found.examples.join(", ")
            )
        });
        said.collect()
    }
}

/// Returns whether nothing that is counted is read from a column, or only the words of a pipeline.
fn is_not_followed(kind: RecordKind, column: &ColumnChoice) -> bool {
    match column.becomes {
        Use::Attribute => true,
        Use::Field(Field::Stage) => kind == RecordKind::Opportunities,
        Use::Field(_) | Use::LeftOut => false,
    }
}

impl Speaks {
    fn of(kind: RecordKind, seen: &Column) -> Option<Self> {
        if matches!(
            seen.kind,
            ColumnKind::Day(_) | ColumnKind::DayUnclear | ColumnKind::Empty
        ) {
            return None;
        }
        let is_flag = seen.filled > 0 && seen.values.iter().all(|(value, _)| yes_no::read(value).is_some());
        if is_flag {
            return flag(kind, &seen.name);
        }
        let names = heard(kind, &seen.name);
        let names_one = |wanted: Field| names.iter().any(|(field, sure)| *field == wanted && *sure >= 70);
        let list = match kind {
            RecordKind::Opportunities if names_one(Field::Outcome) || names_one(Field::Stage) => {
                TermList::Outcome
            }
            RecordKind::Leads if names_one(Field::Accepted) => TermList::Acceptance,
            // Marketing moves a person forward only, whatever sales says later.
            RecordKind::Leads if is_lifecycle(&seen.name, &seen.values) => return None,
            RecordKind::Leads
                if names
                    .iter()
                    .any(|(field, sure)| *field == Field::OpportunityStage && *sure >= 90) =>
            {
                TermList::Outcome
            }
            RecordKind::Leads if names_one(Field::Stage) => TermList::Stage,
            _ => return None,
        };
        let says = |outcome: Outcome| {
            let is = |value: &str| matches!(propose(list, value), Some((Term::Outcome(said), sure)) if said == outcome && sure >= CERTAIN);
            seen.values.iter().any(|(value, _)| is(value))
        };
        Some(Self::Words {
            list,
            says_open: says(Outcome::Won) || says(Outcome::Lost),
        })
    }
}

/// Returns what yes and no say below a header such as “IsWon”, “Closed” or “Converted”.
fn flag(kind: RecordKind, header: &str) -> Option<Speaks> {
    const BESIDE: &[&str] = &[
        "is",
        "was",
        "has",
        "flag",
        "hs",
        "c",
        "lead",
        "deal",
        "opportunity",
        "opp",
        "by",
        "sales",
        "ist",
        "est",
        "esta",
    ];
    const CLOSED: &[&str] = &[
        "closed",
        "geschlossen",
        "abgeschlossen",
        "cloture",
        "cloturee",
        "fermee",
        "cerrado",
        "cerrada",
        "gesloten",
        "chiuso",
        "chiusa",
    ];
    let mut telling = words(header);
    telling.retain(|word| !BESIDE.contains(&word.as_str()));
    let telling = telling.join(" ");
    if CLOSED.contains(&telling.as_str()) {
        return Some(Speaks::Flag {
            yes: Claim::Closed,
            no: Some(Claim::Open),
        });
    }
    let meant = |list: TermList| {
        propose(list, &telling)
            .filter(|(_, sure)| *sure >= 90)
            .and_then(|(term, _)| Claim::of(term))
    };
    let outcome = meant(TermList::Outcome).filter(|claim| matches!(claim, Claim::Won | Claim::Lost));
    let claim = match kind {
        RecordKind::Costs => return None,
        RecordKind::Opportunities => outcome?,
        RecordKind::Leads => outcome.or_else(|| meant(TermList::Stage))?,
    };
    Some(Speaks::Flag {
        yes: claim,
        no: match claim {
            Claim::Won => Some(Claim::NotWon),
            Claim::Lost => Some(Claim::NotLost),
            _ => None,
        },
    })
}

impl Witness {
    fn claim(&mut self, cell: &str) -> Option<Claim> {
        if cell.is_empty() {
            return None;
        }
        if let Some(known) = self.claims.get(cell) {
            return *known;
        }
        let claim = match self.speaks {
            Speaks::Flag { yes, no } => yes_no::read(cell).and_then(|says| if says { Some(yes) } else { no }),
            Speaks::Words { list, says_open } => propose(list, cell)
                .filter(|(_, sure)| *sure >= CERTAIN)
                .and_then(|(term, _)| Claim::of(term))
                .filter(|claim| *claim != Claim::Open || says_open),
        };
        self.claims.insert(cell.to_owned(), claim);
        claim
    }
}
