//! The text of XLSX: each sheet a page that begins with its name, rows as lines, cells parted by tabs.

use lockstep_intake::Trouble;

use super::Package;
use super::cell_days::{CellFormats, day};
use super::package::target;
use super::slides::drawn_text;
use crate::document::Draft;
use crate::markup::{Attributes, Listener};

/// How many empty cells in a row are written as tabs. More are a gap, however far the next cell is.
const GAP: usize = 32;

/// Reads the workbook whose list of sheets is in the part `main`.
pub(super) fn read(package: &mut Package<'_>, main: &str, draft: &mut Draft) -> Result<(), Trouble> {
    let mut names = Names::default();
    package.walk(main, &[], &mut names)?;
    let relations = package.relations(main)?;
    let mut shared = SharedTexts::default();
    if let Some(part) = relations.iter().find(|relation| relation.is("/sharedStrings")) {
        // How to say a Japanese word is not said with it.
        package.walk(&part.target, &["rPh"], &mut shared)?;
    }
    let mut formats = CellFormats::default();
    if let Some(part) = relations.iter().find(|relation| relation.is("/styles")) {
        package.walk(&part.target, &[], &mut formats)?;
    }
    let book = Book {
        texts: shared.texts,
        formats,
        from_1904: names.from_1904,
    };
    for (index, (name, id)) in names.sheets.iter().enumerate() {
        if draft.is_full() {
            draft.skip(names.sheets.len() - index);
            break;
        }
        let mut sheet = Sheet::new(name, &book, draft.room());
        if let Some(part) = target(&relations, id) {
            package.walk(&part.target, &["rPh"], &mut sheet)?;
            for relation in package.relations(&part.target)? {
                if relation.is("/drawing") {
                    let drawn = drawn_text(package, &relation.target)?;
                    sheet.text.push('\n');
                    sheet.text.push_str(&drawn);
                }
            }
        }
        draft.add(&sheet.text, None);
    }
    Ok(())
}

#[derive(Default)]
struct Names {
    sheets: Vec<(String, String)>,
    from_1904: bool,
}

/// What all sheets share.
#[derive(Default)]
struct Book {
    texts: Vec<String>,
    formats: CellFormats,
    from_1904: bool,
}

impl Listener for Names {
    fn start(&mut self, name: &str, attributes: &Attributes<'_>) {
        if name == "workbookPr" {
            let is_on = |value: String| matches!(value.as_str(), "1" | "true");
            self.from_1904 = attributes.plain("date1904").is_some_and(is_on);
        }
        if let ("sheet", Some(id)) = (name, attributes.prefixed("id")) {
            self.sheets
                .push((attributes.plain("name").unwrap_or_default(), id));
        }
    }
    fn end(&mut self, _: &str) {}
    fn text(&mut self, _: &str) {}
}

/// The texts that cells refer to by their number.
#[derive(Default)]
struct SharedTexts {
    texts: Vec<String>,
    is_text: bool,
}

impl Listener for SharedTexts {
    fn start(&mut self, name: &str, _: &Attributes<'_>) {
        match name {
            "si" => self.texts.push(String::new()),
            "t" => self.is_text = true,
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        self.is_text &= name != "t";
    }

    fn text(&mut self, text: &str) {
        if let (true, Some(last)) = (self.is_text, self.texts.last_mut()) {
            last.push_str(text);
        }
    }
}

struct Sheet<'s> {
    book: &'s Book,
    text: String,
    room: usize,
    /// The column of the next cell, from 0.
    column: usize,
    kind: String,
    is_day: bool,
    value: String,
    is_value: bool,
    is_first: bool,
}

impl Sheet<'_> {
    fn new<'s>(name: &str, book: &'s Book, room: usize) -> Sheet<'s> {
        Sheet {
            book,
            text: format!("{name}\n"),
            room,
            column: 0,
            kind: String::new(),
            is_day: false,
            value: String::new(),
            is_value: false,
            is_first: true,
        }
    }

    fn end_cell(&mut self) {
        let value = std::mem::take(&mut self.value);
        let is_number = matches!(self.kind.as_str(), "" | "n");
        if let Some(day) = day(&value, self.book.from_1904).filter(|_| is_number && self.is_day) {
            self.text.push_str(&day.to_string());
            return;
        }
        let said = match self.kind.as_str() {
            "s" => {
                let number = value.trim().parse::<usize>().ok();
                number
                    .and_then(|number| self.book.texts.get(number))
                    .map(String::as_str)
                    .unwrap_or_default()
            }
            "b" if value.trim() == "1" => "TRUE",
            "b" => "FALSE",
            _ => value.as_str(),
        };
        // A line feed or a tab inside a cell would make another row or cell of it.
        self.text.extend(
            said.chars()
                .map(|letter| if letter.is_whitespace() { ' ' } else { letter }),
        );
    }
}

impl Listener for Sheet<'_> {
    fn start(&mut self, name: &str, attributes: &Attributes<'_>) {
        match name {
            "row" => (self.column, self.is_first) = (0, true),
            "c" => {
                let column = attributes
                    .plain("r")
                    .and_then(|place| column(&place))
                    .unwrap_or(self.column);
                let gap = column.saturating_sub(self.column) + usize::from(!self.is_first);
                self.text.extend(std::iter::repeat_n('\t', gap.min(GAP)));
                self.is_first = false;
                self.column = column + 1;
                self.kind = attributes.plain("t").unwrap_or_default();
                let style = attributes.plain("s").and_then(|style| style.parse().ok());
                self.is_day = style.is_some_and(|style| self.book.formats.is_day(style));
            }
            "v" | "t" => self.is_value = true,
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "v" | "t" => self.is_value = false,
            "c" => self.end_cell(),
            "row" => self.text.push('\n'),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.is_value {
            self.value.push_str(text);
        }
    }

    fn has_enough(&self) -> bool {
        self.text.len() > self.room
    }
}

/// The column of a place such as "AB12", from 0.
fn column(place: &str) -> Option<usize> {
    let letters = place.bytes().take_while(u8::is_ascii_alphabetic).take(4);
    let number = letters.fold(0_usize, |sum, letter| {
        sum * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1
    });
    number.checked_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters() {
        assert_eq!(column("A1"), Some(0));
        assert_eq!(column("AB12"), Some(27));
        assert_eq!(column("XFD1048576"), Some(16_383));
        assert_eq!(column("7"), None);
    }

    #[test]
    fn a_far_cell_makes_no_thousand_tabs() -> Result<(), Trouble> {
        let book = Book {
            texts: vec!["Name\nof".to_owned()],
            ..Book::default()
        };
        let mut sheet = Sheet::new("Q1", &book, 1_000);
        crate::markup::walk(
            "<d><row r='1'><c r='A1' t='s'><v>0</v></c><c r='C1'><v>4.5</v></c></row><row><c r='B2' \
             t='b'><v>1</v></c>\
             <c t='inlineStr'><is><t>in</t></is></c><c r='XFD2' t='s'><v>99</v></c></row></d>",
            crate::FileKind::Spreadsheet,
            &[],
            &mut sheet,
        )?;
        let lines: Vec<_> = sheet.text.lines().collect();
        assert_eq!(lines.get(..2), Some(&["Q1", "Name of\t\t4.5"][..]));
        assert_eq!(lines.get(2).map(|line| line.trim_end()), Some("\tTRUE\tin"));
        assert!(sheet.text.len() < 100);
        Ok(())
    }
}
