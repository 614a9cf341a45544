//! Where agreements stand: in force, proposed, superseded; and how two texts differ.

use rusqlite::OptionalExtension;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Agreement, AgreementView, Difference, Signature, SubjectKind, Version, VersionState, rules};
use crate::{
    context::{Query, ReadContext},
    error::{Error, Result},
    ids::{AgreementId, PersonId},
    people::Person,
    rows,
};

const BOTH_SIGNED: &str = "(SELECT count(DISTINCT side) FROM signature s
    WHERE s.agreement = agreement.id AND s.side IN ('sales', 'marketing')) = 2";

/// Returns SQL that selects the proposals that wait for a signature.
pub fn waiting() -> String {
    format!("SELECT id FROM agreement WHERE withdrawn_at IS NULL AND NOT {BOTH_SIGNED}")
}

/// Returns every version of a subject, the earliest first.
pub fn standing(reader: &ReadContext, kind: &SubjectKind, subject: &str) -> Result<Vec<Version>> {
    let proposals: Vec<Agreement> = rows::all(
        reader,
        "WHERE subject_kind = ?1 AND subject = ?2 ORDER BY rowid",
        [kind.as_str(), subject],
    )?;
    let signatures: Vec<Signature> = rows::all(
        reader,
        "WHERE agreement IN (SELECT id FROM agreement WHERE subject_kind = ?1 AND subject = ?2) ORDER BY rowid",
        [kind.as_str(), subject],
    )?;
    let people: Vec<Person> = rows::all(reader, "ORDER BY rank, id", [])?;
    let name_of = |id: &PersonId| {
        people
            .iter()
            .find(|person| person.id == *id)
            .map_or_else(String::new, |person| person.name.clone())
    };
    Ok(rules::versions(proposals, &signatures, name_of))
}

/// Returns the version that one agreement is.
pub fn version_of(reader: &ReadContext, agreement: &AgreementId) -> Result<Version> {
    let row: Agreement = rows::get(reader, agreement, "This proposal")?;
    standing(reader, &row.subject_kind, &row.subject)?
        .into_iter()
        .find(|version| version.agreement == *agreement)
        .ok_or_else(|| Error::not_found("This version"))
}

/// Returns whether a proposal waits for signatures.
pub fn is_proposed(reader: &ReadContext, kind: &SubjectKind, subject: &str) -> Result<bool> {
    let sql = format!(
        "SELECT EXISTS (SELECT 1 FROM agreement WHERE subject_kind = ?1 AND subject = ?2
         AND withdrawn_at IS NULL AND NOT {BOTH_SIGNED})"
    );
    Ok(reader.count(&sql, [kind.as_str(), subject])? == 1)
}

/// Returns the text in force, if one is.
pub fn text_in_force(reader: &ReadContext, kind: &SubjectKind, subject: &str) -> Result<Option<String>> {
    let sql = format!(
        "SELECT text FROM agreement WHERE subject_kind = ?1 AND subject = ?2
         AND withdrawn_at IS NULL AND {BOTH_SIGNED} ORDER BY rowid DESC LIMIT 1"
    );
    Ok(reader
        .db()
        .prepare_cached(&sql)?
        .query_row([kind.as_str(), subject], |row| row.get(0))
        .optional()?)
}

/// Returns the frozen text of one version, by its number.
pub fn text_of_version(
    reader: &ReadContext,
    kind: &SubjectKind,
    subject: &str,
    version: u32,
) -> Result<(Version, String)> {
    let found = standing(reader, kind, subject)?
        .into_iter()
        .find(|other| other.version == Some(version))
        .ok_or_else(|| Error::not_found(format!("Version {version}")))?;
    let row: Agreement = rows::get(reader, &found.agreement, "This version")?;
    if rules::digest(&row.text) != row.digest {
        return Err(Error::damaged(format!(
            "The text of version {version} is not what was signed."
        )));
    }
    Ok((found, row.text))
}

/// Returns where the agreement on a subject stands, with the draft held against what is in force.
pub fn view(reader: &ReadContext, kind: &SubjectKind, subject: &str) -> Result<AgreementView> {
    let mut versions = standing(reader, kind, subject)?;
    let differences = match text_in_force(reader, kind, subject)? {
        Some(text) => {
            let noun = reader.rooms().subject(kind)?;
            let draft = rules::canonical(&noun.text(reader, subject)?);
            if draft == text {
                Vec::new()
            } else {
                rules::differences(&noun.clauses(&text)?, &noun.clauses(&draft)?)
            }
        }
        None => Vec::new(),
    };
    let in_state = |state| versions.iter().find(|version| version.state == state).cloned();
    let signed = versions
        .iter()
        .filter(|version| version.in_force_since.is_some())
        .count();
    let view = AgreementView {
        in_force: in_state(VersionState::InForce),
        proposed: in_state(VersionState::Proposed),
        differences,
        next_version: u32::try_from(signed + 1).unwrap_or(u32::MAX),
        versions: Vec::new(),
    };
    versions.reverse();
    Ok(AgreementView { versions, ..view })
}

/// Shows how two texts of a subject differ, in words.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CompareVersions {
    /// What kind of thing it is.
    pub subject_kind: SubjectKind,
    /// Which one.
    pub subject: String,
    /// The number of the earlier text, or nothing for the draft.
    pub from: Option<u32>,
    /// The number of the later text, or nothing for the draft.
    pub to: Option<u32>,
}

impl Query for CompareVersions {
    type Answer = Vec<Difference>;

    fn answer(self, reader: &ReadContext) -> Result<Vec<Difference>> {
        let noun = reader.rooms().subject(&self.subject_kind)?;
        let clauses = |version: Option<u32>| {
            let text = match version {
                Some(number) => text_of_version(reader, &self.subject_kind, &self.subject, number)?.1,
                None => rules::canonical(&noun.text(reader, &self.subject)?),
            };
            noun.clauses(&text)
        };
        Ok(rules::differences(&clauses(self.from)?, &clauses(self.to)?))
    }
}
