//! Rows that are no records: totals and subtotals, and what reports print below their last row. Taken for records they would
//! double the money.

use std::sync::LazyLock;

use lockstep_intake::{
    Row,
    number::{self, Money},
};
use rustc_hash::FxHashSet;

use super::record::Record;
use lockstep_text::words;

/// How a total is called, as it begins or ends its cell.
#[rustfmt::skip]
const TOTALS: &[&str] = &[
    "total", "totals", "subtotal", "subtotals", "sum", "grandtotal",
    "summe", "summen", "gesamt", "gesamtsumme", "gesamtergebnis", "ergebnis", "teilergebnis", "endsumme", "zwischensumme",
    "insgesamt", "totaux", "somme", "sommes",
    "totales", "subtotales", "suma", "sumas", "totale", "totali", "subtotale", "somma", "somme",
    "totaal", "subtotaal", "eindtotaal", "som", "totais", "subtotais", "soma",
    "summa", "totalt", "totalsumma", "delsumma", "slutsumma", "totalsum", "hovedtotal", "sluttsum", "delsum",
    "yhteensa", "kokonaissumma", "loppusumma", "valisumma",
    "razem", "ogolem", "lacznie", "celkem", "soucet", "mezisoucet", "toplam", "itogo", "итого", "итог", "всего", "ttl", "osszesen",
    "vegosszeg", "reszosszeg", "ukupno", "skupaj", "spolu", "σύνολο", "合計", "総計", "小計", "总计", "合计", "小计", "總計", "합계", "총계",
];

/// What else a row is called that is made of the others.
#[rustfmt::skip]
const STATISTICS: &[&str] = &[
    "average", "averages", "avg", "mean", "median", "count", "durchschnitt", "mittelwert", "anzahl", "moyenne", "mediane", "promedio",
    "mediana", "gemiddelde", "aantal", "medelvarde", "gjennomsnitt", "gennemsnit", "keskiarvo", "srednia", "среднее",
];

/// What totals are of: "Total (2 campaigns)", "All channels", "Subtotal Q1".
#[rustfmt::skip]
const OF_TOTALS: &[&str] = &[
    "campaigns", "campaign", "channels", "channel", "sources", "source", "account", "accounts", "records", "record", "rows", "items",
    "deals", "deal", "opportunities", "leads", "results", "spend", "cost", "costs", "amount", "value", "q", "h", "quarter", "year",
    "month", "kampagnen", "kanale", "quellen", "kosten", "quartal", "jahr", "monat", "campagnes", "canaux", "sources", "campanas", "canales",
];

/// The two letters with which a word for a total begins, in ASCII: nearly no name has them.
static BEGINNINGS: LazyLock<FxHashSet<[u8; 2]>> =
    LazyLock::new(|| TOTALS.iter().filter_map(|word| beginning(word)).collect());

/// What stands beside such a word and belongs to it: "Grand Total", "Total général", "Suma końcowa", "I alt".
#[rustfmt::skip]
const BESIDE_TOTALS: &[&str] = &[
    "grand", "sub", "general", "overall", "all", "in", "the", "of", "generale", "complessivo", "parziale", "au", "en", "em", "geral",
    "parcial", "partiel", "final", "koncowa", "czesciowa", "celkovy", "kaikki", "i", "alle", "tous", "toutes", "todos", "todas", "tutti",
];

/// What stands at the end of reports.
const FOOTERS: &[&str] = &[
    "confidential",
    "copyright",
    "generated",
    "exported",
    "rights reserved",
    "end of file",
    "end of report",
    "filtered by",
    "©",
    // In what a report counts.
    "all amounts",
    "amounts are in",
    "amounts in",
    "all values in",
    "alle beträge",
    "alle werte in",
    "beträge in",
    "montants en",
    "tous les montants",
    "importes en",
    "todos los importes",
    "bedragen in",
    "importi in",
];

