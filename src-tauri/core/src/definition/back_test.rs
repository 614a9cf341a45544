//! The back-test: a definition run over the leads of a period, before anybody signs it. How many would have passed, what
//! became of those that pass and of the others, what it would have turned away, and what each criterion does.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    Role, Verdict,
    content::DefinitionContent,
    judging::{Bits, Judge, bit, day_of},
    queries::content_of,
    rules::{
        measuring::{Lift, Measured, middle},
        reading,
    },
    separating::{self, SeparatingField},
};
use crate::{
    change::{Query, Reader},
    error::Result,
    ids::LineId,
    leads::{
        columns::{DayNumber, LeadColumns, day_number, numbered_day},
        rules::{FunnelRow, Sums},
    },
    words::Words,
};

/// Runs a definition over the leads of a period, and holds it against another version where one is named.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BackTest {
    /// The version, or nothing for the draft.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub version: Option<u32>,
    /// The version it is held against, if one is named.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub against: Option<u32>,
    /// Only leads that were handed over (where that is not known: came in) on this day or later.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub from: Option<NaiveDate>,
    /// Only until this day.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub to: Option<NaiveDate>,
}

/// What became of one group of leads.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct TestedGroup {
    /// How many leads, of all leads of the period.
    pub share: Measured,
    /// Leads that sales accepted.
    pub accepted: i64,
    /// Leads that sales rejected.
    pub rejected: i64,
    /// Accepted ÷ (accepted + rejected).
    pub acceptance: Measured,
    /// Leads with an opportunity, of the group's leads.
    pub converted: Measured,
    /// Leads with a won opportunity, of the group's leads.
    pub won_leads: Measured,
    /// Won ÷ (won + lost) opportunities.
    pub win_rate: Measured,
    /// What was won, in minor units.
    pub won_value: i64,
}

/// One month of a back-test.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TestedMonth {
    /// The month's first day.
    pub first_day: NaiveDate,
    /// The leads of the month.
    pub leads: i64,
    /// Those that pass.
    pub passed: i64,
}

/// What one criterion does.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct CriterionPart {
    /// The criterion.
    pub id: LineId,
    /// It as a sentence.
    pub sentence: String,
    /// What follows from it.
    pub consequence: String,
    /// How many leads meet it.
    pub met: i64,
    /// How many do not.
    pub not_met: i64,
    /// Of how many that is not known.
    pub unknown: i64,
    /// How many more would pass without it; fewer when it is below zero.
    pub more_without: i64,
    /// How often sales accepted those that would pass besides: accepted ÷ decided.
    pub their_acceptance: Measured,
    /// How many of those that would pass besides were won, of all of them.
    pub their_won_leads: Measured,
    /// What was won of them, in minor units.
    pub their_won_value: i64,
}

/// How two versions differ on the same leads.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct TestedAgainst {
    /// The other version.
    pub version: u32,
    /// What became of the leads that pass by it.
    pub passed: TestedGroup,
    /// Leads that pass by both.
    pub both: i64,
    /// Leads that pass by this one only.
    pub only_this: i64,
    /// Leads that pass by the other only.
    pub only_other: i64,
}

/// What a back-test shows.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct BackTestView {
    /// The version that was run; nothing for the draft.
    pub version: Option<u32>,
    /// The first day of a lead of the period.
    pub first_day: Option<NaiveDate>,
    /// The last one.
    pub last_day: Option<NaiveDate>,
    /// How many leads the period has.
    pub leads: i64,
    /// The finding, in a sentence.
    pub finding: String,
    /// Leads that pass.
    pub passed: TestedGroup,
    /// Leads of which something that is asked is not known.
    pub not_yet: TestedGroup,
    /// Leads that something speaks against.
    pub not_qualified: TestedGroup,
    /// All that do not pass.
    pub others: TestedGroup,
    /// How many times as often sales accepted those that pass as the others.
    pub acceptance_lift: Lift,
    /// How many times as often those that pass were won as the others.
    pub win_lift: Lift,
    /// The months, in their order.
    pub months: Vec<TestedMonth>,
    /// How many pass in the middle month.
    pub passed_a_month: Option<f64>,
    /// Won leads that it would not have let pass, and what they were worth in minor units.
    pub turned_away_leads: i64,
    /// What they were worth, in minor units.
    pub turned_away_value: i64,
    /// What each criterion does.
    pub criteria: Vec<CriterionPart>,
    /// Which fields tell apart what became of leads, the strongest first.
    pub separating: Vec<SeparatingField>,
    /// What outcome they tell apart: "accepted from rejected".
    pub separating_what: Option<String>,
    /// How it compares with the other version.
    pub against: Option<TestedAgainst>,
    /// What the numbers can and cannot show.
    pub cautions: Vec<String>,
}

