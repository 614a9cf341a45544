//! What the speaker says.

use super::{Context, NAMESPACES, Package, Relation, Xml, slide, text};
use crate::fit::Page;

/// Adds the notes of a page.
pub(crate) fn add(package: &mut Package, context: &Context, page: &Page, number: usize) {
    let mut xml = Xml::new();
    xml.element("p:notes", NAMESPACES, |xml| {
        xml.element("p:cSld", &[], |xml| {
            slide::tree(xml, |xml| {
                xml.ready(concat!(
                    "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Slide\"/>",
                    "<p:cNvSpPr><a:spLocks noGrp=\"1\" noRot=\"1\" noChangeAspect=\"1\"/></p:cNvSpPr>",
                    "<p:nvPr><p:ph type=\"sldImg\"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>",
                ));
                slide::shape(xml, 3, "Notes", &[("type", "body"), ("idx", "1")], None, |xml| {
                    for line in page.notes.split('\n') {
                        text::plain(xml, context, line, None);
                    }
                });
            });
        });
        xml.ready("<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>");
    });
    package.add(
        "notesSlide",
        &format!("ppt/notesSlides/notesSlide{number}.xml"),
        xml.finish(),
    );
    package.relate(
        &format!("ppt/notesSlides/_rels/notesSlide{number}.xml.rels"),
        &[
            Relation::to("notesMaster", "../notesMasters/notesMaster1.xml"),
            Relation::to("slide", format!("../slides/slide{number}.xml")),
        ],
    );
}
