//! The part that draws a chart. It holds the figures, too, so that it can be drawn without opening the workbook.

use super::{Figures, axes, labels, outline, series, words};
use crate::{
    Chart, ChartKind,
    look::{Frame, Tint},
    write::{Context, DRAWING, RELATIONS, Xml},
};

const CHART: &str = "http://schemas.openxmlformats.org/drawingml/2006/chart";

/// The numbers by which the chart knows its axes.
pub(super) const AXES: [&str; 2] = ["50010001", "50010002"];

/// Returns the part.
pub(super) fn xml(context: &Context, chart: &Chart, figures: &Figures, frame: Frame) -> Vec<u8> {
    let mut xml = Xml::new();
    let labelled = chart.labels && labels::fit(chart.kind, figures, frame);
    let spaces = [("xmlns:c", CHART), ("xmlns:a", DRAWING), ("xmlns:r", RELATIONS)];
    xml.element("c:chartSpace", &spaces, |xml| {
        xml.val("c:date1904", "0");
        xml.val("c:lang", context.language);
        xml.val("c:roundedCorners", "0");
        xml.element("c:chart", &[], |xml| {
            xml.val("c:autoTitleDeleted", "1");
            plot(xml, context, chart, figures, labelled);
            if figures.series.len() > 1 {
                legend(xml, figures.size);
            }
            xml.val("c:plotVisOnly", "1");
            xml.val("c:dispBlanksAs", "gap");
        });
        xml.element("c:spPr", &[], |xml| {
            xml.empty("a:noFill", &[]);
            outline(xml, 0.75, None);
        });
        words(xml, figures.size, Tint::Ink);
        xml.element("c:externalData", &[("r:id", "rId1")], |xml| {
            xml.val("c:autoUpdate", "0")
        });
    });
    xml.finish()
}

fn plot(xml: &mut Xml, context: &Context, chart: &Chart, figures: &Figures, labelled: bool) {
    xml.element("c:plotArea", &[], |xml| {
        xml.empty("c:layout", &[]);
        match chart.kind {
            ChartKind::Lines => lines(xml, chart, figures, labelled),
            _ => bars(xml, chart, figures, labelled),
        }
        axes::write(xml, context, chart, figures, labelled);
        xml.element("c:spPr", &[], |xml| xml.empty("a:noFill", &[]));
    });
}

fn bars(xml: &mut Xml, chart: &Chart, figures: &Figures, labelled: bool) {
    let (direction, grouping, overlap) = match chart.kind {
        ChartKind::Bars => ("bar", "clustered", "-5"),
        ChartKind::StackedColumns => ("col", "stacked", "100"),
        ChartKind::Columns | ChartKind::Lines => ("col", "clustered", "-5"),
    };
    xml.element("c:barChart", &[], |xml| {
        xml.val("c:barDir", direction);
        xml.val("c:grouping", grouping);
        xml.val("c:varyColors", "0");
        series::write(xml, chart.kind, figures, labelled);
        xml.val("c:gapWidth", "70");
        xml.val("c:overlap", overlap);
        ids(xml);
    });
}

fn lines(xml: &mut Xml, chart: &Chart, figures: &Figures, labelled: bool) {
    xml.element("c:lineChart", &[], |xml| {
        xml.val("c:grouping", "standard");
        xml.val("c:varyColors", "0");
        series::write(xml, chart.kind, figures, labelled);
        xml.val("c:marker", "1");
        ids(xml);
    });
}

fn ids(xml: &mut Xml) {
    for id in AXES {
        xml.val("c:axId", id);
    }
}

fn legend(xml: &mut Xml, size: f64) {
    xml.element("c:legend", &[], |xml| {
        xml.val("c:legendPos", "t");
        xml.val("c:overlay", "0");
        words(xml, size, Tint::Ink);
    });
}
