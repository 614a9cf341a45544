//! A table. Its cells are drawn one by one: a style of tables is known by number only, and not every program knows the number.

use super::{Context, Xml, text};
use crate::{
    fit::{Grid, Row},
    look::{CELL_EDGE, CELL_SIDE, Tint, emu},
    text::Paragraph,
};

const TABLE: &str = "http://schemas.openxmlformats.org/drawingml/2006/table";
/// "No style, no grid".
const PLAIN: &str = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}";

/// Writes a table.
pub(crate) fn graphic(xml: &mut Xml, context: &Context, grid: &Grid) {
    xml.element("a:graphicData", &[("uri", TABLE)], |xml| {
        xml.element("a:tbl", &[], |xml| {
            let has_head = if grid.has_head { "1" } else { "0" };
            xml.element("a:tblPr", &[("firstRow", has_head)], |xml| {
                xml.leaf("a:tableStyleId", PLAIN)
            });
            xml.element("a:tblGrid", &[], |xml| {
                for width in &grid.columns {
                    xml.empty("a:gridCol", &[("w", &emu(*width))]);
                }
            });
            for (number, line) in grid.rows.iter().enumerate() {
                row(xml, context, line, grid.has_head && number == 0, grid.size);
            }
        });
    });
}

fn row(xml: &mut Xml, context: &Context, row: &Row, is_head: bool, size: f64) {
    xml.element("a:tr", &[("h", &emu(row.height))], |xml| {
        for one in &row.cells {
            cell(xml, context, one, is_head, size);
        }
    });
}

fn cell(xml: &mut Xml, context: &Context, cell: &Paragraph, is_head: bool, size: f64) {
    xml.element("a:tc", &[], |xml| {
        xml.element("a:txBody", &[], |xml| {
            xml.ready("<a:bodyPr/><a:lstStyle/>");
            text::paragraphs(xml, context, std::slice::from_ref(cell), size);
        });
        let (side, edge) = (emu(CELL_SIDE), emu(CELL_EDGE));
        let anchor = if is_head { "b" } else { "t" };
        let free = [
            ("marL", &*side),
            ("marR", &side),
            ("marT", &edge),
            ("marB", &edge),
            ("anchor", anchor),
        ];
        xml.element("a:tcPr", &free, |xml| {
            for name in ["a:lnL", "a:lnR", "a:lnT"] {
                xml.element(name, &[("w", "0")], |xml| xml.empty("a:noFill", &[]));
            }
            let (width, tint) = if is_head {
                (1.0, Tint::Ink)
            } else {
                (0.75, Tint::Hairline)
            };
            xml.element("a:lnB", &[("w", &emu(width))], |xml| text::fill(xml, tint));
            xml.empty("a:noFill", &[]);
        });
    });
}
