//! The plan as a document: what stands on its pages, whatever people wrote into it.

use lockstep_core::plan::view::PlanView;
use lockstep_export::{
    options::{Options, Paper},
    plan,
};
use serde_json::json;

use crate::sample_plan;

/// Returns a plan's document.
fn pdf(view: &PlanView, options: &Options) -> Vec<u8> {
    plan::pdf(view, options).unwrap().bytes
}

/// Prints a plan, leaves it in the build folder for whoever wants to look, and returns its bytes.
fn print(name: &str, view: &PlanView, options: &Options) -> Vec<u8> {
    let bytes = pdf(view, options);
    std::fs::write(format!("{}/plan-{name}.pdf", env!("CARGO_TARGET_TMPDIR")), &bytes).unwrap();
    bytes
}

/// Returns the text of each page, its white space evened out.
fn pages(bytes: &[u8]) -> Vec<String> {
    lockstep_tests::pdf::pages(bytes)
        .unwrap()
        .iter()
        .map(|page| page.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect()
}

/// Returns the whole text without any white space, as a reader's search finds it across line ends.
fn letters(bytes: &[u8]) -> String {
    pages(bytes)
        .concat()
        .chars()
        .filter(|letter| !letter.is_whitespace() && !matches!(letter, '\u{200b}' | '\u{ad}'))
        .collect()
}

fn has(bytes: &[u8], wanted: &str) -> bool {
    let wanted: String = wanted.chars().filter(|letter| !letter.is_whitespace()).collect();
    letters(bytes).contains(&wanted)
}

#[test]
fn the_figures_of_the_maths_stand_beside_each_other_rounded_up_and_exact() {
    let bytes = print("in-force", &sample_plan::in_force(), &sample_plan::options());
    assert!(has(
        &bytes,
        "5,083 deals (5,082.8) take 8,049 opportunities (8,048.8)"
    ));
    for figure in [
        "£10,005,534",
        "63.15%",
        "£2,360.91",
        "57 days",
        "4,238",
        "£12,000,000",
        "14,235",
    ] {
        assert!(has(&bytes, figure), "{figure}");
    }
}

#[test]
fn the_cover_says_who_signed_for_which_side_and_what_they_signed() {
    let bytes = pdf(&sample_plan::in_force(), &sample_plan::options());
    let cover = &pages(&bytes)[0];
    for wanted in [
        "Meridian Infusion Ltd",
        "Annual plan FY27",
        "1 Apr 2026 – 31 Mar 2027",
        "In force, version 1",
        "In force since 16 Mar 2026",
        "Ruth Okafor",
        "VP Sales",
        "Signed 16 Mar 2026, 15:42 UTC",
        "Jonas Lindqvist",
        "Signed 16 Mar 2026, 15:47 UTC",
        "Witnessed by Amara Petit-Rousseau",
        "9f2c4be1 d07a3558",
    ] {
        assert!(cover.contains(wanted), "{wanted} in {cover}");
    }
}

#[test]
fn one_person_who_signs_for_both_sides_is_named_openly() {
    let mut view = sample_plan::in_force();
    view.agreement.versions[0].one_person = true;
    let bytes = print("one-person", &view, &sample_plan::options());
    assert!(pages(&bytes)[0].contains("Ruth Okafor does both jobs and signed for both sides."));
}

#[test]
fn a_proposal_says_for_whom_it_waits() {
    let mut view = sample_plan::draft();
    view.agreement = serde_json::from_value(sample_plan::agreement(false)).unwrap();
    let bytes = print("proposed", &view, &sample_plan::options());
    let cover = &pages(&bytes)[0];
    assert!(cover.contains("Proposed, version 1"), "{cover}");
    assert!(cover.contains("Sales has signed. It waits for Marketing."));
    assert!(cover.contains("Not signed yet"));
}

#[test]
fn a_draft_carries_the_day_of_printing_and_says_how_it_differs_from_what_is_in_force() {
    let mut view = sample_plan::in_force();
    view.version = None;
    view.agreement.differences = serde_json::from_value(json!([
        { "section": "Joint goals", "label": "Target of Qualified leads", "before": "14,000", "after": "14,235" }
    ]))
    .unwrap();
    let bytes = print("draft-of-2", &view, &sample_plan::options());
    assert!(pages(&bytes)[0].contains("Version 1 is in force until both sides sign this one."));
    assert!(!has(&bytes, "Signed 16 Mar"), "nobody signed this draft");
    assert!(has(&bytes, "How this draft differs from version 1"));
    assert!(has(&bytes, "Draft of version 2, 20 Mar 2026"));
}

#[test]
fn every_page_but_the_cover_carries_company_plan_version_and_number() {
    let pages = pages(&pdf(&sample_plan::in_force(), &sample_plan::options()));
    let count = pages.len();
    for (page, number) in pages.iter().zip(1..).skip(1) {
        for wanted in [
            "Meridian Infusion Ltd",
            "In force",
            "Version 1, 16 Mar 2026",
            &format!("Page {number} of {count}"),
        ] {
            assert!(page.contains(wanted), "{wanted} on page {number}");
        }
    }
}

#[test]
fn the_plan_on_a_page_is_one_page_however_much_there_is_to_say() {
    let mut crowded = sample_plan::in_force();
    let goals = crowded.goals.clone();
    crowded.goals = goals.iter().cycle().take(30).cloned().collect();
    crowded.accounts = crowded.accounts.iter().cycle().take(60).cloned().collect();
    let mut wordy = sample_plan::in_force();
    sample_plan::write_everywhere(&mut wordy, &"Words that go on and on ".repeat(40));
    for (name, view) in [
        ("usual", sample_plan::in_force()),
        ("none", sample_plan::empty()),
        ("crowded", crowded),
        ("wordy", wordy),
    ] {
        for paper in [Paper::A4, Paper::Letter] {
            let options = Options {
                paper: Some(paper),
                ..sample_plan::options()
            };
            let pages = pages(&print(&format!("page-{name}-{paper:?}"), &view, &options));
            assert!(pages[1].contains("The plan on a page"), "{name} {paper:?}");
            assert!(
                pages[1].contains("Budget"),
                "{name} {paper:?}: the last line is on it too"
            );
            assert!(pages[2].contains("Look back"), "{name} {paper:?}: {}", pages[2]);
        }
    }
}

#[test]
fn an_empty_plan_says_what_belongs_where_and_why_nothing_can_be_computed() {
    let bytes = print("empty", &sample_plan::empty(), &sample_plan::options());
    for wanted in [
        "No joint goal has been set.",
        "cannot be computed, because the revenue goal is missing",
        "No initiative has been planned.",
        "One goal has to be about the customer.",
        "Nobody",
        "No positioning line has been written.",
    ] {
        assert!(
            letters(&bytes)
                .to_lowercase()
                .contains(&wanted.to_lowercase().replace(' ', "")),
            "{wanted}"
        );
    }
    assert!(!has(&bytes, "NaN") && !has(&bytes, "∞"));
}

#[test]
fn numbers_and_days_are_written_in_the_companys_language() {
    let bytes = print("german", &sample_plan::german(), &sample_plan::options());
    for wanted in ["12.000.000 €", "5.082,8", "63,15 %", "16. März 2026"] {
        assert!(has(&bytes, wanted), "{wanted}");
    }
}

#[test]
fn what_people_wrote_comes_out_as_plain_text() {
    for (name, text) in [
        ("panic", "#panic(\"gotcha\") #import \"x\" #read(\"/etc/passwd\")"),
        (
            "markup",
            "*bold* _it_ = heading\n- list $x^2$ `code` <label> @ref // comment \\ [a](b)",
        ),
        ("script", "<script>alert(1)</script> javascript:alert(1)"),
        ("formula", "=cmd|' /C calc'!A0"),
        ("arrow", "a -> b => c -- d"),
    ] {
        let mut view = sample_plan::in_force();
        sample_plan::write_everywhere(&mut view, text);
        let bytes = print(&format!("hostile-{name}"), &view, &sample_plan::options());
        assert!(has(&bytes, text), "{text}");
    }
}

#[test]
fn text_that_cannot_be_set_as_it_is_still_gives_a_document() {
    for (name, text) in [
        (
            "characters",
            "safe\u{202e}gpj.exe\u{202c} 🙂👩🏽‍⚕️ and 東京 and مرحبا a\u{0}b\u{7}c\u{1b}[31md",
        ),
        (
            "long",
            &format!(
                "{} {}",
                "x".repeat(5_000),
                "Words that go on and on. ".repeat(200)
            ),
        ),
        ("empty", ""),
    ] {
        let mut view = sample_plan::in_force();
        sample_plan::write_everywhere(&mut view, text);
        let bytes = print(&format!("odd-{name}"), &view, &sample_plan::options());
        let pages = pages(&bytes);
        assert!((5..400).contains(&pages.len()), "{name}: {} pages", pages.len());
        assert!(!pages.concat().contains('\u{202e}'));
    }
}

#[test]
fn what_does_not_go_together_is_printed() {
    let mut view = sample_plan::in_force();
    let before = pdf(&view, &sample_plan::options());
    let said = [
        "More were accepted than came.",
        "Seven months are empty.",
        "The year cannot be spread.",
    ];
    view.look_back.widenings = vec![said[0].into()];
    view.look_back.season_problem = Some(said[1].into());
    view.look_back.numbers.shape = vec![1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    view.funnel.spread_problem = Some(said[2].into());
    let printed = pdf(&view, &sample_plan::options());
    for sentence in said {
        assert!(has(&printed, sentence) && !has(&before, sentence), "{sentence}");
    }
}

#[test]
fn points_that_are_still_sealed_are_on_no_page() {
    let mut view = sample_plan::draft();
    view.look_back.silent.revealed = false;
    view.look_back.points.truncate(1);
    view.look_back.points[0].text = "a-sealed-secret".into();
    let bytes = pdf(&view, &sample_plan::options());
    assert!(!has(&bytes, "a-sealed-secret"));
    assert!(has(&bytes, "Their points are sealed"));
}

#[test]
fn many_initiatives_run_over_pages_and_each_is_there() {
    let mut view = sample_plan::in_force();
    sample_plan::with_initiatives(&mut view, 120);
    let bytes = print("many", &view, &sample_plan::options());
    for number in [0, 59, 119] {
        assert!(has(&bytes, &view.initiatives.lines[number].name));
    }
}

#[test]
fn the_same_plan_gives_the_same_bytes_and_another_day_touches_only_a_draft() {
    let (signed, draft) = (sample_plan::in_force(), sample_plan::draft());
    let today = sample_plan::options();
    let tomorrow = Options {
        today: today.today.succ_opt().unwrap(),
        ..today
    };
    assert_eq!(pdf(&signed, &today), pdf(&signed, &tomorrow));
    assert_eq!(pdf(&draft, &today), pdf(&draft, &today));
    assert_ne!(pdf(&draft, &today), pdf(&draft, &tomorrow));
}

#[test]
fn a_screen_reader_can_follow_the_document() {
    let bytes = pdf(&sample_plan::in_force(), &sample_plan::options());
    let raw = String::from_utf8_lossy(&bytes);
    for wanted in [
        "pdfuaid",
        "/MarkInfo",
        "/StructTreeRoot",
        "/Lang",
        "Annual plan FY27, Meridian Infusion Ltd",
    ] {
        assert!(raw.contains(wanted), "{wanted}");
    }
}

#[test]
fn american_companies_print_on_letter_and_others_on_a4() {
    let mut company = sample_plan::draft().company;
    for (language, currency, paper) in [
        ("en-GB", "GBP", Paper::A4),
        ("en-US", "USD", Paper::Letter),
        ("en-GB", "USD", Paper::Letter),
        ("de-DE", "USD", Paper::A4),
    ] {
        (company.language, company.currency) = (language.into(), currency.into());
        assert_eq!(Paper::usual_for(&company), paper, "{language} {currency}");
    }
}
