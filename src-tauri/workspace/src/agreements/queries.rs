//! Where agreements stand: in force, proposed, superseded; and how two texts differ.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    Agreement, AgreementView, Difference, Signature, SubjectKind, Version, VersionState, rules,
    rules::Proposal,
};
use crate::{
    context::{Query, ReadContext},
    error::{Error, Result},
    ids::{AgreementId, PersonId},
    people::Person,
    rows,
};

/// Returns the versions of all subjects that wait for a signature.
///
/// # Errors
/// `Damaged` when a proposal cannot be read.
pub fn waiting(reader: &ReadContext) -> Result<Vec<Version>> {
    let mut statement = reader
        .db()
        .prepare_cached("SELECT DISTINCT subject_kind, subject FROM agreement")?;
    let subjects = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let subjects: Vec<(String, String)> = subjects.collect::<rusqlite::Result<_>>()?;
    let mut waiting = Vec::new();
    for (kind, subject) in subjects {
        waiting.extend(standing(reader, &kind, &subject)?.into_iter().filter(is_open));
    }
    Ok(waiting)
}

fn is_open(version: &Version) -> bool {
    version.state == VersionState::Proposed
}

/// Returns every version of a subject, the earliest first. Their texts are not read for it.
///
/// # Errors
/// `Damaged` when a proposal cannot be read.
pub fn standing(reader: &ReadContext, kind: impl AsRef<str>, subject: &str) -> Result<Vec<Version>> {
    let kind = kind.as_ref();
    let mut statement = reader.db().prepare_cached(
        "SELECT json_object('id', id, 'digest', digest, 'proposed_by', proposed_by, 'proposed_at', proposed_at,
                            'withdrawn_at', withdrawn_at, 'version', version)
         FROM agreement WHERE subject_kind = ?1 AND subject = ?2",
    )?;
    let mut found = statement.query([kind, subject])?;
    let mut proposals: Vec<Proposal> = Vec::new();
    while let Some(row) = found.next()? {
        proposals.push(proposal(&row.get::<_, String>(0)?)?);
    }
    let signatures: Vec<Signature> = rows::all(
        reader,
        "WHERE agreement IN (SELECT id FROM agreement WHERE subject_kind = ?1 AND subject = ?2)",
        [kind, subject],
    )?;
    let people = names(reader)?;
    let name_of = |id: &PersonId| people.get(id).cloned().unwrap_or_default();
    Ok(rules::versions(proposals, &signatures, name_of))
}

/// Returns every version of all subjects of a kind, each subject's earliest first.
///
/// # Errors
/// `Damaged` when a proposal cannot be read.
pub fn standing_of_all(reader: &ReadContext, kind: &SubjectKind) -> Result<HashMap<String, Vec<Version>>> {
    let mut statement = reader.db().prepare_cached(
        "SELECT subject, json_object('id', id, 'digest', digest, 'proposed_by', proposed_by, 'proposed_at', proposed_at,
                                     'withdrawn_at', withdrawn_at, 'version', version)
         FROM agreement WHERE subject_kind = ?1",
    )?;
    let mut found = statement.query([kind.as_str()])?;
    let mut proposals: HashMap<String, Vec<Proposal>> = HashMap::new();
    while let Some(row) = found.next()? {
        proposals
            .entry(row.get(0)?)
            .or_default()
            .push(proposal(&row.get::<_, String>(1)?)?);
    }
    let signatures: Vec<Signature> = rows::all(
        reader,
        "WHERE agreement IN (SELECT id FROM agreement WHERE subject_kind = ?1)",
        [kind.as_str()],
    )?;
    let mut signed: HashMap<AgreementId, Vec<Signature>> = HashMap::new();
    for signature in signatures {
        signed
            .entry(signature.agreement.clone())
            .or_default()
            .push(signature);
    }
    let people = names(reader)?;
    let name_of = |id: &PersonId| people.get(id).cloned().unwrap_or_default();
    let versions = |proposals: Vec<Proposal>| {
        let of_these = proposals.iter().filter_map(|proposal| signed.get(&proposal.id));
        let signatures: Vec<Signature> = of_these.flatten().cloned().collect();
        rules::versions(proposals, &signatures, name_of)
    };
    Ok(proposals
        .into_iter()
        .map(|(subject, proposals)| (subject, versions(proposals)))
        .collect())
}

fn proposal(text: &str) -> Result<Proposal> {
    serde_json::from_str(text).map_err(|error| Error::damaged(format!("A proposal cannot be read: {error}.")))
}

/// Returns what people are called.
fn names(reader: &ReadContext) -> Result<HashMap<PersonId, String>> {
    let people: Vec<Person> = rows::all(reader, "ORDER BY rank, id", [])?;
    Ok(people
        .into_iter()
        .map(|person| (person.id, person.name))
        .collect())
}

/// Returns the version that one agreement is.
///
/// # Errors
/// `NotFound` when there is no such agreement, `Damaged` when a proposal cannot be read.
pub fn version_of(reader: &ReadContext, agreement: &AgreementId) -> Result<Version> {
    let row: Agreement = rows::get(reader, agreement, "This proposal")?;
    standing(reader, &row.subject_kind, &row.subject)?
        .into_iter()
        .find(|version| version.agreement == *agreement)
        .ok_or_else(|| Error::not_found("This version"))
}

/// Returns whether a proposal waits for signatures.
///
/// # Errors
/// `Damaged` when a proposal cannot be read.
pub fn is_proposed(reader: &ReadContext, kind: &SubjectKind, subject: &str) -> Result<bool> {
    Ok(standing(reader, kind, subject)?.iter().any(is_open))
}

/// Returns the text in force, if one is.
///
/// # Errors
/// `Damaged` when a proposal cannot be read.
pub fn text_in_force(reader: &ReadContext, kind: &SubjectKind, subject: &str) -> Result<Option<String>> {
    in_force_of(reader, &standing(reader, kind, subject)?)
}

fn in_force_of(reader: &ReadContext, versions: &[Version]) -> Result<Option<String>> {
    let holds = versions
        .iter()
        .find(|version| version.state == VersionState::InForce);
    holds
        .map(|version| rows::get(reader, &version.agreement, "This version"))
        .transpose()
        .map(|row: Option<Agreement>| row.map(|row| row.text))
}

/// Returns the frozen text of one version, by its number.
///
/// # Errors
/// `NotFound` when there is no such version, `Damaged` when a proposal cannot be read.
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
///
/// # Errors
/// `NotFound` when no room has such a subject, `Damaged` when a text cannot be read.
pub fn view(reader: &ReadContext, kind: &SubjectKind, subject: &str) -> Result<AgreementView> {
    let mut versions = standing(reader, kind, subject)?;
    let differences = match in_force_of(reader, &versions)? {
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
    let view = AgreementView {
        in_force: in_state(VersionState::InForce),
        proposed: in_state(VersionState::Proposed),
        differences,
        next_version: rules::next_number(&versions),
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
