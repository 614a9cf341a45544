//! In which language dates and numbers are written. The page cannot find out by itself: under `LANG=C` its own answer
//! is "C", and its number formats fail on that.

/// What we write in when the machine does not say.
const FALLBACK: &str = "en-GB";

/// Returns the machine's language as a tag that every number format knows, like "de-CH".
pub fn of_this_machine() -> String {
    sys_locale::get_locale()
        .and_then(|found| as_tag(&found))
        .unwrap_or_else(|| FALLBACK.to_owned())
}

/// Turns what an operating system says ("de_CH.UTF-8", "en-US", "C") into a language tag, or `None`.
fn as_tag(found: &str) -> Option<String> {
    let plain = found.split(['.', '@']).next().unwrap_or_default();
    let mut parts = plain.split(['-', '_']);
    let language = parts.next()?.to_ascii_lowercase();
    if !(2..=3).contains(&language.len()) || !language.bytes().all(|b| b.is_ascii_lowercase()) {
        return None;
    }
    let region = parts
        .filter(|part| part.len() == 2 && part.bytes().all(|b| b.is_ascii_alphabetic()))
        .last();
    Some(match region {
        Some(region) => format!("{language}-{}", region.to_ascii_uppercase()),
        None => language,
    })
}

#[cfg(test)]
mod tests {
    use super::as_tag;

    #[test]
    fn what_systems_say_becomes_a_tag() {
        assert_eq!(as_tag("de_CH.UTF-8").as_deref(), Some("de-CH"));
        assert_eq!(as_tag("en-us").as_deref(), Some("en-US"));
        assert_eq!(as_tag("zh-Hant-TW").as_deref(), Some("zh-TW"));
        assert_eq!(as_tag("sr_RS@latin").as_deref(), Some("sr-RS"));
        assert_eq!(as_tag("fr").as_deref(), Some("fr"));
    }

    #[test]
    fn what_is_no_language_is_not_passed_on() {
        for no_language in ["C", "POSIX", "", "C.UTF-8", "english", "e1_US"] {
            assert_eq!(as_tag(no_language), None, "{no_language}");
        }
    }
}
