//! Views of the ledger that somebody named, so that nobody sets the same filters twice.

use rusqlite::params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ledger::ListLeads;
use crate::ids::LeadViewId;
use lockstep_workspace::{
    context::{Action, Query, ReadContext, Transaction},
    error::{Error, Result},
    rows,
};

/// A view of the ledger.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SavedLeadView {
    /// Names the view.
    pub id: LeadViewId,
    /// What it is called.
    pub name: String,
    /// Which leads it lists, and in which order.
    pub leads: ListLeads,
}

lockstep_workspace::rows::row!(SavedLeadView, "lead_view", id: LeadViewId, flags: [], lists: ["leads"]);

/// Lists the saved views of the ledger, by name.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ListLeadViews {}

impl Query for ListLeadViews {
    type Answer = Vec<SavedLeadView>;

    fn answer(self, reader: &ReadContext) -> Result<Vec<SavedLeadView>> {
        rows::all(reader, "ORDER BY name COLLATE NOCASE, rowid", [])
    }
}

/// Saves a view of the ledger under a name.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddLeadView {
    /// What it is called.
    pub name: String,
    /// Which leads it lists, and in which order.
    pub leads: ListLeads,
}

/// Changes a saved view: its name, or what it lists.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditLeadView {
    /// The view.
    pub id: LeadViewId,
    /// What it is called from now on.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub name: Option<String>,
    /// What it lists from now on.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub leads: Option<ListLeads>,
}

/// Removes a saved view. No lead is touched.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RemoveLeadView {
    /// The view.
    pub id: LeadViewId,
}

impl Action for AddLeadView {
    type Outcome = SavedLeadView;

    fn summary(&self, _: &ReadContext) -> Result<String> {
        Ok(format!("Save the view “{}”", self.name.trim()))
    }

    fn apply(self, change: &mut Transaction) -> Result<SavedLeadView> {
        let view = SavedLeadView {
            id: change.new_id(),
            name: self.name,
            leads: self.leads,
        };
        let view = settled(change, view)?;
        rows::insert(change, &view)?;
        Ok(view)
    }
}

impl Action for EditLeadView {
    type Outcome = SavedLeadView;

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        let before: SavedLeadView = rows::get(reader, &self.id, "This view")?;
        Ok(match &self.name {
            Some(name) if name.trim() != before.name => {
                format!("Rename the view “{}” to “{}”", before.name, name.trim())
            }
            _ => format!("Change the view “{}”", before.name),
        })
    }

    fn apply(self, change: &mut Transaction) -> Result<SavedLeadView> {
        let before: SavedLeadView = rows::get(change, &self.id, "This view")?;
        let view = SavedLeadView {
            id: before.id,
            name: self.name.unwrap_or(before.name),
            leads: self.leads.unwrap_or(before.leads),
        };
        let view = settled(change, view)?;
        rows::update(change, &view)?;
        Ok(view)
    }
}

impl Action for RemoveLeadView {
    type Outcome = ();

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        let view: SavedLeadView = rows::get(reader, &self.id, "This view")?;
        Ok(format!("Remove the view “{}”", view.name))
    }

    fn apply(self, change: &mut Transaction) -> Result<()> {
        rows::delete::<SavedLeadView>(change, &self.id)
    }
}

/// A view has a name of its own, and lists from the first page on.
fn settled(change: &Transaction, view: SavedLeadView) -> Result<SavedLeadView> {
    let name = view.name.trim().to_string();
    if name.is_empty() {
        return Err(Error::invalid("name", "A view needs a name."));
    }
    let taken = change.count(
        "SELECT count(*) FROM lead_view WHERE name = ?1 COLLATE NOCASE AND id <> ?2",
        params![name, view.id],
    )?;
    if taken > 0 {
        return Err(
            Error::invalid("name", format!("There is a view “{name}” already."))
                .hint("Choose another name, or change that view."),
        );
    }
    Ok(SavedLeadView {
        name,
        leads: ListLeads {
            offset: None,
            limit: None,
            ..view.leads
        },
        ..view
    })
}
