//! Where a lead stands, in one byte, and what that adds to each of the counts.

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

    /// Returns what the lead adds to each of the counts, looked up.
    pub(super) fn adds(self) -> Option<&'static Counts> {
        COUNTS.get(usize::from(self.0))
    }

    const fn counts(self) -> Counts {
        let recycled = self.has(Self::RECYCLED);
        Counts {
            leads: 1,
            converted: self.has(Self::CONVERTED) as u32,
            accepted: self.has(Self::ACCEPTED) as u32,
            rejected: self.has(Self::REJECTED) as u32,
            disqualified: self.has(Self::DISQUALIFIED) as u32,
            untouched: self.has(Self::UNTOUCHED) as u32,
            abandoned: self.has(Self::ABANDONED) as u32,
            lost_or_ignored: self.has(Self::UNTOUCHED | Self::ABANDONED) as u32,
            won_leads: self.has(Self::WON) as u32,
            recycled: recycled as u32,
            recycled_converted: (recycled && self.has(Self::CONVERTED)) as u32,
            recycled_won: (recycled && self.has(Self::WON)) as u32,
        }
    }
}

/// What every standing adds, worked out once: a million leads are counted by looking up and adding.
static COUNTS: [Counts; 256] = {
    let mut all = [Counts::NONE; 256];
    let mut standing: u8 = 0;
    let mut rest: &mut [Counts] = &mut all;
    while let Some((slot, others)) = rest.split_first_mut() {
        *slot = Standing(standing).counts();
        standing = standing.wrapping_add(1);
        rest = others;
    }
    all
};

/// Counts of leads.
#[derive(Debug, Clone, Copy)]
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

    // One after the other and without a look at each: the processor adds them four at a time.
    #[inline]
    pub fn add(&mut self, other: &Self) {
        self.leads = self.leads.wrapping_add(other.leads);
        self.converted = self.converted.wrapping_add(other.converted);
        self.accepted = self.accepted.wrapping_add(other.accepted);
        self.rejected = self.rejected.wrapping_add(other.rejected);
        self.disqualified = self.disqualified.wrapping_add(other.disqualified);
        self.untouched = self.untouched.wrapping_add(other.untouched);
        self.abandoned = self.abandoned.wrapping_add(other.abandoned);
        self.lost_or_ignored = self.lost_or_ignored.wrapping_add(other.lost_or_ignored);
        self.won_leads = self.won_leads.wrapping_add(other.won_leads);
        self.recycled = self.recycled.wrapping_add(other.recycled);
        self.recycled_converted = self.recycled_converted.wrapping_add(other.recycled_converted);
        self.recycled_won = self.recycled_won.wrapping_add(other.recycled_won);
    }
}
