//! What a review says, word for word: one description, which the PDF, the minutes in Markdown and the terminal only arrange.

use std::collections::HashMap;

use lockstep_core::{
    review::{
        ReviewNoteKind,
        carrying::{ActionLine, ActionState},
        goals::{GoalLine, GoalSource},
        rules::pace::GoalStatus,
        view::{MarkPair, ReviewState, ReviewView},
    },
    scorecard::Direction,
};
use lockstep_workspace::{
    company::Company,
    people::{Person, Side},
    units::Unit,
    words::{Words, capitalised},
    worksheet::{WorksheetCell, WorksheetColumn, WorksheetPart, WorksheetTable},
};
use serde::Serialize;

use crate::options::Options;

/// A review, and whose it is.
#[derive(Debug, Clone, Copy)]
pub struct Review<'r> {
    /// The review.
    pub view: &'r ReviewView,
    /// The people of the workspace.
    pub people: &'r [Person],
    /// Whose it is.
    pub company: &'r Company,
}

/// What a review says.
#[derive(Debug, Serialize)]
pub struct Sheet {
    pub company: String,
    pub title: String,
    pub when: String,
    pub as_of: String,
    pub signed: String,
    pub goals: Vec<SheetGoal>,
    pub goal_notes: Vec<String>,
    pub parts: Vec<SheetPart>,
    pub last_time: Option<SheetLast>,
    pub notes: Vec<SheetNotes>,
    pub marks: Vec<SheetMark>,
    pub pulse: Vec<SheetMark>,
    pub decisions: Vec<SheetDecision>,
    pub actions: Vec<SheetAction>,
    pub parked: Vec<String>,
}

#[derive(Debug, Serialize)]
pub struct SheetGoal {
    pub name: String,
    /// `on_track`, `at_risk`, `off_track`, or empty.
    pub status_key: &'static str,
    pub status: &'static str,
    pub finding: String,
    pub period: String,
    pub forecast: String,
    pub source: String,
}

#[derive(Debug, Serialize)]
pub struct SheetPart {
    pub title: String,
    pub finding: String,
    pub tables: Vec<SheetTable>,
    pub lists: Vec<SheetList>,
    pub notes: Vec<String>,
}

#[derive(Debug, Serialize)]
pub struct SheetTable {
    pub title: String,
    pub heads: Vec<String>,
    pub rows: Vec<SheetRow>,
    pub note: String,
}

#[derive(Debug, Serialize)]
pub struct SheetRow {
    pub name: String,
    /// `sales`, `marketing` or empty.
    pub side: &'static str,
    pub cells: Vec<String>,
}

#[derive(Debug, Serialize)]
pub struct SheetList {
    pub title: String,
    pub empty: String,
    pub lines: Vec<String>,
}

#[derive(Debug, Serialize)]
pub struct SheetLast {
    pub label: String,
    pub decisions: Vec<SheetDecision>,
    pub actions: Vec<SheetAction>,
    pub parked: Vec<String>,
}

#[derive(Debug, Serialize)]
pub struct SheetNotes {
    pub title: &'static str,
    pub notes: Vec<SheetNote>,
}

#[derive(Debug, Serialize)]
pub struct SheetNote {
    pub text: String,
    pub side: &'static str,
    pub side_name: &'static str,
    pub votes: String,
}

#[derive(Debug, Serialize)]
pub struct SheetMark {
    pub sales_says: String,
    pub marketing_says: String,
    pub sales: String,
    pub marketing: String,
}

#[derive(Debug, Serialize)]
pub struct SheetDecision {
    pub question: String,
    pub name: String,
    pub detail: String,
}

#[derive(Debug, Serialize)]
pub struct SheetAction {
    pub name: String,
    pub owner: Option<SheetPerson>,
    pub due: String,
    pub state: &'static str,
    pub carried: String,
}

#[derive(Debug, Serialize)]
pub struct SheetPerson {
    pub name: String,
    pub side: &'static str,
    pub role: String,
}

/// So many columns stand side by side on a page.
const COLUMNS_ON_A_PAGE: usize = 6;

