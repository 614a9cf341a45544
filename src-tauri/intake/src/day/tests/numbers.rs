use super::*;

#[test]
fn numbers_stand_for_days_in_plausible_years_only() {
    use DayNumber::{ExcelSerial, Milliseconds, Seconds};
    for (text, expected) in [
        ("1767571200", Some((day(2026, 1, 5), Seconds))),
        ("1767571200000", Some((day(2026, 1, 5), Milliseconds))),
        ("1767571200.25", Some((day(2026, 1, 5), Seconds))),
        ("46027", Some((day(2026, 1, 5), ExcelSerial))),
        ("46027.65", Some((day(2026, 1, 5), ExcelSerial))),
        ("46027,65", Some((day(2026, 1, 5), ExcelSerial))),
        ("32874", Some((day(1990, 1, 1), ExcelSerial))),
        ("73415", Some((day(2100, 12, 31), ExcelSerial))),
        ("73416", None),
        ("32873", None),
        ("631151999", None),
        ("631152000", Some((day(1990, 1, 1), Seconds))),
        ("4133980799", Some((day(2100, 12, 31), Seconds))),
        ("4133980800", None),
        ("631151999999", None),
        ("4133980799999", Some((day(2100, 12, 31), Milliseconds))),
        ("4133980800000", None),
        ("0767571200", None),
        ("46.027", None),
        ("46027.", None),
        ("-46027", None),
        ("46 027", None),
        ("+46027", None),
        ("", None),
    ] {
        let expected = expected.and_then(|(day, number)| Some((day?, number)));
        assert_eq!(epoch_or_serial(text), expected, "{text}");
        if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
            assert_eq!(
                day_number_of_digits(text),
                expected.map(|(_, number)| number),
                "{text}"
            );
        }
        assert_eq!(read_cell(text, Ymd, utc), expected.map(|(day, _)| day), "{text}");
    }
}

#[test]
fn days_that_stand_for_nothing_are_told() {
    for text in [
        "0000-00-00",
        "0000-00-00 00:00:00",
        "00/00/0000",
        "0/0/0000",
        "00.00.00",
        "1/0/1900",
        "1900-01-00",
        "0001-01-01",
        "01.01.0001 00:00:00",
        "0001-01-01T00:00:00Z",
        "1753-01-01",
        "01.01.1753",
        "1899-12-30",
        "12/30/1899",
        "30.12.1899",
        "1899-12-31",
        "1900-01-01",
        "1970-01-01",
        "1970-01-01T00:00:00Z",
        "1970-01-01T01:00:00+01:00",
        "1969-12-31T19:00:00-05:00",
        "Thu, 1 Jan 1970 00:00:00 GMT",
        "9999-12-31",
        "31/12/9999",
        "9999-12-31T23:59:59Z",
        "2999-12-31",
    ] {
        assert!(is_placeholder(text), "{text}");
    }
    for text in [
        "",
        "0",
        "0-0-0",
        "2026-01-05",
        "1970-01-02",
        "1971-01-01",
        "1/1/70 or so",
        "0000",
        "1-1-1",
        "00:00",
    ] {
        assert!(!is_placeholder(text), "{text}");
    }
}

#[test]
fn swapped_days_are_turned_back() {
    assert_eq!(day(2024, 3, 4).and_then(swapped), day(2024, 4, 3));
    assert_eq!(day(2024, 3, 14).and_then(swapped), None);
}
