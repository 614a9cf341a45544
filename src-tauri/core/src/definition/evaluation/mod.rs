//! Judging many leads at once: each criterion is asked of a whole column and answers 64 leads with two words of 64 bits, and
//! the verdicts follow from these words. What is said of a lead is what [`super::rules::verdict`] says of it; a test holds
//! both against each other.

mod evaluator;
mod points;

pub(super) use evaluator::known_of_batch;
pub use evaluator::{Answered, Evaluator, KnownFields, column, day_of, fact};

use super::{
    Criterion, FieldName, Role, Verdict,
    content::{DefinitionContent, is_ready},
    rules::facts::Asked,
    view::JudgedCriterion,
};
use crate::leads::columns::LeadColumns;
use lockstep_workspace::words::Words;
use points::{Enough, Points};

/// The most criteria a definition has: as many as bits stand in a word. Far more than two leaders would agree on (P12).
pub const MOST_CRITERIA: usize = 64;

/// What one criterion says to 64 leads, a bit for each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Answers {
    /// The leads that meet it; none of them is unknown.
    pub met: u64,
    /// The leads of which nothing is known.
    pub unknown: u64,
}

/// The verdicts on 64 leads, a bit for each. What is neither is not qualified.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verdicts {
    /// These are qualified.
    pub qualified: u64,
    /// Of these something that is asked is not known.
    pub not_yet: u64,
}

impl Verdicts {
    /// Returns the verdict on one of the leads.
    pub fn of(self, place: usize) -> Verdict {
        let has = |bits: u64| (bits >> place) & 1 == 1;
        match (has(self.qualified), has(self.not_yet)) {
            (true, _) => Verdict::Qualified,
            (false, true) => Verdict::NotYet,
            (false, false) => Verdict::NotQualified,
        }
    }
}

/// What the criteria said to one lead.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct CriteriaBits {
    /// The criteria that it meets, by their places.
    pub met: u64,
    /// The criteria of which nothing is known.
    pub unknown: u64,
}

impl CriteriaBits {
    /// Returns what was said to one of the leads.
    pub fn of(said: &[Answers], lead: usize) -> Self {
        let together = |bits: fn(&Answers) -> u64| {
            let places = said.iter().enumerate();
            places.fold(0, |all, (place, said)| {
                all | (((bits(said) >> lead) & 1) << place)
            })
        };
        Self {
            met: together(|said| said.met),
            unknown: together(|said| said.unknown),
        }
    }
}

/// A definition, ready to judge many leads.
pub struct Judge<'c> {
    criteria: Vec<(&'c Criterion, Asked)>,
    roles: Vec<Role>,
    points: Option<Points>,
}

impl<'c> Judge<'c> {
    /// Makes a definition ready. Criteria that are not complete are passed over, as for one lead.
    pub fn of(content: &'c DefinitionContent) -> Self {
        let criteria: Vec<(&Criterion, Asked)> = content
            .criteria
            .iter()
            .filter(|criterion| is_ready(criterion))
            .take(MOST_CRITERIA)
            .map(|criterion| (criterion, Asked::of(criterion)))
            .collect();
        let asked = criteria.iter().map(|(criterion, _)| *criterion);
        Self {
            roles: asked.clone().map(|criterion| criterion.role).collect(),
            points: content.points_needed().map(|needed| {
                let with_points = asked
                    .enumerate()
                    .filter(|(_, criterion)| criterion.role == Role::Points);
                Points::of(
                    with_points.map(|(place, one)| (place, one.points.unwrap_or(0))),
                    needed,
                )
            }),
            criteria,
        }
    }

