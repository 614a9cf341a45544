//! A review as text: for a terminal, and as minutes in Markdown.

use std::fmt::Write;

use lockstep_workspace::words::capitalised;

use super::sheet::{Review, Sheet, SheetAction, SheetDecision, SheetMark, SheetTable};
use crate::options::Options;

/// Returns the worksheet and what was said as plain text, as a terminal shows it.
#[must_use]
pub fn text(review: Review, options: &Options) -> String {
    let sheet = review.sheet(options);
    let mut out = Lines::new(false);
    out.heading(1, &sheet.title);
    out.line(&format!("{}. {}.", sheet.when, sheet.signed));
    goals(&mut out, &sheet);
    parts(&mut out, &sheet);
    what_was_said(&mut out, &sheet);
    out.text
}

/// Returns the minutes in Markdown: what was decided and agreed first, then what was said, then how the goals stood.
#[must_use]
pub fn markdown(review: Review, options: &Options) -> String {
    let sheet = review.sheet(options);
    let mut out = Lines::new(true);
    out.heading(1, &format!("{}, {}", sheet.title, sheet.company));
    out.line(&format!("{}. {}.", sheet.when, sheet.signed));
    what_was_said(&mut out, &sheet);
    goals(&mut out, &sheet);
    out.text
}

/// Lines of text, as Markdown or for a terminal.
struct Lines {
    text: String,
    is_markdown: bool,
}

impl Lines {
    fn new(is_markdown: bool) -> Self {
        Self {
            text: String::new(),
            is_markdown,
        }
    }

    /// Returns what people wrote so that it stays text: in Markdown, signs that would mark something up are escaped.
    fn plain(&self, words: &str) -> String {
        let one_line = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if !self.is_markdown {
            return one_line;
        }
        let mut escaped = String::with_capacity(one_line.len());
        // A list begins with a sign, or with a number and a point or a bracket.
        let number = one_line.len()
            - one_line
                .trim_start_matches(|letter: char| letter.is_ascii_digit())
                .len();
        for (place, letter) in one_line.char_indices() {
            let begins_a_list = (place == 0 && "+-".contains(letter))
                || (place == number && number > 0 && ".)".contains(letter));
            if begins_a_list || "\\`*_{}[]<>#|!&~".contains(letter) {
                escaped.push('\\');
            }
            escaped.push(letter);
        }
        escaped
    }

    fn push(&mut self, line: &str) {
        // A String takes every line.
        let _ = writeln!(self.text, "{line}");
    }

    fn heading(&mut self, level: usize, words: &str) {
        if !self.text.is_empty() {
            self.push("");
        }
        let words = self.plain(words);
        if self.is_markdown {
            self.push(&format!("{} {words}", "#".repeat(level)));
            self.push("");
        } else {
            self.push(&words);
        }
    }

    fn line(&mut self, words: &str) {
        let words = self.plain(words);
        self.push(&words);
    }

    fn item(&mut self, words: &str) {
        let words = self.plain(words);
        self.push(&format!("{}{words}", if self.is_markdown { "- " } else { "  " }));
    }

    /// Goes on below an item.
    fn below(&mut self, words: &str) {
        let words = self.plain(words);
        self.push(&format!(
            "  {}{words}",
            if self.is_markdown { "- " } else { "  " }
        ));
    }

    fn paragraph(&mut self, words: &str) {
        if self.is_markdown {
            self.push("");
        }
        self.line(words);
    }

    fn table(&mut self, table: &SheetTable) {
        let rows = table.rows.iter().map(|row| {
            let name = match row.side {
                "" => row.name.clone(),
                side => format!("{} ({})", row.name, capitalised(side)),
            };
            std::iter::once(name)
                .chain(row.cells.iter().cloned())
                .map(|cell| self.plain(&cell))
                .collect::<Vec<String>>()
        });
        let rows: Vec<Vec<String>> = rows.collect();
        let heads: Vec<String> = table.heads.iter().map(|head| self.plain(head)).collect();
        if rows.is_empty() {
            return;
        }
        if self.is_markdown {
            self.push(&format!("| {} |", heads.join(" | ")));
            self.push(&format!("|{}", " --- |".repeat(heads.len())));
            for row in rows {
                self.push(&format!("| {} |", row.join(" | ")));
            }
            self.push("");
            return;
        }
        let all: Vec<&Vec<String>> = std::iter::once(&heads).chain(&rows).collect();
        let widths: Vec<usize> = (0..heads.len())
            .map(|place| {
                let cells = all.iter().filter_map(|row| row.get(place));
                cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
            })
            .collect();
        for row in all {
            let cells = row
                .iter()
                .zip(&widths)
                .map(|(cell, width)| format!("{cell:<width$}", width = *width));
            let line = cells.collect::<Vec<_>>().join("  ");
            self.push(&format!("  {}", line.trim_end()));
        }
    }
}

