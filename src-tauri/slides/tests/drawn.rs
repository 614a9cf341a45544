//! Charts hold their figures, and nothing stands outside its slide.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

mod common;

use common::{Outcome, Parts, deck, slide, table};
use lockstep_slides::{Body, Cell, Chart, ChartKind, Hue, Line, NOTHING_TO_DRAW, Series, Side};

fn chart(kind: ChartKind) -> Chart {
    Chart {
        categories: vec!["Jan".into(), "2027".into(), "=1+1".into()],
        series: vec![
            Series::new("Actual", Hue::Actual, vec![Some(1.5), None, Some(-3.0)]),
            Series::new("_x0041_", Hue::Target, vec![Some(2.0), Some(f64::NAN)]).dashed(),
        ],
        number_format: "0.0".into(),
        alt: "What it shows".into(),
        ..Chart::new(kind)
    }
}

#[test]
fn a_chart_holds_its_figures_and_a_gap_is_no_nought() -> Outcome {
    for kind in [
        ChartKind::Columns,
        ChartKind::StackedColumns,
        ChartKind::Bars,
        ChartKind::Lines,
    ] {
        let parts = Parts::of_deck(&deck(vec![slide("C", Body::Chart(chart(kind)))]))?;
        assert_eq!(parts.slide(1)?.values("p:cNvPr", "descr"), ["What it shows"]);
        let xml = parts.xml("ppt/charts/chart1.xml")?;
        let values = xml.texts("c:v");
        let names = ["Jan", "2027", "=1+1"];
        let first = [&["Actual"], &names[..], &["1.5", "-3"]].concat();
        let second = [&["_x005F_x0041_"], &names[..], &["2"]].concat();
        assert_eq!(values, [first, second].concat());
        assert_eq!(xml.values("c:dispBlanksAs", "val"), ["gap"]);
        assert_eq!(xml.values("c:ptCount", "val"), ["1", "3", "3", "1", "3", "3"]);
        assert_eq!(
            xml.values("c:smooth", "val").len(),
            if kind == ChartKind::Lines { 2 } else { 0 }
        );
        assert_eq!(
            xml.texts("c:f")[..3],
            ["Sheet1!$B$1", "Sheet1!$A$2:$A$4", "Sheet1!$B$2:$B$4"]
        );
    }
    Ok(())
}

#[test]
fn the_workbook_of_a_chart_holds_names_as_text_and_no_formula() -> Outcome {
    let parts = Parts::of_deck(&deck(vec![slide("C", Body::Chart(chart(ChartKind::Columns)))]))?;
    let book = Parts::of(parts.bytes("ppt/embeddings/Microsoft_Excel_Sheet1.xlsx")?)?;
    let sheet = book.xml("xl/worksheets/sheet1.xml")?;
    assert!(sheet.all("f").is_empty());
    let cells: Vec<_> = sheet
        .all("c")
        .iter()
        .map(|cell| cell.attributes["r"].clone())
        .collect();
    assert_eq!(cells, ["B1", "C1", "A2", "B2", "C2", "A3", "A4", "B4"]);
    let texts = book.xml("xl/sharedStrings.xml")?.texts("t");
    for name in ["Jan", "2027", "=1+1", "Actual", "_x005F_x0041_"] {
        assert!(texts.contains(&name.to_owned()), "{name} in {texts:?}");
    }
    Ok(())
}

#[test]
fn a_chart_without_a_value_is_a_sentence() -> Outcome {
    let empty = Chart {
        series: vec![Series::new("a", Hue::Sales, vec![None, Some(f64::INFINITY)])],
        ..Chart::new(ChartKind::Lines)
    };
    let told = Chart {
        if_empty: "No leads yet.".into(),
        ..empty.clone()
    };
    let slides = vec![
        slide("A", Body::Chart(empty)),
        slide("B", Body::ChartAndLines(told, vec![Line::new("x")])),
    ];
    let parts = Parts::of_deck(&deck(slides))?;
    assert!(parts.slide(1)?.texts("a:t").contains(&NOTHING_TO_DRAW.to_owned()));
    assert!(parts.slide(2)?.texts("a:t").contains(&"No leads yet.".to_owned()));
    assert!(!parts.0.keys().any(|path| path.contains("chart")));
    Ok(())
}

