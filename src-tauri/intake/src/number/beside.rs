//! What stands beside the digits of a number: sign, brackets, percent, currency, and how many thousands are meant.

use super::currencies::{self, Money};
use super::folded::trimmed;

/// The most words that stand before or behind a number.
const MOST_WORDS: usize = 3;
/// The longest word that is looked up, in bytes.
const LONGEST_WORD: usize = 24;

/// Words that multiply, with their power of ten. "mil" is none of them: a thousand in Spanish, a million in Czech.
const SCALES: &[(&str, u32)] = &[
    ("k", 3),
    ("t", 3),
    ("tsd", 3),
    ("tys", 3),
    ("tis", 3),
    ("thousand", 3),
    ("tausend", 3),
    ("lakh", 5),
    ("lakhs", 5),
    ("m", 6),
    ("mm", 6),
    ("mn", 6),
    ("mio", 6),
    ("mln", 6),
    ("mill", 6),
    ("milj", 6),
    ("million", 6),
    ("millions", 6),
    ("millionen", 6),
    ("crore", 7),
    ("crores", 7),
    ("b", 9),
    ("bn", 9),
    ("md", 9),
    ("mrd", 9),
    ("mld", 9),
    ("mia", 9),
    ("milliarden", 9),
];

/// The scales that are written in one word with a currency: "k€", "TEUR", "$m".
const GLUED: &[(&str, u32)] = &[
    ("k", 3),
    ("K", 3),
    ("T", 3),
    ("m", 6),
    ("M", 6),
    ("Mio", 6),
    ("bn", 9),
    ("Mrd", 9),
];

/// All that stands beside the digits.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Beside {
    pub is_negative: bool,
    pub has_plus: bool,
    pub is_percent: bool,
    pub money: Option<Money>,
    /// The power of ten that is meant.
    pub scale: Option<u32>,
    /// "1.200,-" says that no decimals follow; the mark that says so.
    pub whole_mark: Option<char>,
    /// Dashes stand behind that mark, in the place of decimals.
    pub has_dashes: bool,
    /// A currency stands behind the number.
    pub is_behind: bool,
    in_bracket: bool,
    has_closed: bool,
    /// The currency stands right before the digits, and may as well be the beginning of an id.
    may_be_id: MayBeId,
}

/// When letters before digits are the beginning of an id rather than a currency.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum MayBeId {
    /// Never.
    #[default]
    No,
    /// When the digits have no marks: "SAR-1001", "TOP10".
    Bare,
    /// When the digits have no marks and are few: "Q 4".
    Few,
}

impl Beside {
    /// Reads what stands before and behind the digits; nothing when it is not understood to the last character.
    pub fn of(before: &[char], behind: &[char]) -> Option<Beside> {
        let mut beside = Beside::default();
        beside.read_before(before)?;
        beside.read_behind(behind)?;
        let contradicts = beside.is_percent && (beside.money.is_some() || beside.scale.is_some());
        (!contradicts && beside.in_bracket == beside.has_closed).then_some(beside)
    }

    /// Returns whether digits like these behind letters like those are an id.
    pub fn makes_id(&self, is_bare: bool, digits: usize) -> bool {
        match self.may_be_id {
            MayBeId::No => false,
            MayBeId::Bare => is_bare,
            MayBeId::Few => is_bare && digits < 3,
        }
    }

    fn read_before(&mut self, before: &[char]) -> Option<()> {
        let mut words = Words::default();
        let mut in_word = false;
        for (place, c) in before.iter().enumerate() {
            match c {
                ' ' => {}
                '-' | '–' if !self.is_negative && !self.has_plus => self.is_negative = true,
                '+' if !self.is_negative && !self.has_plus => self.has_plus = true,
                '(' if !self.in_bracket && !self.is_negative => self.in_bracket = true,
                '%' if !self.is_percent => self.is_percent = true,
                '-' | '–' | '+' | '(' | ')' | '%' => return None,
                _ => {
                    words.add(place, in_word)?;
                    in_word = true;
                    continue;
                }
            }
            in_word = false;
        }
        if self.in_bracket {
            (!self.is_negative).then(|| self.is_negative = true)?;
        }
        self.name(before, &words, false)?;
        let is_word = |word: &[char]| Word::of(word).is_some_and(|word| currencies::is_word(word.text()));
        let is_letters = |word: &[char]| word.iter().all(|c| c.is_alphabetic());
        if let Some(word) = words.last(before).filter(|word| is_letters(word)) {
            let end = before.get(words.end()..).unwrap_or_default();
            self.may_be_id = match (word, end) {
                ([_], [] | ['-']) => MayBeId::Bare,
                ([_], _) => MayBeId::Few,
                (_, ['-']) => MayBeId::Bare,
                (word, []) if is_word(word) => MayBeId::Bare,
                (word, _) if is_word(word) => MayBeId::Few,
                _ => MayBeId::No,
            };
        }
        Some(())
    }

