//! A slide: its title, what stands under it, and the foot.

use super::{Context, NAMESPACES, Xml, table, text};
use crate::{
    fit::{Block, Layout, Page, What},
    look::{self, Frame, emu},
    text::one_line,
};

const CHART: &str = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const DECORATIVE: &str = "http://schemas.microsoft.com/office/drawing/2017/decorative";

/// Returns a slide; `chart` is the number of the relation to its chart, if it has one.
pub(crate) fn xml(context: &Context, page: &Page, chart: usize) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element("p:sld", NAMESPACES, |xml| {
        xml.element("p:cSld", &[], |xml| {
            tree(xml, |xml| shapes(xml, context, page, chart));
        });
        xml.ready("<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>");
    });
    xml.finish()
}

/// Writes the tree of shapes.
pub(crate) fn tree(xml: &mut Xml, shapes: impl FnOnce(&mut Xml)) {
    xml.element("p:spTree", &[], |xml| {
        xml.ready(concat!(
            "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>",
            "<p:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/>",
            "<a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>",
        ));
        shapes(xml);
    });
}

fn shapes(xml: &mut Xml, context: &Context, page: &Page, chart: usize) {
    let title = &page.title;
    let (kind, usual) = match page.layout {
        Layout::Cover => ("ctrTitle", look::COVER_SIZES),
        _ => ("title", look::TITLE_SIZES),
    };
    let is_usual = usual.first().is_some_and(|(size, _)| *size == title.size);
    let has_usual_place = page.layout == Layout::Cover || title.frame.height <= look::TITLE_HEIGHT;
    let place = (!has_usual_place).then_some(title.frame);
    shape(xml, 2, "Title", &[("type", kind)], place, |xml| {
        text::plain(xml, context, &title.text, (!is_usual).then_some(title.size));
    });
    if let Some(lead) = &page.lead {
        let own = [("type", "body"), ("sz", "quarter"), ("idx", "13")];
        shape(xml, 3, "Lead", &own, Some(lead.frame), |xml| {
            text::plain(xml, context, &lead.text, Some(lead.size));
        });
    }
    for (number, block) in (4_usize..).zip(&page.blocks) {
        draw(xml, context, page, block, (number, chart));
    }
    let next = 4 + page.blocks.len();
    if let Some(source) = &page.source {
        let own = [("type", "ftr"), ("sz", "quarter"), ("idx", "11")];
        shape(xml, next, "Source", &own, None, |xml| {
            text::plain(xml, context, &source.text, Some(source.size));
        });
    }
    let own = [("type", "sldNum"), ("sz", "quarter"), ("idx", "12")];
    shape(xml, next + 1, "Slide number", &own, None, |xml| {
        xml.element("a:p", &[], |xml| {
            let field = [
                ("id", "{6F1A2C3D-4B5E-4F60-8172-93A4B5C6D7E8}"),
                ("type", "slidenum"),
            ];
            xml.element("a:fld", &field, |xml| {
                xml.empty("a:rPr", &[("lang", context.language)]);
                xml.leaf("a:t", "‹#›");
            });
        });
    });
}

fn draw(xml: &mut Xml, context: &Context, page: &Page, block: &Block, (number, chart): (usize, usize)) {
    let place = block.place.to_string();
    match &block.what {
        What::Text { paragraphs, size } => {
            let own = kind_of(page.layout, block.place);
            let mut own: Vec<(&str, &str)> = own.map(|kind| ("type", kind)).into_iter().collect();
            own.push(("idx", &place));
            shape(xml, number, "Text", &own, Some(block.frame), |xml| {
                text::paragraphs(xml, context, paragraphs, *size);
            });
        }
        What::Table(grid) => {
            let alt = format!("Table: {}", page.title.text);
            graphic(xml, number, ("Table", &alt), block, |xml| {
                table::graphic(xml, context, grid)
            });
        }
        What::Chart(drawn) => {
            let alt = one_line(&drawn.alt);
            let alt = if alt.is_empty() {
                format!("Chart: {}", page.title.text)
            } else {
                alt
            };
            graphic(xml, number, ("Chart", &alt), block, |xml| {
                xml.element("a:graphicData", &[("uri", CHART)], |xml| {
                    xml.empty("c:chart", &[("xmlns:c", CHART), ("r:id", &format!("rId{chart}"))]);
                });
            });
        }
        What::Rule(side) => rule(xml, number, block.frame, look::side_fill(*side)),
    }
}

