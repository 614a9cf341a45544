//! A review as slides: one idea each, what it found as the title, charts that can be edited with their figures, formula and source in
//! the notes.

use lockstep_core::review::{
    ReviewNoteKind,
    goals::{GoalLine, GoalMonth},
    rules::pace::GoalStatus,
};
use lockstep_slides::{Body, Cell, Chart, ChartKind, Deck, Hue, Line, Series, Side, Slide, Table};
use lockstep_workspace::{
    Error, Result,
    people::Side as OfSide,
    units::Unit,
    words::Words,
    worksheet::{WorksheetPart, WorksheetSection, WorksheetTable},
};

use super::sheet::{Review, Sheet, SheetAction, SheetGoal, SheetPart, SheetTable, lower, worked_out};
use crate::{options::Options, workbook::in_unit};

/// So many sources stand in a chart; the table behind it has them all.
const BARS: usize = 12;

/// As many letters as stand under a title.
const SHORT: usize = 160;

/// Returns the review as a PowerPoint file. The same review gives the same bytes on the same day.
///
/// # Errors
/// `Internal` when the file cannot be put together.
pub fn pptx(review: Review, options: &Options) -> Result<Vec<u8>> {
    let sheet = review.sheet(options);
    let moment = review.view.line.review.closed_at.unwrap_or_else(|| {
        let morning = options.today.and_time(chrono::NaiveTime::MIN);
        morning.and_utc()
    });
    let deck = Deck {
        title: sheet.title.clone(),
        subject: sheet.when.clone(),
        company: sheet.company.clone(),
        language: review.company.language.clone(),
        created: moment,
        slides: slides(review, &sheet),
    };
    deck.to_pptx().map_err(Error::internal)
}

fn slides(review: Review, sheet: &Sheet) -> Vec<Slide> {
    let mut all = vec![cover(sheet)];
    all.extend(goals(review, sheet));
    let told = review.view.worksheet.parts.iter().zip(&sheet.parts);
    all.extend(told.flat_map(|(part, said)| of_part(review, part, said)));
    all.extend(last_time(review, sheet));
    all.extend(sides(review));
    all.extend(marks(sheet));
    all.extend(outcomes(sheet));
    all
}

fn slide(title: impl Into<String>, body: Body) -> Slide {
    Slide {
        title: title.into(),
        lead: None,
        body,
        source: String::new(),
        notes: String::new(),
    }
}

fn cover(sheet: &Sheet) -> Slide {
    let lines = vec![
        sheet.company.clone(),
        sheet.when.clone(),
        format!("Numbers as of {}", sheet.as_of),
        sheet.signed.clone(),
    ];
    slide(sheet.title.clone(), Body::Cover { lines })
}

fn goals(review: Review, sheet: &Sheet) -> Vec<Slide> {
    let all = &review.view.worksheet.goals.goals;
    if all.is_empty() {
        let lines = sheet.goal_notes.iter().map(Line::new).collect();
        return vec![slide("There are no joint goals to look at", Body::Lines(lines))];
    }
    let words = review.words();
    let rows = all.iter().zip(&sheet.goals).map(|(goal, said)| {
        let worked_out = |value| Cell::right(worked_out(&words, goal, value));
        let of =
            |value: Option<i64>| Cell::right(value.map_or("–".into(), |value| words.value(goal.unit, value)));
        vec![
            Cell::from(said.name.clone()).bold(),
            Cell::from(match said.status {
                "" => "–",
                status => status,
            }),
            of(goal.actual),
            worked_out(goal.asked),
            worked_out(goal.forecast.map(|forecast| forecast.likely)),
            of(goal.target),
        ]
    });
    let table = Table {
        head: vec![
            "Goal".into(),
            "Status".into(),
            Cell::right("So far"),
            Cell::right("Asked for by now"),
            Cell::right("Forecast"),
            Cell::right("Target of the year"),
        ],
        rows: rows.collect(),
        weights: vec![3.0, 1.4, 1.3, 1.3, 1.3, 1.3],
    };
    let mut slides = vec![Slide {
        lead: (!sheet.goal_notes.is_empty()).then(|| sheet.goal_notes.join(" ")),
        notes: sheet
            .goals
            .iter()
            .map(|goal| format!("{}: {}", goal.name, goal.source))
            .collect::<Vec<_>>()
            .join("\n"),
        ..slide(how_goals_fare(all), Body::Table(table))
    }];
    slides.extend(
        all.iter()
            .zip(&sheet.goals)
            .map(|(goal, said)| one_goal(review, &words, goal, said)),
    );
    slides
}

