//! A million leads: taken in, counted, listed, searched and held in memory.

use std::{
    path::Path,
    process::Command,
    sync::Arc,
    time::{Duration, Instant},
};

use lockstep_core::{
    ids::ReviewId,
    leads::importing::{DataFile, ImportFiles, ReadBy},
    review::queries::OpenReview,
};
use lockstep_export::{
    options::Options,
    review::{self, Part, Review},
};
use lockstep_tests::{Result, processes::program};
use lockstep_workspace::{
    Environment, Founder, Founding, SystemEnvironment, Workspace,
    company::ShowCompany,
    people::{People, Side},
};
use serde_json::{Value, json};

use crate::{
    exported,
    peers::{DuckDb, SqliteShell, TEN_CRITERIA},
    report::{Report, middle, middle_of, resident, timed},
};

/// How many leads are measured.
const LEADS: u64 = 1_000_000;
/// The argument that lets the program hold a workspace in memory and say how much that is.
pub const HOLD: &str = "--hold";
/// How often both judge; the middle one counts.
const BACK_TESTS: usize = 21;
/// What a query may take.
const QUERY: Duration = Duration::from_millis(16);

/// What screens ask of leads. `{n}` is another word each time and `{day}` another day, so that nothing that was found is
/// found again; what can only be asked in one way is remembered, and its first time told beside.
const QUERIES: [(&str, &str, &str); 23] = [
    ("funnel by source", "lead_funnel", r#"{"by": "source"}"#),
    ("funnel by campaign", "lead_funnel", r#"{"by": "campaign"}"#),
    ("funnel by an attribute", "lead_funnel", r#"{"by": "Industry"}"#),
    ("funnel by quarter", "lead_funnel", r#"{"by": "quarter"}"#),
    (
        "funnel by owner, one year",
        "lead_funnel",
        r#"{"by": "owner", "from": "2024-01-01", "to": "2024-12-31"}"#,
    ),
    (
        "lost or ignored by owner",
        "lost_or_ignored",
        r#"{"by": "owner"}"#,
    ),
    ("what the filters offer", "lead_choices", "{}"),
    ("ledger, first page", "list_leads", "{}"),
    ("ledger, page 9,000", "list_leads", r#"{"offset": 900000}"#),
    (
        "ledger by name",
        "list_leads",
        r#"{"sort": "name", "offset": 500000}"#,
    ),
    (
        "ledger by company, filtered",
        "list_leads",
        r#"{"sort": "company", "reverse": true, "stage": "new", "owner": "Owner {n}"}"#,
    ),
    (
        "ledger, lost leads of a source",
        "list_leads",
        r#"{"lost_or_ignored": true, "source": "Web", "campaign": "Campaign {n}"}"#,
    ),
    (
        "ledger by an attribute",
        "list_leads",
        r#"{"attribute": {"name": "Industry", "value": "Pharma"}, "campaign": "Campaign {n}"}"#,
    ),
    ("search for a name", "list_leads", r#"{"text": "miller{n}"}"#),
    ("search for a company", "list_leads", r#"{"text": "firm 4{n}"}"#),
    ("the year for the look back", "lead_year", r#"{"year": 20{day}}"#),
    ("what waits for whom", "what_waits", "{}"),
    ("the definition's page", "open_definition", "{}"),
    ("fields for criteria", "definition_fields", "{}"),
    (
        "try a lead",
        "try_lead",
        r#"{"facts": {"attribute:Employees": {n}}}"#,
    ),
    ("back-test", "back_test", "{}"),
    (
        "back-test of a period",
        "back_test",
        r#"{"from": "2024-01-{day}", "to": "2024-12-31"}"#,
    ),
    ("promises kept", "promises_kept", r#"{"from": "2023-01-{day}"}"#),
];

/// Measures everything. With a `folder` that is not there yet, the files are kept in it.
pub fn measure(report: &mut Report, folder: Option<&Path>) -> Result {
    let passing = tempfile::tempdir()?;
    if let Some(folder) = folder {
        std::fs::create_dir(folder)?;
    }
    let folder = folder.unwrap_or(passing.path());
    let [csv, opportunities, path] =
        ["leads.csv", "opportunities.csv", "leads.lockstep"].map(|name| folder.join(name));
    exported::write(&csv, &opportunities, LEADS)?;
    let mut workspace = found(&path)?;
    let (added, ours) = take_in(&mut workspace, &csv)?;
    if added != i64::try_from(LEADS)? {
        return Err(format!("{added} of {LEADS} leads came in").into());
    }
    // The shell reads the same file.
    workspace.close()?;
    match SqliteShell::find() {
        Ok(shell) => {
            let its = shell.import_leads(&path, folder)?;
            report.speed(
                "import of 1,000,000 leads",
                rows_a_second(ours),
                rows_a_second(its),
                0.5,
                "rows/s",
                "the sqlite3 shell",
            );
        }
        Err(why) => report.skipped("import of 1,000,000 leads", &why),
    }
    let mut workspace = lockstep_core::open(&path, Arc::new(SystemEnvironment))?;
    take_in(&mut workspace, &opportunities)?;
    define(&mut workspace)?;
    workspace.close()?;
    queries(report, &path)?;
    reviews(report, &path)?;
    judging(report, &path, &csv)?;
    memory(report, &path)
}

/// Returns a question as it is asked the `n`th time.
fn asked(input: &str, n: usize) -> String {
    input
        .replace("{n}", &(n % 40).to_string())
        .replace("{day}", &format!("{:02}", n % 28 + 1))
}

fn rows_a_second(took: Duration) -> f64 {
    LEADS as f64 / took.as_secs_f64()
}

fn found(path: &Path) -> Result<Workspace> {
    let person = |name: &str, side| Founder {
        name: name.into(),
        role: "Leader".into(),
        side,
    };
    let founding = Founding {
        company: "Northwind Medical".into(),
        fiscal_start: 1,
        currency: "EUR".into(),
        language: "en-GB".into(),
        one_person_does_both: false,
        people: vec![person("Sasha", Side::Sales), person("Mika", Side::Marketing)],
    };
    Ok(lockstep_core::create(
        path,
        founding,
        Arc::new(SystemEnvironment),
    )?)
}

/// Takes a file in as a person does, both times that it is read among the time. Returns how many records were added.
fn take_in(workspace: &mut Workspace, csv: &Path) -> Result<(i64, Duration)> {
    let file = DataFile::new(csv, Default::default()).read_by(ReadBy::Child(Some(program("lockstep-cli")?)));
    let started = Instant::now();
    let surveyed = file.look(&mut |_, _| true)?;
    let looked_in = started.elapsed();
    let proposed = workspace.propose_import(&surveyed, None)?;
    let report = workspace.import(&file, &surveyed, &proposed, &mut |_, _| true)?;
    let took = started.elapsed();
    println!(
        "{:40} {looked_in:.1?} of {took:.1?}",
        "looking through a file first"
    );
    Ok((report.added, took))
}

/// Writes a definition with the criteria that DuckDB is asked about, and what both sides promise.
fn define(workspace: &mut Workspace) -> Result {
    workspace.call("begin_definition", json!({ "template": "blank" }))?;
    for values in [
        json!({ "field": "attribute:Employees", "test": "at_least", "low": 50 }),
        json!({ "field": "attribute:Budget", "test": "known" }),
        json!({ "field": "attribute:Budget", "test": "at_least", "low": 100_000 }),
        json!({ "field": "attribute:Industry", "test": "any_of", "words": ["Hospitals", "Care homes", "Clinics"] }),
        json!({ "field": "attribute:Country", "test": "any_of", "words": ["DE", "FR", "NL", "PL"] }),
        json!({ "field": "title", "test": "none_of", "words": ["Student"] }),
        json!({ "field": "source", "test": "known" }),
        json!({ "field": "attribute:Months to purchase", "test": "at_most", "high": 9 }),
        json!({ "field": "attribute:Newsletter", "test": "yes" }),
        json!({ "field": "phone", "test": "known" }),
    ] {
        let mut values = values;
        values["role"] = "required".into();
        workspace.call(
            "add_criterion",
            json!({ "definition": "definition", "values": values }),
        )?;
    }
    Ok(())
}

fn measure_query(
    report: &mut Report,
    workspace: &mut Workspace,
    (what, name, input): (&str, &str, &str),
) -> Result {
    let mut first = None;
    let p95 = timed(|n| {
        let input: Value = serde_json::from_str(&asked(input, n))?;
        let started = Instant::now();
        // As text, which is what the window gets.
        workspace.call_for_text(name, input)?;
        first.get_or_insert(started.elapsed());
        Ok(())
    })?;
    report.limit(&format!("{what}, p95"), p95, QUERY);
    if let Some(first) = first.filter(|first| *first > QUERY) {
        println!("{:40} {first:.1?}", "  the first time");
    }
    Ok(())
}

/// The worksheet of a quarter, and the list of forty reviews, with ten years of plans and a million leads.
fn reviews(report: &mut Report, path: &Path) -> Result {
    let mut workspace = lockstep_core::open(path, Arc::new(SystemEnvironment))?;
    let mut third = json!(null);
    for year in 2017..=2026 {
        let plan = workspace.call("begin_plan", json!({ "year": year }))?["id"].clone();
        let page = workspace.call("open_plan", json!({ "year": year }))?;
        let goal = page["goals"][0]["goal"]["id"].clone();
        workspace.call(
            "edit_goal",
            json!({ "id": goal, "change": { "target": 120_000 } }),
        )?;
        for metric in [
            "won_deals",
            "revenue",
            "acceptance_rate",
            "speed_to_lead",
            "customer_satisfaction",
        ] {
            let values = json!({ "metric": metric, "target": 5_000 });
            workspace.call("add_goal", json!({ "plan": plan, "values": values }))?;
        }
        let planned = workspace.call("plan_reviews", json!({ "year": year, "monthly": false }))?;
        if year == 2024 {
            third = planned[2]["id"].clone();
        }
    }
    workspace.call("list_leads", json!({}))?;
    let started = Instant::now();
    workspace.call_for_text("open_review", json!({ "id": third }))?;
    report.limit(
        "the worksheet of a quarter, the first time",
        started.elapsed(),
        Duration::from_millis(150),
    );
    let open = timed(|_| Ok(workspace.call_for_text("open_review", json!({ "id": third }))?))?;
    report.limit("the worksheet of a quarter, p95", open, QUERY);
    let list = timed(|_| Ok(workspace.call_for_text("list_reviews", json!({}))?))?;
    report.limit("the list of 40 reviews, p95", list, QUERY);
    let home = timed(|_| Ok(workspace.call_for_text("show_year", json!({}))?))?;
    report.limit("the year on the first page, p95", home, QUERY);
    let id: ReviewId = serde_json::from_value(third)?;
    let (view, people) = (
        workspace.ask(OpenReview { id })?,
        workspace.ask(People {})?.people,
    );
    let company = workspace.ask(ShowCompany {})?.company;
    let review = Review {
        view: &view,
        people: &people,
        company: &company,
    };
    let options = Options::on(SystemEnvironment.today());
    let sheet = middle_of(10, || Ok(review::pdf(review, Part::Worksheet, &options)?.bytes))?;
    report.limit("the worksheet as PDF", sheet, Duration::from_millis(500));
    let slides = middle_of(10, || Ok(review::pptx(review, &options)?))?;
    report.limit("the review as slides", slides, Duration::from_millis(300));
    Ok(workspace.close()?)
}

fn queries(report: &mut Report, path: &Path) -> Result {
    let mut workspace = lockstep_core::open(path, Arc::new(SystemEnvironment))?;
    let started = Instant::now();
    workspace.call("list_leads", json!({}))?;
    println!(
        "{:40} {:.2?}",
        "the first question reads all leads",
        started.elapsed()
    );
    for query in QUERIES {
        measure_query(report, &mut workspace, query)?;
    }
    let page = workspace.call("open_definition", json!({}))?;
    let criterion = page["questions"][0]["criteria"][0]["criterion"]["id"].clone();
    let tested = timed(|n| {
        let change = json!({ "low": 50 + n });
        workspace.call("edit_criterion", json!({ "id": criterion, "change": change }))?;
        workspace.call_for_text("back_test", json!({}))?;
        Ok(())
    })?;
    // The edit is among it: both together may take what both may.
    report.limit(
        "back-test after a criterion changed, p95",
        tested,
        Duration::from_millis(46),
    );
    workspace.call(
        "edit_criterion",
        json!({ "id": criterion, "change": { "low": 50 } }),
    )?;
    let page = workspace.call("list_leads", json!({ "limit": 1 }))?;
    let id = page["leads"][0]["id"].clone();
    let act = timed(|n| {
        let change = json!({ "title": format!("Buyer {n}") });
        workspace.call("edit_lead", json!({ "id": id, "change": change }))?;
        Ok(())
    })?;
    report.limit(
        "an edit of one lead, durable, p95",
        act,
        Duration::from_millis(30),
    );
    let list = timed(|n| {
        let change = json!({ "owner": format!("Owner {n}") });
        workspace.call("edit_lead", json!({ "id": id, "change": change }))?;
        let started = Instant::now();
        workspace.call("list_leads", json!({ "sort": "owner" }))?;
        Ok(started.elapsed())
    })?;
    // The edit is among it: both together may take what both may.
    report.limit(
        "the ledger after an edit, with it, p95",
        list,
        Duration::from_millis(46),
    );
    Ok(())
}

/// What a million leads take in memory, in a program that does nothing else.
fn memory(report: &mut Report, path: &Path) -> Result {
    let said = Command::new(std::env::current_exe()?)
        .arg(HOLD)
        .arg(path)
        .output()?;
    if !said.status.success() {
        return Err(String::from_utf8_lossy(&said.stderr).into_owned().into());
    }
    let mebibytes: f64 = String::from_utf8(said.stdout)?.trim().parse()?;
    report.line(
        "memory with 1,000,000 leads",
        &format!("+ {mebibytes:.0} MiB"),
        "≤ + 300 MiB",
        mebibytes <= 300.0,
    );
    Ok(())
}

/// Opens a workspace, asks everything once, and prints by how many mebibytes the program has grown.
pub fn hold(path: &Path) -> Result {
    let before = resident()?;
    let mut workspace = lockstep_core::open(path, Arc::new(SystemEnvironment))?;
    for (_, name, input) in QUERIES {
        workspace.call(name, serde_json::from_str(&asked(input, 1))?)?;
    }
    println!("{}", (resident()? - before) / 1024.0);
    Ok(())
}

/// Runs the definition over all leads, and DuckDB the same criteria, and holds both against each other: the whole
/// back-test, with all that it counts, against the number of leads that meet them.
fn judging(report: &mut Report, path: &Path, csv: &Path) -> Result {
    let mut workspace = lockstep_core::open(path, Arc::new(SystemEnvironment))?;
    let tested = workspace.call("back_test", json!({}))?;
    let passed = tested["passed"]["share"]["rate"]["part"].as_i64();
    let page = workspace.call("list_leads", json!({ "limit": 1 }))?;
    let id = page["leads"][0]["id"].clone();
    let mut took = Vec::new();
    for n in 0..BACK_TESTS {
        // A lead that changed makes everything that was remembered be forgotten: all criteria are asked of all leads again.
        let change = json!({ "title": format!("Buyer {n}") });
        workspace.call("edit_lead", json!({ "id": id, "change": change }))?;
        let started = Instant::now();
        workspace.call_for_text("back_test", json!({}))?;
        took.push(started.elapsed());
    }
    let ours = middle(took);
    match DuckDb::find() {
        Ok(duckdb) => {
            let (its, left) = duckdb.ask(csv, TEN_CRITERIA, BACK_TESTS)?;
            if passed != Some(left) {
                return Err(format!("{passed:?} leads pass by us, and {left} by DuckDB").into());
            }
            report.against(
                "back-test of 1,000,000 leads, 10 criteria",
                ours.as_secs_f64() * 1e3,
                its.as_secs_f64() * 1e3,
                2.0,
                "ms",
                "DuckDB, only counting",
            );
        }
        Err(why) => report.skipped("back-test of 1,000,000 leads, 10 criteria", &why),
    }
    Ok(())
}
