//! Which number of last year a label names.

/// Returns which number of the look back a label names, or why none. A rate, a cost or a target beside one of our words is
/// something else than the number itself.
pub(super) fn meaning(label: &str) -> std::result::Result<&'static str, String> {
    const SOMETHING_ELSE: [&str; 24] = [
        "rate",
        "ratio",
        "conversion",
        "percentage",
        "share",
        "target",
        "goal",
        "quota",
        "plan",
        "planned",
        "budget",
        "forecast",
        "cost",
        "costs",
        "cpl",
        "per",
        "average",
        "avg",
        "growth",
        "to",
        "vs",
        "quote",
        "ziel",
        "kosten",
    ];
    let spaced: String = label
        .to_lowercase()
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let has = |word: &str| words.contains(&word);
    let begins = |start: &str| words.iter().any(|word| word.starts_with(start));
    let phrase = |phrase: &str| format!(" {} ", words.join(" ")).contains(&format!(" {phrase} "));
    let unknown = || format!("Lockstep does not know what “{}” stands for", label.trim());
    if phrase("days to close") || begins("cycle") {
        return Ok("cycle_days");
    }
    if label.contains(['%', '→', '÷', '/']) || SOMETHING_ELSE.iter().any(|word| has(word)) {
        return Err(format!(
            "“{}” is not one of the numbers that are looked back on",
            label.trim()
        ));
    }
    let is_money = begins("revenue") || has("turnover") || has("bookings") || has("value") || has("umsatz");
    let is_sourced = begins("sourced") || has("marketing");
    let counts = begins("lead") || begins("opportunit") || has("deals") || has("sql") || has("mql");
    let (won, lost) = (has("won") || has("wins"), has("lost"));
    match () {
        () if is_money && is_sourced => Ok("sourced_revenue"),
        () if (phrase("sourced by marketing") || phrase("marketing sourced")) && !counts => {
            Ok("sourced_revenue")
        }
        () if is_money && lost => Err(unknown()),
        () if is_money
            && (begins("revenue") || has("turnover") || has("bookings") || has("umsatz") || won) =>
        {
            Ok("revenue")
        }
        () if is_money => Err(unknown()),
        () if won && lost => Err(format!("“{}” names won and lost", label.trim())),
        () if won || phrase("new customers") => Ok("won"),
        () if lost => Ok("lost"),
        () if begins("accepted") || has("sal") || has("sals") => Ok("accepted"),
        () if has("sql") || has("sqls") || phrase("sales qualified") || phrase("sales qualified leads") => {
            Ok("sql")
        }
        () if begins("opportunit") || has("sqo") || has("sqos") => Ok("opportunities"),
        () if has("deals") => Ok("won"),
        () if begins("lead") || has("mql") || has("mqls") => Ok("leads"),
        () => Err(unknown()),
    }
}