impl Review<'_> {
    pub(crate) fn words(&self) -> Words {
        Words::new(self.company)
    }

    /// Returns what the document is called.
    #[must_use]
    pub fn title(&self) -> String {
        capitalised(&self.view.line.called)
    }

    /// Returns all that the review says.
    #[must_use]
    pub fn sheet(&self, options: &Options) -> Sheet {
        let words = self.words();
        let view = self.view;
        let line = &view.line;
        let held = words.day(line.review.held_on);
        let last = &view.worksheet.last_time;
        let days = &view.worksheet.days;
        let is_over = days.as_of >= days.now.to;
        Sheet {
            company: self.company.name.clone(),
            title: self.title(),
            when: match line.state {
                ReviewState::Preparing => format!("Planned for {held}, not held yet"),
                ReviewState::InSession => format!("Begun on {held}, not closed yet"),
                ReviewState::Closed | ReviewState::Signed => format!("Held on {held}"),
            },
            as_of: match line.state {
                // The numbers stay as they were; what was agreed to be done goes on.
                ReviewState::Closed | ReviewState::Signed if options.today != view.worksheet.filled_in_on => {
                    format!(
                        "{}; actions as of {}",
                        words.day(view.worksheet.filled_in_on),
                        words.day(options.today)
                    )
                }
                ReviewState::Closed | ReviewState::Signed => words.day(view.worksheet.filled_in_on),
                _ => words.day(options.today),
            },
            signed: self.signed(),
            goals: view
                .worksheet
                .goals
                .goals
                .iter()
                .map(|goal| goal_in_words(&words, goal, is_over))
                .collect(),
            goal_notes: view.worksheet.goals.notes.clone(),
            parts: view.worksheet.parts.iter().map(|part| self.part(part)).collect(),
            last_time: last.review.as_ref().map(|_| SheetLast {
                label: last.label.clone(),
                decisions: last.decisions.iter().map(|one| self.decision(one)).collect(),
                actions: last.actions.iter().map(|one| self.action(one)).collect(),
                parked: last
                    .parked
                    .iter()
                    .map(|one| match carried(one.carried_over) {
                        carried if carried.is_empty() => one.name.clone(),
                        carried => format!("{} ({carried})", one.name),
                    })
                    .collect(),
            }),
            notes: self.notes(),
            marks: self.marks(false),
            pulse: self.marks(true),
            decisions: view.decisions.iter().map(|one| self.decision(one)).collect(),
            actions: view.actions.iter().map(|one| self.action(one)).collect(),
            parked: view
                .parked
                .iter()
                .map(|one| match one.settled {
                    true => format!("{} (settled)", one.name),
                    false => one.name.clone(),
                })
                .collect(),
        }
    }

    fn signed(&self) -> String {
        let words = self.words();
        match &self.view.agreement.in_force {
            Some(version) => {
                let names: Vec<String> = version
                    .signatures
                    .iter()
                    .map(|signed| format!("{} ({})", signed.name, signed.side.name()))
                    .collect();
                let day = version
                    .in_force_since
                    .map(|at| words.day_of(at))
                    .unwrap_or_default();
                let number = version.version.unwrap_or(1);
                format!("Version {number}, signed by {} on {day}", names.join(" and "))
            }
            None => "Not signed by both sides".into(),
        }
    }

    /// Returns a number of the worksheet. A rate is worked out, so a tenth of a percent is as much as it says.
    fn number(&self, unit: Unit, steps: i64) -> String {
        let words = self.words();
        match unit {
            Unit::Percent => words.measured_rate(steps as f64, 1),
            unit => words.value(unit, steps),
        }
    }

    /// Returns a number with its n. Why there is none is said where it is the only row; else a dash for each says enough.
    fn cell(&self, column: &WorksheetColumn, cell: &WorksheetCell, is_only: bool) -> String {
        let words = self.words();
        let Some(now) = cell.now else {
            return match cell.because.as_ref().filter(|_| is_only) {
                Some(because) => format!("– {because}"),
                None => "–".into(),
            };
        };
        let few = if cell.is_small { ", few" } else { "" };
        match cell.n {
            Some(n) => format!("{} (n = {}{few})", self.number(column.unit, now), words.count(n)),
            None => self.number(column.unit, now),
        }
    }

    fn part(&self, part: &WorksheetPart) -> SheetPart {
        SheetPart {
            title: part.title.clone(),
            finding: part.finding.clone(),
            tables: part.tables.iter().flat_map(|table| self.tables(table)).collect(),
            lists: part
                .lists
                .iter()
                .map(|list| SheetList {
                    title: list.title.clone(),
                    empty: list.empty.clone(),
                    lines: list
                        .lines
                        .iter()
                        .map(|line| format!("{} ({})", line.words, line.detail))
                        .chain((list.left_out > 0).then(|| format!("and {} more", list.left_out)))
                        .collect(),
                })
                .collect(),
            notes: part.notes.clone(),
        }
    }

    /// Returns a table as a page holds it: one that is wider is told number by number for its first row, with what each is held
    /// against, and for the others with the numbers that have room.
    fn tables(&self, table: &WorksheetTable) -> Vec<SheetTable> {
        let more = match table.left_out {
            0 => String::new(),
            1 => "One more row is not shown.".to_owned(),
            many => format!("{} more rows are not shown.", self.words().count(many)),
        };
        let is_wide = table.columns.len() > COLUMNS_ON_A_PAGE;
        let mut tables = Vec::new();
        if is_wide && let Some(first) = table.rows.first() {
            tables.push(self.upright(first.name.clone(), table));
        }
        if is_wide && table.rows.len() < 2 {
            return tables;
        }
        let columns: Vec<&WorksheetColumn> = table.columns.iter().take(COLUMNS_ON_A_PAGE).collect();
        let rows = table.rows.iter().skip(usize::from(is_wide)).map(|row| SheetRow {
            name: row.name.clone(),
            side: row.side.map_or("", Side::key),
            cells: columns
                .iter()
                .zip(&row.cells)
                .map(|(column, cell)| {
                    let told = self.cell(column, cell, table.rows.len() == 1);
                    match cell.before.filter(|_| !is_wide) {
                        Some(before) => format!("{told}; before {}", self.number(column.unit, before)),
                        None => told,
                    }
                })
                .collect(),
        });
        tables.push(SheetTable {
            title: table.title.clone(),
            heads: std::iter::once(table.title.clone())
                .chain(columns.iter().map(|column| column.name.clone()))
                .collect(),
            rows: rows.collect(),
            note: match (is_wide, more.as_str()) {
                (true, "") => "The workbook has every number of every row.".into(),
                (true, more) => format!("{more} The workbook has every number of every row."),
                (false, more) => more.into(),
            },
        });
        tables
    }

    fn upright(&self, name: String, table: &WorksheetTable) -> SheetTable {
        let words = self.words();
        let cells = table
            .rows
            .first()
            .map(|row| row.cells.as_slice())
            .unwrap_or_default();
        let told = |column: &WorksheetColumn, value: Option<i64>| {
            value.map_or_else(|| "–".into(), |value| self.number(column.unit, value))
        };
        SheetTable {
            title: name.clone(),
            heads: vec![
                name,
                "Period".into(),
                "Before".into(),
                "A year ago".into(),
                "n".into(),
            ],
            rows: table
                .columns
                .iter()
                .zip(cells)
                .map(|(column, cell)| SheetRow {
                    name: column.name.clone(),
                    side: "",
                    cells: vec![
                        match (&cell.because, cell.now) {
                            (Some(because), None) => format!("– {because}"),
                            _ => told(column, cell.now),
                        },
                        told(column, cell.before),
                        told(column, cell.year_ago),
                        match cell.n {
                            Some(n) if cell.is_small => format!("{}, few", words.count(n)),
                            Some(n) => words.count(n),
                            None => String::new(),
                        },
                    ],
                })
                .collect(),
            note: String::new(),
        }
    }

    fn notes(&self) -> Vec<SheetNotes> {
        // What is written in silence goes out only once both have seen it.
        if self.view.line.review.revealed_at.is_none() {
            return Vec::new();
        }
        ReviewNoteKind::ALL
            .into_iter()
            .map(|kind| SheetNotes {
                title: kind.name(),
                notes: self
                    .view
                    .notes
                    .iter()
                    .filter(|line| line.note.kind == kind)
                    .map(|line| SheetNote {
                        text: line.note.text.clone(),
                        side: line.note.side.key(),
                        side_name: line.note.side.name(),
                        votes: match (line.votes, line.is_tie) {
                            (0, _) => String::new(),
                            (1, false) => "1 vote".into(),
                            (1, true) => "1 vote, a tie".into(),
                            (votes, false) => format!("{votes} votes"),
                            (votes, true) => format!("{votes} votes, a tie"),
                        },
                    })
                    .collect(),
            })
            .collect()
    }

    fn marks(&self, of_pulse: bool) -> Vec<SheetMark> {
        if self.view.line.review.revealed_at.is_none() {
            return Vec::new();
        }
        let mark = |mark: Option<i64>| mark.map_or_else(|| "–".into(), |mark| mark.to_string());
        let pulse = || self.view.marks.iter().filter(|pair| pair.is_pulse);
        // The pulse is shown together or not at all.
        if of_pulse
            && !(pulse().any(|pair| pair.sales.is_some()) && pulse().any(|pair| pair.marketing.is_some()))
        {
            return Vec::new();
        }
        let is_given = |pair: &&MarkPair| pair.sales.is_some() || pair.marketing.is_some();
        self.view
            .marks
            .iter()
            .filter(|pair| pair.is_pulse == of_pulse)
            .filter(is_given)
            .map(|pair| SheetMark {
                sales_says: pair.to_sales.clone(),
                marketing_says: pair.to_marketing.clone(),
                sales: mark(pair.sales),
                marketing: mark(pair.marketing),
            })
            .collect()
    }

    fn decision(&self, decision: &lockstep_core::review::ReviewDecision) -> SheetDecision {
        let words = self.words();
        let owner = decision.owner.as_ref().and_then(|owner| self.person(owner));
        let detail = [
            (!decision.why.is_empty()).then(|| match lower(decision.why.trim_end_matches('.')) {
                why if why.starts_with("because") => why,
                why => format!("because {why}"),
            }),
            owner.map(|owner| owner.name.clone()),
            decision
                .effective_from
                .map(|day| format!("from {}", words.day(day))),
        ];
        SheetDecision {
            question: decision.question.clone(),
            name: decision.name.clone(),
            detail: detail.into_iter().flatten().collect::<Vec<_>>().join(", "),
        }
    }

    fn person(&self, id: &lockstep_core::ids::PersonId) -> Option<&Person> {
        let people: HashMap<_, _> = self.people.iter().map(|person| (&person.id, person)).collect();
        people.get(id).copied()
    }

    fn action(&self, line: &ActionLine) -> SheetAction {
        let words = self.words();
        let owner = line.action.owner.as_ref().and_then(|owner| self.person(owner));
        let first = match (line.action.due_first, line.action.due) {
            (Some(first), Some(due)) if first != due => format!(" (first {})", words.day(first)),
            _ => String::new(),
        };
        SheetAction {
            name: line.action.name.clone(),
            owner: owner.map(|owner| SheetPerson {
                name: owner.name.clone(),
                side: owner.side.key(),
                role: owner.role.clone(),
            }),
            due: match (line.action.done_on, line.action.due) {
                (Some(done), _) => format!("done on {}", words.day(done)),
                (None, Some(due)) => format!("{}{first}", words.day(due)),
                (None, None) => "no day".into(),
            },
            state: match line.state {
                ActionState::Overdue => "Past its date",
                ActionState::Open => "Open",
                ActionState::Done => "Done in time",
                ActionState::DoneLate => "Done late",
            },
            carried: carried(line.carried_over),
        }
    }
}

