//! Exports that nobody wrote: leads and opportunities of plain words, with whatever a CRM leaves blank.

mod read;

use chrono::{Days, NaiveDate};
use proptest::{collection::vec, option, prelude::*, sample::select};

pub use read::books;

const LEADS: &str = "Lead ID,Name,Email,Lead Source,Campaign,Lead Owner,Created Date,Handed over on,First contact on,Touches,Lead Status,Accepted,Decided on,Reason,Employees,Industry,Wake-up date";
const CARRIED: &str = "Opportunity Amount,Opportunity Stage,Opportunity Close Date";
const DEALS: &str = "Opportunity ID,Deal Name,Lead ID,Amount,Stage,Created Date,Close Date,Accepted By Sales,Decided on,Lead Source";

/// One opportunity as its row has it.
#[derive(Debug, Clone)]
struct Deal {
    amount: Option<u32>,
    stage: &'static str,
    created: Option<NaiveDate>,
    closed_after: Option<u64>,
    said: &'static str,
    decided_after: Option<u64>,
    source: &'static str,
}

/// One lead as its row has it, with its opportunities.
#[derive(Debug, Clone)]
struct Person {
    names: [&'static str; 3],
    came_in: Option<NaiveDate>,
    handed_over_after: Option<u64>,
    touched_after: Option<u64>,
    touches: Option<u8>,
    stage: &'static str,
    said: &'static str,
    decided_after: Option<u64>,
    reason: &'static str,
    facts: (Option<u16>, &'static str),
    wakes_up: bool,
    /// Whether its row carries the first of its deals.
    carries: bool,
    /// Whether the file of opportunities has what the row carries, and its other deals.
    told_twice: bool,
    deals: Vec<Deal>,
}

/// A file of leads and one of opportunities, as their rows under their headers.
#[derive(Debug, Clone)]
pub struct Exports {
    people: Vec<Person>,
    without_lead: Vec<Deal>,
    carries: bool,
    /// A column that the file of opportunities does not have.
    lacks: &'static str,
}

fn first_day() -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(2025, 11, 20)
}

fn some_day() -> impl Strategy<Value = Option<NaiveDate>> {
    option::weighted(0.9, 0_u64..230).prop_map(|after| first_day()?.checked_add_days(Days::new(after?)))
}

fn after(most: u64, likely: f64) -> impl Strategy<Value = Option<u64>> {
    option::weighted(likely, 0..most)
}

fn deal() -> impl Strategy<Value = Deal> {
    (
        option::weighted(0.8, 1_u32..2_000_000),
        select(vec!["Closed Won", "Closed Lost", "Negotiation", ""]),
        some_day(),
        after(120, 0.7),
        select(vec!["", "", "Yes", "Rejected", "Undecided"]),
        after(15, 0.6),
        select(vec!["Web", "Fair", ""]),
    )
        .prop_map(
            |(amount, stage, created, closed_after, said, decided_after, source)| Deal {
                amount,
                stage,
                created,
                closed_after,
                said,
                decided_after,
                source,
            },
        )
}

fn person() -> impl Strategy<Value = Person> {
    let names = (
        select(vec!["Web", "Fair", "Referral", ""]),
        select(vec!["Spring", "Autumn", ""]),
        select(vec!["Kim", "Lou", ""]),
    );
    let days = (
        some_day(),
        after(5, 0.6),
        after(9, 0.5),
        option::weighted(0.6, 0_u8..14),
    );
    let sales = (
        select(vec![
            "New",
            "New",
            "Working",
            "Converted",
            "Accepted",
            "Rejected",
            "Recycled",
            "Disqualified",
            "",
        ]),
        select(vec!["", "", "", "Yes", "Rejected", "Undecided"]),
        after(15, 0.6),
        select(vec!["", "", "Abandoned", "No Budget"]),
        prop::bool::weighted(0.1),
    );
    let facts = (
        option::weighted(0.7, 0_u16..500),
        select(vec!["Hospital", "Clinic", ""]),
    );
    let deals = (
        any::<(bool, bool)>(),
        prop_oneof![4 => Just(0), 3 => Just(1), 1 => Just(2), 1 => Just(3)],
    )
        .prop_flat_map(|(carries, count)| (Just(carries), vec(deal(), count)));
    (names, days, sales, facts, deals).prop_map(
        |(
            names,
            (came_in, handed_over_after, touched_after, touches),
            (stage, said, decided_after, reason, wakes_up),
            facts,
            ((carries, told_twice), deals),
        )| Person {
            names: [names.0, names.1, names.2],
            came_in,
            handed_over_after,
            touched_after,
            touches,
            stage,
            said,
            decided_after,
            reason,
            facts,
            wakes_up,
            carries,
            told_twice,
            deals,
        },
    )
}

/// Any exports of ten to sixty leads.
pub fn exports() -> impl Strategy<Value = Exports> {
    let lacks = select(vec!["", "", "Created Date", "Close Date", "Amount"]);
    let all = (vec(person(), 10..60), vec(deal(), 0..4), any::<bool>(), lacks);
    all.prop_map(|(people, without_lead, carries, lacks)| Exports {
        people,
        without_lead,
        carries,
        lacks,
    })
}

fn written<T: ToString>(value: Option<T>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

fn later(day: Option<NaiveDate>, days: Option<u64>) -> String {
    written(day.and_then(|day| day.checked_add_days(Days::new(days?))))
}

impl Deal {
    fn amount(&self) -> String {
        self.amount
            .map_or_else(String::new, |cents| format!("{}.{:02}", cents / 100, cents % 100))
    }

    /// What is open has no day on which it was closed.
    fn closed(&self) -> String {
        let is_closed = self.stage.starts_with("Closed");
        later(self.created, self.closed_after.filter(|_| is_closed))
    }

    fn row(&self, id: usize, lead: &str) -> String {
        let cells = [
            format!("O-{id}"),
            format!("Deal {id}"),
            lead.to_owned(),
            self.amount(),
            self.stage.to_owned(),
            written(self.created),
            self.closed(),
            self.said.to_owned(),
            later(self.created, self.decided_after),
            self.source.to_owned(),
        ];
        cells.join(",")
    }
}

impl Exports {
    /// The deal that a lead's row carries, where it carries one.
    fn carried<'p>(&self, person: &'p Person) -> Option<&'p Deal> {
        let one = person.deals.first()?;
        (self.carries && person.carries && !one.stage.is_empty()).then_some(one)
    }

