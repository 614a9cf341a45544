//! What the leads have to say of a period on the worksheet of a review: the funnel by source, each number against the period before and
//! the same a year ago, and what sales wrote where it said no.

use std::{collections::BTreeMap, sync::Arc};

use lockstep_workspace::{
    calendar::FiscalYear,
    context::ReadContext,
    error::Result,
    units::Unit,
    words::Words,
    worksheet::{
        DaySpan, ReviewDays, WorksheetCell, WorksheetColumn, WorksheetLine, WorksheetList, WorksheetPart,
        WorksheetRow, WorksheetSection, WorksheetTable,
    },
};

use super::{
    activity::{Activity, MonthlyActivity, by_source},
    columns::{LeadColumns, UNKNOWN_DAY, lead_columns},
    coverage::coverage,
    initiatives,
    period::Period,
    period_numbers::PeriodNumber,
    room::NAME,
    rules::SMALL,
    terms::{Acceptance, Outcome, Reason},
};

/// So many sources stand on a worksheet, those with the most leads; the others are counted.
const MOST_SOURCES: usize = 12;
/// So many sentences of sales.
const MOST_NOTES: usize = 12;

const CRM: &str = "Imported leads and opportunities";

/// Fills in the leads' part of a worksheet.
///
/// # Errors
/// `Refused` when amounts are more together than can be counted; `Damaged` when what stands in the file cannot be read.
pub(super) fn worksheet(reader: &ReadContext, days: &ReviewDays) -> Result<Vec<WorksheetPart>> {
    let columns = lead_columns(reader)?;
    if columns.rows() == 0 && columns.opportunities.rows() == 0 {
        let nothing = WorksheetPart {
            room: NAME.into(),
            section: WorksheetSection::Funnel,
            title: "Funnel".into(),
            finding: "No leads have been imported yet, so there is no funnel to look at.".into(),
            tables: Vec::new(),
            lists: Vec::new(),
            notes: Vec::new(),
            rests_on_imports: true,
        };
        let mut parts = vec![nothing];
        parts.extend(initiatives::worksheet(reader, days)?);
        return Ok(parts);
    }
    let mut parts = vec![
        funnel(reader, days)?,
        pipeline_today(reader, days)?,
        from_the_field(reader, days)?,
    ];
    parts.extend(initiatives::worksheet(reader, days)?);
    Ok(parts)
}

/// One number of an activity: what it is called, its unit, formula, and how it is read.
struct Number {
    key: &'static str,
    name: &'static str,
    unit: Unit,
    formula: &'static str,
    of: fn(&Activity) -> PeriodNumber,
}

/// The numbers behind which the ledger lists the leads.
const LISTED: [&str; 6] = [
    "leads",
    "converted",
    "lost_or_ignored",
    "accepted",
    "acceptance",
    "accepted_value",
];
/// Those of them that count leads, and no opportunity besides.
const OF_LEADS_ALONE: [&str; 3] = ["leads", "converted", "lost_or_ignored"];

const NOT_TOLD: &str = "The imported files say nothing of this period.";

