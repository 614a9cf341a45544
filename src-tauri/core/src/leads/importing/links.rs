//! Which opportunity belongs to which lead: worked out from what both say, the same whichever file came first.

use lockstep_workspace::{context::Transaction, error::Result};

/// The leads with the e-mail of an opportunity.
const OF_ITS_EMAIL: &str = "FROM lead l WHERE l.email IS NOT NULL AND lower(l.email) = lower(o.email)";

/// Links every opportunity to its lead: by the lead's row that told of it, by the opportunity id that a lead names, by the
/// lead id that the opportunity names, else by e-mail. Where several leads have that id or that e-mail, what else both tell
/// has to leave one of them.
///
/// # Errors
/// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
pub(crate) fn link(change: &Transaction) -> Result<()> {
    let the_only =
        |of: &str, and: &str| format!("(SELECT iif(count(*) = 1, min(l.id), NULL) {of} AND {and})");
    let of_its_id = "FROM lead l WHERE l.external_id = o.lead_said";
    let same_company = "lower(l.company) = lower(o.company)";
    let before_it = "l.created_on <= coalesce(o.created_on, o.closed_on)";
    let ways = [
        "(SELECT l.id FROM lead l WHERE l.id = o.carried_by)".to_owned(),
        "(SELECT min(l.id) FROM lead l WHERE l.opportunity_said = o.external_id)".to_owned(),
        the_only(of_its_id, "1"),
        the_only(of_its_id, "lower(l.email) = lower(o.email)"),
        the_only(of_its_id, same_company),
        the_only(OF_ITS_EMAIL, "1"),
        the_only(OF_ITS_EMAIL, same_company),
        the_only(OF_ITS_EMAIL, before_it),
    ];
    change.db().execute(
        &format!(
            "UPDATE opportunity SET lead = found.lead FROM (SELECT o.id, coalesce({}) AS lead FROM opportunity o) AS found
             WHERE found.id = opportunity.id AND opportunity.lead IS NOT found.lead",
            ways.join(", ")
        ),
        [],
    )?;
    Ok(())
}

/// Opportunities of which it is in doubt from which lead they are.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct InDoubt {
    /// Those that only the e-mail links to a lead that came in after they were closed.
    closed_before: i64,
    /// Those that are linked to none, because several leads have their id or their e-mail.
    shared: i64,
}

impl InDoubt {
    /// Counts them.
    ///
    /// # Errors
    /// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
    pub fn read(change: &Transaction) -> Result<Self> {
        let shared = format!(
            "SELECT count(*) FROM opportunity o WHERE o.lead IS NULL
               AND (1 < (SELECT count(*) {OF_ITS_EMAIL}) OR 1 < (SELECT count(*) FROM lead l WHERE l.external_id = o.lead_said))"
        );
        Ok(Self {
            closed_before: change.count(
                "SELECT count(*) FROM opportunity o JOIN lead l ON l.id = o.lead
                 WHERE o.outcome IN ('won', 'lost') AND o.closed_on < l.created_on AND o.carried_by IS NULL
                   AND o.lead_said IS NOT l.external_id AND (o.external_id IS NULL OR l.opportunity_said IS NOT o.external_id)",
                [],
            )?,
            shared: change.count(&shared, [])?,
        })
    }

    /// Says how many there are, where they became more since `before`.
    pub fn notes(self, before: Self) -> Vec<String> {
        let count = |count: i64| match count {
            1 => "One opportunity".to_owned(),
            count => format!("{count} opportunities"),
        };
        let mut said = Vec::new();
        if self.closed_before > before.closed_before {
            let (was, its) = if self.closed_before == 1 {
                ("was", "its lead")
            } else {
                ("were", "their leads")
            };
            said.push(format!(
                "{} {was} closed before {its} came in, and only the e-mail links them. Each counts for the source of that lead, \
                 and may be an older deal with the same person.",
                count(self.closed_before)
            ));
        }
        if self.shared > before.shared {
            let (is, have) = if self.shared == 1 {
                ("is", "its e-mail or lead id")
            } else {
                ("are", "their e-mail or lead id")
            };
            said.push(format!(
                "{} {is} linked to no lead, because several leads have {have} and nothing else tells which is the right one.",
                count(self.shared)
            ));
        }
        said
    }
}

/// Returns how many opportunities have their lead, and how many there are.
///
/// # Errors
/// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
pub(crate) fn linked(change: &Transaction) -> Result<(i64, i64)> {
    Ok((
        change.count("SELECT count(*) FROM opportunity WHERE lead IS NOT NULL", [])?,
        change.count("SELECT count(*) FROM opportunity", [])?,
    ))
}