    /// The header of the leads, and their rows.
    pub fn leads(&self) -> (String, Vec<String>) {
        let header = if self.carries {
            format!("{LEADS},{CARRIED}")
        } else {
            LEADS.to_owned()
        };
        let rows = self.people.iter().enumerate().map(|(place, person)| {
            let given = person.came_in.zip(person.handed_over_after);
            let given = given.and_then(|(day, after)| day.checked_add_days(Days::new(after)));
            let from = given.or(person.came_in);
            let [source, campaign, owner] = person.names;
            let mut cells = vec![
                format!("L-{place}"),
                format!("Person {place}"),
                format!("person{place}@example.com"),
                source.to_owned(),
                campaign.to_owned(),
                owner.to_owned(),
                written(person.came_in),
                written(given),
                later(from, person.touched_after),
                written(person.touches),
                person.stage.to_owned(),
                person.said.to_owned(),
                later(from, person.decided_after),
                person.reason.to_owned(),
                written(person.facts.0),
                person.facts.1.to_owned(),
                later(from.or_else(first_day), Some(200).filter(|_| person.wakes_up)),
            ];
            if self.carries {
                let deal = self.carried(person);
                cells.push(deal.map_or_else(String::new, Deal::amount));
                cells.push(deal.map_or_else(String::new, |deal| deal.stage.to_owned()));
                cells.push(deal.map_or_else(String::new, Deal::closed));
            }
            cells.join(",")
        });
        (header, rows.collect())
    }

    /// The header of the opportunities, and their rows; what a lead's row carries stands there again or not.
    pub fn deals(&self) -> (String, Vec<String>) {
        let mut rows = Vec::new();
        for (place, person) in self.people.iter().enumerate() {
            if self.carried(person).is_none() || person.told_twice {
                for deal in &person.deals {
                    rows.push(deal.row(rows.len(), &format!("L-{place}")));
                }
            }
        }
        for deal in &self.without_lead {
            rows.push(deal.row(rows.len(), ""));
        }
        let lacking = DEALS.split(',').position(|name| name == self.lacks);
        let kept = |row: &str| {
            let cells = row.split(',').enumerate();
            let kept = cells.filter(|(at, _)| Some(*at) != lacking);
            kept.map(|(_, cell)| cell).collect::<Vec<_>>().join(",")
        };
        (kept(DEALS), rows.iter().map(|row| kept(row)).collect())
    }
}

/// A file of these rows.
pub fn file(header: &str, rows: &[String]) -> String {
    let mut text = format!("{header}\n");
    for row in rows {
        text += row;
        text.push('\n');
    }
    text
}

/// A last row with the sum of a column, as spreadsheets write it.
pub fn totals(header: &str, rows: &[String], column: &str) -> String {
    let names: Vec<&str> = header.split(',').collect();
    let place = names.iter().position(|name| *name == column);
    let cents = |row: &String| {
        let cell = row.split(',').nth(place?)?;
        let (whole, part) = cell.split_once('.').unwrap_or((cell, "0"));
        Some(whole.parse::<i64>().ok()? * 100 + part.parse::<i64>().ok()?)
    };
    let sum: i64 = rows.iter().filter_map(cents).sum();
    let cell = |(at, _)| match at {
        0 => "Total".to_owned(),
        at if Some(at) == place => format!("{}.{:02}", sum / 100, sum % 100),
        _ => String::new(),
    };
    names.iter().enumerate().map(cell).collect::<Vec<_>>().join(",")
}
