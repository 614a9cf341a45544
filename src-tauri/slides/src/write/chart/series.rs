//! The series of a chart: name, colour, values, and the labels on them.

use rust_xlsxwriter::utility::column_number_to_name;

use super::{Figures, Numbers, outline, words};
use crate::{
    ChartKind,
    look::{self, Tint},
    write::{Xml, text::fill, workbook::SHEET},
};

/// How thick the line of a series is.
const LINE: f64 = 2.5;

/// Writes all series.
pub(super) fn write(xml: &mut Xml, kind: ChartKind, figures: &Figures, labelled: bool) {
    for (number, series) in figures.series.iter().enumerate() {
        xml.element("c:ser", &[], |xml| {
            one(xml, kind, figures, (number, series), labelled);
        });
    }
}

fn one(
    xml: &mut Xml,
    kind: ChartKind,
    figures: &Figures,
    (number, series): (usize, &Numbers),
    labelled: bool,
) {
    let place = number.to_string();
    xml.val("c:idx", &place);
    xml.val("c:order", &place);
    let column = column_name(number);
    xml.element("c:tx", &[], |xml| {
        strings(
            xml,
            &format!("{SHEET}!${column}$1"),
            std::slice::from_ref(&series.name),
        );
    });
    match kind {
        ChartKind::Lines => line(xml, series),
        _ => bar(xml, series),
    }
    if labelled {
        label(xml, kind, figures, series);
    }
    let last = figures.categories.len() + 1;
    xml.element("c:cat", &[], |xml| {
        strings(xml, &format!("{SHEET}!$A$2:$A${last}"), &figures.categories)
    });
    xml.element("c:val", &[], |xml| {
        xml.element("c:numRef", &[], |xml| {
            xml.leaf("c:f", &format!("{SHEET}!${column}$2:${column}${last}"));
            numbers(xml, figures, series);
        });
    });
    if kind == ChartKind::Lines {
        xml.val("c:smooth", "0");
    }
}

/// Returns the letters of a series' column in the workbook; the first column holds the categories.
fn column_name(number: usize) -> String {
    column_number_to_name(u16::try_from(number + 1).unwrap_or(u16::MAX))
}

fn line(xml: &mut Xml, series: &Numbers) {
    let tint = look::hue_line(series.hue);
    xml.element("c:spPr", &[], |xml| {
        xml.element("a:ln", &[("w", &look::emu(LINE)), ("cap", "rnd")], |xml| {
            fill(xml, tint);
            if series.dashed {
                xml.val("a:prstDash", "sysDash");
            }
            xml.empty("a:round", &[]);
        });
    });
    // A value between two gaps is a point only: without a marker nobody would see it.
    xml.element("c:marker", &[], |xml| {
        xml.val("c:symbol", "circle");
        xml.val("c:size", if series.dashed { "5" } else { "7" });
        xml.element("c:spPr", &[], |xml| {
            fill(xml, tint);
            outline(xml, 0.75, Some(tint));
        });
    });
}

fn bar(xml: &mut Xml, series: &Numbers) {
    xml.element("c:spPr", &[], |xml| {
        let tint = look::hue_line(series.hue);
        if series.dashed {
            xml.empty("a:noFill", &[]);
            xml.element("a:ln", &[("w", &look::emu(1.5))], |xml| {
                fill(xml, tint);
                xml.val("a:prstDash", "sysDash");
            });
        } else {
            fill(xml, look::hue_fill(series.hue));
            outline(xml, 0.75, Some(tint));
        }
    });
    xml.val("c:invertIfNegative", "0");
}

fn label(xml: &mut Xml, kind: ChartKind, figures: &Figures, series: &Numbers) {
    let (place, tint) = match kind {
        ChartKind::Lines => ("t", Tint::Ink),
        ChartKind::StackedColumns if series.dashed => ("ctr", Tint::Ink),
        ChartKind::StackedColumns => ("ctr", look::hue_words(series.hue)),
        ChartKind::Columns | ChartKind::Bars => ("outEnd", Tint::Ink),
    };
    xml.element("c:dLbls", &[], |xml| {
        xml.empty(
            "c:numFmt",
            &[("formatCode", figures.number_format), ("sourceLinked", "0")],
        );
        xml.element("c:spPr", &[], |xml| {
            xml.empty("a:noFill", &[]);
            outline(xml, 0.75, None);
        });
        words(xml, figures.size, tint);
        xml.val("c:dLblPos", place);
        for (name, value) in [
            ("c:showLegendKey", "0"),
            ("c:showVal", "1"),
            ("c:showCatName", "0"),
            ("c:showSerName", "0"),
            ("c:showPercent", "0"),
            ("c:showBubbleSize", "0"),
        ] {
            xml.val(name, value);
        }
    });
}

fn strings(xml: &mut Xml, place: &str, all: &[String]) {
    xml.element("c:strRef", &[], |xml| {
        xml.leaf("c:f", place);
        xml.element("c:strCache", &[], |xml| {
            xml.val("c:ptCount", &all.len().to_string());
            for (number, text) in all.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
                point(xml, number, &spelt(text));
            }
        });
    });
}

fn numbers(xml: &mut Xml, figures: &Figures, series: &Numbers) {
    xml.element("c:numCache", &[], |xml| {
        xml.leaf("c:formatCode", figures.number_format);
        xml.val("c:ptCount", &series.values.len().to_string());
        for (number, value) in series.values.iter().enumerate() {
            if let Some(value) = value {
                point(xml, number, &value.to_string());
            }
        }
    });
}

fn point(xml: &mut Xml, number: usize, value: &str) {
    xml.element("c:pt", &[("idx", &number.to_string())], |xml| {
        xml.leaf("c:v", value)
    });
}

/// Returns text as the names of a chart spell it: there `_x0041_` would be an A, so that its first sign is spelt itself.
fn spelt(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(place) = rest.find("_x") {
        let (before, from) = rest.split_at(place);
        out.push_str(before);
        let code = from.as_bytes().get(2..7);
        let is_code = code
            .and_then(<[u8]>::split_last)
            .is_some_and(|(last, digits)| *last == b'_' && digits.iter().all(u8::is_ascii_hexdigit));
        out.push_str(if is_code { "_x005F_" } else { "_" });
        rest = from.strip_prefix('_').unwrap_or_default();
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_spelt_letter_is_none() {
        assert_eq!(spelt("a_x0000_b"), "a_x005F_x0000_b");
        assert_eq!(spelt("_x00_x0041_"), "_x00_x005F_x0041_");
        assert_eq!(spelt("max_x and _x12"), "max_x and _x12");
    }
}
