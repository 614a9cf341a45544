//! The identifiers of what the rooms hold; those of the ground floor come with it.

pub use lockstep_workspace::ids::{AgreementId, EntryId, ListItemId, PersonId, derived};

lockstep_workspace::ids! {
    /// Names the annual plan of one fiscal year.
    PlanId;
    /// Names the definition of a qualified lead.
    DefinitionId;
    /// Names one file that was taken in.
    ImportId;
    /// Names a lead.
    LeadId;
    /// Names an opportunity.
    OpportunityId;
    /// Names a view of the ledger that somebody saved.
    LeadViewId;
    /// Names a spelling that means another.
    SpellingId;
    /// Names the buying cycle.
    BuyingCycleId;
    /// Names a piece of collateral.
    PieceId;
    /// Names one file that a piece was.
    PieceVersionId;
    /// Names one use of a piece in a deal.
    PieceUseId;
    /// Names what was asked for of the library.
    CollateralRequestId;
    /// Names what was decided of a cell of the content matrix, or of a need in it.
    MatrixMarkId;
    /// Names a note on a return slip, as the page that wrote it named it.
    SlipNoteId;
    /// Names the settings of the library.
    CollateralSettingsId;
    /// Names a walk through the sale.
    WalkThroughId;
    /// Names the review of a period.
    ReviewId;
    /// Names what was found later about a closed review.
    ReviewAmendmentId;
    /// Names the minutes of a section of a review.
    ReviewAgendaItemId;
    /// Names somebody's votes for a note of a review.
    ReviewVoteId;
    /// Names a mark that a side gives in a review.
    ReviewMarkId;
    /// Names how far a goal has come as of a day.
    GoalReadingId;
}

impl CollateralSettingsId {
    /// Returns the one row of settings that a workspace has.
    pub fn only() -> Self {
        Self("collateral".into())
    }
}

impl BuyingCycleId {
    /// Returns the one buying cycle that a workspace has.
    pub fn only() -> Self {
        Self("buying_cycle".into())
    }
}

impl DefinitionId {
    /// Returns the one definition that a workspace has.
    pub fn only() -> Self {
        Self("definition".into())
    }
}
