//! The whole way on real leads, by hand: 43,033 leads of a sales-development team are taken in through the wizard, the
//! definition is made and run over them, a worked example is kept, both sides sign, and the page goes to the wall.

use lockstep_tests::{Result, shared, window::Launch};

use crate::pages::{
    agreement,
    definition::{add_known, ask_at_least, ask_for_words, gets, save_for_the_wall, try_lead},
    first_run::{ACME, found},
    frame::{go_to, saved, sits},
    wizard,
};

#[tokio::test]
async fn a_definition_for_forty_thousand_real_leads_is_made_proven_signed_and_printed() -> Result {
    let Some(data) = shared("marketstar_sales_dev") else {
        return Ok(());
    };
    let folder = tempfile::tempdir()?;
    let pdf = folder.path().join("wall.pdf");
    let window = Launch::new()?
        .answer(folder.path().join("acme.lockstep"))
        .answer(data.join("Leads.csv"))
        .answer(data.join("Opportunities.csv"))
        .answer(&pdf)
        .open()
        .await?;
    found(&window, &ACME).await?;
    sits(&window, "Sasha Brandt").await?;

    // Nothing has to be said by hand: both files are recognised as they are.
    wizard::open(&window).await?;
    wizard::choose(&window).await?;
    window.click("Choose more files…").await?;
    window.sees("1,061 rows").await?;
    wizard::looked_through(&window).await?;
    window.click("Go on to the columns").await?;
    window.click("Go on to the values").await?;
    window.click("Go on to the preview").await?;
    wizard::counted(&window).await?;
    window.click("Take in").await?;
    window.sees("43,033 leads").await?;
    window.sees("Where to look next").await?;

    go_to(&window, "Qualified lead").await?;
    window.click("Begin with The three questions").await?;
    window.sees("Draft, nothing is agreed yet").await?;
    add_known(&window, "#customer", "Lead source").await?;
    ask_for_words(
        &window,
        "Lead source",
        "is one of",
        &["Web Registration", "Trade Shows and Events"],
    )
    .await?;
    add_known(&window, "#customer", "Employees").await?;
    ask_at_least(&window, "Employees", "100").await?;
    add_known(&window, "#information", "Job title").await?;
    window
        .type_in(
            "#certainty",
            "Answer in words: What has to happen in a customer’s company to make the sale certain?",
            "They have asked for a demonstration, or came to us at a fair.",
        )
        .await?;
    window.click_in("#non-leads", "Add what is no lead").await?;
    window.type_in("#non-leads", "Field", "Job title").await?;
    window.click_in("[role=listbox]", "Job title").await?;
    window
        .type_in("#non-leads", "Words for Job title", "student\u{e007}\u{e004}")
        .await?;
    window
        .choose(
            "#non-leads",
            "Reason, when Job title speaks against it",
            "Student or curious",
        )
        .await?;
    saved(&window).await?;

    // The same numbers as from a terminal, and as a plain reader of the files counts them.
    window
        .script("document.getElementById('back-test').scrollIntoView()")
        .await?;
    window.sees("5,217 of 43,033 leads pass").await?;

    try_lead(
        &window,
        &[("Lead source", "Web Registration"), ("Employees", "40")],
    )
    .await?;
    gets(&window, "Not qualified").await?;
    try_lead(&window, &[("Employees", "500")]).await?;
    gets(&window, "Not yet").await?;
    try_lead(&window, &[("Job title", "Head of IT")]).await?;
    gets(&window, "Qualified").await?;
    window
        .type_in("#try-a-lead", "Name of the example", "A head of IT from the web")
        .await?;
    window.click_in("#try-a-lead", "Keep as worked example").await?;
    window.sees("It comes out as it must.").await?;

    window.click_in("#promises", "Accepted leads a month").await?;
    saved(&window).await?;
    agreement::propose(&window).await?;
    agreement::sign(&window, "Sales", "Sasha Brandt").await?;
    sits(&window, "Mika Olsen").await?;
    agreement::sign(&window, "Marketing", "Mika Olsen").await?;
    window.sees("Version 1 is in force.").await?;
    save_for_the_wall(&window, 1).await?;
    let text = lockstep_tests::pdf::text(&std::fs::read(&pdf)?)?;
    for said in ["Web Registration", "Employees", "Sasha Brandt", "Mika Olsen"] {
        assert!(text.contains(said), "the page does not hold “{said}”:\n{text}");
    }
    window.close().await
}
