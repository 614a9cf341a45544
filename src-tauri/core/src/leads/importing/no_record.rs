//! Rows that are no records: totals and subtotals, and what reports print below their last row. Taken for records they would
//! double the money.

use lockstep_intake::{Row, number};

use crate::leads::plain::words;

/// How a total is called, as it begins or ends its cell.
const TOTALS: [&str; 34] = [
    "total",
    "totals",
    "subtotal",
    "subtotals",
    "sum",
    "grandtotal",
    "summe",
    "summen",
    "gesamt",
    "gesamtsumme",
    "endsumme",
    "zwischensumme",
    "totaal",
    "subtotaal",
    "eindtotaal",
    "totale",
    "totali",
    "subtotale",
    "totaux",
    "somme",
    "suma",
    "sumas",
    "subtotales",
    "totales",
    "soma",
    "razem",
    "celkem",
    "soucet",
    "yhteensa",
    "summa",
    "totalt",
    "toplam",
    "itogo",
    "итого",
];

/// What stands at the end of reports.
const FOOTERS: [&str; 9] = [
    "confidential",
    "copyright",
    "generated",
    "exported",
    "rights reserved",
    "end of file",
    "end of report",
    "filtered by",
    "©",
];

/// Finds rows that are no records, one row of a file after the other.
#[derive(Debug, Default)]
pub(super) struct NoRecords {
    /// Whether a total or a footer was met: lone cells behind it belong to the footer.
    is_behind_the_last: bool,
}

impl NoRecords {
    /// Returns why a row of a table with so many columns is no record, where it is none.
    pub fn reason(&mut self, row: &Row, columns: usize) -> Option<&'static str> {
        let filled: Vec<&str> = row.iter().filter(|cell| !cell.is_empty()).collect();
        let first = *filled.first()?;
        // A total has its name and its numbers; a subtotal may have the name of its group, too.
        let texts = || filled.iter().filter(|cell| number::readings(cell).is_none());
        let is_one = match texts().count() {
            1 => texts().all(|text| is_total(text)),
            2 => filled.len() > 2 && texts().any(|text| is_total(text) && words(text).len() == 1),
            _ => false,
        };
        if is_one {
            self.is_behind_the_last = true;
            return Some("This is a total, not a record.");
        }
        if filled.len() == 1 && columns > 2 && (self.is_behind_the_last || is_footer(first)) {
            self.is_behind_the_last = true;
            return Some("This belongs to the end of a report, not to a record.");
        }
        self.is_behind_the_last = false;
        None
    }
}

/// "Total", "Grand Totals (2 records)", "Total for Web", "Web Total".
fn is_total(text: &str) -> bool {
    if text.len() > 60 || !text.starts_with(|c: char| c.is_alphabetic()) {
        return false;
    }
    let heard = words(text);
    let is_one = |word: &String| TOTALS.contains(&word.as_str());
    let begins = heard.first().is_some_and(is_one)
        || matches!(
            heard.first().map(String::as_str),
            Some("grand" | "sub" | "general")
        ) && heard.get(1).is_some_and(is_one);
    begins || heard.last().is_some_and(is_one)
}

fn is_footer(text: &str) -> bool {
    let lower = text.to_lowercase();
    FOOTERS.iter().any(|word| lower.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_are_called_by_their_name_in_many_languages() {
        for text in [
            "Total",
            "TOTAL",
            "Grand Totals (2 records)",
            "Sub-total",
            "Total for Web",
            "Web Total",
            "Summe",
            "Gesamtsumme",
            "Total général",
            "Yhteensä",
            "Итого",
        ] {
            assert!(is_total(text), "{text}");
        }
        for text in [
            "Totally new",
            "Acme",
            "Sumatra Coffee",
            "12",
            "The total cost of ownership webinar",
        ] {
            assert!(!is_total(text), "{text}");
        }
    }
}
