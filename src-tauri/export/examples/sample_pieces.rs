//! Sets the sample's collateral: each piece of `sample/pieces/pieces.json` as a PDF, with the templates that stand there, and packs
//! them with what is read of each into `sample/pieces/pieces.zip`. The same input gives the same bytes. Run it with
//! `cargo run -p lockstep-export --example sample_pieces` after `cargo build -p lockstep-cli`; the PDFs lie in `target/sample_pieces`.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use chrono::{DateTime, Utc};
use lockstep_core::collateral::prepare_bytes;
use lockstep_documents::Reader;
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
    let target = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target");
    let looked_at = target.join("sample_pieces");
    fs::create_dir_all(&looked_at).map_err(Error::internal)?;
    let reader = Reader::new(Some(target.join("debug/lockstep-cli")));
    let mut pack = zip::ZipWriter::new(fs::File::create(pieces.join("pieces.zip")).map_err(Error::internal)?);
    let mut put = |name: &str, bytes: &[u8]| {
        pack.start_file(name, zip::write::SimpleFileOptions::default())
            .map_err(Error::internal)?;
        pack.write_all(bytes).map_err(Error::internal)
    };
    for (place, piece) in listed.into_iter().enumerate() {
        let name = text(&piece, "file")?;
        let bytes = set(&pieces, piece, place)?;
        fs::write(looked_at.join(&name), &bytes).map_err(Error::internal)?;
        println!("{:>3} KB  {name}", bytes.len().div_ceil(1024));
        put(&name, &bytes)?;
        let read = prepare_bytes(bytes, name.clone(), &reader, &mut || true)?;
        let (document, picture) = read.parts();
        let document = document.ok_or_else(|| Error::internal(format!("{name} could not be read")))?;
        put(&format!("{name}.json"), &serde_json::to_vec(document)?)?;
        put(&format!("{name}.jpg"), picture.unwrap_or_default())?;
    }
    pack.finish().map_err(Error::internal)?;
    Ok(())
}

/// Sets one piece and returns its bytes.
fn set(pieces: &Path, mut piece: Value, place: usize) -> Result<Vec<u8>> {
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
    Ok(printed.bytes)
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
