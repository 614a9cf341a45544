use super::*;

type End = Option<(i64, bool)>;

fn ends(text: &str, decimal: char) -> Option<(End, End)> {
    let range = range(text, decimal)?;
    let end = |bound: Option<Bound>| bound.map(|bound| (bound.value.hundredths() / 100, bound.is_included));
    Some((end(range.low), end(range.high)))
}

#[test]
fn ranges_are_read_with_their_ends() {
    let between = |low, high| (Some((low, true)), Some((high, true)));
    for (text, expected) in [
        ("51-200", between(51, 200)),
        ("1–10", between(1, 10)),
        ("0-9", between(0, 9)),
        ("1 - 10", between(1, 10)),
        ("501-1000", between(501, 1_000)),
        ("1000-4999", between(1_000, 4_999)),
        ("1,001 to 5,000", between(1_001, 5_000)),
        ("5,001-10,000", between(5_001, 10_000)),
        ("51-200 employees", between(51, 200)),
        ("11 bis 50 Mitarbeiter", between(11, 50)),
        ("$10M-$50M", between(10_000_000, 50_000_000)),
        ("$10M to $50M", between(10_000_000, 50_000_000)),
        ("1-5 Mio. €", between(1_000_000, 5_000_000)),
        ("from 10 to 20", between(10, 20)),
        ("5%-10%", between(5, 10)),
        ("1,000+", (Some((1_000, true)), None)),
        ("50+", (Some((50, true)), None)),
        ("50+ employees", (Some((50, true)), None)),
        ("> 1000", (Some((1_000, false)), None)),
        (">1000", (Some((1_000, false)), None)),
        ("≥ 50", (Some((50, true)), None)),
        (">= 50", (Some((50, true)), None)),
        ("< 10", (None, Some((10, false)))),
        ("up to 50", (None, Some((50, true)))),
        ("Less than 50 people", (None, Some((50, false)))),
        ("10,000 or more", (Some((10_000, true)), None)),
        ("10,000 employees or more", (Some((10_000, true)), None)),
        ("über 500", (Some((500, false)), None)),
        ("jusqu’à 50", (None, Some((50, true)))),
    ] {
        assert_eq!(ends(text, '.'), Some(expected), "{text}");
    }
    assert_eq!(ends("1.001-5.000", ','), Some(between(1_001, 5_000)));
}

#[test]
fn days_telephone_numbers_and_ids_are_no_ranges() {
    for text in [
        "",
        "50",
        "2024-01",
        "2024-12",
        "01-2024",
        "5-2024",
        "2024-2025",
        "2024-01-05",
        "01-05",
        "555-1234",
        "0221-123456",
        "+49-221",
        "1-800-555",
        "200-51",
        "12-3",
        "a-b",
        "A1-B2",
        "-5",
        "10-10",
        "SAR-1001",
        "more",
        "1.2.3-4",
        "5 x 7",
        ">",
        "+",
    ] {
        assert_eq!(range(text, '.'), None, "{text}");
    }
}
