//! The digits of a number with the marks between them: which marks are thousands, and which one is before decimals.

/// The most digits and marks that a number may have.
const MOST: usize = 40;
/// The most digits; more do not fit where numbers are kept.
const MOST_DIGITS: usize = 24;

/// What a number gives away about the mark before decimals.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Mark {
    /// Nothing: it has no marks, or none that could be before decimals.
    #[default]
    None,
    /// It can only be read with this mark before decimals: `.` in "1,234.5", `,` in "1.234.567".
    Certain(char),
    /// It has this one mark with three digits behind it, "1.234": thousands to some, decimals to others.
    Either(char),
}

/// Digits and what stands between them, as bytes: `0` to `9`, `.`, `,`, ` `, `'`, `_`, and `d` and `t` for the Arabic
/// marks before decimals and thousands.
#[derive(Clone, Copy)]
pub(super) struct Body {
    symbols: [u8; MOST],
    length: usize,
    /// What the marks mean.
    pub meaning: Meaning,
}

/// What the marks in the digits mean.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Meaning {
    /// Where the mark before decimals is, if there is one for certain.
    decimal_at: Option<usize>,
    /// Where the only mark is that could be either.
    either_at: Option<usize>,
    /// Whether digits stand in groups for certain.
    pub is_grouped: bool,
    pub mark: Mark,
}

impl Body {
    /// Reads digits and marks; nothing when they do not make a number.
    pub fn of(chars: &[char]) -> Option<Body> {
        let mut body = Body {
            symbols: [0; MOST],
            length: 0,
            meaning: Meaning::default(),
        };
        for c in chars {
            *body.symbols.get_mut(body.length)? = match c {
                '0'..='9' | '.' | ',' | ' ' | '\'' | '_' => u8::try_from(*c).ok()?,
                '٫' => b'd',
                '٬' => b't',
                _ => return None,
            };
            body.length += 1;
        }
        body.meaning = meaning(body.symbols())?;
        Some(body)
    }

    fn symbols(&self) -> &[u8] {
        self.symbols.get(..self.length).unwrap_or_default()
    }

    /// Returns whether it is digits alone.
    pub fn is_bare(&self) -> bool {
        self.symbols().iter().all(u8::is_ascii_digit)
    }

    /// How many digits it has.
    pub fn digits(&self) -> usize {
        self.symbols().iter().filter(|s| s.is_ascii_digit()).count()
    }

    /// How many digits stand before the first mark, and whether they begin with zero.
    pub fn leading(&self) -> (usize, bool) {
        let symbols = self.symbols();
        let length = symbols.iter().take_while(|s| s.is_ascii_digit()).count();
        (length, symbols.first() == Some(&b'0'))
    }

    /// Returns whether decimals are written, as far as that is certain.
    pub fn has_decimals(&self) -> bool {
        self.meaning.decimal_at.is_some()
    }

    /// Takes a mark that could be either for thousands (`false`) or for decimals (`true`). `is_certain` says that the
    /// number gives its mark away by that.
    pub fn settle(&mut self, as_decimals: bool, is_certain: bool) {
        let (Some(at), Mark::Either(mark)) = (self.meaning.either_at, self.meaning.mark) else {
            return;
        };
        self.meaning = Meaning {
            decimal_at: as_decimals.then_some(at),
            either_at: None,
            is_grouped: !as_decimals,
            mark: match (is_certain, as_decimals) {
                (false, _) => Mark::None,
                (true, true) => Mark::Certain(mark),
                (true, false) => Mark::Certain(other(mark)),
            },
        };
    }

    /// Returns whether this is an address of the internet rather than a number: four groups between points, none above
    /// 255.
    pub fn looks_like_address(&self) -> bool {
        let mut groups = self.symbols().split(|s| *s == b'.');
        let small = |group: &[u8]| {
            let value = group.iter().try_fold(0_u32, |value, digit| {
                digit
                    .is_ascii_digit()
                    .then(|| value * 10 + u32::from(digit - b'0'))
            });
            group.len() <= 3 && value.is_some_and(|value| value <= 255)
        };
        groups.clone().count() == 4 && groups.all(small)
    }