fn goals(out: &mut Lines, sheet: &Sheet) {
    out.heading(2, "Goals");
    for goal in &sheet.goals {
        let status = match goal.status {
            "" => String::new(),
            status => format!(" – {status}"),
        };
        out.item(&format!("{}{status}: {}", goal.name, goal.finding));
        for more in [&goal.period, &goal.forecast]
            .into_iter()
            .filter(|more| !more.is_empty())
        {
            out.below(more);
        }
    }
    for note in &sheet.goal_notes {
        out.paragraph(note);
    }
}

fn parts(out: &mut Lines, sheet: &Sheet) {
    for part in &sheet.parts {
        out.heading(2, &part.title);
        out.line(&part.finding);
        for table in &part.tables {
            out.table(table);
        }
        for list in part.lists.iter().filter(|list| !list.lines.is_empty()) {
            out.line(&format!("{}:", list.title));
            for line in &list.lines {
                out.item(line);
            }
        }
        for note in &part.notes {
            out.paragraph(note);
        }
    }
}

fn what_was_said(out: &mut Lines, sheet: &Sheet) {
    if let Some(last) = &sheet.last_time {
        out.heading(2, &format!("Since {}", last.label));
        decisions(out, &last.decisions);
        actions(out, &last.actions);
        for parked in &last.parked {
            out.item(&format!("Parked: {parked}"));
        }
    }
    out.heading(2, "Decisions");
    if sheet.decisions.is_empty() {
        out.line("Nothing was decided.");
    }
    decisions(out, &sheet.decisions);
    out.heading(2, "Actions");
    if sheet.actions.is_empty() {
        out.line("Nothing was agreed to be done.");
    }
    actions(out, &sheet.actions);
    for notes in sheet.notes.iter().filter(|notes| !notes.notes.is_empty()) {
        out.heading(2, notes.title);
        for note in &notes.notes {
            let votes = match note.votes.as_str() {
                "" => String::new(),
                votes => format!(", {votes}"),
            };
            out.item(&format!("{} ({}{votes})", note.text, note.side_name));
        }
    }
    marks(out, "Confidence in the goals", &sheet.marks);
    marks(out, "Pulse", &sheet.pulse);
    if !sheet.parked.is_empty() {
        out.heading(2, "Parked");
        for parked in &sheet.parked {
            out.item(parked);
        }
    }
}

fn decisions(out: &mut Lines, decisions: &[SheetDecision]) {
    for decision in decisions {
        let question = match decision.question.as_str() {
            "" => String::new(),
            question => format!("{question} "),
        };
        let detail = match decision.detail.as_str() {
            "" => String::new(),
            detail => format!(" ({detail})"),
        };
        out.item(&format!("{question}{}{detail}", decision.name));
    }
}

fn actions(out: &mut Lines, actions: &[SheetAction]) {
    for action in actions {
        let owner = action
            .owner
            .as_ref()
            .map_or("nobody yet", |owner| owner.name.as_str());
        let carried = match action.carried.as_str() {
            "" => String::new(),
            carried => format!(", {carried}"),
        };
        out.item(&format!(
            "{} ({owner}, {}, {}{carried})",
            action.name,
            action.due,
            action.state.to_lowercase()
        ));
    }
}

fn marks(out: &mut Lines, title: &str, marks: &[SheetMark]) {
    if marks.is_empty() {
        return;
    }
    out.heading(2, title);
    for mark in marks {
        let says = match mark.sales_says == mark.marketing_says {
            true => mark.sales_says.clone(),
            false => format!("{} / {}", mark.sales_says, mark.marketing_says),
        };
        out.item(&format!(
            "{says}: Sales {}, Marketing {}",
            mark.sales, mark.marketing
        ));
    }
}
