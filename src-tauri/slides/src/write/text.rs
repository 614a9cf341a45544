//! Text in XML: paragraphs and their pieces.

use super::{Context, Xml};
use crate::{
    Align, Level, Side,
    look::{self, INDENT, Tint, emu},
    text::{Paragraph, Piece, Style, runs_left},
};

/// Writes paragraphs; a body of text needs at least one.
pub(crate) fn paragraphs(xml: &mut Xml, context: &Context, all: &[Paragraph], size: f64) {
    if all.is_empty() {
        xml.empty("a:p", &[]);
    }
    for (place, paragraph) in all.iter().enumerate() {
        let above = if place == 0 { 0.0 } else { paragraph.gap(size) };
        xml.element("a:p", &[], |xml| {
            about(xml, paragraph, above);
            for piece in &paragraph.pieces {
                runs(xml, context, piece, Some(size));
            }
            let size = look::size(size);
            xml.empty("a:endParaRPr", &[("lang", context.language), ("sz", &size)]);
        });
    }
}

/// Writes a paragraph of plain text, in the size of its place unless one is given.
pub(crate) fn plain(xml: &mut Xml, context: &Context, text: &str, size: Option<f64>) {
    xml.element("a:p", &[], |xml| {
        if runs_left(text) {
            xml.empty("a:pPr", &[("algn", "r"), ("rtl", "1")]);
        }
        let text = text.to_owned();
        runs(
            xml,
            context,
            &Piece {
                text,
                style: Style::Plain,
            },
            size,
        );
    });
}

/// Writes what a paragraph is like: where it stands, and what stays free above it.
fn about(xml: &mut Xml, paragraph: &Paragraph, above: f64) {
    let runs_left = runs_left(&paragraph.text());
    let is_right = runs_left || paragraph.align == Align::Right;
    let is_below = paragraph.level == Level::Below;
    let indent = if is_below { emu(INDENT) } else { "0".into() };
    let out = if is_below {
        format!("-{indent}")
    } else {
        "0".into()
    };
    let own_side = if runs_left { "marR" } else { "marL" };
    let mut attributes = vec![(own_side, indent.as_str())];
    if is_below {
        attributes.push(("lvl", "1"));
    }
    attributes.push(("indent", &out));
    attributes.push(("algn", if is_right { "r" } else { "l" }));
    attributes.push(("rtl", if runs_left { "1" } else { "0" }));
    xml.element("a:pPr", &attributes, |xml| {
        xml.element("a:spcBef", &[], |xml| xml.val("a:spcPts", &look::size(above)));
        match is_below {
            true => {
                xml.empty("a:buFont", &[("typeface", "+mj-lt")]);
                xml.empty("a:buChar", &[("char", "–")]);
            }
            false => xml.empty("a:buNone", &[]),
        }
    });
}

/// Writes a piece; where it has more than one line, a break stands between them.
fn runs(xml: &mut Xml, context: &Context, piece: &Piece, size: Option<f64>) {
    for (place, line) in piece.text.split('\n').enumerate() {
        if place > 0 {
            xml.element("a:br", &[], |xml| looks(xml, context, piece.style, size));
        }
        if !line.is_empty() {
            xml.element("a:r", &[], |xml| {
                looks(xml, context, piece.style, size);
                xml.leaf("a:t", line);
            });
        }
    }
}

fn looks(xml: &mut Xml, context: &Context, style: Style, size: Option<f64>) {
    let size = size.map(look::size);
    let mut attributes = vec![("lang", context.language)];
    if let Some(size) = &size {
        attributes.push(("sz", size));
    }
    if matches!(style, Style::Bold | Style::Head | Style::Name(_)) {
        attributes.push(("b", "1"));
    }
    attributes.push(("dirty", "0"));
    let tint = match style {
        Style::Plain | Style::Bold => None,
        Style::Soft | Style::Head => Some(Tint::Soft),
        Style::Mark(side) => Some(look::side_fill(side)),
        Style::Name(side) => Some(Tint::SideText(side)),
    };
    match tint {
        Some(tint) => xml.element("a:rPr", &attributes, |xml| fill(xml, tint)),
        None => xml.empty("a:rPr", &attributes),
    }
}

/// Writes a fill of one colour.
pub(crate) fn fill(xml: &mut Xml, tint: Tint) {
    xml.element("a:solidFill", &[], |xml| match tint {
        Tint::Ink => xml.val("a:schemeClr", "tx1"),
        Tint::Soft => xml.val("a:schemeClr", "tx2"),
        Tint::Paper => xml.val("a:schemeClr", "bg1"),
        Tint::Hairline => xml.element("a:schemeClr", &[("val", "bg2")], |xml| {
            xml.val("a:lumMod", "90000")
        }),
        Tint::Before => xml.element("a:schemeClr", &[("val", "accent3")], |xml| {
            xml.val("a:lumMod", "75000")
        }),
        Tint::Accent(name) => xml.val("a:schemeClr", name),
        Tint::SideText(Side::Sales) => xml.val("a:schemeClr", "accent4"),
        // Darker than its mark: as text it would be hard to read.
        Tint::SideText(Side::Marketing) => {
            xml.element("a:schemeClr", &[("val", "accent5")], |xml| {
                xml.val("a:lumMod", "70000")
            });
        }
        Tint::SideText(Side::Leadership) => xml.val("a:schemeClr", "tx2"),
    });
}
