//! Deals in rows of leads: one deal may stand in the rows of several leads, and one lead in several rows, each with a deal.

use std::collections::HashMap;

use rusqlite::types::Value as Sql;

use super::{reading::Filled, record::Record, writing::Writer, written::Written};
use lockstep_workspace::error::Result;

/// What the leads of a file share, and carry beside their first deal.
#[derive(Debug, Default)]
pub(super) struct SharedOpportunities {
    /// Deals without an id: the same name at the same company, with all else alike, is one deal. With the name or the address
    /// of the lead that told of it first.
    met: HashMap<Vec<Option<String>>, String>,
    /// In how many rows a deal stood that an earlier lead had told of.
    shared: i64,
    /// In how many rows a lead stood once more, with a further deal.
    further: i64,
}

impl SharedOpportunities {
    /// Returns whether an earlier lead told of the deal in this row, where only its name tells. It counts once, with the first
    /// lead; this one names it.
    pub fn is_told_before(&mut self, filled: &mut Filled) -> bool {
        let Some(carried) = &filled.carried else {
            return false;
        };
        let (Some(name), Some(company), None) = (
            carried.text("name"),
            filled.record.text("company"),
            carried.text("external_id"),
        ) else {
            return false;
        };
        let known = ["stage_said", "outcome", "closed_on", "lost_reason"];
        let mut key = vec![Some(name.to_lowercase()), Some(company.to_lowercase())];
        key.push(carried.number("value").map(|value| value.to_string()));
        key.extend(known.map(|column| carried.text(column).map(str::to_owned)));
        let lead = ["external_id", "email", "name"]
            .iter()
            .find_map(|column| filled.record.text(column))
            .unwrap_or_default()
            .to_lowercase();
        let name = name.to_owned();
        let first = self.met.entry(key).or_insert_with(|| lead.clone());
        if *first == lead {
            return false;
        }
        self.shared += 1;
        filled.record.set("opportunity_said", Sql::Text(name));
        true
    }

    /// Writes what a lead carries that stood in an earlier row; nothing where that row told of this deal, too.
    ///
    /// # Errors
    /// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
    pub fn further(&mut self, writer: &mut Writer, carried: &Record, row: u64) -> Result<Option<Written>> {
        let (written, _) = writer.write(carried, row)?;
        let further = match written {
            Written::Added | Written::Updated => Written::Updated,
            Written::Unchanged => Written::Unchanged,
            Written::Twice(..) | Written::Superseded(_) | Written::Doubtful | Written::Nobody => {
                return Ok(None);
            }
        };
        self.further += 1;
        Ok(Some(further))
    }

    /// Counts a deal that a lead's row carries.
    pub fn count(&mut self, written: &Written) {
        self.shared += i64::from(matches!(written, Written::Twice(..)));
    }

    /// Says in words what counts once.
    pub fn notes(&self) -> Vec<String> {
        let shared = match self.shared {
            0 => None,
            1 => Some(
                "One lead shares its opportunity with an earlier row: the opportunity counts once, with the first lead.".to_owned(),
            ),
            leads => Some(format!(
                "{leads} leads share their opportunities with earlier rows: each opportunity counts once, with the first lead."
            )),
        };
        let further = match self.further {
            0 => None,
            1 => Some(
                "One row tells of a further opportunity of a lead in an earlier row: the lead counts once."
                    .to_owned(),
            ),
            rows => Some(format!(
                "{rows} rows tell of further opportunities of leads in earlier rows: each lead counts once."
            )),
        };
        shared.into_iter().chain(further).collect()
    }
}
