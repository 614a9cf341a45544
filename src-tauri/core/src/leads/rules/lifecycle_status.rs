//! Where a lead stands, in one number, and what that adds to each of the counts.

use std::sync::Arc;

use super::{Acceptance, LeadFacts, LeadStage, LeadState, OpportunityFacts, decision};

/// Where a lead stands, worked out once: its state, what sales said, and what else it counts for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LifecycleStatus(u16);

/// The lowest four bits are the state, by its place in [`LeadState::ALL`], the marks follow.
const STATE: u16 = 0b1111;
const ACCEPTED: u16 = 1 << 4;
const REJECTED: u16 = 1 << 5;
const CONVERTED: u16 = 1 << 6;
const DISQUALIFIED: u16 = 1 << 7;
const RECYCLED: u16 = 1 << 8;
const OVERDUE: u16 = 1 << 9;
const ALL: usize = 1 << 10;

impl LifecycleStatus {
    /// Returns where a lead with these opportunities stands.
    pub fn of(lead: &LeadFacts, opportunities: &[OpportunityFacts]) -> Self {
        let state = LeadState::of(lead, opportunities);
        let decision = decision(lead, opportunities);
        let converted = !opportunities.is_empty()
            || lead.names_an_opportunity
            || lead.stage == Some(LeadStage::Converted);
        let marks = [
            (ACCEPTED, decision == Acceptance::Accepted),
            (REJECTED, decision == Acceptance::Rejected),
            (CONVERTED, converted),
            (DISQUALIFIED, lead.stage == Some(LeadStage::Disqualified)),
            (RECYCLED, lead.stage == Some(LeadStage::Recycled) || lead.wakes_up),
        ];
        let place = LeadState::ALL.iter().zip(0..).find(|(known, _)| **known == state);
        let state = place.map_or(0, |(_, place)| place);
        Self(
            marks
                .iter()
                .fold(state, |all, (mark, has)| if *has { all | mark } else { all }),
        )
    }

    /// Returns the standing of a lead that was to be contacted by now; it says something only of untouched ones.
    #[must_use]
    pub fn past_the_promise(self) -> Self {
        if self.state() == LeadState::Untouched {
            Self(self.0 | OVERDUE)
        } else {
            self
        }
    }

    /// Returns the state of the lead.
    pub fn state(self) -> LeadState {
        LeadState::ALL.get(self.place()).copied().unwrap_or_default()
    }

    /// Returns the place of its state in [`LeadState::ALL`].
    pub fn place(self) -> usize {
        usize::from(self.0 & STATE)
    }

    /// Returns what sales said.
    pub fn decision(self) -> Acceptance {
        if self.has(ACCEPTED) {
            Acceptance::Accepted
        } else if self.has(REJECTED) {
            Acceptance::Rejected
        } else {
            Acceptance::Undecided
        }
    }

    /// Returns whether the lead has an opportunity.
    pub fn is_converted(self) -> bool {
        self.has(CONVERTED)
    }

    /// Returns whether an opportunity of the lead was won.
    pub fn is_won(self) -> bool {
        self.state() == LeadState::Won
    }

    /// Returns whether the lead was abandoned, or nobody touched it within the time that was promised.
    pub fn is_lost_or_ignored(self) -> bool {
        self.state() == LeadState::Abandoned || self.has(OVERDUE)
    }

    /// Returns whether the lead was sent back to be nurtured once.
    pub fn is_recycled(self) -> bool {
        self.has(RECYCLED)
    }

    /// Returns whether sales decided on the lead, or closed it out without accepting or rejecting it.
    pub fn is_settled(self) -> bool {
        self.decision() != Acceptance::Undecided || self.state().is_closed_out()
    }

    const fn has(self, any: u16) -> bool {
        self.0 & any != 0
    }

    /// Returns what the lead adds to each of the counts.
    pub(super) fn counts(self) -> Counts {
        let state = self.state();
        let is = |wanted: LeadState| u32::from(state == wanted);
        let recycled = self.has(RECYCLED);
        let undecided = self.decision() == Acceptance::Undecided;
        let unknown = undecided && state == LeadState::Unknown;
        Counts {
            leads: 1,
            converted: u32::from(self.has(CONVERTED)),
            accepted: u32::from(self.has(ACCEPTED)),
            rejected: u32::from(self.has(REJECTED)),
            closed_out: u32::from(undecided && state.is_closed_out()),
            unknown: u32::from(unknown),
            disqualified: u32::from(self.has(DISQUALIFIED)),
            untouched: is(LeadState::Untouched),
            overdue: u32::from(self.has(OVERDUE)),
            abandoned: is(LeadState::Abandoned),
            won_leads: is(LeadState::Won),
            recycled: u32::from(recycled),
            recycled_converted: u32::from(recycled && self.has(CONVERTED)),
            recycled_won: u32::from(recycled && self.is_won()),
        }
    }
}