impl Query for BackTest {
    type Answer = BackTestView;

    fn answer(self, reader: &Reader) -> Result<BackTestView> {
        let content = content_of(reader, self.version)?;
        let other = self
            .against
            .map(|version| content_of(reader, Some(version)))
            .transpose()?;
        let leads = reader.lead_columns()?;
        let period = (
            self.from.map_or(DayNumber::MIN + 1, day_number),
            self.to.map_or(DayNumber::MAX, day_number),
        );
        let all_days = self.from.is_none() && self.to.is_none();
        let holds = |row: usize| match day_of(&leads, row) {
            None => all_days,
            Some(day) => period.0 <= day && day <= period.1,
        };
        Ok(run(
            &content,
            other.as_ref().zip(self.against),
            &leads,
            &holds,
            self.version,
        ))
    }
}

/// What is summed while leads go by.
struct Counting<'l> {
    leads: &'l LeadColumns,
    by_verdict: [Sums; 3],
    months: BTreeMap<(i32, u32), (i64, i64)>,
    days: Option<(DayNumber, DayNumber)>,
    turned_away: (i64, i64),
    criteria: Vec<Counted>,
}

/// What is counted of one criterion.
#[derive(Default, Clone)]
struct Counted {
    met: i64,
    unknown: i64,
    asked: i64,
    more: Sums,
    more_leads: i64,
    fewer_leads: i64,
}

impl Counting<'_> {
    fn count(&mut self, judge: &Judge, row: usize, bits: Bits) -> Verdict {
        let verdict = judge.verdict(bits, 0);
        let place = Verdict::ALL.iter().position(|known| *known == verdict);
        if let Some(sums) = place.and_then(|place| self.by_verdict.get_mut(place)) {
            add(sums, self.leads, row);
        }
        let passes = verdict == Verdict::Qualified;
        if let Some(day) = day_of(self.leads, row) {
            self.days = Some(match self.days {
                None => (day, day),
                Some((first, last)) => (first.min(day), last.max(day)),
            });
            if let Some(day) = numbered_day(day) {
                let month = self.months.entry((day.year(), day.month())).or_default();
                month.0 += 1;
                month.1 += i64::from(passes);
            }
        }
        if !passes
            && self
                .leads
                .standing
                .get(row)
                .is_some_and(|standing| standing.is_won())
        {
            self.turned_away.0 += 1;
            self.turned_away.1 = self.turned_away.1.saturating_add(self.leads.won_value(row));
        }
        for (place, counted) in self.criteria.iter_mut().enumerate() {
            let bit = bit(place);
            counted.asked += 1;
            counted.met += i64::from(bits.met & bit != 0);
            counted.unknown += i64::from(bits.unknown & bit != 0);
            let without = judge.verdict(bits, bit) == Verdict::Qualified;
            if without && !passes {
                counted.more_leads += 1;
                add(&mut counted.more, self.leads, row);
            }
            counted.fewer_leads += i64::from(passes && !without);
        }
        verdict
    }
}

/// Counts a lead and its opportunities.
fn add(sums: &mut Sums, leads: &LeadColumns, row: usize) {
    let Some(standing) = leads.standing.get(row).copied() else {
        return;
    };
    sums.add_lead(standing);
    for deal in leads.deals_of(row) {
        let facts = usize::try_from(*deal).ok().and_then(|deal| leads.deal(deal));
        if let Some(facts) = facts {
            sums.add_deal(&facts, Some(standing));
        }
    }
}

