//! Reviews are planned, moved, begun, voted in, closed, opened again and amended.

use chrono::NaiveDate;
use lockstep_workspace::{
    agreements::queries as agreements,
    bounds,
    context::{Action, ReadContext, Transaction},
    error::{Error, Result},
    ids::derived,
    list_items,
    rows::{self, Patch},
    words::{Words, capitalised},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    Review, ReviewAction, ReviewAmendment, ReviewDecision, ReviewKind, ReviewNote, ReviewParked, ReviewVote,
    agenda::{self, ReviewAgendaItem, SectionTaken, keep_taken},
    list_items::{must_be_open, review},
    period::ReviewPeriod,
    queries::{differing, mark_pairs, why_not_closed, worksheet_then_and_now},
    rules::votes,
    silent,
    subject::REVIEW,
    worksheet::{NoteVotes, ReviewRecord, fill, label},
};
use crate::ids::{ListItemId, ReviewId, ReviewVoteId};

/// Plans the reviews of a fiscal year: one for each quarter, and one for each month where wanted. Those that are planned stay.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PlanReviews {
    /// The number of the fiscal year.
    pub year: i32,
    /// Whether there are check-ins each month that is still to come, too; the last month of a quarter has its review.
    pub monthly: bool,
}

impl Action for PlanReviews {
    type Outcome = Vec<Review>;

    fn summary(&self, _: &ReadContext) -> Result<String> {
        let what = if self.monthly {
            "reviews and monthly check-ins"
        } else {
            "reviews"
        };
        Ok(format!(
            "Plan the {what} of {}",
            lockstep_workspace::calendar::label(self.year)
        ))
    }

    fn apply(self, change: &mut Transaction) -> Result<Vec<Review>> {
        let start = change.company()?.fiscal_start;
        let mut wanted = Vec::new();
        for number in 1..=ReviewKind::Quarter.in_a_year() {
            wanted.push((ReviewKind::Quarter, number));
        }
        if self.monthly {
            let today = change.today();
            for number in (1..=ReviewKind::Month.in_a_year()).filter(|number| number % 3 != 0) {
                let period = ReviewPeriod::new(self.year, ReviewKind::Month, number, start)?;
                // Nobody looks in on a month that is long over; its quarter does.
                if today <= period.usual_day() {
                    wanted.push((ReviewKind::Month, number));
                }
            }
        }
        let mut planned = Vec::new();
        for (kind, number) in wanted {
            let period = ReviewPeriod::new(self.year, kind, number, start)?;
            if rows::find::<Review>(change, &period.review_id())?.is_some() {
                continue;
            }
            let review = Review {
                id: period.review_id(),
                year: self.year,
                kind,
                number,
                held_on: period.usual_day(),
                starts_at: None,
                begun_at: None,
                sales_ready: false,
                marketing_ready: false,
                revealed_at: None,
                closed_at: None,
                worksheet: String::new(),
                created_at: change.now(),
            };
            rows::insert(change, &review)?;
            planned.push(review);
        }
        if planned.is_empty() {
            return Err(match self.monthly {
                true => Error::refused("These reviews are planned already, or their months have passed."),
                false => Error::refused("These reviews are planned already."),
            });
        }
        Ok(planned)
    }
}

fn named(reader: &ReadContext, id: &ReviewId, verb: &str) -> Result<String> {
    Ok(format!("{verb} {}", review(reader, id)?.in_words(reader)?))
}

/// Moves a review to another day or time.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditReview {
    /// The review.
    pub id: ReviewId,
    /// What changes.
    pub change: Patch<Review>,
}

impl Action for EditReview {
    type Outcome = Review;

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        named(reader, &self.id, "Move")
    }

    fn apply(self, change: &mut Transaction) -> Result<Review> {
        let before = must_be_open(change, &self.id)?;
        let after = self.change.apply(&before)?;
        bounds::day("held_on", Some(after.held_on))?;
        must_come_after(change, &after, after.held_on)?;
        rows::update(change, &after)?;
        Ok(after)
    }
}

/// A review looks back, so its day does not come before its period begins.
fn must_come_after(reader: &ReadContext, review: &Review, day: NaiveDate) -> Result<()> {
    let span = review.period(reader)?.span();
    if day < span.from {
        let words = Words::new(&reader.company()?);
        return Err(Error::invalid(
            "held_on",
            format!("The period of this review begins on {}.", words.day(span.from)),
        )
        .hint("Give a day after that."));
    }
    Ok(())
}

/// Takes a review off the calendar, with what was written for it; only while it has not begun.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RemoveReview {
    /// The review.
    pub id: ReviewId,
}

