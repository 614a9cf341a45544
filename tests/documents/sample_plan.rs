//! A plan to export: a made-up maker of medical pumps, with every section filled. The numbers follow from each other as
//! the core would work them out, so a reader of the pages can check them.

use chrono::{NaiveDate, TimeZone, Utc};
use lockstep_core::plan::{
    Bucket, Funnel, LookBack,
    rules::{funnel::work_out, last_year, split::apportion},
    view::{FunnelView, PlanView},
};
use lockstep_export::options::Options;
use lockstep_workspace::calendar::FiscalYear;
use serde_json::{Value, json};

pub const SALES: &str = "person-sales";
pub const MARKETING: &str = "person-marketing";
pub const LEADER: &str = "person-leader";
const DIGEST: &str = "9f2c4be1d07a35586c1e90b2f4a7d3c8e6150f9b7a2d4c6e8f1032547698badc";

/// Returns the usual options of the tests.
pub fn options() -> Options {
    Options::on(NaiveDate::from_ymd_opt(2026, 3, 20).unwrap())
}

/// Returns a filled plan, in force.
pub fn in_force() -> PlanView {
    let mut view = draft();
    view.version = Some(1);
    view.agreement = serde_json::from_value(agreement(true)).unwrap();
    view
}

/// Returns a filled plan that nobody has proposed.
pub fn draft() -> PlanView {
    serde_json::from_value(filled()).unwrap()
}

/// Returns a plan in which nothing has been written yet.
pub fn empty() -> PlanView {
    let mut view = draft();
    view.plan.positioning = String::new();
    view.plan.budget = None;
    let nothing: LookBack = serde_json::from_value(json!({
        "id": "plan", "leads": null, "accepted": null, "sql": null, "opportunities": null, "won": null, "lost": null,
        "revenue": null, "sourced_revenue": null, "cycle_days": null, "shape": [], "source": ""
    }))
    .unwrap();
    view.look_back.figures = last_year::figures(&nothing);
    view.look_back.measures.clear();
    view.look_back.points.clear();
    view.look_back.silent = serde_json::from_value(json!({
        "revealed": false, "sales_points": 0, "marketing_points": 0, "sales_ready": false, "marketing_ready": false
    }))
    .unwrap();
    view.segments.clear();
    view.accounts.clear();
    view.not_doing.clear();
    view.goals.clear();
    let mut blank = view.funnel.funnel.clone();
    (blank.revenue_goal, blank.sourced_share, blank.sourced_share_why) = (None, None, String::new());
    view.funnel = work_out(&blank, &nothing, FiscalYear::new(2027, 4).unwrap());
    view.look_back.numbers = nothing;
    view.initiatives.lines.clear();
    for bucket in &mut view.initiatives.buckets {
        (bucket.count, bucket.budget, bucket.expected_leads) = (0, 0, 0);
    }
    view.initiatives.budget = 0;
    view.initiatives.budget_left = None;
    view.initiatives.expected_leads = 0;
    view.initiatives.asked_leads = view.funnel.stages[3].year.clone();
    view.duties.clear();
    view.risks.clear();
    view.session.decisions.clear();
    view.session.todos.clear();
    view.session.parked.clear();
    view.missing = serde_json::from_value(json!([
        { "section": "goals", "line": null, "message": "The plan needs at least one joint goal." },
        { "section": "goals", "line": null, "message": "One goal has to be about the customer." }
    ]))
    .unwrap();
    view
}

/// Returns the same plan in a company that writes German numbers, in euros.
pub fn german() -> PlanView {
    let mut view = in_force();
    view.company.language = "de-DE".into();
    view.company.currency = "EUR".into();
    view
}

/// Puts a text into every place where people can write.
pub fn write_everywhere(view: &mut PlanView, text: &str) {
    let mut value = serde_json::to_value(&*view).unwrap();
    replace_texts(&mut value, text);
    *view = serde_json::from_value(value).unwrap();
}

const WRITTEN: [&str; 14] = [
    "name",
    "role",
    "text",
    "why",
    "positioning",
    "formula",
    "source",
    "tracked_how",
    "sales_does",
    "marketing_does",
    "response",
    "message",
    "proposed_by",
    "because",
];

fn replace_texts(value: &mut Value, with: &str) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| replace_texts(item, with)),
        Value::Object(fields) => {
            for (key, field) in fields {
                match field {
                    Value::String(text) if WRITTEN.contains(&key.as_str()) => *text = with.into(),
                    other => replace_texts(other, with),
                }
            }
        }
        _ => {}
    }
}

