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
    /// It moved on: to the stage of a later phase, or it was won.
    On,
    /// It went back to an earlier stage, or was opened again.
    Back,
    /// It was lost.
    Lost,
    /// It stayed where it was.
    Stayed,
    /// The days have not passed yet, or no import has told of it since.
    Open,
    /// Something changed, and no import tells whether it was a step on, or whether within the days that count.
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
    day: NaiveDate,
    stood: Standing,
}

/// Returns what became of the deals of uses that name an opportunity which the workspace has.
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
    Ok(uses
        .filter_map(|used| {
            let history = histories.get(used.opportunity.as_ref()?)?;
            let movement = movement(used.used_on, history, within_days, &places);
            Some((used.id.clone(), movement))
        })
        .collect())
}

/// Says what became of a deal: where it stood when the days that count were over, against where it stood on the day of the use.
fn movement(
    used_on: NaiveDate,
    history: &[Told],
    within_days: i64,
    places: &HashMap<String, usize>,
) -> Movement {
    let last_day = u64::try_from(within_days)
        .ok()
        .and_then(|days| used_on.checked_add_days(Days::new(days)))
        .unwrap_or(NaiveDate::MAX);
    let behind = history.partition_point(|told| told.day <= used_on);
    let (before, after) = history.split_at(behind);
    let Some(first) = before.last().or(after.first()) else {
        return Movement::Open;
    };
    // Where no import had told of it by then, where it stood is only known from the first one on.
    let is_known_then = !before.is_empty();
    if closed_on(&first.stood).is_some_and(|day| day < used_on) {
        return Movement::Stayed;
    }
    if !is_known_then && let Some(closed) = closed_on(&first.stood) {
        return if closed <= last_day {
            ending(&first.stood)
        } else {
            Movement::Unclear
        };
    }
    let mut now = &first.stood;
    // Whether an import tells how it stood when the days were over; nothing while none has told of it behind them.
    let mut is_known_to_the_end = None;
    for told in after {
        let closed = closed_on(&told.stood);
        if closed.is_some_and(|day| day < used_on) {
            return Movement::Stayed;
        }
        if told.day > last_day && closed.is_none_or(|day| day > last_day) {
            // What the first import behind the days tells as before was so all the time.
            is_known_to_the_end = is_known_to_the_end.or(Some(change(now, &told.stood, places).is_none()));
            break;
        }
        now = &told.stood;
        is_known_to_the_end = (told.day >= last_day).then_some(true);
    }
    match (change(&first.stood, now, places), is_known_to_the_end) {
        (Some(change), _) => change,
        (None, None) => Movement::Open,
        (None, Some(true)) if is_known_then => Movement::Stayed,
        (None, Some(_)) => Movement::Unclear,
    }
}

/// Returns the day on which an opportunity was won or lost.
fn closed_on(stood: &Standing) -> Option<NaiveDate> {
    let is_closed = matches!(stood.outcome, Some(Outcome::Won | Outcome::Lost));
    stood.closed_on.filter(|_| is_closed)
}

fn ending(stood: &Standing) -> Movement {
    match stood.outcome {
        Some(Outcome::Won) => Movement::On,
        Some(Outcome::Lost) => Movement::Lost,
        Some(Outcome::Open) | None => Movement::Unclear,
    }
}