/// Returns the kind of a layout's place for text.
fn kind_of(layout: Layout, place: u32) -> Option<&'static str> {
    match (layout, place) {
        (Layout::Cover, _) => Some("subTitle"),
        (Layout::Sides, 1 | 3) => Some("body"),
        _ => None,
    }
}

/// Writes text in one of the layout's places; where it stands is said only when the layout says otherwise.
pub(crate) fn shape(
    xml: &mut Xml,
    number: usize,
    name: &str,
    place: &[(&str, &str)],
    frame: Option<Frame>,
    inner: impl FnOnce(&mut Xml),
) {
    xml.element("p:sp", &[], |xml| {
        xml.element("p:nvSpPr", &[], |xml| {
            xml.empty(
                "p:cNvPr",
                &[("id", &number.to_string()), ("name", &format!("{name} {number}"))],
            );
            xml.ready("<p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr>");
            xml.element("p:nvPr", &[], |xml| xml.empty("p:ph", place));
        });
        xml.element("p:spPr", &[], |xml| {
            if let Some(frame) = frame {
                transform(xml, "a:xfrm", frame);
            }
        });
        xml.element("p:txBody", &[], |xml| {
            xml.ready("<a:bodyPr/><a:lstStyle/>");
            inner(xml);
        });
    });
}

/// Writes a table or a chart.
fn graphic(
    xml: &mut Xml,
    number: usize,
    (name, alt): (&str, &str),
    block: &Block,
    inner: impl FnOnce(&mut Xml),
) {
    let id = number.to_string();
    xml.element("p:graphicFrame", &[], |xml| {
        xml.element("p:nvGraphicFramePr", &[], |xml| {
            let name = format!("{name} {number}");
            xml.empty("p:cNvPr", &[("id", &id), ("name", &name), ("descr", alt)]);
            xml.ready("<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp=\"1\"/></p:cNvGraphicFramePr>");
            xml.element("p:nvPr", &[], |xml| {
                xml.empty("p:ph", &[("idx", &block.place.to_string())])
            });
        });
        transform(xml, "p:xfrm", block.frame);
        xml.element("a:graphic", &[], inner);
    });
}

/// Writes a line that only decorates: screen readers pass over it.
fn rule(xml: &mut Xml, number: usize, frame: Frame, tint: look::Tint) {
    let id = number.to_string();
    xml.element("p:sp", &[], |xml| {
        xml.element("p:nvSpPr", &[], |xml| {
            xml.element(
                "p:cNvPr",
                &[("id", &id), ("name", &format!("Line {number}"))],
                |xml| {
                    xml.element("a:extLst", &[], |xml| {
                        xml.element(
                            "a:ext",
                            &[("uri", "{C183D7F6-B498-43B3-948B-1728B52AA6E4}")],
                            |xml| {
                                xml.empty("adec:decorative", &[("xmlns:adec", DECORATIVE), ("val", "1")]);
                            },
                        );
                    });
                },
            );
            xml.ready("<p:cNvSpPr/><p:nvPr userDrawn=\"1\"/>");
        });
        xml.element("p:spPr", &[], |xml| {
            transform(xml, "a:xfrm", frame);
            xml.ready("<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>");
            text::fill(xml, tint);
            xml.ready("<a:ln><a:noFill/></a:ln>");
        });
    });
}

fn transform(xml: &mut Xml, name: &str, frame: Frame) {
    xml.element(name, &[], |xml| {
        xml.empty("a:off", &[("x", &emu(frame.left)), ("y", &emu(frame.top))]);
        xml.empty("a:ext", &[("cx", &emu(frame.width)), ("cy", &emu(frame.height))]);
    });
}
