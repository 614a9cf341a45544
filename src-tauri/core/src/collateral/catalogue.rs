//! The library as the open workspace keeps it in memory: every piece as it stands in a list, with its words. It is read on the first
//! question; what changed since is seen in the journal, and only those pieces are read again.

use std::{
    cell::RefCell,
    collections::{HashMap, HashSet},
    sync::{Arc, OnceLock},
};

use chrono::NaiveDate;
use lockstep_workspace::{context::ReadContext, derived::DerivedState, error::Result, list_items, reads};

use super::{
    Piece, PieceState,
    listing::{self, PieceLine},
    word_index::WordIndex,
    words::TextWords,
};
use crate::{
    buyers::{BuyingPhase, Insight, Persona},
    ids::{BuyingCycleId, PieceId},
};

/// With more pieces changed than this, everything is read again.
const FEW: usize = 500;

/// A piece with its words.
pub struct Entry {
    /// The piece as it stands in a list.
    pub line: Arc<PieceLine>,
    /// The words of its title.
    pub title: TextWords,
    /// The words of its title and of what stands beside its pages: what it is made for, for whom, what it answers, tags, notes.
    pub beside: TextWords,
    /// By what pieces are in order: the title, whatever its case and accents.
    pub key: String,
}

/// What is known of all pages of all files.
struct Pages {
    /// The places of all pages in the index, the lowest first, each with its file.
    places: Vec<(i64, usize)>,
    /// The files, numbered from 0, by their hashes.
    files: HashMap<String, usize>,
    /// The languages that they have.
    languages: Vec<String>,
}

/// All pieces, by their titles.
pub struct Catalogue {
    entries: Vec<Arc<Entry>>,
    pages: Arc<Pages>,
    /// The pieces that are a file just now, by the file's number.
    by_file: Vec<Vec<usize>>,
    /// The words beside the pages. They are put in order when somebody first looks for some: a list does without.
    words: OnceLock<WordIndex>,
    today: NaiveDate,
}

impl Catalogue {
    /// Returns the pieces, by their titles.
    pub fn entries(&self) -> &[Arc<Entry>] {
        &self.entries
    }

    /// Returns the pieces as they stand in lists, by their titles.
    pub fn lines(&self) -> impl Iterator<Item = &Arc<PieceLine>> {
        self.entries.iter().map(|entry| &entry.line)
    }

    /// Returns the languages that the pages have.
    pub fn languages(&self) -> &[String] {
        &self.pages.languages
    }

    /// Returns the words that stand beside the pages, each with the pieces that have it.
    pub fn words(&self) -> &WordIndex {
        self.words
            .get_or_init(|| WordIndex::of(self.entries.iter().map(|entry| &entry.beside)))
    }

    /// Returns for some pages the places of the pieces whose file has them. The pages are told by their places in the index, the lowest
    /// first, so that all of them are found in one walk.
    pub fn with_pages<'c>(
        &'c self,
        places: impl Iterator<Item = i64> + 'c,
    ) -> impl Iterator<Item = &'c [usize]> {
        let mut pages = self.pages.places.iter().peekable();
        places.map(move |place| {
            while pages.next_if(|(known, _)| *known < place).is_some() {}
            let known = pages.peek().filter(|(known, _)| *known == place);
            let pieces = known.and_then(|(_, file)| self.by_file.get(*file));
            pieces.map(Vec::as_slice).unwrap_or_default()
        })
    }

    fn new(mut entries: Vec<Arc<Entry>>, pages: Arc<Pages>, today: NaiveDate) -> Self {
        entries.sort_by(|one, other| {
            (&one.key, &one.line.piece.id.0).cmp(&(&other.key, &other.line.piece.id.0))
        });
        let mut by_file = vec![Vec::new(); pages.files.len()];
        for (place, entry) in entries.iter().enumerate() {
            let version = entry.line.version.as_ref();
            let file = version.and_then(|version| pages.files.get(&version.hash));
            if let Some(pieces) = file.and_then(|file| by_file.get_mut(*file)) {
                pieces.push(place);
            }
        }
        Self {
            entries,
            pages,
            by_file,
            words: OnceLock::new(),
            today,
        }
    }

    fn read(reader: &ReadContext) -> Result<Self> {
        let names = Names::read(reader)?;
        let lines = listing::read_all(reader)?;
        let entries = lines.into_iter().map(|line| Arc::new(names.entry(line)));
        Ok(Self::new(
            entries.collect(),
            Arc::new(pages(reader)?),
            reader.today(),
        ))
    }

    /// Returns the pieces with some of them read again.
    fn with(&self, reader: &ReadContext, changed: &HashSet<PieceId>, has_new_files: bool) -> Result<Self> {
        let names = Names::read(reader)?;
        let mut entries: Vec<Arc<Entry>> = self
            .entries
            .iter()
            .filter(|entry| !changed.contains(&entry.line.piece.id))
            .cloned()
            .collect();
        for id in changed {
            if let Some(line) = listing::find(reader, id)? {
                entries.push(Arc::new(names.entry(line)));
            }
        }
        let pages = if has_new_files {
            Arc::new(pages(reader)?)
        } else {
            Arc::clone(&self.pages)
        };
        Ok(Self::new(entries, pages, reader.today()))
    }
}

