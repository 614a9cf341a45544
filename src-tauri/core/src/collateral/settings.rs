//! What is settled once for the library: how soon a deal has to move to count as moved after a use, and within how many
//! days what is asked for is answered. A request keeps the days that held when it was asked.

use chrono::{Days, NaiveDate};
use lockstep_workspace::{
    bounds,
    context::{Action, Query, ReadContext, Transaction},
    error::{Error, Result},
    rows::{self, Patch, row},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::CollateralSettingsId;

/// The longest span in days that can be set: a year.
const LONGEST: i64 = 366;

/// The settings of the library.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CollateralSettings {
    /// Names them.
    pub id: CollateralSettingsId,
    /// Within how many days of a use a deal has to move to count as moved after it.
    pub moved_within_days: i64,
    /// Within how many days what is asked for is answered.
    pub answer_within_days: i64,
}
row!(CollateralSettings, "collateral_settings", id: CollateralSettingsId, flags: [], lists: []);

impl Default for CollateralSettings {
    fn default() -> Self {
        Self {
            id: CollateralSettingsId::only(),
            moved_within_days: 30,
            answer_within_days: 7,
        }
    }
}

impl CollateralSettings {
    /// Returns the day by which something that was asked on a day is to be answered.
    pub(in crate::collateral) fn answer_by(&self, asked_on: NaiveDate) -> Option<NaiveDate> {
        let days = Days::new(u64::try_from(self.answer_within_days).unwrap_or(0));
        asked_on.checked_add_days(days)
    }
}

/// Returns so many days in words: "7 calendar days".
pub(in crate::collateral) fn calendar_days(days: i64) -> String {
    match days {
        1 => "1 calendar day".into(),
        days => format!("{days} calendar days"),
    }
}

/// Returns the settings: those that were settled, or what holds until somebody does.
///
/// # Errors
/// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
pub fn settings(reader: &ReadContext) -> Result<CollateralSettings> {
    Ok(rows::find(reader, &CollateralSettingsId::only())?.unwrap_or_default())
}

/// Shows the settings of the library.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowCollateralSettings {}

impl Query for ShowCollateralSettings {
    type Answer = CollateralSettings;

    fn answer(self, reader: &ReadContext) -> Result<CollateralSettings> {
        settings(reader)
    }
}

/// Changes the settings of the library.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditCollateralSettings {
    /// The settings; there is one row of them.
    pub id: CollateralSettingsId,
    /// What changes.
    pub change: Patch<CollateralSettings>,
}

impl Action for EditCollateralSettings {
    type Outcome = CollateralSettings;

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        // The first change makes the row, so only these words tell what held until then.
        let before = settings(reader)?;
        let after = self.change.apply(&before)?;
        Ok(if after.answer_within_days != before.answer_within_days {
            format!(
                "Have requests answered within {} instead of {}",
                calendar_days(after.answer_within_days),
                before.answer_within_days
            )
        } else if after.moved_within_days != before.moved_within_days {
            format!(
                "Count a deal as moved within {} of a use instead of {}",
                calendar_days(after.moved_within_days),
                before.moved_within_days
            )
        } else {
            "Change the settings of the library".into()
        })
    }

    fn apply(self, change: &mut Transaction) -> Result<CollateralSettings> {
        if self.id != CollateralSettingsId::only() {
            return Err(Error::not_found("These settings"));
        }
        let known: Option<CollateralSettings> = rows::find(change, &self.id)?;
        let settings = self.change.apply(&known.clone().unwrap_or_default())?;
        for (field, days) in [
            ("moved_within_days", settings.moved_within_days),
            ("answer_within_days", settings.answer_within_days),
        ] {
            bounds::up_to(field, Some(days), LONGEST)?;
            if days < 1 {
                return Err(Error::invalid(field, "This must be at least one day."));
            }
        }
        match known {
            Some(_) => rows::update(change, &settings)?,
            None => rows::insert(change, &settings)?,
        }
        Ok(settings)
    }
}
