//! Which amount counts: what was spent and not what was planned, what a deal is worth and not a month of it.

use super::*;
use lockstep_core::leads::importing::ImportFiles;

fn all(story: &mut Story) -> Value {
    story.call("lead_funnel", json!({ "by": "source" }))["all"].clone()
}

#[test]
fn what_was_spent_counts_and_not_what_was_planned() {
    for (costs, cost) in [
        (
            "Channel,Campaign,Month,Budget,Actual\nWeb,Spring,2024-01,1000,900\nWeb,Brand,2024-01,500,620\n\
             Fair,Expo,2024-02,3000,2800\n",
            432_000,
        ),
        (
            "Kanal;Monat;Budget;Ist\nWeb;01/2024;1000;900\nMesse;02/2024;3000;2800\n",
            370_000,
        ),
        ("Canal;Mois;Budget prévu;Dépenses\nWeb;01/2024;1000;900\n", 90_000),
    ] {
        let mut story = Story::new();
        import(&mut story, "costs.csv", costs);
        assert_eq!(all(&mut story)["cost"], cost, "{costs}");
    }
}

#[test]
fn an_amount_that_may_be_another_is_asked_about() {
    for content in [
        "Channel,Month,Budget\nWeb,2024-01,1000\n",
        "Kanal;Monat;Plankosten\nWeb;01/2024;1000\n",
        "Deal ID,Deal Name,Stage,MRR,Close Date\n1,Alpha,Closed Won,500,2024-03-01\n2,Beta,Closed Won,2000,2024-04-05\n",
        "Opportunity ID,Opportunity Name,Stage,Probability (%),Expected Revenue,Close Date\n\
         006A,Alpha,Closed Won,100,5000,2024-03-01\n006B,Beta,Negotiation,50,1000,2024-12-05\n",
        "Opportunity,Topic,Est. Revenue,Actual Revenue,Status,Status Reason,Actual Close Date,Created On\n\
         o1,Alpha,5000,4500,Won,Won,2024-04-02,2024-01-01\no3,Gamma,700,,Open,In Progress,,2024-01-01\n",
        "Deal ID,Deal Name,Amount,Stage,Close Date,Amount\n1,Alpha,500,Closed Won,2024-03-01,450\n\
         2,Beta,2000,Closed Won,2024-03-05,1900\n",
    ] {
        let mut story = Story::new();
        let refused = try_import(&mut story, "file.csv", content).expect_err(content);
        assert_eq!(refused.field.as_deref(), Some("map"), "{content}: {refused:?}");

        // Each answer settles it, and the next export of the shape asks nothing.
        let file = file(&story, "file.csv", content);
        let surveyed = file.look(&mut |_, _| true).expect("it is surveyed through");
        let mut proposed = story
            .workspace
            .propose_import(&surveyed, None)
            .expect("recognised");
        let edit = proposed.questions(&surveyed)[0].answers[0].edit.clone();
        proposed.apply(&edit, &surveyed).expect("it is heard");
        assert_eq!(proposed.questions(&surveyed)[0].answered, Some(0), "{content}");
        story
            .workspace
            .import(&file, &surveyed, &proposed, &mut |_, _| true)
            .expect("it is imported");
        import(&mut story, "file.csv", content);
    }
}

#[test]
fn what_a_report_says_beside_the_table_of_its_amounts_holds_for_them() {
    let deals = |header: &str, above: &str, below: &str| {
        format!(
            "{above}Deal ID,Deal Name,{header},Stage,Close Date\n1,A,12.5,Closed Won,2024-04-25\n\
             2,B,8,Closed Won,2024-04-25\n{below}"
        )
    };
    for (header, above, below, won) in [
        (
            "Amount",
            "Pipeline report FY24\n(amounts in thousand EUR)\n",
            "",
            2_050_000,
        ),
        ("Amount", "Beträge in TEUR\n\n", "", 2_050_000),
        ("Amount", "", "\nMontants en k€\n", 2_050_000),
        ("Amount", "Importes en miles de euros\n", "", 2_050_000),
        ("Amount", "All amounts in EUR\n", "", 2_050),
        ("Amount", "Pipeline report FY24\n\n", "", 2_050),
        ("Amount (k€)", "All amounts in EUR\n", "", 2_050_000),
    ] {
        let mut story = Story::new();
        let report = import(&mut story, "deals.csv", &deals(header, above, below));
        let funnel = story.call("lead_funnel", json!({ "by": "source" }));
        assert_eq!(
            funnel["all"]["won_value"], won,
            "{header} {above}{below}: {report:?}"
        );
        assert_eq!(funnel["all"]["opportunities"], 2, "{header} {above}{below}");
        let is_named = report.notes.iter().any(|note| note.contains("thousands"));
        assert_eq!(is_named, won > 10_000, "{:?}", report.notes);
    }
    for (above, below) in [
        ("All amounts in USD\n\n", ""),
        ("", "All amounts in USD\n"),
        ("Währung: USD\n", ""),
    ] {
        let refused = try_import(&mut Story::new(), "deals.csv", &deals("Amount", above, below));
        let asked = refused.map_or_else(|error| error.message, |report| format!("{report:?}"));
        assert!(asked.contains("are in USD"), "{above}{below}: {asked}");
    }
}

#[test]
fn amounts_in_cents_are_read_as_cents() {
    for header in ["Amount (cents)", "Betrag (Cent)", "Montant (centimes)"] {
        let mut story = Story::new();
        let deals = format!(
            "Deal ID,Deal Name,{header},Stage,Close Date\n1,A,125000,Closed Won,2024-03-01\n2,B,80000,Closed Won,2024-03-02\n"
        );
        let report = import(&mut story, "deals.csv", &deals);
        let funnel = story.call("lead_funnel", json!({ "by": "source" }));
        assert_eq!(funnel["all"]["won_value"], 205_000, "{header}: {report:?}");
        assert!(
            report.notes.iter().any(|note| note.contains("cents")),
            "{:?}",
            report.notes
        );
    }
}