/// Reads what is to be known of all pages.
fn pages(reader: &ReadContext) -> Result<Pages> {
    // In the order of the index, which has both: the pages themselves, with all their text, are left alone.
    let mut statement = reader
        .db()
        .prepare_cached("SELECT hash, place FROM page ORDER BY hash")?;
    let mut rows = statement.query([])?;
    let mut places = Vec::new();
    let mut files: Vec<String> = Vec::new();
    while let Some(row) = rows.next()? {
        let hash = row.get_ref(0)?.as_str().unwrap_or_default();
        if files.last().is_none_or(|last| last != hash) {
            files.push(hash.to_owned());
        }
        places.push((row.get(1)?, files.len() - 1));
    }
    places.sort_unstable();
    // All pages of a file are in one language.
    let mut statement = reader.db().prepare_cached(
        "SELECT DISTINCT language FROM page
         WHERE place IN (SELECT min(place) FROM page GROUP BY hash) AND language <> ''",
    )?;
    let languages = statement.query_map([], |row| row.get(0))?;
    Ok(Pages {
        places,
        files: files.into_iter().zip(0..).collect(),
        languages: languages.collect::<rusqlite::Result<_>>()?,
    })
}

/// What personas, phases and needs are called, by their ids.
struct Names(HashMap<String, String>);

impl Names {
    fn read(reader: &ReadContext) -> Result<Self> {
        let cycle = BuyingCycleId::only();
        let personas: Vec<Persona> = list_items::all(reader, &cycle)?;
        let phases: Vec<BuyingPhase> = list_items::all(reader, &cycle)?;
        let insights: Vec<Insight> = list_items::all(reader, &cycle)?;
        let names = personas.into_iter().map(|one| (one.id.0, one.name));
        let names = names.chain(phases.into_iter().map(|one| (one.id.0, one.name)));
        let names = names.chain(insights.into_iter().map(|one| (one.id.0, one.text)));
        Ok(Self(names.collect()))
    }

    fn entry(&self, line: PieceLine) -> Entry {
        let language = line.piece.language.clone().unwrap_or_default();
        Entry {
            title: TextWords::of(&line.piece.title, &language),
            beside: TextWords::of(&self.beside(&line.piece), &language),
            key: lockstep_text::fold(&line.piece.title),
            line: Arc::new(line),
        }
    }