/// Finds rows that are no records, one row of a file after the other.
#[derive(Debug)]
pub(super) struct NoRecords {
    /// Whether a total or a footer was met: lone cells behind it belong to the footer.
    is_behind_the_last: bool,
    /// The row before.
    last: u64,
    /// How many rows had all their cells, as long as all had.
    whole_rows: Option<u64>,
}

impl Default for NoRecords {
    fn default() -> Self {
        Self {
            is_behind_the_last: false,
            last: 0,
            whole_rows: Some(0),
        }
    }
}

impl NoRecords {
    /// Returns why a row of a table with so many columns is no record, where it is none.
    pub fn reason(&mut self, row: &Row, columns: usize) -> Option<&'static str> {
        let is_behind_a_gap = self.last > 0 && row.number > self.last + 1;
        self.last = row.number;
        let cells = || row.iter().filter(|cell| !cell.is_empty());
        let first = cells().next()?;
        // No more than three have to be told apart.
        let filled = cells().take(3).count();
        // A total has its name and its numbers; a subtotal may have the name of its group, too.
        let is_text = |cell: &&str| {
            // "--" says that there is none.
            let has_letters = cell
                .bytes()
                .any(|byte| byte.is_ascii_alphanumeric() || byte >= 0x80);
            // A longer text without a digit is neither a number nor a currency, and that is quickly seen.
            let is_plain =
                cell.len() > 24 && cell.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_digit());
            is_plain
                || has_letters && (number::readings(cell).is_none() && Money::named(cell.trim()).is_none())
        };
        // Most rows have three texts in their first cells, and the rest need not be looked at.
        let texts: Vec<&str> = cells().filter(is_text).take(3).collect();
        let is_one = match texts.len() {
            1 => texts.iter().all(|text| is_total(text)),
            2 => filled > 2 && texts.iter().any(|text| is_nothing_but_a_total(text)),
            _ => false,
        };
        if is_one {
            self.is_behind_the_last = true;
            return Some("This is a total, not a record.");
        }
        if filled == 1 && columns > 2 && (self.is_behind_the_last || is_footer(first)) {
            self.is_behind_the_last = true;
            return Some("This belongs to the end of a report, not to a record.");
        }
        self.is_behind_the_last = false;
        if filled == 1 && columns > 2 && is_behind_a_gap && is_text(&first) {
            return Some("This stands alone behind an empty row, as titles do.");
        }
        // Where every row has all its cells, one alone is the rest of the row above, or a title.
        if row.len() == 1 && columns > 2 && self.whole_rows.is_some_and(|rows| rows > 0) {
            return Some(
                "This row has only one cell. A line break without quotes around it may have cut it off the row above.",
            );
        }
        self.whole_rows = self
            .whole_rows
            .filter(|_| row.len() == columns)
            .map(|rows| rows + 1);
        None
    }
}

/// Returns why a record is none, where what names it is a total: its id or its name, the source or campaign of a cost.
pub(super) fn names_a_total(record: &Record) -> Option<&'static str> {
    let names = match record.table.name {
        "cost" => ["source", "campaign"],
        _ => ["external_id", "name"],
    };
    let may_be_average = record.table.name != "lead";
    let mut named = names.iter().filter_map(|column| record.text(column));
    named
        .any(|name| is_nothing_but_a_total(name) || may_be_average && is_nothing_but_a_statistic(name))
        .then_some("This is a total, not a record.")
}

/// "Average", "Median", "Count".
fn is_nothing_but_a_statistic(text: &str) -> bool {
    text.len() <= 24 && matches!(words(text).as_slice(), [word] if STATISTICS.contains(&word.as_str()))
}

/// Returns whether the name of a cost sounds like a total or an average. It is one where the amounts say so, too.
pub(super) fn may_be_called_a_total(text: &str) -> bool {
    if text.len() > 60 {
        return false;
    }
    let heard = words(text);
    let is_of = |word: &String| {
        BESIDE_TOTALS.contains(&word.as_str())
            || OF_TOTALS.contains(&word.as_str())
            || word.bytes().all(|byte| byte.is_ascii_digit())
    };
    is_total(text)
        || heard.iter().any(|word| STATISTICS.contains(&word.as_str()))
        || heard.len() > 1 && heard.iter().all(is_of)
}

