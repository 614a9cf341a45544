//! The back-test: a definition run over the leads of a period, before anybody signs it. How many would have passed, what
//! became of those that pass and of the others, what it would have turned away, and what each criterion does.

mod counting;
mod in_words;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    batches,
    content::DefinitionContent,
    evaluation::Judge,
    feature_analysis::{self, FeatureField},
    queries::content_of,
    rules::{
        measuring::{Lift, Measured},
        reading,
    },
};
use crate::{
    ids::ListItemId,
    leads::{
        columns::{LeadColumns, lead_columns, numbered_day},
        period::Period,
        rules::{DataCoverage, FunnelRow, FunnelSums, Rate},
    },
    median::median,
};
use counting::{Counted, count};
use lockstep_workspace::{
    context::{Query, ReadContext},
    error::Result,
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
    /// Leads that sales accepted; nothing where no file tells.
    pub accepted: Option<i64>,
    /// Leads that sales rejected; nothing where no file tells.
    pub rejected: Option<i64>,
    /// Accepted ÷ (accepted + rejected).
    pub acceptance: Measured,
    /// Leads with an opportunity, of the group's leads.
    pub converted: Measured,
    /// Leads with a won opportunity, of the group's leads.
    pub won_leads: Measured,
    /// Won ÷ (won + lost) opportunities.
    pub win_rate: Measured,
    /// What was won, as far as its value is known, in minor units; nothing where it is known of nothing.
    pub won_value: Option<i64>,
    /// Won opportunities of which no value is known: the won value is at least so much then.
    pub won_without_value: i64,
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
    pub id: ListItemId,
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
    /// What was won of them, in minor units; nothing where it is not known.
    pub their_won_value: Option<i64>,
    /// Of how many of these won opportunities no value is known.
    pub their_won_without_value: i64,
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
    pub turned_away_value: Option<i64>,
    /// Of how many of their won opportunities no value is known: they were worth at least so much then.
    pub turned_away_without_value: i64,
    /// What each criterion does.
    pub criteria: Vec<CriterionPart>,
    /// Which fields tell apart what became of leads, the strongest first.
    pub separating: Vec<FeatureField>,
    /// What outcome they tell apart: "accepted from rejected".
    pub separating_what: Option<String>,
    /// How it compares with the other version.
    pub against: Option<TestedAgainst>,
    /// What the numbers can and cannot show.
    pub cautions: Vec<String>,
}

impl Query for BackTest {
    type Answer = BackTestView;

    fn answer(self, reader: &ReadContext) -> Result<BackTestView> {
        let content = content_of(reader, self.version)?;
        let other = self
            .against
            .map(|version| content_of(reader, Some(version)))
            .transpose()?;
        let leads = lead_columns(reader)?;
        let period = Period::of(self.from, self.to);
        let other = other.as_ref().zip(self.against);
        Ok(run(&content, other, &leads, period, self.version))
    }
}

fn run(
    content: &DefinitionContent,
    other: Option<(&DefinitionContent, u32)>,
    leads: &LeadColumns,
    period: Period,
    version: Option<u32>,
) -> BackTestView {
    let words = Words::new(&content.company);
    let judge = Judge::of(content);
    let other_judge = other.map(|(content, _)| Judge::of(content));
    // Found once for both.
    batches::within(leads, period);
    let (counted, separating) = rayon::join(
        || count(leads, period, &judge, other_judge.as_ref()),
        || feature_analysis::fields(leads, period),
    );
    let [passed, not_yet, not_qualified] = &counted.by_verdict;
    let mut others = not_yet.clone();
    others.add_all(not_qualified);
    let mut everything = others.clone();
    everything.add_all(passed);
    // By the leads alone: whose a source is plays no part here.
    let known = *leads.known();
    let all = everything.row(None, known);
    let others_row = others.row(None, known);
    let group = |sums: &FunnelSums| tested(&sums.clone().row(None, known), all.leads);
    let (passed, others) = (group(passed), tested(&others_row, all.leads));
    // What is not known of all leads is not known of some.
    let lift = |ours, theirs, of_all: Rate| {
        let lift = Lift::of(ours, theirs);
        let why_not = of_all.because.map(str::to_string).or(lift.why_not);
        Lift { why_not, ..lift }
    };
    let acceptance_lift = lift(passed.acceptance.rate, others.acceptance.rate, all.acceptance);
    let win_lift = lift(passed.won_leads.rate, others.won_leads.rate, all.won_leads);
    let months: Vec<TestedMonth> = counted
        .months
        .iter()
        .map(|(first_day, (leads, passed))| TestedMonth {
            first_day: *first_day,
            leads: *leads,
            passed: *passed,
        })
        .collect();
    let mut per_month: Vec<i64> = months.iter().map(|month| month.passed).collect();
    let against = other
        .zip(counted.against.as_ref())
        .map(|((_, version), against)| TestedAgainst {
            version,
            passed: group(&against.sums),
            both: against.both,
            only_this: against.only_this,
            only_other: against.only_other,
        });
    BackTestView {
        version,
        first_day: counted.first_day.and_then(numbered_day),
        last_day: counted.last_day.and_then(numbered_day),
        leads: all.leads,
        finding: in_words::finding(&passed, &others, &all, &acceptance_lift, &win_lift, &words),
        cautions: in_words::cautions(&judge, &passed, &all, &counted, &words),
        passed_a_month: median(&mut per_month, |passed| passed as f64),
        months,
        turned_away_leads: others_row.won_leads.part,
        turned_away_value: others_row.won_value,
        turned_away_without_value: others_row.won_without_value,
        criteria: parts(&judge, &counted, all.leads, known, &words),
        not_yet: group(not_yet),
        not_qualified: group(not_qualified),
        passed,
        others,
        acceptance_lift,
        win_lift,
        separating: separating.fields.clone(),
        separating_what: separating.what.clone(),
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
        won_without_value: row.won_without_value,
    }
}

fn parts(
    judge: &Judge,
    counted: &Counted,
    leads: i64,
    known: DataCoverage,
    words: &Words,
) -> Vec<CriterionPart> {
    judge
        .criteria()
        .zip(&counted.criteria)
        .map(|(criterion, counted)| {
            let more = counted.more.clone().row(None, known);
            CriterionPart {
                id: criterion.id.clone(),
                sentence: reading::criterion(criterion, words),
                consequence: reading::consequence(criterion, words),
                met: counted.met,
                not_met: leads - counted.met - counted.unknown,
                unknown: counted.unknown,
                more_without: counted.more_leads - counted.fewer_leads,
                their_acceptance: Measured::of(more.acceptance),
                their_won_leads: Measured::of(more.won_leads),
                their_won_value: more.won_value,
                their_won_without_value: more.won_without_value,
            }
        })
        .collect()
}