#[test]
fn columns_begin_at_nought_and_lines_need_not() -> Outcome {
    let near = |kind| Chart {
        series: vec![Series::new("a", Hue::Sales, vec![Some(98.0), Some(99.0)])],
        ..Chart::new(kind)
    };
    for (kind, begins) in [
        (ChartKind::Columns, 1),
        (ChartKind::Bars, 1),
        (ChartKind::Lines, 0),
    ] {
        let parts = Parts::of_deck(&deck(vec![slide("C", Body::Chart(near(kind)))]))?;
        assert_eq!(
            parts.xml("ppt/charts/chart1.xml")?.values("c:min", "val").len(),
            begins
        );
    }
    Ok(())
}

#[test]
fn labels_that_would_run_into_each_other_are_left_out() -> Outcome {
    let with = |count: usize| Chart {
        series: vec![Series::new("a", Hue::Sales, vec![Some(1_234.0); count])],
        labels: true,
        ..Chart::new(ChartKind::Columns)
    };
    for (count, labels) in [(6, 1), (60, 0)] {
        let parts = Parts::of_deck(&deck(vec![slide("C", Body::Chart(with(count)))]))?;
        assert_eq!(parts.xml("ppt/charts/chart1.xml")?.all("c:dLbls").len(), labels);
    }
    Ok(())
}

#[test]
fn both_sides_have_columns_of_one_width_and_one_size() -> Outcome {
    let many = |count| {
        (0..count)
            .map(|number| Line::new(format!("promise {number}")))
            .collect::<Vec<_>>()
    };
    let sides = Body::Sides([(Side::Marketing, many(2)), (Side::Sales, many(40))]);
    let parts = Parts::of_deck(&deck(vec![slide("S", sides)]))?;
    let one = parts.slide(1)?;
    let widths = one.values("a:ext", "cx");
    assert!(
        widths
            .iter()
            .filter(|width| **width != "0")
            .collect::<std::collections::BTreeSet<_>>()
            .len()
            == 1,
        "{widths:?}"
    );
    let texts = one.texts("a:t");
    let place = |text: &str| texts.iter().position(|found| found == text);
    assert!(place("Marketing") < place("Sales"));
    let mut found = 0;
    for number in 1..=parts.slides() {
        found += parts
            .slide(number)?
            .texts("a:t")
            .iter()
            .filter(|text| text.starts_with("promise"))
            .count();
    }
    assert_eq!(found, 42);
    Ok(())
}

#[test]
fn nothing_stands_outside_its_slide_and_no_body_is_smaller_than_14_points() -> Outcome {
    let long = "words and more words and ".repeat(60);
    let bodies = [
        Body::Cover {
            lines: vec![long.clone(); 9],
        },
        Body::Lines(vec![Line::new(&long).of(Side::Sales); 9]),
        Body::Table(table(vec![vec![long.as_str().into(), Cell::right("1")]; 9])),
        Body::Sides([
            (Side::Sales, vec![Line::new(&long); 3]),
            (Side::Marketing, vec![Line::new(&long).below(); 9]),
        ]),
        Body::ChartAndLines(chart(ChartKind::Bars), vec![Line::new(&long); 3]),
    ];
    let slides = bodies.map(|body| slide(&"A title of some length ".repeat(7), body));
    let parts = Parts::of_deck(&deck(slides.to_vec()))?;
    for number in 1..=parts.slides() {
        let one = parts.slide(number)?;
        let sizes = one
            .all("a:rPr")
            .into_iter()
            .filter_map(|run| run.attributes.get("sz"));
        assert!(
            sizes
                .filter(|size| *size != "1200")
                .all(|size| size.parse::<u32>().unwrap() >= 1_400)
        );
        let number_of = |text: &String| text.parse::<f64>().unwrap();
        let (tops, heights) = (one.values("a:off", "y"), one.values("a:ext", "cy"));
        for (top, height) in tops.iter().zip(&heights) {
            assert!(
                (number_of(top) + number_of(height)) / 12_700.0 <= 480.0,
                "slide {number}"
            );
        }
        let rows: f64 = one.values("a:tr", "h").iter().map(number_of).sum();
        assert!(rows / 12_700.0 < 400.0);
    }
    Ok(())
}
