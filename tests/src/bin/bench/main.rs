//! Measures the budgets that `docs/architecture.md` names. Where a peer exists, both run in turn in the same minutes, and
//! the ratio counts: a slow machine slows both. Ends with 1 when a budget is missed. `bench leads` measures only that part;
//! `bench --keep FOLDER` keeps its files, for the example `ask` to look into.

mod collateral;
mod exported;
mod leads;
mod peers;
mod report;

use std::{path::Path, sync::Arc, time::Duration};

use lockstep_core::plan::queries::OpenPlan;
use lockstep_export::{options::Options, plan::pdf};
use lockstep_tests::{Result, processes::program, window::Launch};
use lockstep_workspace::{Environment, SystemEnvironment};
use report::{Report, middle, middle_of, timed};
use serde_json::json;

/// How often a window is opened; the middle one counts.
const STARTS: usize = 15;

#[tokio::main]
async fn main() -> Result {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [what, file] = arguments.as_slice()
        && what == leads::HOLD
    {
        return leads::hold(Path::new(file));
    }
    if let [what, file] = arguments.as_slice()
        && what == collateral::HOLD
    {
        return collateral::hold(Path::new(file));
    }
    let mut report = Report::default();
    if let [keep, folder] = arguments.as_slice()
        && keep == "--keep"
    {
        leads::measure(&mut report, Some(Path::new(folder)))?;
        return report.finish();
    }
    let wanted = |part: &str| arguments.is_empty() || arguments.iter().any(|wanted| wanted == part);
    if wanted("windows") {
        windows(&mut report).await?;
    }
    if wanted("core") {
        core(&mut report)?;
    }
    if wanted("collateral") {
        collateral::measure(&mut report).await?;
    }
    if wanted("leads") {
        leads::measure(&mut report, None)?;
    }
    report.finish()
}

/// Start and memory, Lockstep on its sample against an empty window.
async fn windows(report: &mut Report) -> Result {
    let empty = program("examples/empty_window")?;
    let (our_home, its_home) = (tempfile::tempdir()?, tempfile::tempdir()?);
    let ours = || {
        Launch::at_home(our_home.path())
            .args(["--sample"])
            .ready_when("document.querySelector('main h1')?.innerText && document.querySelector('nav ul a')")
    };
    let its = || Launch::at_home(its_home.path()).program(&empty);
    // The very first start of each makes caches and the sample; that is no start people wait for every day.
    ours().open().await?.close().await?;
    its().open().await?.close().await?;
    let (mut our_starts, mut its_starts) = (Vec::new(), Vec::new());
    let (mut our_memory, mut its_memory) = (Vec::new(), Vec::new());
    for _ in 0..STARTS {
        let window = ours().open().await?;
        our_starts.push(window.opened_in());
        window.at_rest().await?;
        our_memory.push(window.memory()?);
        window.close().await?;
        let window = its().open().await?;
        its_starts.push(window.opened_in());
        window.at_rest().await?;
        its_memory.push(window.memory()?);
        window.close().await?;
    }
    let (ours, its) = (middle(our_starts), middle(its_starts));
    report.ratio(
        "cold start to a usable first screen",
        ours.as_secs_f64(),
        its.as_secs_f64(),
        1.5,
        "s",
    );
    let mebibytes = |bytes: u64| bytes as f64 / f64::from(1 << 20);
    let (ours, its) = (mebibytes(middle(our_memory)), mebibytes(middle(its_memory)));
    report.ratio("memory with the sample open", ours, its, 1.5, "MiB");
    Ok(())
}

/// Queries, actions and the plan as PDF, on ten years of plans.
fn core(report: &mut Report) -> Result {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("bench.lockstep");
    let environment = Arc::new(SystemEnvironment);
    lockstep_sample::build(&path, environment.today(), lockstep_core::rooms())?;
    let mut workspace = lockstep_core::open(&path, environment.clone())?;
    let plans = workspace.call("list_plans", json!({}))?;
    let newest = plans[0]["year"].as_i64().ok_or("the sample has no plan")?;
    for year in newest + 1..=newest + 7 {
        workspace.call("copy_plan", json!({ "from": plans[0]["id"], "year": year }))?;
    }
    let signed = i32::try_from(newest - 1)?;

    let open = timed(|_| {
        Ok(workspace.ask(OpenPlan {
            year: signed,
            version: None,
        })?)
    })?;
    report.limit(
        "OpenPlan, ten years of plans, p95",
        open,
        Duration::from_millis(16),
    );
    let list = timed(|_| Ok(workspace.call("list_plans", json!({}))?))?;
    report.limit(
        "ListPlans, ten years of plans, p95",
        list,
        Duration::from_millis(16),
    );
    let plan = plans[0]["id"].clone();
    let act = timed(|n| {
        let change = json!({ "positioning": format!("For wards that count in hours, {n}") });
        Ok(workspace.call("edit_plan", json!({ "id": plan, "change": change }))?)
    })?;
    report.limit("an action, durable, p95", act, Duration::from_millis(30));

    let view = workspace.ask(OpenPlan {
        year: signed,
        version: None,
    })?;
    let sheet = middle_of(10, || Ok(pdf(&view, &Options::on(environment.today()))?.bytes))?;
    report.limit("the plan as PDF", sheet, Duration::from_millis(500));
    report.size("the sample's file", Path::new(&path))
}
