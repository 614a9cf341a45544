//! Which column a number is read from, where two say the same, and whether an amount is what it is read as: a budget is not what
//! was spent, a month's revenue not what a deal is worth.

use lockstep_intake::Column;

use super::{Doubt, EXAMPLES, ImportAnswer, Question};
use crate::leads::{
    fields::{Field, Fits},
    importing::{
        Surveyed,
        choice::{Choice, word},
        draft::MappingEdit,
    },
    recognition::{Use, heard},
    terms::RecordKind,
};
use lockstep_text::{key, words};

/// What was meant to be spent.
#[rustfmt::skip]
const PLANNED: &[&str] = &[
    "budget", "budgeted", "planned", "plan", "forecast", "forecasted", "projected", "target", "geplant", "geplante", "soll", "plankosten",
    "prognose", "prevu", "prevue", "previsionnel", "presupuesto", "presupuestado", "previsto", "planificado", "begroot", "begroting",
    "gepland", "preventivo", "orcamento",
];

/// What was really spent or earned.
const ACTUAL: &[&str] = &[
    "actual",
    "actuals",
    "spent",
    "booked",
    "istkosten",
    "real",
    "reel",
    "ist",
    "tatsachlich",
    "werkelijk",
    "effettivo",
];

/// What was only thought to be earned.
const ESTIMATED: &[&str] = &[
    "est",
    "estimated",
    "expected",
    "geschatzt",
    "estime",
    "estimado",
    "geschat",
    "stimato",
    "previsto",
];

/// Revenue that comes again each month or year.
const RECURRING: &[&str] = &[
    "mrr",
    "arr",
    "monthly",
    "recurring",
    "monatlich",
    "mensuel",
    "mensual",
    "maandelijks",
    "mensile",
];

/// What makes an expected revenue a weighted one.
const LIKELIHOOD: &[&str] = &[
    "probability",
    "wahrscheinlichkeit",
    "probabilite",
    "probabilidad",
    "kans",
    "waarschijnlijkheid",
];

/// Returns what is in doubt about the columns that numbers are read from.
pub(super) fn columns(choice: &Choice, surveyed: &Surveyed) -> Vec<Question> {
    if choice.accepts_guesses {
        return Vec::new();
    }
    let places = 0..choice.columns.len();
    places
        .filter_map(|place| column(choice, surveyed, place))
        .collect()
}

