//! Which mark stands before the decimals of a column: what its cells say, and what the rest of the file lets us guess.

use serde::{Deserialize, Serialize};

use super::{Column, ColumnKind, Survey};
use crate::classify::Counts;
use crate::day::DayOrder;
use crate::number::{self, Mark, Money};
use crate::records::HowRead;

/// How certain the mark before decimals is, told from the cells of one column.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecimalMark {
    /// Cells give this mark away, and no cell another: "12,50" beside "1.500".
    Certain(char),
    /// Cells of the column give away different marks: "12,50" and "12.50". Each of them is read for what it is; those that
    /// can be read both ways are not certain.
    Conflicting,
    /// Cells can be read both ways, and none gives the mark away: nothing but "1.500" and "12.000".
    Open,
    /// No cell has a mark that matters.
    #[default]
    NotNeeded,
}

impl DecimalMark {
    pub(super) fn of(counts: &Counts) -> DecimalMark {
        match (counts.decimal_point > 0, counts.decimal_comma > 0) {
            (true, true) => DecimalMark::Conflicting,
            (true, false) => DecimalMark::Certain('.'),
            (false, true) => DecimalMark::Certain(','),
            _ if counts.ambiguous_point + counts.ambiguous_comma > 0 => DecimalMark::Open,
            _ => DecimalMark::NotNeeded,
        }
    }
}

/// The likeliest mark before the decimals of a column whose cells leave it open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecimalEvidence {
    /// The column's place among the columns of the survey, from 0.
    pub column: usize,
    /// The likeliest mark, `.` or `,`.
    pub mark: char,
    /// Whether that is certain enough to go on without asking. Anything else is a guess.
    pub is_certain: bool,
    /// What speaks for that mark, the strongest reason first. None where nothing speaks for either.
    pub reasons: Vec<DecimalReason>,
    /// What speaks for the other mark.
    pub against: Vec<DecimalReason>,
}

/// What speaks for a mark before decimals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum DecimalReason {
    /// Another column of the same file gives it away.
    OtherColumn {
        /// The other column's place among the columns of the survey, from 0.
        column: usize,
        /// A cell there that gives it away, as far as one was kept.
        example: Option<String>,
    },
    /// More cells of the column itself are written so than the other way.
    MostCells,
    /// The cells of a workbook's numbers have a point, however they are shown.
    Workbook,
    /// The file has semicolons between its cells, as spreadsheets write where the comma is before decimals.
    Semicolons,
    /// Another column writes its days as people do who write numbers so: "31.12.2024" or "12/31/2024".
    Days {
        /// The other column's place among the columns of the survey, from 0.
        column: usize,
    },
    /// The name of a column is a word of a language that writes numbers so.
    HeaderLanguage {
        /// The column's place among the columns of the survey, from 0.
        column: usize,
    },
    /// The currency stands behind the numbers, as in languages with a decimal comma.
    CurrencyBehind,
    /// The currency is one of countries that write numbers so.
    Currency {
        /// Its code, or its sign.
        name: String,
    },
    /// Every mark has exactly three digits behind it, which is usual for thousands and rare for decimals.
    ThreeDigits,
}

/// The currencies of countries that have a comma before decimals.
const WITH_COMMA: &[&str] = &[
    "EUR", "SEK", "NOK", "DKK", "ISK", "PLN", "CZK", "HUF", "RON", "BGN", "RSD", "TRY", "RUB", "UAH", "BRL",
    "ARS", "CLP", "COP", "UYU", "PYG", "IDR", "VND", "KZT", "BYN", "kr", "Kr", "KR",
];

