//! Every text is found again, however long or strange it is, and the file stays well-formed.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

mod common;

use common::{Outcome, Parts, deck, letters, lines, slide, table};
use lockstep_slides::{Body, Chart, ChartKind, Hue, Line, Series, Side, Slide, SlidesError, Table};

const NASTY: &str = "<script>alert(1)</script> & ]]> \"'> 🙂👨\u{200d}👩\u{200d}👧 \u{0}\u{b}\u{fffe} _x0000_ =1+1 שלום مرحبا 東京";

#[test]
fn the_same_deck_gives_the_same_bytes() -> Outcome {
    let chart = Chart {
        series: vec![Series::new("a", Hue::Sales, vec![Some(1.0)])],
        ..Chart::new(ChartKind::Lines)
    };
    let deck = deck(vec![
        slide("One", lines(&["x"])),
        slide("Two", Body::Chart(chart)),
    ]);
    let first = deck.to_pptx()?;
    std::thread::sleep(std::time::Duration::from_millis(2_100));
    assert!(first == deck.to_pptx()?);
    Ok(())
}

#[test]
fn a_deck_without_slides_is_refused() {
    assert!(matches!(deck(vec![]).to_pptx(), Err(SlidesError::NoSlides)));
}

#[test]
fn titles_lines_notes_and_sources_are_found_again() -> Outcome {
    let said = Line::new("calls within a day")
        .lead_in("Promise:")
        .of(Side::Sales);
    let mut one = slide(
        "Two of four goals are on track",
        Body::Lines(vec![said, Line::new("really").below()]),
    );
    one.lead = Some("What this hour is for".into());
    let parts = Parts::of_deck(&deck(vec![one]))?;
    let slide = parts.slide(1)?;
    let title = slide.0.iter().find(|element| element.name == "p:ph").unwrap();
    assert_eq!(title.attributes["type"], "title");
    for text in [
        "Two of four goals are on track",
        "What this hour is for",
        "Sales  ",
        "Promise: ",
        "calls within a day",
        "really",
        "Source: CRM",
    ] {
        assert!(slide.texts("a:t").contains(&text.to_owned()), "{text}");
    }
    assert!(
        slide
            .all("a:rPr")
            .iter()
            .all(|run| run.attributes["lang"] == "en-GB")
    );
    assert_eq!(
        parts.xml("ppt/notesSlides/notesSlide1.xml")?.texts("a:t"),
        ["First.", "Second."]
    );
    Ok(())
}

#[test]
fn strange_text_is_neither_lost_nor_does_it_break_anything() -> Outcome {
    let chart = Chart {
        categories: vec![NASTY.into(), "=1+1".into()],
        series: vec![Series::new("@SUM(A1)", Hue::Actual, vec![Some(1.0), None])],
        number_format: NASTY.into(),
        category_title: NASTY.into(),
        alt: NASTY.into(),
        labels: true,
        ..Chart::new(ChartKind::Columns)
    };
    let grid = table(vec![vec![NASTY.into(), NASTY.into()], vec![]]);
    let sides = [(Side::Marketing, vec![Line::new(NASTY)]), (Side::Sales, vec![])];
    let bodies = [
        Body::Cover {
            lines: vec![NASTY.into(), String::new()],
        },
        lines(&[NASTY, ""]),
        Body::Table(grid),
        Body::Sides(sides),
        Body::ChartAndLines(chart, vec![Line::new(NASTY)]),
    ];
    let one = |body| Slide {
        title: NASTY.into(),
        lead: Some(NASTY.into()),
        body,
        source: NASTY.into(),
        notes: NASTY.into(),
    };
    let mut deck = deck(bodies.map(one).to_vec());
    for text in [
        &mut deck.title,
        &mut deck.subject,
        &mut deck.company,
        &mut deck.language,
    ] {
        *text = NASTY.into();
    }
    let parts = Parts::of_deck(&deck)?;
    parts.all_xml()?;
    for number in 1..=parts.slides() {
        let found = parts.slide(number)?.letters();
        let times = if number == 3 { 5 } else { 4 };
        assert_eq!(found.matches(&letters(NASTY)).count(), times, "{number}");
    }
    Ok(())
}

#[test]
fn empty_texts_make_a_deck_too() -> Outcome {
    let empty = |body| Slide {
        title: String::new(),
        lead: Some(" ".into()),
        body,
        source: String::new(),
        notes: String::new(),
    };
    let bodies = vec![
        Body::Cover { lines: vec![] },
        Body::Lines(vec![]),
        Body::Table(Table::default()),
        Body::Chart(Chart::new(ChartKind::Bars)),
        Body::Sides([(Side::Sales, vec![]), (Side::Marketing, vec![])]),
        Body::ChartAndLines(Chart::new(ChartKind::Bars), vec![]),
    ];
    let parts = Parts::of_deck(&deck(bodies.into_iter().map(empty).collect()))?;
    parts.all_xml()?;
    assert_eq!(parts.slides(), 6);
    assert!(
        !parts
            .0
            .keys()
            .any(|path| path.contains("notesSlides") || path.contains("charts"))
    );
    // A slide without a title takes the deck's.
    assert_eq!(
        parts.slide(2)?.texts("a:t").first().map(String::as_str),
        Some("Review")
    );
    Ok(())
}

#[test]
fn what_is_too_long_goes_on_and_nothing_is_lost() -> Outcome {
    let long = (0..1_500)
        .map(|number| format!("word{number} "))
        .collect::<String>();
    let mut one = slide("A long story", lines(&[&long, "the end"]));
    one.lead = Some(long.clone());
    let parts = Parts::of_deck(&deck(vec![one]))?;
    let count = parts.slides();
    assert!(count > 5);
    let mut found = String::new();
    for number in 1..=count {
        let texts = parts.slide(number)?.texts("a:t");
        assert_eq!(texts[0], format!("A long story ({number} of {count})"));
        found += &texts[1..texts.len() - 2].concat();
    }
    assert_eq!(letters(&found), letters(&format!("{long}{long}the end")));
    Ok(())
}

#[test]
fn a_title_or_a_source_that_is_too_long_stands_in_the_notes_in_full() -> Outcome {
    let long = "a title that goes on and on ".repeat(40);
    let mut one = slide(&long, lines(&["x"]));
    one.source = long.clone();
    let parts = Parts::of_deck(&deck(vec![one]))?;
    let texts = parts.slide(1)?.texts("a:t");
    assert!(texts[0].ends_with('…') && texts[0].len() > 100, "{}", texts[0]);
    assert!(texts[2].ends_with('…'), "{}", texts[2]);
    let notes = parts.xml("ppt/notesSlides/notesSlide1.xml")?.texts("a:t");
    assert_eq!(notes[2], format!("The title in full: {}", long.trim()));
    assert_eq!(notes[3], format!("The source in full: {}", long.trim()));
    Ok(())
}

#[test]
fn text_from_right_to_left_begins_on_the_right() -> Outcome {
    let parts = Parts::of_deck(&deck(vec![slide("שלום עולם", lines(&["مرحبا", "hello"]))]))?;
    let found = parts.slide(1)?;
    let paragraphs: Vec<Option<&str>> = found
        .all("a:pPr")
        .iter()
        .map(|about| about.attributes.get("rtl").map(String::as_str))
        .collect();
    assert_eq!(paragraphs, [Some("1"), Some("1"), Some("0")]);
    Ok(())
}
