//! The plan as tables and as JSON: values, text as text, and nothing that runs.

use std::{collections::HashMap, io::Read};

use lockstep_export::plan::{csv, json, xlsx};

use crate::sample_plan;

/// The parts of a workbook that these tests read: the XML of its sheets and the list of texts.
struct Book {
    sheets: Vec<String>,
    texts: Vec<String>,
}

fn open(bytes: &[u8]) -> Book {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut read = |name: &str| {
        let mut text = String::new();
        zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    let shared = read("xl/sharedStrings.xml");
    Book {
        sheets: (1..=3)
            .map(|n| read(&format!("xl/worksheets/sheet{n}.xml")))
            .collect(),
        texts: shared
            .split("<si>")
            .skip(1)
            .map(|part| {
                part.split_once("</t>")
                    .unwrap()
                    .0
                    .split_once('>')
                    .unwrap()
                    .1
                    .to_owned()
            })
            .collect(),
    }
}

/// Returns the cells of a sheet by their name, "B2": numbers as they stand, texts from the list.
fn cells(book: &Book, sheet: usize) -> HashMap<String, String> {
    book.sheets[sheet]
        .split("<c r=\"")
        .skip(1)
        .filter_map(|part| {
            let (name, rest) = part.split_once('"')?;
            let (kind, rest) = rest.split_once('>')?;
            let value = rest.strip_prefix("<v>")?.split_once("</v>")?.0;
            let value = if kind.contains("t=\"s\"") {
                book.texts[value.parse::<usize>().unwrap()].clone()
            } else {
                value.into()
            };
            Some((name.to_owned(), value))
        })
        .collect()
}

#[test]
fn the_months_of_a_goal_add_up_to_its_target() {
    let book = open(&xlsx(&sample_plan::in_force(), &sample_plan::options()).unwrap());
    let cells = cells(&book, 0);
    for (row, target) in [(2, 14_235.0), (3, 12_000_000.0)] {
        let number = |column: &str| cells[&format!("{column}{row}")].parse::<f64>().unwrap();
        let months = ["H", "I", "J", "K", "L", "M", "N", "O", "P", "Q", "R", "S"].map(number);
        assert!((months.iter().sum::<f64>() - target).abs() < 0.005);
        assert!((number("T") - target).abs() < 0.005, "the check sum is a value");
        assert!((number("F") - target).abs() < 0.005);
    }
    assert_eq!(cells["F4"], "0.9", "90 % is a rate, not the number 90");
    assert!(!cells.contains_key("T4"), "a rate has no sum");
    assert_eq!(cells["A2"], "Qualified leads");
    assert_eq!(cells["C2"], "Ruth Okafor");
}

#[test]
fn a_month_is_a_date_and_the_maths_keeps_its_fractions() {
    let book = open(&xlsx(&sample_plan::in_force(), &sample_plan::options()).unwrap());
    // 1 April 2026, counted from 1900 as spreadsheets do.
    assert_eq!(cells(&book, 0)["H1"], "46113");
    let deals = cells(&book, 1)
        .iter()
        .find(|(_, text)| *text == "Deals to win")
        .map(|(name, _)| name.replace('A', "B"))
        .unwrap();
    assert!((cells(&book, 1)[&deals].parse::<f64>().unwrap() - 5_082.786).abs() < 0.01);
}

#[test]
fn no_cell_of_a_workbook_is_a_formula_whatever_people_wrote() {
    for text in [
        "=cmd|' /C calc'!A0",
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "{=1}",
        "\u{202e}gpj.exe",
        "https://example.org",
    ] {
        let mut view = sample_plan::in_force();
        sample_plan::write_everywhere(&mut view, text);
        let book = open(&xlsx(&view, &sample_plan::options()).unwrap());
        for sheet in &book.sheets {
            assert!(!sheet.contains("<f>") && !sheet.contains("<f "), "{text}");
            assert!(!sheet.contains("hyperlink"), "{text}");
        }
    }
}

#[test]
fn a_text_longer_than_a_cell_is_cut_and_the_workbook_is_still_written() {
    let mut view = sample_plan::in_force();
    sample_plan::write_everywhere(&mut view, &"x".repeat(40_000));
    assert!(!xlsx(&view, &sample_plan::options()).unwrap().is_empty());
}

#[test]
fn every_line_of_the_csv_adds_up_and_none_begins_like_a_formula() {
    let mut view = sample_plan::in_force();
    for (goal, name) in view
        .goals
        .iter_mut()
        .zip(["=cmd|' /C calc'!A0", "-1, \"two\"", "@x"])
    {
        goal.goal.name = name.into();
    }
    let bytes = csv(&view, &sample_plan::options()).unwrap();
    let mut reader = ::csv::Reader::from_reader(bytes.as_slice());
    assert_eq!(&reader.headers().unwrap()[6], "Stretch");
    assert_eq!(&reader.headers().unwrap()[7], "2026-04");
    let lines: Vec<::csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(&lines[0][0], "'=cmd|' /C calc'!A0");
    assert_eq!(&lines[1][0], "'-1, \"two\"");
    assert_eq!(&lines[2][0], "'@x");
    let sum = |line: usize| {
        (7..19)
            .map(|month| lines[line][month].parse::<f64>().unwrap())
            .sum::<f64>()
    };
    assert!((sum(0) - 14_235.0).abs() < 0.005);
    assert!((sum(1) - 12_000_000.0).abs() < 0.005);
    assert_eq!((&lines[2][5], &lines[2][6]), ("90", "93"));
    assert_eq!(&lines[1][6], "", "no stretch is no number");
}

#[test]
fn the_json_is_the_whole_view_and_reads_back_as_it() {
    let view = sample_plan::in_force();
    let mut read: lockstep_core::plan::view::PlanView =
        serde_json::from_slice(&json(&view, &sample_plan::options()).unwrap()).unwrap();
    let near = |read: Option<f64>, written: Option<f64>| (read.unwrap() - written.unwrap()).abs() < 1e-6;
    for (read, written) in read.funnel.stages.iter().zip(&view.funnel.stages) {
        assert!(near(read.year.value, written.year.value), "{}", written.key);
    }
    // Reading may move the last bit of a fraction; all the rest is the same to the letter.
    read.funnel.clone_from(&view.funnel);
    read.look_back.figures.clone_from(&view.look_back.figures);
    read.initiatives
        .asked_leads
        .clone_from(&view.initiatives.asked_leads);
    assert!(read == view);
}

#[test]
fn sealed_points_leave_the_workspace_in_no_form() {
    let mut view = sample_plan::draft();
    view.look_back.silent.revealed = false;
    view.look_back.points.truncate(1);
    view.look_back.points[0].text = "a-sealed-secret".into();
    let json = String::from_utf8(json(&view, &sample_plan::options()).unwrap()).unwrap();
    assert!(!json.contains("a-sealed-secret"));
    let book = open(&xlsx(&view, &sample_plan::options()).unwrap());
    assert!(!book.texts.iter().any(|text| text.contains("a-sealed-secret")));
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    let view = sample_plan::in_force();
    assert_eq!(
        xlsx(&view, &sample_plan::options()).unwrap(),
        xlsx(&view, &sample_plan::options()).unwrap()
    );
    assert_eq!(
        csv(&view, &sample_plan::options()).unwrap(),
        csv(&view, &sample_plan::options()).unwrap()
    );
    assert_eq!(
        json(&view, &sample_plan::options()).unwrap(),
        json(&view, &sample_plan::options()).unwrap()
    );
}
