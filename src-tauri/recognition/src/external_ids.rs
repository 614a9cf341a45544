//! Ids of other systems: what two ways of writing one have in common.

/// Returns the one way of writing an id. Salesforce writes the same id with 15 characters or with 18, the last three of which
/// only say which of the others are capitals; where they do, they are left out.
pub fn canonical(id: &str) -> &str {
    match id.get(..15) {
        Some(short)
            if id.len() == 18
                && id
                    .get(15..)
                    .is_some_and(|check| check.eq_ignore_ascii_case(&capitals(short))) =>
        {
            short
        }
        _ => id,
    }
}

/// The three characters that Salesforce puts behind an id of 15: each says which of five characters are capitals, the first of
/// them in the lowest bit, as a letter or digit of base 32.
fn capitals(short: &str) -> String {
    const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    short
        .as_bytes()
        .chunks(5)
        .map(|five| {
            let bits = five
                .iter()
                .enumerate()
                .filter(|(_, letter)| letter.is_ascii_uppercase())
                .fold(0_usize, |bits, (place, _)| bits | 1 << place);
            LETTERS.get(bits).copied().map_or('A', char::from)
        })
        .collect()
}

/// What a person is in Salesforce: its ids begin otherwise for a lead and for the contact that became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PersonAs {
    /// A lead, "00Q…".
    Lead,
    /// A contact, "003…".
    Contact,
}

impl PersonAs {
    /// Reads it from an id.
    pub fn of(id: &str) -> Option<Self> {
        match id.get(..3) {
            Some("00Q") => Some(Self::Lead),
            Some("003") => Some(Self::Contact),
            _ => None,
        }
    }

    /// Returns the other one.
    pub fn other(self) -> Self {
        match self {
            Self::Lead => Self::Contact,
            Self::Contact => Self::Lead,
        }
    }
}

/// Returns the number that an id is, in its plainest spelling: without the noughts before it, which spreadsheets drop, and
/// without the ".0" and the marks of thousands that they add. Nothing where it is no number.
pub fn number(id: &str) -> Option<String> {
    const MOST: usize = 40;
    let is_mark = |c: char| matches!(c, ',' | '.' | ' ' | '\u{a0}' | '\u{202f}' | '\'' | '’');
    let bare = id
        .trim()
        .trim_start_matches(['=', '\'', '"'])
        .trim_end_matches('"');
    if bare.len() > MOST || !bare.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let decimals = [".00", ",00", ".0", ",0"]
        .iter()
        .find_map(|none| bare.strip_suffix(none));
    let whole = decimals.unwrap_or(bare);
    let groups: Vec<&str> = whole.split(is_mark).collect();
    let is_grouped = groups.len() == 1
        || groups.first().is_some_and(|first| (1..=3).contains(&first.len()))
            && groups.iter().skip(1).all(|group| group.len() == 3);
    let digits = groups.concat();
    if !is_grouped || digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let plain = digits.trim_start_matches('0');
    Some(if plain.is_empty() { "0" } else { plain }.into())
}

/// Returns whether a spreadsheet wrote an id as a number and dropped its last digits: 1.23457E+17. Many ids read so.
pub fn has_lost_digits(id: &str) -> bool {
    let Some((digits, power)) = id.trim().split_once(['E', 'e']) else {
        return false;
    };
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let mut parts = digits.split([',', '.']);
    power.strip_prefix('+').is_some_and(is_digits) && parts.all(is_digits)
}

/// Returns the first of several ids in one cell, as HubSpot writes the contacts of a deal: "101;102".
pub fn first(ids: &str) -> &str {
    ids.split([';', '|', ',']).next().unwrap_or_default().trim()
}

/// Returns whether mail to this address is read by whoever is on duty: info@, sales@.
pub fn is_shared_mailbox(email: &str) -> bool {
    const SHARED: [&str; 22] = [
        "info",
        "sales",
        "office",
        "contact",
        "hello",
        "admin",
        "support",
        "mail",
        "team",
        "service",
        "marketing",
        "hr",
        "jobs",
        "kontakt",
        "buero",
        "vertrieb",
        "bureau",
        "contacto",
        "ventas",
        "purchasing",
        "einkauf",
        "accounts",
    ];
    let name = email.split('@').next().unwrap_or_default();
    SHARED.iter().any(|shared| shared.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_of_15_characters_and_of_18_are_one() {
        for id in [
            "00Q5g00000AbCdE",
            "0065g00000XyZaB",
            "aaaaabbbbbccccc",
            "AAAAABBBBBCCCCC",
        ] {
            let long = format!("{id}{}", capitals(id));
            assert_eq!(canonical(&long), id);
            assert_eq!(canonical(id), id);
        }
        assert_eq!(capitals("00Q5g00000AbCdE"), "EAV");
        // Eighteen characters that are not such an id stay what they are.
        assert_eq!(canonical("123456789012345678"), "123456789012345678");
    }

    #[test]
    fn an_id_that_is_a_number_is_one_however_a_spreadsheet_writes_it() {
        for id in ["123", "00123", "123.0", "123,00", "'00123", "=\"00123\""] {
            assert_eq!(number(id).as_deref(), Some("123"), "{id}");
        }
        for id in [
            "1001",
            "1,001",
            "1.001",
            "1 001",
            "1\u{202f}001",
            "1’001",
            "1,001.00",
        ] {
            assert_eq!(number(id).as_deref(), Some("1001"), "{id}");
        }
        for id in [
            "", "O-1", "12-3", "1,01", "1.2.3", "00Q1", "123.5", "1234,567", "٣",
        ] {
            assert_eq!(number(id), None, "{id}");
        }
    }

    #[test]
    fn an_id_without_its_last_digits_is_known_by_its_power_of_ten() {
        for id in ["1.23457E+17", "1,23457E+17", "5E+15", "1.2e+20"] {
            assert!(has_lost_digits(id), "{id}");
        }
        for id in ["12E4", "ABE+1", "E+17", "1.2E17", "O-1", "1.23457E+X"] {
            assert!(!has_lost_digits(id), "{id}");
        }
    }
}
