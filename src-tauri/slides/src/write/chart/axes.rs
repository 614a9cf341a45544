//! The axes of a chart.

use super::{Figures, body, look_of_words, outline, part::AXES, words};
use crate::{
    Chart, ChartKind,
    fit::name,
    look::Tint,
    write::{Context, Xml},
};

/// Writes both axes. Where every column says its value, the axis need not say it again.
pub(super) fn write(xml: &mut Xml, context: &Context, chart: &Chart, figures: &Figures, labelled: bool) {
    let is_quiet = labelled && matches!(chart.kind, ChartKind::Columns | ChartKind::Bars);
    let [categories, values] = AXES;
    let lies = chart.kind == ChartKind::Bars;
    xml.element("c:catAx", &[], |xml| {
        xml.val("c:axId", categories);
        // Bars begin below; turned round, the first category stands on top.
        let order = if lies { "maxMin" } else { "minMax" };
        xml.element("c:scaling", &[], |xml| xml.val("c:orientation", order));
        xml.val("c:delete", "0");
        xml.val("c:axPos", if lies { "l" } else { "b" });
        title(xml, context, (&chart.category_title, figures.size), lies);
        common(xml, figures.size, "General", "low", Some(Tint::Accent("accent2")));
        xml.val("c:crossAx", values);
        xml.val("c:crosses", "autoZero");
        xml.val("c:auto", "0");
        xml.val("c:lblAlgn", "ctr");
        xml.val("c:lblOffset", "100");
        xml.val("c:noMultiLvlLbl", "1");
    });
    xml.element("c:valAx", &[], |xml| {
        xml.val("c:axId", values);
        xml.element("c:scaling", &[], |xml| scaling(xml, chart.kind, figures));
        xml.val("c:delete", "0");
        xml.val("c:axPos", if lies { "b" } else { "l" });
        if !is_quiet {
            xml.element("c:majorGridlines", &[], |xml| {
                xml.element("c:spPr", &[], |xml| outline(xml, 0.75, Some(Tint::Hairline)));
            });
        }
        title(xml, context, (&chart.value_title, figures.size), !lies);
        common(
            xml,
            figures.size,
            figures.number_format,
            if is_quiet { "none" } else { "nextTo" },
            None,
        );
        xml.val("c:crossAx", categories);
        xml.val("c:crosses", if lies { "max" } else { "autoZero" });
        xml.val("c:crossBetween", "between");
    });
}

/// Writes where the values begin and end. What has a length must begin at nought: programs would begin elsewhere when the
/// values are near each other.
fn scaling(xml: &mut Xml, kind: ChartKind, figures: &Figures) {
    xml.val("c:orientation", "minMax");
    let (low, high) = figures.values().fold((0.0_f64, 0.0_f64), |(low, high), value| {
        (low.min(value), high.max(value))
    });
    let has_length = kind != ChartKind::Lines;
    if low == 0.0 && high == 0.0 {
        xml.val("c:max", "1");
        xml.val("c:min", "0");
    } else if has_length && high <= 0.0 {
        xml.val("c:max", "0");
    } else if has_length && low >= 0.0 {
        xml.val("c:min", "0");
    }
}

fn common(xml: &mut Xml, size: f64, format: &str, labels: &str, line: Option<Tint>) {
    xml.empty("c:numFmt", &[("formatCode", format), ("sourceLinked", "0")]);
    xml.val("c:majorTickMark", "none");
    xml.val("c:minorTickMark", "none");
    xml.val("c:tickLblPos", labels);
    xml.element("c:spPr", &[], |xml| outline(xml, 0.75, line));
    words(xml, size, Tint::Soft);
}

fn title(xml: &mut Xml, context: &Context, (text, size): (&str, f64), turned: bool) {
    let (text, _) = name(text);
    if text.is_empty() {
        return;
    }
    xml.element("c:title", &[], |xml| {
        xml.element("c:tx", &[], |xml| {
            xml.element("c:rich", &[], |xml| {
                body(xml, turned);
                xml.empty("a:lstStyle", &[]);
                xml.element("a:p", &[], |xml| {
                    xml.element("a:pPr", &[], |xml| {
                        look_of_words(xml, "a:defRPr", &[], (size, Tint::Soft))
                    });
                    xml.element("a:r", &[], |xml| {
                        look_of_words(xml, "a:rPr", &[("lang", context.language)], (size, Tint::Soft));
                        xml.leaf("a:t", &text);
                    });
                });
            });
        });
        xml.val("c:overlay", "0");
    });
}