/// What is counted, in the order in which a lead goes. The share of MQLs that became SQL never stands alone: acceptance and win rate
/// stand beside it, each with its n (P32).
const NUMBERS: [Number; 14] = [
    Number {
        key: "leads",
        name: "Handed over",
        unit: Unit::Count,
        formula: "Leads handed over in the period; where that day is not known, those that came in",
        of: Activity::leads,
    },
    Number {
        key: "accepted",
        name: "Accepted",
        unit: Unit::Count,
        formula: "Leads that sales accepted, on the day of the decision; where that is not known, on the lead’s",
        of: Activity::accepted,
    },
    Number {
        key: "acceptance",
        name: "Acceptance rate",
        unit: Unit::Percent,
        formula: "Accepted ÷ (accepted + rejected), decided in the period",
        of: Activity::acceptance,
    },
    Number {
        key: "converted",
        name: "MQL to SQL",
        unit: Unit::Percent,
        formula: "Of the leads handed over in the period, the share that has an opportunity by now",
        of: Activity::converted,
    },
    Number {
        key: "lost_or_ignored",
        name: "Lost or ignored",
        unit: Unit::Percent,
        formula: "(Untouched past the promise + abandoned without a decision) ÷ handed over in the period",
        of: Activity::lost_or_ignored,
    },
    Number {
        key: "accepted_value",
        name: "Accepted value",
        unit: Unit::Money,
        formula: "Value of the opportunities of leads that sales accepted in the period",
        of: Activity::accepted_value,
    },
    Number {
        key: "won",
        name: "Won",
        unit: Unit::Count,
        formula: "Opportunities won, on the day they closed",
        of: Activity::won,
    },
    Number {
        key: "win_rate",
        name: "Win rate",
        unit: Unit::Percent,
        formula: "Won ÷ (won + lost), closed in the period",
        of: Activity::win_rate,
    },
    Number {
        key: "won_value",
        name: "Won value",
        unit: Unit::Money,
        formula: "Value of what was won in the period",
        of: Activity::won_value,
    },
    Number {
        key: "sourced",
        name: "Sourced by marketing",
        unit: Unit::Money,
        formula: "The part of the won value whose original source is marketing’s",
        of: Activity::sourced_value,
    },
    Number {
        key: "influenced",
        name: "Influenced by marketing",
        unit: Unit::Money,
        formula: "The part of the won value in which marketing took part; what it sourced is among it",
        of: Activity::influenced_value,
    },
    Number {
        key: "average_deal",
        name: "Average deal",
        unit: Unit::Money,
        formula: "Won value ÷ number of won opportunities of which a value is known",
        of: Activity::average_deal,
    },
    Number {
        key: "cycle",
        name: "Sales cycle",
        unit: Unit::Days,
        formula: "Median days from created to closed, won only",
        of: Activity::cycle_days,
    },
    Number {
        key: "cost_per_accepted",
        name: "Cost per accepted lead",
        unit: Unit::Money,
        formula: "What was spent in the months of the period ÷ leads accepted in it",
        of: Activity::cost_per_accepted,
    },
];

fn funnel(reader: &ReadContext, days: &ReviewDays) -> Result<WorksheetPart> {
    let words = Words::new(&reader.company()?);
    let months = MonthlyActivity::of(reader)?;
    let spans = [days.now, days.before, days.year_ago];
    let all = spans
        .into_iter()
        .map(|span| months.tells_of(span).then(|| months.over(span)).transpose())
        .collect::<Result<Vec<_>>>()?;
    let sources = spans
        .into_iter()
        .map(|span| by_source(reader, span))
        .collect::<Result<Vec<Arc<Vec<Activity>>>>>()?;
    let named = |spans: &[Arc<Vec<Activity>>], place: usize, name: &Option<String>| {
        let of_span = spans.get(place)?;
        of_span.iter().find(|one| one.name == *name).cloned()
    };
    let mut rows = vec![row(
        String::new(),
        "All sources",
        &all.iter().map(Option::as_ref).collect::<Vec<_>>(),
    )];
    let now = sources.first().map(|now| now.as_slice()).unwrap_or_default();
    for one in now.iter().take(MOST_SOURCES) {
        let (before, year_ago) = (named(&sources, 1, &one.name), named(&sources, 2, &one.name));
        let key = one.name.clone().unwrap_or_else(|| "–".into());
        let name = one.name.as_deref().unwrap_or("No source");
        rows.push(row(key, name, &[Some(one), before.as_ref(), year_ago.as_ref()]));
    }
    // An opportunity that no lead brought can be accepted, too; then the list of leads would be shorter than the number.
    let columns = lead_columns(reader)?;
    let all_have_leads = columns.opportunities.lead.iter().all(Option::is_some);
    let listed: &[&str] = match all_have_leads {
        true => &LISTED,
        false => &OF_LEADS_ALONE,
    };
    let table = WorksheetTable {
        key: "sources".into(),
        title: "Source".into(),
        columns: NUMBERS
            .iter()
            .map(|number| WorksheetColumn {
                key: number.key.into(),
                name: number.name.into(),
                unit: number.unit,
                formula: number.formula.into(),
                source: CRM.into(),
                is_listed: listed.contains(&number.key),
            })
            .collect(),
        rows,
        left_out: i64::try_from(now.len().saturating_sub(MOST_SOURCES)).unwrap_or(i64::MAX),
    };
    let at = |place: usize| all.get(place).and_then(Option::as_ref);
    let (now, before) = (at(0), at(1));
    let finding = finding(now, before, &words);
    let mut notes = Vec::new();
    let earliest = spans.iter().map(|span| span.from).min();
    if let Some(from) = earliest.and_then(|earliest| months.begins_after(earliest)) {
        notes.push(format!(
            "The imported files begin on {}. What happened before is not known.",
            words.day(from)
        ));
    }
    if let Some(until) = months.told_until.filter(|until| *until < days.as_of) {
        notes.push(format!("The imported files reach until {}.", words.day(until)));
    }
    notes.push(
        "Leads count on the day they were handed over, decisions and deals on their own days. The page of the funnel goes by the day \
         on which leads came in and says what became of them."
            .into(),
    );
    Ok(WorksheetPart {
        room: NAME.into(),
        section: WorksheetSection::Funnel,
        title: "Funnel".into(),
        finding,
        tables: vec![table],
        lists: Vec::new(),
        notes,
        rests_on_imports: true,
    })
}