/// The different standings that leads have: a dozen or two of all that there could be.
#[derive(Debug)]
pub struct Standings {
    kinds: Vec<LifecycleStatus>,
    places: Vec<u16>,
}

impl Standings {
    /// Returns those of these leads.
    pub fn of(leads: &[LifecycleStatus]) -> Self {
        let mut is_there = vec![false; ALL];
        for LifecycleStatus(marks) in leads {
            if let Some(is_there) = is_there.get_mut(usize::from(*marks)) {
                *is_there = true;
            }
        }
        let mut kinds = Vec::new();
        let mut places = vec![0; ALL];
        for ((marks, place), is_there) in (0..).zip(&mut places).zip(is_there) {
            if is_there {
                *place = u16::try_from(kinds.len()).unwrap_or(u16::MAX);
                kinds.push(LifecycleStatus(marks));
            }
        }
        Self { kinds, places }
    }
}

/// Leads counted by where they stand, group by group. Counting one is adding one to one number, and what it is counted for
/// is worked out once for all that stand alike.
#[derive(Debug, Clone)]
pub struct ByStanding {
    standings: Arc<Standings>,
    counts: Vec<u32>,
}

impl ByStanding {
    /// Returns an empty one for so many groups.
    pub fn new(standings: Arc<Standings>, groups: usize) -> Self {
        Self {
            counts: vec![0; groups * standings.kinds.len()],
            standings,
        }
    }

    /// Counts a lead, whose standing is among those that were said, once or not at all: adding nothing is quicker than
    /// deciding.
    #[inline]
    pub fn add(&mut self, group: usize, LifecycleStatus(marks): LifecycleStatus, times: u32) {
        let place = self
            .standings
            .places
            .get(usize::from(marks))
            .copied()
            .unwrap_or(0);
        let place = group * self.standings.kinds.len() + usize::from(place);
        if let Some(count) = self.counts.get_mut(place) {
            *count += times;
        }
    }

    /// Counts leads of which so many stand how.
    pub fn add_leads(&mut self, group: usize, leads: impl IntoIterator<Item = (LifecycleStatus, u32)>) {
        for (standing, times) in leads {
            self.add(group, standing, times);
        }
    }

    /// Takes away what is counted in another group.
    pub fn take_away(&mut self, group: usize, other: usize) {
        let kinds = self.standings.kinds.len();
        for place in 0..kinds {
            let less = self.counts.get(other * kinds + place).copied().unwrap_or(0);
            if let Some(count) = self.counts.get_mut(group * kinds + place) {
                *count -= less;
            }
        }
    }

    /// Counts all that is counted in `other`, which has the same groups.
    pub fn add_all(&mut self, other: &Self) {
        for (count, more) in self.counts.iter_mut().zip(&other.counts) {
            *count += more;
        }
    }

    /// Returns how many leads of each group stand how, group by group.
    pub fn groups(&self) -> impl Iterator<Item = impl Iterator<Item = (LifecycleStatus, u32)>> {
        let kinds = &self.standings.kinds;
        self.counts
            .chunks(kinds.len().max(1))
            .map(|counts| kinds.iter().copied().zip(counts.iter().copied()))
    }
}

/// Counts of leads.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Counts {
    pub leads: u32,
    pub converted: u32,
    pub accepted: u32,
    pub rejected: u32,
    pub closed_out: u32,
    pub unknown: u32,
    pub disqualified: u32,
    pub untouched: u32,
    pub overdue: u32,
    pub abandoned: u32,
    pub won_leads: u32,
    pub recycled: u32,
    pub recycled_converted: u32,
    pub recycled_won: u32,
}

impl Counts {
    /// Adds what so many leads add.
    pub fn add(&mut self, other: &Self, times: u32) {
        self.leads += times * other.leads;
        self.converted += times * other.converted;
        self.accepted += times * other.accepted;
        self.rejected += times * other.rejected;
        self.closed_out += times * other.closed_out;
        self.unknown += times * other.unknown;
        self.disqualified += times * other.disqualified;
        self.untouched += times * other.untouched;
        self.overdue += times * other.overdue;
        self.abandoned += times * other.abandoned;
        self.won_leads += times * other.won_leads;
        self.recycled += times * other.recycled;
        self.recycled_converted += times * other.recycled_converted;
        self.recycled_won += times * other.recycled_won;
    }
}