/// Words in the names of columns that only languages with a decimal comma use.
const WORDS_WITH_COMMA: &[&str] = &[
    "betrag",
    "umsatz",
    "wert",
    "datum",
    "kosten",
    "gebühr",
    "preis",
    "erstellt",
    "quelle",
    "montant",
    "chiffre",
    "valeur",
    "prix",
    "coût",
    "importe",
    "ingresos",
    "fecha",
    "valor",
    "precio",
    "coste",
    "receita",
    "preço",
    "importo",
    "valore",
    "prezzo",
    "fatturato",
    "bedrag",
    "waarde",
    "omzet",
    "prijs",
    "belopp",
    "värde",
    "omsättning",
    "beløb",
    "værdi",
    "omsætning",
    "beløp",
    "verdi",
    "omsetning",
    "summa",
    "arvo",
    "hinta",
    "kwota",
    "wartość",
    "przychód",
    "částka",
    "hodnota",
    "cena",
];

/// What speaks for either mark, with its weight.
#[derive(Default)]
struct Scales {
    point: Vec<(u32, DecimalReason)>,
    comma: Vec<(u32, DecimalReason)>,
}

impl Scales {
    fn add(&mut self, mark: char, weight: u32, reason: DecimalReason) {
        match mark {
            ',' => self.comma.push((weight, reason)),
            _ => self.point.push((weight, reason)),
        }
    }

    /// The heavier side; the point where both weigh the same.
    fn weigh(mut self) -> (char, Vec<DecimalReason>, Vec<DecimalReason>) {
        let weight = |side: &[(u32, DecimalReason)]| side.iter().map(|(weight, _)| weight).sum::<u32>();
        let is_comma = weight(&self.comma) > weight(&self.point);
        let reasons = |side: &mut Vec<(u32, DecimalReason)>| {
            side.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
            side.drain(..).map(|(_, reason)| reason).collect()
        };
        let (point, comma) = (reasons(&mut self.point), reasons(&mut self.comma));
        if is_comma {
            (',', comma, point)
        } else {
            ('.', point, comma)
        }
    }
}

impl Survey {
    /// Weighs, for every column whose cells leave the mark before decimals open, what the rest of the file says of it.
    /// `how` is how the file was read. A mark is certain where another column gives it away and all columns that do
    /// agree: what is read as thousands that way, or as decimals where that column shows thousands, too ("1,234.50"). It is
    /// certain as well where amounts in a currency have three digits behind every mark and all else speaks for thousands.
    pub fn decimal_evidence(&self, how: &HowRead) -> Vec<DecimalEvidence> {
        self.columns
            .iter()
            .enumerate()
            .filter(|(_, column)| column.needs_decimal_mark())
            .map(|(place, column)| self.evidence_of(place, column, how))
            .collect()
    }

    fn evidence_of(&self, place: usize, column: &Column, how: &HowRead) -> DecimalEvidence {
        let mut scales = Scales::default();
        let certain = self.other_columns(place, column, &mut scales);
        self.rest_of_the_file(place, how, &mut scales);
        own_cells(column, &mut scales);
        let (mark, reasons, against) = scales.weigh();
        DecimalEvidence {
            column: place,
            mark,
            is_certain: certain == Some(mark)
                || (is_amount(column) && all_speak_for_thousands(&reasons, &against)),
            reasons,
            against,
        }
    }

    /// Weighs the other columns of numbers; returns the mark that they make certain.
    fn other_columns(&self, place: usize, column: &Column, scales: &mut Scales) -> Option<char> {
        let others = || {
            let others = self.columns.iter().enumerate();
            others.filter(|(other, seen)| *other != place && seen.is_mostly_numbers())
        };
        let (mut marks, mut with_thousands) = (Vec::new(), false);
        for (other, seen) in others() {
            let DecimalMark::Certain(mark) = seen.decimal_mark else {
                continue;
            };
            marks.push(mark);
            with_thousands |= seen.kinds.grouped > 0;
            let example = seen
                .values
                .iter()
                .map(|(value, _)| value)
                .chain(&seen.samples)
                .find(|value| {
                    number::readings(value).is_some_and(|number| number.mark == Mark::Certain(mark))
                })
                .cloned();
            // One such column outweighs all that is only usual.
            scales.add(
                mark,
                20,
                DecimalReason::OtherColumn {
                    column: other,
                    example,
                },
            );
        }
        let first = *marks.first()?;
        let agree = marks.iter().all(|mark| *mark == first)
            && others().all(|(_, seen)| seen.decimal_mark != DecimalMark::Conflicting)
            && column.decimal_mark == DecimalMark::Open;
        let makes_thousands = match first {
            ',' => column.kinds.ambiguous_comma == 0,
            _ => column.kinds.ambiguous_point == 0,
        };
        (agree && (makes_thousands || with_thousands)).then_some(first)
    }

