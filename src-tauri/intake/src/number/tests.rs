use super::*;

fn value(text: &str, decimal: char) -> Option<i64> {
    read(text, decimal).map(Written::hundredths)
}

fn currency(text: &str) -> Option<Option<&'static str>> {
    read(text, '.').map(|number| number.currency.map(Money::name))
}

#[test]
fn what_people_write_is_read() {
    for (text, decimal, hundredths) in [
        ("12", '.', 1_200),
        ("1,234", '.', 123_400),
        ("1,234", ',', 123),
        ("1.234.567", '.', 123_456_700),
        ("1.234,5", '.', 123_450),
        ("$200,000 ", '.', 20_000_000),
        ("(1,200)", '.', -120_000),
        ("-7.5", '.', -750),
        ("63.15 %", '.', 6_315),
        ("63,15%", '.', 6_315),
        ("٪ ١٢", '.', 1_200),
        ("%5", '.', 500),
        ("1 234 567,89", ',', 123_456_789),
        ("1\u{202f}234\u{202f}567,89", '.', 123_456_789),
        ("1\u{2009}234\u{a0}567", '.', 123_456_700),
        ("0.5M", '.', 50_000_000),
        ("12.5K", '.', 1_250_000),
        ("1.2M", '.', 120_000_000),
        ("57 days", '.', 5_700),
        ("1 day", '.', 100),
        ("3 d", '.', 300),
        ("0.125", ',', 13),
        ("0,125", '.', 13),
        (".5", ',', 50),
        ("1234.567", ',', 123_457),
        ("1'200.50", '.', 120_050),
        ("1’200", ',', 120_000),
        ("1'200,500", '.', 120_050),
        ("−3", '.', -300),
        ("50,00-", '.', -5_000),
        ("1200-", '.', -120_000),
        ("1.2E+03", ',', 120_000),
        ("1,2E+03", '.', 120_000),
        ("1.234E+05", ',', 12_340_000),
        ("1.5E-01", '.', 15),
        ("1,20,000", ',', 12_000_000),
        ("1,20,000.50", ',', 12_000_050),
        ("12,34,56,789", '.', 12_345_678_900),
        ("١٢٠٠", '.', 120_000),
        ("۱۲۰۰", '.', 120_000),
        ("१,२०,०००", '.', 12_000_000),
        ("１，２００．５０", ',', 120_050),
        ("١٬٢٠٠٫٥", ',', 120_050),
        ("1,200.", '.', 120_000),
        ("1200,-", '.', 120_000),
        ("1'200.–", '.', 120_000),
        ("'42", '.', 4_200),
        ("007", '.', 700),
        ("+5", '.', 500),
    ] {
        assert_eq!(value(text, decimal), Some(hundredths), "{text}");
    }
}

#[test]
fn money_is_read_with_its_currency() {
    for (text, name, hundredths) in [
        ("1 200,00 kr", "kr", 120_000),
        ("1 200 kr.", "kr", 120_000),
        ("500 zł", "PLN", 50_000),
        ("1 200,00 zł", "PLN", 120_000),
        ("R$ 1.200,00", "BRL", 120_000),
        ("R$ 500", "BRL", 50_000),
        ("A$1,200.00", "AUD", 120_000),
        ("US$1,200.00", "USD", 120_000),
        ("CA$ 5", "CAD", 500),
        ("₹1,20,000.00", "INR", 12_000_000),
        ("INR 1,20,000", "INR", 12_000_000),
        ("INR 5,000.00", "INR", 500_000),
        ("Rs. 500", "Rs", 50_000),
        ("Rs.500", "Rs", 50_000),
        ("AED 5000", "AED", 500_000),
        ("aed 5000", "AED", 500_000),
        ("5000 Eur", "EUR", 500_000),
        ("5 euros", "EUR", 500),
        ("1.200,- €", "EUR", 120_000),
        ("1.200,-- €", "EUR", 120_000),
        ("$ (1,200.00)", "$", -120_000),
        ("($1,200.00)", "$", -120_000),
        ("-$5", "$", -500),
        ("$-5", "$", -500),
        ("$ -5", "$", -500),
        ("$1.2M", "$", 120_000_000),
        ("1,2 Mio. €", "EUR", 120_000_000),
        ("3 Mrd. €", "EUR", 300_000_000_000),
        ("5 Tsd. €", "EUR", 500_000),
        ("5 k€", "EUR", 500_000),
        ("k€ 5", "EUR", 500_000),
        ("5 TEUR", "EUR", 500_000),
        ("5 $k", "$", 500_000),
        ("₹5 lakh", "INR", 50_000_000),
        ("CHF 1'200.50", "CHF", 120_050),
        ("CHF-1’234.50", "CHF", -123_450),
        ("Fr. 1'200.-", "CHF", 120_000),
        ("€ 3", "EUR", 300),
        ("€1234.5", "EUR", 123_450),
        ("$5 MXN", "MXN", 500),
        ("USD $5", "USD", 500),
        ("1200- €", "EUR", -120_000),
        ("F CFA 500", "XOF", 50_000),
        ("¥ 500", "¥", 50_000),
        ("￥500", "¥", 50_000),
        ("R 1 200,50", "ZAR", 120_050),
        ("R1,200.50", "ZAR", 120_050),
        ("£5", "£", 500),
        ("١٬٢٠٠٫٥٠ د.إ.\u{200f}", "AED", 120_050),
    ] {
        assert_eq!(
            (value(text, '.'), currency(text)),
            (Some(hundredths), Some(Some(name))),
            "{text}"
        );
    }
}