fn finding(now: Option<&Activity>, before: Option<&Activity>, words: &Words) -> String {
    let Some(now) = now else {
        return NOT_TOLD.into();
    };
    let leads = |count: i64| {
        let noun = if count == 1 { "lead" } else { "leads" };
        format!("{} {noun}", words.count(count))
    };
    let accepted = match (
        now.decided.accepted,
        before.and_then(|before| before.decided.accepted),
    ) {
        (Some(accepted), Some(before)) => format!(
            "Sales accepted {}, after {} in the period before",
            leads(accepted),
            words.count(before)
        ),
        (Some(accepted), None) => format!("Sales accepted {}", leads(accepted)),
        (None, _) => format!("Marketing handed over {}", leads(now.handed_over.leads)),
    };
    let won = NUMBERS
        .iter()
        .find(|number| number.key == "won_value")
        .and_then(|number| (number.of)(now).value);
    match won {
        Some(won) if now.closed.won.unwrap_or(0) > 0 => format!("{accepted}; {} was won.", words.money(won)),
        _ => format!("{accepted}."),
    }
}

/// Returns a row: `spans` are the period, the one before and the same a year ago.
fn row(key: String, name: &str, spans: &[Option<&Activity>]) -> WorksheetRow {
    let at = |place: usize| spans.get(place).copied().flatten();
    let cells = NUMBERS.iter().map(|number| {
        let told = |place: usize| at(place).map_or_else(|| PeriodNumber::of(None, Some(NOT_TOLD)), number.of);
        let now = told(0);
        let n = now.n.filter(|_| now.value.is_some());
        WorksheetCell {
            is_small: n.is_some_and(|n| n < SMALL),
            n,
            ..WorksheetCell::of(now.value, told(1).value, told(2).value).or_because(now.because)
        }
    });
    WorksheetRow {
        key,
        name: name.into(),
        side: None,
        cells: cells.collect(),
    }
}

/// The pipeline on the day on which the worksheet is filled in. It says nothing of the period itself, so what is imported later is no
/// correction of it.
fn pipeline_today(reader: &ReadContext, days: &ReviewDays) -> Result<WorksheetPart> {
    let now = MonthlyActivity::of(reader)?.over(days.now)?;
    let year = FiscalYear::of(days.now.from, reader.company()?.fiscal_start)?;
    let table = pipeline(reader, &now, year)?;
    let words = Words::new(&reader.company()?);
    let row = table
        .rows
        .first()
        .map(|row| row.cells.as_slice())
        .unwrap_or_default();
    let covered = match row.get(2).and_then(|cell| cell.now) {
        Some(times) => format!(
            ", {} times what the revenue goal still asks for",
            words.hundredths(times)
        ),
        None => String::new(),
    };
    let finding = match (
        row.first().and_then(|cell| cell.now),
        row.get(1).and_then(|cell| cell.now),
    ) {
        (Some(1), Some(value)) => {
            format!("One opportunity is open, worth {}{covered}.", words.money(value))
        }
        (Some(open), Some(value)) => format!(
            "{} opportunities are open, worth {}{covered}.",
            words.count(open),
            words.money(value)
        ),
        (Some(1), None) => "One opportunity is open.".into(),
        (Some(open), None) => format!("{} opportunities are open.", words.count(open)),
        (None, _) => "No file says which opportunities are open.".into(),
    };
    Ok(WorksheetPart {
        room: NAME.into(),
        section: WorksheetSection::Funnel,
        title: "Pipeline".into(),
        finding,
        tables: vec![table],
        lists: Vec::new(),
        notes: Vec::new(),
        rests_on_imports: false,
    })
}

