//! Workbooks made by hand, part by part, so that every part can be wrong.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::records::{Reading, Records};
use crate::trouble::Trouble;

const TYPES: &str =
    r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
const ROOT: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const STYLES: &str = r##"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.00 [$€-407]"/></numFmts><cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="9"/><xf numFmtId="164"/></cellXfs></styleSheet>"##;

/// A workbook in the making: parts by name, written one by one.
pub(super) struct Book {
    pub(super) parts: Vec<(String, String)>,
}

impl Book {
    /// A workbook whose sheets hold these rows of markup.
    pub(super) fn of(sheets: &[(&str, &str)]) -> Book {
        Book::with_epoch(sheets, "")
    }

    pub(super) fn with_epoch(sheets: &[(&str, &str)], epoch: &str) -> Book {
        let mut list = String::new();
        let mut relations = String::new();
        let mut parts = vec![
            ("[Content_Types].xml".to_string(), TYPES.to_string()),
            ("_rels/.rels".into(), ROOT.into()),
            ("xl/styles.xml".into(), STYLES.into()),
        ];
        for (number, (name, rows)) in sheets.iter().enumerate() {
            let (name, hidden) = match name.strip_prefix('~') {
                Some(name) => (name, r#" state="hidden""#),
                None => (*name, ""),
            };
            list.push_str(&format!(
                r#"<sheet name="{name}" sheetId="{0}" r:id="s{0}"{hidden}/>"#,
                number + 1
            ));
            relations.push_str(&format!(
                r#"<Relationship Id="s{0}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet{0}.xml"/>"#,
                number + 1
            ));
            parts.push((
                format!("xl/worksheets/sheet{}.xml", number + 1),
                format!(r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#),
            ));
        }
        parts.push((
            "xl/workbook.xml".into(),
            format!(r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">{epoch}<sheets>{list}</sheets></workbook>"#),
        ));
        parts.push((
            "xl/_rels/workbook.xml.rels".into(),
            format!(r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>"#),
        ));
        Book { parts }
    }

    pub(super) fn part(mut self, name: impl Into<String>, content: impl Into<String>) -> Book {
        self.parts.push((name.into(), content.into()));
        self
    }

    pub(super) fn bytes(&self) -> zip::result::ZipResult<Vec<u8>> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in &self.parts {
            writer.start_file(name.as_str(), SimpleFileOptions::default())?;
            writer.write_all(content.as_bytes())?;
        }
        Ok(writer.finish()?.into_inner())
    }

    pub(super) fn open(&self) -> Result<Records, Trouble> {
        open(self.bytes().map_err(|error| Trouble::new(error.to_string()))?)
    }

    pub(super) fn refusal(&self) -> String {
        match self.open() {
            Ok(_) => "was read".into(),
            Err(trouble) => trouble.message,
        }
    }
}

pub(super) fn open(bytes: Vec<u8>) -> Result<Records, Trouble> {
    Records::of_bytes(bytes, &Reading::default())
}

/// A row of texts.
pub(super) fn row(number: u32, texts: &[&str]) -> String {
    let cells: String = texts
        .iter()
        .enumerate()
        .filter(|(_, text)| !text.is_empty())
        .map(|(column, text)| {
            let letter = char::from(b'A' + u8::try_from(column).unwrap_or_default());
            format!(r#"<c r="{letter}{number}" t="inlineStr"><is><t>{text}</t></is></c>"#)
        })
        .collect();
    format!(r#"<row r="{number}">{cells}</row>"#)
}
