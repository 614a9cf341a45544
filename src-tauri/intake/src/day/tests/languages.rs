use super::*;

/// What browsers write in the languages that can be chosen, made by scripts/cldr-months.mjs.
const WRITTEN: &str = include_str!("../../../tests/data/days.tsv");

#[test]
fn days_of_all_offered_languages_are_read_back_or_unclear() {
    let mut unclear = 0;
    for line in WRITTEN.lines() {
        let mut parts = line.split('\t');
        let expected = parts.next().and_then(|day| read(day, Ymd));
        let (language, text) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        assert!(expected.is_some() && !text.is_empty(), "{line}");
        let fits = orders_that_fit(text);
        let readings = [read(text, Dmy), read(text, Mdy)];
        if fits.dmy && fits.mdy && readings[0] != readings[1] {
            unclear += 1;
            assert!(readings.contains(&expected), "{language}: {text}");
        } else {
            let order = if fits.mdy { Mdy } else { Dmy };
            assert_eq!(read(text, order), expected, "{language}: {text} {fits:?}");
        }
    }
    assert_eq!(WRITTEN.lines().count(), 384);
    assert!(unclear < 40, "{unclear}");
}

#[test]
fn months_and_weekdays_are_known_in_many_languages() {
    for (text, expected) in [
        ("5 de enero de 2026", day(2026, 1, 5)),
        ("5 de março de 2026", day(2026, 3, 5)),
        ("5 gennaio 2026", day(2026, 1, 5)),
        ("mar 5 mag 2026", day(2026, 5, 5)),
        ("5 mrt 2026", day(2026, 3, 5)),
        ("5. Januar 2026", day(2026, 1, 5)),
        ("5. Jänner 2026", day(2026, 1, 5)),
        ("5 janvier 2026", day(2026, 1, 5)),
        ("1er janvier 2026", day(2026, 1, 1)),
        ("5 d’abril del 2026", day(2026, 4, 5)),
        ("poniedziałek, 5 stycznia 2026", day(2026, 1, 5)),
        ("pondělí 5. ledna 2026", day(2026, 1, 5)),
        ("5. července 2026", day(2026, 7, 5)),
        ("måndag den 5 januari 2026", day(2026, 1, 5)),
        ("5. marts 2026", day(2026, 3, 5)),
        ("ma 5.1.2026 klo 8.30", day(2026, 1, 5)),
        ("5. tammikuuta 2026", day(2026, 1, 5)),
        ("5 Ocak 2026 Pazartesi", day(2026, 1, 5)),
        ("5 ŞUBAT 2026", day(2026, 2, 5)),
        ("5 января 2026 г.", day(2026, 1, 5)),
        ("понеділок, 5 січня 2026 р.", day(2026, 1, 5)),
        ("Δευτέρα 5 Ιανουαρίου 2026, 3:45 μ.μ.", day(2026, 1, 5)),
        ("2026. január 5., hétfő", day(2026, 1, 5)),
        ("2026 m. kovo 5 d.", day(2026, 3, 5)),
        ("2026. gada 5. marts", day(2026, 3, 5)),
        ("5 במרץ 2026", day(2026, 3, 5)),
        ("الخميس، ٥ مارس ٢٠٢٦", day(2026, 3, 5)),
        ("5 मार्च 2026", day(2026, 3, 5)),
        ("2026年1月5日", day(2026, 1, 5)),
        ("2026年3月5日木曜日", day(2026, 3, 5)),
        ("2026年3月5日 15:45", day(2026, 3, 5)),
        ("2026년 3월 5일 목요일", day(2026, 3, 5)),
        ("2026. 3. 5. 오후 3:45", day(2026, 3, 5)),
    ] {
        for order in [Ymd, Dmy, Mdy] {
            let is_named =
                orders_that_fit(text).ymd || text.chars().filter(|c| *c == '.').count() < 2 || order == Dmy;
            if is_named {
                assert_eq!(read(text, order), expected, "{text}");
            }
        }
        assert!(expected.is_some(), "{text}");
    }
}

#[test]
fn names_of_another_month_in_croatian_are_told_by_their_points() {
    for (text, expected) in [
        ("5 listopada 2026", day(2026, 11, 5)),
        ("5 lis 2026, 15:45", day(2026, 11, 5)),
        ("5. listopadu 2026", day(2026, 11, 5)),
        ("5. listopada 2026.", day(2026, 10, 5)),
        ("5. lis 2026. 15:45", day(2026, 10, 5)),
        // Hasty Croatian, or Czech: nobody can tell.
        ("5. lis 2026", None),
        ("5. srp. 2026", None),
        ("5. srpna 2026", day(2026, 8, 5)),
    ] {
        assert_eq!(read(text, Dmy), expected, "{text}");
    }
}
