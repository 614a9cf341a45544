//! Of what any file speaks. What none tells is left open: "0 won" is a statement.

use super::{Books, Lead, Opportunity, Outcome, Said, Stage, Standing};

pub(super) struct Told {
    pub(super) decisions: bool,
    pub(super) rejections: bool,
    pub(super) outcomes: bool,
    pub(super) losses: bool,
    pub(super) values: bool,
    pub(super) opportunities: bool,
    /// How leads stand: untouched and abandoned ones are told by the same columns.
    pub(super) stands: bool,
}

impl Told {
    pub(super) fn by(books: &Books, standings: &[Standing]) -> Self {
        let leads = |says: fn(&Lead) -> bool| books.leads.iter().any(says);
        let deals = |says: fn(&Opportunity) -> bool| books.opportunities.iter().any(says);
        let said = |what: Said| standings.iter().any(|one| one.said == Some(what));
        Self {
            decisions: said(Said::Accepted)
                || said(Said::Rejected)
                || leads(|lead| lead.said.is_some())
                || deals(|one| one.said.is_some()),
            rejections: said(Said::Rejected),
            outcomes: deals(|one| one.outcome.is_some()),
            losses: deals(|one| one.outcome == Some(Outcome::Lost)),
            values: deals(|one| one.value.is_some()),
            opportunities: !books.opportunities.is_empty() || standings.iter().any(|one| one.converted),
            stands: leads(|lead| {
                matches!(lead.stage, Some(Stage::New | Stage::Working))
                    || lead.touches.is_some()
                    || lead.first_touch.is_some()
                    || lead.reason.is_some()
            }),
        }
    }
}
