//! Reads a deck's file back: its parts, and the texts and attributes in them.

#![allow(dead_code, missing_docs)]

use std::{
    collections::BTreeMap,
    io::{Cursor, Read},
};

use chrono::DateTime;
use lockstep_slides::{Body, Cell, Deck, Line, Slide, Table};
use quick_xml::{Reader, XmlVersion, escape::resolve_predefined_entity, events::Event};

pub type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

/// The parts of a file by their paths.
pub struct Parts(pub BTreeMap<String, Vec<u8>>);

impl Parts {
    /// Unpacks a file.
    pub fn of(bytes: Vec<u8>) -> Outcome<Self> {
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes))?;
        let mut parts = BTreeMap::new();
        for place in 0..zip.len() {
            let mut file = zip.by_index(place)?;
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes)?;
            let name = file.name()?.into_owned();
            parts.insert(name, bytes);
        }
        Ok(Self(parts))
    }

    /// Writes a deck and unpacks it.
    pub fn of_deck(deck: &Deck) -> Outcome<Self> {
        Self::of(deck.to_pptx()?)
    }

    pub fn bytes(&self, path: &str) -> Outcome<Vec<u8>> {
        Ok(self.0.get(path).ok_or_else(|| format!("no {path}"))?.clone())
    }

    pub fn xml(&self, path: &str) -> Outcome<Xml> {
        Xml::read(&String::from_utf8(self.bytes(path)?)?)
    }

    /// How many slides there are.
    pub fn slides(&self) -> usize {
        self.0
            .keys()
            .filter(|path| path.starts_with("ppt/slides/slide"))
            .count()
    }

    pub fn slide(&self, number: usize) -> Outcome<Xml> {
        self.xml(&format!("ppt/slides/slide{number}.xml"))
    }

    /// Every part that is XML, read: this fails when one is not well-formed.
    pub fn all_xml(&self) -> Outcome<Vec<Xml>> {
        let paths = self.0.keys().filter(|path| !path.ends_with(".xlsx"));
        paths.map(|path| self.xml(path)).collect()
    }
}

/// An element that was read: its name, its attributes and the text in it.
#[derive(Debug, Default, Clone)]
pub struct Element {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
    pub text: String,
    /// The names of what it stands in.
    pub path: Vec<String>,
}

/// A part that was read, element by element in the order in which they begin.
pub struct Xml(pub Vec<Element>);

impl Xml {
    /// Reads a part strictly.
    pub fn read(xml: &str) -> Outcome<Self> {
        let mut reader = Reader::from_str(xml);
        reader.config_mut().check_end_names = true;
        let (mut all, mut open): (Vec<Element>, Vec<usize>) = (Vec::new(), Vec::new());
        loop {
            let event = reader.read_event()?;
            let empty = matches!(event, Event::Empty(_));
            match event {
                Event::Start(element) | Event::Empty(element) => {
                    let mut found = Element {
                        name: element.name().as_ref().to_owned(),
                        ..Element::default()
                    };
                    for attribute in element.attributes() {
                        let attribute = attribute?;
                        let value = attribute.normalized_value(XmlVersion::Implicit1_0)?.into_owned();
                        found.attributes.insert(attribute.key.as_ref().to_owned(), value);
                    }
                    found.path = open
                        .iter()
                        .filter_map(|place| all.get(*place))
                        .map(|one| one.name.clone())
                        .collect();
                    all.push(found);
                    if !empty {
                        open.push(all.len() - 1);
                    }
                }
                Event::End(_) => {
                    open.pop().ok_or("closed too often")?;
                }
                Event::Text(text) => add(&mut all, &open, &text),
                Event::GeneralRef(entity) => {
                    let letter = match entity.resolve_char_ref()? {
                        Some(letter) => letter.to_string(),
                        None => resolve_predefined_entity(&entity)
                            .ok_or("an unknown entity")?
                            .to_owned(),
                    };
                    add(&mut all, &open, &letter);
                }
                Event::Decl(_) => {}
                Event::Eof => break,
                other => return Err(format!("unexpected: {other:?}").into()),
            }
        }
        if !open.is_empty() {
            return Err("not closed".into());
        }
        Ok(Self(all))
    }

    pub fn all(&self, name: &str) -> Vec<&Element> {
        self.0.iter().filter(|element| element.name == name).collect()
    }

    /// The texts of all elements of a name.
    pub fn texts(&self, name: &str) -> Vec<String> {
        self.all(name)
            .into_iter()
            .map(|element| element.text.clone())
            .collect()
    }

    /// All the text of the part without white space.
    pub fn letters(&self) -> String {
        letters(&self.texts("a:t").concat())
    }

    /// The value of an attribute in each element of a name.
    pub fn values(&self, name: &str, attribute: &str) -> Vec<String> {
        self.all(name)
            .into_iter()
            .filter_map(|element| element.attributes.get(attribute).cloned())
            .collect()
    }
}

fn add(all: &mut [Element], open: &[usize], text: &str) {
    if let Some(element) = open.last().and_then(|place| all.get_mut(*place)) {
        element.text.push_str(text);
    }
}

/// Text without white space and without what XML does not know: what must be found again.
pub fn letters(text: &str) -> String {
    text.chars()
        .filter(|letter| {
            !letter.is_whitespace() && !matches!(letter, '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
        })
        .collect()
}

pub fn slide(title: &str, body: Body) -> Slide {
    Slide {
        title: title.into(),
        lead: None,
        body,
        source: "Source: CRM".into(),
        notes: "First.\nSecond.".into(),
    }
}

pub fn deck(slides: Vec<Slide>) -> Deck {
    Deck {
        title: "Review".into(),
        subject: "Quarter".into(),
        company: "Aldergrove & Sons".into(),
        language: "en-GB".into(),
        created: DateTime::UNIX_EPOCH,
        slides,
    }
}

pub fn lines(texts: &[&str]) -> Body {
    Body::Lines(texts.iter().map(|text| Line::new(*text)).collect())
}

pub fn table(rows: Vec<Vec<Cell>>) -> Table {
    Table {
        head: vec!["Name".into(), Cell::right("Number")],
        rows,
        weights: vec![3.0, 1.0],
    }
}