    /// Returns the criteria that are asked, in the order of their places.
    pub fn criteria(&self) -> impl Iterator<Item = &'c Criterion> {
        self.criteria.iter().map(|(criterion, _)| *criterion)
    }

    /// Returns what each criterion said, in words.
    pub fn told(&self, saying: CriteriaBits, words: &Words) -> Vec<JudgedCriterion> {
        self.criteria()
            .enumerate()
            .map(|(place, criterion)| {
                let has = |bits: u64| (bits >> place) & 1 == 1;
                let met = (!has(saying.unknown)).then_some(has(saying.met));
                JudgedCriterion::of(criterion, met, None, words)
            })
            .collect()
    }

    /// Returns the verdict on one lead.
    pub fn verdict(&self, saying: CriteriaBits) -> Verdict {
        let said: Vec<Answers> = (0..self.roles.len())
            .map(|place| Answers {
                met: (saying.met >> place) & 1,
                unknown: (saying.unknown >> place) & 1,
            })
            .collect();
        self.verdicts(&said, |_, _| {}).of(0)
    }

    /// Returns the verdicts on 64 leads by what each criterion said to them. `without` hears, for each criterion, its place
    /// and which leads would be qualified without it.
    pub fn verdicts(&self, said: &[Answers], mut without: impl FnMut(usize, u64)) -> Verdicts {
        // What speaks against leads, and what keeps them from being qualified: once, and more than once.
        let (mut against, mut once, mut twice) = (0, 0, 0);
        for (role, said) in self.roles.iter().zip(said) {
            let stops = stopped(*role, *said);
            // What is not known keeps a lead back, and does not speak against it.
            against |= stops & !said.unknown;
            twice |= once & stops;
            once |= stops;
        }
        let Enough { now, perhaps } = match &self.points {
            Some(points) => points.enough(said, |place, enough| without(place, enough & !once)),
            None => Enough::ALL,
        };
        for (place, (role, said)) in self.roles.iter().zip(said).enumerate() {
            if *role != Role::Points || self.points.is_none() {
                // Some are kept back by this one alone.
                let alone = stopped(*role, *said) & !twice;
                without(place, now & (alone | !once));
            }
        }
        let against = against | !perhaps;
        let qualified = now & !once;
        Verdicts {
            qualified,
            not_yet: !qualified & !against,
        }
    }

    /// Returns what all leads are answered, remembered for as long as none of them changes.
    pub fn answered(&self, leads: &LeadColumns) -> Answered {
        Answered::of(leads, self.asked())
    }

    /// Returns it before leads of which only some are asked.
    pub fn on<'l>(&'l self, leads: &'l LeadColumns) -> Evaluator<'l> {
        Evaluator::of(leads, self.asked())
    }

    fn asked(&self) -> impl Iterator<Item = (&Asked, &FieldName)> {
        let criteria = self.criteria.iter();
        criteria.map(|(criterion, asked)| (asked, &criterion.field))
    }
}

/// Returns which leads a criterion keeps from being qualified, whatever the others say.
fn stopped(role: Role, said: Answers) -> u64 {
    match role {
        Role::Required => !said.met,
        Role::Disqualifies => said.met,
        Role::Points => 0,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use proptest::prelude::*;

    use super::*;
    use crate::definition::{
        batches::AT_ONCE,
        rules::verdict::{Said, verdict},
    };

    fn any_role() -> impl Strategy<Value = Role> {
        prop::sample::select(vec![Role::Required, Role::Points, Role::Disqualifies])
    }

    proptest! {
        /// Words of bits are only a faster way to say what the rule says, also of a definition without one of its criteria.
        #[test]
        fn many_leads_are_judged_as_one_is(
            criteria in prop::collection::vec((any_role(), prop_oneof![0_i64..20, Just(1_i64 << 40)]), 0..12),
            said in prop::collection::vec(prop::collection::vec(prop::option::of(any::<bool>()), 12), AT_ONCE),
            threshold in prop::option::of(prop_oneof![0_i64..60, Just(1_i64 << 41)]),
        ) {
            let with_points = || criteria.iter().enumerate().filter(|(_, (role, _))| *role == Role::Points);
            let threshold = threshold.filter(|_| with_points().next().is_some());
            let judge = Judge {
                criteria: Vec::new(),
                roles: criteria.iter().map(|(role, _)| *role).collect(),
                points: threshold.map(|needed| Points::of(with_points().map(|(place, (_, points))| (place, *points)), needed)),
            };
            let mut answers = vec![Answers::default(); criteria.len()];
            for (lead, said) in said.iter().enumerate() {
                for (answers, said) in answers.iter_mut().zip(said) {
                    answers.met |= u64::from(*said == Some(true)) << lead;
                    answers.unknown |= u64::from(said.is_none()) << lead;
                }
            }
            let mut qualified_without = HashMap::new();
            let verdicts = judge.verdicts(&answers, |place, qualified| {
                qualified_without.insert(place, qualified);
            });
            for (lead, said) in said.iter().enumerate() {
                let one_by_one = |left_out: Option<usize>| {
                    let said = criteria.iter().zip(said).enumerate().filter(|(place, _)| Some(*place) != left_out);
                    verdict(said.map(|(_, ((role, points), met))| Said { role: *role, points: *points, met: *met }), threshold)
                };
                prop_assert_eq!(verdicts.of(lead), one_by_one(None));
                prop_assert_eq!(judge.verdict(CriteriaBits::of(&answers, lead)), one_by_one(None));
                for place in 0..criteria.len() {
                    let qualified = qualified_without.get(&place).map(|bits| (bits >> lead) & 1 == 1);
                    prop_assert_eq!(qualified, Some(one_by_one(Some(place)) == Verdict::Qualified));
                }
            }
        }
    }
}
