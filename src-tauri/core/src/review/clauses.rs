//! What a review says, clause by clause: every number, note, decision and action, so that two of its versions can be told apart.

use std::collections::HashMap;

use lockstep_workspace::{
    agreements::{Clause, Meaning},
    words::Words,
    worksheet::{WorksheetCell, WorksheetColumn, WorksheetPart},
};
use serde::Serialize;
use serde_json::{Value, json};

use super::{
    goals::GoalLine,
    worksheet::{ReviewRecord, Worksheet},
};

struct Clauses<'w> {
    words: &'w Words,
    all: Vec<Clause>,
}

impl Clauses<'_> {
    fn say(&mut self, key: String, section: &str, label: &str, value: String, means: &impl Serialize) {
        self.all.push(Clause {
            key,
            section: section.into(),
            label: label.into(),
            value,
            // What cannot be written cannot have come out of a file either.
            meaning: Meaning::Value(serde_json::to_value(means).unwrap_or(Value::Null)),
        });
    }
}

/// Returns what a review says, in words.
#[must_use]
pub fn clauses(record: &ReviewRecord, words: &Words) -> Vec<Clause> {
    let mut said = Clauses {
        words,
        all: Vec::new(),
    };
    said.say(
        "label".into(),
        "Review",
        "Period",
        record.label.clone(),
        &record.label,
    );
    said.say(
        "held_on".into(),
        "Review",
        "Held on",
        words.day(record.held_on),
        &record.held_on,
    );
    if let Some(day) = record.amended_on {
        said.say("amended_on".into(), "Review", "Amended on", words.day(day), &day);
    }
    said.worksheet(&record.worksheet);
    let votes: HashMap<_, _> = record.votes.iter().map(|one| (&one.note, one.votes)).collect();
    for note in &record.notes {
        let votes = votes.get(&note.id).copied().unwrap_or(0);
        let label = format!("{}, {}", note.kind.name(), note.side.name());
        let value = match votes {
            0 => note.text.clone(),
            1 => format!("{} (1 vote)", note.text),
            votes => format!("{} ({votes} votes)", note.text),
        };
        said.say(
            format!("note:{}", note.id),
            "Notes",
            &label,
            value,
            &json!([note, votes]),
        );
    }
    for pair in &record.marks {
        let mark = |mark: Option<i64>| mark.map_or_else(|| "–".to_owned(), |mark| mark.to_string());
        let value = format!("Sales {}, Marketing {}", mark(pair.sales), mark(pair.marketing));
        let section = if pair.is_pulse { "Pulse" } else { "Confidence" };
        said.say(
            format!("mark:{}", pair.about),
            section,
            &pair.to_sales,
            value,
            pair,
        );
    }
    for decision in &record.decisions {
        said.say(
            format!("decision:{}", decision.id),
            "Decisions",
            if decision.question.is_empty() {
                "Decision"
            } else {
                &decision.question
            },
            decision.name.clone(),
            decision,
        );
    }
    for action in &record.actions {
        let value = match action.due {
            Some(due) => format!("{}, by {}", action.name, words.day(due)),
            None => action.name.clone(),
        };
        said.say(
            format!("action:{}", action.id),
            "Actions",
            "Action",
            value,
            action,
        );
    }
    for parked in &record.parked {
        said.say(
            format!("parked:{}", parked.id),
            "Parked",
            "Parked",
            parked.name.clone(),
            parked,
        );
    }
    said.all
}

/// Returns what a worksheet says, in words.
#[must_use]
pub fn of_worksheet(worksheet: &Worksheet, words: &Words) -> Vec<Clause> {
    let mut said = Clauses {
        words,
        all: Vec::new(),
    };
    said.worksheet(worksheet);
    said.all
}

