//! What stands around the slides: the presentation itself, its master and layouts, its theme and its properties.

use chrono::SecondsFormat;

use super::{Context, NAMESPACES, Package, Relation, Xml};
use crate::{
    Deck,
    fit::Page,
    look::{SLIDE_HEIGHT, SLIDE_WIDTH, emu},
    text::one_line,
};

const CORE: &str = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
const APP: &str = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
const TERMS: &str = "http://purl.org/dc/terms/";
const INSTANCE: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// The parts that are the same in every deck: of which kind, where, and what.
const READY: &[(&str, &str, &str)] = &[
    (
        "slideMaster",
        "ppt/slideMasters/slideMaster1.xml",
        include_str!("../parts/master.xml"),
    ),
    (
        "slideLayout",
        "ppt/slideLayouts/slideLayout1.xml",
        include_str!("../parts/layout_cover.xml"),
    ),
    (
        "slideLayout",
        "ppt/slideLayouts/slideLayout2.xml",
        include_str!("../parts/layout_content.xml"),
    ),
    (
        "slideLayout",
        "ppt/slideLayouts/slideLayout3.xml",
        include_str!("../parts/layout_sides.xml"),
    ),
    (
        "slideLayout",
        "ppt/slideLayouts/slideLayout4.xml",
        include_str!("../parts/layout_beside.xml"),
    ),
    (
        "notesMaster",
        "ppt/notesMasters/notesMaster1.xml",
        include_str!("../parts/notes_master.xml"),
    ),
    (
        "theme",
        "ppt/theme/theme1.xml",
        include_str!("../parts/theme.xml"),
    ),
    (
        "theme",
        "ppt/theme/theme2.xml",
        include_str!("../parts/theme.xml"),
    ),
    (
        "presProps",
        "ppt/presProps.xml",
        include_str!("../parts/pres_props.xml"),
    ),
    (
        "viewProps",
        "ppt/viewProps.xml",
        include_str!("../parts/view_props.xml"),
    ),
    (
        "tableStyles",
        "ppt/tableStyles.xml",
        include_str!("../parts/table_styles.xml"),
    ),
];

/// How many layouts there are.
const LAYOUTS: usize = 4;
/// The presentation knows so many other parts before the slides.
const BEFORE_SLIDES: usize = 6;

/// Adds all parts but the slides.
pub(crate) fn add(package: &mut Package, deck: &Deck, pages: &[Page], context: &Context) {
    package.relate(
        "_rels/.rels",
        &[
            Relation::to("officeDocument", "ppt/presentation.xml"),
            Relation::of(
                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                "docProps/core.xml",
            ),
            Relation::to("extended-properties", "docProps/app.xml"),
        ],
    );
    package.add("core", "docProps/core.xml", core(deck, context));
    package.add("app", "docProps/app.xml", app(deck, pages));
    package.add(
        "presentation",
        "ppt/presentation.xml",
        presentation(pages.len(), context),
    );
    let mut relations = vec![
        Relation::to("slideMaster", "slideMasters/slideMaster1.xml"),
        Relation::to("notesMaster", "notesMasters/notesMaster1.xml"),
        Relation::to("presProps", "presProps.xml"),
        Relation::to("viewProps", "viewProps.xml"),
        Relation::to("theme", "theme/theme1.xml"),
        Relation::to("tableStyles", "tableStyles.xml"),
    ];
    relations
        .extend((1..=pages.len()).map(|number| Relation::to("slide", format!("slides/slide{number}.xml"))));
    package.relate("ppt/_rels/presentation.xml.rels", &relations);
    for (kind, path, xml) in READY {
        package.add(kind, path, xml.as_bytes().to_vec());
    }
    relate_master(package);
}

fn relate_master(package: &mut Package) {
    let layout = |number| Relation::to("slideLayout", format!("../slideLayouts/slideLayout{number}.xml"));
    let mut relations: Vec<Relation> = (1..=LAYOUTS).map(layout).collect();
    relations.push(Relation::to("theme", "../theme/theme1.xml"));
    package.relate("ppt/slideMasters/_rels/slideMaster1.xml.rels", &relations);
    for number in 1..=LAYOUTS {
        package.relate(
            &format!("ppt/slideLayouts/_rels/slideLayout{number}.xml.rels"),
            &[Relation::to("slideMaster", "../slideMasters/slideMaster1.xml")],
        );
    }
    package.relate(
        "ppt/notesMasters/_rels/notesMaster1.xml.rels",
        &[Relation::to("theme", "../theme/theme2.xml")],
    );
}

fn presentation(slides: usize, context: &Context) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element("p:presentation", NAMESPACES, |xml| {
        xml.element("p:sldMasterIdLst", &[], |xml| {
            xml.empty("p:sldMasterId", &[("id", "2147483648"), ("r:id", "rId1")]);
        });
        xml.element("p:notesMasterIdLst", &[], |xml| {
            xml.empty("p:notesMasterId", &[("r:id", "rId2")])
        });
        xml.element("p:sldIdLst", &[], |xml| {
            for number in 1..=slides {
                let id = (255 + number).to_string();
                xml.empty(
                    "p:sldId",
                    &[("id", &id), ("r:id", &format!("rId{}", BEFORE_SLIDES + number))],
                );
            }
        });
        xml.empty(
            "p:sldSz",
            &[("cx", &emu(SLIDE_WIDTH)), ("cy", &emu(SLIDE_HEIGHT))],
        );
        xml.empty("p:notesSz", &[("cx", "6858000"), ("cy", "9144000")]);
        xml.element("p:defaultTextStyle", &[], |xml| {
            xml.element("a:defPPr", &[], |xml| {
                xml.empty("a:defRPr", &[("lang", context.language)])
            });
        });
    });
    xml.finish()
}

fn core(deck: &Deck, context: &Context) -> Vec<u8> {
    let mut xml = Xml::new();
    let spaces = [
        ("xmlns:cp", CORE),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", TERMS),
        ("xmlns:xsi", INSTANCE),
    ];
    let at = deck.created.to_rfc3339_opts(SecondsFormat::Secs, true);
    xml.element("cp:coreProperties", &spaces, |xml| {
        xml.leaf("dc:title", &one_line(&deck.title));
        xml.leaf("dc:subject", &one_line(&deck.subject));
        xml.leaf("dc:creator", &one_line(&deck.company));
        xml.leaf("dc:language", context.language);
        for name in ["dcterms:created", "dcterms:modified"] {
            xml.element(name, &[("xsi:type", "dcterms:W3CDTF")], |xml| xml.text(&at));
        }
    });
    xml.finish()
}

fn app(deck: &Deck, pages: &[Page]) -> Vec<u8> {
    let notes = pages.iter().filter(|page| !page.notes.is_empty()).count();
    let mut xml = Xml::new();
    xml.element("Properties", &[("xmlns", APP)], |xml| {
        xml.leaf("Application", "Lockstep");
        xml.leaf("PresentationFormat", "Widescreen");
        xml.leaf("Slides", &pages.len().to_string());
        xml.leaf("Notes", &notes.to_string());
        xml.leaf("Company", &one_line(&deck.company));
    });
    xml.finish()
}