/// Says how the goals fare together: how many are on track, and how many are not.
fn how_goals_fare(goals: &[GoalLine]) -> String {
    let with = |status: Option<GoalStatus>| goals.iter().filter(|goal| goal.status == status).count();
    let said: Vec<String> = [
        (with(Some(GoalStatus::OnTrack)), "on track"),
        (with(Some(GoalStatus::AtRisk)), "at risk"),
        (with(Some(GoalStatus::OffTrack)), "off track"),
        (with(None), "not known yet"),
    ]
    .into_iter()
    .filter(|(many, _)| *many > 0)
    .map(|(many, how)| format!("{many} {how}"))
    .collect();
    match goals.len() {
        1 => format!("The joint goal: {}", said.join(", ").trim_start_matches("1 ")),
        many => format!("Of {many} joint goals, {}", said.join(", ")),
    }
}

fn one_goal(review: Review, words: &Words, goal: &GoalLine, said: &SheetGoal) -> Slide {
    let lines = [&said.period, &said.forecast]
        .into_iter()
        .filter(|line| !line.is_empty())
        .map(Line::new)
        .collect();
    let status = match said.status {
        "" => String::new(),
        status => format!(", {}", status.to_lowercase()),
    };
    let of = |value: fn(&GoalMonth) -> Option<i64>| -> Vec<Option<f64>> {
        let months = goal.months.iter().map(value);
        months
            .map(|steps| steps.map(|steps| in_unit(review.company, goal.unit, steps)))
            .collect()
    };
    let is_running = goal
        .months
        .iter()
        .any(|month| !month.is_whole && month.actual.is_some());
    let chart = Chart {
        categories: goal
            .months
            .iter()
            .map(|month| words.short_month(month.first_day))
            .collect(),
        series: vec![
            Series::new("Reached", Hue::Actual, of(|month| month.actual)),
            Series::new("Asked for", Hue::Target, of(|month| month.asked)).dashed(),
        ],
        number_format: number_format(goal.unit).into(),
        labels: true,
        value_title: value_title(words, goal.unit),
        alt: format!(
            "{}, month by month: what was reached beside what the plan asks for",
            said.name
        ),
        if_empty: "Month by month nothing is known of it yet.".into(),
        ..Chart::new(match goal.adds_up {
            true => ChartKind::Columns,
            false => ChartKind::Lines,
        })
    };
    let running = if is_running {
        " The last month is not over."
    } else {
        ""
    };
    Slide {
        lead: Some(said.finding.clone()).filter(|finding| !finding.is_empty()),
        source: format!("{}.{running}", said.source.trim_end_matches('.')),
        notes: format!("{}\n{}\n{}", said.finding, said.forecast, said.source),
        ..slide(
            format!("{}{status}", said.name),
            Body::ChartAndLines(chart, lines),
        )
    }
}

/// Returns how a spreadsheet writes values of a unit.
fn number_format(unit: Unit) -> &'static str {
    match unit {
        Unit::Count | Unit::Days | Unit::Money => "#,##0",
        Unit::Percent => "0.0\"%\"",
        Unit::Number => "0.0#",
    }
}

fn value_title(words: &Words, unit: Unit) -> String {
    match unit {
        Unit::Money => words.currency().into(),
        Unit::Percent => "%".into(),
        Unit::Days => "days".into(),
        Unit::Count | Unit::Number => String::new(),
    }
}

