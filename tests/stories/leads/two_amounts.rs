//! Two columns that may each be what a deal is worth: which of them counts is asked where they differ.

use super::*;

const DEALS: &str = "Deal ID,Deal Name,Deal Value,Contract Amount,Stage,Close Date\nD1,A,100,90,Closed Won,2026-03-01\n\
                     D2,B,200,250,Closed Won,2026-03-02\n";

fn won_value(story: &mut Story) -> Value {
    story.call("lead_funnel", json!({ "by": "source" }))["all"]["won_value"].clone()
}

#[test]
fn two_good_amounts_that_differ_are_a_question() {
    for (content, values) in [
        (DEALS.to_owned(), [30_000, 34_000]),
        (
            DEALS.replace("Deal Value,Contract Amount", "Amount,Total Price"),
            [30_000, 34_000],
        ),
        (
            DEALS.replace("Deal Value,Contract Amount", "Betrag,Auftragswert"),
            [30_000, 34_000],
        ),
    ] {
        let mut story = Story::new();
        let refused = try_import(&mut story, "deals.csv", &content).expect_err("it is asked");
        assert_eq!(refused.field.as_deref(), Some("map"), "{refused:?}");
        for (place, value) in values.into_iter().enumerate() {
            let mut story = Story::new();
            let file = own_file(&story, "deals.csv", &content);
            let surveyed = file.look(&mut |_, _| true).expect("it is surveyed through");
            let mut proposed = story
                .workspace
                .propose_import(&surveyed, None)
                .expect("recognised");
            let edit = proposed.questions(&surveyed)[0].answers[place].edit.clone();
            proposed.apply(&edit, &surveyed).expect("it is heard");
            story
                .workspace
                .import(&file, &surveyed, &proposed, &mut |_, _| true)
                .expect("it is imported");
            assert_eq!(won_value(&mut story), value);
            // The next export asks nothing.
            import(&mut story, "deals.csv", &content);
        }
    }
}

#[test]
fn an_amount_that_is_told_twice_or_is_another_number_is_no_question() {
    for content in [
        DEALS.replace(",90,", ",100,").replace(",250,", ",200,"),
        // Told only for some, and then the same.
        DEALS.replace(",90,", ",,").replace(",250,", ",200,"),
        DEALS.replace("Contract Amount", "Weighted Amount"),
        DEALS.replace("Contract Amount", "Tax Amount"),
        DEALS.replace("Contract Amount", "Cost Amount"),
        DEALS.replace("Contract Amount", "Discount"),
    ] {
        let mut story = Story::new();
        import(&mut story, "deals.csv", &content);
        assert_eq!(won_value(&mut story), 30_000, "{content}");
    }
}