/// "Total", "Grand Total", "Total général", "I alt".
fn is_nothing_but_a_total(text: &str) -> bool {
    if text.len() > 60 || !may_name_a_total(text) {
        return false;
    }
    let heard = words(text);
    let is_one = |word: &String| TOTALS.contains(&word.as_str());
    let is_number = |word: &String| word.bytes().all(|byte| byte.is_ascii_digit());
    let belongs = |word: &String| is_one(word) || is_number(word) || BESIDE_TOTALS.contains(&word.as_str());
    let in_all = |word: &String| word == "alt" || belongs(word);
    let is_what = |word: &String| {
        belongs(word)
            || OF_TOTALS.contains(&word.as_str())
            || word.len() == 3 && Money::written(word).is_some()
    };
    // What a total is of is told behind it, as a rule with a mark between: "Total: Campaigns", "Grand total (EUR)".
    let has_a_mark = text.contains(['(', ':', '–', '-']) || heard.iter().any(is_number);
    (heard.starts_with(&["i".into(), "alt".into()]) && heard.iter().all(in_all))
        || heard.iter().any(is_one) && heard.iter().all(belongs)
        || heard.len() > 1
            && has_a_mark
            && heard.first().is_some_and(|word| is_one(word) || word == "grand")
            && heard.iter().any(is_one)
            && heard.iter().all(is_what)
        || text.trim().eq_ignore_ascii_case("overall")
}

/// Returns whether one of the words begins as a word for a total does: nearly no name does, and the others need no closer look.
fn may_name_a_total(text: &str) -> bool {
    if !text.is_ascii() {
        return true;
    }
    let mut parts = text
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|part| !part.is_empty());
    // Humps are words of their own: "GrandTotal".
    parts.any(|part| {
        part.eq_ignore_ascii_case("i")
            || part.bytes().skip(1).any(|byte| byte.is_ascii_uppercase())
            || part.eq_ignore_ascii_case("overall")
            || beginning(part).is_some_and(|letters| BEGINNINGS.contains(&letters))
    })
}

/// Returns the first two bytes of a word, as small letters.
fn beginning(word: &str) -> Option<[u8; 2]> {
    let first: [u8; 2] = word.as_bytes().get(..2)?.try_into().ok()?;
    Some(first.map(|byte| byte.to_ascii_lowercase()))
}

/// "Total", "Grand Totals (2 records)", "Total for Web", "Web Total".
fn is_total(text: &str) -> bool {
    if text.len() > 60 || !text.starts_with(|c: char| c.is_alphabetic()) {
        return false;
    }
    let heard = words(text);
    let is_one = |word: &String| TOTALS.contains(&word.as_str());
    let is_grand = |word: &String| matches!(word.as_str(), "grand" | "sub" | "general");
    let begins = heard.first().is_some_and(is_one)
        || heard.first().is_some_and(is_grand) && heard.get(1).is_some_and(is_one);
    begins || heard.last().is_some_and(is_one) || is_nothing_but_a_total(text)
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
            "Totale complessivo",
            "Suma końcowa",
            "Kaikki yhteensä",
            "Celkový součet",
            "I alt",
        ] {
            assert!(is_total(text), "{text}");
        }
        for text in [
            "Total",
            "Grand Total",
            "Total général",
            "Gesamtergebnis",
            "Ogółem",
            "I alt",
            "In totaal",
        ] {
            assert!(is_nothing_but_a_total(text), "{text}");
        }
        for text in [
            "Total Energies",
            "Web Total",
            "Total for Web",
            "Sum of us",
            "Alt",
            "I",
        ] {
            assert!(!is_nothing_but_a_total(text), "{text}");
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
