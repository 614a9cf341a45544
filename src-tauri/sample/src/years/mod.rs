//! What the years of the sample say: numbers and words, no more.

mod common;
mod grown;
mod young;

use lockstep_workspace::people::Side;

/// How customers are asked how satisfied they are.
pub(super) const SATISFACTION: &str = "One question to every ward after ninety days";

/// How many years before the one in which it is today the story begins.
pub(super) const YEARS_BEFORE: i32 = 3;

/// Says what a year says, by its place: the first is the one with which the story begins, the last is the next one.
pub(super) fn years() -> impl Iterator<Item = &'static Year> {
    young::YEARS.iter().chain(&grown::YEARS)
}

/// What one year of the sample says.
pub(super) struct Year {
    pub(super) positioning: &'static str,
    pub(super) budget: i64,
    /// leads, accepted, SQL, opportunities, won, lost, revenue, sourced revenue, cycle days
    pub(super) last: [i64; 9],
    pub(super) shape: [i64; 12],
    pub(super) revenue_goal: i64,
    pub(super) renewals: i64,
    pub(super) win_rate: i64,
    pub(super) win_rate_why: &'static str,
    pub(super) points: &'static [(Side, &'static str, &'static str)],
    /// Whose it is, its name, its unit, what was aimed at and what came of it.
    pub(super) measures: &'static [(Side, &'static str, &'static str, i64, i64)],
    pub(super) goals: Goals,
    /// The command that adds it, its name, and why.
    pub(super) focus: &'static [[&'static str; 3]],
    /// The bucket, its name, its first and last month, its budget and the leads expected of it.
    pub(super) initiatives: &'static [(&'static str, &'static str, u32, u32, i64, i64)],
    pub(super) duties: &'static [Duty],
    /// The kind, what may happen, what is done then, and who watches it.
    pub(super) risks: &'static [[&'static str; 4]],
}

/// The goals of a year.
pub(super) enum Goals {
    /// Each is counted by a person, quarter by quarter.
    ByHand(&'static [ByHand]),
    /// The joint goals that the CRM’s exports tell, and how satisfied customers were and are to be.
    Joint { satisfaction: (i64, i64) },
}

impl Goals {
    /// Returns where the numbers of the year before come from.
    pub(super) fn looked_back_on(&self) -> &'static str {
        match self {
            Self::ByHand(_) => "Both lists and the sales book",
            Self::Joint { .. } => "CRM export and the books",
        }
    }

    /// Returns those that a person counts.
    pub(super) fn by_hand(&self) -> &'static [ByHand] {
        match self {
            Self::ByHand(goals) => goals,
            Self::Joint { .. } => &[],
        }
    }
}

/// A goal that a person counts.
pub(super) struct ByHand {
    /// Its name, its unit, its formula in words and its source; nothing where it is how satisfied customers are.
    pub(super) own: Option<[&'static str; 4]>,
    pub(super) baseline: i64,
    pub(super) target: i64,
    pub(super) sales: &'static str,
    pub(super) marketing: &'static str,
    pub(super) counted_by: &'static str,
    /// Where it stood at the end of each quarter.
    pub(super) stood: [i64; 4],
}

impl ByHand {
    /// Returns where its number comes from.
    pub(super) fn source(&self) -> &'static str {
        self.own.map_or(SATISFACTION, |[_, _, _, source]| source)
    }
}

/// Who does what: a person of each side, and what they do.
pub(super) struct Duty {
    pub(super) line: DutyLine,
    pub(super) sales: (&'static str, &'static str),
    pub(super) marketing: (&'static str, &'static str),
}

/// Where a duty stands.
#[derive(Clone, Copy)]
pub(super) enum DutyLine {
    /// On the line of a bucket, by its place: a plan begins with one for each.
    OfBucket(usize),
    /// On a line of its own, of this name.
    Own(&'static str),
}