    fn rest_of_the_file(&self, place: usize, how: &HowRead, scales: &mut Scales) {
        match how {
            HowRead::Delimited { delimiter: ';', .. } => scales.add(',', 3, DecimalReason::Semicolons),
            HowRead::Delimited { .. } => {}
            HowRead::Workbook { .. } => scales.add('.', 4, DecimalReason::Workbook),
        }
        let days = self.columns.iter().enumerate().find_map(|(column, seen)| {
            let with_points = || seen.samples.iter().any(|sample| sample.contains('.'));
            match seen.kind {
                ColumnKind::Day(DayOrder::Mdy) => Some(('.', column)),
                ColumnKind::Day(DayOrder::Dmy) if with_points() => Some((',', column)),
                _ => None,
            }
        });
        if let Some((mark, column)) = days {
            scales.add(mark, 2, DecimalReason::Days { column });
        }
        let is_word = |column: &&usize| {
            let name = self.header.get(**column).map(|name| name.to_lowercase());
            let mut words = name
                .iter()
                .flat_map(|name| name.split(|c: char| !c.is_alphabetic()));
            words.any(|word| WORDS_WITH_COMMA.contains(&word))
        };
        // The column's own name first.
        let all: Vec<usize> = std::iter::once(place).chain(0..self.header.len()).collect();
        if let Some(column) = all.iter().find(is_word) {
            scales.add(',', 2, DecimalReason::HeaderLanguage { column: *column });
        }
    }
}

/// Returns whether the column has amounts of a currency that has at most two decimals.
fn is_amount(column: &Column) -> bool {
    let mut currencies = column.currencies.iter().peekable();
    currencies.peek().is_some()
        && currencies.all(|(name, _)| {
            Money::named(name)
                .and_then(Money::digits)
                .is_some_and(|digits| digits <= 2)
        })
}

/// Amounts of cents with three digits behind every mark are thousands, where something else in the file is written so, too,
/// and nothing otherwise.
fn all_speak_for_thousands(reasons: &[DecimalReason], against: &[DecimalReason]) -> bool {
    against.is_empty() && reasons.len() > 1 && reasons.contains(&DecimalReason::ThreeDigits)
}

/// Weighs how the column's own numbers are written.
fn own_cells(column: &Column, scales: &mut Scales) {
    let kinds = &column.kinds;
    if kinds.decimal_point != kinds.decimal_comma {
        let mark = if kinds.decimal_comma > kinds.decimal_point {
            ','
        } else {
            '.'
        };
        scales.add(mark, 2, DecimalReason::MostCells);
    }
    if kinds.money_behind * 2 > kinds.money {
        scales.add(',', 2, DecimalReason::CurrencyBehind);
    }
    let currency = column.currencies.first().map(|(name, _)| name.as_str());
    if let Some(name) = currency {
        let mark = if WITH_COMMA.contains(&name) { ',' } else { '.' };
        scales.add(
            mark,
            1,
            DecimalReason::Currency {
                name: name.to_string(),
            },
        );
    }
    let thousands = match (kinds.ambiguous_point, kinds.ambiguous_comma) {
        (_, 0) => ',',
        (0, _) => '.',
        _ => return,
    };
    let with_thousandths = currency
        .and_then(Money::named)
        .and_then(Money::digits)
        .is_some_and(|digits| digits >= 3);
    if kinds.decimal_point + kinds.decimal_comma == 0 && !with_thousandths {
        let weight = if column.kind == ColumnKind::Money { 4 } else { 3 };
        scales.add(thousands, weight, DecimalReason::ThreeDigits);
    }
}

#[cfg(test)]
#[path = "decimals_tests.rs"]
mod tests;
