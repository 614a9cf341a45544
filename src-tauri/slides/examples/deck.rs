//! Writes a demonstration deck with every kind of body, and with texts that are long or meant to do harm.
//!
//! `cargo run --example deck -- deck.pptx`

use std::{env, error::Error, fs};

use chrono::{TimeZone, Utc};
use lockstep_slides::{Body, Cell, Chart, ChartKind, Deck, Hue, Line, Series, Side, Slide, Table};

fn main() -> Result<(), Box<dyn Error>> {
    let path = env::args().nth(1).ok_or("say where the deck is to be written")?;
    let created = Utc
        .with_ymd_and_hms(2027, 4, 1, 9, 0, 0)
        .single()
        .ok_or("no such moment")?;
    let deck = Deck {
        title: "Review of Q1 FY27".into(),
        subject: "Quarterly review".into(),
        company: "Aldergrove Health".into(),
        language: "en-GB".into(),
        created,
        slides: [usual(), charts(), harmful()].concat(),
    };
    fs::write(path, deck.to_pptx()?)?;
    Ok(())
}

fn slide(title: &str, lead: &str, body: Body) -> Slide {
    Slide {
        title: title.into(),
        lead: (!lead.is_empty()).then(|| lead.into()),
        body,
        source: "Leads accepted ÷ leads handed over, n = 1,204. Source: CRM export of 31 Mar 2027.".into(),
        notes: "Say what changed first.\nThen ask Sales what they saw on the phone.".into(),
    }
}

fn usual() -> Vec<Slide> {
    let cover = Body::Cover {
        lines: vec![
            "Aldergrove Health".into(),
            "Held on 1 Apr 2027. Version 2, signed by both sides".into(),
        ],
    };
    vec![
        slide("Review of Q1 FY27", "", cover),
        slide(
            "Two of four goals are on track; pipeline is the one to talk about",
            "What this hour is for",
            lines(),
        ),
        slide(
            "Sales accepted 74% of what Marketing handed over, up from 61% in the quarter before",
            "",
            Body::Table(table(6)),
        ),
        slide(
            "What each side promised",
            "Both lists have the same weight.",
            sides(4),
        ),
        slide(
            "Every action of the quarter, with its owner",
            "",
            Body::Table(table(31)),
        ),
    ]
}

fn lines() -> Body {
    Body::Lines(vec![
        Line::new("pipeline of €4.2M against a target of €5.0M").lead_in("At risk:"),
        Line::new("The gap opened in February, when two campaigns were moved to Q2.").below(),
        Line::new("Catching up needs 12 more opportunities a month.").below(),
        Line::new("Calls every lead within one working day.").of(Side::Sales),
        Line::new("Hands over only leads with a named budget owner.").of(Side::Marketing),
        Line::new("Decides on the events budget by 15 April.")
            .of(Side::Leadership)
            .lead_in("Open:"),
    ])
}

fn table(rows: usize) -> Table {
    let row = |number: usize| {
        let side = if number.is_multiple_of(2) {
            Side::Sales
        } else {
            Side::Marketing
        };
        vec![
            Cell::from(format!(
                "Goal {number}: qualified meetings with new accounts in the region"
            )),
            Cell::from("").of(side),
            Cell::right(format!("{}", 1_200 + number)),
            Cell::right("74%").bold(),
        ]
    };
    Table {
        head: vec![
            "Goal".into(),
            "Side".into(),
            Cell::right("Leads"),
            Cell::right("Accepted"),
        ],
        rows: (1..=rows).map(row).collect(),
        weights: vec![4.0, 1.5, 1.0, 1.0],
    }
}

fn sides(count: usize) -> Body {
    let lines = |what: &str| {
        (1..=count)
            .map(|number| Line::new(format!("{what} ({number})")))
            .collect()
    };
    Body::Sides([
        (
            Side::Marketing,
            lines("Every lead carries its source and the words of its form"),
        ),
        (
            Side::Sales,
            lines("Every rejected lead carries a reason from the agreed list"),
        ),
    ])
}

fn chart(kind: ChartKind, series: Vec<Series>) -> Chart {
    Chart {
        categories: ["Jan", "Feb", "Mar", "Apr", "May", "Jun"]
            .map(String::from)
            .to_vec(),
        series,
        alt: "Accepted leads a month, against the target.".into(),
        value_title: "Leads accepted".into(),
        ..Chart::new(kind)
    }
}

