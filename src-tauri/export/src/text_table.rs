//! Tables and numbers as a terminal shows them: columns that line up, and nothing where there is nothing.

use lockstep_workspace::words::Words;

/// What stands where there is no number.
pub const NOTHING: &str = "–";

/// Returns a text, or what stands where there is none.
pub fn or_nothing(text: Option<&str>) -> String {
    text.unwrap_or(NOTHING).to_owned()
}

/// On which side the words of a column stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// Lines in columns, under their titles.
#[derive(Debug)]
pub struct Table {
    columns: Vec<Column>,
    lines: Vec<Vec<String>>,
}

impl Table {
    /// Starts a table with its titles; a title that starts with `>` stands over numbers.
    pub fn new(titles: &[&str]) -> Self {
        let columns = titles
            .iter()
            .map(|title| {
                if title.starts_with('>') {
                    Column::Right
                } else {
                    Column::Left
                }
            })
            .collect();
        let titles = titles
            .iter()
            .map(|title| title.trim_start_matches('>').to_owned())
            .collect();
        Self {
            columns,
            lines: vec![titles],
        }
    }

    /// Adds a line.
    pub fn line<const N: usize>(&mut self, cells: [String; N]) {
        self.lines.push(cells.into());
    }

    /// Returns whether there is nothing under the titles.
    pub fn is_empty(&self) -> bool {
        self.lines.len() < 2
    }
}

impl std::fmt::Display for Table {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let width = |column: usize| {
            let cells = self.lines.iter().filter_map(|line| line.get(column));
            cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..self.columns.len()).map(width).collect();
        for (number, line) in self.lines.iter().enumerate() {
            let mut written = String::new();
            for ((cell, width), column) in line.iter().zip(&widths).zip(&self.columns) {
                let room = " ".repeat(width - cell.chars().count().min(*width));
                match column {
                    Column::Left => written += &format!("{cell}{room}  "),
                    Column::Right => written += &format!("{room}{cell}  "),
                }
            }
            writeln!(f, "{}", written.trim_end())?;
            if number == 0 {
                let rule: Vec<String> = widths.iter().map(|width| "─".repeat(*width)).collect();
                writeln!(f, "{}", rule.join("  ").trim_end())?;
            }
        }
        Ok(())
    }
}

/// Writes how many there are of something, as the company writes numbers: "1 row", "1,200 rows".
pub fn counted(words: &Words, number: i64, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{} {noun}{plural}", words.count(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up() {
        let mut table = Table::new(&["Goal", ">Target"]);
        table.line(["Müller".into(), "7".into()]);
        table.line(["A".into(), "1,000".into()]);
        assert_eq!(
            table.to_string(),
            "Goal    Target\n──────  ──────\nMüller       7\nA        1,000\n"
        );
    }
}