/// Adds copies of the initiatives until there are `count`.
pub fn with_initiatives(view: &mut PlanView, count: usize) {
    let lines = view.initiatives.lines.clone();
    view.initiatives.lines = (0..count)
        .map(|number| {
            let mut line = lines[number % lines.len()].clone();
            line.name = format!("{} {number}", line.name);
            line.bucket = Bucket::ALL[number % 5];
            line
        })
        .collect();
    add_up_initiatives(view);
}

/// Works out the sums of the initiatives anew.
pub fn add_up_initiatives(view: &mut PlanView) {
    for bucket in &mut view.initiatives.buckets {
        let of = |line: &&lockstep_core::plan::Initiative| line.bucket == bucket.bucket;
        bucket.count = view.initiatives.lines.iter().filter(of).count() as i64;
        bucket.budget = view
            .initiatives
            .lines
            .iter()
            .filter(of)
            .filter_map(|line| line.budget)
            .sum();
        bucket.expected_leads = view
            .initiatives
            .lines
            .iter()
            .filter(of)
            .filter_map(|line| line.expected_leads)
            .sum();
    }
    view.initiatives.budget = view.initiatives.buckets.iter().map(|bucket| bucket.budget).sum();
    view.initiatives.expected_leads = view
        .initiatives
        .buckets
        .iter()
        .map(|bucket| bucket.expected_leads)
        .sum();
    view.initiatives.budget_left = view.plan.budget.map(|budget| budget - view.initiatives.budget);
}

fn filled() -> Value {
    let months: Vec<NaiveDate> = (0..12)
        .map(|n| NaiveDate::from_ymd_opt(2026 + (n + 3) / 12, ((n + 3) % 12 + 1) as u32, 1).unwrap())
        .collect();
    json!({
        "company": {
            "id": "company", "name": "Meridian Infusion Ltd", "fiscal_start": 4, "currency": "GBP",
            "language": "en-GB", "week_start": 1, "one_person_does_both": false
        },
        "currency_digits": 2,
        "people": [
            { "id": SALES, "rank": "a", "name": "Ruth Okafor", "role": "VP Sales", "side": "sales", "has_left": false },
            { "id": MARKETING, "rank": "b", "name": "Jonas Lindqvist", "role": "Head of Marketing", "side": "marketing", "has_left": false },
            { "id": LEADER, "rank": "c", "name": "Amara Petit-Rousseau", "role": "Chief Executive", "side": "leadership", "has_left": false }
        ],
        "plan": {
            "id": "plan", "year": 2027,
            "positioning": "For intensive-care nurses who lose an hour a shift to pump alarms, Meridian is the infusion system that stays quiet until it matters.",
            "budget": 61_000_000_i64, "sales_ready": true, "marketing_ready": true,
            "revealed_at": "2026-03-05T10:00:00Z", "created_at": "2026-03-01T09:00:00Z"
        },
        "label": "FY27", "first_day": "2026-04-01", "last_day": "2027-03-31",
        "months": months, "quarters": ["Q1 FY27", "Q2 FY27", "Q3 FY27", "Q4 FY27"],
        "version": null, "locked": null,
        "look_back": look_back(),
        "segments": [
            { "id": "s1", "plan": "plan", "rank": "a", "name": "University hospitals in the north", "why": "Seven of our eleven wins came from here, and the cycle is a month shorter." },
            { "id": "s2", "plan": "plan", "rank": "b", "name": "Private intensive-care groups", "why": "One decision, many wards." }
        ],
        "accounts": [
            { "id": "a1", "plan": "plan", "rank": "a", "name": "Leeds Teaching Hospitals", "why": "Tender in Q2." },
            { "id": "a2", "plan": "plan", "rank": "b", "name": "Karolinska", "why": "Lighthouse for the Nordics." },
            { "id": "a3", "plan": "plan", "rank": "c", "name": "Circle Health Group", "why": "52 sites." }
        ],
        "not_doing": [
            { "id": "n1", "plan": "plan", "rank": "a", "name": "No veterinary clinics", "why": "Four demos, no deal." },
            { "id": "n2", "plan": "plan", "rank": "b", "name": "No trade fairs without meetings booked beforehand", "why": "£48,000 last year for nine accepted leads." }
        ],
        "goals": goals(&months),
        "funnel": funnel(),
        "initiatives": initiatives(),
        "duties": duties(),
        "risks": [
            { "id": "r1", "plan": "plan", "rank": "a", "kind": "risk", "name": "The new regulation delays certification by a quarter", "response": "Sell the current model with a free upgrade; decide by 1 June.", "owner": LEADER },
            { "id": "r2", "plan": "plan", "rank": "b", "kind": "risk", "name": "A competitor bundles pumps with consumables", "response": "Cost-per-bed calculator with two reference hospitals.", "owner": SALES },
            { "id": "r3", "plan": "plan", "rank": "c", "kind": "assumption", "name": "Hospital budgets stay level", "response": "We will notice in the second quarterly review.", "owner": MARKETING }
        ],
        "session": {
            "agenda": [],
            "parked": [{ "id": "k1", "plan": "plan", "rank": "a", "section": "focus", "name": "Partners in Benelux?", "settled": false }],
            "decisions": [
                { "id": "d1", "plan": "plan", "rank": "a", "section": "goals", "name": "Accepted leads replace MQL as marketing's number.", "decided_on": "2026-03-12" },
                { "id": "d2", "plan": "plan", "rank": "b", "section": "who_does_what", "name": "Sales answers each hand-over within two working days, with a reason.", "decided_on": "2026-03-12" }
            ],
            "todos": [
                { "id": "t1", "plan": "plan", "rank": "a", "section": "funnel", "name": "Export lead sources for the first quarter", "owner": MARKETING, "due": "2026-04-15", "done_on": null },
                { "id": "t2", "plan": "plan", "rank": "b", "section": "who_does_what", "name": "Name a stand-in for hand-overs in August", "owner": SALES, "due": "2026-06-30", "done_on": "2026-03-18" }
            ]
        },
        "agreement": { "in_force": null, "proposed": null, "versions": [], "differences": [], "next_version": 1 },
        "missing": []
    })
}

