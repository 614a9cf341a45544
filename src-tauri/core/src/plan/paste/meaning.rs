//! Which number of last year a label names.

use crate::leads::{
    Acceptance, Outcome, Term, TermList,
    proposals::propose,
    recognition::{REVENUE, names_a_deal},
};
use lockstep_text::fold;
use lockstep_workspace::words::currency;

/// Words beside one of ours that make something else of it: a rate, a cost, a target.
const SOMETHING_ELSE: [&str; 24] = [
    "rate",
    "ratio",
    "conversion",
    "percentage",
    "share",
    "target",
    "goal",
    "quota",
    "plan",
    "planned",
    "budget",
    "forecast",
    "cost",
    "costs",
    "cpl",
    "per",
    "average",
    "avg",
    "growth",
    "to",
    "vs",
    "quote",
    "ziel",
    "kosten",
];

/// The words that name a number.
#[rustfmt::skip]
const OURS: &[&str] = &[
    "lead", "leads", "mql", "mqls", "accepted", "sal", "sals", "sql", "sqls", "sqo", "sqos", "opportunity", "opportunities", "deal",
    "deals", "won", "wins", "lost", "revenue", "revenues", "turnover", "bookings", "value", "umsatz", "sourced", "customers", "marketing",
];

/// Words that add nothing to what stands beside them.
#[rustfmt::skip]
const FILLING: &[&str] = &[
    "of", "the", "number", "no", "nr", "count", "total", "all", "in", "by", "from", "for", "and", "our", "we", "year", "last", "fy",
    "sales", "qualified", "closed", "created", "generated", "received", "handed", "over", "new", "were", "was", "as", "a", "s", "d",
    "came", "de",
];

/// Endings of words in languages in which they change with what they stand beside: “gewonnene”, “gagnées”, “oportunidades”.
const ENDINGS: [&str; 8] = ["s", "e", "n", "es", "en", "er", "as", "os"];

/// Returns which number of the look back a label names, or why none. Every word has to be understood: “Disqualified leads” and
/// “Renewal revenue” are something else than the number itself.
pub(super) fn meaning(label: &str) -> std::result::Result<&'static str, String> {
    let words = words_of(label);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let has = |word: &str| words.contains(&word);
    let phrase = |phrase: &str| format!(" {} ", words.join(" ")).contains(&format!(" {phrase} "));
    let unknown = || format!("Lockstep does not know what “{}” stands for", label.trim());
    if phrase("days to close") || words.iter().any(|word| word.starts_with("cycle")) {
        return Ok("cycle_days");
    }
    if label.contains(['%', '→', '÷', '/']) || SOMETHING_ELSE.iter().any(|word| has(word)) {
        return Err(format!(
            "“{}” is not one of the numbers that are looked back on",
            label.trim()
        ));
    }
    let is_understood = |word: &&str| {
        OURS.contains(word)
            || FILLING.contains(word)
            || word.bytes().all(|byte| byte.is_ascii_digit())
            || is_a_year(word)
    };
    let is_money = has("revenue") || has("revenues") || has("turnover") || has("bookings") || has("value");
    let is_of_marketing = has("sourced") || has("marketing");
    let (won, lost) = (has("won") || has("wins"), has("lost"));
    let is_lead = has("lead") || has("leads") || has("mql") || has("mqls");
    let is_deal = has("opportunity")
        || has("opportunities")
        || has("deal")
        || has("deals")
        || has("sqo")
        || has("sqos");
    let is_accepted = has("accepted") || has("sal") || has("sals");
    let is_sql = has("sql") || has("sqls") || (phrase("sales qualified") && !is_deal);
    let is_mql = has("mql") || has("mqls") || phrase("marketing qualified");
    // What is said of a part of them: of those that marketing brought, of new customers alone.
    let is_a_part = has("sourced") && (is_lead || is_deal || won || lost)
        || has("marketing") && (is_deal || won || lost) && !is_money
        || has("new") && is_money
        || has("customers") && !phrase("new customers")
        || has("qualified") && !(is_sql || is_mql || phrase("sales qualified"))
        || has("closed") && !(won || lost || is_money);
    if !words.iter().all(is_understood) || is_a_part && !(is_money && is_of_marketing && !has("new")) {
        return Err(unknown());
    }
    match () {
        () if is_money && lost => Err(unknown()),
        () if is_money && is_of_marketing => Ok("sourced_revenue"),
        () if is_money && (!has("value") || won) => Ok("revenue"),
        () if is_money => Err(unknown()),
        () if phrase("sourced by marketing") || phrase("marketing sourced") => Ok("sourced_revenue"),
        () if won && lost => Err(format!("“{}” names won and lost", label.trim())),
        () if won || phrase("new customers") => Ok("won"),
        () if lost && is_lead => Err(unknown()),
        () if lost => Ok("lost"),
        () if is_accepted => Ok("accepted"),
        () if is_sql => Ok("sql"),
        () if has("deals") => Ok("won"),
        () if is_deal && !has("deal") => Ok("opportunities"),
        () if is_lead => Ok("leads"),
        () => Err(unknown()),
    }
}

