//! A whole and its parts are the same money: a month and its days, a year and its months, a channel and its campaigns, a campaign
//! and its ad sets. Whichever comes first, in one file or in two, the money counts once, and the report says what was left out.

use super::*;

fn cost(story: &mut Story) -> Value {
    story.call("lead_funnel", json!({ "by": "source" }))["all"]["cost"].clone()
}

fn of_period(story: &mut Story, from: &str, to: &str) -> Value {
    story.call("lead_funnel", json!({ "by": "source", "from": from, "to": to }))["all"]["cost"].clone()
}

/// Takes files in, one after the other, and each once more, which changes nothing; returns the last report of the first round.
#[track_caller]
fn take(story: &mut Story, files: &[&str]) -> ImportReport {
    let reports: Vec<ImportReport> = files
        .iter()
        .map(|content| import(story, "costs.csv", content))
        .collect();
    let sum = cost(story);
    for content in files {
        let again = import(story, "costs.csv", content);
        assert_eq!((again.added, again.updated), (0, 0), "{content}: {again:?}");
    }
    assert_eq!(cost(story), sum, "{files:?}");
    clean(story);
    reports.into_iter().last().expect("a report")
}

#[track_caller]
fn left_out(report: &ImportReport, reason: &str) {
    let is_named = report.rejected_rows.iter().any(|row| row.reason.contains(reason));
    assert!(is_named, "{report:?}");
}

const FIRST_DAYS: &str =
    "Channel,Day,Spend\nGoogle Ads,2025-01-01,10\nGoogle Ads,2025-01-10,20\nGoogle Ads,2025-01-15,30\n";
const LAST_DAYS: &str =
    "Channel,Day,Spend\nGoogle Ads,2025-01-15,30\nGoogle Ads,2025-01-20,40\nGoogle Ads,2025-01-31,50\n";
const MONTH: &str = "Channel,Month,Spend\nGoogle Ads,2025-01,150\n";

#[test]
fn a_month_and_its_days_count_once() {
    for month in [MONTH, "Channel,Month,Spend\nGoogle Ads,2025-01-01,150\n"] {
        let mut story = Story::new();
        let report = take(&mut story, &[month, LAST_DAYS]);
        left_out(&report, "The cost from 1 Jan 2025 to 31 Jan 2025 is known");
        assert_eq!(cost(&mut story), 15_000);

        // The days that were exported before the month was over come to less, and the month stands in their place.
        let mut story = Story::new();
        import(&mut story, "costs.csv", FIRST_DAYS);
        let report = import(&mut story, "costs.csv", month);
        assert!(
            report
                .notes
                .iter()
                .any(|note| note.contains("no longer count by themselves")),
            "{report:?}"
        );
        assert_eq!(cost(&mut story), 15_000);
        let import_id = report.import.expect("it is kept");
        assert_eq!(counts(&import(&mut story, "costs.csv", month)), [0, 0, 1, 0]);
        left_out(&import(&mut story, "costs.csv", LAST_DAYS), "is known");
        assert_eq!(cost(&mut story), 15_000);
        story.call("revert_import", json!({ "import": import_id }));
        assert_eq!(cost(&mut story), 6_000);
        clean(&story);
    }
    // Where the days come to as much, they stay.
    let mut story = Story::new();
    let report = take(&mut story, &[FIRST_DAYS, LAST_DAYS, MONTH]);
    left_out(&report, "The costs of days within this month are known");
    assert_eq!(cost(&mut story), 15_000);
    // The days of another month are none of its parts.
    let mut story = Story::new();
    take(
        &mut story,
        &[MONTH, "Channel,Day,Spend\nGoogle Ads,2025-02-01,7\n"],
    );
    assert_eq!(cost(&mut story), 15_700);
}

#[test]
fn a_year_beside_its_months_is_their_sum() {
    let mut story = Story::new();
    let report = take(
        &mut story,
        &["Channel,Month,Spend\nWeb,Jan 2025,100\nWeb,Feb 2025,200\nWeb,2025,300\n"],
    );
    left_out(
        &report,
        "This is the sum of the costs from 1 Jan 2025 to 31 Dec 2025",
    );
    assert_eq!(of_period(&mut story, "2025-01-01", "2025-03-31"), 30_000);
    let mut story = Story::new();
    let months = "Channel,Month,Spend\nWeb,2025-01,100\nWeb,2025-02,200\nWeb,2025-03,400\n";
    take(
        &mut story,
        &[&format!(
            "{months}Web,Q1 2025,700\nWeb,2025-04,50\nWeb,2025,750\n"
        )],
    );
    assert_eq!(of_period(&mut story, "2025-01-01", "2025-01-31"), 10_000);
    assert_eq!(cost(&mut story), 75_000);
}

const SOURCES: &str = "Channel,Month,Spend\nGoogle Ads,2025-01,1000\n";
const CAMPAIGNS: &str =
    "Channel,Campaign,Month,Spend\nGoogle Ads,Brand,2025-01,400\nGoogle Ads,Generic,2025-01,600\n";
const WITHOUT_SOURCE: &str = "Campaign,Month,Spend\nBrand,2025-01,400\nGeneric,2025-01,600\n";

#[test]
fn a_channel_and_its_campaigns_count_once() {
    for files in [
        [SOURCES, CAMPAIGNS],
        [CAMPAIGNS, SOURCES],
        [SOURCES, WITHOUT_SOURCE],
        [WITHOUT_SOURCE, SOURCES],
        [CAMPAIGNS, WITHOUT_SOURCE],
        [WITHOUT_SOURCE, CAMPAIGNS],
    ] {
        let mut story = Story::new();
        let report = take(&mut story, &files);
        assert!(report.rejected > 0, "{report:?}");
        assert_eq!(cost(&mut story), 100_000, "{files:?}");
    }
    // In one file, the finer ones count.
    let mut story = Story::new();
    let report = take(
        &mut story,
        &[&CAMPAIGNS.replace("Spend\n", "Spend\nGoogle Ads,,2025-01,1000\n")],
    );
    left_out(
        &report,
        "This is the sum of the rows that tell “Google Ads” finer",
    );
    assert_eq!(cost(&mut story), 100_000);
    // What is not their sum is named.
    let mut story = Story::new();
    let report = take(
        &mut story,
        &[&CAMPAIGNS.replace("Spend\n", "Spend\nGoogle Ads,,2025-01,1200\n")],
    );
    assert!(
        report
            .notes
            .iter()
            .any(|note| note.contains("tells a whole beside its parts")),
        "{:?}",
        report.notes
    );
    // Known as a whole, whatever the parts come to.
    let mut story = Story::new();
    let report = take(&mut story, &[SOURCES, &CAMPAIGNS.replace(",600", ",550")]);
    left_out(&report, "(€1,000), and its campaigns come to €950");
    assert_eq!(cost(&mut story), 100_000);
}

#[test]
fn a_campaign_and_its_ad_sets_count_once() {
    let mut story = Story::new();
    let report = take(
        &mut story,
        &[
            "Campaign,Ad set,Month,Spend\nSpring,,2025-01,600\nSpring,Lookalike,2025-01,350\nSpring,Retargeting,2025-01,250\n\
           Autumn,,2025-01,400\nAutumn,Broad,2025-01,400\n",
        ],
    );
    assert_eq!((cost(&mut story), report.rejected), (json!(100_000), 2));
}
