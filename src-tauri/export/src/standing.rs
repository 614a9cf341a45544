//! Where an agreed text stands, as a document says it: the seal, who signed for which side, and since when it holds. The
//! same for the plan and for the definition.

use chrono::NaiveDate;
use lockstep_workspace::{
    agreements::{AgreementView, Signature, Version, VersionState},
    people::Side,
    words::Words,
};
use serde::Serialize;

/// What is agreed, and how it is told.
pub struct Agreed<'a> {
    /// What it is called in a sentence: "this plan".
    pub what: &'static str,
    /// Where the agreement stands.
    pub agreement: &'a AgreementView,
    /// The version as which it was opened; nothing for the draft.
    pub opened_as: Option<u32>,
    /// The words for days.
    pub words: &'a Words,
}

/// Where the text on these pages stands.
#[derive(Serialize)]
pub struct Standing {
    /// "Draft", "Proposed", "In force", "Replaced".
    word: &'static str,
    /// "Version 2"; for a draft the number it would have.
    version: String,
    /// One sentence: since when it holds, or what it waits for.
    pub(crate) line: String,
    /// The day that stands on every page.
    day: String,
    /// `open`, `in_force`, `superseded`: how the seal is drawn.
    seal: &'static str,
    /// What the seal says, for whoever does not see it.
    seal_words: String,
    sides: [SideOfSeal; 2],
    witnesses: Vec<Signed>,
    /// That one person signed for both sides, said openly.
    one_person: Option<String>,
    /// The digest that the signatures bind, in groups that an eye can compare.
    digest: Option<String>,
    /// Who proposed it and when.
    proposed: Option<String>,
}

/// One half of the seal.
#[derive(Serialize)]
struct SideOfSeal {
    key: &'static str,
    name: &'static str,
    signed: Option<Signed>,
}

/// A signature as it is printed.
#[derive(Serialize)]
struct Signed {
    name: String,
    role: String,
    when: String,
    /// The beginning of the digest that was signed.
    digest: String,
}

/// Returns the version whose text is shown: the one it was opened as; else the open proposal, to which the draft is locked;
/// else the one in force while the draft says the same. Nothing when it is a draft of its own.
pub fn shown_version(agreement: &AgreementView, opened_as: Option<u32>) -> Option<&Version> {
    if let Some(number) = opened_as {
        return agreement
            .versions
            .iter()
            .find(|version| version.version == Some(number));
    }
    agreement
        .proposed
        .as_ref()
        .filter(|version| version.state == VersionState::Proposed)
        .or_else(|| {
            agreement
                .in_force
                .as_ref()
                .filter(|_| agreement.differences.is_empty())
        })
}

/// Returns where the shown text stands.
pub fn standing(agreed: &Agreed, today: NaiveDate) -> Standing {
    let Agreed {
        what,
        agreement,
        opened_as,
        words,
    } = agreed;
    let Some(version) = shown_version(agreement, *opened_as) else {
        let line = match agreement.in_force.as_ref().and_then(|held| held.version) {
            Some(held) => format!(
                "Nothing here is agreed yet. Version {held} is in force until both sides sign this one."
            ),
            None => "Nothing here is agreed yet. It is in force once both sides have signed.".into(),
        };
        return Standing {
            word: "Draft",
            version: format!("Draft of version {}", agreement.next_version),
            line,
            day: words.day(today),
            seal: "open",
            seal_words: format!("The seal of {what}: not signed yet"),
            sides: [Side::Sales, Side::Marketing].map(|side| side_of_seal(words, side, None)),
            witnesses: Vec::new(),
            one_person: None,
            digest: None,
            proposed: None,
        };
    };
    let number = version.version.unwrap_or(agreement.next_version);
    let since = version.in_force_since.unwrap_or(version.proposed_at);
    Standing {
        word: state_word(version.state),
        version: format!("Version {number}"),
        line: state_line(words, version),
        day: words.day_of(since),
        seal: match version.state {
            VersionState::InForce => "in_force",
            VersionState::Superseded => "superseded",
            VersionState::Proposed | VersionState::Withdrawn => "open",
        },
        seal_words: format!("The seal of {what}: {}", seal_words(version)),
        sides: [Side::Sales, Side::Marketing].map(|side| side_of_seal(words, side, Some(version))),
        witnesses: signatures(version, Side::Leadership)
            .map(|signature| signed(words, signature))
            .collect(),
        one_person: version.one_person.then(|| {
            let name = signatures(version, Side::Sales)
                .next()
                .map_or("One person", |s| s.name.as_str());
            format!("{name} does both jobs and signed for both sides.")
        }),
        digest: Some(grouped(&version.digest)),
        proposed: Some(format!(
            "Proposed by {}, {}",
            version.proposed_by,
            words.moment(version.proposed_at)
        )),
    }
}

pub(crate) fn state_word(state: VersionState) -> &'static str {
    match state {
        VersionState::Proposed => "Proposed",
        VersionState::InForce => "In force",
        VersionState::Superseded => "Replaced",
        VersionState::Withdrawn => "Withdrawn",
    }
}

fn state_line(words: &Words, version: &Version) -> String {
    let since = version.in_force_since.map(|at| words.day_of(at));
    match (version.state, since) {
        (VersionState::InForce, Some(since)) => format!("Signed by both sides. In force since {since}."),
        (VersionState::Superseded, Some(since)) => {
            format!("Was in force from {since}. A later version has replaced it.")
        }
        (VersionState::Withdrawn, _) => "Taken back before both sides had signed.".into(),
        _ => match (
            has_signed(version, Side::Sales),
            has_signed(version, Side::Marketing),
        ) {
            (true, false) => "Sales has signed. It waits for Marketing.".into(),
            (false, true) => "Marketing has signed. It waits for Sales.".into(),
            _ => "It waits for the signatures of both sides.".into(),
        },
    }
}

fn seal_words(version: &Version) -> &'static str {
    match (
        version.state,
        has_signed(version, Side::Sales),
        has_signed(version, Side::Marketing),
    ) {
        (VersionState::InForce, ..) => "signed by both sides, in force",
        (VersionState::Superseded, ..) => "was in force, replaced by a later version",
        (_, true, true) => "signed by both sides",
        (_, true, false) => "signed by Sales, Marketing has not signed",
        (_, false, true) => "signed by Marketing, Sales has not signed",
        (_, false, false) => "not signed yet",
    }
}

fn signatures(version: &Version, side: Side) -> impl Iterator<Item = &Signature> {
    version
        .signatures
        .iter()
        .filter(move |signature| signature.side == side)
}

fn has_signed(version: &Version, side: Side) -> bool {
    signatures(version, side).next().is_some()
}

fn side_of_seal(words: &Words, side: Side, version: Option<&Version>) -> SideOfSeal {
    SideOfSeal {
        key: side.key(),
        name: side.name(),
        signed: version
            .and_then(|version| signatures(version, side).next())
            .map(|signature| signed(words, signature)),
    }
}

fn signed(words: &Words, signature: &Signature) -> Signed {
    Signed {
        name: signature.name.clone(),
        role: signature.role.clone(),
        when: words.moment(signature.signed_at),
        digest: short(&signature.digest),
    }
}

/// Returns the beginning of a digest, enough to compare by eye.
pub(crate) fn short(digest: &str) -> String {
    digest.chars().take(12).collect()
}

/// Returns a digest in groups of eight.
fn grouped(digest: &str) -> String {
    let letters: Vec<char> = digest.chars().collect();
    letters
        .chunks(8)
        .map(|group| group.iter().collect::<String>())
        .collect::<Vec<_>>()
        .join(" ")
}
