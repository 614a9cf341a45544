//! The scorecard: what can be measured, each metric with its formula in words, so that a goal never rests on a number
//! that the two sides read differently.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use lockstep_workspace::{people::Side, units::Unit};

/// Which way a number should move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// More is better.
    More,
    /// Less is better.
    Less,
}

/// What a goal measures: one of the list, or the plan's own metric with its formula written out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // Each one's meaning and formula stands in its entry below, where screens read it too.
pub enum Metric {
    QualifiedLeads,
    AcceptedValue,
    MarketingLeads,
    SalesQualifiedLeads,
    Opportunities,
    WonDeals,
    Revenue,
    SourcedRevenue,
    InfluencedRevenue,
    AcceptanceRate,
    MqlToSql,
    WinRate,
    AverageDeal,
    CycleDays,
    PipelineCoverage,
    SpeedToLead,
    LostOrIgnored,
    FeedbackRate,
    CostPerQualifiedLead,
    CustomerRetention,
    CustomerSatisfaction,
    CustomersOnTime,
    CustomerReferences,
    RenewalRevenue,
    Own,
}

/// What there is to know about a metric.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MetricEntry {
    /// The metric.
    pub metric: Metric,
    /// Its name.
    pub name: &'static str,
    /// In what it is counted.
    pub unit: Unit,
    /// Which way it should move.
    pub direction: Direction,
    /// The formula in words.
    pub formula: &'static str,
    /// Where the number comes from.
    pub source: &'static str,
    /// Whether the months add up to the year; a rate or a number of days does not.
    pub adds_up: bool,
    /// Whether it says something about the customer, not about us.
    pub about_customer: bool,
    /// The side that has been measured on it until now, where it is one.
    pub usual_side: Option<Side>,
}

const fn entry(
    metric: Metric,
    name: &'static str,
    (unit, direction): (Unit, Direction),
    formula: &'static str,
    source: &'static str,
    usual_side: Option<Side>,
) -> MetricEntry {
    MetricEntry {
        metric,
        name,
        unit,
        direction,
        formula,
        source,
        adds_up: matches!(
            metric,
            Metric::QualifiedLeads
                | Metric::AcceptedValue
                | Metric::MarketingLeads
                | Metric::SalesQualifiedLeads
                | Metric::Opportunities
                | Metric::WonDeals
                | Metric::Revenue
                | Metric::SourcedRevenue
                | Metric::InfluencedRevenue
                | Metric::CustomerReferences
                | Metric::RenewalRevenue
        ),
        about_customer: matches!(
            metric,
            Metric::CustomerRetention
                | Metric::CustomerSatisfaction
                | Metric::CustomersOnTime
                | Metric::CustomerReferences
        ),
        usual_side,
    }
}

const MORE_COUNT: (Unit, Direction) = (Unit::Count, Direction::More);
const MORE_MONEY: (Unit, Direction) = (Unit::Money, Direction::More);
const MORE_PERCENT: (Unit, Direction) = (Unit::Percent, Direction::More);
const SALES: Option<Side> = Some(Side::Sales);
const MARKETING: Option<Side> = Some(Side::Marketing);