fn numbers() -> LookBack {
    serde_json::from_value(json!({
        "id": "plan", "leads": 31_400, "accepted": 14_130, "sql": 9_600, "opportunities": 8_000, "won": 4_238, "lost": 2_473,
        "revenue": 1_000_553_400_i64, "sourced_revenue": 380_210_300_i64, "cycle_days": 57,
        "shape": [], "source": "CRM export of 28 February 2026, checked against the books"
    }))
    .unwrap()
}

fn look_back() -> Value {
    let yard = |id: &str, side: &str, name: &str, unit: &str, target: i64, actual: i64| {
        json!({
            "measure": { "id": id, "plan": "plan", "rank": id, "side": side, "name": name, "unit": unit, "direction": "more", "target": target, "actual": actual },
            "difference": actual - target, "reached": actual * 10_000 / target, "met": actual >= target
        })
    };
    json!({
        "numbers": numbers(), "figures": last_year::figures(&numbers()), "widenings": [],
        "measures": [
            yard("y1", "sales", "Revenue", "money", 1_100_000_000, 1_000_553_400),
            yard("y2", "sales", "Won deals", "count", 4_500, 4_238),
            yard("y3", "sales", "Win rate", "percent", 6_000, 6_315),
            yard("y4", "marketing", "Marketing-qualified leads", "count", 30_000, 31_400),
            yard("y5", "marketing", "Website visits", "count", 400_000, 512_300),
            yard("y6", "marketing", "Leads from trade fairs", "count", 900, 612)
        ],
        "points": [
            { "id": "p1", "plan": "plan", "rank": "a", "side": "sales", "kind": "went_well", "text": "Reference visits closed faster than any demo." },
            { "id": "p2", "plan": "plan", "rank": "b", "side": "sales", "kind": "did_not", "text": "Half of the leads from trade fairs were students." },
            { "id": "p3", "plan": "plan", "rank": "c", "side": "marketing", "kind": "went_well", "text": "The nurses' webinar brought 40 % of all accepted leads." },
            { "id": "p4", "plan": "plan", "rank": "d", "side": "marketing", "kind": "did_not", "text": "We never heard what became of two thirds of the leads." },
            { "id": "p5", "plan": "plan", "rank": "e", "side": "marketing", "kind": "learned", "text": "Visits are no success; conversations with ward managers are." },
            { "id": "p6", "plan": "plan", "rank": "f", "side": "sales", "kind": "learned", "text": "A lead that waits three days is lost." }
        ],
        "silent": { "revealed": true, "sales_points": 3, "marketing_points": 3, "sales_ready": true, "marketing_ready": true }
    })
}

