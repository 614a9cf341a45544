//! Whether a deal moved after a use, read from what later imports said of the opportunity: its stage and its outcome, from one
//! import to the next.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, Days, NaiveDate, Utc};
use lockstep_workspace::{
    context::ReadContext,
    error::{Error, Result},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::PieceUse;
use crate::{
    buyers::{BuyingPhase, rules::said},
    ids::{BuyingCycleId, OpportunityId, PieceUseId},
    leads::{Outcome, importing::opportunities_told},
};

/// What became of a deal within the days that count, as imports tell it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Movement {
    /// It moved on: to another stage, or it was won.
    On,
    /// It went back to an earlier stage, or was opened again.
    Back,
    /// It was lost.
    Lost,
    /// It stayed where it was.
    Stayed,
    /// The days have not passed yet, or no import has told of it since.
    Open,
    /// Something changed, and no import tells whether within the days that count.
    Unclear,
}

/// Where an opportunity stood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Standing {
    stage: Option<String>,
    outcome: Option<Outcome>,
    closed_on: Option<NaiveDate>,
}

/// One import that told of an opportunity, and where the opportunity stood by it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Told {
    at: DateTime<Utc>,
    day: NaiveDate,
    stood: Standing,
}

/// Returns what became of the deals of uses that name an imported opportunity.
///
/// # Errors
/// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
pub fn movements<'u>(
    reader: &ReadContext,
    uses: impl Iterator<Item = &'u PieceUse> + Clone,
    within_days: i64,
) -> Result<HashMap<PieceUseId, Movement>> {
    let wanted: HashSet<&OpportunityId> = uses
        .clone()
        .filter_map(|used| used.opportunity.as_ref())
        .collect();
    if wanted.is_empty() {
        return Ok(HashMap::new());
    }
    let histories = histories(reader, &wanted)?;
    let phases: Vec<BuyingPhase> = lockstep_workspace::list_items::all(reader, &BuyingCycleId::only())?;
    let places: HashMap<String, usize> = phases
        .iter()
        .enumerate()
        .flat_map(|(place, phase)| {
            let stages = phase.opportunity_stages.iter();
            stages.map(move |stage| (said(stage), place))
        })
        .collect();
    let none = Vec::new();
    Ok(uses
        .filter_map(|used| {
            let history = histories.get(used.opportunity.as_ref()?).unwrap_or(&none);
            Some((used.id.clone(), movement(used, history, within_days, &places)))
        })
        .collect())
}

/// Says what became of a deal. What counts is the first change that an import told after the use was recorded.
fn movement(
    used: &PieceUse,
    history: &[Told],
    within_days: i64,
    places: &HashMap<String, usize>,
) -> Movement {
    let last_day = u64::try_from(within_days)
        .ok()
        .and_then(|days| used.used_on.checked_add_days(Days::new(days)))
        .unwrap_or(NaiveDate::MAX);
    // The last day on which it is known to have stood as it did when the use was recorded.
    let mut unchanged_on = None;
    for told in history.iter().filter(|told| told.at > used.created_at) {
        let Some(change) = change(used, &told.stood, places) else {
            unchanged_on = Some(told.day);
            continue;
        };
        let closed_on = told
            .stood
            .closed_on
            .filter(|_| matches!(told.stood.outcome, Some(Outcome::Won | Outcome::Lost)));
        return match closed_on {
            Some(day) if day <= last_day => change,
            Some(_) => Movement::Stayed,
            None if told.day <= last_day => change,
            None if unchanged_on.is_some_and(|day| day >= last_day) => Movement::Stayed,
            None => Movement::Unclear,
        };
    }
    match unchanged_on {
        Some(day) if day >= last_day => Movement::Stayed,
        _ => Movement::Open,
    }
}

/// Returns how an opportunity changed since a use was recorded; nothing where it did not. A stage that becomes known is no change.
fn change(used: &PieceUse, now: &Standing, places: &HashMap<String, usize>) -> Option<Movement> {
    let then = used.outcome_then.unwrap_or(Outcome::Open);
    let outcome = now.outcome.unwrap_or(then);
    if outcome != then {
        return Some(match outcome {
            Outcome::Won => Movement::On,
            Outcome::Lost => Movement::Lost,
            Outcome::Open => Movement::Back,
        });
    }
    let (before, after) = (
        used.stage_then.as_deref().map(said)?,
        now.stage.as_deref().map(said)?,
    );
    if before == after || before.is_empty() || after.is_empty() {
        return None;
    }
    Some(match (places.get(&before), places.get(&after)) {
        (Some(before), Some(after)) if after < before => Movement::Back,
        _ => Movement::On,
    })
}

