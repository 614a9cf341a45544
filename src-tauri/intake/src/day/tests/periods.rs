use super::*;

#[test]
fn months_are_read_without_a_day() {
    for text in [
        "2024-01",
        "01/2024",
        "1.2024",
        "202401",
        "Jan 2024",
        "January 2024",
        "2024 January",
        "Jan-24",
        "Jan '24",
        "janvier 2024",
        "enero de 2024",
        "stycznia 2024",
        "январь 2024 г.",
        "2024年1月",
        "2024년 1월",
        "2024-01-17",
        "2024-01-01T00:00:00+01:00",
    ] {
        assert_eq!(read_month(text, Dmy), day(2024, 1, 1), "{text}");
        assert_eq!(
            read_period(text, Dmy),
            day(2024, 1, 1).map(|first| (first, 1)),
            "{text}"
        );
    }
    for text in [
        "2024-13",
        "1/24",
        "2024",
        "x 2024",
        "",
        "202413",
        "198912",
        "24 Jan",
        "Q1 2024",
        "Jan",
        "listopad 2024",
        "Jan Feb 2024",
    ] {
        assert_eq!(read_month(text, Dmy), None, "{text}");
    }
    assert_eq!(read_month("listopad 2024.", Dmy), day(2024, 10, 1));
}

#[test]
fn quarters_and_halves_are_longer_than_months() {
    for text in [
        "Q2 2024",
        "2024-Q2",
        "2024Q2",
        "2024 q2",
        "Q2/2024",
        "Q2-24",
        "Q2 '24",
        "2Q24",
        "2Q 2024",
        "2. Quartal 2024",
        "2nd quarter 2024",
        "T2 2024",
    ] {
        assert_eq!(
            read_period(text, Dmy),
            day(2024, 4, 1).map(|first| (first, 3)),
            "{text}"
        );
    }
    assert_eq!(
        read_period("H2 2024", Dmy),
        day(2024, 7, 1).map(|first| (first, 6))
    );
    for text in [
        "Q5 2024",
        "Q0 2024",
        "H3 2024",
        "Q1 FY24",
        "FY2024",
        "2024-W03",
        "Q1",
        "24Q1",
        "Q Q1 2024",
        "Jan Q1 2024",
        "Q4294967295 2024",
    ] {
        assert_eq!(read_period(text, Dmy), None, "{text}");
    }
}
