//! Last year: what each side was measured on, side by side; the funnel's counts; what went well and what did not.

use lockstep_core::plan::{
    RetroNote, RetroNoteKind,
    view::{LookBackFigure, MeasureView},
};
use lockstep_workspace::{people::Side, units::Unit};
use serde::Serialize;

use super::Teller;

/// The section.
#[derive(Serialize)]
pub struct LookBack {
    /// Both sides, the same weight.
    pub sides: [Measured; 2],
    /// Leads, accepted, SQL … as they were counted.
    pub counts: Vec<NamedNumber>,
    /// Revenue and time.
    pub results: Vec<NamedNumber>,
    pub figures: Vec<Worked>,
    /// What does not go with one another in the numbers: stages that widen, months without any.
    pub doubts: Vec<String>,
    pub source: String,
    pub points: Vec<RetroNotes>,
    /// Why no points are shown.
    pub sealed: Option<&'static str>,
}

/// What one side was measured on.
#[derive(Serialize)]
pub struct Measured {
    pub key: &'static str,
    pub name: &'static str,
    pub lines: Vec<Line>,
}

#[derive(Serialize)]
pub struct Line {
    pub name: String,
    pub target: Option<String>,
    pub actual: Option<String>,
    pub difference: Option<String>,
    pub met: Option<bool>,
}

/// A number with its name.
#[derive(Serialize)]
pub struct NamedNumber {
    pub label: &'static str,
    pub value: Option<String>,
}

/// A figure that was worked out.
#[derive(Serialize)]
pub struct Worked {
    pub label: String,
    pub value: Option<String>,
    pub because: Option<String>,
    pub n: Option<String>,
    pub formula: String,
}

/// One heading of the points, with what each side wrote.
#[derive(Serialize)]
pub struct RetroNotes {
    pub heading: &'static str,
    pub sales: Vec<String>,
    pub marketing: Vec<String>,
}

/// Returns the section.
pub fn look_back(teller: &Teller) -> LookBack {
    let view = &teller.view.look_back;
    let numbers = &view.numbers;
    let told = |label, unit, value| NamedNumber {
        label,
        value: teller.maybe(unit, value),
    };
    LookBack {
        sides: [Side::Sales, Side::Marketing].map(|side| Measured {
            key: side.key(),
            name: side.name(),
            lines: view
                .measures
                .iter()
                .filter(|line| line.measure.side == side)
                .map(|line| measure(teller, line))
                .collect(),
        }),
        counts: vec![
            told("Leads (MQL)", Unit::Count, numbers.leads),
            told("Accepted (SAL)", Unit::Count, numbers.accepted),
            told("Confirmed (SQL)", Unit::Count, numbers.sql),
            told("Opportunities", Unit::Count, numbers.opportunities),
            told("Won", Unit::Count, numbers.won),
            told("Lost", Unit::Count, numbers.lost),
        ],
        results: vec![
            told("Revenue won", Unit::Money, numbers.revenue),
            told("Sourced by marketing", Unit::Money, numbers.sourced_revenue),
            told("Median cycle", Unit::Days, numbers.cycle_days),
        ],
        figures: view.figures.iter().map(|figure| worked(teller, figure)).collect(),
        doubts: view.doubts().map(str::to_owned).collect(),
        source: numbers.source.clone(),
        points: if view.silent.revealed { points(&view.points) } else { Vec::new() },
        sealed: (!view.silent.revealed && view.silent.sales_points + view.silent.marketing_points > 0).then_some(
            "Both sides are still writing. Their points are sealed and are shown together once both are ready.",
        ),
    }
}

fn measure(teller: &Teller, view: &MeasureView) -> Line {
    let line = &view.measure;
    Line {
        name: line.name.clone(),
        target: teller.maybe(line.unit, line.target),
        actual: teller.maybe(line.unit, line.actual),
        difference: view.difference.map(|value| teller.difference(line.unit, value)),
        met: view.met,
    }
}

fn worked(teller: &Teller, view: &LookBackFigure) -> Worked {
    let value = teller.figure(view.unit, &view.figure);
    Worked {
        label: if view.period_ratio {
            format!("{} (period ratio)", view.label)
        } else {
            view.label.clone()
        },
        because: if value.is_some() {
            None
        } else {
            view.figure.because.clone()
        },
        value,
        n: view.n.map(|n| teller.words().count(n)),
        formula: view.formula.clone(),
    }
}

fn points(points: &[RetroNote]) -> Vec<RetroNotes> {
    let of = |kind, side| {
        points
            .iter()
            .filter(|point| point.kind == kind && point.side == side)
            .map(|point| point.text.clone())
            .collect()
    };
    [
        (RetroNoteKind::WentWell, "What went well"),
        (RetroNoteKind::DidNot, "What did not"),
        (RetroNoteKind::Learned, "What we learned"),
    ]
    .map(|(kind, heading)| RetroNotes {
        heading,
        sales: of(kind, Side::Sales),
        marketing: of(kind, Side::Marketing),
    })
    .into()
}
