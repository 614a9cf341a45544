//! Exports of a CRM as tests need them: some hundred leads with what became of them, written the same each time.

use std::{
    fmt::Write,
    path::{Path, PathBuf},
};

use crate::Result;

const SOURCES: [&str; 6] = [
    "Website",
    "Trade show",
    "Referral",
    "Webinar",
    "Purchased list",
    "",
];
const OWNERS: [&str; 4] = ["Kim Aaltonen", "Lou Marchetti", "Noor Haddad", "Sam Oyelaran"];
const INDUSTRIES: [&str; 4] = ["Hospital", "Clinic", "Laboratory", "Care home"];
const STATUSES: [&str; 8] = [
    "New",
    "Working - Contacted",
    "Open - Not Contacted",
    "Closed - Converted",
    "Rejected",
    "Nurture",
    "Unqualified",
    "Accepted",
];

/// Returns leads as one CRM exports them: with a date that says its own order, its own words for stages, a column it uses
/// for itself, and here and there something missing.
pub fn leads(from: usize, count: usize) -> String {
    let mut text = String::from(
        "Lead ID,Full Name,Company,Email,Lead Source,Campaign,Lead Owner,Created Date,Lead Status,Rejection Reason,First Activity Date,Opportunity ID,Industry,Beds\n",
    );
    for number in from..from + count {
        let status = at(&STATUSES, number * 5 % 11);
        let source = at(&SOURCES, number * 7 % 13);
        let (month, day) = (number % 12 + 1, number % 28 + 1);
        let reason = if status == "Rejected" {
            at(&["No budget", "No fit", "Student or curious"], number)
        } else {
            ""
        };
        let touched = if status == "New" || status.starts_with("Open") {
            String::new()
        } else {
            format!("2026-{month:02}-{:02}", (day + 3).min(28))
        };
        let deal = if status == "Closed - Converted" {
            format!("O-{number}")
        } else {
            String::new()
        };
        let _ = writeln!(
            text,
            "L-{number},Person {number},Company {},person{number}@company{}.example,{source},{},{},2026-{month:02}-{day:02},{status},{reason},{touched},{deal},{},{}",
            number % 90,
            number % 90,
            if number % 3 == 0 {
                "Spring tour"
            } else {
                "Always on"
            },
            at(&OWNERS, number),
            at(&INDUSTRIES, number / 3),
            number * 13 % 700
        );
    }
    text
}

/// Returns the opportunities that such leads became.
pub fn opportunities(from: usize, count: usize) -> String {
    let mut text =
        String::from("Opportunity ID,Opportunity Name,Amount,Stage,Created Date,Close Date,Account Name\n");
    for number in (from..from + count).filter(|number| at(&STATUSES, number * 5 % 11) == "Closed - Converted")
    {
        let stage = at(&["Closed Won", "Closed Lost", "Negotiation"], number);
        let month = number % 12 + 1;
        let closed = if stage == "Negotiation" {
            String::new()
        } else {
            format!("2026-{month:02}-27")
        };
        let _ = writeln!(
            text,
            "O-{number},Monitors for {number},{},{stage},2026-{month:02}-05,{closed},Company {}",
            2_000 + number * 37 % 9_000,
            number % 90
        );
    }
    text
}

/// Returns what the sources cost in each month.
pub fn costs() -> String {
    let mut text = String::from("Lead Source,Month,Cost\n");
    for month in 1..=12 {
        for (place, source) in SOURCES.iter().filter(|source| !source.is_empty()).enumerate() {
            let _ = writeln!(text, "{source},2026-{month:02},{}", 800 + place * 350);
        }
    }
    text
}

/// Writes leads, opportunities and costs into a folder and returns their files in one answer for the dialog that asks for
/// several.
///
/// # Errors
/// When they cannot be written.
pub fn exports(folder: &Path) -> Result<PathBuf> {
    let files = [
        ("leads.csv", leads(1, 600)),
        ("opportunities.csv", opportunities(1, 600)),
        ("costs.csv", costs()),
    ];
    let mut paths = Vec::new();
    for (name, content) in files {
        let path = folder.join(name);
        std::fs::write(&path, content)?;
        paths.push(path.to_string_lossy().into_owned());
    }
    Ok(paths.join("\n").into())
}

fn at<'a>(list: &[&'a str], place: usize) -> &'a str {
    list.get(place % list.len()).copied().unwrap_or_default()
}