/// What a room has to say: what it found as the title, a chart where there is one to draw, then its tables and lists.
fn of_part(review: Review, part: &WorksheetPart, said: &SheetPart) -> Vec<Slide> {
    let mut slides = Vec::new();
    let (source, notes) = where_from(part);
    if part.section == WorksheetSection::Funnel {
        let drawn = part.tables.iter();
        slides.extend(drawn.filter_map(|table| accepted_by_source(review, part, table)));
    }
    let is_only = part.tables.len() == 1 && said.tables.len() == 1;
    slides.extend(said.tables.iter().map(|table| {
        let title = match part.tables.iter().any(|one| one.title == table.title) {
            _ if is_only => said.title.clone(),
            true => format!("{} by {}", said.title, lower(&table.title)),
            false => format!("{}: {}", said.title, lower(&table.title)),
        };
        Slide {
            lead: Some(table.note.clone()).filter(|note| !note.is_empty()),
            ..slide(title, Body::Table(as_table(table)))
        }
    }));
    for list in said.lists.iter().filter(|list| !list.lines.is_empty()) {
        let lines = list.lines.iter().map(Line::new).collect();
        slides.push(slide(
            format!("{}: {}", said.title, lower(&list.title)),
            Body::Lines(lines),
        ));
    }
    for slide in &mut slides {
        slide.source.clone_from(&source);
        slide.notes.clone_from(&notes);
    }
    begin_with(said, slides)
}

/// Gives a part's slides its finding as the first title, and what is to be known beside the numbers: beside the chart, under the title,
/// or, where that is long, on the slide behind.
fn begin_with(said: &SheetPart, mut slides: Vec<Slide>) -> Vec<Slide> {
    let beside: Vec<Line> = said.notes.iter().map(Line::new).collect();
    let Some(first) = slides.first_mut() else {
        let lines = std::iter::once(Line::new(&said.finding)).chain(beside);
        return vec![slide(said.title.clone(), Body::Lines(lines.collect()))];
    };
    first.title.clone_from(&said.finding);
    if beside.is_empty() {
        return slides;
    }
    let notes = said.notes.join(" ");
    match &first.body {
        Body::Chart(chart) => first.body = Body::ChartAndLines(chart.clone(), beside),
        _ if notes.chars().count() <= SHORT => {
            first.lead = Some(match first.lead.take() {
                Some(lead) => format!("{notes} {lead}"),
                None => notes,
            });
        }
        _ => {
            let title = format!("{}: what to know beside the numbers", said.title);
            slides.insert(1, slide(title, Body::Lines(beside)));
        }
    }
    slides
}

/// Returns the sources of a part's numbers in a line, and its formulas for whoever speaks.
fn where_from(part: &WorksheetPart) -> (String, String) {
    let columns = || part.tables.iter().flat_map(|table| &table.columns);
    let mut sources: Vec<&str> = Vec::new();
    for column in columns() {
        if !column.source.is_empty() && !sources.contains(&column.source.as_str()) {
            sources.push(&column.source);
        }
    }
    let mut formulas: Vec<String> = Vec::new();
    for column in columns() {
        let formula = format!("{}: {}", column.name, column.formula);
        if !column.formula.is_empty() && !formulas.contains(&formula) {
            formulas.push(formula);
        }
    }
    (sources.join("; "), formulas.join("\n"))
}

