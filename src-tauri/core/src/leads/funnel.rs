//! The funnel that screens ask for: by source, campaign, owner, quarter or any attribute.

use std::cmp::Ordering;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    columns::{DayNumber, LeadColumns, lead_columns},
    counting::{Counting, Days},
    dimension::{Day, Dimension, Groups, attributes, quarter},
    funnel_words::{counted, cut_costs, without_day},
    marketing::Marketing,
    period::Period,
    rules::{self, DataCoverage, FunnelRow, FunnelSums, Rate},
};
use crate::definition::contact_due::ContactDue;
use lockstep_workspace::{
    context::{Query, ReadContext},
    error::Result,
    words::Words,
};

/// Counts what became of leads, by source, campaign, owner, quarter or any attribute.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LeadFunnel {
    /// `source`, `campaign`, `owner`, `quarter` (in which the lead came in), `opportunity_quarter`, `decision_quarter`,
    /// `closing_quarter`, or the name of an attribute.
    pub by: String,
    /// Only from this day on; it is the day of the quarter, and otherwise the day on which the lead came in.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub from: Option<NaiveDate>,
    /// Only until this day.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub to: Option<NaiveDate>,
    /// In which order; quarters stand in their own.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub sort: Option<FunnelOrder>,
    /// Whether the order is turned round.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub reverse: Option<bool>,
    /// How many rows at most, 500 where nothing is said; those with the fewest leads are left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub limit: Option<u32>,
}

impl LeadFunnel {
    /// Returns the same question with no limit to its rows.
    pub fn with_all_rows(self) -> Self {
        Self {
            limit: Some(u32::MAX),
            ..self
        }
    }
}

/// In which order the rows of a funnel stand: by a number of theirs, the largest first, or by their names. A row of which the
/// number rests on few records stands behind those that can be compared, and one of which it is not known behind them all,
/// whichever way round. Chart, table and documents have their order from here.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FunnelOrder {
    /// By name.
    Name,
    /// How many leads.
    #[default]
    Leads,
    /// The share with an opportunity.
    Converted,
    /// How many sales accepted.
    Accepted,
    /// The acceptance rate.
    Acceptance,
    /// How many opportunities were won.
    Won,
    /// The share of leads with something won.
    WonLeads,
    /// The win rate.
    WinRate,
    /// The value of what was won.
    WonValue,
    /// What marketing sourced of it.
    Sourced,
    /// What was won with marketing taking part.
    Influenced,
    /// The median cycle.
    Cycle,
    /// The share that was lost or ignored.
    LostOrIgnored,
    /// What was spent.
    Cost,
    /// The cost per lead.
    CostPerLead,
    /// The cost per accepted lead.
    CostPerAccepted,
}

/// More rows than this nobody reads on a screen.
const MOST_ROWS: u32 = 500;

/// The funnel.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LeadFunnelView {
    /// One row for each, the most leads first or as asked for; quarters in their order.
    pub rows: Vec<FunnelRow>,
    /// How many more rows there are, which have the fewest leads.
    pub left_out: i64,
    /// All of them together.
    pub all: FunnelRow,
    /// The attributes by which it could be counted.
    pub attributes: Vec<String>,
    /// When an untouched lead counts as ignored.
    pub ignored_after: IgnoredAfter,
    /// By which day leads and opportunities are counted, as a sentence.
    pub counted: String,
    /// What is to be known of a period, in sentences: what has no day and is left out of it, and what becomes of costs where it
    /// begins or ends within a month.
    pub notes: Vec<String>,
}

/// When an untouched lead counts as ignored: by the promise in force when it was handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct IgnoredAfter {
    /// The working days within which a lead of today is to be contacted.
    pub working_days: i64,
    /// Whether that is promised in a definition in force; else the usual promise is the measure.
    pub is_promised: bool,
}

/// Counts the leads that were lost or ignored, by source, campaign, owner, quarter or any attribute.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LostOrIgnored {
    /// As for the funnel.
    pub by: String,
    /// Only from this day on.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub from: Option<NaiveDate>,
    /// Only until this day.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub to: Option<NaiveDate>,
    /// As for the funnel.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub limit: Option<u32>,
}