fn run(
    content: &DefinitionContent,
    other: Option<(&DefinitionContent, u32)>,
    leads: &LeadColumns,
    holds: &dyn Fn(usize) -> bool,
    version: Option<u32>,
) -> BackTestView {
    let judge = Judge::of(content);
    let words = Words::new(&content.company);
    let mut counting = Counting {
        leads,
        by_verdict: std::array::from_fn(|_| Sums::default()),
        months: BTreeMap::new(),
        days: None,
        turned_away: (0, 0),
        criteria: vec![Counted::default(); judge.criteria().count()],
    };
    // Which leads pass is kept only where it is asked for a second time.
    let mut passing = vec![false; if other.is_some() { leads.rows() } else { 0 }];
    judge.ask(leads, |rows, said| {
        for (row, bits) in rows.zip(said) {
            if holds(row) {
                let verdict = counting.count(&judge, row, *bits);
                if let Some(passes) = passing.get_mut(row) {
                    *passes = verdict == Verdict::Qualified;
                }
            }
        }
    });
    let against = other.map(|(other, version)| held_against(other, version, leads, holds, &passing));
    let [passed, not_yet, not_qualified] = &counting.by_verdict;
    let mut others = not_yet.clone();
    others.add_all(not_qualified);
    let mut everything = others.clone();
    everything.add_all(passed);
    let all = everything.row(None, false);
    let group = |sums: &Sums| tested(&sums.clone().row(None, false), all.leads);
    let (passed, others) = (group(passed), group(&others));
    let acceptance_lift = Lift::of(passed.acceptance.rate, others.acceptance.rate);
    let win_lift = Lift::of(passed.won_leads.rate, others.won_leads.rate);
    let (separating_what, separating) = separating::fields(leads, holds);
    let mut per_month: Vec<i64> = counting.months.values().map(|(_, passed)| *passed).collect();
    BackTestView {
        version,
        first_day: counting.days.and_then(|(first, _)| numbered_day(first)),
        last_day: counting.days.and_then(|(_, last)| numbered_day(last)),
        leads: all.leads,
        finding: finding(&passed, &others, &all, &acceptance_lift, &win_lift, &words),
        cautions: cautions(&judge, &passed, &all, &counting, &words),
        months: counting
            .months
            .iter()
            .filter_map(|((year, month), (leads, passed))| {
                Some(TestedMonth {
                    first_day: NaiveDate::from_ymd_opt(*year, *month, 1)?,
                    leads: *leads,
                    passed: *passed,
                })
            })
            .collect(),
        passed_a_month: middle(&mut per_month),
        turned_away_leads: counting.turned_away.0,
        turned_away_value: counting.turned_away.1,
        criteria: parts(&judge, &counting, &words),
        not_yet: group(not_yet),
        not_qualified: group(not_qualified),
        passed,
        others,
        acceptance_lift,
        win_lift,
        separating,
        separating_what,
        against,
    }
}

fn tested(row: &FunnelRow, all: i64) -> TestedGroup {
    TestedGroup {
        share: Measured::part(row.leads, all),
        accepted: row.accepted,
        rejected: row.rejected,
        acceptance: Measured::of(row.acceptance),
        converted: Measured::of(row.converted),
        won_leads: Measured::of(row.won_leads),
        win_rate: Measured::of(row.win_rate),
        won_value: row.won_value,
    }
}

fn parts(judge: &Judge, counting: &Counting, words: &Words) -> Vec<CriterionPart> {
    judge
        .criteria()
        .zip(&counting.criteria)
        .map(|(criterion, counted)| {
            let more = counted.more.clone().row(None, false);
            CriterionPart {
                id: criterion.id.clone(),
                sentence: reading::criterion(criterion, words),
                consequence: reading::consequence(criterion, words),
                met: counted.met,
                not_met: counted.asked - counted.met - counted.unknown,
                unknown: counted.unknown,
                more_without: counted.more_leads - counted.fewer_leads,
                their_acceptance: Measured::of(more.acceptance),
                their_won_leads: Measured::of(more.won_leads),
                their_won_value: more.won_value,
            }
        })
        .collect()
}