impl Action for RemoveReview {
    type Outcome = ();

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        named(reader, &self.id, "Take off the calendar")
    }

    fn apply(self, change: &mut Transaction) -> Result<()> {
        let review = must_be_open(change, &self.id)?;
        if review.begun_at.is_some() {
            return Err(
                Error::refused("This review has begun.").hint("Close it, or go on with it another day.")
            );
        }
        let others = silent::marks(change, &review.id)?.len()
            + list_items::all::<ReviewNote>(change, &review.id)?.len();
        if others > 0 {
            return Err(Error::refused("Something was written for this review already.")
                .hint("Move it to another day instead; each side can delete its own notes."));
        }
        for decision in list_items::all::<ReviewDecision>(change, &review.id)? {
            rows::delete::<ReviewDecision>(change, &decision.id)?;
        }
        for action in list_items::all::<ReviewAction>(change, &review.id)? {
            rows::delete::<ReviewAction>(change, &action.id)?;
        }
        for parked in list_items::all::<ReviewParked>(change, &review.id)? {
            rows::delete::<ReviewParked>(change, &parked.id)?;
        }
        for item in agenda::items(change, &review.id)? {
            rows::delete::<ReviewAgendaItem>(change, &item.id)?;
        }
        rows::delete::<Review>(change, &review.id)
    }
}

/// Begins the meeting. Broken off, it goes on where it stopped.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BeginReview {
    /// The review.
    pub id: ReviewId,
}

impl Action for BeginReview {
    type Outcome = Review;

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        named(reader, &self.id, "Begin")
    }

    fn apply(self, change: &mut Transaction) -> Result<Review> {
        let mut review = must_be_open(change, &self.id)?;
        if review.begun_at.is_some() {
            return Ok(review);
        }
        must_come_after(change, &review, change.today())?;
        review.begun_at = Some(change.now());
        // Begun before its period is over, it cannot be closed yet, so its day stays the one that was planned.
        if review.period(change)?.span().to < change.today() {
            review.held_on = change.today();
        }
        rows::update(change, &review)?;
        Ok(review)
    }
}

/// Gives a note votes of the person at the keyboard: five in all, three at most on one.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct VoteForNote {
    /// The note.
    pub note: ListItemId,
    /// How many of their votes it has; none takes them back.
    pub votes: i64,
}

impl Action for VoteForNote {
    type Outcome = ();

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        let note: ReviewNote = rows::get(reader, &self.note, "This note")?;
        Ok(format!(
            "Vote in {}",
            review(reader, &note.review)?.in_words(reader)?
        ))
    }

    fn apply(self, change: &mut Transaction) -> Result<()> {
        let note: ReviewNote = rows::get(change, &self.note, "This note")?;
        let review = must_be_open(change, &note.review)?;
        let person = change.somebody("vote")?.id.clone();
        if review.revealed_at.is_none() {
            return Err(
                Error::refused("There is nothing to vote on before both sides see the notes.")
                    .hint("Both say first that they are ready."),
            );
        }
        let all: Vec<ReviewVote> = rows::all(
            change,
            "WHERE review = ?1 AND person = ?2",
            [review.id.as_str(), person.as_str()],
        )?;
        let others = all
            .iter()
            .filter(|vote| vote.note != note.id)
            .map(|vote| vote.votes)
            .sum();
        votes::check(self.votes, others)?;
        let id: ReviewVoteId = derived(&["review_vote", note.id.as_str(), person.as_str()]).into();
        let known = all.iter().any(|vote| vote.id == id);
        if self.votes == 0 {
            return if known {
                rows::delete::<ReviewVote>(change, &id)
            } else {
                Ok(())
            };
        }
        let vote = ReviewVote {
            id,
            review: review.id,
            note: note.id,
            person,
            votes: self.votes,
        };
        if known {
            rows::update(change, &vote)
        } else {
            rows::insert(change, &vote)
        }
    }
}

/// Closes a review: its numbers stay as they are, whatever is imported later, and both sides can sign it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CloseReview {
    /// The review.
    pub id: ReviewId,
    /// How long its sections took, where it was held with the agenda.
    #[serde(default)]
    pub taken: Vec<SectionTaken>,
}

impl Action for CloseReview {
    type Outcome = Review;

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        named(reader, &self.id, "Close")
    }

    fn apply(self, change: &mut Transaction) -> Result<Review> {
        let mut review = must_be_open(change, &self.id)?;
        if let Some(first) = why_not_closed(change, &review)?.into_iter().next() {
            return Err(Error::refused(first).hint("Then close it."));
        }
        let worksheet = fill(change, &review)?;
        let record = ReviewRecord {
            label: label(change, &review)?,
            held_on: review.held_on,
            amended_on: None,
            votes: note_votes(change, &review)?,
            marks: mark_pairs(change, &review, &worksheet.goals)?,
            worksheet,
            notes: list_items::all(change, &review.id)?,
            decisions: list_items::all(change, &review.id)?,
            actions: list_items::all(change, &review.id)?,
            parked: list_items::all(change, &review.id)?,
        };
        review.worksheet = serde_json::to_string(&record)?;
        review.closed_at = Some(change.now());
        rows::update(change, &review)?;
        keep_taken(change, &review.id, &self.taken)?;
        Ok(review)
    }
}

