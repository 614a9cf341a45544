//! Spellings of one source or campaign that differ only by case, space, punctuation or accents, to be offered for merging.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use lockstep_text::fold;

/// Spellings that look like one name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SpellingGroup {
    /// The spelling that most rows have.
    pub proposed: String,
    /// All spellings with their rows, the most frequent first.
    pub spellings: Vec<(String, u64)>,
    /// How many rows that is.
    pub rows: u64,
}

/// Returns the groups of two and more spellings, the one with the most rows first. A value that no other resembles is in
/// none.
pub fn spellings(values: &[(String, u64)]) -> Vec<SpellingGroup> {
    let mut alike: BTreeMap<String, BTreeMap<&str, u64>> = BTreeMap::new();
    for (value, count) in values {
        let sound = sound(value);
        if !sound.is_empty() {
            let rows = alike.entry(sound).or_default().entry(value.as_str()).or_default();
            *rows = rows.saturating_add(*count);
        }
    }
    let mut groups: Vec<SpellingGroup> = alike
        .into_values()
        .filter(|group| group.len() > 1)
        .map(grouped)
        .collect();
    groups.sort_by(|a, b| b.rows.cmp(&a.rows).then_with(|| a.proposed.cmp(&b.proposed)));
    groups
}

fn grouped(group: BTreeMap<&str, u64>) -> SpellingGroup {
    let mut spellings: Vec<(String, u64)> = group
        .into_iter()
        .map(|(text, rows)| (text.to_string(), rows))
        .collect();
    spellings.sort_by(|(a, a_rows), (b, b_rows)| {
        b_rows
            .cmp(a_rows)
            .then_with(|| carelessness(a).cmp(&carelessness(b)))
            .then_with(|| a.cmp(b))
    });
    SpellingGroup {
        proposed: spellings
            .first()
            .map(|(text, _)| text.clone())
            .unwrap_or_default(),
        rows: spellings
            .iter()
            .fold(0, |sum: u64, (_, rows)| sum.saturating_add(*rows)),
        spellings,
    }
}

/// Of two spellings that are equally frequent the one is proposed that looks written with care: neither all small nor all
/// capital, no underscores, no space at an end.
fn carelessness(text: &str) -> u8 {
    let small = !text.chars().any(char::is_uppercase);
    let shouted = !text.chars().any(char::is_lowercase);
    let technical = text.contains('_');
    let ragged = text.trim() != text || text.contains("  ");
    u8::from(small) + u8::from(shouted) + 2 * u8::from(technical) + 4 * u8::from(ragged)
}

/// Returns what is left of a value without case, accents, spaces and punctuation. Signs that tell names apart stay ("C" and
/// "C++", "5" and "5%"), and so does what separates two numbers: "Event 1 2" is not "Event 12".
fn sound(value: &str) -> String {
    let mut sound = String::with_capacity(value.len());
    let mut apart = false;
    for c in fold(value).chars() {
        if c.is_alphanumeric() || matches!(c, '+' | '#' | '%' | '$' | '€' | '£') {
            let between_numbers = apart && c.is_numeric() && sound.ends_with(char::is_numeric);
            if between_numbers {
                sound.push(' ');
            }
            sound.push(c);
            apart = false;
        } else {
            apart = true;
        }
    }
    sound
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn groups(values: &[(&str, u64)]) -> Vec<SpellingGroup> {
        let values: Vec<(String, u64)> = values
            .iter()
            .map(|(text, rows)| (text.to_string(), *rows))
            .collect();
        spellings(&values)
    }

    #[test]
    fn one_source_in_four_spellings_is_offered_as_its_most_frequent() {
        let found = groups(&[
            ("Trade Show", 40),
            ("trade show", 12),
            ("Trade-Show ", 3),
            ("TRADE_SHOW", 1),
            ("Trade Shows", 7),
            ("Web", 90),
            ("Café", 5),
            ("Cafe\u{301}", 2),
            ("cafe", 1),
        ]);
        assert_eq!(found.len(), 2);
        let show = found
            .first()
            .map(|group| (group.proposed.as_str(), group.rows, group.spellings.len()));
        assert_eq!(show, Some(("Trade Show", 56, 4)));
        let cafe = found
            .last()
            .map(|group| (group.proposed.as_str(), group.rows, group.spellings.len()));
        assert_eq!(cafe, Some(("Café", 8, 3)));
    }

    #[test]
    fn names_that_differ_by_more_are_left_apart() {
        for (one, other) in [
            ("C", "C++"),
            ("Event 1 2", "Event 12"),
            ("2.0 launch", "20 launch"),
            ("Webinar 1", "Webinar 2"),
            ("-", "–"),
            ("Trade Show", "Trade Shows"),
        ] {
            assert_eq!(groups(&[(one, 1), (other, 1)]), [], "{one} and {other}");
        }
    }

    #[test]
    fn of_equals_the_careful_spelling_is_proposed() {
        let found = groups(&[
            ("paid search", 5),
            ("PAID SEARCH", 5),
            ("Paid Search", 5),
            ("paid_search", 5),
        ]);
        assert_eq!(
            found.first().map(|group| group.proposed.as_str()),
            Some("Paid Search")
        );
    }

    proptest! {
        #[test]
        fn every_row_is_counted_once_and_the_order_does_not_matter(
            values in prop::collection::vec(("[ aAàÀ_+-]{0,3}[bB]?[12]{0,2}", 0_u64..50), 0..30)
        ) {
            let mut distinct: BTreeMap<String, u64> = BTreeMap::new();
            for (text, rows) in values {
                distinct.insert(text, rows);
            }
            let mut values: Vec<(String, u64)> = distinct.into_iter().collect();
            let found = spellings(&values);
            let mut members: Vec<&(String, u64)> = found.iter().flat_map(|group| &group.spellings).collect();
            let listed = members.len();
            members.sort();
            members.dedup();
            prop_assert_eq!(members.len(), listed);
            for group in &found {
                prop_assert!(group.spellings.len() > 1);
                prop_assert_eq!(group.rows, group.spellings.iter().map(|(_, rows)| rows).sum::<u64>());
                prop_assert!(group.spellings.iter().all(|member| values.contains(member)));
            }
            values.reverse();
            prop_assert_eq!(spellings(&values), found);
        }

        #[test]
        fn nothing_written_makes_it_fail(values in prop::collection::vec((any::<String>(), any::<u64>()), 0..8)) {
            spellings(&values);
        }
    }
}
