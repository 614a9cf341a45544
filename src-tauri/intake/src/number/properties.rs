use proptest::prelude::*;

use super::*;

/// A way of writing numbers: the mark before decimals, what groups them, and in groups of how many.
fn notations() -> impl Strategy<Value = (char, &'static str, bool)> {
    prop::sample::select(vec![
        ('.', ",", false),
        ('.', ",", true),
        (',', ".", false),
        (',', " ", false),
        (',', "\u{a0}", false),
        (',', "\u{202f}", false),
        ('.', "\u{2009}", false),
        ('.', "'", false),
        ('.', "’", false),
        ('.', "", false),
        (',', "", false),
    ])
}

fn grouped(whole: u64, by: &str, is_indian: bool) -> String {
    let digits = whole.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        let left = digits.len() - place;
        let begins = match is_indian {
            true => left == 3 || left > 3 && left % 2 == 1,
            false => left.is_multiple_of(3),
        };
        if place > 0 && begins {
            text.push_str(by);
        }
        text.push(digit);
    }
    text
}

proptest! {
    #[test]
    fn a_number_written_plainly_comes_back(hundredths in -1_000_000_000_000_i64..1_000_000_000_000) {
        let sign = if hundredths < 0 { "-" } else { "" };
        let text = format!("{sign}{}.{:02}", hundredths.abs() / 100, hundredths.abs() % 100);
        prop_assert_eq!(read(&text, '.').map(Written::hundredths), Some(hundredths));
    }

    #[test]
    fn what_is_written_comes_back_or_is_said_to_be_ambiguous(
        (mark, by, is_indian) in notations(),
        whole in prop_oneof![0_u64..2_000, 0_u64..50_000_000_000],
        (decimals, part) in (0_usize..=6).prop_flat_map(|n| (Just(n), 0_u32..10_u32.pow(n as u32))),
        sign in 0..6,
        money in prop::sample::select(vec!["", "€", "$", "kr", "zł", "CHF", "USD", "R$", "Rs.", "KWD"]),
        space in prop::sample::select(vec!["", " ", "\u{a0}", "\u{202f}"]),
        is_behind in any::<bool>(),
    ) {
        let mut text = grouped(whole, by, is_indian);
        if decimals > 0 {
            text.push(mark);
            text.push_str(&format!("{part:0decimals$}"));
        }
        let with_money = |text: &str| match (money, is_behind) {
            ("", _) => text.to_string(),
            (money, true) => format!("{text}{space}{money}"),
            (money, false) => format!("{money}{space}{text}"),
        };
        let text = match sign {
            0 | 1 => with_money(&text),
            2 => format!("-{}", with_money(&text)),
            3 => format!("({})", with_money(&text)),
            4 => with_money(&format!("{text}-")),
            _ => format!("−{}", with_money(&text)),
        };
        let exact = (i128::from(whole) * 10_i128.pow(decimals as u32) + i128::from(part))
            * 10_i128.pow(6 - decimals as u32);
        let exact = if sign > 1 { -exact } else { exact };
        let readings = readings(&text);
        prop_assert!(readings.is_some(), "{}", text);
        if let Some(readings) = readings {
            prop_assert_eq!(readings.with(mark).millionths(), exact, "{}", &text);
            if !readings.is_ambiguous() {
                let either = (readings.point.millionths(), readings.comma.millionths());
                prop_assert_eq!(either, (exact, exact), "{}", &text);
            }
            prop_assert_eq!(readings.point.is_money(), !money.is_empty(), "{}", &text);
        }
    }

    #[test]
    fn no_text_makes_it_fall_over(text in ".{0,60}") {
        let _ = readings(&text);
        let _ = range(&text, '.');
    }

    #[test]
    fn nor_does_what_is_nearly_a_number(text in "[-+(%€$kEe.,' 0-9٠-٩٫٬dMi–]{0,24}") {
        let _ = range(&text, ',');
        if let Some(readings) = readings(&text) {
            prop_assert!(readings.point.hundredths().unsigned_abs() <= 1 << 53);
            prop_assert!(readings.is_ambiguous() || readings.point == readings.comma);
        }
    }
}