    /// Returns all digits as one number, and how many of them are decimals, where `decimal` is before decimals.
    pub fn value(&self, decimal: char) -> Option<(i128, usize)> {
        let mark = match self.meaning.mark {
            Mark::Either(mark) if mark == decimal => self.meaning.either_at,
            _ => self.meaning.decimal_at,
        };
        let (mut value, mut digits, mut decimals) = (0_i128, 0, 0);
        for (place, symbol) in self.symbols().iter().enumerate() {
            if symbol.is_ascii_digit() {
                value = value * 10 + i128::from(symbol - b'0');
                digits += 1;
                decimals += usize::from(mark.is_some_and(|mark| place > mark));
                if digits > MOST_DIGITS {
                    return None;
                }
            }
        }
        Some((value, decimals))
    }
}

/// The mark of thousands where this one is before decimals, and the other way round.
pub(super) fn other(mark: char) -> char {
    if mark == '.' { ',' } else { '.' }
}

/// What the marks between digits mean; nothing when they contradict each other.
fn meaning(symbols: &[u8]) -> Option<Meaning> {
    let is_mark = |symbol: &u8| !symbol.is_ascii_digit();
    let Some(first_at) = symbols.iter().position(is_mark) else {
        return (!symbols.is_empty()).then(Meaning::default);
    };
    let last_at = symbols.iter().rposition(is_mark)?;
    let (first, last) = (*symbols.get(first_at)?, *symbols.get(last_at)?);
    let before = symbols.get(..last_at)?;
    let behind = symbols.get(last_at + 1..)?;
    if first_at == last_at {
        return only_mark(last, last_at, before, behind);
    }
    if first == last {
        // The same mark twice is never before decimals.
        return are_groups(symbols, first).then(|| Meaning {
            is_grouped: true,
            mark: match first {
                b'.' | b',' => Mark::Certain(other(char::from(first))),
                _ => Mark::None,
            },
            ..Meaning::default()
        });
    }
    let may_be_decimal = matches!(last, b'.' | b',' | b'd');
    (may_be_decimal && first != b'd' && are_groups(before, first)).then(|| decimals(last, last_at, true))
}

fn only_mark(mark: u8, at: usize, before: &[u8], behind: &[u8]) -> Option<Meaning> {
    // Nobody writes thousands behind a zero, behind nothing, or behind more than three digits.
    let may_be_group = behind.len() == 3 && (1..=3).contains(&before.len()) && before.first() != Some(&b'0');
    match mark {
        b'.' | b',' if may_be_group => Some(Meaning {
            either_at: Some(at),
            mark: Mark::Either(char::from(mark)),
            ..Meaning::default()
        }),
        b'.' | b',' | b'd' => Some(decimals(mark, at, false)),
        _ => may_be_group.then(|| Meaning {
            is_grouped: true,
            ..Meaning::default()
        }),
    }
}

fn decimals(mark: u8, at: usize, is_grouped: bool) -> Meaning {
    Meaning {
        decimal_at: Some(at),
        either_at: None,
        is_grouped,
        mark: match mark {
            b'.' | b',' => Mark::Certain(char::from(mark)),
            _ => Mark::None,
        },
    }
}

/// Returns whether digits stand in groups of three between `separator`, or in those of India: three at the end, two
/// before (1,20,000).
fn are_groups(symbols: &[u8], separator: u8) -> bool {
    let mut groups = symbols.split(|symbol| *symbol == separator);
    let (Some(first), Some(last)) = (groups.next(), groups.next_back()) else {
        return false;
    };
    let all_digits = |group: &[u8]| group.iter().all(u8::is_ascii_digit);
    let are_long = |length: usize| move |group: &[u8]| group.len() == length && all_digits(group);
    let fits = |longest: usize| (1..=longest).contains(&first.len()) && all_digits(first);
    first.first() != Some(&b'0')
        && are_long(3)(last)
        && (fits(3) && groups.clone().all(are_long(3))
            || matches!(separator, b',' | b't') && fits(2) && groups.all(are_long(2)))
}