fn held_against(
    other: &DefinitionContent,
    version: u32,
    leads: &LeadColumns,
    holds: &dyn Fn(usize) -> bool,
    passing: &[bool],
) -> TestedAgainst {
    let judge = Judge::of(other);
    let (mut both, mut only_this, mut only_other, mut all) = (0, 0, 0, 0);
    let mut sums = Sums::default();
    judge.ask(leads, |rows, said| {
        for (row, bits) in rows.zip(said) {
            if !holds(row) {
                continue;
            }
            all += 1;
            let by_other = judge.verdict(*bits, 0) == Verdict::Qualified;
            if by_other {
                add(&mut sums, leads, row);
            }
            match (passing.get(row).copied().unwrap_or(false), by_other) {
                (true, true) => both += 1,
                (true, false) => only_this += 1,
                (false, true) => only_other += 1,
                (false, false) => {}
            }
        }
    });
    TestedAgainst {
        version,
        passed: tested(&sums.row(None, false), all),
        both,
        only_this,
        only_other,
    }
}

fn percent(rate: crate::leads::rules::Rate, words: &Words) -> String {
    rate.basis_points.map_or_else(
        || "–".into(),
        |points| format!("{} %", words.decimal(points / 100.0, 1)),
    )
}

/// Says what the test found, in a sentence that stands above the numbers.
fn finding(
    passed: &TestedGroup,
    others: &TestedGroup,
    all: &FunnelRow,
    acceptance: &Lift,
    win: &Lift,
    words: &Words,
) -> String {
    if all.leads == 0 {
        return "There are no leads in this period.".into();
    }
    let first = format!(
        "{} of {} leads pass ({}).",
        words.count(passed.share.rate.part),
        words.count(all.leads),
        percent(passed.share.rate, words)
    );
    let times = |factor: f64| words.decimal(factor, 1);
    let second = match (win.factor, acceptance.factor) {
        _ if passed.share.rate.part == 0 || others.share.rate.part == 0 => String::new(),
        (Some(factor), _) if all.won_leads.part > 0 => format!(
            " They were won {} times as often as the others: {} against {}.",
            times(factor),
            percent(passed.won_leads.rate, words),
            percent(others.won_leads.rate, words)
        ),
        (_, Some(factor)) => format!(
            " Sales accepted them {} times as often as the others: {} against {}.",
            times(factor),
            percent(passed.acceptance.rate, words),
            percent(others.acceptance.rate, words)
        ),
        _ => String::new(),
    };
    format!("{first}{second}")
}

/// Says what the numbers can and cannot show.
fn cautions(
    judge: &Judge,
    passed: &TestedGroup,
    all: &FunnelRow,
    counting: &Counting,
    words: &Words,
) -> Vec<String> {
    let mut cautions = vec![
        "These leads were worked as everybody worked then. The numbers show what goes together, not what causes what."
            .to_string(),
        "A definition that was made to fit these leads does better on them than it will on the next ones.".into(),
    ];
    if all.leads > 0 && passed.share.rate.part > 0 && passed.acceptance.rate.small {
        cautions.push(format!(
            "Sales decided on only {} of the leads that pass, so their acceptance may well be another.",
            words.count(passed.acceptance.rate.n)
        ));
    }
    if all.leads > 0 && all.won + all.lost == 0 {
        cautions.push(
            "No opportunity here has been won or lost, so nothing can be said about winning. Take in opportunities with \
             their outcome to see it."
                .into(),
        );
    }
    if all.leads > 0 && all.accepted + all.rejected == 0 {
        cautions.push(
            "Of none of these leads is it known whether sales accepted it, so nothing can be said about acceptance.".into(),
        );
    }
    for (criterion, counted) in judge.criteria().zip(&counting.criteria) {
        let mostly_unknown = counted.asked > 0 && counted.unknown * 2 > counted.asked;
        if mostly_unknown && criterion.role != Role::Disqualifies {
            cautions.push(format!(
                "“{}” is not known of {} of the leads. The test says little about this criterion.",
                criterion.field.label(),
                percent(
                    crate::leads::rules::Rate::of(counted.unknown, counted.asked),
                    words
                )
            ));
        }
    }
    cautions
}
