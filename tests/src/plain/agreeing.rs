//! Two answers held against each other.

use serde_json::Value;

/// Names where the program's answer differs from what was expected; what is not expected is not looked at.
pub fn differences(place: &str, expected: &Value, found: &Value) -> Vec<String> {
    match (expected, found) {
        (Value::Object(fields), _) => fields
            .iter()
            .flat_map(|(name, value)| differences(&format!("{place}.{name}"), value, &found[name.as_str()]))
            .collect(),
        (Value::Array(all), Value::Array(others)) if all.len() == others.len() => all
            .iter()
            .zip(others)
            .enumerate()
            .flat_map(|(at, (value, other))| differences(&format!("{place}[{at}]"), value, other))
            .collect(),
        _ if are_alike(expected, found) => Vec::new(),
        _ => vec![format!("{place}: expected {expected}, found {found}")],
    }
}

/// The last bits of a quotient may differ by the order in which it was worked out.
fn are_alike(expected: &Value, found: &Value) -> bool {
    match (expected.as_f64(), found.as_f64()) {
        (Some(a), Some(b)) => (a - b).abs() <= 1e-7 * a.abs().max(1.0),
        _ => expected == found,
    }
}

/// Names how rows differ that are found by their name, in whatever order they stand.
pub fn row_differences(place: &str, expected: &Value, found: &Value) -> Vec<String> {
    let rows = |list: &Value| list.as_array().cloned().unwrap_or_default();
    let (expected, found) = (rows(expected), rows(found));
    let named = |list: &[Value], name: &Value| list.iter().find(|row| row["name"] == *name).cloned();
    let mut all = Vec::new();
    for row in &expected {
        let place = format!("{place} {}", row["name"]);
        match named(&found, &row["name"]) {
            Some(other) => all.extend(differences(&place, row, &other)),
            None => all.push(format!("{place}: there is no such row")),
        }
    }
    for row in &found {
        if named(&expected, &row["name"]).is_none() {
            all.push(format!("{place} {}: nothing is known of this row", row["name"]));
        }
    }
    all
}
