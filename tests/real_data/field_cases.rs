//! Small files after what people who do this job report, each with the numbers that are right. Each case is tried on the
//! command line in a new workspace. A case that names a column also holds when the import stops with a question about it, or
//! marks it with one: better asked than wrong.

use std::{path::Path, process::Command};

use lockstep_tests::{Result, processes::program, shared};
use serde_json::{Value, json};

/// What a command printed; an error says what it complained about.
fn run(args: &[&str]) -> Result<std::result::Result<String, String>> {
    let done = Command::new(program("lockstep-cli")?).args(args).output()?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Ok(if done.status.success() {
        Ok(text(&done.stdout))
    } else {
        Err(text(&done.stderr))
    })
}

fn call(file: &str, name: &str, input: &Value) -> Result<Value> {
    let answer = run(&["call", file, name, &input.to_string(), "--json"])?;
    Ok(answer.map_or_else(
        |error| json!({ "error": error }),
        |text| serde_json::from_str(&text).unwrap_or(Value::Null),
    ))
}

fn texts(value: &Value) -> Vec<String> {
    value
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}

/// Tries a case; returns what falls short, if anything does.
fn trial(case: &Value, folder: &Path) -> Result<Option<String>> {
    let home = tempfile::tempdir()?;
    let path = home.path().join("w.lockstep");
    let file = path.to_str().ok_or("a path")?;
    let asks = case["asks"].as_str();
    let more = texts(&case["new"]);
    let mut new = vec!["new", file, "--company", "Acme"];
    new.extend(more.iter().map(String::as_str));
    if let Err(error) = run(&new)? {
        return Ok(Some(format!("no workspace: {error}")));
    }
    let (mut plan, mut verdicts, mut asked, mut has_criteria) = (Value::Null, Vec::new(), false, false);
    for step in case["steps"].as_array().into_iter().flatten() {
        let given = &step[1];
        match step[0].as_str().unwrap_or_default() {
            "import" => {
                let names = given
                    .as_str()
                    .map_or_else(|| texts(given), |one| vec![one.to_owned()]);
                let paths: Vec<String> = names
                    .iter()
                    .map(|name| folder.join(name).to_string_lossy().into_owned())
                    .collect();
                let mut args = vec!["import", file];
                args.extend(paths.iter().map(String::as_str));
                args.push("--json");
                match (run(&args)?, asks) {
                    (Err(error), Some(asks)) if error.contains(asks) => return Ok(None),
                    (Err(error), _) => return Ok(Some(format!("the import was refused: {error}"))),
                    (Ok(text), Some(asks)) => {
                        let reports: Value = serde_json::from_str(&text)?;
                        asked |= reports.as_array().into_iter().flatten().any(|report| {
                            report["columns"].as_array().into_iter().flatten().any(|column| {
                                !column["ask"].is_null()
                                    && column["column"].as_str().is_some_and(|name| name.contains(asks))
                            })
                        });
                    }
                    (Ok(_), None) => {}
                }
            }
            "paste" => {
                if plan.is_null() {
                    plan = call(file, "begin_plan", &json!({ "year": 2027 }))?;
                }
                let text = std::fs::read_to_string(folder.join(given.as_str().unwrap_or_default()))?;
                call(
                    file,
                    "paste_numbers",
                    &json!({ "plan": plan["id"], "text": text }),
                )?;
            }
            "criterion" => {
                if !has_criteria {
                    call(file, "begin_definition", &json!({ "template": "blank" }))?;
                    has_criteria = true;
                }
                call(
                    file,
                    "add_criterion",
                    &json!({ "definition": "definition", "values": given }),
                )?;
            }
            "try" => verdicts.push(call(file, "try_lead", &json!({ "facts": given }))?["verdict"].clone()),
            other => return Err(format!("there is no such step: {other}").into()),
        }
    }
    if asked {
        return Ok(None);
    }
    let wanted = case["expect"].as_array().map(Vec::as_slice).unwrap_or_default();
    if let (Some(asks), []) = (asks, wanted) {
        return Ok(Some(format!("there was no question about {asks}")));
    }
    let mut short = Vec::new();
    for want in wanted {
        let got = answer(file, want, &verdicts)?;
        // 56 and 56.0 are one number.
        let same = got == want["is"] || got.as_f64().is_some_and(|got| Some(got) == want["is"].as_f64());
        if !same {
            short.push(format!("{} is {got}, and should be {}", want["of"], want["is"]));
        }
    }
    Ok((!short.is_empty()).then(|| short.join("; ")))
}

/// Returns the number that a case asks for.
fn answer(file: &str, want: &Value, verdicts: &[Value]) -> Result<Value> {
    let of = want["of"].as_str().unwrap_or_default();
    if let Some(number) = of.strip_prefix("funnel.") {
        let by = want["by"].as_str().unwrap_or("source");
        let text =
            run(&["funnel", file, "--by", by, "--json"])?.map_err(|error| format!("funnel: {error}"))?;
        let funnel: Value = serde_json::from_str(&text)?;
        let row = match want["row"].as_str() {
            Some(name) => funnel["rows"]
                .as_array()
                .into_iter()
                .flatten()
                .find(|row| row["name"].as_str().unwrap_or_default() == name)
                .cloned()
                .unwrap_or_default(),
            None => funnel["all"].clone(),
        };
        let pointer = format!("/{}", number.replace('.', "/"));
        return Ok(row.pointer(&pointer).cloned().unwrap_or_default());
    }
    if of == "verdicts" {
        return Ok(Value::Array(verdicts.to_vec()));
    }
    if let Some(field) = of.strip_prefix("numbers.") {
        let page = call(file, "open_plan", &json!({ "year": 2027 }))?;
        return Ok(page["look_back"]["numbers"][field].clone());
    }
    let leads = call(file, "list_leads", &json!({}))?;
    let Some(field) = of.strip_prefix("leads.") else {
        return Ok(leads["total"].clone());
    };
    let mut values: Vec<String> = leads["leads"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|lead| lead[field].as_str().unwrap_or("None").to_owned())
        .collect();
    values.sort();
    Ok(json!(values))
}

#[test]
fn small_files_of_the_field_give_the_right_numbers_or_a_question() -> Result {
    let Some(folder) = shared("field_cases") else {
        return Ok(());
    };
    let cases: Vec<Value> = serde_json::from_str(&std::fs::read_to_string(folder.join("cases.json"))?)?;
    assert!(cases.len() > 50, "there are only {} cases", cases.len());
    let mut wrong = Vec::new();
    for case in &cases {
        let name = case["name"].as_str().unwrap_or_default();
        if let Some(short) = trial(case, &folder)? {
            wrong.push(format!("{name}: {short}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}
