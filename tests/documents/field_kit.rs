//! The field kit as its readers see it: opened as a file in a browser without a window, without Lockstep and without a network.

use std::time::Duration;

use lockstep_export::collateral::field_kit;
use lockstep_tests::{
    Result,
    library::piece,
    processes::{Browser, repository},
    story::Story,
};
use serde_json::{Value, json};
use thirtyfour::{By, Key, WebDriver, extensions::query::ElementQueryable};

/// A hostile title, which is text and stays text.
const TITLE: &str = "<img src=x onerror=\"document.title='owned'\"> for clinics";

/// What has the browser show pages in the dark.
const DARK: [&str; 2] = [
    "--force-dark-mode",
    "--enable-features=WebContentsForceDark:inversion_method/none",
];

async fn texts(page: &WebDriver, css: &str) -> Result<Vec<String>> {
    let mut all = Vec::new();
    for element in page.find_all(By::Css(css)).await? {
        all.push(element.text().await?);
    }
    Ok(all)
}

async fn click(page: &WebDriver, words: &str) -> Result {
    let path =
        format!("(//*[self::button or self::label][contains(normalize-space(.), \"{words}\")])[last()]");
    // A page that was just loaded may not have drawn it yet.
    page.query(By::XPath(path)).first().await?.click().await?;
    Ok(())
}

async fn is_accessible(page: &WebDriver, place: &str) -> Result {
    let source = std::fs::read_to_string(repository().join("ui/node_modules/axe-core/axe.min.js"))?;
    page.execute(source, vec![]).await?;
    let found = page
        .execute_async(
            "const done = arguments[0]; axe.run().then((found) => done(found.violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.target + ' ' + node.failureSummary))));",
            vec![],
        )
        .await?;
    assert_eq!(found.json(), &json!([]), "{place}");
    Ok(())
}

fn approved(story: &mut Story, piece: &str) {
    for name in ["Sasha", "Mika"] {
        story.sits(name);
        story.call("approve_piece", json!({ "id": piece }));
    }
}

#[tokio::test]
async fn the_kit_works_from_a_folder_and_its_slip_is_imported() -> Result {
    let mut story = Story::new();
    let prices = piece(
        &mut story,
        "Prices.txt",
        "What it costs.\n\nThe return on your investment, bed by bed.",
    );
    let odd = piece(&mut story, "Odd.md", "# Odd\n\nNothing of the others.");
    story.call("edit_piece", json!({ "id": odd, "change": { "title": TITLE } }));
    story.call("begin_buying_cycle", json!({ "with_starter_set": true }));
    let cycle = story.call("open_buying_cycle", json!({}));
    story.call(
        "edit_piece",
        json!({ "id": prices, "change": { "personas": [cycle["personas"][0]["id"]], "phases": [cycle["phases"][0]["id"]] } }),
    );
    approved(&mut story, &prices);
    approved(&mut story, &odd);
    let kit = story.folder().join("kit");
    let downloads = story.folder().join("downloads");
    std::fs::create_dir(&downloads)?;
    field_kit::write(&story.workspace, &kit)?;
    let address = format!("file://{}", kit.join("index.html").display());

    let driver = Browser::start()?;
    let page = driver.open(&[], Some(&downloads)).await?;
    page.goto(&address).await?;
    assert_eq!(texts(&page, "main h2").await?, ["2 pieces"]);
    is_accessible(&page, "pieces").await?;
    // What somebody called a piece is text.
    assert!(texts(&page, "h3").await?.contains(&TITLE.to_owned()));
    assert!(page.find_all(By::Css("h3 img")).await?.is_empty());
    assert!(!page.title().await?.contains("owned"));

    // It is found by what stands on its page, with a letter wrong.
    page.find(By::Css("input[type=search]"))
        .await?
        .send_keys("retrun invest")
        .await?;
    assert_eq!(texts(&page, "main h2").await?, ["1 piece"]);
    assert_eq!(texts(&page, "mark").await?, ["return", "invest"]);
    assert!(
        texts(&page, "main p.soft")
            .await?
            .join(" ")
            .contains("Looked for “return”")
    );
    let link = page
        .find(By::Css("h3 a"))
        .await?
        .attr("href")
        .await?
        .ok_or("a link")?;
    assert_eq!(
        std::fs::read_to_string(kit.join(&link))?,
        "What it costs.\n\nThe return on your investment, bed by bed."
    );

    // Somebody used it, needs something, and saves the slip.
    click(&page, "I used this").await?;
    is_accessible(&page, "the note").await?;
    page.find(By::Css("dialog input[required]"))
        .await?
        .send_keys("St Märy")
        .await?;
    page.find(By::Css("dialog input[type=radio][value='4']"))
        .await?
        .click()
        .await?;
    click(&page, "Keep this note").await?;
    page.find(By::Css("input[type=search]"))
        .await?
        .send_keys(Key::Control + "a")
        .await?;
    click(&page, "We need something else").await?;
    page.find(By::Css("dialog textarea"))
        .await?
        .send_keys(" A film")
        .await?;
    click(&page, "Keep this note").await?;
    // Notes outlive the page.
    page.refresh().await?;
    click(&page, "My notes (2)").await?;
    page.find(By::Css("input[autocomplete=name]"))
        .await?
        .send_keys("Kim")
        .await?;
    is_accessible(&page, "my notes").await?;
    click(&page, "Save return slip").await?;
    let slip = loop {
        let saved = std::fs::read_dir(&downloads)?
            .filter_map(|entry| Some(entry.ok()?.path()))
            .find(|path| path.extension().is_some_and(|ending| ending == "json"));
        match saved {
            Some(path) => break path,
            None => tokio::time::sleep(Duration::from_millis(50)).await,
        }
    };
    // The browser has the day of this machine; by then the story has come further.
    story.days_later(3_650);
    let slip = json!({ "slips": [{ "file_name": "kim.json", "content": std::fs::read_to_string(slip)? }] });
    let became = story.call("import_slips", slip);
    assert_eq!(
        (&became["uses"], &became["requests"], &became["refused"]),
        (&json!(1), &json!(1), &json!(0))
    );
    let uses = story.call("list_uses", json!({}));
    let used = &uses["uses"][0]["use"];
    assert_eq!(
        (&used["said_by"], &used["deal"], &used["easy_to_find"]),
        (&json!("Kim"), &json!("St Märy"), &json!(4))
    );

    // The matrix, a telephone, and the dark.
    click(&page, "Content matrix").await?;
    is_accessible(&page, "the matrix").await?;
    page.set_window_rect(0, 0, 400, 800).await?;
    click(&page, "Pieces").await?;
    let wide: Value = page
        .execute(
            "return document.documentElement.scrollWidth <= window.innerWidth",
            vec![],
        )
        .await?
        .json()
        .clone();
    assert_eq!(wide, json!(true), "nothing is cut off on a telephone");
    page.quit().await?;
    let page = driver.open(&DARK, Some(&downloads)).await?;
    page.goto(&address).await?;
    is_accessible(&page, "in the dark").await?;
    page.quit().await?;
    Ok(())
}
