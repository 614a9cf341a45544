//! Amounts and days as CLDR writes them, in every language that can be chosen: what is read back is right, and what is not
//! certain is asked about, kept apart or named. Nothing is read as something else.

use lockstep_core::leads::importing::ImportFiles;
use lockstep_workspace::Error;
use proptest::{prelude::*, sample::select, test_runner::TestCaseError};

use super::*;

const AMOUNTS: &str = include_str!("../../../src-tauri/intake/src/number/tests/cldr_amounts.tsv");
const DAYS: &str = include_str!("../../../src-tauri/intake/tests/data/days.tsv");
const LANGUAGES: [&str; 16] = [
    "en-GB", "en-US", "de-DE", "de-CH", "fr-FR", "es-ES", "it-IT", "nl-NL", "pt-BR", "pt-PT", "sv-SE",
    "da-DK", "nb-NO", "fi-FI", "pl-PL", "cs-CZ",
];

/// An amount as a language writes it: its currency, its minor units, and the text.
#[derive(Debug, Clone)]
struct Written {
    currency: &'static str,
    minor: i64,
    text: &'static str,
}

impl Written {
    fn all(language: &str) -> Vec<Self> {
        let lines = AMOUNTS.lines().map(|line| line.split('\t').collect::<Vec<_>>());
        lines
            .filter(|fields| fields.first() == Some(&language))
            .filter_map(|fields| match fields.as_slice() {
                [_, currency, minor, text] => Some(Self {
                    currency,
                    minor: minor.parse().ok()?,
                    text,
                }),
                _ => None,
            })
            .collect()
    }

    fn hundredths(&self) -> i64 {
        match self.currency {
            "JPY" => self.minor * 100,
            "KWD" => self.minor / 10,
            _ => self.minor,
        }
    }
}

/// Takes a file in unless it leaves something open; what it leaves open is no error.
fn unless_asked(story: &mut Story, content: &str) -> Result<Option<ImportReport>, Error> {
    let file = own_file(story, "amounts.csv", content);
    let surveyed = file.look(&mut |_, _| true)?;
    let proposed = story.workspace.propose_import_afresh(&surveyed, None)?;
    let is_asked =
        |question: &lockstep_core::leads::importing::Question| question.waits && question.answered.is_none();
    if proposed.questions(&surveyed).iter().any(is_asked) {
        return Ok(None);
    }
    let report = story
        .workspace
        .import(&file, &surveyed, &proposed, &mut |_, _| true)?;
    Ok(Some(report))
}

fn deals(amounts: &[Option<Written>], header: &str) -> String {
    let mut content = format!("Deal ID;Deal Name;{header};Stage\n");
    for (place, amount) in amounts.iter().enumerate() {
        let text = amount.as_ref().map_or("", |amount| amount.text);
        content += &format!("D{place};Deal {place};\"{text}\";Closed Won\n");
    }
    content
}

/// Takes amounts in, unless something about them is asked, and says whether they were; they must come back then.
fn reads_back(story: &mut Story, ours: &str, amounts: &[Option<Written>]) -> Result<bool, TestCaseError> {
    let content = deals(amounts, "Amount");
    let report = unless_asked(story, &content);
    let report = report.map_err(|error| TestCaseError::fail(format!("{error:?}: {content}")))?;
    let Some(report) = report else { return Ok(false) };
    let known = || amounts.iter().flatten();
    let (mine, others): (Vec<&Written>, Vec<&Written>) = known().partition(|amount| amount.currency == ours);
    let minor = |amounts: &[&Written]| amounts.iter().map(|amount| amount.minor).sum::<i64>();
    let all = story.call("lead_funnel", json!({ "by": "source" }))["all"].clone();
    let value = all["value"].as_i64().unwrap_or_default();
    prop_assert_eq!(value, minor(&mine), "{} {}", ours, content);
    prop_assert_eq!(report.rejected, 0, "{:?}", report.rejected_rows);
    let apart: i64 = report.apart.iter().map(|apart| apart.rows).sum();
    prop_assert_eq!(usize::try_from(apart).ok(), Some(others.len()), "{}", content);
    let sum: i64 = report.apart.iter().filter_map(|apart| apart.hundredths).sum();
    let wanted: i64 = others.iter().map(|amount| amount.hundredths()).sum();
    prop_assert_eq!(sum, wanted, "{}", content);
    Ok(true)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn amounts_of_every_language_come_back_or_are_asked_about(
        language in select(&LANGUAGES),
        ours in select(&["EUR", "USD", "CHF", "PLN", "JPY", "KWD"]),
        places in prop::collection::vec(prop::option::weighted(0.8, 0_usize..12), 1..8),
        in_its_language in any::<bool>(),
    ) {
        let all = Written::all(language);
        prop_assert_eq!(all.len(), 12);
        let amounts: Vec<Option<Written>> =
            places.iter().map(|place| all.get((*place)?).cloned()).collect();
        let mut story = Story::founded(|founding| {
            founding.currency = ours.into();
            founding.language = if in_its_language { language } else { "en-GB" }.into();
        });
        reads_back(&mut story, ours, &amounts)?;
    }
}

#[test]
fn a_whole_language_in_one_column_is_told_apart_by_currency() -> Result<(), TestCaseError> {
    let (mut story, mut taken_in) = (Story::new(), 0);
    for language in LANGUAGES {
        let all: Vec<Option<Written>> = Written::all(language).into_iter().map(Some).collect();
        taken_in += usize::from(reads_back(&mut story, "EUR", &all)?);
    }
    prop_assert!(taken_in >= 12, "{taken_in}");
    Ok(())
}

#[test]
fn days_of_every_language_come_back_are_asked_about_or_are_named() -> Result<(), Error> {
    let mut read_back = 0;
    let mut story = Story::new();
    // All of these days have come by then.
    story.days_later(20_000);
    for (place, language) in LANGUAGES.iter().enumerate() {
        let lines: Vec<Vec<&str>> = DAYS.lines().map(|line| line.split('\t').collect()).collect();
        let written: Vec<(&str, &str)> = lines
            .iter()
            .filter_map(|fields| match fields.as_slice() {
                [day, known, text] if known == language => Some((*day, *text)),
                _ => None,
            })
            .collect();
        assert_eq!(written.len(), 24, "{language}");
        // All in one column, and some by themselves.
        let alone = written.iter().skip(place % 6).step_by(6);
        let mut columns: Vec<Vec<(&str, &str)>> = alone.map(|one| vec![*one]).collect();
        columns.push(written);
        for (column, days) in columns.iter().enumerate() {
            let mut content = String::from("Lead ID;Lead Source;Created Date\n");
            for (row, (_, text)) in days.iter().enumerate() {
                content += &format!("{language}-{column}-{row};Web;\"{text}\"\n");
            }
            let Some(report) = unless_asked(&mut story, &content)? else {
                continue;
            };
            let named: Vec<&str> = report
                .rejected_rows
                .iter()
                .map(|row| row.value.as_str())
                .collect();
            let rows = rows(&mut story);
            for (row, (day, text)) in days.iter().enumerate() {
                let lead = rows
                    .lines()
                    .find(|line| line.contains(&format!("\"{language}-{column}-{row}\"")));
                match lead {
                    Some(lead) => assert!(lead.contains(day), "{language} {text}: {lead}"),
                    None => assert!(
                        named
                            .iter()
                            .any(|named| text.starts_with(named.trim_end_matches('…'))),
                        "{text}"
                    ),
                }
                read_back += usize::from(lead.is_some());
            }
        }
    }
    assert!(read_back > 250, "{read_back}");
    Ok(())
}