    fn beside(&self, piece: &Piece) -> String {
        let ids = piece
            .confirmed_personas()
            .iter()
            .chain(piece.confirmed_phases())
            .chain(&piece.needs);
        let names = ids.filter_map(|id| self.0.get(id.as_str()).map(String::as_str));
        let own = [piece.title.as_str(), piece.kind.name(), piece.notes.as_str()];
        let tags = piece.tags.iter().map(String::as_str);
        own.into_iter()
            .chain(tags)
            .chain(names)
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// The tables from which the library is derived.
const READS: [&str; 9] = [
    "piece",
    "piece_version",
    "agreement",
    "signature",
    "blob_picture",
    "page",
    "persona",
    "buying_phase",
    "insight",
];

/// The library as the open workspace keeps it, and up to where in the journal it knows what happened.
#[derive(Default)]
pub struct LibraryCache(RefCell<Option<(Arc<Catalogue>, i64)>>);

impl DerivedState for LibraryCache {
    fn reads(&self) -> &'static [&'static str] {
        &READS
    }

    fn beside(&self) -> Box<dyn DerivedState> {
        Box::new(Self(RefCell::new(self.0.borrow().clone())))
    }

    fn prefetch(&self, _: &ReadContext) -> Result<bool> {
        Ok(false)
    }

    fn set_non_blocking(&self) {}

    fn take_would_block(&self) -> bool {
        false
    }
}

/// Returns how many approved pieces are past their review date; nothing where there is no piece.
///
/// # Errors
/// `Damaged` when what stands in the file cannot be read.
pub fn stale_pieces(reader: &ReadContext) -> Result<Option<i64>> {
    let library = catalogue(reader)?;
    let is_stale = |line: &&Arc<PieceLine>| line.state == PieceState::Approved && line.is_stale;
    Ok(match library.lines().next() {
        None => None,
        Some(_) => i64::try_from(library.lines().filter(is_stale).count()).ok(),
    })
}

/// Returns all pieces as `reader` sees them. What a change under way sees is handed out and not kept, because the change may yet be
/// given up.
///
/// # Errors
/// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
pub fn catalogue(reader: &ReadContext) -> Result<Arc<Catalogue>> {
    match reader.derived().get::<LibraryCache>() {
        Some(cache) => reads::unnoted(|| cache.catalogue(reader)),
        None => Ok(Arc::new(Catalogue::read(reader)?)),
    }
}

impl LibraryCache {
    fn catalogue(&self, reader: &ReadContext) -> Result<Arc<Catalogue>> {
        let now = reader.count("SELECT coalesce(max(rowid), 0) FROM journal_row", [])?;
        let known = self.0.borrow().clone();
        let known = known.filter(|(known, through)| known.today == reader.today() && *through <= now);
        let brought_up = match known {
            Some((known, through)) if through == now => return Ok(known),
            Some((known, through)) => match since(reader, through)? {
                Since::Nothing => Some(known),
                Since::Pieces { ids, has_new_files } => {
                    Some(Arc::new(known.with(reader, &ids, has_new_files)?))
                }
                Since::Much => None,
            },
            None => None,
        };
        let catalogue = match brought_up {
            Some(catalogue) => catalogue,
            None => Arc::new(Catalogue::read(reader)?),
        };
        if !reader.is_in_transaction() {
            self.0.replace(Some((Arc::clone(&catalogue), now)));
        }
        Ok(catalogue)
    }
}

/// What happened since the library was read.
enum Since {
    Nothing,
    Pieces {
        ids: HashSet<PieceId>,
        has_new_files: bool,
    },
    Much,
}

fn since(reader: &ReadContext, through: i64) -> Result<Since> {
    let mut statement = reader.db().prepare_cached(
        "SELECT table_name,
                CASE table_name
                  WHEN 'piece' THEN row_id
                  WHEN 'piece_version' THEN json_extract(coalesce(after, before), '$.piece')
                  WHEN 'agreement' THEN (SELECT subject FROM agreement WHERE id = row_id)
                  WHEN 'signature' THEN (SELECT subject FROM agreement
                                         WHERE id = json_extract(coalesce(after, before), '$.agreement'))
                END,
                CASE WHEN table_name = 'piece_version' THEN json_extract(before, '$.piece') END
         FROM journal_row
         WHERE rowid > ?1
           AND table_name IN ('piece', 'piece_version', 'agreement', 'signature', 'persona', 'buying_phase', 'insight')",
    )?;
    let mut rows = statement.query([through])?;
    let mut ids = HashSet::new();
    let mut has_new_files = false;
    while let Some(row) = rows.next()? {
        let table = row.get_ref(0)?.as_str().unwrap_or_default();
        if matches!(table, "persona" | "buying_phase" | "insight") || ids.len() > FEW {
            return Ok(Since::Much);
        }
        has_new_files |= table == "piece_version";
        for column in [1, 2] {
            ids.extend(row.get::<_, Option<PieceId>>(column)?);
        }
    }
    Ok(if ids.is_empty() {
        Since::Nothing
    } else {
        Since::Pieces { ids, has_new_files }
    })
}
