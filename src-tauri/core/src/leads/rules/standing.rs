//! Where a lead stands, in one byte, and what that adds to each of the counts.

use std::sync::Arc;

use super::{Acceptance, DealFacts, LeadFacts, LeadStage, Outcome, decision, is_abandoned, is_untouched};

/// Where a lead stands, worked out once: what sales said, and what it counts for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Standing(u8);

impl Standing {
    const ACCEPTED: u8 = 1;
    const REJECTED: u8 = 2;
    const CONVERTED: u8 = 4;
    const DISQUALIFIED: u8 = 8;
    const UNTOUCHED: u8 = 16;
    const ABANDONED: u8 = 32;
    const WON: u8 = 64;
    const RECYCLED: u8 = 128;

    /// Returns where a lead with these opportunities stands.
    pub fn of(lead: &LeadFacts, deals: &[DealFacts]) -> Self {
        let decision = decision(lead, deals.iter().map(|deal| deal.accepted));
        let converted =
            !deals.is_empty() || lead.names_an_opportunity || lead.stage == Some(LeadStage::Converted);
        let won = deals.iter().any(|deal| deal.outcome == Some(Outcome::Won));
        let marks = [
            (Self::ACCEPTED, decision == Acceptance::Accepted),
            (Self::REJECTED, decision == Acceptance::Rejected),
            (Self::CONVERTED, converted),
            (Self::DISQUALIFIED, lead.stage == Some(LeadStage::Disqualified)),
            (Self::UNTOUCHED, is_untouched(lead, decision)),
            (Self::ABANDONED, is_abandoned(lead, decision)),
            (Self::WON, won),
            (
                Self::RECYCLED,
                lead.stage == Some(LeadStage::Recycled) || lead.wakes_up,
            ),
        ];
        Self(
            marks
                .iter()
                .fold(0, |all, (mark, has)| if *has { all | mark } else { all }),
        )
    }

    /// Returns what sales said.
    pub fn decision(self) -> Acceptance {
        if self.has(Self::ACCEPTED) {
            Acceptance::Accepted
        } else if self.has(Self::REJECTED) {
            Acceptance::Rejected
        } else {
            Acceptance::Undecided
        }
    }

    /// Returns whether the lead has an opportunity.
    pub fn is_converted(self) -> bool {
        self.has(Self::CONVERTED)
    }

    /// Returns whether an opportunity of the lead was won.
    pub fn is_won(self) -> bool {
        self.has(Self::WON)
    }

    /// Returns whether nobody touched the lead, or it was abandoned, and nothing was decided.
    pub fn is_lost_or_ignored(self) -> bool {
        self.has(Self::UNTOUCHED | Self::ABANDONED)
    }

    /// Returns whether the lead was sent back to be nurtured once.
    pub fn is_recycled(self) -> bool {
        self.has(Self::RECYCLED)
    }

    const fn has(self, any: u8) -> bool {
        self.0 & any != 0
    }

    /// Returns what the lead adds to each of the counts.
    pub(super) fn counts(self) -> Counts {
        let recycled = self.has(Self::RECYCLED);
        Counts {
            leads: 1,
            converted: u32::from(self.has(Self::CONVERTED)),
            accepted: u32::from(self.has(Self::ACCEPTED)),
            rejected: u32::from(self.has(Self::REJECTED)),
            disqualified: u32::from(self.has(Self::DISQUALIFIED)),
            untouched: u32::from(self.has(Self::UNTOUCHED)),
            abandoned: u32::from(self.has(Self::ABANDONED)),
            lost_or_ignored: u32::from(self.has(Self::UNTOUCHED | Self::ABANDONED)),
            won_leads: u32::from(self.has(Self::WON)),
            recycled: u32::from(recycled),
            recycled_converted: u32::from(recycled && self.has(Self::CONVERTED)),
            recycled_won: u32::from(recycled && self.has(Self::WON)),
        }
    }
}

/// The different standings that leads have: a dozen or two of the 256 there could be.
#[derive(Debug)]
pub struct Standings {
    kinds: Vec<Standing>,
    places: [u8; 256],
}

impl Standings {
    /// Returns those of these leads.
    pub fn of(leads: &[Standing]) -> Self {
        let mut is_there = [false; 256];
        for Standing(marks) in leads {
            if let Some(is_there) = is_there.get_mut(usize::from(*marks)) {
                *is_there = true;
            }
        }
        let mut kinds = Vec::new();
        let mut places = [0; 256];
        for ((marks, place), is_there) in (0..=u8::MAX).zip(&mut places).zip(is_there) {
            if is_there {
                // Of 256 standings the last is at place 255.
                *place = u8::try_from(kinds.len()).unwrap_or(u8::MAX);
                kinds.push(Standing(marks));
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
    pub fn add(&mut self, group: usize, Standing(marks): Standing, times: u32) {
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
    pub fn add_leads(&mut self, group: usize, leads: impl IntoIterator<Item = (Standing, u32)>) {
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
    pub fn groups(&self) -> impl Iterator<Item = impl Iterator<Item = (Standing, u32)>> {
        let kinds = &self.standings.kinds;
        self.counts
            .chunks(kinds.len().max(1))
            .map(|counts| kinds.iter().copied().zip(counts.iter().copied()))
    }
}

/// Counts of leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Counts {
    pub leads: u32,
    pub converted: u32,
    pub accepted: u32,
    pub rejected: u32,
    pub disqualified: u32,
    pub untouched: u32,
    pub abandoned: u32,
    pub lost_or_ignored: u32,
    pub won_leads: u32,
    pub recycled: u32,
    pub recycled_converted: u32,
    pub recycled_won: u32,
}

impl Counts {
    pub const NONE: Self = Self {
        leads: 0,
        converted: 0,
        accepted: 0,
        rejected: 0,
        disqualified: 0,
        untouched: 0,
        abandoned: 0,
        lost_or_ignored: 0,
        won_leads: 0,
        recycled: 0,
        recycled_converted: 0,
        recycled_won: 0,
    };

    /// Adds what so many leads add.
    pub fn add(&mut self, other: &Self, times: u32) {
        self.leads += times * other.leads;
        self.converted += times * other.converted;
        self.accepted += times * other.accepted;
        self.rejected += times * other.rejected;
        self.disqualified += times * other.disqualified;
        self.untouched += times * other.untouched;
        self.abandoned += times * other.abandoned;
        self.lost_or_ignored += times * other.lost_or_ignored;
        self.won_leads += times * other.won_leads;
        self.recycled += times * other.recycled;
        self.recycled_converted += times * other.recycled_converted;
        self.recycled_won += times * other.recycled_won;
    }
}