/// Returns a value of a goal, or a dash.
fn value(words: &Words, unit: Unit, value: Option<i64>) -> String {
    value.map_or_else(|| "–".into(), |value| words.value(unit, value))
}

/// Returns a share or a forecast of a goal. What adds up over the year is split and extrapolated, so its amounts stand without cents;
/// what does not is asked for as the plan says it.
pub(super) fn worked_out(words: &Words, goal: &GoalLine, number: Option<i64>) -> String {
    match (goal.unit, number) {
        (Unit::Money, Some(minor)) if goal.adds_up => words.whole_money(minor),
        _ => value(words, goal.unit, number),
    }
}

/// Returns a part in whole hundredths, rounded down, so that what is written never claims more than was reached.
fn whole_percent(words: &Words, basis_points: i64) -> String {
    words.rate(basis_points.div_euclid(100) * 100)
}

/// Returns how a goal fares, in words.
pub(super) fn goal_in_words(words: &Words, goal: &GoalLine, is_over: bool) -> SheetGoal {
    let so_far = if is_over { "" } else { " so far" };
    let whole = if is_over { "" } else { "the whole period’s " };
    let value = |number| value(words, goal.unit, number);
    let worked_out = |number| worked_out(words, goal, number);
    let of = |n: Option<i64>| {
        n.map(|n| format!(" (n = {})", words.count(n)))
            .unwrap_or_default()
    };
    let (n, period_n) = (of(goal.n), of(goal.period_n));
    let until = goal.until.map(|day| words.day(day)).unwrap_or_default();
    let finding = match (goal.actual, goal.asked, &goal.because) {
        (Some(_), Some(asked), _) if goal.adds_up && goal.direction == Direction::More => format!(
            "{} of {} asked for by {until}{}; the year aims at {}.",
            value(goal.actual),
            worked_out(Some(asked)),
            goal.reached
                .map(|reached| format!(" ({})", whole_percent(words, reached)))
                .unwrap_or_default(),
            value(goal.target),
        ),
        (Some(_), Some(asked), _) if goal.adds_up => format!(
            "{} by {until}, at most {} asked for; the year allows {}.",
            value(goal.actual),
            worked_out(Some(asked)),
            value(goal.target),
        ),
        (Some(_), Some(asked), _) => format!(
            "{}{n} by {until}; the goal is {}{}.",
            value(goal.actual),
            match goal.direction {
                Direction::More => "",
                Direction::Less => "at most ",
            },
            value(Some(asked))
        ),
        (Some(_), None, because) => format!(
            "{} by {until}. {}",
            value(goal.actual),
            because.as_deref().unwrap_or_default()
        )
        .trim()
        .to_owned(),
        (None, _, because) => because
            .clone()
            .unwrap_or_else(|| "Nothing is known of it.".into()),
    };
    SheetGoal {
        name: match goal.name.trim() {
            "" => "A goal without a name".into(),
            name => name.into(),
        },
        status_key: match goal.status {
            Some(GoalStatus::OnTrack) => "on_track",
            Some(GoalStatus::AtRisk) => "at_risk",
            Some(GoalStatus::OffTrack) => "off_track",
            None => "",
        },
        status: goal.status.map_or("", GoalStatus::name),
        finding,
        period: match (goal.period_actual, goal.period_asked) {
            (Some(_), Some(_)) if goal.adds_up && goal.direction == Direction::More => format!(
                "In the period {}{period_n}{so_far} of {whole}{}.",
                value(goal.period_actual),
                worked_out(goal.period_asked)
            ),
            (Some(_), Some(_)) => format!(
                "In the period {}{period_n}, {}{} asked for.",
                value(goal.period_actual),
                match goal.direction {
                    Direction::More => "",
                    Direction::Less => "at most ",
                },
                worked_out(goal.period_asked)
            ),
            (Some(_), None) => format!("In the period {}{period_n}.", value(goal.period_actual)),
            (None, _) => String::new(),
        },
        forecast: match (goal.forecast, &goal.no_forecast) {
            (Some(forecast), _) => format!(
                "Forecast for the year: {} (between {} and {}, by the months so far and the plan’s own season).",
                worked_out(Some(forecast.likely)),
                worked_out(Some(forecast.low)),
                worked_out(Some(forecast.high)),
            ),
            (None, Some(because)) => format!("No forecast: {}", lower(because)),
            (None, None) => String::new(),
        },
        source: match &goal.measured {
            GoalSource::Leads => goal.formula.clone(),
            GoalSource::Reading {
                day: Some(day), note, ..
            } if note.is_empty() => {
                format!("{}. Entered by hand as of {}", goal.formula, words.day(*day))
            }
            GoalSource::Reading {
                day: Some(day), note, ..
            } => {
                format!(
                    "{}. Entered by hand as of {}: {note}",
                    goal.formula,
                    words.day(*day)
                )
            }
            GoalSource::Reading { day: None, .. } => goal.formula.clone(),
        },
    }
}

/// Says how often something was carried over; nothing where it was not.
fn carried(times: i64) -> String {
    match times {
        0 => String::new(),
        1 => "carried over once".into(),
        2 => "carried over twice".into(),
        times => format!("carried over {times} times"),
    }
}

/// Returns a sentence as it goes on behind a colon.
pub(super) fn lower(sentence: &str) -> String {
    let mut letters = sentence.chars();
    let second_is_small = sentence
        .chars()
        .nth(1)
        .is_some_and(|letter| !letter.is_uppercase());
    match letters.next() {
        Some(first) if second_is_small => first.to_lowercase().chain(letters).collect(),
        _ => sentence.to_owned(),
    }
}
