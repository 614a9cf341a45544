//! Currencies by the signs and codes that stand beside numbers.

use super::symbols::{CODES, SIGNS};

/// The currency that stood beside a number: a certain one, or a sign that several currencies share.
///
/// Lists of currencies come from CLDR, see `scripts/cldr-currencies.mjs`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Money(Place);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Place {
    Code(u16),
    Sign(u16),
}

impl Money {
    /// Returns the currency that a sign or an ISO 4217 code names, exactly as it is written: "€", "kr", "SEK".
    pub fn named(text: &str) -> Option<Money> {
        if let [b'A'..=b'Z', b'A'..=b'Z', b'A'..=b'Z'] = text.as_bytes() {
            let code = CODES.binary_search_by(|(code, _)| (*code).cmp(text));
            if let Ok(place) = code {
                return Some(Money(Place::Code(u16::try_from(place).ok()?)));
            }
        }
        let find = |text: &str| SIGNS.binary_search_by(|(sign, _)| (*sign).cmp(text)).ok();
        // "kr." is "kr", unless the point belongs to it.
        let place = find(text).or_else(|| find(text.strip_suffix('.')?))?;
        let (_, codes) = SIGNS.get(place)?;
        // A sign of one currency is that currency, so that "€" and "EUR" are the same.
        if codes.len() == 3 {
            return Money::named(codes);
        }
        Some(Money(Place::Sign(u16::try_from(place).ok()?)))
    }

    /// Returns the currency as people write it: as [`Money::named`], or as its code in small letters ("usd"), unless that is
    /// a word of its own ("all", "top").
    pub fn written(text: &str) -> Option<Money> {
        Money::named(text).or_else(|| {
            let &[a, b, c] = text.strip_suffix('.').unwrap_or(text).as_bytes() else {
                return None;
            };
            let code = [a, b, c].map(|letter| letter.to_ascii_uppercase());
            let code = std::str::from_utf8(&code).ok()?;
            (!is_word(code)).then(|| Money::named(code))?
        })
    }

    /// Returns the ISO 4217 code where it is certain; nothing for a sign that several currencies share.
    pub fn code(self) -> Option<&'static str> {
        match self.0 {
            Place::Code(_) => Some(self.name()),
            Place::Sign(_) => None,
        }
    }

    /// Returns the ISO 4217 codes of all currencies that it may be, the most usual first.
    pub fn candidates(self) -> impl Iterator<Item = &'static str> {
        let codes = match self.0 {
            Place::Code(_) => self.name(),
            Place::Sign(place) => SIGNS.get(usize::from(place)).map_or("", |(_, codes)| codes),
        };
        codes.split(' ')
    }

    /// Returns whether it may be the currency of this ISO 4217 code.
    pub fn may_be(self, code: &str) -> bool {
        self.candidates().any(|candidate| candidate == code)
    }

    /// Returns the code where it is certain, and the sign where it is not: "SEK", "kr".
    pub fn name(self) -> &'static str {
        match self.0 {
            Place::Code(place) => CODES.get(usize::from(place)).map_or("", |(code, _)| code),
            Place::Sign(place) => SIGNS.get(usize::from(place)).map_or("", |(sign, _)| sign),
        }
    }

    /// Returns how many decimals amounts of it have, 2 for cents; nothing where the currencies it may be differ in that.
    pub fn digits(self) -> Option<u32> {
        let mut all = self.candidates().map(digits);
        let first = all.next()??;
        all.all(|digits| digits == Some(first)).then_some(first)
    }

    /// Returns whether amounts of it never have decimals.
    pub(super) fn is_without_decimals(self) -> bool {
        self.candidates().all(|code| digits(code) == Some(0))
    }

    /// Returns what two namings of one amount come to: "$5 MXN" are pesos. Nothing where they contradict each other.
    pub fn and(self, other: Money) -> Option<Money> {
        if self == other {
            return Some(self);
        }
        match (self.code(), other.code()) {
            (Some(code), None) => other.may_be(code).then_some(self),
            (None, Some(code)) => self.may_be(code).then_some(other),
            // "C$" are some of the dollars.
            (None, None) if self.candidates().all(|code| other.may_be(code)) => Some(self),
            (None, None) if other.candidates().all(|code| self.may_be(code)) => Some(other),
            _ => None,
        }
    }
}

/// Codes that are words, too: written small, or right before digits, they are no currencies ("top 10", "ALL1").
const WORDS: &[&str] = &[
    "ALL", "AMD", "ANG", "BAM", "BOB", "COP", "CUP", "GEL", "LAK", "MAD", "MOP", "PEN", "SOS", "TOP", "TRY",
    "STN", "XAD", "CHE", "VED",
];

/// Returns whether a code is a word, too.
pub(super) fn is_word(code: &str) -> bool {
    WORDS.contains(&code)
}

/// Returns the decimals of a currency's amounts, or nothing when there is no such code.
fn digits(code: &str) -> Option<u32> {
    let place = CODES.binary_search_by(|(known, _)| (*known).cmp(code)).ok()?;
    CODES.get(place).map(|(_, digits)| u32::from(*digits))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_and_every_sign_has_its_codes() {
        assert!(CODES.is_sorted() && SIGNS.is_sorted());
        for (sign, codes) in SIGNS {
            assert!(!codes.is_empty() && Money::named(sign).is_some(), "{sign}");
            assert!(codes.split(' ').all(|code| digits(code).is_some()), "{sign}");
        }
    }

    #[test]
    fn signs_say_what_they_can() {
        let may_be = |text: &str| Money::named(text).map(|money| money.candidates().collect::<Vec<_>>());
        assert_eq!(may_be("kr"), Some(vec!["SEK", "DKK", "ISK", "NOK"]));
        assert_eq!(may_be("¥"), Some(vec!["JPY", "CNY"]));
        assert_eq!(may_be("zł"), Some(vec!["PLN"]));
        assert_eq!(Money::named("€").and_then(Money::code), Some("EUR"));
        assert_eq!(Money::named("€"), Money::named("EUR"));
        assert_eq!(Money::named("$").and_then(Money::code), None);
        assert_eq!(Money::named("$").map(Money::name), Some("$"));
        assert!(Money::named("$").is_some_and(|money| money.may_be("CAD") && !money.may_be("EUR")));
        for nothing in ["", "x", "ABC", "EURO5", "€€"] {
            assert_eq!(Money::named(nothing), None, "{nothing}");
        }
    }

    #[test]
    fn decimals_are_known_where_the_currency_is() {
        let digits = |text: &str| Money::named(text).and_then(Money::digits);
        assert_eq!(digits("KWD"), Some(3));
        assert_eq!(digits("JPY"), Some(0));
        assert_eq!(digits("€"), Some(2));
        assert_eq!(digits("¥"), None);
    }

    #[test]
    fn two_namings_beside_one_number_must_agree() {
        let both = |one: &str, other: &str| Money::named(one)?.and(Money::named(other)?)?.code();
        assert_eq!(both("$", "MXN"), Some("MXN"));
        assert_eq!(both("SEK", "kr"), Some("SEK"));
        assert_eq!(both("€", "USD"), None);
        assert_eq!(both("$", "£"), None);
    }
}