fn column(choice: &Choice, surveyed: &Surveyed, place: usize) -> Option<Question> {
    let chosen = choice.columns.get(place)?;
    let Use::Field(field) = chosen.becomes else {
        return None;
    };
    let columns = &surveyed.survey.columns;
    let seen = columns.get(place)?;
    let is_free = |other: usize| {
        let other = choice.columns.get(other);
        other.is_some_and(|other| other.fields().next().is_none())
    };
    let entry = field.entry(choice.kind)?;
    let is_money = entry.fits == Fits::Money;
    let rivals = columns.iter().enumerate().filter(|(other, column)| {
        let is_twin = entry.decisive && has_the_same_name(seen, column) && !holds_the_same(seen, column);
        let is_actual = is_money && column.is_mostly_numbers() && are_planned_and_actual(seen, column);
        let is_other = is_money && is_another_amount(choice.kind, field, seen, column);
        let is_rival = entry.decisive
            && !holds_the_same(seen, column)
            && if is_money {
                column.is_mostly_numbers()
                    && are_contract_values(seen, column)
                    && means(choice.kind, field, column)
            } else {
                chosen.rivals.contains(&column.name)
            };
        *other != place && is_free(*other) && (is_twin || is_actual || is_other || is_rival)
    });
    let mut candidates: Vec<&Column> = rivals.map(|(_, column)| column).collect();
    let why = if candidates.is_empty() {
        // A day on which something came in is asked about where a column rivals it, and else marked.
        let is_guessed = entry.decisive && field != Field::CreatedOn && chosen.is_doubtful;
        not_the_amount(field, seen, columns)
            .filter(|_| is_money)
            .or(is_guessed.then_some("may be something else"))?
    } else {
        ""
    };
    // In the order of the file, whichever is chosen.
    candidates.push(seen);
    candidates.sort_by_key(|column| columns.iter().position(|other| other.name == column.name));
    let name = entry.name;
    let answer = |column: &&Column| ImportAnswer {
        label: format!("“{}” ({})", column.name, examples(column).join(", ")),
        edit: MappingEdit::Column {
            column: column.name.clone(),
            becomes: Use::Field(field),
        },
        likely: (column.name == seen.name && !chosen.is_said)
            .then(|| "This one is read unless you choose.".into()),
    };
    let mut answers: Vec<ImportAnswer> = candidates.iter().map(answer).collect();
    if candidates.len() == 1 {
        answers.push(ImportAnswer {
            label: format!("It is not: no “{name}” is read"),
            edit: MappingEdit::Column {
                column: seen.name.clone(),
                becomes: Use::Attribute,
            },
            likely: None,
        });
    }
    let names: Vec<String> = candidates.iter().map(|column| column.name.clone()).collect();
    let question = if candidates.len() == 1 {
        format!("“{}” {why}. Is it the “{name}” to count?", seen.name)
    } else {
        format!(
            "{} can each be the “{name}”. Which one counts?",
            super::quoted(&names)
        )
    };
    let field = word(field);
    Some(Question {
        about: Doubt::Column,
        column: seen.name.clone(),
        question,
        examples: examples(seen),
        answers,
        answered: chosen
            .is_said
            .then(|| names.iter().position(|name| *name == seen.name))
            .flatten(),
        unknown: 0,
        waits: true,
        in_a_terminal: format!(
            "Say --map \"{field}=COLUMN\" with the one that counts, or --map \"attribute={}\" if it does not.",
            seen.name
        ),
    })
}

fn examples(column: &Column) -> Vec<String> {
    column.samples.iter().take(EXAMPLES).cloned().collect()
}

fn says(column: &Column, list: &[&str]) -> bool {
    words(&column.name)
        .iter()
        .any(|word| list.contains(&word.as_str()))
}

/// "Amount" and "Amount (2)": the second got its number when the file was read.
fn has_the_same_name(one: &Column, other: &Column) -> bool {
    let bare = |column: &Column| {
        let name = column.name.trim();
        let numbered = name.strip_suffix(')').and_then(|open| open.rsplit_once(" ("));
        let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        match numbered.filter(|(_, number)| is_number(number)) {
            Some((before, _)) => key(before),
            None => key(name),
        }
    };
    bare(one) == bare(other)
}

/// Returns whether the header of a column can well mean a field.
fn means(kind: RecordKind, field: Field, column: &Column) -> bool {
    heard(kind, &column.name)
        .iter()
        .any(|(heard, sure)| *heard == field && *sure >= 60)
}

/// A contract's value in all, in a year and in a month: none of them is plainly what the deal is worth.
fn are_contract_values(one: &Column, other: &Column) -> bool {
    const CONTRACTS: &[&str] = &["tcv", "acv", "arr", "mrr", "contract"];
    says(one, CONTRACTS) && says(other, CONTRACTS)
}

fn holds_the_same(one: &Column, other: &Column) -> bool {
    other.filled == 0
        || (one.values == other.values && one.samples == other.samples && one.filled == other.filled)
}

/// "Est. Revenue" beside "Actual Revenue". Of a budget and what was spent, the header of the second says enough.
fn are_planned_and_actual(one: &Column, other: &Column) -> bool {
    let rest = |column: &Column| {
        let mut heard = words(&column.name);
        heard.retain(|word| !ACTUAL.contains(&word.as_str()) && !ESTIMATED.contains(&word.as_str()));
        heard
    };
    let speak_of_both =
        (says(one, ESTIMATED) && says(other, ACTUAL)) || (says(one, ACTUAL) && says(other, ESTIMATED));
    speak_of_both && rest(one) == rest(other)
}

