//! Propose, sign, withdraw. Each is done for good: a signature is not undone, it has its own counterpart until both have
//! signed.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Agreement, Signature, SubjectKind, Version, VersionState, queries, rules};
use crate::{
    context::{Action, ReadContext, Transaction, UndoPolicy},
    error::{Error, Result},
    ids::{AgreementId, PersonId},
    people::{Person, Side},
    rows,
};

/// Proposes the draft as it stands; it then waits for one signature of each side, and cannot be edited until then.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Propose {
    /// What kind of thing is proposed.
    pub subject_kind: SubjectKind,
    /// Which one.
    pub subject: String,
}

impl Action for Propose {
    type Outcome = Version;
    const UNDO: UndoPolicy = UndoPolicy::Barrier;

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        Ok(format!(
            "Propose {}",
            reader
                .rooms()
                .subject(&self.subject_kind)?
                .title(reader, &self.subject)?
        ))
    }

    fn apply(self, change: &mut Transaction) -> Result<Version> {
        let subject = change.rooms().subject(&self.subject_kind)?;
        let title = subject.title(change, &self.subject)?;
        let proposer = change.somebody(&format!("propose {title}"))?.id.clone();
        let before = queries::standing(change, &self.subject_kind, &self.subject)?;
        if before
            .iter()
            .any(|version| version.state == VersionState::Proposed)
        {
            return Err(
                Error::refused(format!("A proposal of {title} already waits for signatures."))
                    .hint("Sign it, or withdraw it and propose again."),
            );
        }
        let missing = subject.missing(change, &self.subject)?;
        if !missing.is_empty() {
            return Err(Error::refused(format!(
                "This draft cannot be proposed yet. {}",
                missing.join(" ")
            ))
            .hint("Fill in what is missing, then propose again."));
        }
        let text = rules::canonical(&subject.text(change, &self.subject)?);
        if let Some(in_force) = queries::text_in_force(change, &self.subject_kind, &self.subject)?
            && rules::differences(&subject.clauses(&in_force)?, &subject.clauses(&text)?).is_empty()
        {
            return Err(
                Error::refused(format!("The draft of {title} says the same as what is in force."))
                    .hint("Change something first; what is in force stays in force."),
            );
        }
        let at = rules::not_before(&before, change.now());
        let agreement = Agreement {
            id: change.new_id(),
            version: Some(rules::next_number(&before)),
            subject_kind: self.subject_kind.clone(),
            subject: self.subject.clone(),
            digest: rules::digest(&text),
            text,
            proposed_by: proposer,
            proposed_at: at,
            withdrawn_by: None,
            withdrawn_at: None,
        };
        rows::insert(change, &agreement)?;
        queries::version_of(change, &agreement.id)
    }
}

/// Signs a proposal for one side. Whoever signs sits at the keyboard and signs for their own side; Leadership witnesses.
/// Where one person does both jobs, that person signs for each side in turn, and documents say so.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Sign {
    /// The proposal.
    pub agreement: AgreementId,
    /// Who signs.
    pub person: PersonId,
    /// The side for which that person signs.
    pub side: Side,
}