impl Clauses<'_> {
    fn worksheet(&mut self, worksheet: &Worksheet) {
        let words = self.words;
        self.say(
            "days".into(),
            "Review",
            "Days",
            words.day(worksheet.days.now.to),
            &worksheet.days,
        );
        self.say(
            "filled_in_on".into(),
            "Review",
            "Filled in on",
            words.day(worksheet.filled_in_on),
            &worksheet.filled_in_on,
        );
        for goal in &worksheet.goals.goals {
            self.goal(goal);
        }
        self.notes("goals", "Goals", &worksheet.goals.notes);
        self.say(
            "goals:version".into(),
            "Goals",
            "Version of the plan",
            worksheet
                .goals
                .version
                .map_or_else(|| "draft".into(), |version| version.to_string()),
            &worksheet.goals.version,
        );
        for part in &worksheet.parts {
            self.part(part);
        }
        let last = &worksheet.last_time;
        if last.review.is_some() {
            self.say(
                "last_time".into(),
                "Last time",
                "Last review",
                last.label.clone(),
                &json!([last.review, last.label, last.decisions]),
            );
        }
        for line in &last.actions {
            self.say(
                format!("last_time:{}", line.action.id),
                "Last time",
                "Action",
                line.action.name.clone(),
                line,
            );
        }
        for parked in &last.parked {
            self.say(
                format!("last_time:{}", parked.id),
                "Last time",
                "Parked",
                parked.name.clone(),
                parked,
            );
        }
    }

    fn goal(&mut self, goal: &GoalLine) {
        let value = |value: Option<i64>| {
            value.map_or_else(|| "–".to_owned(), |value| self.words.value(goal.unit, value))
        };
        let mut words = format!("{} of {}", value(goal.actual), value(goal.target));
        if goal.adds_up {
            words = format!("{words}, {} asked for so far", value(goal.asked));
        }
        if let Some(status) = goal.status {
            words = format!("{words}: {}", status.name().to_lowercase());
        }
        words = format!(
            "{words}; in the period {} of {}",
            value(goal.period_actual),
            value(goal.period_asked)
        );
        if let Some(forecast) = goal.forecast {
            words = format!("{words}; forecast {}", value(Some(forecast.likely)));
        }
        // Its numbers; in which words it is said why one is missing is no part of it.
        let numbers = json!([
            goal.unit,
            goal.direction,
            goal.target,
            [goal.actual, goal.asked, goal.n, goal.reached],
            [
                goal.period_actual,
                goal.period_asked,
                goal.period_n,
                goal.period_reached
            ],
            goal.until,
            goal.status,
            goal.months,
            goal.forecast,
        ]);
        self.say(
            format!("goal:{}", goal.goal),
            "Goals",
            &goal.name,
            words,
            &numbers,
        );
    }

    fn notes(&mut self, key: &str, section: &str, notes: &[String]) {
        for (place, note) in notes.iter().enumerate() {
            self.say(format!("{key}:note:{place}"), section, "Note", note.clone(), note);
        }
    }

    fn part(&mut self, part: &WorksheetPart) {
        let key = format!("{}:{}", part.room, part.title);
        self.say(
            format!("{key}:finding"),
            &part.title,
            "Finding",
            part.finding.clone(),
            &part.finding,
        );
        self.notes(&key, &part.title, &part.notes);
        for table in &part.tables {
            let left_out = table.left_out;
            // How a column is told is the program’s; what was counted in it stands in its cells.
            let columns: Vec<&str> = table.columns.iter().map(|column| column.key.as_str()).collect();
            self.say(
                format!("{key}:{}", table.key),
                &part.title,
                &table.title,
                format!("{left_out} more"),
                &json!([table.title, columns, left_out]),
            );
            for row in &table.rows {
                for (column, cell) in table.columns.iter().zip(&row.cells) {
                    self.say(
                        format!("{key}:{}:{}:{}", table.key, row.key, column.key),
                        &part.title,
                        &format!("{}, {}", row.name, column.name),
                        self.cell(column, cell),
                        &json!([row.name, row.side, cell]),
                    );
                }
            }
        }
        for list in &part.lists {
            self.say(
                format!("{key}:{}", list.key),
                &part.title,
                &list.title,
                if list.lines.is_empty() {
                    list.empty.clone()
                } else {
                    format!("{} more", list.left_out)
                },
                &json!([list.title, list.empty, list.left_out]),
            );
            for (place, line) in list.lines.iter().enumerate() {
                self.say(
                    format!("{key}:{}:{}:{place}", list.key, line.id),
                    &part.title,
                    &list.title,
                    format!("{} ({})", line.words, line.detail),
                    line,
                );
            }
        }
    }

    fn cell(&self, column: &WorksheetColumn, cell: &WorksheetCell) -> String {
        let Some(now) = cell.now else {
            return cell.because.clone().unwrap_or_else(|| "–".into());
        };
        let told = self.words.value(column.unit, now);
        match cell.n {
            Some(n) => format!("{told} (n = {})", self.words.count(n)),
            None => told,
        }
    }
}
