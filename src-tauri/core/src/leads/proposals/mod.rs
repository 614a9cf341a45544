//! What a column's values mean in our terms: a proposal for each distinct value, or none, and then a person is asked.

use lockstep_intake::number;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    plain::{key, words},
    terms::{LeadStage, Outcome, Reason, Term, TermList},
    vocabulary::{ACCEPTANCES, NOTHING, OUTCOMES, PERHAPS_NOTHING, REASONS, STAGES, Ways},
};

/// Whether a value says that there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum NullWord {
    /// It says something.
    Says,
    /// It may say nothing: "unknown" counts as a value unless a person says that it is none.
    Perhaps,
    /// It says nothing: "-None-", "Select", "N/A".
    Nothing,
}

/// What one distinct value of a column may mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Proposal {
    /// The value, as it stands in the file.
    pub value: String,
    /// In how many rows.
    pub count: u64,
    /// Our term, or nothing: then a person has to choose.
    pub term: Option<Term>,
    /// How sure that is, of 100.
    pub confidence: u8,
    /// Whether the value says that there is none.
    pub nothing: NullWord,
}

/// From here on a proposal is shown as taken; below it a person should look at it.
pub const SURE: u8 = 70;

/// Returns whether a value says that there is none.
pub fn null_word(text: &str) -> NullWord {
    if number::is_nothing(text) {
        return NullWord::Nothing;
    }
    let key = key(text);
    let listed = |list: &[&str]| list.iter().any(|word| is(word, &key));
    match () {
        // A lone sign, "--" or "…"; a tick is a sign that says something.
        () if key.is_empty() => match text.trim() {
            "✓" | "✔" | "✗" | "✘" => NullWord::Says,
            _ => NullWord::Nothing,
        },
        () if listed(NOTHING) => NullWord::Nothing,
        () if listed(PERHAPS_NOTHING) => NullWord::Perhaps,
        () => NullWord::Says,
    }
}

/// Returns a proposal for each distinct value of a column, in the order in which the values are given.
pub fn proposals(list: TermList, values: &[(String, u64)]) -> Vec<Proposal> {
    values
        .iter()
        .map(|(value, count)| {
            let nothing = null_word(value);
            let meant = match nothing {
                NullWord::Nothing => None,
                NullWord::Says | NullWord::Perhaps => propose(list, value),
            };
            Proposal {
                value: value.clone(),
                count: *count,
                term: meant.map(|(term, _)| term),
                confidence: meant.map_or(0, |(_, confidence)| confidence),
                nothing,
            }
        })
        .collect()
}

/// Returns the term that a value most likely means, and how sure that is of 100; nothing where no term fits.
pub fn propose(list: TermList, value: &str) -> Option<(Term, u8)> {
    match list {
        TermList::Stage => meant(STAGES, value)
            .or_else(|| stage_by_reason(value))
            .map(|(stage, sure)| (Term::Stage(stage), sure)),
        TermList::Outcome => meant(OUTCOMES, value)
            .or_else(|| outcome_by_flag(value))
            .map(|(outcome, sure)| (Term::Outcome(outcome), sure)),
        TermList::Acceptance => {
            meant(ACCEPTANCES, value).map(|(answer, sure)| (Term::Acceptance(answer), sure))
        }
        TermList::Reason => meant(REASONS, value).map(|(reason, sure)| (Term::Reason(reason), sure)),
    }
}

/// A reason that stands where the stage should says that the lead is out; only bad timing may come back.
fn stage_by_reason(value: &str) -> Option<(LeadStage, u8)> {
    let (reason, sure) = meant(REASONS, value)?;
    let stage = match reason {
        Reason::BadTiming => LeadStage::Recycled,
        Reason::Other | Reason::NoResponse => return None,
        _ => LeadStage::Disqualified,
    };
    Some((stage, sure.saturating_sub(25)))
}

/// "Is won: TRUE" is won. FALSE is lost or still open, and the value alone does not say which.
fn outcome_by_flag(value: &str) -> Option<(Outcome, u8)> {
    let yes = ["true", "yes", "1", "ja", "oui", "si"];
    yes.contains(&key(value).as_str()).then_some((Outcome::Won, 75))
}

/// Returns what a value means: said so in the list, or each of its parts means the same ("Unsubscribed/Do Not Call"), or
/// its words contain only one of the list's ways.
fn meant<T: Copy + PartialEq>(ways: &[Ways<T>], value: &str) -> Option<(T, u8)> {
    said(ways, value)
        .or_else(|| in_parts(ways, value))
        .or_else(|| within(ways, value))
}

fn said<T: Copy>(ways: &[Ways<T>], value: &str) -> Option<(T, u8)> {
    let heard = key(value);
    // A sign alone has no letters; it is compared as it stands.
    let heard = if heard.is_empty() {
        value.trim().to_string()
    } else {
        heard
    };
    ways.iter()
        .find(|(.., said)| said.iter().any(|way| is(way, &heard)))
        .map(|(term, sure, _)| (*term, *sure))
}

fn in_parts<T: Copy + PartialEq>(ways: &[Ways<T>], value: &str) -> Option<(T, u8)> {
    let parts: Vec<&str> = value
        .split(['/', '|', ',', ';', '(', ')', '–', '—', ':'])
        .flat_map(|part| part.split(" - "))
        .filter(|part| !key(part).is_empty())
        .collect();
    let mut meant = parts.iter().map(|part| said(ways, part));
    let (term, sure) = meant.next().flatten().filter(|_| parts.len() > 1)?;
    meant
        .all(|other| other.is_some_and(|(other, _)| other == term))
        .then_some((term, sure.saturating_sub(5)))
}

/// The longest way to say a term whose words stand one after the other in the value. Short words alone ("open", "sql") say
/// too little within others, and a "not" or "no" shortly before turns the meaning round.
fn within<T: Copy + PartialEq>(ways: &[Ways<T>], value: &str) -> Option<(T, u8)> {
    let heard = words(value);
    if heard.len() > 8 {
        return None;
    }
    let mut best: Option<(T, u8, usize)> = None;
    let mut torn = false;
    for (term, sure, said) in ways {
        for way in said.iter() {
            let way_words: Vec<&str> = way.split(' ').collect();
            let length = way.len();
            if length < 6 || !stands_in(&heard, &way_words) {
                continue;
            }
            match best {
                Some((_, _, longest)) if length < longest => {}
                Some((other, _, longest)) if length == longest => torn |= other != *term,
                _ => {
                    best = Some((*term, *sure, length));
                    torn = false;
                }
            }
        }
    }
    best.filter(|_| !torn)
        .map(|(term, sure, _)| (term, sure.saturating_sub(20)))
}

fn stands_in(heard: &[String], way: &[&str]) -> bool {
    const TURNS: [&str; 10] = [
        "not", "no", "non", "un", "never", "nicht", "kein", "pas", "niet", "sin",
    ];
    heard.windows(way.len()).enumerate().any(|(place, window)| {
        let mut before = heard.iter().take(place).rev().take(2);
        window.iter().zip(way).all(|(word, wanted)| word == wanted)
            && !before.any(|word| TURNS.contains(&word.as_str()))
    })
}

/// Returns whether a way of saying, written as words, is what was heard without its spaces.
fn is(way: &str, heard: &str) -> bool {
    way.bytes().filter(|byte| *byte != b' ').eq(heard.bytes())
}

#[cfg(test)]
mod tests;
