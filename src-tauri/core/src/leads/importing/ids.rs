//! Ids of other systems: what two ways of writing one have in common.

/// Returns the one way of writing an id. Salesforce writes the same id with 15 characters or with 18, the last three of which
/// only say which of the others are capitals; where they do, they are left out.
pub(super) fn canonical(id: &str) -> &str {
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

/// Returns the first of several ids in one cell, as HubSpot writes the contacts of a deal: "101;102".
pub(super) fn first(ids: &str) -> &str {
    ids.split([';', '|', ',']).next().unwrap_or_default().trim()
}

/// Returns whether mail to this address is read by whoever is on duty: info@, sales@.
pub(super) fn is_shared_mailbox(email: &str) -> bool {
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
}
