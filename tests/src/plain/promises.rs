//! How promises were kept: each lead is held to what was in force on the day of its hand-over.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::{
    Books, Counted, Lead, Standing, State,
    days::{is_past, working_days_between},
    median, rate,
};

/// What sales promises of days, since a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Version {
    pub since: NaiveDate,
    /// The working days until the first contact.
    pub first_touch: Option<i64>,
    /// The working days until a decision.
    pub decision: Option<i64>,
}

#[derive(Clone, Copy)]
enum Promised {
    FirstTouch,
    Decision,
}

impl Promised {
    fn name(self) -> &'static str {
        match self {
            Self::FirstTouch => "first_touch",
            Self::Decision => "decision",
        }
    }

    fn days(self, version: &Version) -> Option<i64> {
        match self {
            Self::FirstTouch => version.first_touch,
            Self::Decision => version.decision,
        }
    }

    fn done_on(self, lead: &Lead, standing: &Standing) -> Option<NaiveDate> {
        // Nothing happened to a lead before it came in.
        let possible = |day: &NaiveDate| lead.came_in.is_none_or(|came_in| came_in <= *day);
        match self {
            Self::FirstTouch => lead.first_touch.filter(possible),
            // What was closed out without a yes or a no was decided on the day that stands with it.
            Self::Decision if standing.counted == Counted::ClosedOut => lead.decided.filter(possible),
            Self::Decision => standing.decided.filter(possible),
        }
    }

    /// Whether it is still to be done.
    fn is_due(self, standing: &Standing) -> bool {
        match self {
            Self::FirstTouch => standing.state == State::Untouched,
            Self::Decision => standing.counted == Counted::Open,
        }
    }
}

#[derive(Default)]
struct Tally {
    on_time: i64,
    late: i64,
    overdue: i64,
    not_yet_due: i64,
    cannot_be_told: i64,
    took: Vec<i64>,
}

impl Tally {
    fn held(&mut self, books: &Books, promised: Promised, days: i64, lead: &Lead, standing: &Standing) {
        let Some(day) = lead.day() else {
            self.cannot_be_told += 1;
            return;
        };
        if let Some(done) = promised.done_on(lead, standing) {
            let took = working_days_between(day, done);
            self.took.push(took);
            *(if took <= days {
                &mut self.on_time
            } else {
                &mut self.late
            }) += 1;
        } else if !promised.is_due(standing) {
            self.cannot_be_told += 1;
        } else if is_past(day, days, books.today) {
            self.overdue += 1;
        } else {
            self.not_yet_due += 1;
        }
    }

    /// kept = on time ÷ (on time + late + overdue), as far as most can be told; `most_days`: nine of ten were done within so many.
    fn numbers(mut self, promised: Promised) -> Value {
        self.took.sort_unstable();
        let ninth = (self.took.len() * 9).div_ceil(10);
        let most = ninth.checked_sub(1).and_then(|place| self.took.get(place));
        let told = self.on_time + self.late + self.overdue;
        // With more leads of which it cannot be told than of which it can, there is no rate.
        let kept = if self.cannot_be_told > told {
            rate(0, 0)
        } else {
            rate(self.on_time, told)
        };
        json!({
            "kind": promised.name(),
            "on_time": self.on_time,
            "late": self.late,
            "overdue": self.overdue,
            "not_yet_due": self.not_yet_due,
            "cannot_be_told": self.cannot_be_told,
            "kept": kept,
            "most_days": most,
            "median_days": median(self.took.clone()),
        })
    }
}

/// Which leads are looked at, and to what they are held.
#[derive(Debug, Clone, Copy)]
pub enum Held {
    /// All, to what nobody has signed yet.
    ToTheDraft(Version),
    /// Those of a day on which a version was in force, each to that version.
    ToTheirVersion,
    /// Those of before the first version, as if it had applied.
    AsIfTheFirst,
}

/// What became of the promises of days: `{ "leads": …, "without_day": …, "kept": [first contact, decision] }`.
pub fn promises_kept(books: &Books, held: Held) -> Value {
    let standings = books.standings();
    let (mut touched, mut decided) = (Tally::default(), Tally::default());
    let (mut count, mut without_day) = (0, 0);
    for (lead, standing) in books.leads.iter().zip(&standings) {
        without_day += i64::from(lead.day().is_none());
        let in_force = |day| books.versions.iter().rfind(|version| version.since <= day);
        let version = match (held, lead.day()) {
            (Held::ToTheDraft(version), _) => Some(version),
            (Held::ToTheirVersion, Some(day)) => in_force(day).copied(),
            (Held::AsIfTheFirst, Some(day)) if in_force(day).is_none() => books.versions.first().copied(),
            _ => None,
        };
        let Some(version) = version else {
            continue;
        };
        count += 1;
        for (tally, promised) in [
            (&mut touched, Promised::FirstTouch),
            (&mut decided, Promised::Decision),
        ] {
            if let Some(days) = promised.days(&version) {
                tally.held(books, promised, days, lead, standing);
            }
        }
    }
    json!({
        "leads": count,
        "without_day": without_day,
        "kept": [touched.numbers(Promised::FirstTouch), decided.numbers(Promised::Decision)],
    })
}
