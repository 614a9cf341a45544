//! What the words around a day mean: months, weekdays, and what stands between.

mod table;

/// The longest word that is looked up, in bytes.
const LONGEST: usize = 40;

/// What a word can mean. A word may mean several things: "mar" is March, and Tuesday.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Meaning(u16);

impl Meaning {
    /// Looks a word up, whatever its case; its accents may be left out. It asks for no memory.
    pub(super) fn of(word: &str) -> Meaning {
        let mut folded = [0; LONGEST];
        let Some(folded) = fold(word, &mut folded) else {
            return Meaning::default();
        };
        let mut place = place_of(folded);
        loop {
            // One entry more is free than is taken, so this ends.
            let entry = PLACES.get(place).and_then(|number| number.checked_sub(1));
            let Some((word, meaning)) = entry.and_then(|number| table::WORDS.get(usize::from(number))) else {
                return Meaning::default();
            };
            if word.as_bytes() == folded {
                return Meaning(*meaning);
            }
            place = (place + 1) % ROOM;
        }
    }

    /// The month of this name, 1 to 12.
    pub(super) fn month(self) -> Option<u32> {
        Some(u32::from(self.0 & 0xf)).filter(|month| *month > 0)
    }

    /// The other month that Croats call by this name.
    pub(super) fn croatian_month(self) -> Option<u32> {
        Some(u32::from(self.0 >> 4 & 0xf)).filter(|month| *month > 0)
    }

    /// A day of the week, or a part of its name.
    pub(super) fn is_weekday(self) -> bool {
        self.0 & 0x100 != 0
    }

    /// A day of the week in a word long enough to be told from others: "so" is Sunday in German alone.
    pub(super) fn is_weekday_alone(self, word: &str) -> bool {
        self.is_weekday() && word.len() > 3
    }

    /// What stands between the parts of a day: "de", "at", "г".
    pub(super) fn is_between(self) -> bool {
        self.0 & 0x200 != 0
    }

    /// Whether it is the half of the day after noon; nothing for other words.
    pub(super) fn is_afternoon(self) -> Option<bool> {
        match self.0 & 0xc00 {
            0x400 => Some(false),
            0x800 => Some(true),
            _ => None,
        }
    }
}

/// There is room for about twice as many words as there are, so that each is found at once or nearly so.
const ROOM: usize = 4_096;
/// The words by their hashes: their numbers in the table, counted from one; zero where there is none.
static PLACES: [u16; ROOM] = places();

const fn places() -> [u16; ROOM] {
    let mut places = [0; ROOM];
    let mut rest: &[(&str, u16)] = table::WORDS;
    let mut number = 0;
    while let [(word, _), more @ ..] = rest {
        number += 1;
        rest = more;
        let mut place = place_of(word.as_bytes());
        // The first free place from there on, around the end.
        while let (_, [taken, ..]) = places.split_at_mut(place) {
            if *taken == 0 {
                *taken = number;
                break;
            }
            place = (place + 1) % ROOM;
        }
    }
    places
}

/// Where a word is looked for first.
const fn place_of(word: &[u8]) -> usize {
    let mut hash: u32 = 0x811c_9dc5;
    let mut rest = word;
    while let [byte, more @ ..] = rest {
        hash = (hash ^ *byte as u32).wrapping_mul(0x0100_0193);
        rest = more;
    }
    (hash ^ hash >> 15) as usize % ROOM
}

/// Writes a word in lower case, without accents that stand on their own.
fn fold<'a>(word: &str, into: &'a mut [u8; LONGEST]) -> Option<&'a [u8]> {
    if word.is_ascii() {
        let folded = into.get_mut(..word.len())?;
        folded.copy_from_slice(word.as_bytes());
        folded.make_ascii_lowercase();
        return Some(folded);
    }
    let mut length = 0;
    for c in word.chars().flat_map(char::to_lowercase) {
        if !is_accent(c) {
            // The last sigma of a word is another letter in lower case only.
            let c = if c == 'ς' { 'σ' } else { c };
            let room = into.get_mut(length..length + c.len_utf8())?;
            length += c.encode_utf8(room).len();
        }
    }
    into.get(..length)
}

/// An accent that is written as a letter of its own.
pub(super) fn is_accent(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_every_word_is_found_in_any_case() {
        assert!(table::WORDS.len() < ROOM / 3 * 2);
        assert!(table::WORDS.is_sorted_by(|one, other| one.0.as_bytes() < other.0.as_bytes()));
        for (word, meaning) in table::WORDS {
            assert_eq!(Meaning::of(word), Meaning(*meaning), "{word}");
            assert!(
                word.len() < LONGEST && meaning & 0xf <= 12 && *meaning > 0,
                "{word}"
            );
            let loud = word.to_uppercase();
            assert_eq!(Meaning::of(&loud).month(), Meaning(*meaning).month(), "{loud}");
        }
    }

    #[test]
    fn months_are_found_in_any_language() {
        for (word, month) in [
            ("Mrz", 3),
            ("MÄRZ", 3),
            ("Ma\u{308}rz", 3),
            ("fevrier", 2),
            ("stycznia", 1),
            ("října", 10),
            ("Ağustos", 8),
            ("KASIM", 11),
            ("maaliskuuta", 3),
            ("января", 1),
            ("ΜΑΡΤΊΟΥ", 3),
            ("مارس", 3),
            ("set", 9),
            ("out", 10),
        ] {
            assert_eq!(Meaning::of(word).month(), Some(month), "{word}");
        }
        assert_eq!(Meaning::of("Dienstag").month(), None);
        assert_eq!(Meaning::of("x".repeat(50).as_str()), Meaning::default());
    }
}