/// What is open now, and how fast it becomes revenue. It looks ahead, so it is held against no earlier period.
fn pipeline(reader: &ReadContext, now: &Activity, year: FiscalYear) -> Result<WorksheetTable> {
    let columns = lead_columns(reader)?;
    let opportunities = &columns.opportunities;
    let mut open = 0_i64;
    let mut without_value = 0_i64;
    let mut value = 0_i128;
    for (outcome, worth) in opportunities.outcome.iter().zip(&opportunities.value) {
        if *outcome == Some(Outcome::Open) {
            open += 1;
            without_value += i64::from(worth.is_none());
            value += i128::from(worth.unwrap_or(0));
        }
    }
    let known = columns.known().outcomes;
    let value = lockstep_workspace::bounds::countable(value).filter(|_| without_value == 0 && known);
    let read = |key: &str| {
        let number = NUMBERS.iter().find(|number| number.key == key)?;
        (number.of)(now).value
    };
    // Velocity = opportunities × average deal × win rate ÷ cycle days, in minor units a day.
    let velocity = match (read("average_deal"), read("win_rate"), read("cycle")) {
        (Some(deal), Some(rate), Some(cycle)) if cycle > 0 && known => {
            let a_day = i128::from(open) * i128::from(deal) * i128::from(rate) / (10_000 * i128::from(cycle));
            lockstep_workspace::bounds::countable(a_day)
        }
        _ => None,
    };
    let covered = match coverage(reader, year, value)? {
        Ok(times) => WorksheetCell::alone(times),
        Err(because) => WorksheetCell::default().or_because(Some(&because)),
    };
    let column = |key: &str, name: &str, unit, formula: &str| WorksheetColumn {
        key: key.into(),
        name: name.into(),
        unit,
        formula: formula.into(),
        source: match key {
            "coverage" => format!("{CRM}; plan in force"),
            _ => CRM.into(),
        },
        is_listed: false,
    };
    let told =
        |value: Option<i64>, because: &str| WorksheetCell::of(value, None, None).or_because(Some(because));
    let no_outcomes = "No file says what became of opportunities.";
    Ok(WorksheetTable {
        key: "pipeline".into(),
        title: "Pipeline".into(),
        columns: vec![
            column(
                "open",
                "Open opportunities",
                Unit::Count,
                "Opportunities that are open today",
            ),
            column("open_value", "Open value", Unit::Money, "Their value together"),
            column(
                "coverage",
                "Coverage",
                Unit::Number,
                "Open value ÷ (target of the year’s revenue goal − won value of the year so far): 3 is three times what is left",
            ),
            column(
                "velocity",
                "Velocity a day",
                Unit::Money,
                "Open opportunities × average deal × win rate ÷ sales cycle in days, of the period",
            ),
        ],
        rows: vec![WorksheetRow {
            key: String::new(),
            name: "Today".into(),
            side: None,
            cells: vec![
                told(known.then_some(open), no_outcomes),
                told(
                    value,
                    if known {
                        "Some open opportunities have no value, so the sum is not known."
                    } else {
                        no_outcomes
                    },
                ),
                covered,
                told(
                    velocity,
                    "It needs an average deal, a win rate and a sales cycle of the period.",
                ),
            ],
        }],
        left_out: 0,
    })
}

/// Rejected leads by the reason that sales gave, in the period, the one before and a year ago.
#[derive(Debug, Default)]
struct Rejected {
    by_reason: BTreeMap<Option<String>, [i64; 3]>,
    without_day: i64,
}

impl Rejected {
    fn count(columns: &LeadColumns, days: &ReviewDays) -> Self {
        let decided = columns.decision_days();
        let periods =
            [days.now, days.before, days.year_ago].map(|span| Period::of(Some(span.from), Some(span.to)));
        let mut found = Self::default();
        for (row, day) in decided.iter().enumerate() {
            if columns.decision(row) != Acceptance::Rejected {
                continue;
            }
            found.without_day += i64::from(*day == UNKNOWN_DAY);
            for (place, _) in periods
                .iter()
                .enumerate()
                .filter(|(_, period)| period.holds(*day))
            {
                let reason = columns.reason.get(row).copied().flatten();
                let reason = reason.map(|reason: Reason| reason.name().to_owned());
                if let Some(slot) = found.by_reason.entry(reason).or_default().get_mut(place) {
                    *slot += 1;
                }
            }
        }
        found
    }
}

