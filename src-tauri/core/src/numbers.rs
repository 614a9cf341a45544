//! What the numbers in the file count. Every whole number of every table stands here once, so that a new one is neither
//! shown in the wrong unit nor forgotten when the currency changes.

use std::collections::BTreeMap;

use crate::{change::ReadContext, error::Result, units::Unit};

/// What a number counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Counted {
    /// A value of one unit.
    In(Unit),
    /// A value of the unit that stands in the row.
    InTheRowsUnit,
    /// Yes or no.
    YesOrNo,
    /// A number without a unit: a year, a month, a day of the week.
    Plain,
}
use Counted::{In, InTheRowsUnit, Plain, YesOrNo};
use Unit::{Count, Days, Money, Percent};

/// Every table with whole numbers, or lists of them.
const NUMBERS: &[(&str, &[(&str, Counted)])] = &[
    (
        "company",
        &[
            ("fiscal_start", Plain),
            ("week_start", Plain),
            ("one_person_does_both", YesOrNo),
        ],
    ),
    ("person", &[("has_left", YesOrNo)]),
    (
        "plan",
        &[
            ("year", Plain),
            ("budget", In(Money)),
            ("sales_ready", YesOrNo),
            ("marketing_ready", YesOrNo),
        ],
    ),
    (
        "look_back",
        &[
            ("leads", In(Count)),
            ("accepted", In(Count)),
            ("sql", In(Count)),
            ("opportunities", In(Count)),
            ("won", In(Count)),
            ("lost", In(Count)),
            ("revenue", In(Money)),
            ("sourced_revenue", In(Money)),
            ("cycle_days", In(Days)),
            // Weights: only how they relate to each other says something.
            ("shape", In(Count)),
        ],
    ),
    (
        "yardstick",
        &[("target", InTheRowsUnit), ("actual", InTheRowsUnit)],
    ),
    (
        "goal",
        &[
            ("adds_up", YesOrNo),
            ("about_customer", YesOrNo),
            ("baseline", InTheRowsUnit),
            ("target", InTheRowsUnit),
            ("stretch", InTheRowsUnit),
            ("by_hand", InTheRowsUnit),
        ],
    ),
    (
        "funnel",
        &[
            ("revenue_goal", In(Money)),
            ("renewals", In(Money)),
            ("average_deal", In(Money)),
            ("win_rate", In(Percent)),
            ("sql_to_opportunity", In(Percent)),
            ("sal_to_sql", In(Percent)),
            ("mql_to_sal", In(Percent)),
            ("sourced_share", In(Percent)),
            ("cycle_days", In(Days)),
            ("by_hand", In(Count)),
        ],
    ),
    (
        "initiative",
        &[("budget", In(Money)), ("expected_leads", In(Count))],
    ),
    ("agenda_item", &[("minutes", In(Count))]),
    ("parked_item", &[("settled", YesOrNo)]),
    (
        "import",
        &[
            ("rows", In(Count)),
            ("added", In(Count)),
            ("updated", In(Count)),
            ("unchanged", In(Count)),
            ("rejected", In(Count)),
            ("source_missing", In(Count)),
        ],
    ),
    ("lead", &[("touches", In(Count))]),
    ("opportunity", &[("value", In(Money))]),
    ("cost", &[("spend", In(Money))]),
    ("definition", &[("threshold", In(Count)), ("working_days", Plain)]),
    ("criterion", &[("days", In(Days)), ("points", In(Count))]),
    ("promise", &[("amount", In(Count))]),
];

/// Returns what the numbers of a column count; nothing for a column without numbers.
pub(crate) fn counted(table: &str, column: &str) -> Option<Counted> {
    let (_, columns) = NUMBERS.iter().find(|(name, _)| *name == table)?;
    let (_, counted) = columns.iter().find(|(name, _)| *name == column)?;
    Some(*counted)
}

/// Returns how many rows of each table hold an amount of money in the company's currency.
///
/// # Errors
/// Whatever the file says.
pub(crate) fn rows_with_amounts(reader: &ReadContext) -> Result<Vec<(String, i64)>> {
    let mut holding: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (table, columns) in NUMBERS {
        for (column, counted) in *columns {
            let is_amount = match counted {
                In(Money) => format!("{column} IS NOT NULL"),
                InTheRowsUnit => format!("(unit = 'money' AND {column} IS NOT NULL AND {column} <> '[]')"),
                _ => continue,
            };
            holding.entry(table).or_default().push(is_amount);
        }
    }
    let mut counts = Vec::new();
    for (table, are_amounts) in holding {
        let sql = format!("SELECT count(*) FROM {table} WHERE {}", are_amounts.join(" OR "));
        counts.push((table.to_string(), reader.count(&sql, [])?));
    }
    Ok(counts)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use rusqlite::Connection;

    use super::*;
    use crate::{journal::keeper, workspace::schema::Schema};

    /// Lists of numbers, kept as JSON.
    const LISTS: [(&str, &str); 4] = [
        ("look_back", "shape"),
        ("goal", "by_hand"),
        ("funnel", "by_hand"),
        ("definition", "working_days"),
    ];

    #[test]
    fn every_whole_number_of_every_table_has_its_unit() -> Result<()> {
        let mut db = Connection::open_in_memory()?;
        Schema::today().bring_up_to_date(&mut db, &crate::SystemEnvironment)?;
        let mut numbers: BTreeSet<(String, String)> = LISTS
            .iter()
            .map(|(table, column)| ((*table).into(), (*column).into()))
            .collect();
        for (table, columns) in keeper::columns(&db)? {
            let mut statement =
                db.prepare("SELECT name FROM pragma_table_info(?1) WHERE type = 'INTEGER'")?;
            let whole: BTreeSet<String> = statement
                .query_map([&table], |row| row.get(0))?
                .collect::<rusqlite::Result<_>>()?;
            numbers.extend(
                columns
                    .iter()
                    .filter(|column| whole.contains(*column))
                    .map(|column| (table.clone(), column.clone())),
            );
            let of_the_row = |column: &String| counted(&table, column) == Some(InTheRowsUnit);
            assert!(
                !columns.iter().any(of_the_row) || columns.iter().any(|column| column == "unit"),
                "rows of {table} have no unit"
            );
        }
        let told: BTreeSet<(String, String)> = NUMBERS
            .iter()
            .flat_map(|(table, columns)| {
                columns
                    .iter()
                    .map(|(column, _)| ((*table).into(), (*column).into()))
            })
            .collect();
        // A new column belongs into NUMBERS, with its unit; an amount of money then keeps the currency, too.
        assert_eq!(numbers, told);
        Ok(())
    }
}