/// Returns what imports that hold told of opportunities, each by what it was then, in the order of the imports.
fn histories(
    reader: &ReadContext,
    wanted: &HashSet<&OpportunityId>,
) -> Result<HashMap<OpportunityId, Vec<Told>>> {
    let mut imports: HashMap<String, (i64, DateTime<Utc>)> = HashMap::new();
    let mut statement = reader
        .db()
        .prepare_cached("SELECT id, rowid, at FROM import WHERE taken_back_at IS NULL")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let at: String = row.get(2)?;
        let at = at
            .parse()
            .map_err(|_| Error::damaged("The time of an import cannot be read."))?;
        imports.insert(row.get(0)?, (row.get(1)?, at));
    }
    let telling = opportunities_told(reader, |row| wanted.contains(&OpportunityId(row.into())))?;
    let mut all = HashMap::new();
    for id in wanted {
        let Some(now) = standing_now(reader, id)? else {
            continue;
        };
        let mut before: BTreeMap<i64, (String, Standing)> = BTreeMap::new();
        let mut statement = reader.db().prepare_cached(
            "SELECT import, before FROM replaced WHERE table_name = 'opportunity' AND row_id = ?1",
        )?;
        let mut rows = statement.query([id])?;
        while let Some(row) = rows.next()? {
            let (import, image): (String, String) = (row.get(0)?, row.get(1)?);
            if let Some((place, _)) = imports.get(&import) {
                before.insert(*place, (import, standing_of(&image)?));
            }
        }
        let changed = before.values().map(|(import, _)| import.clone());
        let told = telling
            .get(id.as_str())
            .into_iter()
            .flatten()
            .map(|import| import.0.clone());
        let mut by_place: BTreeMap<i64, DateTime<Utc>> = BTreeMap::new();
        for import in changed.chain(told) {
            if let Some((place, at)) = imports.get(&import) {
                by_place.insert(*place, *at);
            }
        }
        let history = by_place
            .into_iter()
            .map(|(place, at)| Told {
                at,
                day: reader.day_of(at),
                stood: before
                    .range(place + 1..)
                    .next()
                    .map_or_else(|| now.clone(), |(_, (_, stood))| stood.clone()),
            })
            .collect();
        all.insert((*id).clone(), history);
    }
    Ok(all)
}

fn standing_now(reader: &ReadContext, id: &OpportunityId) -> Result<Option<Standing>> {
    let now: Option<crate::leads::tables::Opportunity> = lockstep_workspace::rows::find(reader, id)?;
    Ok(now.map(|now| Standing {
        stage: now.stage_said,
        outcome: now.outcome,
        closed_on: now.closed_on,
    }))
}

/// Reads where an opportunity stood from its image before an import.
fn standing_of(image: &str) -> Result<Standing> {
    #[derive(Deserialize)]
    struct Image {
        #[serde(default)]
        stage_said: Option<String>,
        #[serde(default)]
        outcome: Option<Outcome>,
        #[serde(default)]
        closed_on: Option<NaiveDate>,
    }
    let image: Image = serde_json::from_str(image)
        .map_err(|_| Error::damaged("What an opportunity was before an import cannot be read."))?;
    Ok(Standing {
        stage: image.stage_said,
        outcome: image.outcome,
        closed_on: image.closed_on,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::collateral::in_use::UseManner;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap_or_default()
    }

    fn used() -> PieceUse {
        PieceUse {
            id: "use".to_owned().into(),
            piece: "piece".to_owned().into(),
            version: None,
            used_on: day("2026-11-02"),
            person: None,
            said_by: String::new(),
            opportunity: Some("O".to_owned().into()),
            deal: "One".into(),
            stage_then: Some("Demo".into()),
            outcome_then: Some(Outcome::Open),
            persona: None,
            phase: None,
            manner: UseManner::Sent,
            easy_to_find: None,
            fitted: None,
            ready: None,
            moved: None,
            note: String::new(),
            slip: None,
            created_at: "2026-11-02T09:00:00Z".parse().unwrap_or_default(),
        }
    }

    fn told(on: &str, stage: &str, outcome: Outcome, closed_on: Option<&str>) -> Told {
        Told {
            at: format!("{on}T08:00:00Z").parse().unwrap_or_default(),
            day: day(on),
            stood: Standing {
                stage: Some(stage.into()),
                outcome: Some(outcome),
                closed_on: closed_on.map(day),
            },
        }
    }

    fn of(history: &[Told]) -> Movement {
        let places = [("demo", 1), ("inquiry", 0), ("proposal", 2)];
        let places = places.map(|(stage, place)| (stage.to_owned(), place)).into();
        movement(&used(), history, 30, &places)
    }

    #[test]
    fn the_first_change_within_the_days_counts() {
        use Outcome::{Lost, Open, Won};
        let same = |on| told(on, " DEMO", Open, None);
        // Nothing was told since, or not for long enough.
        assert_eq!(of(&[]), Movement::Open);
        assert_eq!(of(&[told("2026-11-01", "Proposal", Open, None)]), Movement::Open);
        assert_eq!(of(&[same("2026-11-20")]), Movement::Open);
        // The day itself is within.
        assert_eq!(of(&[same("2026-12-02")]), Movement::Stayed);
        assert_eq!(of(&[told("2026-12-02", "Proposal", Open, None)]), Movement::On);
        assert_eq!(of(&[told("2026-11-09", "Inquiry", Open, None)]), Movement::Back);
        // A stage without a phase is another stage.
        assert_eq!(of(&[told("2026-11-09", "Legal", Open, None)]), Movement::On);
        assert_eq!(of(&[told("2026-11-09", "Closed", Lost, None)]), Movement::Lost);
        // Behind the days it is not known when, unless the day of closing tells.
        assert_eq!(
            of(&[told("2027-01-10", "Proposal", Open, None)]),
            Movement::Unclear
        );
        assert_eq!(
            of(&[same("2026-12-03"), told("2027-01-10", "Proposal", Open, None)]),
            Movement::Stayed
        );
        assert_eq!(
            of(&[told("2027-01-10", "Won", Won, Some("2026-11-30"))]),
            Movement::On
        );
        assert_eq!(
            of(&[told("2027-01-10", "Won", Won, Some("2026-12-03"))]),
            Movement::Stayed
        );
        // What comes later does not undo it.
        assert_eq!(
            of(&[
                told("2026-11-09", "Proposal", Open, None),
                told("2026-11-20", "x", Lost, None)
            ]),
            Movement::On
        );
    }
}