/// Returns how an opportunity changed; nothing where it did not. A stage that becomes known is no change, and whether another stage is
/// a step on only the buying phases tell.
fn change(then: &Standing, now: &Standing, places: &HashMap<String, usize>) -> Option<Movement> {
    let before = then.outcome.unwrap_or(Outcome::Open);
    let after = now.outcome.unwrap_or(before);
    if after != before {
        return Some(match after {
            Outcome::Won => Movement::On,
            Outcome::Lost => Movement::Lost,
            Outcome::Open => Movement::Back,
        });
    }
    let (before, after) = (then.stage.as_deref().map(said)?, now.stage.as_deref().map(said)?);
    if before == after || before.is_empty() || after.is_empty() {
        return None;
    }
    Some(match (places.get(&before), places.get(&after)) {
        (Some(before), Some(after)) if after < before => Movement::Back,
        (Some(before), Some(after)) if after > before => Movement::On,
        _ => Movement::Unclear,
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
        let Some((adder, now)) = standing_now(reader, id)? else {
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
        let changed = before.values().map(|(import, _)| import.clone()).chain([adder]);
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

/// Returns the import that brought an opportunity, and where it stands.
fn standing_now(reader: &ReadContext, id: &OpportunityId) -> Result<Option<(String, Standing)>> {
    let now: Option<crate::leads::tables::Opportunity> = lockstep_workspace::rows::find(reader, id)?;
    Ok(now.map(|now| {
        let stood = Standing {
            stage: now.stage_said,
            outcome: now.outcome,
            closed_on: now.closed_on,
        };
        (now.import.0, stood)
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

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap_or_default()
    }

    fn told(on: &str, stage: &str, outcome: Outcome, closed_on: Option<&str>) -> Told {
        Told {
            day: day(on),
            stood: Standing {
                stage: Some(stage.into()),
                outcome: Some(outcome),
                closed_on: closed_on.map(day),
            },
        }
    }

    /// What became of a deal in the thirty days behind 2 November.
    fn of(history: &[Told]) -> Movement {
        let places = [("demo", 1), ("inquiry", 0), ("proposal", 2)];
        let places = places.map(|(stage, place)| (stage.to_owned(), place)).into();
        movement(day("2026-11-02"), history, 30, &places)
    }

    fn open(on: &str, stage: &str) -> Told {
        told(on, stage, Outcome::Open, None)
    }

    fn won(on: &str, closed: Option<&str>) -> Told {
        told(on, "Won", Outcome::Won, closed)
    }

    fn lost(on: &str, closed: Option<&str>) -> Told {
        told(on, "Lost", Outcome::Lost, closed)
    }

    #[test]
    fn where_it_stood_at_the_end_of_the_days_counts_against_where_it_stood_at_the_use() {
        let before = open("2026-10-20", "Demo");
        let same = |on| open(on, " DEMO");
        let behind = |history: &[Told]| of(&[std::slice::from_ref(&before), history].concat());
        // Nothing was told since, or not for long enough.
        assert_eq!(behind(&[]), Movement::Open);
        assert_eq!(behind(&[same("2026-11-20")]), Movement::Open);
        // The last day is within.
        assert_eq!(behind(&[same("2026-12-02")]), Movement::Stayed);
        assert_eq!(behind(&[open("2026-12-02", "Proposal")]), Movement::On);
        assert_eq!(behind(&[open("2026-11-09", "Inquiry")]), Movement::Back);
        assert_eq!(behind(&[lost("2026-11-09", None)]), Movement::Lost);
        assert_eq!(behind(&[won("2026-11-09", None)]), Movement::On);
        // Whether a stage of no phase is a step on nobody can tell.
        for stage in ["Legal", "On hold", "3 - Demo"] {
            assert_eq!(behind(&[open("2026-11-09", stage)]), Movement::Unclear, "{stage}");
        }
        // Behind the days it is not known when, unless the day of closing tells, or nothing had changed by the end.
        assert_eq!(behind(&[open("2027-01-10", "Proposal")]), Movement::Unclear);
        assert_eq!(
            behind(&[same("2026-12-03"), open("2027-01-10", "Proposal")]),
            Movement::Stayed
        );
        assert_eq!(behind(&[won("2027-01-10", Some("2026-11-30"))]), Movement::On);
        assert_eq!(
            behind(&[same("2026-12-02"), won("2027-01-10", Some("2026-12-03"))]),
            Movement::Stayed
        );
        // Won the day after: it was open when the days were over, and nobody can tell in which stage.
        assert_eq!(
            behind(&[won("2027-01-10", Some("2026-12-03"))]),
            Movement::Unclear
        );
        // The end counts: lost, opened again and won is won; another stage and then lost is lost.
        assert_eq!(
            behind(&[
                lost("2026-11-09", None),
                open("2026-11-12", "Demo"),
                won("2026-11-20", None)
            ]),
            Movement::On
        );
        assert_eq!(
            behind(&[open("2026-11-09", "Proposal"), lost("2026-11-20", None)]),
            Movement::Lost
        );
        // What comes behind the days does not change it.
        assert_eq!(
            behind(&[open("2026-11-09", "Proposal"), lost("2027-01-20", None)]),
            Movement::On
        );
    }

    #[test]
    fn what_was_so_before_the_use_is_no_movement_after_it() {
        // Closed before the use, whenever an import told of it.
        assert_eq!(
            of(&[open("2026-10-20", "Demo"), won("2026-11-20", Some("2026-11-01"))]),
            Movement::Stayed
        );
        assert_eq!(of(&[won("2026-10-20", Some("2026-10-10"))]), Movement::Stayed);
        // A use that is recorded late is held against what was known on its day.
        assert_eq!(
            of(&[
                open("2026-10-20", "Demo"),
                open("2026-11-01", "Proposal"),
                open("2026-12-10", "Proposal")
            ]),
            Movement::Stayed
        );
        assert_eq!(
            of(&[open("2026-10-20", "Demo"), won("2026-11-20", Some("2026-11-15"))]),
            Movement::On
        );
    }

    #[test]
    fn what_no_import_had_told_by_the_use_is_known_only_from_then_on() {
        assert_eq!(of(&[]), Movement::Open);
        assert_eq!(
            of(&[open("2026-11-10", "Demo"), open("2026-12-10", "Demo")]),
            Movement::Unclear
        );
        assert_eq!(
            of(&[open("2026-11-10", "Demo"), open("2026-11-20", "Proposal")]),
            Movement::On
        );
        assert_eq!(of(&[won("2026-11-20", Some("2026-11-15"))]), Movement::On);
        assert_eq!(of(&[won("2026-11-20", None)]), Movement::Open);
    }
}
