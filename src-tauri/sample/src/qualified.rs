//! The sample's leads and what its two leaders agreed a qualified lead is: a first version that was signed before this year,
//! a second one that asks for a date, and a draft that is being argued about.

use chrono::{Days, NaiveDate};
use serde_json::{Value, json};

use super::{
    Telling,
    exports::{Exported, YearOfLeads, export, interim_export},
};
use lockstep_workspace::{
    calendar::FiscalYear,
    error::{Error, Result},
    people::Side::{Marketing, Sales},
};

/// Last year's leads come in, the first that both sides look at in one place.
pub(super) fn last_years_leads(telling: &mut Telling, last: FiscalYear, this: FiscalYear) -> Result<()> {
    let before = YearOfLeads {
        first_day: last.first_day(),
        last_day: last.last_day(),
        first_id: 1_001,
        leads: 420,
        accepted: 168,
        opportunities: 70,
        won: 17,
        lost: 48,
        revenue: 3_060_000,
    };
    telling.on(this.first_day(), 4);
    telling.sits("Ana Costa")?;
    let as_of = telling.today.min(this.first_day());
    import(telling, &export(&before, as_of), last)?;
    let marketings = ["Clinical congress", "Web", "Webinar", "Bought list"];
    telling
        .call("set_marketing_sources", json!({ "sources": marketings }))
        .map(|_| ())
}

/// The first definition is written and signed on last year's leads.
pub(super) fn first_version(telling: &mut Telling, this: FiscalYear) -> Result<()> {
    telling.on(this.first_day(), 8);
    begin(telling)?;
    telling.on(this.first_day(), 9);
    agree(telling)
}

/// Sales asks for a date after a quarter of calls that led nowhere, and both sides sign again.
pub(super) fn second_version(telling: &mut Telling, this: FiscalYear) -> Result<()> {
    telling.on(this.first_day(), 110);
    telling.sits("Priya Raman")?;
    criterion(
        telling,
        json!({ "question": "certainty", "field": "attribute:Planned purchase", "test": "within_days", "days": 180,
                "why": "A ward that has no date yet gets our guide, not a call." }),
    )?;
    agree(telling)
}

fn agree(telling: &mut Telling) -> Result<()> {
    let signers = [("Priya Raman", Sales), ("Jonas Lind", Marketing)];
    telling.agree("definition", &json!("definition"), &signers)
}

/// Returns the day of this year's last export: two days ago, so that nothing it tells lies ahead.
fn last_export(telling: &Telling, this: FiscalYear) -> NaiveDate {
    let day = telling
        .today
        .checked_sub_days(Days::new(2))
        .unwrap_or(telling.today);
    day.max(this.first_day())
}

/// What this year comes to, until its last export.
fn current(telling: &Telling, this: FiscalYear) -> YearOfLeads {
    YearOfLeads {
        first_day: this.first_day(),
        last_day: last_export(telling, this).min(this.last_day()),
        first_id: 2_001,
        leads: 560,
        accepted: 260,
        opportunities: 112,
        won: 26,
        lost: 66,
        revenue: 4_810_000,
    }
}

/// The leads of this year come in as the CRM told them on a day.
pub(super) fn leads_until(telling: &mut Telling, this: FiscalYear, day: NaiveDate) -> Result<()> {
    telling.sits("Ana Costa")?;
    let exported = interim_export(&current(telling, this), day);
    import(telling, &exported, this)
}

/// This year's leads come in, and marketing thinks that smaller houses are worth a try.
pub(super) fn this_years_leads(telling: &mut Telling, this: FiscalYear) -> Result<()> {
    let today = telling.today;
    let current = current(telling, this);
    telling.on(today, -2);
    telling.sits("Ana Costa")?;
    import(telling, &export(&current, last_export(telling, this)), this)?;
    telling.on(today, -1);
    telling.sits("Jonas Lind")?;
    let beds = telling
        .call("open_definition", json!({}))?
        .pointer("/questions/0/criteria/0/criterion/id")
        .cloned()
        .ok_or_else(|| Error::internal("the sample's definition asks for no beds"))?;
    telling.call("edit_criterion", json!({ "id": beds, "change": { "low": 150 } }))?;
    Ok(())
}

