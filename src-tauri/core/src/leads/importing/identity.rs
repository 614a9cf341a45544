//! Which of several rows a record of a file is: judged by what both tell beside the id. Two systems count their records from 1,
//! and a spreadsheet damages ids; a deal without an id shares its name with others of its account.

use std::collections::BTreeSet;

use rusqlite::types::Value as Sql;

use super::record::{Record, Table};
use crate::leads::terms::{Outcome, Term};
use lockstep_text::words;

/// What tells a record from others, beside its id.
const DETAILS: [&str; 4] = ["name", "email", "company", "created_on"];

/// What a record and a row both tell beside the id.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Likeness {
    /// In how many details they agree.
    pub agree: i32,
    /// In how many they differ.
    pub differ: i32,
    /// Whether the day on which both began is one of those that agree.
    is_of_one_day: bool,
}

impl Likeness {
    /// Compares what a record and a row of its table tell.
    pub fn of(record: &Record, standing: &[Sql]) -> Self {
        let mut likeness = Self::default();
        for detail in DETAILS {
            let (Some(said), Some(stands)) = (record.text(detail), text_of(record.table, standing, detail))
            else {
                continue;
            };
            match agrees(record.table, detail, said, stands) {
                Some(true) => likeness.agree += 1,
                Some(false) => likeness.differ += 1,
                None => {}
            }
            likeness.is_of_one_day |= detail == "created_on" && said == stands;
        }
        likeness
    }

    /// Returns whether a record with the id of the row is another one all the same: everything else that both tell differs,
    /// and that is two details at least. One day in common weighs less than name, e-mail and company: records that were moved
    /// from one system to another were all created on one day.
    pub fn is_another(self) -> bool {
        self.differ >= 2 && self.agree == 0 || self.differ >= 3 && self.agree == 1 && self.is_of_one_day
    }

    /// Returns whether what both tell speaks for one record more than for two.
    pub fn speaks_for_one(self) -> bool {
        self.agree > self.differ
    }
}

/// Returns whether two ways of telling a detail agree; nothing where that says neither yes nor no.
fn agrees(table: Table, detail: &str, one: &str, other: &str) -> Option<bool> {
    match detail {
        "created_on" => Some(one == other),
        "email" => Some(one.eq_ignore_ascii_case(other)),
        "company" => same_company(one, other),
        // Nearly all names of a file that is imported again.
        _ if one == other => Some(true),
        _ => {
            let (one, other): (BTreeSet<String>, BTreeSet<String>) = (
                words(one).into_iter().collect(),
                words(other).into_iter().collect(),
            );
            // Who marries keeps the first name; deals share a word with many others.
            let is_half_the_same = table.name == "lead" && !one.is_disjoint(&other);
            if one == other {
                Some(true)
            } else if is_half_the_same {
                None
            } else {
                Some(false)
            }
        }
    }
}

/// Returns whether two companies are one, as "Acme" and "Acme GmbH"; nothing where a name has no words.
pub(super) fn same_company(one: &str, other: &str) -> Option<bool> {
    if one == other && one.contains(char::is_alphanumeric) {
        return Some(true);
    }
    let (one, other) = (words(one), words(other));
    let is_told = !one.is_empty() && !other.is_empty();
    is_told.then(|| one.starts_with(&other) || other.starts_with(&one))
}

/// Returns the text that stands in a column of a row.
pub(super) fn text_of<'s>(table: Table, standing: &'s [Sql], column: &str) -> Option<&'s str> {
    match standing.get(table.place(column)) {
        Some(Sql::Text(text)) => Some(text),
        _ => None,
    }
}

/// What a deal without an id is to a deal of the same name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Succession {
    /// Another one: that one is closed, and not on this day.
    Another,
    /// It may be its next state.
    Perhaps,
    /// One of close day and amount is the same.
    Likely,
    /// Both are.
    Same,
}

/// Returns what a deal without an id is to the row of a deal with the same name, where no day says when either began. The day
/// on which it closed and the amount tell them apart: a closed deal keeps its day, an open one may change both. A file lists a
/// deal once, so in one file either is enough.
pub(super) fn succession(record: &Record, standing: &[Sql], is_of_this_file: bool) -> Succession {
    let table = record.table;
    let is_closed = is_closed(text_of(table, standing, "outcome"));
    let day = match (record.text("closed_on"), text_of(table, standing, "closed_on")) {
        (Some(said), Some(stands)) => Some(said == stands),
        _ => None,
    };
    let amount = match (record.number("value"), standing.get(table.place("value"))) {
        (Some(said), Some(Sql::Integer(stands))) => Some(said == *stands),
        _ => None,
    };
    match (day, amount) {
        (Some(false), _) | (_, Some(false)) if is_of_this_file => Succession::Another,
        (Some(false), _) | (None, Some(false)) if is_closed => Succession::Another,
        (Some(true), Some(true)) => Succession::Same,
        (Some(true), _) | (_, Some(true)) => Succession::Likely,
        _ => Succession::Perhaps,
    }
}

/// Returns whether an opportunity with this outcome is won or lost.
pub(super) fn is_closed(outcome: Option<&str>) -> bool {
    let is = |one: Outcome| outcome == Some(Term::Outcome(one).word().as_str());
    is(Outcome::Won) || is(Outcome::Lost)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::leads::terms::RecordKind;

    fn lead(details: [Option<&str>; 4]) -> Record {
        let mut record = Record::of(Table::of(RecordKind::Leads));
        for (column, value) in DETAILS.iter().zip(details) {
            record.set(column, value.map_or(Sql::Null, |text| Sql::Text(text.into())));
        }
        record
    }

    fn likeness(one: [Option<&str>; 4], other: [Option<&str>; 4]) -> Likeness {
        let standing: Vec<Sql> = lead(other)
            .values
            .into_iter()
            .map(|value| value.unwrap_or(Sql::Null))
            .collect();
        Likeness::of(&lead(one), &standing)
    }

    #[test]
    fn a_record_that_shares_nothing_but_its_id_is_another() {
        let ada = [Some("Ada Ace"), Some("ada@uno.example"), None, Some("2024-01-10")];
        let zoe = [
            Some("Zoe Zed"),
            Some("zoe@zed.example"),
            Some("Zed"),
            Some("2024-05-10"),
        ];
        assert!(likeness(ada, zoe).is_another());
        // One detail alone is an edit.
        assert!(
            !likeness(
                [Some("Ada Ace"), None, None, None],
                [Some("Zoe Zed"), None, None, None]
            )
            .is_another()
        );
        // So is what leaves something in common: a marriage with a new address.
        let married = [
            Some("Ada Bee"),
            Some("ada.bee@uno.example"),
            None,
            Some("2024-01-10"),
        ];
        assert!(!likeness(ada, married).is_another());
        assert!(!likeness([ada[0], ada[1], None, None], [married[0], married[1], None, None]).is_another());
        // All were moved here on one day.
        let moved = [Some("Yan"), Some("y@y.example"), Some("Yip"), Some("2024-05-10")];
        assert!(likeness(moved, zoe).is_another());
        assert!(!likeness([moved[0], moved[1], None, moved[3]], zoe).is_another());
    }

    #[test]
    fn names_and_companies_agree_however_they_are_written() {
        let one = [Some("Ace, Ada"), None, Some("Uno GmbH"), None];
        let other = [Some("ada ace"), None, Some("UNO"), None];
        let likeness = likeness(one, other);
        assert_eq!((likeness.agree, likeness.differ), (2, 0));
    }
}
