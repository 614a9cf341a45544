//! The exported leads and opportunities of `shared/data`, taken in by the terminal's `import` with nothing said but what a
//! file cannot tell, and counted to the reference numbers.

use std::{path::Path, process::Command};

use lockstep_tests::{Result, processes::program};
use serde_json::{Value, json};

/// A workspace in dollars, and the terminal that works in it.
pub struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    pub fn new() -> Result<Self> {
        let desk = Self {
            folder: tempfile::tempdir()?,
        };
        desk.run("new", &["--company", "Northwind Medical", "--currency", "USD"])?;
        Ok(desk)
    }

    /// Where its workspace is.
    pub fn file(&self) -> std::path::PathBuf {
        self.folder.path().join("leads.lockstep")
    }

    pub fn run(&self, command: &str, arguments: &[&str]) -> Result<Value> {
        let file = self.file();
        let output = Command::new(program("lockstep-cli")?)
            .args(["--json", command])
            .arg(file)
            .args(arguments)
            .output()?;
        if !output.status.success() {
            return Err(String::from_utf8(output.stderr)?.into());
        }
        Ok(serde_json::from_slice(&output.stdout)?)
    }

    pub fn import(&self, files: &[&Path], said: &[&str]) -> Result<Vec<Value>> {
        let files: Vec<String> = files.iter().map(|file| file.display().to_string()).collect();
        let mut arguments: Vec<&str> = files.iter().map(String::as_str).collect();
        arguments.extend(said);
        let reports = self.run("import", &arguments)?;
        Ok(reports.as_array().cloned().unwrap_or_default())
    }

    /// Carries out a command of the table.
    pub fn call(&self, name: &str, input: Value) -> Result<Value> {
        self.run("call", &[name, &input.to_string()])
    }

    fn funnel(&self, by: &str) -> Result<Value> {
        self.run("funnel", &["--by", by])
    }

    pub fn is_clean(&self) -> Result {
        assert_eq!(self.run("check", &[])?["ok"], true);
        Ok(())
    }
}

fn counts(report: &Value) -> [i64; 5] {
    ["added", "updated", "unchanged", "rejected", "source_missing"]
        .map(|key| report[key].as_i64().unwrap_or(-1))
}

fn row<'v>(funnel: &'v Value, name: Option<&str>) -> &'v Value {
    funnel["rows"]
        .as_array()
        .and_then(|rows| rows.iter().find(|row| row["name"].as_str() == name))
        .unwrap_or(&Value::Null)
}

fn numbers(row: &Value, keys: &[&str]) -> Vec<i64> {
    keys.iter()
        .map(|key| {
            key.split('.')
                .fold(row, |value, key| &value[key])
                .as_i64()
                .unwrap_or(-1)
        })
        .collect()
}

/// One value of each row that has a name, in their order.
fn by_quarter(funnel: &Value, key: &str) -> Vec<(String, i64)> {
    funnel["rows"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|row| Some((row["name"].as_str()?.to_string(), row[key].as_i64()?)))
        .collect()
}

fn hundredths_of_percent(rate: &Value) -> f64 {
    (rate["basis_points"].as_f64().unwrap_or_default() * 100.0).round() / 100.0
}

