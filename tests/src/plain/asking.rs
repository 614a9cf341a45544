//! Every question that is worked out twice, put to the program and to the plain implementation.

use serde_json::{Value, json};

use super::{
    Books, Counted, Criterion, Cut, Held, Period, State, Version, back_test, differences, funnel, look_back,
    promises_kept, row_differences,
};
use crate::Result;

/// Carries out a command of the table.
pub type Call<'c> = &'c mut dyn FnMut(&str, Value) -> Result<Value>;

/// Where the funnel by each cut differs.
pub fn funnels(books: &Books, cuts: &[Cut], period: Period, call: Call) -> Result<Vec<String>> {
    let mut all = Vec::new();
    for cut in cuts {
        let mut question = json!({ "by": cut.name(), "limit": 1_000_000 });
        if let Some((from, to)) = period {
            question["from"] = json!(from);
            question["to"] = json!(to);
        }
        let found = call("lead_funnel", question.clone())?;
        let expected = funnel(books, cut, period);
        let place = format!("by {}", cut.name());
        all.extend(differences(&place, &expected["all"], &found["all"]));
        all.extend(row_differences(&place, &expected["rows"], &found["rows"]));
        let found = call("lost_or_ignored", question)?;
        let place = format!("lost by {}", cut.name());
        all.extend(differences(&place, &lost(&expected["all"]), &found["all"]));
        // What has no leads lost none, and has no row there.
        let with_leads = expected["rows"]
            .as_array()
            .into_iter()
            .flatten()
            .filter(|row| row["leads"] != 0);
        for row in with_leads {
            let rows = found["rows"].as_array().into_iter().flatten();
            let other = rows.into_iter().find(|other| other["name"] == row["name"]);
            all.extend(differences(&place, &lost(row), other.unwrap_or(&Value::Null)));
        }
    }
    Ok(all)
}

/// What the page of lost and ignored leads shows of a row of the funnel.
fn lost(row: &Value) -> Value {
    let names = [
        "leads",
        "untouched",
        "untouched_overdue",
        "abandoned",
        "lost_or_ignored",
    ];
    names
        .iter()
        .map(|name| ((*name).to_owned(), row[*name].clone()))
        .collect()
}

/// Where the look back of the year after differs, that takes its numbers from our leads.
pub fn taken(books: &Books, year: i32, call: Call) -> Result<Vec<String>> {
    let plan = call("begin_plan", json!({ "year": year + 1 }))?["id"].clone();
    let told = look_back(books, year);
    let names = [
        "leads",
        "accepted",
        "sql",
        "opportunities",
        "won",
        "lost",
        "revenue",
        "sourced_revenue",
        "cycle_days",
    ];
    let mut expected: Value = names
        .iter()
        .map(|name| ((*name).to_owned(), told[*name].clone()))
        .collect();
    if let Some(days) = expected["cycle_days"].as_f64() {
        expected["cycle_days"] = json!(days.round());
    }
    let numbers = match call("take_look_back_from_leads", json!({ "plan": plan })) {
        Ok(_) => call("open_plan", json!({ "year": year + 1 }))?["look_back"]["numbers"].clone(),
        // There is nothing to take: so it has to be.
        Err(_) => Value::Null,
    };
    call("delete_plan", json!({ "plan": plan }))?;
    Ok(differences("taken", &expected, &numbers))
}

/// Where a list of the ledger is not as long as it was counted.
pub fn ledger(books: &Books, call: Call) -> Result<Vec<String>> {
    let standings = books.standings();
    let count = |are: &dyn Fn(usize) -> bool| (0..standings.len()).filter(|place| are(*place)).count();
    let mut wanted: Vec<(Value, usize)> = State::ALL
        .iter()
        .map(|state| {
            let of = count(&|place| standings.get(place).is_some_and(|one| one.state == *state));
            (json!({ "state": state.name() }), of)
        })
        .collect();
    for (name, parts) in [
        ("accepted", vec![Counted::Accepted]),
        ("rejected", vec![Counted::Rejected]),
        (
            "undecided",
            vec![Counted::ClosedOut, Counted::Open, Counted::NotKnown],
        ),
    ] {
        let of = count(&|place| {
            standings
                .get(place)
                .is_some_and(|one| parts.contains(&one.counted))
        });
        wanted.push((json!({ "accepted": name }), of));
    }
    let mut all = Vec::new();
    for (filter, count) in wanted {
        let mut question = filter.clone();
        question["limit"] = json!(1);
        let total = &call("list_leads", question)?["total"];
        all.extend(differences(&format!("ledger {filter}"), &json!(count), total));
    }
    Ok(all)
}

/// Where a year of the look back differs.
pub fn years(books: &Books, years: impl IntoIterator<Item = i32>, call: Call) -> Result<Vec<String>> {
    let mut all = Vec::new();
    for year in years {
        let found = call("lead_year", json!({ "year": year }))?;
        all.extend(differences(
            &format!("year {year}"),
            &look_back(books, year),
            &found,
        ));
    }
    Ok(all)
}

/// Promises so many working days in the draft.
pub fn promise(version: &Version, call: Call) -> Result {
    let page = call("open_definition", json!({}))?;
    let made = page["promises"].as_array().cloned().unwrap_or_default();
    for (kind, days) in [
        ("first_touch", version.first_touch),
        ("decision", version.decision),
    ] {
        let Some(days) = days else { continue };
        match made.iter().find(|made| made["promise"]["kind"] == kind) {
            Some(made) => call(
                "edit_promise",
                json!({ "id": made["promise"]["id"], "change": { "amount": days } }),
            )?,
            None => call(
                "add_promise",
                json!({ "definition": "definition", "values": { "kind": kind, "amount": days } }),
            )?,
        };
    }
    Ok(())
}

/// Where it differs how promises were kept: those of the draft, or of the versions in force and of before them.
pub fn promises(books: &Books, draft: Option<Version>, call: Call) -> Result<Vec<String>> {
    let found = call("promises_kept", json!({}))?;
    let of = |view: &Value, name: &Value| {
        let sides = view["sides"].as_array().into_iter().flatten();
        sides
            .flat_map(|side| side["promises"].as_array().into_iter().flatten())
            .find(|promise| promise["kind"] == *name)
            .cloned()
            .unwrap_or_default()
    };
    let compare = |place: &str, expected: &Value, view: &Value| {
        let kept = expected["kept"].as_array().into_iter().flatten();
        let mut all = differences(&format!("{place} leads"), &expected["leads"], &view["leads"]);
        for promise in kept {
            let kind = &promise["kind"];
            all.extend(differences(&format!("{place} {kind}"), promise, &of(view, kind)));
        }
        all
    };
    if let Some(version) = draft {
        return Ok(compare(
            "draft",
            &promises_kept(books, Held::ToTheDraft(version)),
            &found,
        ));
    }
    let expected = promises_kept(books, Held::ToTheirVersion);
    let mut all = compare("in force", &expected, &found);
    let without_day = &expected["without_day"];
    all.extend(differences("without day", without_day, &found["without_day"]));
    let before = promises_kept(books, Held::AsIfTheFirst);
    if before["leads"] != 0 {
        all.extend(compare("before", &before, &found["before"]));
    }
    Ok(all)
}

/// Where a back-test of the draft differs, which asks these criteria.
pub fn tested(
    books: &Books,
    criteria: &[Criterion],
    threshold: Option<i64>,
    call: Call,
) -> Result<Vec<String>> {
    let found = call("back_test", json!({}))?;
    Ok(differences(
        "back-test",
        &back_test(books, criteria, threshold),
        &found,
    ))
}