/// Draws how many leads were accepted of each source, in the period and in the one before; nothing where there are fewer than two.
fn accepted_by_source(review: Review, part: &WorksheetPart, table: &WorksheetTable) -> Option<Slide> {
    let place = table.columns.iter().position(|column| column.key == "accepted")?;
    let column = table.columns.get(place)?;
    let rows: Vec<_> = table
        .rows
        .iter()
        .filter(|row| !row.key.is_empty())
        .filter_map(|row| Some((row, row.cells.get(place)?)))
        .filter(|(_, cell)| cell.now.is_some())
        .take(BARS)
        .collect();
    if rows.len() < 2 {
        return None;
    }
    let value = |steps: Option<i64>| steps.map(|steps| in_unit(review.company, column.unit, steps));
    let chart = Chart {
        categories: rows.iter().map(|(row, _)| row.name.clone()).collect(),
        series: vec![
            Series::new(
                "In the period",
                Hue::Actual,
                rows.iter().map(|(_, cell)| value(cell.now)).collect(),
            ),
            Series::new(
                "In the one before",
                Hue::Before,
                rows.iter().map(|(_, cell)| value(cell.before)).collect(),
            ),
        ],
        labels: true,
        alt: "Accepted leads by source, in the period and in the one before".into(),
        ..Chart::new(ChartKind::Bars)
    };
    Some(slide(
        format!("{}: accepted leads by source", part.title),
        Body::Chart(chart),
    ))
}

fn as_table(told: &SheetTable) -> Table {
    let mut head: Vec<Cell> = Vec::new();
    for (place, name) in told.heads.iter().enumerate() {
        head.push(match place {
            0 => Cell::from(name.clone()),
            _ => Cell::right(name.clone()),
        });
    }
    let rows = told.rows.iter().map(|row| {
        let name = Cell::from(row.name.clone()).bold();
        let name = match side_of(row.side) {
            Some(side) => name.of(side),
            None => name,
        };
        std::iter::once(name)
            .chain(row.cells.iter().map(|cell| match cell.starts_with("– ") {
                // Why there is no number is text.
                true => Cell::from(cell.clone()),
                false => Cell::right(cell.clone()),
            }))
            .collect()
    });
    Table {
        head,
        rows: rows.collect(),
        weights: vec![2.2],
    }
}

fn last_time(review: Review, sheet: &Sheet) -> Vec<Slide> {
    let Some(last) = &sheet.last_time else {
        return Vec::new();
    };
    let mut slides = Vec::new();
    if !last.decisions.is_empty() {
        let lines = last
            .decisions
            .iter()
            .map(|one| Line::new(&one.detail).lead_in(&one.name));
        slides.push(slide(
            format!("Decided in {}", last.label),
            Body::Lines(lines.collect()),
        ));
    }
    if !last.actions.is_empty() {
        let lines = &review.view.worksheet.last_time.actions;
        let open = lines.iter().filter(|line| line.action.done_on.is_none()).count();
        let title = match (open, last.actions.len()) {
            (0, _) => format!("Every action since {} is done", last.label),
            (open, all) => format!("{open} of {all} actions since {} are not done yet", last.label),
        };
        slides.push(slide(title, Body::Table(actions(&last.actions))));
    }
    if !last.parked.is_empty() {
        let lines = last.parked.iter().map(Line::new).collect();
        slides.push(slide("Still parked", Body::Lines(lines)));
    }
    slides
}

/// What both wrote, heading by heading, side by side; nothing before both have seen it.
fn sides(review: Review) -> Vec<Slide> {
    if review.view.line.review.revealed_at.is_none() {
        return Vec::new();
    }
    let notes = &review.view.notes;
    ReviewNoteKind::ALL
        .into_iter()
        .filter(|kind| notes.iter().any(|line| line.note.kind == *kind))
        .map(|kind| {
            let of = |side: OfSide| -> Vec<Line> {
                let theirs = notes
                    .iter()
                    .filter(|line| line.note.kind == kind && line.note.side == side);
                let lines: Vec<Line> = theirs
                    .map(|line| match line.votes {
                        0 => Line::new(&line.note.text),
                        1 => Line::new(format!("{} (1 vote)", line.note.text)),
                        votes => Line::new(format!("{} ({votes} votes)", line.note.text)),
                    })
                    .collect();
                match lines.is_empty() {
                    true => vec![Line::new("Nothing written.")],
                    false => lines,
                }
            };
            let title = match kind {
                ReviewNoteKind::Working => "What works, as each side wrote it",
                ReviewNoteKind::NotWorking => "What does not work, as each side wrote it",
                ReviewNoteKind::Adjust => "What to adjust, as each side wrote it",
            };
            Slide {
                source: "Written in silence before either side saw the other’s; then both voted".into(),
                ..slide(
                    title,
                    Body::Sides([
                        (Side::Sales, of(OfSide::Sales)),
                        (Side::Marketing, of(OfSide::Marketing)),
                    ]),
                )
            }
        })
        .collect()
}