/// Nothing is said by hand.
#[test]
fn the_leads_of_a_sales_development_team() -> Result {
    let Some(folder) = crate::shared("marketstar_sales_dev") else {
        return Ok(());
    };
    let (leads, deals) = (folder.join("Leads.csv"), folder.join("Opportunities.csv"));
    let desk = Desk::new()?;
    let reports = desk.import(&[&leads, &deals], &[])?;
    assert_eq!(counts(&reports[0]), [43_033, 0, 0, 0, 0]);
    assert_eq!(counts(&reports[1])[..4], [1_061, 0, 0, 0]);
    assert_eq!(
        (&reports[1]["linked"], &reports[1]["opportunities"]),
        (&json!(1_061), &json!(1_061))
    );
    assert_eq!(
        (&reports[0]["untranslated"], &reports[1]["untranslated"]),
        (&json!([]), &json!([]))
    );

    let funnel = desk.funnel("source")?;
    let keys = [
        "leads",
        "converted.part",
        "accepted",
        "acceptance.n",
        "disqualified",
        "abandoned",
        "untouched",
    ];
    for (source, expected, acceptance) in [
        ("Purchased List", [9_743, 65, 35, 65, 9_625, 7_946, 53], 5_384.62),
        (
            "Web Registration",
            [27_175, 899, 595, 899, 16_227, 10_506, 8_268],
            6_618.46,
        ),
        (
            "Trade Shows and Events",
            [6_115, 97, 67, 97, 3_821, 2_942, 2_145],
            6_907.22,
        ),
    ] {
        let row = row(&funnel, Some(source));
        assert_eq!(numbers(row, &keys), expected, "{source}");
        assert_eq!(hundredths_of_percent(&row["acceptance"]), acceptance, "{source}");
    }
    let all = &funnel["all"];
    assert_eq!(
        numbers(all, &keys),
        [43_033, 1_061, 697, 1_061, 29_673, 21_394, 10_466]
    );
    assert_eq!(
        numbers(all, &["accepted_value", "value"]),
        [301_423_157, 471_576_604]
    );
    assert_eq!(hundredths_of_percent(&all["acceptance"]), 6_569.27, "65.69 %");
    assert_eq!(
        numbers(all, &["lost_or_ignored.part", "lost_or_ignored.n"]),
        [31_860, 43_033]
    );
    assert_eq!(
        hundredths_of_percent(&all["lost_or_ignored"]),
        7_403.62,
        "74.04 %"
    );

    let quarter = |names: [&str; 8], values: [i64; 8]| -> Vec<(String, i64)> {
        names.map(str::to_string).into_iter().zip(values).collect()
    };
    let names = [
        "Q1 FY21", "Q2 FY21", "Q3 FY21", "Q4 FY21", "Q1 FY22", "Q2 FY22", "Q3 FY22", "Q4 FY22",
    ];
    let created = by_quarter(&desk.funnel("opportunity_quarter")?, "opportunities");
    assert_eq!(created, quarter(names, [34, 57, 98, 126, 188, 268, 290, 0])[..7]);
    let decided = desk.funnel("decision_quarter")?;
    assert_eq!(
        by_quarter(&decided, "accepted"),
        quarter(names, [16, 38, 60, 83, 123, 172, 196, 9])
    );
    assert_eq!(
        by_quarter(&decided, "accepted_value"),
        quarter(
            names,
            [
                6_793_796, 19_743_776, 23_619_179, 38_221_775, 55_132_511, 84_345_103, 70_209_666, 3_357_351
            ]
        )
    );
    desk.is_clean()?;

    // The same files once more change nothing; without the leads, the opportunities stand alone.
    let again = desk.import(&[&leads, &deals], &[])?;
    assert_eq!(counts(&again[0])[..4], [0, 0, 43_033, 0]);
    assert_eq!(counts(&again[1])[..4], [0, 0, 1_061, 0]);
    let taken_back = desk.run("take-back", &[reports[0]["import"].as_str().unwrap_or_default()])?;
    assert_eq!(taken_back["removed"], 43_033);
    assert_eq!(desk.funnel("source")?["all"]["without_lead"], 1_061);
    desk.is_clean()
}

/// Nothing is said by hand. Whether the first contact is the day on which a lead came in, the report asks: there is no other.
#[test]
fn the_leads_and_closed_deals_of_a_marketplace() -> Result {
    let Some(folder) = crate::shared("olist_marketing_funnel") else {
        return Ok(());
    };
    let leads = folder.join("olist_marketing_qualified_leads_dataset.csv");
    let deals = folder.join("olist_closed_deals_dataset.csv");
    let desk = Desk::new()?;
    // The deals first: the leads find them.
    let reports = desk.import(&[&deals, &leads], &[])?;
    assert_eq!(counts(&reports[0])[..4], [842, 0, 0, 0]);
    assert_eq!(counts(&reports[1]), [8_000, 0, 0, 0, 60]);
    assert_eq!(reports[1]["linked"], 842);

    let funnel = desk.funnel("source")?;
    for (source, leads, won, rate) in [
        (Some("organic search"), 2_296, 271, 11.80),
        (Some("paid search"), 1_586, 195, 12.30),
        (Some("social"), 1_350, 75, 5.56),
        (Some("unknown"), 1_099, 179, 16.29),
        (Some("direct traffic"), 499, 56, 11.22),
        (Some("email"), 493, 15, 3.04),
        (Some("referral"), 284, 24, 8.45),
        (Some("other"), 150, 4, 2.67),
        (Some("display"), 118, 6, 5.08),
        (Some("other publicities"), 65, 3, 4.62),
        (None, 60, 14, 23.33),
    ] {
        let row = row(&funnel, source);
        assert_eq!(
            numbers(row, &["leads", "won", "won_leads.part"]),
            [leads, won, won],
            "{source:?}"
        );
        let found = row["won_leads"]["basis_points"].as_f64().unwrap_or_default();
        assert_eq!(found.round() / 100.0, rate, "{source:?}");
    }
    assert_eq!(funnel["rows"].as_array().map(Vec::len), Some(11));
    let all = &funnel["all"];
    assert_eq!(
        all["won_leads"],
        json!({ "part": 842, "n": 8_000, "basis_points": 1_052.5, "small": false })
    );
    assert_eq!(all["median_cycle_days"], 14.0);

    let named = |pairs: &[(&str, i64)]| -> Vec<(String, i64)> {
        pairs
            .iter()
            .map(|(name, value)| (name.to_string(), *value))
            .collect()
    };
    assert_eq!(
        by_quarter(&desk.funnel("quarter")?, "leads"),
        named(&[
            ("Q2 FY17", 4),
            ("Q3 FY17", 937),
            ("Q4 FY17", 1_061),
            ("Q1 FY18", 3_343),
            ("Q2 FY18", 2_655)
        ])
    );
    assert_eq!(
        by_quarter(&desk.funnel("closing_quarter")?, "won"),
        named(&[
            ("Q4 FY17", 3),
            ("Q1 FY18", 333),
            ("Q2 FY18", 386),
            ("Q3 FY18", 93),
            ("Q4 FY18", 27)
        ])
    );
    desk.is_clean()
}

