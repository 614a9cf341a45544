//! Which opportunity belongs to which lead: worked out from what both say, the same whichever file came first.

use crate::{context::Transaction, error::Result};

/// Links every opportunity to its lead: by the lead's row that told of it, by the opportunity id that a lead names, by the
/// lead id that the opportunity names, else by e-mail. Of several leads the first that came in is taken.
///
/// # Errors
/// Whatever the file says.
pub(crate) fn link(change: &Transaction) -> Result<()> {
    change.db().execute(
        "UPDATE opportunity SET lead = found.lead FROM (
           SELECT o.id, coalesce(
             (SELECT l.id FROM lead l WHERE l.id = o.carried_by),
             (SELECT min(l.id) FROM lead l WHERE l.opportunity_said = o.external_id),
             (SELECT min(l.id) FROM lead l WHERE l.external_id = o.lead_said),
             (SELECT min(l.id) FROM lead l WHERE l.email IS NOT NULL AND lower(l.email) = lower(o.email))) AS lead
           FROM opportunity o) AS found
         WHERE found.id = opportunity.id AND opportunity.lead IS NOT found.lead",
        [],
    )?;
    Ok(())
}

/// Returns how many opportunities have their lead, and how many there are.
///
/// # Errors
/// Whatever the file says.
pub(crate) fn linked(change: &Transaction) -> Result<(i64, i64)> {
    Ok((
        change.count("SELECT count(*) FROM opportunity WHERE lead IS NOT NULL", [])?,
        change.count("SELECT count(*) FROM opportunity", [])?,
    ))
}
