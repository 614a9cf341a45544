//! Words as they sound, without how they are written: case, accents, punctuation, the humps of `LeadSource`.

/// Letters with a mark, and the plain letters that stand for them. Lower case: that is made first.
const MARKED: &[(&str, &str)] = &[
    ("àáâãäåāăą", "a"),
    ("çćĉċč", "c"),
    ("ďđð", "d"),
    ("èéêëēĕėęě", "e"),
    ("ĝğġģ", "g"),
    ("ĥħ", "h"),
    ("ìíîïĩīĭįı", "i"),
    ("ĵ", "j"),
    ("ķ", "k"),
    ("ĺļľŀł", "l"),
    ("ñńņňŉ", "n"),
    ("òóôõöøōŏő", "o"),
    ("ŕŗř", "r"),
    ("śŝşšș", "s"),
    ("ţťŧț", "t"),
    ("ùúûüũūŭůűų", "u"),
    ("ŵ", "w"),
    ("ýÿŷ", "y"),
    ("źżž", "z"),
    ("ß", "ss"),
    ("æ", "ae"),
    ("œ", "oe"),
    ("þ", "th"),
    ("ё", "е"),
    ("ά", "α"),
    ("έ", "ε"),
    ("ή", "η"),
    ("ίϊΐ", "ι"),
    ("ό", "ο"),
    ("ύϋΰ", "υ"),
    ("ώ", "ω"),
    ("ς", "σ"),
];

/// Adds a character in lower case and without its accent. An accent that stands as a character of its own adds nothing.
fn push_folded(c: char, to: &mut String) {
    if c.is_ascii() {
        to.push(c.to_ascii_lowercase());
        return;
    }
    for lower in c.to_lowercase() {
        if ('\u{300}'..='\u{36f}').contains(&lower) {
            continue;
        }
        match MARKED.iter().find(|(marked, _)| marked.contains(lower)) {
            Some((_, plain)) => to.push_str(plain),
            None => to.push(lower),
        }
    }
}

/// Returns a text in lower case and without accents.
pub fn fold(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    fold_into(text, &mut plain);
    plain
}

/// Adds a text in lower case and without accents.
pub fn fold_into(text: &str, to: &mut String) {
    if text.is_ascii() {
        to.extend(text.bytes().map(|byte| char::from(byte.to_ascii_lowercase())));
        return;
    }
    text.chars().for_each(|c| push_folded(c, to));
}

/// So many places of a word are read in two ways; a name has no more.
const EITHER_WAY: usize = 3;

/// Returns a plain text in all ways in which somebody may mean it, as it stands first: *koehler* may be *köhler*, which is *kohler*
/// here. At the end of a word nothing is an umlaut: *blue* is no *blu*.
pub fn spellings(plain: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut rest = plain.chars().peekable();
    let (mut before, mut ways) = (None, 0);
    while let Some(c) = rest.next() {
        let is_pair = c == 'e' && matches!(before, Some('a' | 'o' | 'u'));
        let goes_on = rest.peek().is_some_and(|next| next.is_alphanumeric());
        let without = if is_pair && goes_on && ways < EITHER_WAY {
            ways += 1;
            all.clone()
        } else {
            Vec::new()
        };
        all.iter_mut().for_each(|spelling| spelling.push(c));
        all.extend(without);
        before = Some(c);
    }
    all
}

/// Returns the words of a header or a value: `LeadSource`, `lead_source` and "Lead Source" are all *lead*, *source*.
pub fn words(text: &str) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let mut words = vec![String::new()];
    for (place, &c) in letters.iter().enumerate() {
        let before = place.checked_sub(1).and_then(|before| letters.get(before));
        let after = letters.get(place + 1);
        // A hump: `leadSource`, or the last capital of a row of them, `SFDCLead`.
        let hump = c.is_uppercase()
            && before.is_some_and(|b| {
                b.is_lowercase() || (b.is_uppercase() && after.is_some_and(|a| a.is_lowercase()))
            });
        let digit = before.is_some_and(|b| b.is_alphabetic() && c.is_ascii_digit());
        if hump || digit || !(c.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&c)) {
            words.push(String::new());
        }
        if c.is_alphanumeric()
            && let Some(word) = words.last_mut()
        {
            push_folded(c, word);
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// Returns texts without white space around them, without empty ones, and each that is the same as an earlier one left out.
pub fn distinct(texts: Vec<String>, is_same: impl Fn(&str, &str) -> bool) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for text in texts {
        let text = text.trim();
        if !text.is_empty() && !kept.iter().any(|known| is_same(known, text)) {
            kept.push(text.into());
        }
    }
    kept
}

/// Returns only the letters and digits of a text, plain: what two spellings of one word have in common.
pub fn key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .for_each(|c| push_folded(c, &mut key));
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_umlaut_is_typed_in_two_letters() {
        assert_eq!(spellings("koehler"), ["koehler", "kohler"]);
        assert_eq!(spellings(&fold("Mueller")), ["mueller", "muller"]);
        assert!(spellings("manuela mueller").contains(&fold("Manuela Müller")));
        for text in ["blue", "due date", "köhler", "", "e", "aë"] {
            assert_eq!(spellings(text), [text], "{text}");
        }
        assert_eq!(spellings(&"ue".repeat(40)).len(), 1 << EITHER_WAY);
    }

    #[test]
    fn one_name_however_it_is_written() {
        for text in [
            "Lead Source",
            "LeadSource",
            "lead_source",
            "LEAD-SOURCE",
            " Lead  Source ",
            "lead.source",
        ] {
            assert_eq!(words(text), ["lead", "source"], "{text}");
            assert_eq!(key(text), "leadsource", "{text}");
        }
        assert_eq!(
            words("ConvertedOpportunityId"),
            ["converted", "opportunity", "id"]
        );
        assert_eq!(words("SFDCLeadID"), ["sfdc", "lead", "id"]);
        assert_eq!(words("Phone2"), ["phone", "2"]);
        assert_eq!(words("Date de création"), ["date", "de", "creation"]);
        // Composed or not.
        assert_eq!(key("cre\u{301}ation"), key("création"));
        assert_eq!(fold("Straße"), "strasse");
        // Other scripts have capitals, too; Turkish has four letters where others have two.
        assert_eq!(fold("ИВАН Алёхин"), "иван алехин");
        assert_eq!(fold("İSTANBUL Işık"), "istanbul isik");
        assert_eq!(fold("Αθήνα ΣΟΦΌΣ"), fold("ΑΘΉΝΑ σοφός"));
        assert_eq!(words("—"), Vec::<String>::new());
    }
}
