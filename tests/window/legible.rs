//! What every screen owes to whoever reads it: no leftovers of programming, nothing that has to be scrolled sideways, and
//! nothing lost when all text is twice as large. `every_screen` asks it everywhere; here is what it asks, and the control.

use lockstep_tests::{
    Result,
    window::{Launch, Window},
};

use thirtyfour::Key;

/// All that can be read: the text, what stands in fields, and what is only spoken.
const ALL_TEXT: &str = "return [document.body.innerText,
    ...[...document.querySelectorAll('input, textarea')].flatMap((field) => [field.value, field.placeholder]),
    ...[...document.querySelectorAll('[aria-label], [aria-valuetext], [title]')].flatMap((element) =>
        ['aria-label', 'aria-valuetext', 'title'].map((name) => element.getAttribute(name) ?? ''))].join('\\n')";

/// What reaches beyond the window or its place at the right, unless it stands in a part that is meant to be scrolled.
const SIDEWAYS: &str = "
    const found = [document.documentElement, document.body, document.querySelector('main')]
        .filter((place) => place && place.scrollWidth > place.clientWidth + 1)
        .map((place) => `<${place.tagName.toLowerCase()}> is ${place.scrollWidth} wide, ${place.clientWidth} are seen`);
    const scrolled = (element) => {
        for (let place = element.parentElement; place && place !== document.body; place = place.parentElement)
            if (place.tagName !== 'MAIN' && /auto|scroll/.test(getComputedStyle(place).overflowX)) return true;
        return false;
    };
    for (const element of document.querySelectorAll('body *')) {
        const box = element.getBoundingClientRect();
        if (box.width > 1 && box.height > 1 && box.right > innerWidth + 1 && !scrolled(element) && element.children.length === 0)
            found.push(`“${(element.innerText || element.getAttribute('aria-label') || element.tagName).slice(0, 60)}” ends at ${Math.round(box.right)} of ${innerWidth}`);
    }
    return found.slice(0, 8)";

/// Text that its own box cuts off.
const CUT_OFF: &str = "return [...document.querySelectorAll('body *')].filter((element) => {
        const style = getComputedStyle(element);
        const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
        if (!own || style.visibility === 'hidden' || element.closest('.visually-hidden, [aria-hidden=true], svg, textarea')) return false;
        const box = element.getBoundingClientRect();
        const cuts = (overflow) => overflow === 'hidden' || overflow === 'clip';
        return box.width > 1 && box.height > 1 &&
            ((cuts(style.overflowX) && element.scrollWidth > element.clientWidth + 1) ||
             (cuts(style.overflowY) && element.scrollHeight > element.clientHeight + 3));
    }).map((element) => element.innerText)
    .concat([...document.querySelectorAll('input')].filter((field) => field.value !== '' && field.type !== 'checkbox' && field.type !== 'radio' &&
        field.clientWidth > 1 && field.scrollWidth > field.clientWidth + 1).map((field) => field.value))
    .map((text) => `“${text.slice(0, 60)}” is cut off`).slice(0, 8)";

fn leftovers(text: &str) -> Vec<&str> {
    let bad = [
        "undefined",
        "NaN",
        "[object",
        "Infinity",
        "∞",
        "null",
        "Invalid Date",
    ];
    let is_word = |line: &str, word: &str| {
        line.split(|c: char| !c.is_alphanumeric() && !"[∞".contains(c))
            .any(|part| part == word)
            || (word.contains(' ') && line.contains(word))
    };
    text.lines()
        .filter(|line| bad.iter().any(|word| is_word(line, word)))
        .collect()
}

async fn listed(window: &Window, script: &str) -> Result<Vec<String>> {
    Ok(serde_json::from_value(window.script(script).await?)?)
}

/// Returns the leftovers on the screen, what reaches beyond its place, and what is cut off there.
pub async fn faults_of(window: &Window, place: &str) -> Result<Vec<String>> {
    let text = window.script(ALL_TEXT).await?;
    let mut found: Vec<String> = leftovers(text.as_str().unwrap_or_default())
        .iter()
        .map(|line| format!("{place}: it says “{line}”"))
        .collect();
    for script in [SIDEWAYS, CUT_OFF] {
        for what in listed(window, script).await? {
            found.push(format!("{place}: {what}"));
        }
    }
    Ok(found)
}

#[tokio::test]
async fn everything_can_be_made_larger_and_stays_so_after_a_restart() -> Result {
    let home = tempfile::tempdir()?;
    let window = Launch::at_home(home.path()).open().await?;
    let room = async |window: &Window| window.script("return innerWidth").await;
    let usual = room(&window).await?;
    for _ in 0..8 {
        window.press(Key::Control + "=").await?;
    }
    window.sees("Everything is shown at 200 %.").await?;
    assert_eq!(room(&window).await?, 640);
    window.close().await?;

    let window = Launch::at_home(home.path()).open().await?;
    window
        .wait("the size that was kept", async || Ok(room(&window).await? == 640))
        .await?;
    window.press(Key::Control + "0").await?;
    window.sees("Everything is shown at 100 %.").await?;
    assert_eq!(room(&window).await?, usual);
    window.close().await
}

#[tokio::test]
async fn what_is_wrong_would_be_found() -> Result {
    assert_eq!(
        leftovers("12 NaN\n[object Object]\nFinance\nundefined"),
        ["12 NaN", "[object Object]", "undefined"]
    );
    let window = Launch::new()?.open().await?;
    window
        .script(
            "document.querySelector('main').insertAdjacentHTML('beforeend', '<p id=wide>too wide</p><p id=cut>too long for its place</p>');
            Object.assign(document.getElementById('wide').style, { position: 'fixed', left: '1200px', width: '400px' });
            Object.assign(document.getElementById('cut').style, { width: '40px', overflow: 'hidden', whiteSpace: 'nowrap' });",
        )
        .await?;
    assert_eq!(
        listed(&window, SIDEWAYS).await?,
        ["“too wide” ends at 1600 of 1280"]
    );
    assert_eq!(
        listed(&window, CUT_OFF).await?,
        ["“too long for its place” is cut off"]
    );
    window.close().await
}
