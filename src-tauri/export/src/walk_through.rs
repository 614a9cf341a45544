//! The record of a walk-through as a document: each step with what both sides make of it, and what is to be mended.

use std::path::Path;

use lockstep_core::walk_through::{
    WalkAspect,
    rules::{FixState, FixesKept, ToTalkAbout},
    view::{FixLine, WalkStepLine, WalkThroughView},
};
use lockstep_workspace::{
    Error, Result,
    company::Company,
    people::{Person, Side},
    words::Words,
};
use serde::Serialize;

use crate::{
    options::{Format, Options, Paper},
    printed::{Printed, Written},
    typeset::{self, Imprint, Template},
};

const TEMPLATE: Template = &[
    ("main.typ", include_str!("../templates/walk_through/main.typ")),
    ("look.typ", include_str!("../templates/shared/look.typ")),
    ("parts.typ", include_str!("../templates/shared/parts.typ")),
];

/// What the record says, word for word.
#[derive(Serialize)]
struct Sheet {
    paper: &'static str,
    company: String,
    title: String,
    when: String,
    as_of: String,
    finding: String,
    steps: Vec<SheetStep>,
    dropped: String,
    fixes: Vec<SheetFix>,
    kept: String,
    last: Option<SheetLast>,
}

#[derive(Serialize)]
struct SheetStep {
    name: String,
    phase: String,
    texts: Vec<SheetText>,
    piece: String,
    remarks: String,
    marks: Vec<SheetMark>,
    to_talk_about: String,
}

#[derive(Serialize)]
struct SheetText {
    label: &'static str,
    text: String,
    before: String,
}

#[derive(Serialize)]
struct SheetMark {
    aspect: &'static str,
    sales: String,
    marketing: String,
}

#[derive(Serialize)]
struct SheetFix {
    name: String,
    owner: Option<SheetPerson>,
    due: String,
    state: &'static str,
    step: String,
}

#[derive(Serialize)]
struct SheetPerson {
    name: String,
    side: &'static str,
    role: String,
}

#[derive(Serialize)]
struct SheetLast {
    heading: String,
    fixes: Vec<SheetFix>,
}

/// A walk-through, and whose it is.
#[derive(Debug, Clone, Copy)]
pub struct Record<'w> {
    /// The walk-through.
    pub view: &'w WalkThroughView,
    /// The people of the workspace.
    pub people: &'w [Person],
    /// Whose it is.
    pub company: &'w Company,
}

