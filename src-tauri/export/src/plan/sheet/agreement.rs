//! Where the plan stands: the seal, who signed, the versions and how the draft differs.

use chrono::NaiveDate;
use lockstep_core::{
    agreements::{Difference, Signature, Version, VersionState},
    people::Side,
    plan::view::Missing,
};
use serde::Serialize;

use super::Teller;
use crate::plan::shown_version;

/// Where the text on these pages stands.
#[derive(Serialize)]
pub struct Standing {
    /// "Draft", "Proposed", "In force", "Replaced".
    word: &'static str,
    /// "Version 2"; for a draft the number it would have.
    version: String,
    /// One sentence: since when it holds, or what it waits for.
    line: String,
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

/// The section on the agreement.
#[derive(Serialize)]
pub struct Agreement {
    versions: Vec<VersionLine>,
    differences: Vec<Difference>,
    /// "Version 1", against which the draft is compared.
    compared_with: Option<String>,
    missing: Vec<Wanted>,
}

/// One version in the list.
#[derive(Serialize)]
struct VersionLine {
    version: String,
    state: &'static str,
    proposed: String,
    signed: Vec<String>,
    digest: String,
}

/// Something that is missing before the plan can be proposed.
#[derive(Serialize)]
struct Wanted {
    section: &'static str,
    message: String,
}

/// Returns where the shown text stands.
pub fn standing(teller: &Teller, today: NaiveDate) -> Standing {
    let agreement = &teller.view.agreement;
    let Some(version) = shown_version(teller.view) else {
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
            day: teller.words().day(today),
            seal: "open",
            seal_words: "The seal of this plan: not signed yet".into(),
            sides: [Side::Sales, Side::Marketing].map(|side| side_of_seal(teller, side, None)),
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
        line: state_line(teller, version),
        day: teller.words().day(since.date_naive()),
        seal: match version.state {
            VersionState::InForce => "in_force",
            VersionState::Superseded => "superseded",
            VersionState::Proposed | VersionState::Withdrawn => "open",
        },
        seal_words: format!("The seal of this plan: {}", seal_words(version)),
        sides: [Side::Sales, Side::Marketing].map(|side| side_of_seal(teller, side, Some(version))),
        witnesses: signatures(version, Side::Leadership)
            .map(|signature| signed(teller, signature))
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
            teller.moment(version.proposed_at)
        )),
    }
}

fn state_word(state: VersionState) -> &'static str {
    match state {
        VersionState::Proposed => "Proposed",
        VersionState::InForce => "In force",
        VersionState::Superseded => "Replaced",
        VersionState::Withdrawn => "Withdrawn",
    }
}

fn state_line(teller: &Teller, version: &Version) -> String {
    let since = version
        .in_force_since
        .map(|at| teller.words().day(at.date_naive()));
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

fn side_of_seal(teller: &Teller, side: Side, version: Option<&Version>) -> SideOfSeal {
    SideOfSeal {
        key: side.key(),
        name: side.name(),
        signed: version
            .and_then(|version| signatures(version, side).next())
            .map(|signature| signed(teller, signature)),
    }
}

fn signed(teller: &Teller, signature: &Signature) -> Signed {
    Signed {
        name: signature.name.clone(),
        role: signature.role.clone(),
        when: teller.moment(signature.signed_at),
        digest: short(&signature.digest),
    }
}

/// Returns the beginning of a digest, enough to compare by eye.
fn short(digest: &str) -> String {
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

/// Returns the section on the agreement.
pub fn agreement(teller: &Teller) -> Agreement {
    let agreement = &teller.view.agreement;
    let is_draft = shown_version(teller.view).is_none();
    Agreement {
        versions: agreement
            .versions
            .iter()
            .map(|version| version_line(teller, version))
            .collect(),
        differences: if is_draft {
            agreement.differences.clone()
        } else {
            Vec::new()
        },
        compared_with: agreement
            .in_force
            .as_ref()
            .and_then(|held| held.version)
            .map(|held| format!("version {held}")),
        missing: if is_draft {
            teller.view.missing.iter().map(wanted).collect()
        } else {
            Vec::new()
        },
    }
}

fn version_line(teller: &Teller, version: &Version) -> VersionLine {
    VersionLine {
        version: version
            .version
            .map_or_else(|| "–".into(), |number| number.to_string()),
        state: state_word(version.state),
        proposed: format!(
            "{}, {}",
            version.proposed_by,
            teller.words().day(version.proposed_at.date_naive())
        ),
        signed: version
            .signatures
            .iter()
            .map(|signature| {
                let day = teller.words().day(signature.signed_at.date_naive());
                let how = if signature.side == Side::Leadership {
                    "witness"
                } else {
                    signature.side.name()
                };
                format!("{} ({how}), {day}", signature.name)
            })
            .collect(),
        digest: short(&version.digest),
    }
}

fn wanted(missing: &Missing) -> Wanted {
    Wanted {
        section: missing.section.title(),
        message: missing.message.clone(),
    }
}
