//! Plans that nobody would write: every pattern of the buckets is set in the export's own tests, and here whole plans are put
//! together by chance. A document is always set, and no word in it runs into another.

use chrono::NaiveDate;
use lockstep_core::plan::{Bucket, rules::funnel::work_out, view::PlanView};
use lockstep_export::plan::pdf;
use lockstep_workspace::{calendar::FiscalYear, words};
use proptest::prelude::*;

use crate::sample_plan;

/// How a plan differs from the usual one.
#[derive(Debug, Clone)]
pub struct Shape {
    language: usize,
    currency: &'static str,
    /// Which buckets hold initiatives, a bit each, and how many each.
    buckets: u8,
    initiatives: usize,
    /// How long the lists are.
    lines: usize,
    /// What is written everywhere; nothing leaves the usual texts.
    text: Option<&'static str>,
    /// By how much every number of a goal and of the budget is multiplied.
    scale: i64,
    cycle_days: i64,
    is_empty: bool,
}

const TEXTS: [&str; 5] = [
    "",
    "Dampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnungsänderungsgesetzentwurfsvorlagenbearbeitungsausschussvorsitzendenstellvertreterwahlverfahrenskommissionsmitgliedschaftsantragsformularausgabestelle",
    "https://example.com/campaigns/2027/spring?utm_source=newsletter&utm_medium=email&utm_campaign=spring_sale_2027&id=0123456789",
    "Two lines\nand a tab\there, “quotes”, #panic(), *stars* and $maths$.",
    "Words that go on and on and say little, as some people write when nobody stops them, line after line after line.",
];

/// Returns shapes of plans.
pub fn shapes() -> impl Strategy<Value = Shape> {
    (
        (
            0..16_usize,
            prop::sample::select(vec!["EUR", "USD", "CHF", "DKK", "JPY", "KWD"]),
        ),
        (
            0..32_u8,
            0..7_usize,
            prop::sample::select(vec![0_usize, 1, 3, 12]),
        ),
        prop::option::of(prop::sample::select(TEXTS.to_vec())),
        prop::sample::select(vec![0_i64, 1, 7, 1_000]),
        prop::sample::select(vec![1_i64, 57, 400, 1_100]),
        prop::bool::weighted(0.15),
    )
        .prop_map(
            |((language, currency), (buckets, initiatives, lines), text, scale, cycle_days, is_empty)| {
                Shape {
                    language,
                    currency,
                    buckets,
                    initiatives,
                    lines,
                    text,
                    scale,
                    cycle_days,
                    is_empty,
                }
            },
        )
}

/// Returns a plan of a shape.
pub fn plan_of(shape: &Shape) -> PlanView {
    let mut view = if shape.is_empty {
        sample_plan::empty()
    } else {
        sample_plan::draft()
    };
    view.company.language = words::languages()[shape.language].value.clone();
    view.company.currency = shape.currency.into();
    view.currency_digits = words::currency_digits(shape.currency);
    if !shape.is_empty {
        fill(&mut view, shape);
    }
    if let Some(text) = shape.text {
        sample_plan::write_everywhere(&mut view, text);
    }
    view
}

fn fill(view: &mut PlanView, shape: &Shape) {
    let usual = view.initiatives.lines.clone();
    view.initiatives.lines = Bucket::ALL
        .into_iter()
        .enumerate()
        .filter(|(bit, _)| shape.buckets & (1 << bit) != 0)
        .flat_map(|(_, bucket)| {
            usual
                .iter()
                .take(shape.initiatives)
                .map(move |line| (bucket, line))
        })
        .map(|(bucket, line)| {
            let mut line = line.clone();
            line.bucket = bucket;
            line.budget = line.budget.map(|budget| budget * shape.scale);
            line
        })
        .collect();
    sample_plan::add_up_initiatives(view);
    view.segments = view.segments.iter().cycle().take(shape.lines).cloned().collect();
    view.accounts = view.accounts.iter().cycle().take(shape.lines).cloned().collect();
    view.not_doing = view.not_doing.iter().cycle().take(shape.lines).cloned().collect();
    view.risks = view.risks.iter().cycle().take(shape.lines).cloned().collect();
    view.goals = view
        .goals
        .iter()
        .cycle()
        .take(shape.lines.min(4))
        .cloned()
        .collect();
    for goal in &mut view.goals {
        let scaled = |value: Option<i64>| value.map(|value| value * shape.scale);
        (goal.goal.baseline, goal.goal.target) = (scaled(goal.goal.baseline), scaled(goal.goal.target));
        for month in &mut goal.months {
            *month *= shape.scale;
        }
        for period in &mut goal.periods {
            period.target *= shape.scale;
        }
    }
    let mut funnel = view.funnel.funnel.clone();
    funnel.cycle_days = Some(shape.cycle_days);
    funnel.revenue_goal = funnel.revenue_goal.map(|goal| goal * shape.scale);
    view.funnel = work_out(
        &funnel,
        &view.look_back.numbers,
        FiscalYear::new(2027, 4).unwrap(),
    );
    view.initiatives.asked_leads = view.funnel.stages[3].year.clone();
}