fn goals(months: &[NaiveDate]) -> Value {
    let goal = |id: &str,
                metric: &str,
                name: &str,
                unit: &str,
                (formula, source): (&str, &str),
                adds_up: bool,
                customer: bool,
                numbers: [Option<i64>; 3],
                quarters: bool| {
        let target = numbers[1].unwrap();
        let by_month = if adds_up {
            apportion(target, &[1; 12])
        } else {
            vec![target; 12]
        };
        let periods: Vec<Value> = if quarters {
            (0..4).map(|q| {
                let sum: i64 = by_month[q * 3..q * 3 + 3].iter().sum();
                json!({ "label": format!("Q{} FY27", q + 1), "first_day": months[q * 3], "target": if adds_up { sum } else { target } })
            }).collect()
        } else {
            months
                .iter()
                .zip(&by_month)
                .map(|(month, target)| json!({ "label": "", "first_day": month, "target": target }))
                .collect()
        };
        json!({
            "goal": {
                "id": id, "plan": "plan", "rank": id, "metric": metric, "name": name, "unit": unit, "formula": formula, "source": source,
                "adds_up": adds_up, "about_customer": customer, "direction": "more",
                "baseline": numbers[0], "target": numbers[1], "stretch": numbers[2],
                "sales_owner": SALES, "marketing_owner": MARKETING,
                "split_into": if quarters { "quarters" } else { "months" }, "split_by": "even", "by_hand": [],
                "tracked_how": "in the pipeline meeting, on one page for both", "tracked_every": "monthly"
            },
            "periods": periods, "months": by_month, "split_problem": null, "missing": []
        })
    };
    json!([
        goal(
            "g1",
            "qualified_leads",
            "Qualified leads",
            "count",
            (
                "Leads that sales accepted by the agreed criteria (SAL), counted in the month of acceptance",
                "CRM export: acceptance by sales"
            ),
            true,
            false,
            [Some(14_130), Some(14_235), Some(15_000)],
            false
        ),
        goal(
            "g2",
            "revenue",
            "Revenue",
            "money",
            (
                "Sum of the value of won deals, in the month they closed",
                "CRM export: opportunities, checked against the books"
            ),
            true,
            false,
            [Some(1_000_553_400), Some(1_200_000_000), None],
            true
        ),
        goal(
            "g3",
            "customer_retention",
            "Customers who stay",
            "percent",
            (
                "Customers at the start of the period who still are customers at its end ÷ customers at the start",
                "Customer list at the start and the end of the period"
            ),
            false,
            true,
            [Some(8_650), Some(9_000), Some(9_300)],
            true
        )
    ])
}

fn funnel() -> FunnelView {
    let funnel: Funnel = serde_json::from_value(json!({
        "id": "plan", "revenue_goal": 1_200_000_000_i64, "renewals": null, "average_deal": null, "average_deal_why": "",
        "win_rate": null, "win_rate_why": "", "sql_to_opportunity": null, "sql_to_opportunity_why": "",
        "sal_to_sql": null, "sal_to_sql_why": "", "mql_to_sal": null, "mql_to_sal_why": "",
        "sourced_share": 4_500, "sourced_share_why": "Two more webinars a month, and a person of their own for target accounts.",
        "cycle_days": null, "cycle_days_why": "", "spread": "hand", "by_hand": [7, 8, 9, 8, 6, 7, 9, 10, 9, 7, 9, 11]
    }))
    .unwrap();
    work_out(&funnel, &numbers(), FiscalYear::new(2027, 4).unwrap())
}

