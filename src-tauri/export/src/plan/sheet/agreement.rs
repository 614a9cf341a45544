//! The section on the agreement: the versions, and how the draft differs from what is in force.

use lockstep_core::plan::view::Missing;
use lockstep_workspace::{
    agreements::{Difference, Version},
    people::Side,
};
use serde::Serialize;

use super::Teller;
use crate::{
    plan::shown_version,
    standing::{short, state_word},
};

/// The section on the agreement.
#[derive(Serialize)]
pub struct Agreement {
    pub versions: Vec<VersionLine>,
    pub differences: Vec<Difference>,
    /// "Version 1", against which the draft is compared.
    pub compared_with: Option<String>,
    pub missing: Vec<Wanted>,
}

/// One version in the list.
#[derive(Serialize)]
pub struct VersionLine {
    pub version: String,
    pub state: &'static str,
    pub proposed: String,
    pub signed: Vec<String>,
    pub digest: String,
}

/// Something that is missing before the plan can be proposed.
#[derive(Serialize)]
pub struct Wanted {
    pub section: &'static str,
    pub message: String,
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
            teller.words().day_of(version.proposed_at)
        ),
        signed: version
            .signatures
            .iter()
            .map(|signature| {
                let day = teller.words().day_of(signature.signed_at);
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