/// Words that make another number of an amount: a part of it, what was only thought of it, the same in another currency.
#[rustfmt::skip]
const OTHERWISE: &[&str] = &[
    "weighted", "gewichtet", "probable", "converted", "home", "local", "base", "currency", "company", "tax", "vat", "mwst", "tva", "iva",
    "discount", "rabatt", "remise", "descuento", "korting", "margin", "profit", "commission", "unit", "per",
    "open", "lost", "previous", "last", "annual", "acv", "average", "avg", "remaining", "paid", "due", "invoiced", "quantity",
];

/// What a deal costs us is not what it is worth.
const COSTLY: &[&str] = &["cost", "costs", "kosten", "spend"];

/// “Deal Value” beside “Contract Amount”, with other numbers: either may be what the deal is worth.
fn is_another_amount(kind: RecordKind, field: Field, seen: &Column, other: &Column) -> bool {
    let differs_in = |list: &[&str]| says(seen, list) != says(other, list);
    means(kind, field, other)
        && other.is_mostly_numbers()
        && (field == Field::Spend || !differs_in(COSTLY))
        && ![OTHERWISE, PLANNED, ESTIMATED, ACTUAL, RECURRING]
            .iter()
            .any(|list| differs_in(list))
        && !holds_the_same(seen, other)
        && !is_part_of(seen, other)
}

/// Returns whether every number of a column may be one of another's: where it is told, it is the same.
fn is_part_of(whole: &Column, part: &Column) -> bool {
    let rows = |value: &String| {
        let found = whole.values.iter().find(|(other, _)| other == value);
        found.map_or(0, |(_, rows)| *rows)
    };
    // Of a column in which nearly every cell differs no values are listed; then nothing is known of it.
    !part.values.is_empty() && part.values.iter().all(|(value, times)| rows(value) >= *times)
}

/// Returns whether a cell says that its row tells what was planned: "Budget", "Plan", "Forecast".
pub(in crate::leads::importing) fn is_planned(cell: &str) -> bool {
    is_one_of(cell, PLANNED)
}

/// Returns whether a cell says that its row tells what was spent: "Actual", "Ist".
pub(in crate::leads::importing) fn is_actual(cell: &str) -> bool {
    is_one_of(cell, ACTUAL)
}

fn is_one_of(cell: &str, list: &[&str]) -> bool {
    let heard = words(cell);
    heard.len() <= 3 && heard.iter().any(|word| list.contains(&word.as_str()))
}

/// Returns why an amount may not be what it is read as, to go on after its name.
fn not_the_amount(field: Field, seen: &Column, columns: &[Column]) -> Option<&'static str> {
    let is_value = matches!(field, Field::Value | Field::OpportunityValue);
    match () {
        () if field == Field::Spend && says(seen, PLANNED) => {
            Some("says what was planned, and not what was spent")
        }
        () if is_value && says(seen, RECURRING) => {
            Some("may come again each month or year, and not be all that a deal is worth")
        }
        () if is_value
            && says(
                seen,
                &["expected", "weighted", "erwartet", "erwarteter", "gewichtet"],
            )
            && columns.iter().any(|column| says(column, LIKELIHOOD)) =>
        {
            Some("stands beside a probability, and may be weighted with it")
        }
        () if is_value
            && says(seen, OF_LINES)
            && columns.iter().any(|column| says(column, PRODUCTS))
            && columns.iter().any(is_an_id_that_repeats) =>
        {
            Some(
                "stands beside products in rows that share an id, and may be of one line only: of several, one would count",
            )
        }
        () => None,
    }
}

/// What the amount of one line of a deal is called.
const OF_LINES: &[&str] = &[
    "price", "line", "item", "subtotal", "preis", "position", "prix", "ligne", "precio", "prijs", "regel",
];

/// What a deal consists of.
#[rustfmt::skip]
const PRODUCTS: &[&str] = &["product", "products", "quantity", "sku", "produkt", "produit", "producto", "menge", "artikel"];

fn is_an_id_that_repeats(column: &Column) -> bool {
    let is_id = words(&column.name).last().is_some_and(|word| word == "id");
    is_id && !column.more_distinct && column.distinct < column.filled
}