fn begin(telling: &mut Telling) -> Result<()> {
    telling.sits("Priya Raman")?;
    telling.call("begin_definition", json!({ "template": "blank" }))?;
    telling.call("edit_definition", json!({ "id": "definition", "change": {
        "sentence": "A qualified lead is not yet a sale. It is a hospital that sales has good reason to call.",
        "customer": "A hospital with wards that watch patients around the clock, talked to where it is decided.",
        "information": "Who decides, how many beds, and what the ward wants to change.",
        "certainty": "A budget is set aside and a date is set." } }))?;
    for values in [
        json!({ "question": "customer", "field": "attribute:Beds", "test": "at_least", "low": 200,
                "why": "Below that the monitor does not pay off within two years." }),
        json!({ "question": "customer", "field": "title", "test": "contains",
                "words": ["Chief", "Head", "Director", "Manager"], "why": "Somebody who can say yes, or who is asked." }),
        json!({ "question": "information", "field": "attribute:Need", "test": "known",
                "why": "Without a need there is nothing to talk about." }),
        json!({ "question": "information", "field": "email", "test": "known", "why": "Sales can reach somebody." }),
        json!({ "role": "disqualifies", "field": "title", "test": "contains", "words": ["Student"],
                "reason": "student_or_curious", "why": "Curious about the technology, and not buying." }),
    ] {
        criterion(telling, values)?;
    }
    for (kind, text) in [
        (
            "trigger",
            "A ward was closed for lack of staff, or an incident was in the papers.",
        ),
        ("trigger", "Asks for a price or a test installation."),
        (
            "walk_away",
            "The contract with the present maker runs for more than two years.",
        ),
        ("walk_away", "Nobody on the ward wants it."),
    ] {
        telling.call(
            "add_signal",
            json!({ "definition": "definition", "values": { "kind": kind, "text": text } }),
        )?;
    }
    for (name, facts, verdict) in [
        (
            "A university hospital of 640 beds",
            json!({ "attribute:Beds": 640, "title": "Head of Intensive Care", "attribute:Need": "Alarm fatigue",
                    "email": "head@hospital.example", "attribute:Planned purchase": "2027-03-01", "created_on": "2027-01-10" }),
            "qualified",
        ),
        (
            "A small clinic with a large need",
            json!({ "attribute:Beds": 60, "title": "Chief Nursing Officer", "attribute:Need": "Early warning",
                    "email": "cno@clinic.example", "attribute:Planned purchase": "2027-03-01", "created_on": "2027-01-10" }),
            "not_qualified",
        ),
        (
            "A booth contact of whom we know the name",
            json!({ "title": "Ward Manager", "email": "ward@hospital.example" }),
            "not_yet",
        ),
        (
            "A student who liked the talk",
            json!({ "title": "Student", "email": "student@university.example" }),
            "not_qualified",
        ),
    ] {
        telling.call(
            "add_example",
            json!({ "definition": "definition", "values": { "name": name, "facts": facts, "verdict": verdict } }),
        )?;
    }
    for (kind, amount) in [("accepted_leads", 18), ("attempts", 6)] {
        telling.call(
            "add_promise",
            json!({ "definition": "definition", "values": { "kind": kind, "amount": amount } }),
        )?;
    }
    let promises = telling.call("open_definition", json!({}))?;
    for promise in promises
        .get("promises")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
    {
        let made = promise.get("promise").cloned().unwrap_or_default();
        let amount = match made.get("kind").and_then(Value::as_str) {
            Some("first_touch") => 2,
            Some("decision") => 8,
            _ => continue,
        };
        telling.call(
            "edit_promise",
            json!({ "id": made.get("id"), "change": { "amount": amount } }),
        )?;
    }
    Ok(())
}

fn criterion(telling: &mut Telling, values: Value) -> Result<()> {
    telling
        .call(
            "add_criterion",
            json!({ "definition": "definition", "values": values }),
        )
        .map(|_| ())
}

/// Takes the three files in, as a person would: written beside the workspace, recognised, taken in, and put away.
fn import(telling: &mut Telling, exported: &Exported, year: FiscalYear) -> Result<()> {
    let folder = telling.folder.join(format!(".sample-{}", year.number()));
    std::fs::create_dir_all(&folder).map_err(Error::internal)?;
    let done = [
        ("Leads", &exported.leads),
        ("Opportunities", &exported.opportunities),
        ("Costs", &exported.costs),
    ]
    .into_iter()
    .try_for_each(|(name, content)| {
        let path = folder.join(format!("{name} {}.csv", year.label()));
        std::fs::write(&path, content).map_err(Error::internal)?;
        telling.workspace.import_file(&path)
    });
    std::fs::remove_dir_all(&folder).map_err(Error::internal)?;
    done
}