/// Says which two words of a document run into each other, or over the edge of its pages.
#[track_caller]
fn every_word_has_its_place(bytes: &[u8], what: &str) {
    let (words, width) = lockstep_tests::pdf::words(bytes).unwrap();
    assert!(words.len() > 100, "{what}: {} words", words.len());
    for (place, word) in words.iter().enumerate() {
        assert!(word.edges[2] < width - 20.0, "{what}: {word:?} leaves the page");
        for other in &words[place + 1..] {
            assert!(!word.runs_into(other), "{what}: {word:?} runs into {other:?}");
        }
    }
}

#[test]
fn a_word_that_no_column_can_hold_is_divided() {
    for (name, word) in [("digits", "10".repeat(100)), ("capitals", "W".repeat(200))] {
        let mut view = sample_plan::in_force();
        sample_plan::write_everywhere(&mut view, &word);
        let printed = pdf(&view, &sample_plan::options()).unwrap();
        std::fs::write(
            format!("{}/plan-word-{name}.pdf", env!("CARGO_TARGET_TMPDIR")),
            &printed.bytes,
        )
        .unwrap();
        every_word_has_its_place(&printed.bytes, name);
    }
}

#[test]
fn the_largest_numbers_there_are_still_give_a_document() {
    let mut view = sample_plan::in_force();
    for goal in &mut view.goals {
        (goal.goal.baseline, goal.goal.target, goal.goal.stretch) =
            (Some(i64::MIN), Some(i64::MAX), Some(i64::MAX));
        goal.months = vec![i64::MAX; 12];
        for period in &mut goal.periods {
            period.target = i64::MAX;
        }
    }
    for line in &mut view.initiatives.lines {
        (line.budget, line.expected_leads) = (Some(i64::MAX), Some(i64::MAX));
        (line.starts, line.ends) = (Some(NaiveDate::MIN), Some(NaiveDate::MAX));
    }
    view.initiatives.budget_left = Some(i64::MIN);
    let printed = pdf(&view, &sample_plan::options()).unwrap();
    assert!(printed.unprintable.is_empty());
}

#[test]
fn a_minus_stays_with_its_amount_at_the_end_of_a_line() {
    let mut view = sample_plan::in_force();
    view.plan.positioning = (0..90)
        .map(|word| format!("{} −€5,000 ", "x".repeat(word % 11 + 1)))
        .collect();
    let (words, _) = lockstep_tests::pdf::words(&pdf(&view, &sample_plan::options()).unwrap().bytes).unwrap();
    assert!(words.iter().filter(|word| word.text == "−€5,000").count() >= 90);
    assert!(!words.iter().any(|word| word.text == "−"), "a minus stands alone");
}

#[test]
fn a_character_that_no_font_has_is_named() {
    let mut view = sample_plan::in_force();
    assert_eq!(pdf(&view, &sample_plan::options()).unwrap().note(), None);
    // Of the private use area: no font of a computer has it.
    view.plan.positioning =
        "For \u{10abcd}nurses\u{10abcd} and \u{10abce}doctors, with a soft\u{ad}hyphen".into();
    let printed = pdf(&view, &sample_plan::options()).unwrap();
    assert_eq!(printed.unprintable, ['\u{10abcd}', '\u{10abce}']);
    let folder = tempfile::tempdir().unwrap();
    let written =
        lockstep_export::plan::write(&view, &folder.path().join("plan.pdf"), &sample_plan::options())
            .unwrap();
    assert!(
        written
            .note
            .unwrap()
            .starts_with("These characters could not be printed, because no font on this computer has them: \u{10abcd} \u{10abce}.")
    );
    let table = lockstep_export::plan::write(&view, &folder.path().join("plan.csv"), &sample_plan::options())
        .unwrap();
    assert_eq!(table.note, None, "a table holds every character");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3, max_shrink_iters: 4, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_a_plan_holds_it_is_set_and_can_be_read(shape in shapes()) {
        let printed = pdf(&plan_of(&shape), &sample_plan::options());
        prop_assert!(printed.is_ok(), "{:?}", printed.err());
        if let Ok(printed) = printed {
            every_word_has_its_place(&printed.bytes, &format!("{shape:?}"));
        }
    }
}
