//! Workspaces at a certain stage, reached the short way: for tests of what is then on the screen.

use lockstep_tests::{
    Result,
    window::{Launch, Window},
};
use serde_json::json;

use super::{everywhere::go, wizard};

/// Returns a start after which the next dialog that asks for tables answers with a CRM's exports, and the folder in which
/// they lie.
pub fn with_exports() -> Result<(tempfile::TempDir, Launch)> {
    let folder = tempfile::tempdir()?;
    let launch = Launch::new()?.answer(wizard::exports(folder.path())?);
    Ok((folder, launch))
}

/// Opens the sample and waits until it is on the screen.
pub async fn open_sample(window: &Window) -> Result {
    window.call_shell("open_sample", json!({})).await?;
    window.sees("People and settings").await?;
    window.at_rest().await
}

/// Makes sure that nothing is missing in the latest plan, proposes it, goes there, and returns what it is called.
pub async fn propose_latest(window: &Window) -> Result<String> {
    let plans = window.call("list_plans", json!({})).await?;
    let plan = plans.get(0).ok_or("there is no plan")?;
    let page = window.call("open_plan", json!({ "year": plan["year"] })).await?;
    let people = page["people"].as_array().ok_or("there is nobody")?;
    let of = |side: &str| {
        people
            .iter()
            .find(|person| person["side"] == side)
            .map(|person| &person["id"])
    };
    let (sales, marketing) = (of("sales"), of("marketing"));
    window
        .call("set_current_user", json!({ "person": sales }))
        .await?;
    let owners = json!({ "sales_owner": sales, "marketing_owner": marketing });
    for goal in page["goals"].as_array().into_iter().flatten() {
        let goal = &goal["goal"];
        let mut change = owners.clone();
        if goal["target"].is_null() {
            change["target"] = json!(100);
        }
        window
            .call("edit_goal", json!({ "id": goal["id"], "change": change }))
            .await?;
    }
    let page = window.call("open_plan", json!({ "year": plan["year"] })).await?;
    assert_eq!(page["missing"], json!([]), "the plan cannot be proposed");
    window
        .call(
            "propose",
            json!({ "subject_kind": "plan", "subject": plan["id"] }),
        )
        .await?;
    go(window, &format!("#/plan/{}", plan["year"])).await?;
    window.sees("It waits for both sides to sign.").await?;
    Ok(plan["label"].as_str().unwrap_or_default().to_owned())
}