/// Every metric that a goal or a measure can name, the one to start with first.
pub const METRICS: &[MetricEntry] = &[
    entry(
        Metric::QualifiedLeads,
        "Qualified leads",
        MORE_COUNT,
        "Leads that sales accepted by the agreed criteria (SAL), counted in the month of acceptance",
        "CRM export: acceptance by sales",
        None,
    ),
    entry(
        Metric::AcceptedValue,
        "Value of accepted leads",
        MORE_MONEY,
        "Sum of the value of the opportunities of leads that sales accepted, counted in the month of acceptance",
        "CRM export: opportunities and acceptance by sales",
        None,
    ),
    entry(
        Metric::MarketingLeads,
        "Marketing-qualified leads",
        MORE_COUNT,
        "Leads that met marketing’s threshold (MQL), counted in the month they met it",
        "Marketing automation or CRM export",
        MARKETING,
    ),
    entry(
        Metric::SalesQualifiedLeads,
        "Sales-qualified leads",
        MORE_COUNT,
        "Accepted leads whose need was confirmed in conversation (SQL)",
        "CRM export: lead stage",
        SALES,
    ),
    entry(
        Metric::Opportunities,
        "Opportunities",
        MORE_COUNT,
        "Opportunities with a value and an expected date (SQO), counted in the month they were created",
        "CRM export: opportunities",
        SALES,
    ),
    entry(
        Metric::WonDeals,
        "Won deals",
        MORE_COUNT,
        "Opportunities closed as won, counted in the month they closed",
        "CRM export: opportunities",
        SALES,
    ),
    entry(
        Metric::Revenue,
        "Revenue",
        MORE_MONEY,
        "Sum of the value of won deals, in the month they closed",
        "CRM export: opportunities, checked against the books",
        SALES,
    ),
    entry(
        Metric::SourcedRevenue,
        "Revenue sourced by marketing",
        MORE_MONEY,
        "Sum of the value of won deals whose original lead source is marketing’s",
        "CRM export: lead source joined to won deals",
        MARKETING,
    ),
    entry(
        Metric::InfluencedRevenue,
        "Revenue influenced by marketing",
        MORE_MONEY,
        "Sum of the value of won deals with at least one marketing touch before the close; includes sourced, never added to it",
        "CRM export: campaign touches joined to won deals",
        MARKETING,
    ),
    entry(
        Metric::AcceptanceRate,
        "Acceptance rate",
        MORE_PERCENT,
        "Accepted leads ÷ (accepted + rejected); undecided leads are shown apart",
        "CRM export: acceptance by sales",
        None,
    ),
    entry(
        Metric::MqlToSql,
        "MQL to SQL",
        MORE_PERCENT,
        "Of the MQLs that entered in the period, the share that ever became SQL",
        "CRM export: lead stage",
        None,
    ),
    entry(
        Metric::WinRate,
        "Win rate",
        MORE_PERCENT,
        "Won ÷ (won + lost), closed in the period",
        "CRM export: opportunities",
        SALES,
    ),
    entry(
        Metric::AverageDeal,
        "Average deal",
        MORE_MONEY,
        "Sum of won value ÷ number of won deals",
        "CRM export: opportunities",
        SALES,
    ),
    entry(
        Metric::CycleDays,
        "Sales cycle",
        (Unit::Days, Direction::Less),
        "Median days from created to closed, won deals only",
        "CRM export: opportunities",
        SALES,
    ),
    entry(
        Metric::PipelineCoverage,
        "Pipeline coverage",
        (Unit::Number, Direction::More),
        "Open pipeline closing in the period ÷ (target − won to date)",
        "CRM export: open opportunities",
        SALES,
    ),
    entry(
        Metric::SpeedToLead,
        "First contact on time",
        MORE_PERCENT,
        "Handed-over leads contacted by a person within the promised time ÷ all handed-over leads that are due",
        "CRM export: first activity after hand-over",
        SALES,
    ),
    entry(
        Metric::LostOrIgnored,
        "Leads lost or ignored",
        (Unit::Percent, Direction::Less),
        "(Untouched past the promise + abandoned without a decision) ÷ handed over",
        "CRM export: lead stage and reason",
        None,
    ),
    entry(
        Metric::FeedbackRate,
        "Feedback on leads",
        MORE_PERCENT,
        "Leads with a verdict and a reason ÷ handed over",
        "CRM export: acceptance and reason",
        SALES,
    ),
    entry(
        Metric::CostPerQualifiedLead,
        "Cost per qualified lead",
        (Unit::Money, Direction::Less),
        "Campaign cost ÷ accepted leads",
        "Campaign costs and CRM export",
        MARKETING,
    ),
    entry(
        Metric::CustomerRetention,
        "Customers who stay",
        MORE_PERCENT,
        "Customers at the start of the period who still are customers at its end ÷ customers at the start",
        "Customer list at the start and the end of the period",
        None,
    ),
    entry(
        Metric::CustomerSatisfaction,
        "Customer satisfaction",
        (Unit::Number, Direction::More),
        "Mean of all answers to the satisfaction question in the period, with the number of answers",
        "Customer survey",
        None,
    ),
    entry(
        Metric::CustomersOnTime,
        "Customers live on the promised day",
        MORE_PERCENT,
        "New customers in productive use on or before the promised day ÷ new customers due in the period",
        "Delivery records",
        None,
    ),
    entry(
        Metric::CustomerReferences,
        "Customers who recommend us",
        MORE_COUNT,
        "Customers who agreed in the period to be named or called as a reference",
        "Reference list",
        None,
    ),
    entry(
        Metric::RenewalRevenue,
        "Renewals and expansion",
        MORE_MONEY,
        "Sum of the value renewed or added by customers we already had",
        "CRM export: renewals",
        SALES,
    ),
];

impl Metric {
    /// Returns what there is to know about it; nothing for a plan's own metric, whose words stand in the goal.
    pub fn entry(self) -> Option<&'static MetricEntry> {
        METRICS.iter().find(|entry| entry.metric == self)
    }
}

/// Returns whether a name is that of a metric of the list that is a rate: a part of a whole, and never more than all of it.
pub fn is_named_rate(name: &str) -> bool {
    let name = name.trim().to_lowercase();
    METRICS
        .iter()
        .any(|entry| entry.unit == Unit::Percent && entry.name.to_lowercase() == name)
}