fn initiatives() -> Value {
    let line = |id: &str,
                bucket: &str,
                name: &str,
                owner: &str,
                dates: [Option<&str>; 2],
                budget: Option<i64>,
                goal: Option<&str>,
                leads: Option<i64>| {
        json!({ "id": id, "plan": "plan", "rank": id, "bucket": bucket, "name": name, "owner": owner, "starts": dates[0], "ends": dates[1], "budget": budget, "goal": goal, "expected_leads": leads })
    };
    let sum = |bucket: Bucket, count: i64, budget: i64, leads: i64| json!({ "bucket": bucket, "name": bucket.name(), "count": count, "budget": budget, "expected_leads": leads });
    json!({
        "lines": [
            line("i1", "branding", "One message house for sales decks, website and tenders", MARKETING, [Some("2026-04-01"), Some("2026-06-30")], Some(6_000_000), None, None),
            line("i2", "demand", "Webinars with intensive-care nurses, twice a month", MARKETING, [Some("2026-04-13"), Some("2027-03-15")], Some(18_000_000), Some("g1"), Some(2_600)),
            line("i3", "demand", "Target-account programme for 40 hospitals", SALES, [Some("2026-05-01"), Some("2026-12-31")], Some(14_000_000), Some("g2"), Some(1_900)),
            line("i4", "demand", "Wake-up calls for recycled leads", SALES, [Some("2026-07-01"), Some("2026-09-30")], Some(2_000_000), Some("g1"), Some(900)),
            line("i5", "communications", "Customer magazine, four issues", MARKETING, [Some("2026-06-01"), None], Some(4_000_000), Some("g3"), Some(120)),
            line("i6", "analysis", "Interviews with twelve lost tenders", LEADER, [Some("2026-10-01"), Some("2026-12-31")], Some(3_000_000), None, None),
            line("i7", "collateral", "Cost-per-bed calculator", MARKETING, [Some("2026-04-15"), Some("2026-05-31")], Some(5_500_000), Some("g2"), Some(400))
        ],
        "buckets": [
            sum(Bucket::Branding, 1, 6_000_000, 0), sum(Bucket::Demand, 3, 34_000_000, 5_400), sum(Bucket::Communications, 1, 4_000_000, 120),
            sum(Bucket::Analysis, 1, 3_000_000, 0), sum(Bucket::Collateral, 1, 5_500_000, 400)
        ],
        "budget": 52_500_000, "budget_left": 8_500_000, "expected_leads": 5_920,
        "asked_leads": funnel().stages[5].year
    })
}

fn duties() -> Value {
    let duty = |id: &str, bucket: Option<&str>, name: &str, sales: &str, marketing: &str| json!({ "id": id, "plan": "plan", "rank": id, "bucket": bucket, "name": name, "sales_owner": SALES, "sales_does": sales, "marketing_owner": MARKETING, "marketing_does": marketing });
    json!([
        duty(
            "u1",
            Some("branding"),
            "Branding and messaging",
            "Uses the agreed words, reports what customers say back.",
            "Keeps the message house and trains it."
        ),
        duty(
            "u2",
            Some("demand"),
            "Lead and demand generation",
            "Accepts or rejects each lead within two working days, with a reason.",
            "Hands over only what meets the definition."
        ),
        duty(
            "u3",
            Some("communications"),
            "Marketing communications",
            "Opens two customers a quarter for stories.",
            "Writes, clears and publishes them."
        ),
        duty(
            "u4",
            Some("analysis"),
            "Market analysis",
            "Brings win and loss reasons.",
            "Interviews, and shows the findings in the review."
        ),
        duty(
            "u5",
            Some("collateral"),
            "Tools and collateral",
            "Rates each piece for ease of use.",
            "Mends within a week what sales reports."
        ),
        duty(
            "u6",
            None,
            "Qualifying inbound calls",
            "Takes over once need and timing are confirmed.",
            "Answers within the hour, asks the three questions."
        ),
        duty(
            "u7",
            None,
            "Pricing questions at trade fairs",
            "Answers.",
            "Passes them on, never guesses."
        )
    ])
}

/// Returns an agreement: signed by sales, and by marketing too when `whole`.
pub fn agreement(whole: bool) -> Value {
    let at = |day, hour, minute| Utc.with_ymd_and_hms(2026, 3, day, hour, minute, 0).unwrap();
    let sign = |id: &str, side: &str, person: &str, name: &str, role: &str, when: chrono::DateTime<Utc>| json!({ "id": id, "agreement": "ag1", "side": side, "person": person, "name": name, "role": role, "digest": DIGEST, "signed_at": when });
    let mut signatures = vec![sign(
        "x1",
        "sales",
        SALES,
        "Ruth Okafor",
        "VP Sales",
        at(16, 15, 42),
    )];
    if whole {
        signatures.push(sign(
            "x2",
            "marketing",
            MARKETING,
            "Jonas Lindqvist",
            "Head of Marketing",
            at(16, 15, 47),
        ));
        signatures.push(sign(
            "x3",
            "leadership",
            LEADER,
            "Amara Petit-Rousseau",
            "Chief Executive",
            at(17, 8, 5),
        ));
    }
    let version = json!({
        "agreement": "ag1", "version": 1, "state": if whole { "in_force" } else { "proposed" }, "digest": DIGEST,
        "proposed_by": "Jonas Lindqvist", "proposed_at": at(16, 15, 30), "signatures": signatures,
        "in_force_since": whole.then(|| at(16, 15, 47)), "one_person": false
    });
    json!({
        "in_force": if whole { version.clone() } else { Value::Null },
        "proposed": if whole { Value::Null } else { version.clone() },
        "versions": [version], "differences": [], "next_version": 2
    })
}
