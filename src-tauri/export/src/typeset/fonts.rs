//! Fonts: ours, carried along and loaded once; and the machine's own, searched only when somebody wrote a letter that
//! ours cannot draw (a company in Tokyo, a name in Arabic). The usual document looks the same on every machine.

use std::{
    path::PathBuf,
    sync::{LazyLock, OnceLock},
};

use typst::{
    foundations::Bytes,
    text::{Font, FontBook, FontInfo},
    utils::LazyHash,
};

static OURS: [&[u8]; 2] = [
    include_bytes!("../../fonts/Inter-Regular.otf"),
    include_bytes!("../../fonts/Inter-SemiBold.otf"),
];

/// Fonts to choose from.
pub struct Fonts {
    pub book: LazyHash<FontBook>,
    slots: Vec<Slot>,
}

/// A font in memory, or one that is read when it is needed.
enum Slot {
    Loaded(Font),
    OnDisk {
        path: PathBuf,
        index: u32,
        font: OnceLock<Option<Font>>,
    },
}

static CARRIED: LazyLock<Fonts> =
    LazyLock::new(|| Fonts::of(carried().map(|font| (font.info().clone(), Slot::Loaded(font)))));

static WITH_MACHINE: LazyLock<Fonts> = LazyLock::new(|| {
    let ours = carried().map(|font| (font.info().clone(), Slot::Loaded(font)));
    Fonts::of(ours.chain(machine()))
});

impl Fonts {
    /// Returns the fonts for a document with these texts.
    pub fn for_text(text: &str) -> &'static Self {
        if text.chars().all(can_draw) {
            &CARRIED
        } else {
            &WITH_MACHINE
        }
    }

    /// Returns a font by its number in the book.
    pub fn get(&self, index: usize) -> Option<Font> {
        match self.slots.get(index)? {
            Slot::Loaded(font) => Some(font.clone()),
            Slot::OnDisk { path, index, font } => font
                .get_or_init(|| {
                    std::fs::read(path)
                        .ok()
                        .and_then(|data| Font::new(Bytes::new(data), *index))
                })
                .clone(),
        }
    }

    fn of(fonts: impl Iterator<Item = (FontInfo, Slot)>) -> Self {
        let mut book = FontBook::new();
        let mut slots = Vec::new();
        for (info, slot) in fonts {
            book.push(info);
            slots.push(slot);
        }
        Self {
            book: LazyHash::new(book),
            slots,
        }
    }
}

fn carried() -> impl Iterator<Item = Font> {
    OURS.iter().flat_map(|bytes| Font::iter(Bytes::new(*bytes)))
}

fn machine() -> Vec<(FontInfo, Slot)> {
    let mut found = fontdb::Database::new();
    found.load_system_fonts();
    found
        .faces()
        .filter_map(|face| {
            let path = match &face.source {
                fontdb::Source::File(path) | fontdb::Source::SharedFile(path, _) => path.clone(),
                fontdb::Source::Binary(_) => return None,
            };
            let info = found.with_face_data(face.id, FontInfo::new)??;
            Some((
                info,
                Slot::OnDisk {
                    path,
                    index: face.index,
                    font: OnceLock::new(),
                },
            ))
        })
        .collect()
}

/// Says whether our fonts can draw a letter, or need not.
fn can_draw(letter: char) -> bool {
    letter.is_ascii()
        || letter.is_whitespace()
        || letter == '\u{200b}'
        || CARRIED
            .book
            .info(0)
            .is_some_and(|regular| regular.coverage.contains(letter.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letters_of_europe_and_the_signs_of_its_money_are_carried_along() {
        for text in [
            "Zażółć gęślą jaźń",
            "Příliš žluťoučký kůň",
            "Ærø på øen",
            "Ελλάδα",
            "Україна",
            "€ £ ¥ ₹ − – … “ ” ÷ ↓ ● ■",
        ] {
            assert!(text.chars().all(can_draw), "{text}");
        }
        assert!(
            !"東京".chars().all(can_draw),
            "this one needs the machine's fonts"
        );
    }
}
