//! A closed review as something that is agreed: what its worksheet said, what both wrote, what was decided and agreed to be done.

use lockstep_workspace::{
    agreements::{self, Clause, SubjectKind},
    context::ReadContext,
    error::{Error, Result},
    rows,
    words::Words,
};
use serde_json::Value;

use super::{
    Review, ReviewAmendment,
    clauses::clauses,
    list_items::review,
    worksheet::{ReviewRecord, read_record, read_worksheet},
};
use crate::ids::ReviewId;

/// A review, as a kind of thing that is agreed.
pub static REVIEW: SubjectKind = SubjectKind::named("review");

/// Reviews, to the agreements.
pub struct ReviewSubject;

/// What both sides sign, with the words by which numbers are told in the company's language.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct SignedReview {
    /// The company, as it was called then, with its language and currency.
    pub company: lockstep_workspace::company::Company,
    /// The review as it was closed, or amended.
    pub record: ReviewRecord,
}

/// Returns what was kept of a closed review, with the latest amendment; nothing while it is open.
pub(super) fn record(reader: &ReadContext, review: &Review) -> Result<Option<ReviewRecord>> {
    if review.closed_at.is_none() {
        return Ok(None);
    }
    let mut record = read_record(&review.worksheet)?;
    let latest: Option<ReviewAmendment> =
        rows::all(reader, "WHERE review = ?1 ORDER BY added_at, id", [&review.id])?.pop();
    if let Some(latest) = latest {
        record.worksheet = read_worksheet(&latest.worksheet)?;
        record.amended_on = Some(reader.day_of(latest.added_at));
    }
    Ok(Some(record))
}

/// Reads a signed text.
///
/// # Errors
/// `Damaged` when it is none.
pub fn read(text: &str) -> Result<SignedReview> {
    serde_json::from_str(text)
        .map_err(|error| Error::damaged(format!("The text of a signed review cannot be read: {error}.")))
}

impl agreements::Subject for ReviewSubject {
    fn kind(&self) -> SubjectKind {
        REVIEW.clone()
    }

    fn title(&self, reader: &ReadContext, subject: &str) -> Result<String> {
        review(reader, &ReviewId(subject.into()))?.in_words(reader)
    }

    fn text(&self, reader: &ReadContext, subject: &str) -> Result<Value> {
        let review = review(reader, &ReviewId(subject.into()))?;
        let Some(record) = record(reader, &review)? else {
            return Err(
                Error::refused("This review is not closed yet.").hint("Close it first; then both sign it.")
            );
        };
        Ok(serde_json::to_value(SignedReview {
            company: reader.company()?,
            record,
        })?)
    }

    fn clauses(&self, text: &str) -> Result<Vec<Clause>> {
        let signed = read(text)?;
        Ok(clauses(&signed.record, &Words::new(&signed.company)))
    }

    fn missing(&self, reader: &ReadContext, subject: &str) -> Result<Vec<String>> {
        let review = review(reader, &ReviewId(subject.into()))?;
        Ok(match review.closed_at {
            Some(_) => Vec::new(),
            None => vec!["It is not closed yet.".into()],
        })
    }
}
