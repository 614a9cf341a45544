//! A chart: its figures, the part that draws them, and the workbook in which they can be edited.

mod axes;
mod labels;
mod part;
mod series;

use super::{Context, Package, Relation, workbook};
use crate::{
    Chart, Deck, Hue, SlidesError,
    fit::name,
    look::{self, Frame},
    text::clean,
    write::{Xml, text},
};

/// What a chart draws, the same in the part and in the workbook.
pub(crate) struct Figures<'c> {
    pub categories: Vec<String>,
    pub series: Vec<Numbers>,
    pub number_format: &'c str,
    /// How large the words are.
    pub size: f64,
}

/// The values of a series, one a category.
pub(crate) struct Numbers {
    pub name: String,
    pub hue: Hue,
    pub dashed: bool,
    pub values: Vec<Option<f64>>,
}

impl<'c> Figures<'c> {
    fn of(chart: &'c Chart, number_format: &'c str, frame: Frame) -> Self {
        let (alone, beside) = look::CHART_SIZES;
        let places = chart.places();
        let names = chart
            .categories
            .iter()
            .map(String::as_str)
            .chain(std::iter::repeat(""));
        Self {
            categories: names.take(places).map(|text| name(text).0).collect(),
            series: chart
                .series
                .iter()
                .map(|series| Numbers {
                    name: name(&series.name).0,
                    hue: series.hue,
                    dashed: series.dashed,
                    values: series
                        .finite()
                        .chain(std::iter::repeat(None))
                        .take(places)
                        .collect(),
                })
                .collect(),
            number_format,
            size: if frame.width < look::WIDTH { beside } else { alone },
        }
    }

    /// Returns all values there are.
    fn values(&self) -> impl Iterator<Item = f64> {
        self.series
            .iter()
            .flat_map(|series| series.values.iter().copied().flatten())
    }
}

/// Adds a chart with its workbook.
///
/// # Errors
/// When the workbook cannot be written.
pub(crate) fn add(
    package: &mut Package,
    deck: &Deck,
    context: &Context,
    chart: &Chart,
    frame: Frame,
    number: usize,
) -> Result<(), SlidesError> {
    let format = clean(&chart.number_format);
    let format = if format.is_empty() { "General" } else { &format };
    let figures = Figures::of(chart, format, frame);
    let book = format!("Microsoft_Excel_Sheet{number}.xlsx");
    package.add_workbook(
        format!("ppt/embeddings/{book}"),
        workbook::bytes(&figures, deck.created)?,
    );
    package.add(
        "chart",
        &format!("ppt/charts/chart{number}.xml"),
        part::xml(context, chart, &figures, frame),
    );
    package.relate(
        &format!("ppt/charts/_rels/chart{number}.xml.rels"),
        &[Relation::to("package", format!("../embeddings/{book}"))],
    );
    Ok(())
}

/// Writes how words in a chart look.
fn words(xml: &mut Xml, size: f64, tint: look::Tint) {
    xml.element("c:txPr", &[], |xml| {
        body(xml, false);
        xml.empty("a:lstStyle", &[]);
        xml.element("a:p", &[], |xml| {
            xml.element("a:pPr", &[], |xml| {
                look_of_words(xml, "a:defRPr", &[], (size, tint))
            });
            xml.empty("a:endParaRPr", &[]);
        });
    });
}

/// Writes whether words stand upright or run upwards.
fn body(xml: &mut Xml, turned: bool) {
    match turned {
        true => xml.empty("a:bodyPr", &[("rot", "-5400000"), ("vert", "horz")]),
        false => xml.empty("a:bodyPr", &[]),
    }
}

fn look_of_words(xml: &mut Xml, element: &str, more: &[(&str, &str)], (size, tint): (f64, look::Tint)) {
    let size = look::size(size);
    let mut attributes = more.to_vec();
    attributes.extend([("sz", size.as_str()), ("b", "0")]);
    xml.element(element, &attributes, |xml| {
        text::fill(xml, tint);
        xml.empty("a:latin", &[("typeface", "+mn-lt")]);
    });
}

/// Writes an outline; without a colour there is none.
fn outline(xml: &mut Xml, width: f64, tint: Option<look::Tint>) {
    xml.element("a:ln", &[("w", &look::emu(width))], |xml| match tint {
        Some(tint) => text::fill(xml, tint),
        None => xml.empty("a:noFill", &[]),
    });
}