/// What sales wrote where it said no, and how often it gave which reason.
fn from_the_field(reader: &ReadContext, days: &ReviewDays) -> Result<WorksheetPart> {
    let columns = lead_columns(reader)?;
    let found = columns
        .answer_cache
        .answer(*days, |days| Rejected::count(&columns, days));
    let (reasons, without_day) = (found.by_reason.clone(), found.without_day);
    let rejected: i64 = reasons.values().map(|[now, ..]| now).sum();
    let is_known = columns.known().rejections;
    let months = MonthlyActivity::of(reader)?;
    let [is_told, before_is_told, year_ago_is_told] =
        [days.now, days.before, days.year_ago].map(|span| months.tells_of(span));
    let mut rows: Vec<WorksheetRow> = reasons
        .into_iter()
        .map(|(reason, [now, before, year_ago])| WorksheetRow {
            key: reason.clone().unwrap_or_else(|| "–".into()),
            name: reason.unwrap_or_else(|| "No reason given".into()),
            side: None,
            cells: vec![
                WorksheetCell::of(
                    is_told.then_some(now),
                    before_is_told.then_some(before),
                    year_ago_is_told.then_some(year_ago),
                )
                .or_because(Some(NOT_TOLD)),
            ],
        })
        .collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.cells.first().and_then(|cell| cell.now)));
    let words = Words::new(&reader.company()?);
    let finding = match (is_known, rejected) {
        (false, _) => "No file says which leads sales rejected.".to_owned(),
        _ if !is_told => NOT_TOLD.to_owned(),
        (true, 0) => "Sales rejected no lead in this period.".to_owned(),
        (true, 1) => "Sales rejected one lead.".to_owned(),
        (true, rejected) => match rows.first().filter(|row| row.key != "–") {
            Some(first) => format!(
                "Sales rejected {} leads, most often for “{}”.",
                words.count(rejected),
                first.name.to_lowercase()
            ),
            None => format!("Sales rejected {} leads.", words.count(rejected)),
        },
    };
    let mut notes = Vec::new();
    if without_day > 0 {
        notes.push(format!(
            "{} rejected {} no day of the decision and {} counted in no period.",
            words.count(without_day),
            if without_day == 1 {
                "lead has"
            } else {
                "leads have"
            },
            if without_day == 1 { "is" } else { "are" },
        ));
    }
    Ok(WorksheetPart {
        room: NAME.into(),
        section: WorksheetSection::Field,
        title: "Why leads were rejected".into(),
        finding,
        tables: vec![WorksheetTable {
            key: "reasons".into(),
            title: "Reason".into(),
            columns: vec![WorksheetColumn {
                key: "leads".into(),
                name: "Leads".into(),
                unit: Unit::Count,
                formula: "Leads that sales rejected in the period, by the reason it gave".into(),
                source: CRM.into(),
                is_listed: false,
            }],
            rows,
            left_out: 0,
        }],
        lists: vec![said(reader, days.now)?],
        notes,
        rests_on_imports: true,
    })
}

/// What sales wrote in its own words, the latest first.
fn said(reader: &ReadContext, span: DaySpan) -> Result<WorksheetList> {
    let words = Words::new(&reader.company()?);
    let mut statement = reader.db().prepare_cached(
        "SELECT id, reason_note, coalesce(name, company, ''), decided_on FROM lead
         WHERE reason_note IS NOT NULL AND decided_on BETWEEN ?1 AND ?2
         ORDER BY decided_on DESC, id",
    )?;
    let found = statement.query_map([span.from.to_string(), span.to.to_string()], |row| {
        Ok((
            row.get::<_, String>(0)?,
            row.get::<_, String>(1)?,
            row.get::<_, String>(2)?,
            row.get::<_, String>(3)?,
        ))
    })?;
    let mut lines = Vec::new();
    for found in found {
        let (id, said, who, day) = found?;
        let day = day.parse().map(|day| words.day(day)).unwrap_or(day);
        lines.push(WorksheetLine {
            id,
            words: said.trim().to_owned(),
            detail: if who.is_empty() {
                day
            } else {
                format!("{who}, {day}")
            },
            side: None,
        });
    }
    Ok(WorksheetList {
        key: "said".into(),
        title: "What sales wrote".into(),
        empty: "Nobody wrote anything beside a reason.".into(),
        lines,
        left_out: 0,
    }
    .at_most(MOST_NOTES))
}