/// How many leads of one group were lost or ignored.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct LostRow {
    /// What it is the row of; nothing for what is missing it.
    pub name: Option<String>,
    /// The days of a quarter; nothing for all else.
    pub days: Option<rules::Days>,
    /// Leads.
    pub leads: i64,
    /// Leads that nobody touched; nothing where no file tells.
    pub untouched: Option<i64>,
    /// Those of them that were to be contacted by now; nothing where no file tells.
    pub untouched_overdue: Option<i64>,
    /// Leads that were abandoned without a decision; nothing where no file tells.
    pub abandoned: Option<i64>,
    /// Abandoned, or untouched past the promise, of all leads.
    pub lost_or_ignored: Rate,
}

/// What was lost or ignored.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LostView {
    /// One row for each, the most lost leads first.
    pub rows: Vec<LostRow>,
    /// All of them together.
    pub all: LostRow,
    /// When an untouched lead counts as ignored.
    pub ignored_after: IgnoredAfter,
}

impl Query for LeadFunnel {
    type Answer = LeadFunnelView;

    fn answer(self, reader: &ReadContext) -> Result<LeadFunnelView> {
        let columns = lead_columns(reader)?;
        let by = Dimension::of(&self.by, &columns)?;
        let start = reader.company()?.fiscal_start;
        let days = Days::of(by.day(), &columns);
        let (by_quarter, by_name);
        let groups = match by {
            Dimension::Quarter(day) => {
                by_quarter = columns
                    .answer_cache
                    .answer((day, start), |_| quarters(&columns, day, &days, start));
                &*by_quarter
            }
            _ => {
                by_name = Groups::by_name(&by, &columns);
                &by_name
            }
        };
        let period = Period::of(self.from, self.to);
        let marketing = Marketing::of(reader, &columns)?;
        let known = DataCoverage {
            marketing: marketing.is_known,
            ..*columns.known()
        };
        let due = ContactDue::of(reader)?;
        let standing = columns.standing_by(&due);
        let sums = Counting {
            columns: &columns,
            standing: &standing,
            groups,
            days: &days,
            period,
            marketing: &marketing,
        }
        .count();
        let mut all = FunnelSums::default();
        sums.iter().for_each(|sums| all.add_all(sums));
        all.must_be_countable()?;
        sums.iter().try_for_each(FunnelSums::must_be_countable)?;
        let mut named: Vec<(Option<&str>, FunnelSums)> = [None]
            .into_iter()
            .chain(groups.names.iter().map(|name| Some(name.as_ref())))
            .zip(sums)
            .filter(|(_, sums)| !sums.is_empty())
            .collect();
        named.sort_by_key(|(name, _)| *name);
        let is_by_quarter = matches!(by, Dimension::Quarter(_));
        if is_by_quarter {
            // What has no quarter stands behind the others.
            named.sort_by_key(|(name, _)| name.is_none());
        } else {
            named.sort_by_key(|(_, sums)| std::cmp::Reverse(sums.size()));
        }
        let most = usize::try_from(self.limit.unwrap_or(MOST_ROWS)).unwrap_or(usize::MAX);
        let left_out = named.len().saturating_sub(most);
        named.truncate(most);
        let mut rows: Vec<FunnelRow> = named
            .into_iter()
            .map(|(name, sums)| {
                let (name, days) = match name.filter(|_| is_by_quarter) {
                    Some(key) => quarter(key, start).unzip(),
                    None => (name.map(str::to_string), None),
                };
                FunnelRow {
                    days,
                    ..sums.row(name, known)
                }
            })
            .collect();
        if !is_by_quarter {
            rank(
                &mut rows,
                self.sort.unwrap_or_default(),
                self.reverse.unwrap_or(false),
            );
        }
        let words = Words::new(&reader.company()?);
        let mut notes = Vec::new();
        if period != Period::ALL {
            notes.extend(without_day(by.day(), &days, &columns, &words));
        }
        if !groups.costs.is_empty() {
            notes.extend(cut_costs(&columns, self.from, self.to, &words));
        }
        Ok(LeadFunnelView {
            counted: counted(by.day()).into(),
            notes,
            rows,
            left_out: i64::try_from(left_out).unwrap_or(i64::MAX),
            all: all.row(None, known),
            attributes: attributes(&columns),
            ignored_after: IgnoredAfter {
                working_days: due.within,
                is_promised: due.is_promised,
            },
        })
    }
}

