//! What holds for every file, whatever its columns are called and hold.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::{ColumnSeen, SeenKind, Use, column};
use crate::{
    assign,
    fields::{Field, fields},
    recognise, recognise_as,
    terms::RecordKind,
};

const HEADERS: &[&str] = &[
    "Lead ID",
    "Id",
    "Record Id",
    "Contact ID",
    "Deal ID",
    "Name",
    "Full Name",
    "First Name",
    "Last Name",
    "Email",
    "Email 2",
    "Company",
    "Account Name",
    "Title",
    "Phone",
    "Mobile",
    "Lead Source",
    "Source",
    "Channel",
    "Platform",
    "Campaign",
    "Owner",
    "Lead Owner",
    "Created Date",
    "First contact date",
    "MQL date",
    "Lead Status",
    "Lifecycle Stage",
    "Status",
    "Stage",
    "Deal Stage",
    "Accepted",
    "Decision date",
    "Reason",
    "Lost reason",
    "Amount",
    "Deal Value",
    "Expected Revenue",
    "Close Date",
    "Won date",
    "Is Won",
    "Converted Date",
    "Month",
    "Spend",
    "Budget",
    "Column 3",
    "Industry",
    "Herkunft",
    "Quota",
    "Index",
    "Probability",
    "",
];

const VALUES: &[&str] = &[
    "New",
    "Working",
    "Closed Won",
    "Lost",
    "Qualified",
    "Web",
    "Trade Show",
    "Bad Timing",
    "TRUE",
    "2",
    "unknown",
    "Blue",
    "Negotiation",
];

fn kind() -> impl Strategy<Value = SeenKind> {
    prop::sample::select(vec![
        SeenKind::Empty,
        SeenKind::Text,
        SeenKind::WholeNumber,
        SeenKind::Number,
        SeenKind::Money,
        SeenKind::Percent,
        SeenKind::Day,
        SeenKind::DayUnclear,
        SeenKind::YesNo,
        SeenKind::Email,
        SeenKind::Address,
    ])
}

fn likely_column() -> impl Strategy<Value = ColumnSeen> {
    let values = prop::collection::vec((prop::sample::select(VALUES), 1_u64..400), 0..6);
    (
        prop::sample::select(HEADERS),
        kind(),
        0_u64..=1_000,
        0_u64..=1_000,
        values,
    )
        .prop_map(|(name, kind, filled, distinct, values)| ColumnSeen {
            values: values
                .into_iter()
                .map(|(value, count)| (value.to_string(), count))
                .collect(),
            ..column(name, kind).with(filled, 1_000, distinct.min(filled))
        })
}

/// Columns of different names, as intake gives them.
fn likely_columns() -> impl Strategy<Value = Vec<ColumnSeen>> {
    prop::collection::vec(likely_column(), 0..20).prop_map(|columns| {
        let named: BTreeMap<String, ColumnSeen> = columns
            .into_iter()
            .map(|column| (column.name.clone(), column))
            .collect();
        named.into_values().collect()
    })
}

fn any_column() -> impl Strategy<Value = ColumnSeen> {
    let values = prop::collection::vec((any::<String>(), any::<u64>()), 0..4);
    (
        any::<String>(),
        kind(),
        any::<[u64; 3]>(),
        any::<bool>(),
        prop::collection::vec(any::<String>(), 0..4),
        values,
    )
        .prop_map(
            |(name, kind, [filled, rows, distinct], more_distinct, samples, values)| ColumnSeen {
                name,
                kind,
                filled,
                rows,
                distinct,
                more_distinct,
                samples,
                values,
                mostly_numbers: more_distinct,
            },
        )
}

fn mapping(columns: &[ColumnSeen], kind: RecordKind) -> BTreeMap<Field, String> {
    let found = recognise_as(kind, columns);
    let pairs = found.guesses.into_iter().flat_map(|guess| {
        let field = match guess.becomes {
            Use::Field(field) => Some(field),
            Use::Attribute | Use::LeftOut => None,
        };
        [field, guess.also]
            .into_iter()
            .flatten()
            .map(move |field| (field, guess.column.clone()))
    });
    pairs.collect()
}

proptest! {
    #[test]
    fn no_field_is_given_twice_and_none_that_the_kind_lacks(columns in likely_columns()) {
        for kind in RecordKind::ALL {
            let found = recognise_as(kind, &columns);
            let mut given: Vec<Field> = Vec::new();
            for guess in &found.guesses {
                if let Use::Field(field) = guess.becomes {
                    given.push(field);
                }
                given.extend(guess.also);
                prop_assert!(guess.confidence <= 100);
                prop_assert!(!guess.why.is_empty());
            }
            let count = given.len();
            given.sort();
            given.dedup();
            prop_assert_eq!(given.len(), count, "{:#?}", found);
            prop_assert!(given.iter().all(|field| fields(kind).iter().any(|entry| entry.field == *field)));
        }
    }

    #[test]
    fn the_order_of_columns_decides_only_between_equals(
        columns in likely_columns(),
        shuffled in any::<prop::sample::Index>(),
    ) {
        let mut turned = columns.clone();
        turned.reverse();
        let middle = if turned.is_empty() { 0 } else { shuffled.index(turned.len()) };
        turned.rotate_left(middle);
        let mut equals = false;
        for kind in RecordKind::ALL {
            let weighed = assign::weigh(kind, &columns).weighed;
            let mut ranks: Vec<(Field, u64)> = weighed.iter().map(|candidate| (candidate.field, candidate.rank)).collect();
            ranks.sort();
            let all = ranks.len();
            ranks.dedup();
            equals |= ranks.len() != all;
            if ranks.len() == all {
                prop_assert_eq!(mapping(&columns, kind), mapping(&turned, kind));
            }
        }
        if !equals {
            prop_assert_eq!(recognise(&columns).holds, recognise(&turned).holds);
        }
    }

    #[test]
    fn an_empty_column_is_never_a_field(columns in likely_columns()) {
        let found = recognise(&columns);
        for (guess, column) in found.guesses.iter().zip(&columns) {
            if column.is_empty() {
                prop_assert_eq!(guess.becomes, Use::LeftOut);
                prop_assert_eq!(guess.also, None);
            }
        }
    }

    #[test]
    fn a_field_that_is_known_afterwards_says_so(columns in likely_columns()) {
        let found = recognise(&columns);
        for guess in &found.guesses {
            if let (Use::Field(field), Some(kind)) = (guess.becomes, found.kind) {
                prop_assert_eq!(guess.afterwards, field.entry(kind).is_some_and(|entry| entry.afterwards));
            }
        }
    }

    #[test]
    fn no_file_makes_it_fail(columns in prop::collection::vec(any_column(), 0..8)) {
        let found = recognise(&columns);
        prop_assert_eq!(found.guesses.len(), columns.len());
        for kind in RecordKind::ALL {
            prop_assert_eq!(recognise_as(kind, &columns).guesses.len(), columns.len());
        }
    }
}