/// Nothing is said by hand.
#[test]
fn the_pipeline_of_a_hardware_seller() -> Result {
    let Some(folder) = crate::shared("maven_crm_opportunities") else {
        return Ok(());
    };
    let desk = Desk::new()?;
    let reports = desk.import(&[&folder.join("sales_pipeline.csv")], &[])?;
    assert_eq!(counts(&reports[0])[..4], [8_800, 0, 0, 0]);
    let funnel = desk.funnel("product")?;
    let all = &funnel["all"];
    assert_eq!(
        numbers(all, &["opportunities", "won", "lost", "open", "won_value"]),
        [8_800, 4_238, 2_473, 2_089, 1_000_553_400]
    );
    assert_eq!(hundredths_of_percent(&all["win_rate"]), 6_315.01, "63.1501 %");
    assert_eq!(all["median_cycle_days"], 57.0);
    assert_eq!(row(&funnel, Some("GTXPro"))["opportunities"], 1_480);
    let closed = desk.funnel("closing_quarter")?;
    let quarters = ["Q1 FY17", "Q2 FY17", "Q3 FY17", "Q4 FY17"].map(|name| {
        let row = row(&closed, Some(name));
        (row["won"].clone(), row["won_value"].clone())
    });
    assert_eq!(
        quarters,
        [
            (json!(531), json!(113_467_200)),
            (json!(1_254), json!(308_611_100)),
            (json!(1_257), json!(298_225_500)),
            (json!(1_196), json!(280_249_600))
        ]
    );
    desk.is_clean()
}

/// What the file cannot tell, and is said: what the lifecycle stages "Other" and "Evangelist" mean.
#[test]
fn contacts_and_deals_are_joined_by_email() -> Result {
    let Some(folder) = crate::shared("hubspot_dummy") else {
        return Ok(());
    };
    let (contacts, deals) = (
        folder.join("hubspot_contacts.csv"),
        folder.join("hubspot_deals.csv"),
    );
    let mut known = std::collections::HashSet::new();
    for row in csv::Reader::from_path(&contacts)?.deserialize() {
        let row: std::collections::HashMap<String, String> = row?;
        known.insert(row["Email"].to_lowercase());
    }
    let (mut joined, mut with_deal) = (0, std::collections::HashSet::new());
    for row in csv::Reader::from_path(&deals)?.deserialize() {
        let row: std::collections::HashMap<String, String> = row?;
        let email = row["Associated Contact Email"].to_lowercase();
        if known.contains(&email) {
            joined += 1;
            with_deal.insert(email);
        }
    }
    assert!(joined > 0, "the files do not belong together");

    let desk = Desk::new()?;
    let said = [
        "--value",
        "stage:Other=disqualified",
        "--value",
        "stage:Evangelist=converted",
    ];
    let reports = desk.import(&[&contacts, &deals], &said)?;
    assert_eq!(counts(&reports[0]), [950, 0, 0, 0, 0]);
    assert_eq!(counts(&reports[1])[..4], [500, 0, 0, 0]);
    assert_eq!(reports[0]["untranslated"], json!([]));
    assert_eq!(reports[1]["linked"], joined);
    let funnel = desk.funnel("source")?;
    for (source, leads) in [
        ("Direct Traffic", 116),
        ("Other Campaigns", 111),
        ("Paid Search", 136),
        ("Organic Search", 113),
        ("Social Media", 112),
        ("Email Marketing", 112),
        ("Referral", 113),
        ("Offline Sources", 137),
    ] {
        assert_eq!(row(&funnel, Some(source))["leads"], leads, "{source}");
    }
    assert_eq!(numbers(&funnel["all"], &["won", "lost", "open"]), [71, 69, 360]);
    let with_opportunity = desk.run("leads", &["--limit", "1000"])?["leads"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|lead| !lead["outcome"].is_null())
        .count();
    assert_eq!(with_opportunity, with_deal.len());
    desk.is_clean()
}