impl Query for LostOrIgnored {
    type Answer = LostView;

    fn answer(self, reader: &ReadContext) -> Result<LostView> {
        let funnel = LeadFunnel {
            by: self.by,
            from: self.from,
            to: self.to,
            sort: None,
            reverse: None,
            limit: self.limit,
        }
        .answer(reader)?;
        let mut rows: Vec<LostRow> = funnel
            .rows
            .iter()
            .filter(|row| row.leads > 0)
            .map(lost_row)
            .collect();
        // Where something is most often lost, there is most to be had; a few leads more or less say little.
        rows.sort_by_key(|row| std::cmp::Reverse(row.lost_or_ignored.part));
        Ok(LostView {
            rows,
            all: lost_row(&funnel.all),
            ignored_after: funnel.ignored_after,
        })
    }
}

/// Puts rows in order. They come with the most leads first, and equals stay so.
fn rank(rows: &mut [FunnelRow], order: FunnelOrder, reverse: bool) {
    let turned = |order: Ordering| if reverse { order.reverse() } else { order };
    if order == FunnelOrder::Name {
        rows.sort_by_cached_key(|row| row.name.as_deref().map(lockstep_text::fold));
        let unnamed = rows.iter().take_while(|row| row.name.is_none()).count();
        rows.rotate_left(unnamed);
        if reverse {
            let named = rows.len() - unnamed;
            rows.get_mut(..named).unwrap_or_default().reverse();
        }
        return;
    }
    rows.sort_by(|a, b| match (number(a, order), number(b, order)) {
        (Some((a, a_few)), Some((b, b_few))) => a_few.cmp(&b_few).then(turned(b.total_cmp(&a))),
        (a, b) => a.is_none().cmp(&b.is_none()),
    });
}

/// Returns the number by which a row stands in an order, and whether it rests on few records; nothing where it is not known.
fn number(row: &FunnelRow, order: FunnelOrder) -> Option<(f64, bool)> {
    let rate = |rate: Rate| Some((rate.basis_points?, rate.small || row.small));
    let count = |count: Option<i64>| Some((count? as f64, row.small));
    let per = |per: Option<f64>| Some((per?, row.small));
    match order {
        FunnelOrder::Name => None,
        FunnelOrder::Leads => count(Some(row.leads)),
        FunnelOrder::Converted => rate(row.converted),
        FunnelOrder::Accepted => count(row.accepted),
        FunnelOrder::Acceptance => rate(row.acceptance),
        FunnelOrder::Won => count(row.won),
        FunnelOrder::WonLeads => rate(row.won_leads),
        FunnelOrder::WinRate => rate(row.win_rate),
        FunnelOrder::WonValue => count(row.won_value),
        FunnelOrder::Sourced => count(row.sourced_value),
        FunnelOrder::Influenced => count(row.influenced_value),
        FunnelOrder::Cycle => per(row.median_cycle_days),
        FunnelOrder::LostOrIgnored => rate(row.lost_or_ignored),
        FunnelOrder::Cost => count(row.cost),
        FunnelOrder::CostPerLead => per(row.cost_per_lead),
        FunnelOrder::CostPerAccepted => per(row.cost_per_accepted),
    }
}

fn lost_row(row: &FunnelRow) -> LostRow {
    LostRow {
        name: row.name.clone(),
        days: row.days,
        leads: row.leads,
        untouched: row.untouched,
        untouched_overdue: row.untouched_overdue,
        abandoned: row.abandoned,
        lost_or_ignored: row.lost_or_ignored,
    }
}

fn quarters(columns: &LeadColumns, day: Day, days: &Days, start: u32) -> Groups<'static> {
    // What was spent is known by the month in which leads came in, and by no other day of theirs.
    let months: &[DayNumber] = if day == Day::Lead {
        &columns.costs.month
    } else {
        &[]
    };
    Groups::by_quarter(days, months, start)
}
