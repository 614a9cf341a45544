//! Files that hold none of our records: said so, with what to do instead.

use super::{ColumnSeen, Holds, SeenKind::*, column, list, recognise};

fn all(kind: super::SeenKind, names: &[&str]) -> Vec<ColumnSeen> {
    names.iter().map(|name| column(name, kind)).collect()
}

#[track_caller]
fn expect_none(columns: &[ColumnSeen], holds: Holds) {
    let found = recognise(columns);
    assert_eq!(found.holds, holds, "{found:#?}");
    assert_eq!(found.kind, None);
    assert!(
        found.why.contains("This looks like") || holds == Holds::Unknown,
        "{}",
        found.why
    );
    assert_eq!(found.guesses.len(), columns.len());
}

#[test]
fn companies() {
    expect_none(
        &[
            column("Company ID", Text),
            column("Company Name", Text),
            column("Company Domain Name", Text),
            list("Industry", &["Technology", "Retail", "Other"]),
            column("Number of Employees", WholeNumber),
            column("Annual Revenue", Number),
            column("Phone Number", Text).like(&["831.605.2433"]),
            column("Website", Address),
            column("City", Text),
            column("Create Date", Day),
            column("Last Modified Date", Day),
            column("Company Owner", Email).with(100, 100, 5),
        ],
        Holds::Companies,
    );
    expect_none(
        &[
            column("account", Text),
            list("sector", &["retail", "medical"]),
            column("year_established", WholeNumber).with(100, 100, 35),
            column("revenue", Number),
            column("employees", WholeNumber),
            list("office_location", &["United States", "Kenya"]),
            column("subsidiary_of", Text).with(15, 85, 7),
        ],
        Holds::Companies,
    );
}

#[test]
fn activities() {
    let mut columns = vec![
        column("Activity ID", Text),
        list("Activity Type", &["Meeting", "Note", "Call", "Email", "Task"]),
        column("Activity Date", Day),
        column("Activity Owner", Email).with(100, 100, 7),
        column("Notes/Description", Text),
        list("Call Outcome", &["No Answer", "Left Voicemail", "Connected"]),
        list("Task Status", &["Not Started", "Completed", "In Progress"]),
        column("Task Due Date", Day),
        column("Associated Contact Email", Email),
    ];
    expect_none(&columns, Holds::Activities);
    columns.reverse();
    expect_none(&columns, Holds::Activities);
}

#[test]
fn quotas_products_staff_and_descriptions() {
    expect_none(
        &[
            list("Year", &["2021", "2022"]),
            list("Quarter", &["1", "2", "3", "4"]),
            column("Quota", WholeNumber),
            column("Quota Amount", Money),
        ],
        Holds::Targets,
    );
    let mut products = all(Text, &["product", "series"]);
    products.push(column("sales_price", WholeNumber));
    expect_none(&products, Holds::Products);
    expect_none(
        &all(Text, &["sales_agent", "manager", "regional_office"]),
        Holds::Staff,
    );
    let mut staff = all(Text, &["EmployeeId", "FirstName", "LastName", "Role"]);
    staff.push(column("Hired", Day));
    staff.push(column("YearsOfExperience", WholeNumber));
    expect_none(&staff, Holds::Staff);
    expect_none(&all(Text, &["Table", "Field", "Description"]), Holds::Dictionary);
}

#[test]
fn sums_that_somebody_made() {
    let mut columns = vec![list("platform", &["LinkedIn", "TikTok", "Events"])];
    columns.extend(all(
        WholeNumber,
        &[
            "total_leads",
            "qualified_leads",
            "converted_leads",
            "avg_opportunity_value",
            "avg_deal_size",
        ],
    ));
    columns.extend(all(
        Number,
        &[
            "avg_lead_score",
            "conversion_rate",
            "lead_to_opportunity_rate",
            "opportunity_to_close_rate",
        ],
    ));
    columns.push(column("time_to_conversion_days", WholeNumber));
    expect_none(&columns, Holds::Totals);
}

#[test]
fn nothing_that_anybody_knows() {
    expect_none(&[], Holds::Unknown);
    expect_none(&all(Text, &["Colour", "Song", "Mood"]), Holds::Unknown);
    expect_none(&all(Empty, &["Column 1", "Column 2"]), Holds::Unknown);
}