    fn read_behind(&mut self, behind: &[char]) -> Option<()> {
        let behind = self.after_whole_mark(behind);
        let mut words = Words::default();
        let mut in_word = false;
        for (place, c) in behind.iter().enumerate() {
            match c {
                ' ' => {}
                // "50,00-" and "1200- €", as accountants and SAP write.
                '-' if place == 0 && !self.is_negative && !self.has_plus && self.whole_mark.is_none() => {
                    self.is_negative = true;
                }
                ')' if self.in_bracket && !self.has_closed => self.has_closed = true,
                '%' if !self.is_percent => self.is_percent = true,
                '-' | '–' | '+' | '(' | ')' | '%' => return None,
                _ => {
                    words.add(place, in_word)?;
                    in_word = true;
                    continue;
                }
            }
            in_word = false;
        }
        self.name(behind, &words, true)
    }

    /// Steps over ",-", ",--" and ".–", which stand for decimals that are not there, and over a last mark alone.
    fn after_whole_mark<'a>(&mut self, behind: &'a [char]) -> &'a [char] {
        let (mark, rest) = match behind {
            [mark @ ('.' | ','), rest @ ..] => (*mark, rest),
            _ => return behind,
        };
        self.whole_mark = Some(mark);
        let dashes = rest.iter().take_while(|c| matches!(c, '-' | '–')).count();
        self.has_dashes = dashes > 0;
        rest.get(dashes..).unwrap_or_default()
    }

    /// Says what words mean: all of them together ("F CFA"), or one by one.
    fn name(&mut self, chars: &[char], words: &Words, is_behind: bool) -> Option<()> {
        if words.count == 0 {
            return Some(());
        }
        if words.count > 1
            && let Some(all) = chars.get(words.start()..words.end())
            && let Some(money) = Word::of(all).and_then(|word| Money::named(word.text()))
        {
            return self.take_money(money, is_behind);
        }
        for (start, end) in words.places.iter().take(words.count) {
            let word = Word::of(trimmed(chars.get(*start..*end)?))?;
            self.take_word(word.text(), is_behind)?;
        }
        Some(())
    }

    fn take_word(&mut self, word: &str, is_behind: bool) -> Option<()> {
        let bare = word.strip_suffix('.').unwrap_or(word);
        if let Some(money) = currency(word, is_behind) {
            return self.take_money(money, is_behind);
        }
        if is_behind {
            let is = |known: &str| known.eq_ignore_ascii_case(bare);
            if let Some((_, power)) = SCALES.iter().find(|(scale, _)| is(scale)) {
                return self.take_scale(*power);
            }
            if ["d", "day", "days"].into_iter().any(is) {
                return Some(());
            }
        }
        // Thousands of dollars to Germans, the dollar of Tonga to all others.
        if bare == "T$" {
            return None;
        }
        let (power, money) = GLUED.iter().find_map(|(scale, power)| {
            let name = bare.strip_prefix(scale).or_else(|| {
                // "5 $k", but not "kr" with "m" behind it.
                bare.strip_suffix(scale)
                    .filter(|name| !name.ends_with(char::is_alphabetic))
            })?;
            Some((*power, currency(name.trim_start_matches('.'), true)?))
        })?;
        self.take_scale(power)?;
        self.take_money(money, is_behind)
    }

    fn take_scale(&mut self, power: u32) -> Option<()> {
        self.scale.is_none().then(|| self.scale = Some(power))
    }

    fn take_money(&mut self, money: Money, is_behind: bool) -> Option<()> {
        self.money = Some(match self.money {
            Some(known) => known.and(money)?,
            None => money,
        });
        self.is_behind |= is_behind;
        Some(())
    }
}

/// The currency of one word. A single letter is one only before a number: "5 R" are five of something else.
fn currency(word: &str, is_behind: bool) -> Option<Money> {
    if let [letter] = word.as_bytes()
        && letter.is_ascii_alphabetic()
        && is_behind
    {
        return None;
    }
    Money::written(word)
}

/// Where words stand.
#[derive(Default)]
struct Words {
    places: [(usize, usize); MOST_WORDS],
    count: usize,
}

impl Words {
    /// Adds a character, to the last word or as the beginning of the next; nothing when there are too many.
    fn add(&mut self, place: usize, to_last: bool) -> Option<()> {
        if !to_last {
            self.count += 1;
            self.places.get_mut(self.count - 1)?.0 = place;
        }
        self.places.get_mut(self.count.checked_sub(1)?)?.1 = place + 1;
        Some(())
    }

    fn start(&self) -> usize {
        self.places.first().map_or(0, |(start, _)| *start)
    }

    fn end(&self) -> usize {
        let last = self.count.checked_sub(1);
        last.and_then(|last| self.places.get(last))
            .map_or(0, |(_, end)| *end)
    }

    fn last<'a>(&self, chars: &'a [char]) -> Option<&'a [char]> {
        let (start, end) = self.places.get(self.count.checked_sub(1)?)?;
        chars.get(*start..*end)
    }
}

/// A short word as text, without asking for memory.
struct Word {
    bytes: [u8; LONGEST_WORD],
    length: usize,
}

impl Word {
    fn of(chars: &[char]) -> Option<Word> {
        let mut word = Word {
            bytes: [0; LONGEST_WORD],
            length: 0,
        };
        for c in chars {
            let end = word.length + c.len_utf8();
            c.encode_utf8(word.bytes.get_mut(word.length..end)?);
            word.length = end;
        }
        Some(word)
    }

    fn text(&self) -> &str {
        let bytes = self.bytes.get(..self.length).unwrap_or_default();
        std::str::from_utf8(bytes).unwrap_or_default()
    }
}
