//! The agenda of a review: the sections of its worksheet and of what is done in the meeting, each with the minutes it may take. What
//! is offered is what the last review of its kind took.

use lockstep_workspace::{
    context::{Action, ReadContext, Transaction},
    error::{Error, Result},
    ids::derived,
    rows::{self, row},
    worksheet::{WorksheetPart, WorksheetSection},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    Review, ReviewKind,
    carrying::in_order,
    list_items::{must_be_open, review},
    worksheet::fill,
};
use crate::ids::{ReviewAgendaItemId, ReviewId};

/// So many minutes a section takes at most.
const MOST_MINUTES: i64 = 600;

/// What is offered is a multiple of so many minutes.
const STEP: i64 = 5;

/// A section on the agenda of a review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AgendaSection {
    /// How the goals fare.
    Goals,
    /// Leads, what became of them and what it cost.
    Funnel,
    /// What both sides promised, and how it was kept.
    Promises,
    /// What sales hears and asks for.
    Field,
    /// What we do this year.
    Initiatives,
    /// Pieces and how they are used.
    Collateral,
    /// What comes back from earlier reviews.
    LastTime,
    /// What each side says.
    Sides,
    /// What is decided and agreed to be done.
    Outcomes,
}

impl AgendaSection {
    /// All of them, in the order of the worksheet.
    pub const ALL: [Self; 9] = [
        Self::Goals,
        Self::Funnel,
        Self::Promises,
        Self::Field,
        Self::Initiatives,
        Self::Collateral,
        Self::LastTime,
        Self::Sides,
        Self::Outcomes,
    ];

    /// Returns what it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Goals => "Goals",
            Self::Funnel => "Funnel",
            Self::Promises => "Promises",
            Self::Field => "From the field",
            Self::Initiatives => "Initiatives",
            Self::Collateral => "Collateral",
            Self::LastTime => "Last time",
            Self::Sides => "What each side says",
            Self::Outcomes => "Decisions and actions",
        }
    }

    /// Returns the word under which it stands in the file.
    fn key(self) -> &'static str {
        match self {
            Self::Goals => "goals",
            Self::Funnel => "funnel",
            Self::Promises => "promises",
            Self::Field => "field",
            Self::Initiatives => "initiatives",
            Self::Collateral => "collateral",
            Self::LastTime => "last_time",
            Self::Sides => "sides",
            Self::Outcomes => "outcomes",
        }
    }

    /// Returns the minutes that are offered where no review of its kind was timed yet: a quarter takes two hours, a check-in one.
    fn usual_minutes(self, kind: ReviewKind) -> i64 {
        match (kind, self) {
            (ReviewKind::Quarter, Self::Sides) => 25,
            (ReviewKind::Quarter, Self::Outcomes) => 20,
            (ReviewKind::Quarter, Self::Goals | Self::Funnel) => 15,
            (ReviewKind::Quarter, Self::Promises | Self::Initiatives | Self::LastTime)
            | (ReviewKind::Month, Self::Goals | Self::Sides | Self::Outcomes) => 10,
            (_, _) => 5,
        }
    }

    /// Returns where a part of the worksheet is looked at.
    fn of_part(section: WorksheetSection) -> Self {
        match section {
            WorksheetSection::Funnel => Self::Funnel,
            WorksheetSection::Promises => Self::Promises,
            WorksheetSection::Field => Self::Field,
            WorksheetSection::Initiatives => Self::Initiatives,
            WorksheetSection::Collateral => Self::Collateral,
        }
    }
}

/// The minutes of a section of a review, where somebody said how many it may take, or it was timed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReviewAgendaItem {
    /// Names it; it follows from the review and the section.
    pub id: ReviewAgendaItemId,
    /// The review.
    pub review: ReviewId,
    /// The section.
    pub section: AgendaSection,
    /// How many minutes it may take; none leaves it out of the meeting. Nothing where what is offered holds.
    pub minutes: Option<i64>,
    /// How many it took, once the review was closed in a meeting.
    pub taken: Option<i64>,
}
row!(ReviewAgendaItem, "review_agenda_item", id: ReviewAgendaItemId, flags: [], lists: [], ours: ["review", "section", "taken"]);

/// A section on the agenda, with its minutes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AgendaLine {
    /// The section.
    pub section: AgendaSection,
    /// What it is called.
    pub name: String,
    /// How many minutes it may take; none leaves it out of the meeting.
    pub minutes: i64,
    /// How many are offered.
    pub offered: i64,
    /// How many it took the last time; nothing where it was not timed.
    pub took_last: Option<i64>,
    /// How many it took in this review; nothing before it was closed, or where it was not timed.
    pub taken: Option<i64>,
}

/// How long a section took.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SectionTaken {
    /// The section.
    pub section: AgendaSection,
    /// How many minutes.
    pub minutes: i64,
}

/// Says how many minutes a section of a review may take.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetAgendaMinutes {
    /// The review.
    pub review: ReviewId,
    /// The section.
    pub section: AgendaSection,
    /// How many; none leaves it out of the meeting, and nothing takes what is offered.
    pub minutes: Option<i64>,
}

impl Action for SetAgendaMinutes {
    type Outcome = ();

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        Ok(format!(
            "Change the agenda of {}",
            review(reader, &self.review)?.in_words(reader)?
        ))
    }

    fn apply(self, change: &mut Transaction) -> Result<()> {
        must_be_open(change, &self.review)?;
        must_be_minutes(self.minutes)?;
        keep(change, &self.review, self.section, |item| {
            item.minutes = self.minutes;
        })
    }
}