fn note_votes(reader: &ReadContext, review: &Review) -> Result<Vec<NoteVotes>> {
    let all: Vec<ReviewVote> = rows::all(reader, "WHERE review = ?1 ORDER BY id", [&review.id])?;
    Ok(votes::count(&all)
        .into_iter()
        .map(|(note, count)| NoteVotes {
            note: note.clone(),
            votes: count.votes,
        })
        .collect())
}

/// Opens a closed review again, while nobody has been asked to sign it and no later one was closed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReopenReview {
    /// The review.
    pub id: ReviewId,
}

impl Action for ReopenReview {
    type Outcome = Review;

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        named(reader, &self.id, "Open again")
    }

    fn apply(self, change: &mut Transaction) -> Result<Review> {
        let mut review = review(change, &self.id)?;
        if review.closed_at.is_none() {
            return Err(Error::refused("This review is not closed."));
        }
        must_not_be_proposed(change, &review)?;
        let versions = agreements::standing(change, &REVIEW, review.id.as_str())?;
        if versions.iter().any(|version| version.in_force_since.is_some()) {
            return Err(Error::refused("Both sides have signed this review.")
                .hint("What came out later can be added as an amendment, which both sign."));
        }
        let others: Vec<Review> =
            rows::all(change, "WHERE closed_at IS NOT NULL AND id <> ?1", [&review.id])?;
        let later = others.iter().find(|other| other.closed_at > review.closed_at);
        if let Some(later) = later {
            let which = capitalised(&later.in_words(change)?);
            return Err(Error::refused(format!("{which} was closed after it."))
                .hint("What is different by now belongs into the next one."));
        }
        // What was found later is found again when it is closed anew.
        for amendment in rows::all::<ReviewAmendment>(change, "WHERE review = ?1", [&review.id])? {
            rows::delete::<ReviewAmendment>(change, &amendment.id)?;
        }
        review.closed_at = None;
        review.worksheet.clear();
        rows::update(change, &review)?;
        Ok(review)
    }
}

fn must_not_be_proposed(reader: &ReadContext, review: &Review) -> Result<()> {
    if agreements::is_proposed(reader, &REVIEW, review.id.as_str())? {
        return Err(Error::refused("This review waits for signatures.")
            .hint("Take the proposal back first, or let both sides sign it."));
    }
    Ok(())
}

/// Adds to a closed review what its worksheet says today: a dated amendment, which both sides sign. What it said before stays in
/// the version that was signed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AmendReview {
    /// The review.
    pub id: ReviewId,
}

impl Action for AmendReview {
    type Outcome = ReviewAmendment;

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        named(reader, &self.id, "Amend")
    }

    fn apply(self, change: &mut Transaction) -> Result<ReviewAmendment> {
        let review = review(change, &self.id)?;
        must_not_be_proposed(change, &review)?;
        let Some((then, now)) = worksheet_then_and_now(change, &review)? else {
            return Err(Error::refused("This review is not closed yet.")
                .hint("Until then its worksheet fills itself in."));
        };
        if differing(change, then.clone(), now.clone())?.is_empty() {
            return Err(Error::refused("Nothing would come out differently today."));
        }
        let amended = then.with_imports_of(now);
        let amendment = ReviewAmendment {
            id: change.new_id(),
            review: review.id,
            added_at: change.now(),
            worksheet: serde_json::to_string(&amended)?,
        };
        rows::insert(change, &amendment)?;
        Ok(amendment)
    }
}

/// Takes an amendment back that nobody has been asked to sign.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RemoveAmendment {
    /// The review.
    pub id: ReviewId,
}

impl Action for RemoveAmendment {
    type Outcome = ();

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        named(reader, &self.id, "Take back an amendment to")
    }

    fn apply(self, change: &mut Transaction) -> Result<()> {
        let review = review(change, &self.id)?;
        must_not_be_proposed(change, &review)?;
        let latest: Option<ReviewAmendment> =
            rows::all(change, "WHERE review = ?1 ORDER BY added_at, id", [&review.id])?.pop();
        let Some(latest) = latest else {
            return Err(Error::not_found("This amendment"));
        };
        let versions = agreements::standing(change, &REVIEW, review.id.as_str())?;
        let is_signed = versions.iter().any(|version| {
            version
                .in_force_since
                .is_some_and(|since| latest.added_at <= since)
        });
        if is_signed {
            return Err(Error::refused("Both sides have signed this amendment."));
        }
        rows::delete::<ReviewAmendment>(change, &latest.id)
    }
}
