//! Text as it flows: paragraphs become lines, the cells of a row are parted by tabs, breaks part pages.

/// The text of a part while it is being heard.
#[derive(Debug, Default)]
pub(super) struct Flow {
    pages: Vec<String>,
    page: String,
    /// Where the cells that are open begin.
    cells: Vec<usize>,
    break_waits: bool,
    bytes: usize,
}

impl Flow {
    pub(super) fn push(&mut self, text: &str) {
        self.bytes += text.len();
        self.page.push_str(text);
    }

    /// Adds text in which a line feed is only a space.
    pub(super) fn push_words(&mut self, text: &str) {
        self.bytes += text.len();
        self.page.extend(
            text.chars()
                .map(|letter| if letter.is_whitespace() { ' ' } else { letter }),
        );
    }

    /// How many bytes were added.
    pub(super) fn bytes(&self) -> usize {
        self.bytes
    }

    /// Where the next text of this page will stand.
    pub(super) fn position(&self) -> usize {
        self.page.len()
    }

    /// What was added to this page since a position.
    pub(super) fn since(&self, position: usize) -> &str {
        self.page.get(position..).unwrap_or_default()
    }

    pub(super) fn end_line(&mut self) {
        self.page.push('\n');
        if self.cells.is_empty() && self.break_waits {
            self.break_page();
        }
    }

    pub(super) fn begin_cell(&mut self) {
        self.cells.push(self.page.len());
    }

    pub(super) fn end_cell(&mut self) {
        if let Some(begun) = self.cells.pop() {
            let filled = self.since(begun).trim_end_matches('\n').len();
            self.page.truncate(begun + filled);
            self.page.push('\t');
        }
    }

    /// Takes the text of the innermost cell out again, to be said otherwise.
    pub(super) fn cell_text(&self) -> &str {
        self.since(self.cells.last().copied().unwrap_or(self.page.len()))
            .trim_end_matches('\n')
    }

    pub(super) fn end_row(&mut self) {
        let begun = self.cells.last().copied().unwrap_or(0);
        let filled = self.since(begun).trim_end_matches('\t').len();
        self.page.truncate(begun + filled);
        self.end_line();
    }

    /// Begins a new page, behind the table where one is open. A page without text is none.
    pub(super) fn break_page(&mut self) {
        self.break_waits = !self.cells.is_empty();
        if !self.break_waits && !self.page.trim().is_empty() {
            self.pages.push(std::mem::take(&mut self.page));
        }
    }

    /// The pages, of which there is at least one.
    pub(super) fn into_pages(mut self) -> Vec<String> {
        if self.pages.is_empty() || !self.page.trim().is_empty() {
            self.pages.push(self.page);
        }
        self.pages
    }

    /// Everything as one text.
    pub(super) fn into_text(self) -> String {
        self.into_pages().join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_and_cells_stay_apart() {
        let mut flow = Flow::default();
        flow.push("Intro");
        flow.end_line();
        for row in [["", "a", "b"], ["c", "", ""]] {
            for cell in row {
                flow.begin_cell();
                flow.push(cell);
                flow.end_line();
                flow.end_cell();
            }
            flow.end_row();
        }
        assert_eq!(flow.into_text(), "Intro\n\ta\tb\nc\n");
    }

    #[test]
    fn a_break_waits_for_the_end_of_the_table_and_makes_no_empty_page() {
        let mut flow = Flow::default();
        flow.break_page();
        flow.push("one");
        flow.begin_cell();
        flow.break_page();
        flow.push("two");
        flow.end_cell();
        flow.end_row();
        flow.break_page();
        flow.push("three");
        assert_eq!(flow.into_pages(), ["onetwo\n", "three"]);
    }
}
