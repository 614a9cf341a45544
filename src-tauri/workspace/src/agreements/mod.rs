//! Agreements: two sides, one seal. A subject (the plan; later the definition, the message house, a review) gives its
//! canonical text; here it becomes a version, is signed by one person of each side, and is then in force until a later
//! version is signed. Nothing here knows what the text is about, and nothing that both signed is ever changed.

pub mod actions;
pub mod queries;
pub mod rules;

pub use rules::{Clause, Difference, Meaning};

/// What an agreement needs of the thing that is agreed.
pub trait Subject: Sync {
    /// Returns what kind of thing it is.
    fn kind(&self) -> SubjectKind;
    /// Returns what it is called in a sentence: "plan FY27".
    ///
    /// # Errors
    /// `NotFound` when there is no such thing.
    fn title(&self, reader: &ReadContext, subject: &str) -> Result<String>;
    /// Returns all it says just now; its canonical JSON is what is frozen.
    ///
    /// # Errors
    /// `NotFound` when there is none; `Damaged` when it cannot be read.
    fn text(&self, reader: &ReadContext, subject: &str) -> Result<Value>;
    /// Returns what a frozen text says, in words, for comparing.
    ///
    /// # Errors
    /// `Damaged` when the text cannot be read.
    fn clauses(&self, text: &str) -> Result<Vec<Clause>>;
    /// Returns what is missing before it can be proposed.
    ///
    /// # Errors
    /// `NotFound` when there is none; `Damaged` when it cannot be read.
    fn missing(&self, reader: &ReadContext, subject: &str) -> Result<Vec<String>>;
}

use std::borrow::Cow;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::{
    context::ReadContext,
    error::Result,
    ids::{AgreementId, PersonId},
    people::Side,
    rows::row,
};

/// What kind of thing is agreed: `plan`. The room that has it says so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(transparent)]
#[ts(type = "string")]
pub struct SubjectKind(Cow<'static, str>);

impl SubjectKind {
    /// Returns the kind that has a name.
    pub const fn named(name: &'static str) -> Self {
        Self(Cow::Borrowed(name))
    }

    /// Returns its name, as it stands in the file.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for SubjectKind {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

/// A proposed text, frozen with its digest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Agreement {
    /// Names it.
    pub id: AgreementId,
    /// What kind of thing is agreed.
    pub subject_kind: SubjectKind,
    /// Which one.
    pub subject: String,
    /// The canonical JSON of what is agreed.
    pub text: String,
    /// The SHA-256 of the text, in hexadecimal.
    pub digest: String,
    /// Who proposed it.
    pub proposed_by: PersonId,
    /// When.
    pub proposed_at: DateTime<Utc>,
    /// Who took it back before both had signed, if somebody did.
    pub withdrawn_by: Option<PersonId>,
    /// When it was taken back.
    pub withdrawn_at: Option<DateTime<Utc>>,
    /// The number that its version has, unless another copy of the workspace gave it to what was signed earlier.
    pub version: Option<u32>,
}
row!(Agreement, "agreement", id: AgreementId);

/// A signature. It binds the digest of the text that was signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Signature {
    /// Names it.
    pub id: String,
    /// What was signed.
    pub agreement: AgreementId,
    /// The side for which it was signed; Leadership witnesses.
    pub side: Side,
    /// Who signed.
    pub person: PersonId,
    /// The name at that time.
    pub name: String,
    /// The role at that time.
    pub role: String,
    /// The digest that was signed.
    pub digest: String,
    /// When.
    pub signed_at: DateTime<Utc>,
}
row!(Signature, "signature", id: String);

/// Where a version stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum VersionState {
    /// It waits for signatures.
    Proposed,
    /// Both sides have signed; it holds.
    InForce,
    /// A later version was signed.
    Superseded,
    /// It was taken back before both had signed, or another version was signed by both after it was proposed.
    Withdrawn,
}

/// One version of what was agreed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Version {
    /// Names it.
    pub agreement: AgreementId,
    /// Its number, from 1; a withdrawn proposal has none.
    pub version: Option<u32>,
    /// Where it stands.
    pub state: VersionState,
    /// The SHA-256 of its text.
    pub digest: String,
    /// Who proposed it.
    pub proposed_by: String,
    /// When.
    pub proposed_at: DateTime<Utc>,
    /// The signatures, in the order in which they were given.
    pub signatures: Vec<Signature>,
    /// When the second side signed.
    pub in_force_since: Option<DateTime<Utc>>,
    /// Whether one person signed for both sides.
    pub one_person: bool,
}

/// Where the agreement on a subject stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AgreementView {
    /// The version in force, if one is.
    pub in_force: Option<Version>,
    /// The version that waits for signatures, if one does. Two copies of a workspace may have proposed one each: then the one
    /// that was proposed first. Once it is signed, the other counts as withdrawn; once it is withdrawn, the other stands here.
    pub proposed: Option<Version>,
    /// All versions, the latest first.
    pub versions: Vec<Version>,
    /// How the draft differs from what is in force; empty when it does not or nothing is in force.
    pub differences: Vec<Difference>,
    /// The number the next version will have.
    pub next_version: u32,
}