fn marks(sheet: &Sheet) -> Vec<Slide> {
    let mut slides = Vec::new();
    if !sheet.marks.is_empty() {
        let rows = sheet.marks.iter().map(|mark| {
            vec![
                Cell::from(mark.sales_says.clone()),
                Cell::right(mark.sales.clone()),
                Cell::right(mark.marketing.clone()),
            ]
        });
        let table = Table {
            head: vec!["Goal".into(), Cell::right("Sales"), Cell::right("Marketing")],
            rows: rows.collect(),
            weights: vec![4.0, 1.0, 1.0],
        };
        slides.push(Slide {
            source: "From 1, not at all, to 5, fully".into(),
            ..slide("How confident each side is of the goals", Body::Table(table))
        });
    }
    if !sheet.pulse.is_empty() {
        let of = |says: fn(&super::sheet::SheetMark) -> (&str, &str)| -> Vec<Line> {
            let marks = sheet.pulse.iter().map(says);
            marks
                .map(|(mark, statement)| Line::new(statement).lead_in(format!("{mark} ")))
                .collect()
        };
        slides.push(Slide {
            source: "From 1, not at all, to 5, fully".into(),
            ..slide(
                "Pulse: what each side says of itself and of the other",
                Body::Sides([
                    (Side::Sales, of(|mark| (&mark.sales, &mark.sales_says))),
                    (
                        Side::Marketing,
                        of(|mark| (&mark.marketing, &mark.marketing_says)),
                    ),
                ]),
            )
        });
    }
    slides
}

/// What was decided, what is to be done and what was put aside.
fn outcomes(sheet: &Sheet) -> Vec<Slide> {
    let mut slides = Vec::new();
    if !sheet.decisions.is_empty() {
        let lines = sheet.decisions.iter().flat_map(|one| {
            let decided = Line::new(&one.detail).lead_in(&one.name);
            let question = (!one.question.is_empty()).then(|| Line::new(&one.question).below());
            std::iter::once(decided).chain(question)
        });
        let title = match sheet.decisions.len() {
            1 => "What was decided".to_owned(),
            many => format!("What was decided: {many} decisions"),
        };
        slides.push(slide(title, Body::Lines(lines.collect())));
    }
    if !sheet.actions.is_empty() {
        slides.push(slide(
            "Who does what by when",
            Body::Table(actions(&sheet.actions)),
        ));
    }
    if !sheet.parked.is_empty() {
        let lines = sheet.parked.iter().map(Line::new).collect();
        slides.push(slide("Parked, to come back to", Body::Lines(lines)));
    }
    slides
}

fn actions(all: &[SheetAction]) -> Table {
    let rows = all.iter().map(|one| {
        let who = match &one.owner {
            Some(owner) => {
                let name = Cell::from(owner.name.clone());
                match side_of(owner.side) {
                    Some(side) => name.of(side),
                    None => name,
                }
            }
            None => Cell::from("nobody yet"),
        };
        let state = match one.carried.as_str() {
            "" => one.state.to_owned(),
            carried => format!("{}, {carried}", one.state),
        };
        vec![
            Cell::from(one.name.clone()).bold(),
            who,
            Cell::from(one.due.clone()),
            Cell::from(state),
        ]
    });
    Table {
        head: vec![
            "What".into(),
            "Who".into(),
            "By when".into(),
            "How it stands".into(),
        ],
        rows: rows.collect(),
        weights: vec![3.0, 2.4, 1.5, 1.6],
    }
}

fn side_of(key: &str) -> Option<Side> {
    match key {
        "sales" => Some(Side::Sales),
        "marketing" => Some(Side::Marketing),
        "leadership" => Some(Side::Leadership),
        _ => None,
    }
}
