//! What a column's values mean in our terms: a proposal for each distinct value, or none, and then a person is asked.

mod lifecycle;

pub use lifecycle::{is_beyond_a_lifecycle, is_lifecycle};

use lockstep_intake::number;
use lockstep_text::{key, words};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    terms::{LeadStage, Outcome, Reason, Term, TermList},
    vocabulary::{ACCEPTANCES, NEGATING, NOTHING, OUTCOMES, PERHAPS_NOTHING, REASONS, STAGES, TURNING, Ways},
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

/// From here on a proposal is taken; below it a person is asked.
pub const SURE: u8 = 70;

/// Below this a proposal is marked as a guess, even where it is taken.
pub const CERTAIN: u8 = 80;

/// A value that is a way to say a term, and nothing else.
const PLAINLY: u8 = 90;

/// As much as a way among other words is worth at the most: too little to be taken.
const GUESSED: u8 = 65;

/// Returns whether a value says that there is none.
pub fn null_word(text: &str) -> NullWord {
    if number::is_nothing(text) {
        return NullWord::Nothing;
    }
    // None of the words has a digit, and most cells are quickly told by that.
    if text.bytes().any(|byte| byte.is_ascii_digit()) {
        return NullWord::Says;
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

impl Proposal {
    /// Returns whether a person has to say what the value means: its meaning decides what is counted, and it is not certain.
    /// A lead whose stage says nothing to us is counted as unknown, so only a guess is asked about; an opportunity is won,
    /// lost or open, so a word that may be any of them is asked about, too.
    pub fn is_in_doubt(&self, list: TermList) -> bool {
        self.nothing != NullWord::Nothing
            && match (list, self.term) {
                (TermList::Reason, _) => false,
                (TermList::Outcome, None) => true,
                (_, None) => false,
                (_, Some(_)) => self.confidence < SURE,
            }
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

/// Returns the proposals for the values of a column with this header: what a lifecycle cannot say is not proposed.
pub fn proposals_of(header: &str, list: TermList, values: &[(String, u64)]) -> Vec<Proposal> {
    let is_lifecycle = is_lifecycle(header, values);
    let mut all = proposals(list, values);
    for proposal in &mut all {
        if is_lifecycle
            && proposal
                .term
                .is_some_and(|term| is_beyond_a_lifecycle(list, term))
        {
            proposal.term = None;
            proposal.confidence = 0;
        }
    }
    all
}

/// Returns the term that a value most likely means, and how sure that is of 100; nothing where no term fits.
pub fn propose(list: TermList, value: &str) -> Option<(Term, u8)> {
    match list {
        TermList::Stage => meant(STAGES, TURNING_A_STATE, value)
            .or_else(|| stage_by_reason(value))
            .map(|(stage, sure)| (Term::Stage(stage), sure)),
        TermList::Outcome => meant(OUTCOMES, TURNING_A_STATE, value)
            .or_else(|| outcome_by_flag(value))
            .map(|(outcome, sure)| (Term::Outcome(outcome), sure)),
        TermList::Acceptance => {
            meant(ACCEPTANCES, TURNING_A_STATE, value).map(|(answer, sure)| (Term::Acceptance(answer), sure))
        }
        TermList::Reason => {
            meant(REASONS, TURNING_A_REASON, value).map(|(reason, sure)| (Term::Reason(reason), sure))
        }
    }
}

/// A reason that stands where the stage should says that the lead is out; only bad timing may come back.
fn stage_by_reason(value: &str) -> Option<(LeadStage, u8)> {
    let (reason, sure) = meant(REASONS, TURNING_A_REASON, value)?;
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

/// Returns what a value means, and how sure that is. Sure is what the list says, word for word, also beside words that add
/// nothing ("6 - Closed Won", "Opportunity won"), where every part says the same ("Unsubscribed/Do Not Call"), or where the
/// first part says it and nothing behind it speaks against it ("Closed Lost: price"). A way that merely stands among other
/// words is a guess, because those words may turn it round: "Contract to be signed" is not signed.
fn meant<T: Copy + PartialEq>(ways: &[Ways<T>], turning: &[&[&str]], value: &str) -> Option<(T, u8)> {
    said(ways, value)
        .or_else(|| said_beside_filling(ways, value))
        .or_else(|| in_parts(ways, value))
        .or_else(|| by_its_first_part(ways, turning, value))
        .or_else(|| among_others(ways, turning, value))
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

fn said_beside_filling<T: Copy>(ways: &[Ways<T>], value: &str) -> Option<(T, u8)> {
    let heard = words(value);
    let telling: Vec<&str> = heard
        .iter()
        .map(String::as_str)
        .filter(|word| !is_filling(word))
        .collect();
    if telling.is_empty() || telling.len() == heard.len() {
        return None;
    }
    said(ways, &telling.join(" ")).map(|(term, sure)| (term, sure.saturating_sub(5)))
}

fn in_parts<T: Copy + PartialEq>(ways: &[Ways<T>], value: &str) -> Option<(T, u8)> {
    let parts = parts(value);
    let mut meant = parts.iter().map(|part| said(ways, part));
    let (term, sure) = meant.next().flatten().filter(|_| parts.len() > 1)?;
    meant
        .all(|other| other.is_some_and(|(other, _)| other == term))
        .then_some((term, sure.saturating_sub(5)))
}

fn by_its_first_part<T: Copy + PartialEq>(
    ways: &[Ways<T>],
    turning: &[&[&str]],
    value: &str,
) -> Option<(T, u8)> {
    let parts = parts(value);
    let (first, others) = parts.split_first().filter(|(_, others)| !others.is_empty())?;
    let (term, sure) = said(ways, first).filter(|(_, sure)| *sure >= PLAINLY)?;
    let speaks_against = |part: &&str| {
        if let Some((other, _)) = said(ways, part) {
            return other != term;
        }
        // "Lost - no budget": a reason says why, whatever its words.
        if said(REASONS, part).is_some() {
            return false;
        }
        let heard = words(part);
        heard.iter().any(|word| turns(turning, word))
            || ways_within(ways, &heard).iter().any(|other| other.0 != term)
    };
    (!others.iter().any(speaks_against)).then_some((term, sure.saturating_sub(10)))
}

/// What the ways within a value say, where they all say the same and no word turns it round.
fn among_others<T: Copy + PartialEq>(ways: &[Ways<T>], turning: &[&[&str]], value: &str) -> Option<(T, u8)> {
    let heard = words(value);
    if heard.len() > 8 || heard.iter().any(|word| turns(turning, word)) {
        return None;
    }
    let found = ways_within(ways, &heard);
    let (term, sure) = found.iter().max_by_key(|(_, sure)| *sure).copied()?;
    found
        .iter()
        .all(|(other, _)| *other == term)
        .then_some((term, sure.saturating_sub(20).min(GUESSED)))
}

/// Returns the terms whose ways stand word for word within a value. A way within a longer one does not count: "lost" in
/// "lost interest".
fn ways_within<T: Copy>(ways: &[Ways<T>], heard: &[String]) -> Vec<(T, u8)> {
    let mut found: Vec<(std::ops::Range<usize>, T, u8)> = Vec::new();
    for (term, sure, said) in ways {
        for way in said.iter().filter(|way| way.len() > 2) {
            let way: Vec<&str> = way.split(' ').collect();
            let places = heard.windows(way.len()).enumerate();
            found.extend(
                places
                    .filter(|(_, window)| window.iter().zip(&way).all(|(word, wanted)| word == wanted))
                    .map(|(place, _)| (place..place + way.len(), *term, *sure)),
            );
        }
    }
    let is_within_a_longer = |one: &std::ops::Range<usize>| {
        found
            .iter()
            .any(|(other, ..)| other.len() > one.len() && other.start <= one.start && one.end <= other.end)
    };
    found
        .iter()
        .filter(|(place, ..)| !is_within_a_longer(place))
        .map(|(_, term, sure)| (*term, *sure))
        .collect()
}

/// The parts of a value between signs, without those that only number it.
fn parts(value: &str) -> Vec<&str> {
    value
        .split(['/', '|', ',', ';', '(', ')', '–', '—', ':'])
        .flat_map(|part| part.split(" - "))
        .filter(|part| words(part).iter().any(|word| !is_filling(word)))
        .collect()
}

/// Words that add nothing to what stands beside them: what kind of thing it is, and its number.
fn is_filling(word: &str) -> bool {
    const FILLING: [&str; 12] = [
        "stage",
        "phase",
        "step",
        "status",
        "deal",
        "opportunity",
        "lead",
        "the",
        "is",
        "was",
        "etape",
        "schritt",
    ];
    FILLING.contains(&word) || word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Words that may turn round, put off or hand to somebody else what stands beside them.
const TURNING_A_STATE: &[&[&str]] = &[NEGATING, TURNING];
/// Words that may turn a reason round; "chose another" and "lost to a competitor" are reasons.
const TURNING_A_REASON: &[&[&str]] = &[NEGATING];

fn turns(turning: &[&[&str]], word: &str) -> bool {
    turning.iter().any(|words| words.contains(&word))
}

/// Returns whether a way of saying, written as words, is what was heard without its spaces.
fn is(way: &str, heard: &str) -> bool {
    way.bytes().filter(|byte| *byte != b' ').eq(heard.bytes())
}

#[cfg(test)]
mod tests;