#[test]
fn what_is_no_number_is_not_read_as_one() {
    for text in [
        "",
        "Select",
        "n/a",
        "1,2,3.4.5",
        "+1 555 x",
        "NaN",
        "1e400",
        "1E5",
        "12E4",
        "970E99",
        "--1",
        "12-3",
        "€",
        "=1+1",
        "99999999999999999999999999",
        "5 h",
        "5 L",
        "5 R",
        "Q1",
        "Q 4",
        "P1",
        "R1001",
        "SAR-1001",
        "TOP10",
        "TOP 10",
        "top 10",
        "10 top",
        "+1 555 123 4567",
        "+49 221 9876543",
        "+15551234567",
        "+49 221 987",
        "0221 123456",
        "(376)694-9481",
        "555-1234",
        "1.2.3",
        "10.0.19045",
        "192.168.1.1",
        "192.168.100.200",
        "01.02.2024",
        "05.2024",
        "T$ 5",
        "2024.01.05",
        "2024-01-05",
        "1/2",
        "12:30",
        "51-200",
        "1,000+",
        "> 5",
        "€ 5 USD",
        "5 % €",
        "(5",
        "5)",
        "(-5)",
        "-(5)",
        "-5-",
        "1,20,00",
        "1 20 000",
        "12,,5",
        "1..5",
        "1,200,-5",
        "12,50,-",
        "5 kr kr kr kr",
        "1 5",
        "#12",
        "1,234,56",
        "0,500,000",
        "E5",
        "5 of 7",
        "5 FOO",
        "A5",
    ] {
        assert_eq!(read(text, '.'), None, "{text}");
        assert_eq!(read(text, ','), None, "{text}");
    }
}

#[test]
fn what_can_be_read_both_ways_says_so() {
    for (text, point, comma, mark) in [
        ("1.500", 150, 150_000, '.'),
        ("12.000 €", 1_200, 1_200_000, '.'),
        ("€ 25.000", 2_500, 2_500_000, '.'),
        ("1,234", 123_400, 123, ','),
        ("INR 5,000", 500_000, 500, ','),
        ("AED 5,000", 500_000, 500, ','),
        ("KWD 1.234", 123, 123_400, '.'),
        ("-1.500", -150, -150_000, '.'),
        ("1.250 Mio. €", 125_000_000, 125_000_000_000, '.'),
        ("12.500 %", 1_250, 1_250_000, '.'),
    ] {
        let read = readings(text).map(|n| (n.point.hundredths(), n.comma.hundredths(), n.mark));
        assert_eq!(read, Some((point, comma, Mark::Either(mark))), "{text}");
    }
}

#[test]
fn the_mark_is_given_away_where_there_is_no_other_way() {
    use Mark::{Certain, None};
    for (text, mark) in [
        ("12", None),
        ("1 200", None),
        ("1'200", None),
        ("12,5", Certain(',')),
        ("12.50", Certain('.')),
        ("0.125", Certain('.')),
        ("0,125", Certain(',')),
        ("1234.567", Certain('.')),
        ("1,234.5", Certain('.')),
        ("1.234,567", Certain(',')),
        ("1,234,567", Certain('.')),
        ("1.234.567", Certain(',')),
        ("1,20,000", Certain('.')),
        ("1 200,500", Certain(',')),
        ("1'200.500", Certain('.')),
        ("1.200,-", Certain(',')),
        ("1200,-", Certain(',')),
        ("1'200.-", Certain('.')),
        ("1.200.-", None),
        ("1.234E+05", Certain('.')),
        ("JPY 1,234", Certain('.')),
        ("1.234 Ft", Certain(',')),
        ("١٬٢٠٠٫٥", None),
    ] {
        assert_eq!(readings(text).map(|n| n.mark), Some(mark), "{text}");
    }
}

#[test]
fn amounts_are_exact_in_every_currency() {
    let minor = |text, digits| read(text, '.').and_then(|number| number.minor_units(digits));
    assert_eq!(minor("KWD 1250.755", 3), Some(1_250_755));
    assert_eq!(minor("12.345", 3), Some(12_345));
    assert_eq!(minor("12.345", 2), Some(1_235));
    assert_eq!(minor("-12.345", 2), Some(-1_235));
    assert_eq!(minor("12.5", 0), Some(13));
    assert_eq!(minor("-12.5", 0), Some(-13));
    assert_eq!(minor("0.0000005", 6), Some(1));
    assert_eq!(minor("1.23456789M", 2), Some(123_456_789));
    assert_eq!(minor("90000000000000", 2), Some(9_000_000_000_000_000));
    assert_eq!(minor("90000000000000", 3), None);
    assert_eq!(minor("5", 60), None);
    assert_eq!(read("12.50", '.').and_then(Written::whole), None);
    assert_eq!(read("12.00", '.').and_then(Written::whole), Some(12));
}

#[test]
fn amounts_as_every_language_of_ours_writes_them_are_read_back() {
    let mut read_back = 0;
    for line in include_str!("tests/cldr_amounts.tsv").lines() {
        let mut fields = line.split('\t');
        let (Some(language), Some(code), Some(minor), Some(text)) =
            (fields.next(), fields.next(), fields.next(), fields.next())
        else {
            continue;
        };
        let Some(readings) = readings(text) else {
            assert_eq!(text, "a number", "{language}");
            continue;
        };
        let money = Money::named(code);
        let digits = money.and_then(Money::digits).unwrap_or_default();
        let either = [readings.point, readings.comma].map(|number| number.minor_units(digits));
        let wanted = minor.parse::<i64>().ok();
        assert!(either.contains(&wanted), "{line}: {readings:?}");
        assert!(readings.is_ambiguous() || either == [wanted, wanted], "{line}");
        let beside = readings.point.currency;
        assert!(
            beside.is_some_and(|money| money.may_be(code)),
            "{line}: {beside:?}"
        );
        read_back += 1;
    }
    assert_eq!(read_back, 192);
}
