//! Columns of codes, in which "NA" is one: Namibia among countries, North America among regions.

/// What may be a code, and says everywhere else that there is no value.
pub(crate) const NA: &str = "NA";

/// What companies call the parts of the world. One of them tells a column of regions.
const REGIONS: &[&str] = &[
    "EMEA", "APAC", "LATAM", "AMER", "AMERICAS", "NAM", "NORAM", "MEA", "ANZ", "APJ", "JAPAC", "DACH", "UKI",
    "UK&I", "CEE", "MENA", "SEA", "ASEAN", "LAC", "LAM", "NEMEA",
];

/// Returns whether the values of a column, of which so many cells are filled, are codes among which "NA" is one: regions, or
/// nearly all of them two capital letters.
pub(crate) fn are_codes(filled: u64, values: &[(String, u64)]) -> bool {
    let is_region = |value: &str| REGIONS.contains(&value.to_uppercase().as_str());
    let is_pair = |value: &str| value.len() == 2 && value.bytes().all(|byte| byte.is_ascii_uppercase());
    let cells = |is: &dyn Fn(&str) -> bool| -> u64 {
        let those = values.iter().filter(|(value, _)| is(value));
        those.map(|(_, times)| times).sum()
    };
    let codes = cells(&|value| is_region(value) || is_pair(value));
    cells(&is_region) > 0 || (codes > 0 && codes * 20 >= filled * 19)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_and_countries_are_codes_and_words_are_none() {
        let are = |values: &[&str]| {
            let values: Vec<(String, u64)> = values.iter().map(|value| ((*value).to_string(), 1)).collect();
            are_codes(values.len() as u64, &values)
        };
        assert!(are(&["DE", "FR", "ZA"]) && are(&["DE"]));
        assert!(are(&["EMEA", "LATAM"]) && are(&["emea", "North Asia"]));
        assert!(!are(&[]) && !are(&["Web", "Fair"]) && !are(&["DE", "Fair"]) && !are(&["no", "si"]));
    }
}