impl Record<'_> {
    fn words(&self) -> Words {
        Words::new(self.company)
    }

    fn count(&self, many: usize) -> String {
        self.words().count(i64::try_from(many).unwrap_or(i64::MAX))
    }

    /// Returns what the record is called.
    #[must_use]
    pub fn title(&self) -> String {
        match self.view.walk_through.title.as_str() {
            "" => "Walk-through".into(),
            title => title.into(),
        }
    }

    fn finding(&self) -> String {
        let steps = self.view.steps.len();
        let talk = self
            .view
            .steps
            .iter()
            .filter(|line| !line.to_talk_about.is_empty());
        let steps = match steps {
            1 => "1 step".to_owned(),
            many => format!("{} steps", self.count(many)),
        };
        let rated = self.view.steps.iter().filter(|line| line.is_rated).count();
        let marked = match rated == self.view.steps.len() {
            true => String::new(),
            false => format!(", {} marked by both sides", self.count(rated)),
        };
        match talk.count() {
            0 => format!("{steps}{marked}."),
            talk => format!("{steps}{marked}, {} to talk about.", self.count(talk)),
        }
    }

    /// Returns how fixes stand: “2 done in time, 1 open”; nothing where there are none.
    fn kept(&self, kept: FixesKept) -> String {
        let overdue = if kept.overdue == 1 {
            "past its date"
        } else {
            "past their date"
        };
        [
            (kept.done_in_time, "done in time"),
            (kept.done_late, "done late"),
            (kept.overdue, overdue),
            (kept.open, "open"),
        ]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| format!("{} {word}", self.count(count)))
        .collect::<Vec<_>>()
        .join(", ")
    }

    fn step(&self, line: &WalkStepLine) -> SheetStep {
        let step = &line.step;
        let before = line.before.as_ref().map(|before| &before.step);
        let text = |label, of: fn(&lockstep_core::walk_through::WalkStep) -> &String| SheetText {
            label,
            text: of(step).clone(),
            before: before
                .map(|before| of(before).trim())
                .filter(|before| !before.is_empty() && *before != of(step).trim())
                .map(|before| format!("Last time: {before}"))
                .unwrap_or_default(),
        };
        let mark = |aspect, side| match step.mark(aspect, side) {
            Some(mark) => mark.to_string(),
            None => String::new(),
        };
        SheetStep {
            name: match step.name.trim() {
                "" => "A step without a name".into(),
                name => name.into(),
            },
            phase: line.phase_name.clone().unwrap_or_default(),
            texts: vec![
                text("Said", |step| &step.said),
                text("Shown", |step| &step.shown),
                text("Asked", |step| &step.asked),
                text("Promised", |step| &step.promised),
            ],
            piece: line
                .piece
                .as_ref()
                .map(|piece| match piece.is_home_made {
                    true => format!("{} (home-made)", piece.title),
                    false => piece.title.clone(),
                })
                .unwrap_or_default(),
            remarks: step.remarks.clone(),
            marks: WalkAspect::ALL
                .into_iter()
                .map(|aspect| SheetMark {
                    aspect: aspect.name(),
                    sales: mark(aspect, Side::Sales),
                    marketing: mark(aspect, Side::Marketing),
                })
                .collect(),
            to_talk_about: line
                .to_talk_about
                .iter()
                .map(|why| match why {
                    ToTalkAbout::Apart {
                        aspect,
                        sales,
                        marketing,
                    } => {
                        format!("{}: Sales {sales}, Marketing {marketing}", aspect.name())
                    }
                    ToTalkAbout::Low { aspect, mark } => format!("{}: {mark}", aspect.name()),
                })
                .collect::<Vec<_>>()
                .join("; "),
        }
    }

    fn fix(&self, line: &FixLine) -> SheetFix {
        let words = self.words();
        let owner = self
            .people
            .iter()
            .find(|person| Some(&person.id) == line.fix.owner.as_ref());
        let first = match line.fix.due == line.fix.due_first {
            true => String::new(),
            false => format!(" (first {})", words.day(line.fix.due_first)),
        };
        SheetFix {
            name: line.fix.name.clone(),
            owner: owner.map(|owner| SheetPerson {
                name: owner.name.clone(),
                side: owner.side.key(),
                role: owner.role.clone(),
            }),
            due: match line.fix.done_on {
                Some(done) => format!("done on {}", words.day(done)),
                None => format!("{}{first}", words.day(line.fix.due)),
            },
            state: match line.state {
                FixState::Open => "Open",
                FixState::Overdue => "Past its date",
                FixState::DoneInTime => "Done in time",
                FixState::DoneLate => "Done late",
            },
            step: line.step_name.clone().unwrap_or_default(),
        }
    }

    fn sheet(&self, paper: Paper, options: &Options) -> Sheet {
        let words = self.words();
        let view = self.view;
        let held = words.day(view.walk_through.held_on);
        Sheet {
            paper: paper.name(),
            company: self.company.name.clone(),
            title: self.title(),
            when: match view.walk_through.ended_on {
                Some(_) => format!("Walked through on {held}"),
                None => format!("Begun on {held}, not ended yet"),
            },
            as_of: words.day(options.today),
            finding: self.finding(),
            steps: view.steps.iter().map(|line| self.step(line)).collect(),
            dropped: view
                .last
                .as_ref()
                .map(|last| last.dropped.join(", "))
                .unwrap_or_default(),
            fixes: view.fixes.iter().map(|line| self.fix(line)).collect(),
            kept: self.kept(view.kept),
            last: view
                .last
                .as_ref()
                .filter(|last| !last.fixes.is_empty())
                .map(|last| SheetLast {
                    heading: format!("Since {}: {}", words.day(last.held_on), self.kept(last.kept)),
                    fixes: last.fixes.iter().map(|line| self.fix(line)).collect(),
                }),
        }
    }
}

/// Returns the record as a PDF.
///
/// # Errors
/// `Internal` when the document cannot be set.
pub fn pdf(record: Record, options: &Options) -> Result<Printed> {
    let paper = options.paper.unwrap_or_else(|| Paper::usual_for(record.company));
    let imprint = Imprint::of_day(
        format!(
            "lockstep walk-through {} {}",
            record.view.walk_through.id, options.today
        ),
        options.today,
    );
    typeset::pdf(TEMPLATE, &record.sheet(paper, options), &imprint)
}

/// Writes the record to a file; its ending decides the form: .pdf or .json.
///
/// # Errors
/// `Invalid` for another ending, `File` when it cannot be written, `Internal` when the document cannot be set.
pub fn write(record: Record, path: &Path, options: &Options) -> Result<Written> {
    let printed = match Format::of(path)? {
        Format::Pdf => pdf(record, options)?,
        Format::Json => serde_json::to_vec_pretty(record.view)?.into(),
        Format::Xlsx | Format::Csv => {
            return Err(
                Error::invalid("path", "A walk-through goes out as a document, not as a table.")
                    .hint("Let the name end in .pdf or .json."),
            );
        }
    };
    printed.write(path)
}