fn must_be_minutes(minutes: Option<i64>) -> Result<()> {
    match minutes {
        Some(minutes) if !(0..=MOST_MINUTES).contains(&minutes) => Err(Error::invalid(
            "minutes",
            format!("Give minutes from 0 to {MOST_MINUTES}; with 0 the section is left out."),
        )),
        _ => Ok(()),
    }
}

/// Keeps how long the sections of a review took.
///
/// # Errors
/// `Invalid` where a number is no number of minutes, `File` when the disk fails.
pub(super) fn keep_taken(change: &Transaction, review: &ReviewId, taken: &[SectionTaken]) -> Result<()> {
    for one in taken {
        must_be_minutes(Some(one.minutes))?;
        keep(change, review, one.section, |item| item.taken = Some(one.minutes))?;
    }
    Ok(())
}

fn keep(
    change: &Transaction,
    review: &ReviewId,
    section: AgendaSection,
    set: impl FnOnce(&mut ReviewAgendaItem),
) -> Result<()> {
    let id: ReviewAgendaItemId = derived(&["review_agenda_item", review.as_str(), section.key()]).into();
    let known = rows::find::<ReviewAgendaItem>(change, &id)?;
    let is_known = known.is_some();
    let mut item = known.unwrap_or(ReviewAgendaItem {
        id,
        review: review.clone(),
        section,
        minutes: None,
        taken: None,
    });
    set(&mut item);
    if is_known {
        rows::update(change, &item)
    } else {
        rows::insert(change, &item)
    }
}

/// Returns what was said of the agenda of a review.
pub(super) fn items(reader: &ReadContext, review: &ReviewId) -> Result<Vec<ReviewAgendaItem>> {
    rows::all(reader, "WHERE review = ?1", [review])
}

/// Returns the agenda of a review, section by section in the order of its worksheet.
///
/// # Errors
/// `Damaged` when what stands in the file cannot be read.
pub(super) fn agenda(reader: &ReadContext, of: &Review, parts: &[WorksheetPart]) -> Result<Vec<AgendaLine>> {
    let own = items(reader, &of.id)?;
    let last = last_timed(reader, of)?;
    let of_parts: Vec<AgendaSection> = parts
        .iter()
        .map(|part| AgendaSection::of_part(part.section))
        .collect();
    let is_shown = |section: &AgendaSection| {
        of_parts.contains(section)
            || matches!(
                section,
                AgendaSection::Goals
                    | AgendaSection::LastTime
                    | AgendaSection::Sides
                    | AgendaSection::Outcomes
            )
    };
    let found = |items: &[ReviewAgendaItem], section| {
        items
            .iter()
            .find(|item: &&ReviewAgendaItem| item.section == section)
            .cloned()
    };
    Ok(AgendaSection::ALL
        .into_iter()
        .filter(is_shown)
        .map(|section| {
            let took_last = found(&last, section).and_then(|item| item.taken);
            let own = found(&own, section);
            let offered = offered(took_last, section.usual_minutes(of.kind));
            AgendaLine {
                section,
                name: section.name().into(),
                minutes: own.as_ref().and_then(|item| item.minutes).unwrap_or(offered),
                offered,
                took_last,
                taken: own.and_then(|item| item.taken),
            }
        })
        .collect())
}

/// Returns how many minutes a review is planned to take: those of all sections that its worksheet can have.
///
/// # Errors
/// `Damaged` when what stands in the file cannot be read.
pub(super) fn planned_minutes(reader: &ReadContext, of: &Review) -> Result<i64> {
    let worksheet = fill(reader, of)?;
    let agenda = agenda(reader, of, &worksheet.parts)?;
    Ok(agenda.iter().map(|line| line.minutes).sum())
}

/// Returns what is offered after a section took so long: so much again, in steps of five minutes; the usual where it was passed over.
fn offered(took: Option<i64>, usual: i64) -> i64 {
    match took {
        Some(took) if took > 0 => (took + STEP - 1) / STEP * STEP,
        _ => usual,
    }
}

/// Returns how long the sections of the last review of this kind took that was closed before and timed.
fn last_timed(reader: &ReadContext, of: &Review) -> Result<Vec<ReviewAgendaItem>> {
    let ordered = in_order(reader)?;
    let earlier = ordered
        .iter()
        .take_while(|(_, other)| other.id != of.id)
        .filter(|(_, other)| other.kind == of.kind && other.closed_at.is_some());
    for (_, other) in earlier.collect::<Vec<_>>().into_iter().rev() {
        let items = items(reader, &other.id)?;
        if items.iter().any(|item| item.taken.is_some()) {
            return Ok(items);
        }
    }
    Ok(Vec::new())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_took_long_is_offered_again_in_steps_of_five() {
        assert_eq!(offered(Some(12), 10), 15);
        assert_eq!(offered(Some(15), 10), 15);
        assert_eq!(offered(Some(1), 10), 5);
        assert_eq!(offered(Some(0), 10), 10);
        assert_eq!(offered(None, 25), 25);
    }

    #[test]
    fn a_quarter_takes_two_hours_and_a_check_in_one() {
        let all = |kind| -> i64 {
            AgendaSection::ALL
                .into_iter()
                .map(|section| section.usual_minutes(kind))
                .sum()
        };
        assert_eq!(all(ReviewKind::Quarter), 120 - 5);
        assert_eq!(all(ReviewKind::Month), 60);
    }
}
