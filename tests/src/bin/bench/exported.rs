//! A CRM's export of any number of leads, always the same for the same number.

use std::path::Path;

use chrono::{Days, NaiveDate};
use lockstep_tests::Result;

const HEADER: [&str; 20] = [
    "Lead ID",
    "Name",
    "Email",
    "Company",
    "Title",
    "Phone",
    "Lead Source",
    "Campaign",
    "Lead Owner",
    "Created Date",
    "Lead Status",
    "Reason",
    "Opportunity ID",
    "Touches",
    "Employees",
    "Country",
    "Industry",
    "Budget",
    "Newsletter",
    "Months to purchase",
];
const FIRST: [&str; 16] = [
    "Ada", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gus", "Hanna", "Ida", "Jon", "Kim", "Lou", "Mia", "Nils",
    "Ole", "Pia",
];
const LAST: [&str; 12] = [
    "Miller", "Schmidt", "Rossi", "Garcia", "Novak", "Jensen", "Brandt", "Olsen", "Keller", "Moreau",
    "Silva", "Kowalski",
];
const SOURCES: [&str; 10] = [
    "Web",
    "Trade Show",
    "Referral",
    "Paid Search",
    "Organic Search",
    "Email",
    "Purchased List",
    "Partner",
    "Social",
    "",
];
const STAGES: [&str; 9] = [
    "New",
    "New",
    "Working",
    "Working",
    "Converted",
    "Accepted",
    "Rejected",
    "Recycled",
    "Disqualified",
];
const REASONS: [&str; 6] = ["", "", "No Budget", "No Response", "Abandoned", "Bad Timing"];
const TITLES: [&str; 8] = [
    "CEO",
    "VP Sales",
    "Buyer",
    "Head of Nursing",
    "Engineer",
    "Student",
    "CFO",
    "Procurement Manager",
];
const INDUSTRIES: [&str; 6] = [
    "Hospitals",
    "Care homes",
    "Clinics",
    "Pharma",
    "Logistics",
    "Retail",
];
const COUNTRIES: [&str; 9] = ["DE", "FR", "US", "GB", "IT", "ES", "PL", "NL", "SE"];

/// Chance that is the same in every run (xorshift).
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % most
    }

    fn of<'t>(&mut self, all: &[&'t str]) -> &'t str {
        let place = self.below(all.len() as u64);
        usize::try_from(place)
            .ok()
            .and_then(|place| all.get(place))
            .copied()
            .unwrap_or_default()
    }
}

/// Writes an export of so many leads, and one of the opportunities that came of them.
pub fn write(path: &Path, opportunities: &Path, leads: u64) -> Result {
    let mut file = csv::Writer::from_path(path)?;
    file.write_record(HEADER)?;
    let mut deals = csv::Writer::from_path(opportunities)?;
    deals.write_record([
        "Opportunity ID",
        "Opportunity Stage",
        "Amount",
        "Created Date",
        "Close Date",
    ])?;
    let mut chance = Chance(88_172_645_463_325_252);
    let first_day = NaiveDate::from_ymd_opt(2023, 1, 1).ok_or("no such day")?;
    for number in 0..leads {
        let (first, last) = (chance.of(&FIRST), chance.of(&LAST));
        let stage = chance.of(&STAGES);
        let firm = chance.below(90_000);
        let created = first_day + Days::new(chance.below(1_200));
        let opportunity = if stage == "Converted" {
            let id = format!("O-{number}");
            deals.write_record([
                id.clone(),
                chance.of(&["Won", "Lost", "Lost", "Open"]).into(),
                (1_000 * (1 + chance.below(400))).to_string(),
                (created + Days::new(3)).to_string(),
                (created + Days::new(10 + chance.below(200))).to_string(),
            ])?;
            id
        } else {
            String::new()
        };
        file.write_record([
            format!("L-{number:07}"),
            format!("{first} {last}"),
            format!(
                "{}.{}{number}@firm{firm}.example",
                first.to_lowercase(),
                last.to_lowercase()
            ),
            format!("Firm {firm} GmbH"),
            chance.of(&TITLES).into(),
            format!("+49 30 {:07}", chance.below(9_999_999)),
            chance.of(&SOURCES).into(),
            format!("Campaign {}", chance.below(200)),
            format!("Owner {}", chance.below(40)),
            created.to_string(),
            stage.into(),
            chance.of(&REASONS).into(),
            opportunity,
            chance.below(12).to_string(),
            (1 + chance.below(5_000)).to_string(),
            chance.of(&COUNTRIES).into(),
            chance.of(&INDUSTRIES).into(),
            (chance.below(900) * 1_000).to_string(),
            if chance.below(2) == 0 { "yes" } else { "no" }.into(),
            chance.below(24).to_string(),
        ])?;
    }
    file.flush()?;
    deals.flush()?;
    Ok(())
}
