//! The inputs that every importer must survive, as far as they concern tables, and the tests that show it. The list says
//! where to look; what it names must exist.

use std::fs;
use std::path::Path;

use lockstep_tests::processes::repository;

/// The input's number and name, and the tests that bring it.
const SHOWN_BY: &[(u8, &str, &[&str])] = &[
    (1, "empty file", &["an_empty_file_is_said_to_be_empty"]),
    (2, "header only", &["a_header_alone_is_a_table_without_rows"]),
    (
        3,
        "UTF-8 with a mark, UTF-16",
        &["utf_8_and_utf_16_are_read_with_and_without_a_mark"],
    ),
    (
        4,
        "Windows-1252, mixed encodings",
        &[
            "windows_1252_is_recognised_even_when_its_first_umlaut_comes_late",
            "a_given_encoding_and_delimiter_win_over_the_guess",
        ],
    ),
    (
        5,
        "broken UTF-8 in the middle of a row",
        &[
            "broken_letters_spoil_their_row_only",
            "lone_halves_of_utf_16_spoil_their_row_only",
        ],
    ),
    (
        6,
        "NUL bytes",
        &["zero_bytes_spoil_their_row_and_a_file_full_of_them_is_no_text"],
    ),
    (
        7,
        "CR only, mixed line ends",
        &[
            "every_kind_of_line_end_ends_a_line",
            "rows_have_the_numbers_that_a_spreadsheet_shows",
        ],
    ),
    (
        8,
        "a quote never closed",
        &["a_quote_that_is_never_closed_is_told_with_the_row_where_it_began"],
    ),
    (
        9,
        "ragged rows",
        &["missing_cells_are_empty_and_cells_beyond_the_names_are_told"],
    ),
    (
        10,
        "duplicate, blank, reordered headers",
        &[
            "names_of_columns_are_never_blank_and_never_twice",
            "the_shape_of_a_file_is_the_names_of_its_columns",
        ],
    ),
    (
        11,
        "semicolon, tab, decimal comma",
        &[
            "the_delimiter_is_told_from_the_rows",
            "numbers_money_and_percent_are_told_apart",
        ],
    ),
    (
        12,
        "2 GB, five million rows",
        &[
            "a_long_file_streams_in_the_same_little_memory",
            "a_survey_can_be_stopped",
            "a_child_that_hangs_can_be_cancelled",
        ],
    ),
    (
        13,
        "a field of 100 MB",
        &[
            "a_huge_field_spoils_its_row_in_little_memory",
            "a_cell_may_hold_as_many_characters_as_in_a_spreadsheet",
        ],
    ),
    (
        14,
        "20,000 columns",
        &[
            "twenty_thousand_columns_are_refused_and_sixteen_thousand_are_read",
            "what_columns_keep_together_has_a_limit",
        ],
    ),
    (
        15,
        "formula cells, DDE",
        &[
            "values_come_as_they_are_shown_and_formulas_as_their_results",
            "text_that_would_run_elsewhere_is_only_text",
        ],
    ),
    (
        16,
        "scripts, right-to-left override",
        &["text_that_would_run_elsewhere_is_only_text"],
    ),
    (
        17,
        "letters that look alike",
        &["letters_that_look_alike_stay_different_values"],
    ),
    (
        18,
        "30 February, both calendars of Excel, day against month, year 9999",
        &[
            "what_is_no_day_is_not_made_one",
            "days_come_as_their_iso_text_in_both_calendars",
            "the_order_of_days_is_told_from_the_whole_column",
            "days_are_read_as_they_are_written",
        ],
    ),
    (
        19,
        "1e400, NaN, -0, thousands, leading zeros, telephone numbers",
        &[
            "ids_and_telephone_numbers_are_text",
            "numbers_money_and_percent_are_told_apart",
        ],
    ),
    (
        21,
        "a cell at XFD1048576",
        &["the_last_cell_that_a_sheet_can_have_is_survived"],
    ),
    (
        22,
        "zip bomb, lying sizes",
        &[
            "what_unpacks_to_too_much_is_refused_while_it_is_counted",
            "lying_sizes_are_not_believed",
            "a_text_shared_by_many_cells_is_kept_once",
        ],
    ),
    (23, "XXE, billion laughs", &["definitions_in_markup_are_refused"]),
    (
        24,
        "encrypted, password, .xls or HTML named .xlsx, macros",
        &[
            "other_containers_are_told_apart",
            "other_files_named_csv_are_told_apart",
            "macros_and_odd_names_inside_do_nothing",
        ],
    ),
    (
        25,
        "cut zip, bad CRC, too many entries",
        &[
            "cut_and_damaged_workbooks_are_told",
            "too_many_parts_are_refused_before_they_are_listed",
        ],
    ),
    (
        26,
        "entries that leave their folder",
        &["macros_and_odd_names_inside_do_nothing"],
    ),
    (
        29,
        "a file that vanishes, grows, shrinks, is locked, is a pipe or a device",
        &[
            "what_the_system_refuses_is_said_with_what_to_do",
            "a_file_that_grows_is_read_as_it_was_when_opened",
            "a_file_that_shrinks_while_it_is_read_is_told",
            "folders_pipes_and_devices_are_refused_before_they_are_opened",
        ],
    ),
    (
        30,
        "our own export, edited by hand",
        &[
            "our_own_export_edited_by_hand_is_read",
            "the_apostrophe_of_our_own_exports_goes_and_every_other_stays",
        ],
    ),
];

fn sources(folder: &Path, text: &mut String) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            sources(&path, text)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            text.push_str(&fs::read_to_string(path)?);
        }
    }
    Ok(())
}

#[test]
fn every_test_that_the_list_names_exists() -> std::io::Result<()> {
    let mut text = String::new();
    sources(&repository().join("src-tauri/intake/src"), &mut text)?;
    sources(&repository().join("tests/faults"), &mut text)?;
    for (number, input, tests) in SHOWN_BY {
        for test in *tests {
            assert!(
                text.contains(&format!("fn {test}(")),
                "{number} ({input}): {test} is missing"
            );
        }
    }
    Ok(())
}
