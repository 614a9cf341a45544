//! Judgements: what a lead was by the version in force when it was handed over. They are written down when leads come in and
//! stay, whatever is learned of a lead later, until somebody asks for leads to be judged again.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    Verdict, batches,
    content::{DefinitionContent, because},
    evaluation::{CriteriaBits, Judge, day_of},
    rules::verdict::{self, Said},
    subject,
};
use crate::{
    definition::subject::DEFINITION,
    ids::{AgreementId, DefinitionId, LeadId},
    leads::{
        columns::{DayNumber, LeadColumns, day_number, lead_columns},
        period::Period,
    },
};
use lockstep_workspace::{
    agreements::queries as agreements,
    context::{Action, ReadContext, Transaction},
    error::{Error, ErrorCode, Result},
    words::Words,
};

/// What a lead was by a version of the definition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Judgement {
    /// The verdict.
    pub verdict: Verdict,
    /// Why, in a sentence.
    pub because: String,
    /// The version that was in force.
    pub version: u32,
    /// When it was judged.
    pub judged_at: DateTime<Utc>,
}

/// A version that was signed, and from which day it held.
pub(super) struct InForce {
    agreement: AgreementId,
    pub number: u32,
    pub since: DayNumber,
    pub content: DefinitionContent,
}

/// Returns the versions that were ever in force, the earliest first.
///
/// # Errors
/// `Damaged` when a signed text cannot be read.
pub(super) fn ever_in_force(reader: &ReadContext) -> Result<Vec<InForce>> {
    let id = DefinitionId::only();
    agreements::standing(reader, &DEFINITION, id.as_str())?
        .into_iter()
        .filter_map(|version| Some((version.version?, version.in_force_since?, version.agreement)))
        .map(|(number, since, agreement)| {
            let (_, text) = agreements::text_of_version(reader, &DEFINITION, id.as_str(), number)?;
            Ok(InForce {
                agreement,
                number,
                since: day_number(reader.day_of(since)),
                content: subject::read(&text)?,
            })
        })
        .collect()
}

/// Judges the leads that nobody judged yet, each by the version that was in force on the day of its hand-over (where that
/// is not known, the day it came in). Leads from before the first version stay without a verdict. Returns how many were
/// judged.
///
/// # Errors
/// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
pub(crate) fn judge_new(change: &Transaction) -> Result<i64> {
    let versions = ever_in_force(change)?;
    if versions.is_empty() {
        return Ok(0);
    }
    let leads = lead_columns(change)?;
    let judged_before = verdicts(change, &leads)?;
    let mut judged = 0;
    for (place, version) in versions.iter().enumerate() {
        let until = versions.get(place + 1).map_or(DayNumber::MAX, |next| next.since);
        let holds = |row: usize| {
            judged_before.get(row).is_some_and(Option::is_none)
                && (version.since..until).contains(&day_of(&leads, row))
        };
        judged += write(change, &leads, version, &holds)?;
    }
    Ok(judged)
}

/// Returns what each lead was judged to be.
///
/// # Errors
/// `Damaged` when a verdict cannot be read.
pub(crate) fn verdicts(reader: &ReadContext, leads: &LeadColumns) -> Result<Vec<Option<Verdict>>> {
    let known: Vec<(String, Verdict)> = Verdict::ALL
        .into_iter()
        .map(|verdict| Ok((word(verdict)?, verdict)))
        .collect::<Result<_>>()?;
    let mut verdicts = vec![None; leads.rows()];
    let mut statement = reader
        .db()
        .prepare_cached("SELECT lead.rowid, verdict FROM judgement JOIN lead ON lead.id = judgement.id")?;
    let mut found = statement.query([])?;
    while let Some(row) = found.next()? {
        let said = row.get_ref(1)?.as_str().unwrap_or_default();
        let verdict = known
            .iter()
            .find(|(word, _)| word == said)
            .map(|(_, verdict)| *verdict);
        let verdict = verdict.ok_or_else(|| Error::damaged("The judgement of a lead cannot be read."))?;
        if let Some(slot) = leads.row_at(row.get(0)?).and_then(|row| verdicts.get_mut(row)) {
            *slot = Some(verdict);
        }
    }
    Ok(verdicts)
}

/// Returns the word that stands for a verdict in the file.
fn word(verdict: Verdict) -> Result<String> {
    match serde_json::to_value(verdict)? {
        serde_json::Value::String(word) => Ok(word),
        _ => Err(Error::damaged("A verdict has no word.")),
    }
}