/// Returns the words of a label, in English where another language says one of ours as it is known from files.
fn words_of(label: &str) -> Vec<String> {
    let is_code = |word: &&str| {
        word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_uppercase()) && currency(word).is_some()
    };
    let without_currency: Vec<&str> = label
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty() && !is_code(word))
        .collect();
    let mut spaced = format!(" {} ", fold(&without_currency.join(" ")));
    for name in REVENUE {
        spaced = spaced.replace(&format!(" {name} "), " revenue ");
    }
    spaced.split_whitespace().map(in_english).collect()
}

fn in_english(word: &str) -> String {
    if OURS.contains(&word) || FILLING.contains(&word) || SOMETHING_ELSE.contains(&word) {
        return word.into();
    }
    let stems = ENDINGS.iter().filter_map(|ending| word.strip_suffix(ending));
    let mut forms = [word].into_iter().chain(stems.filter(|stem| stem.len() > 3));
    forms.find_map(known).unwrap_or(word).into()
}

fn known(word: &str) -> Option<&'static str> {
    let means = |list: TermList, wanted: Term| {
        propose(list, word).is_some_and(|(term, sure)| term == wanted && sure >= 90)
    };
    match () {
        () if means(TermList::Outcome, Term::Outcome(Outcome::Won)) => Some("won"),
        () if means(TermList::Outcome, Term::Outcome(Outcome::Lost)) => Some("lost"),
        () if word.len() > 3 && means(TermList::Acceptance, Term::Acceptance(Acceptance::Accepted)) => {
            Some("accepted")
        }
        // In English it is what may be earned.
        () if word != "potential" && names_a_deal(word) => Some("opportunities"),
        () => None,
    }
}

/// “FY26”.
fn is_a_year(word: &str) -> bool {
    word.strip_prefix("fy")
        .is_some_and(|year| !year.is_empty() && year.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_name_their_numbers_in_the_languages_that_files_are_read_in() {
        for (label, expected) in [
            ("Leads", "leads"),
            ("# of leads", "leads"),
            ("MQLs handed over", "leads"),
            ("Marketing qualified leads (MQL)", "leads"),
            ("Accepted leads", "accepted"),
            ("Sales accepted leads", "accepted"),
            ("SQL", "sql"),
            ("Sales qualified leads", "sql"),
            ("Opportunities created", "opportunities"),
            ("Sales qualified opportunities", "opportunities"),
            ("Opportunities won", "won"),
            ("Closed won deals FY26", "won"),
            ("New customers", "won"),
            ("Deals lost", "lost"),
            ("Revenue (EUR)", "revenue"),
            ("Won value", "revenue"),
            ("Total revenue 2026", "revenue"),
            ("Revenue sourced by marketing", "sourced_revenue"),
            ("Marketing-sourced revenue", "sourced_revenue"),
            ("Sourced by marketing", "sourced_revenue"),
            ("Sales cycle (days)", "cycle_days"),
            ("Umsatz", "revenue"),
            ("Gewonnen", "won"),
            ("Gewonnene Deals", "won"),
            ("Verlorene Deals", "lost"),
            ("Verkaufschancen", "opportunities"),
            ("Akzeptierte Leads", "accepted"),
            ("Chiffre d’affaires", "revenue"),
            ("Opportunités gagnées", "won"),
            ("Gagnées", "won"),
            ("Opportunités", "opportunities"),
            ("Leads acceptés", "accepted"),
            ("Omzet", "revenue"),
            ("Verkoopkansen", "opportunities"),
            ("Oportunidades ganadas", "won"),
            ("Negocios perdidos", "lost"),
        ] {
            assert_eq!(meaning(label), Ok(expected), "{label}");
        }
    }

    #[test]
    fn what_is_not_understood_to_the_last_word_is_left() {
        for label in [
            "Disqualified leads",
            "Rejected leads",
            "Lost leads",
            "Qualified leads",
            "Leads from partners",
            "Open opportunities",
            "Closed deals",
            "Offene Deals",
            "Qualifizierte Leads",
            "Opportunità vinte",
            "Renewal revenue",
            "New business revenue",
            "Revenue from new customers",
            "Revenue in thousands",
            "Marketing sourced pipeline",
            "Marketing sourced deals",
            "Potential revenue",
            "Objectif chiffre d’affaires",
            "Umsatzziel",
            "Lead to accepted rate",
            "Value",
            "Weather",
            "Sales",
        ] {
            assert!(meaning(label).is_err(), "{label}: {:?}", meaning(label));
        }
    }
}
