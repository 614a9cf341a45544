//! Which column of a pasted table holds last year's numbers.

use super::meaning::meaning;

/// Which column is last year's, where the first row names years.
pub(super) struct Years {
    /// The column; nothing where the first row names no years.
    pub column: Option<usize>,
    named: bool,
    taken: Option<i32>,
    wanted: i32,
}

impl Years {
    /// Looks for years in the first row; `wanted` is the one that is looked back on.
    pub fn of(table: &[Vec<String>], wanted: i32) -> Self {
        let year = |cell: &String| {
            let digits: String = cell.chars().filter(char::is_ascii_digit).collect();
            match digits.len() {
                4 => digits
                    .parse::<i32>()
                    .ok()
                    .filter(|year| (1990..=2100).contains(year)),
                2 if cell.trim().to_lowercase().starts_with("fy") => {
                    digits.parse::<i32>().ok().map(|year| 2000 + year)
                }
                _ => None,
            }
        };
        let first = table.first();
        let years: Vec<(usize, i32)> = first
            .into_iter()
            .flatten()
            .enumerate()
            .skip(1)
            .filter_map(|(place, cell)| Some((place, year(cell)?)))
            .collect();
        // A row of numbers that happen to look like years has a name that we know.
        let is_heading = first
            .and_then(|row| row.first())
            .is_some_and(|label| meaning(label).is_err());
        if !is_heading || years.is_empty() {
            return Self {
                column: None,
                named: false,
                taken: None,
                wanted,
            };
        }
        let found = years
            .iter()
            .find(|(_, year)| *year == wanted)
            .or_else(|| years.iter().max_by_key(|(_, year)| *year));
        Self {
            column: found.map(|(place, _)| *place),
            named: true,
            taken: found.map(|(_, year)| *year),
            wanted,
        }
    }

    /// Returns how many rows name the columns.
    pub fn rows_before(&self) -> usize {
        usize::from(self.named)
    }

    /// Returns what is told when another year than the wanted one was taken.
    pub fn note(&self) -> Option<String> {
        let year = self.taken.filter(|year| *year != self.wanted)?;
        Some(format!(
            "There is no column for {}, so the numbers of {year} were taken.",
            self.wanted
        ))
    }
}