impl Action for Sign {
    type Outcome = Version;
    const UNDO: UndoPolicy = UndoPolicy::Barrier;

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        let agreement: Agreement = rows::get(reader, &self.agreement, "This proposal")?;
        let title = reader
            .rooms()
            .subject(&agreement.subject_kind)?
            .title(reader, &agreement.subject)?;
        Ok(match self.side {
            Side::Leadership => format!("Witness {title}"),
            side => format!("Sign {title} for {}", side.name()),
        })
    }

    fn apply(self, change: &mut Transaction) -> Result<Version> {
        let agreement: Agreement = rows::get(change, &self.agreement, "This proposal")?;
        let person: Person = rows::get(change, &self.person, "This person")?;
        may_sign(change, &person, self.side)?;
        let versions = queries::standing(change, &agreement.subject_kind, &agreement.subject)?;
        let at = rules::not_before(&versions, change.now());
        let version = queries::version_of(change, &agreement.id)?;
        if version.state == VersionState::Withdrawn {
            let why = match agreement.withdrawn_at {
                Some(_) => "This proposal was withdrawn.",
                None => "Both sides have signed another proposal since this one was made.",
            };
            return Err(Error::refused(why).hint("Propose the draft again, then sign."));
        }
        let witness = self.side == Side::Leadership;
        if !witness && version.state != VersionState::Proposed {
            return Err(Error::refused("Both sides have signed this version already."));
        }
        if version
            .signatures
            .iter()
            .any(|s| s.side == self.side && (!witness || s.person == person.id))
        {
            let who = if witness {
                person.name.as_str()
            } else {
                self.side.name()
            };
            return Err(Error::refused(format!("{who} has signed this version already.")));
        }
        if rules::digest(&agreement.text) != agreement.digest {
            return Err(Error::damaged(
                "The text of this proposal is not what was proposed.",
            ));
        }
        rows::insert(
            change,
            &Signature {
                id: change.new_id::<AgreementId>().0,
                agreement: agreement.id.clone(),
                side: self.side,
                person: person.id,
                name: person.name,
                role: person.role,
                digest: agreement.digest,
                signed_at: at,
            },
        )?;
        queries::version_of(change, &agreement.id)
    }
}

/// Nobody signs for the other side, and nobody signs with another's name.
fn may_sign(reader: &ReadContext, person: &Person, side: Side) -> Result<()> {
    let here = reader.somebody("sign")?;
    if here.id != person.id {
        return Err(Error::refused(format!(
            "{} is at the keyboard, so {} cannot sign now.",
            here.name, person.name
        ))
        .hint(format!(
            "Choose {} at the top of the window; then they can sign.",
            person.name
        )));
    }
    if person.has_left {
        return Err(Error::refused(format!(
            "{} has left and can no longer sign.",
            person.name
        )));
    }
    let both =
        reader.company()?.one_person_does_both && person.side != Side::Leadership && side != Side::Leadership;
    if person.side != side && !both {
        return Err(Error::refused(format!(
            "{} belongs to {} and cannot sign for {}.",
            person.name,
            person.side.name(),
            side.name()
        ))
        .hint(format!("Somebody of {} signs for {}.", side.name(), side.name())));
    }
    Ok(())
}

/// Takes a proposal back before both sides have signed; the draft can be edited again.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Withdraw {
    /// The proposal.
    pub agreement: AgreementId,
}

impl Action for Withdraw {
    type Outcome = Version;
    const UNDO: UndoPolicy = UndoPolicy::Barrier;

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        let agreement: Agreement = rows::get(reader, &self.agreement, "This proposal")?;
        let title = reader
            .rooms()
            .subject(&agreement.subject_kind)?
            .title(reader, &agreement.subject)?;
        Ok(format!("Withdraw the proposal of {title}"))
    }

    fn apply(self, change: &mut Transaction) -> Result<Version> {
        let mut agreement: Agreement = rows::get(change, &self.agreement, "This proposal")?;
        let person = change.somebody("withdraw a proposal")?;
        if person.side == Side::Leadership {
            return Err(Error::refused(
                "A proposal is withdrawn by Sales or Marketing; Leadership may witness, never decide for a side.",
            ));
        }
        match queries::version_of(change, &agreement.id)?.state {
            VersionState::Proposed => {}
            VersionState::Withdrawn => return Err(Error::refused("This proposal was withdrawn already.")),
            VersionState::InForce | VersionState::Superseded => {
                return Err(Error::refused("Both sides have signed: this version is in force and cannot be withdrawn.")
                    .hint("Change the draft and propose the next version; this one holds until both have signed that."));
            }
        }
        agreement.withdrawn_by = Some(person.id.clone());
        agreement.withdrawn_at = Some(change.now());
        rows::update(change, &agreement)?;
        queries::version_of(change, &agreement.id)
    }
}