fn charts() -> Vec<Slide> {
    let some = |values: [f64; 6]| values.map(Some).to_vec();
    let actual = Series::new(
        "Actual",
        Hue::Actual,
        vec![Some(210.0), Some(180.0), Some(265.0), None, None, None],
    );
    let target = Series::new(
        "Target",
        Hue::Target,
        some([200.0, 220.0, 240.0, 260.0, 280.0, 300.0]),
    )
    .dashed();
    let before = Series::new(
        "Year before",
        Hue::Before,
        some([150.0, 160.0, 170.0, 190.0, 185.0, 201.0]),
    );
    let sales = Series::new("Sales", Hue::Sales, some([40.0, 42.0, 55.0, 61.0, 48.0, 52.0]));
    let marketing = Series::new(
        "Marketing",
        Hue::Marketing,
        some([90.0, 80.0, 102.0, 99.0, 110.0, 120.0]),
    );
    let muted = Series::new("Partners", Hue::Muted, some([20.0, 22.0, 18.0, 30.0, 25.0, 21.0]));
    let columns = Chart {
        labels: true,
        ..chart(
            ChartKind::Columns,
            vec![before.clone(), actual.clone(), target.clone()],
        )
    };
    let stacked = Chart {
        labels: true,
        ..chart(ChartKind::StackedColumns, vec![sales, marketing, muted])
    };
    let reasons = [
        "No budget this year",
        "Too small for us",
        "Wrong person: has no say in the purchase",
        "Competitor",
        "No answer after five calls",
    ];
    let bars = Chart {
        categories: reasons.map(String::from).to_vec(),
        series: vec![Series::new(
            "Share",
            Hue::Marketing,
            [0.31, 0.24, 0.2, 0.15, 0.1].map(Some).to_vec(),
        )],
        number_format: "0%".into(),
        labels: true,
        value_title: String::new(),
        ..chart(ChartKind::Bars, vec![])
    };
    let line = Chart {
        labels: true,
        ..chart(ChartKind::Lines, vec![actual, target, before])
    };
    let said = vec![
        Line::new("March was the best month since the definition changed.").lead_in("Up:"),
        Line::new("February, when two campaigns moved.").lead_in("Down:"),
        Line::new("called within a day: 92%").of(Side::Sales),
    ];
    vec![
        slide(
            "Three months above last year, one below the target",
            "",
            Body::Chart(columns),
        ),
        slide(
            "Most leads still come from Marketing, and more of them each month",
            "",
            Body::Chart(stacked),
        ),
        slide(
            "A third of the rejected leads had no budget",
            "Reasons that Sales gave, of 212 rejected leads",
            Body::ChartAndLines(bars, said.clone()),
        ),
        slide(
            "The year so far against the pace we agreed on",
            "",
            Body::ChartAndLines(line, said),
        ),
        slide(
            "There is nothing to draw yet",
            "",
            Body::Chart(chart(ChartKind::Lines, vec![])),
        ),
    ]
}

fn harmful() -> Vec<Slide> {
    let nasty = "<script>alert(1)</script> & ]]> \"'> 🙂👨\u{200d}👩\u{200d}👧 \u{0} _x0000_ =1+1 שלום עולם مرحبا 東京";
    let long = "a sentence that goes on and on ".repeat(330);
    let word = "Donaudampfschifffahrtsgesellschaft".repeat(12);
    let wild = Chart {
        categories: vec![
            "=1+1".into(),
            "@SUM(A1)".into(),
            "_x0041_".into(),
            nasty.into(),
            String::new(),
        ],
        series: vec![
            Series::new(
                "-2+3",
                Hue::Sales,
                vec![Some(-1.5), Some(f64::NAN), Some(2e6), None, Some(0.0)],
            ),
            Series::new(nasty, Hue::Marketing, vec![Some(1.0)]),
        ],
        alt: nasty.into(),
        ..Chart::new(ChartKind::Columns)
    };
    let table = Table {
        head: vec![nasty.into(), "".into(), Cell::right("Number")],
        rows: vec![
            vec![nasty.into(), word.as_str().into(), Cell::right("1,234,567.89")],
            vec![long.as_str().into(), "short".into()],
            vec![],
        ],
        weights: vec![f64::NAN, -1.0],
    };
    vec![
        slide(
            nasty,
            nasty,
            Body::Lines(vec![
                Line::new(nasty).lead_in(nasty),
                Line::new("שלום עולם, זה טקסט מימין לשמאל."),
                Line::new(&word),
            ]),
        ),
        slide(&long, &long, Body::Lines(vec![Line::new(&long), Line::new("")])),
        slide("", "", Body::Table(table)),
        slide("Names that look like formulas are names", "", Body::Chart(wild)),
        slide("Both sides have much to say", "", sides(14)),
    ]
}
