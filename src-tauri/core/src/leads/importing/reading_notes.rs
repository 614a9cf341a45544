//! What the report says of how a file was read, where somebody may expect otherwise.

use super::{Surveyed, choice::Choice, currencies, day_orders};
use crate::leads::{
    fields::{Field, Fits},
    recognition::Use,
};
use lockstep_intake::{Column, number};
use lockstep_workspace::zone::Zone;

/// Says in which row the names of the columns stand where it is not the first, and of the columns that became dates which are
/// unknown, were numbers, or are instants.
pub(super) fn reading_notes(choice: &Choice, surveyed: &Surveyed, zone: Zone) -> Vec<String> {
    let mut said = Vec::new();
    if surveyed.survey.header_row > 1 {
        said.push(format!(
            "The names of the columns stand in row {}; what stands above is left out.",
            surveyed.survey.header_row
        ));
    }
    match surveyed.survey.hidden_rows {
        0 => {}
        1 => said.push(
            "One row is hidden in the spreadsheet, as by a filter, and is read like the others. If it is not to count, delete it \
             there and import the file again."
                .to_owned(),
        ),
        rows => said.push(format!(
            "{rows} rows are hidden in the spreadsheet, as by a filter, and are read like the others. If they are not to count, \
             delete them there and import the file again."
        )),
    }
    if let Some(currency) = &choice.currency {
        said.push(format!("The amounts are read as {currency}, as somebody said."));
    }
    let has_fields = |place: usize| {
        let column = choice.columns.get(place);
        column.is_some_and(|column| column.fields().next().is_some())
    };
    said.extend(day_orders::note(&surveyed.survey, has_fields));
    for (column, seen) in choice.columns.iter().zip(&surveyed.survey.columns) {
        let is_money = |field: Field| {
            field
                .entry(choice.kind)
                .is_some_and(|entry| entry.fits == Fits::Money)
        };
        let name = &column.column;
        let has_terms = || column.fields().any(|field| field.terms(choice.kind).is_some());
        if seen.not_available_as_code > 0 && column.becomes != Use::LeftOut && !has_terms() {
            let rows = match seen.not_available_as_code {
                1 => "one row".into(),
                rows => format!("{rows} rows"),
            };
            said.push(format!(
                "“NA” in “{name}” is kept as a code, in {rows}: the other cells there are codes, too."
            ));
        }
        if column.fields().next().is_none() {
            continue;
        }
        if column.fields().any(is_money) {
            said.extend(currencies::unit_of_amounts(&surveyed.survey, name));
            said.extend(scale_of_a_format(surveyed, seen));
        }
        match seen.placeholder_days {
            0 => {}
            1 => said.push(format!(
                "One date in “{name}” only stands for none, such as 1900-01-01: it is unknown."
            )),
            dates => said.push(format!(
                "{dates} dates in “{name}” only stand for none, such as 1900-01-01: they are unknown."
            )),
        }
        match seen.day_numbers {
            0 => {}
            1 => said.push(format!(
                "One date in “{name}” is a number, as a spreadsheet keeps dates: it is read as a date."
            )),
            dates => said.push(format!(
                "{dates} dates in “{name}” are numbers, as a spreadsheet keeps dates: they are read as dates."
            )),
        }
        match seen.kinds.named_zone {
            0 => {}
            1 => said.push(format!(
                "One time in “{name}” names its time zone in letters, such as EST or CET: several zones share them, so its date \
                 is read as it is written."
            )),
            times => said.push(format!(
                "{times} times in “{name}” name their time zone in letters, such as EST or CET: several zones share them, so \
                 their dates are read as they are written."
            )),
        }
        if seen.kinds.instant > seen.kinds.instant_midnight {
            said.push(format!(
                "“{name}” has times with a time zone: each is read as its date in {}, the company’s time zone.",
                zone.name()
            ));
        }
    }
    said
}

/// Says so where a spreadsheet shows amounts with a “k” or “Mio” behind them that does not stand in the cells.
fn scale_of_a_format(surveyed: &Surveyed, seen: &Column) -> Option<String> {
    let scaled = |sample: &&String| {
        let is_a_number = number::readings(sample).is_some();
        is_a_number && (sample.ends_with('k') || sample.ends_with("Mio"))
    };
    let example = seen.samples.iter().find(scaled)?;
    surveyed.sheet()?;
    Some(format!(
        "Amounts in “{}” are read as the spreadsheet shows them, such as “{example}”.",
        seen.name
    ))
}
