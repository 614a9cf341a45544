//! Whether the values can be written at their places without running into each other.

use super::Figures;
use crate::{
    ChartKind,
    look::{Frame, LINE},
};

/// What the axis, its labels and the legend take of a chart.
const AROUND: f64 = 80.0;
/// How much of its place a category's columns fill.
const FILLED: f64 = 0.75;
/// How wide a figure is, for text of one point.
const FIGURE: f64 = 0.58;

/// Says whether labels fit.
pub(super) fn fit(kind: ChartKind, figures: &Figures, frame: Frame) -> bool {
    let count = |number: usize| u32::try_from(number.max(1)).map_or(f64::MAX, f64::from);
    let places = count(figures.categories.len());
    let beside = count(figures.series.len());
    let widest = figures
        .values()
        .map(|value| letters(value, figures.number_format))
        .fold(0.0, f64::max);
    let wide = widest * FIGURE * figures.size;
    let (along, up) = (frame.width - AROUND, frame.height - AROUND);
    match kind {
        ChartKind::Columns => wide <= along * FILLED / places / beside,
        ChartKind::StackedColumns => wide <= along / places && is_high(figures, up),
        ChartKind::Lines => wide <= along / places && !is_crowded(figures, up),
        ChartKind::Bars => figures.size * LINE <= up * FILLED / places / beside,
    }
}

/// Says whether each part of a stack is at least as high as its label.
fn is_high(figures: &Figures, up: f64) -> bool {
    let stack = |place| of(figures, place).map(f64::abs).sum::<f64>();
    let highest = (0..figures.categories.len()).map(stack).fold(0.0, f64::max);
    let lowest = figures
        .values()
        .map(f64::abs)
        .filter(|value| *value > 0.0)
        .fold(f64::MAX, f64::min);
    highest > 0.0 && lowest / highest * up * 0.8 >= figures.size
}

/// Says whether the lines come so near each other somewhere that their labels would meet.
fn is_crowded(figures: &Figures, up: f64) -> bool {
    let (low, high) = figures.values().fold((0.0_f64, 0.0_f64), |(low, high), value| {
        (low.min(value), high.max(value))
    });
    (0..figures.categories.len()).any(|place| {
        let mut values: Vec<f64> = of(figures, place).collect();
        values.sort_by(f64::total_cmp);
        let nexts = values.iter().skip(1);
        values
            .iter()
            .zip(nexts)
            .any(|(lower, upper)| (upper - lower) / (high - low) * up * 0.8 < figures.size * LINE)
    })
}

/// Returns the values of a category.
fn of(figures: &Figures, place: usize) -> impl Iterator<Item = f64> {
    figures
        .series
        .iter()
        .filter_map(move |series| series.values.get(place).copied().flatten())
}

/// Returns about how many letters a value takes in a format.
fn letters(value: f64, format: &str) -> f64 {
    let is_percent = format.contains('%');
    let shown = value.abs() * if is_percent { 100.0 } else { 1.0 };
    let before = shown.max(1.0).log10().floor() + 1.0;
    let groups = if format.contains(',') {
        ((before - 1.0) / 3.0).floor()
    } else {
        0.0
    };
    let first = format.split(';').next().unwrap_or_default();
    let is_figure = |letter: &char| matches!(letter, '0' | '#' | '?');
    let after = match first.split_once('.') {
        Some((_, after)) => after.chars().take_while(is_figure).map(|_| 1.0).sum::<f64>() + 1.0,
        None if first.is_empty() || first == "General" => 3.0,
        None => 0.0,
    };
    let is_sign =
        |letter: &char| !is_figure(letter) && !matches!(letter, ',' | '.' | '"' | '\\' | '[' | ']' | '$');
    let signs = match first {
        "General" => 0.0,
        first => first.chars().filter(is_sign).map(|_| 1.0).sum(),
    };
    before + groups + after + signs + if value < 0.0 { 1.0 } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letters_of_a_value_are_counted_by_its_format() {
        for (value, format, letters_wanted) in [
            (1_234.0, "#,##0", 5.0),
            (0.253, "0.0%", 5.0),
            (-7.0, "0", 2.0),
            (1_234_567.0, "\"€\"#,##0.00", 13.0),
            (0.0, "0", 1.0),
        ] {
            assert!(
                (letters(value, format) - letters_wanted).abs() < 0.01,
                "{value} {format}"
            );
        }
    }
}
