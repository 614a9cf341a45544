//! Sets the sample's collateral: each piece of `sample/pieces/pieces.json` as a PDF beside it, with the templates that stand there.
//! The same input gives the same bytes. Run it with `cargo run -p lockstep-export --example sample_pieces`.

use std::{
    fs,
    path::{Path, PathBuf},
};

use chrono::{DateTime, Utc};
use lockstep_export::typeset::{self, Imprint, Template};
use lockstep_workspace::{Error, Result};
use serde_json::{Value, json};

/// What every layout may import.
const SHARED: [&str; 2] = ["look.typ", "parts.typ"];
/// The moment that all pieces name as theirs, in seconds: 5 January 2026, 09:00.
const MADE_AT: i64 = 1_767_603_600;

fn main() -> Result<()> {
    let pieces = Path::new(env!("CARGO_MANIFEST_DIR")).join("../sample/pieces");
    let listed: Vec<Value> = serde_json::from_str(&read(&pieces.join("pieces.json"))?)?;
    let mut total = 0;
    for (place, piece) in listed.into_iter().enumerate() {
        let name = text(&piece, "file")?;
        let size = set(&pieces, piece, place)?;
        total += size;
        println!("{:>3} KB  {name}", size.div_ceil(1024));
    }
    println!("{:>3} KB  in all", total.div_ceil(1024));
    Ok(())
}

/// Sets one piece and returns how many bytes it has.
fn set(pieces: &Path, mut piece: Value, place: usize) -> Result<usize> {
    let file = text(&piece, "file")?;
    let template = template(&pieces.join("templates"), layout(&piece)?)?;
    if let Value::Object(fields) = &mut piece {
        fields.insert("code".into(), json!(format!("TW-{:03}", place + 101)));
    }
    let imprint = Imprint {
        ident: format!("tidewell/{file}"),
        as_of: DateTime::<Utc>::from_timestamp(MADE_AT, 0).unwrap_or_default(),
    };
    let printed = typeset::pdf(template, &piece, &imprint).map_err(|error| about(error, &file))?;
    if let Some(note) = printed.note() {
        println!("{file}: {note}");
    }
    fs::write(pieces.join(&file), &printed.bytes).map_err(Error::internal)?;
    Ok(printed.bytes.len())
}

/// Returns the layout of a piece: that of its kind, unless somebody made it for themselves.
fn layout(piece: &Value) -> Result<String> {
    let kind = text(piece, "kind")?;
    let is_home_made = piece.get("home_made") == Some(&Value::Bool(true));
    Ok(match (kind.as_str(), is_home_made) {
        ("deck", true) => "home_made_deck.typ".into(),
        (_, true) => "home_made_note.typ".into(),
        ("roi_calculator", _) => "one_pager.typ".into(),
        _ => format!("{kind}.typ"),
    })
}

/// Reads a layout and what it imports, for as long as the program runs.
fn template(folder: &Path, layout: String) -> Result<Template> {
    let mut files: Vec<(&'static str, &'static str)> = Vec::new();
    for name in std::iter::once(layout).chain(SHARED.map(String::from)) {
        let content = read(&folder.join(&name))?;
        files.push((name.leak(), content.leak()));
    }
    Ok(files.leak())
}

fn text(piece: &Value, field: &str) -> Result<String> {
    let found = piece.get(field).and_then(Value::as_str);
    found
        .map(str::to_owned)
        .ok_or_else(|| Error::internal(format!("a piece without {field}: {piece}")))
}

fn read(path: &PathBuf) -> Result<String> {
    fs::read_to_string(path).map_err(|error| Error::internal(format!("{}: {error}", path.display())))
}

fn about(error: Error, file: &str) -> Error {
    Error::internal(format!("{file}: {}", error.message))
}