fn write(
    change: &Transaction,
    leads: &LeadColumns,
    version: &InForce,
    holds: &dyn Fn(usize) -> bool,
) -> Result<i64> {
    let judge = Judge::of(&version.content);
    let words = Words::new(&version.content.company);
    let mut reasons: HashMap<CriteriaBits, (Verdict, String)> = HashMap::new();
    let mut found: Vec<(i64, CriteriaBits)> = Vec::new();
    let asking = judge.on(leads);
    let mut said = Vec::new();
    for batch in 0..batches::count(leads.rows()) {
        let rows = batches::rows_of(batch, leads.rows());
        if !rows.clone().any(holds) {
            continue;
        }
        asking.to(batch, &mut said);
        for (place, row) in rows.enumerate().filter(|(_, row)| holds(*row)) {
            if let Some(rowid) = leads.rowid(row) {
                let saying = CriteriaBits::of(&said, place);
                found.push((rowid, saying));
                reasons
                    .entry(saying)
                    .or_insert_with(|| reason(&version.content, &judge, saying, &words));
            }
        }
    }
    let now = serde_json::to_value(change.now())?;
    let mut statement = change.db().prepare_cached(
        "INSERT INTO judgement (id, agreement, verdict, because, judged_at)
         SELECT id, ?2, ?3, ?4, ?5 FROM lead WHERE rowid = ?1
         ON CONFLICT (id) DO UPDATE SET agreement = excluded.agreement, verdict = excluded.verdict,
           because = excluded.because, judged_at = excluded.judged_at",
    )?;
    for (rowid, saying) in &found {
        if let Some((verdict, because)) = reasons.get(saying) {
            statement.execute(params![
                rowid,
                version.agreement,
                word(*verdict)?,
                because,
                now.as_str()
            ])?;
        }
    }
    Ok(i64::try_from(found.len()).unwrap_or(i64::MAX))
}

/// Returns the verdict that follows from what the criteria said, and why.
fn reason(
    content: &DefinitionContent,
    judge: &Judge,
    saying: CriteriaBits,
    words: &Words,
) -> (Verdict, String) {
    let criteria = judge.told(saying, words);
    let said = criteria
        .iter()
        .zip(judge.criteria())
        .map(|(one, criterion)| Said {
            role: criterion.role,
            points: criterion.points.unwrap_or(0),
            met: one.met,
        });
    let points = content
        .points_needed()
        .map(|needed| (verdict::points(said), needed));
    let verdict = judge.verdict(saying);
    (verdict, because(verdict, &criteria, points))
}

/// Returns what a lead was judged to be, if it was judged.
///
/// # Errors
/// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
pub(crate) fn of_lead(reader: &ReadContext, lead: &LeadId) -> Result<Option<Judgement>> {
    let row: Option<(String, String, String, String)> = reader
        .db()
        .prepare_cached("SELECT agreement, verdict, because, judged_at FROM judgement WHERE id = ?1")?
        .query_row([lead], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })
        .optional()?;
    let Some((agreement, verdict, because, judged_at)) = row else {
        return Ok(None);
    };
    let unreadable = |_| Error::damaged("The judgement of a lead cannot be read.");
    let version = match agreements::version_of(reader, &AgreementId(agreement)) {
        Ok(version) => version.version,
        // The verdict stands, whatever became of the version.
        Err(error) if error.code == ErrorCode::NotFound => None,
        Err(error) => return Err(error),
    };
    Ok(Some(Judgement {
        verdict: serde_json::from_value(verdict.into()).map_err(unreadable)?,
        because,
        version: version.unwrap_or(0),
        judged_at: serde_json::from_value(judged_at.into()).map_err(unreadable)?,
    }))
}

/// Judges leads of a period by the version in force now, also those that were judged before.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct JudgeLeads {
    /// Only leads that were handed over (where that is not known: came in) on this day or later.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub from: Option<NaiveDate>,
    /// Only until this day.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub to: Option<NaiveDate>,
}

impl Action for JudgeLeads {
    type Outcome = i64;

    fn summary(&self, _: &ReadContext) -> Result<String> {
        Ok("Judge leads again by the definition in force".into())
    }

    fn apply(self, change: &mut Transaction) -> Result<i64> {
        let version = ever_in_force(change)?.pop().ok_or_else(|| {
            Error::refused("No definition is in force, so there is nothing to judge by.")
                .hint("Propose the definition and let both sides sign it.")
        })?;
        let leads = lead_columns(change)?;
        let period = Period::of(self.from, self.to);
        let holds = |row: usize| period.holds(day_of(&leads, row));
        write(change, &leads, &version, &holds)
    }
}
