//! A small file of every kind, and what is read of it.

use lockstep_documents::{FileKind, read};

use crate::made::{docx, office, open_document, pptx, relations};
use crate::{Outcome, text};

const CORE: &[u8] = b"<cp:coreProperties xmlns:cp='c' xmlns:dc='d' xmlns:dcterms='t'><dc:title>The \
 &amp; plan</dc:title>\
    <dc:language>de-DE</dc:language><dcterms:modified>2026-03-05T10:00:00Z</dcterms:modified>\
    </cp:coreProperties>";

#[test]
fn slides_keep_their_order_and_notes() -> Outcome {
    let title = "<p:sp><p:nvSpPr><p:nvPr><p:ph type='ctrTitle'/></p:nvPr></p:nvSpPr><p:txBody><a:p>\
     <a:r><a:rPr lang='fr-FR'/><a:t>Notre</a:t></a:r><a:br/><a:r><a:t>offre</a:t></a:r></a:p>\
     </p:txBody></p:sp>";
    let table = "<a:tbl><a:tr><a:tc><a:txBody><a:p><a:r><a:t>Q1</a:t></a:r></a:p></a:txBody></a:tc>\
     <a:tc><a:txBody><a:p/></a:txBody></a:tc><a:tc><a:txBody><a:p><a:r><a:t>12</a:t></a:r></a:p>\
     </a:txBody></a:tc></a:tr></a:tbl>";
    let document = read(&pptx(&[title, table, ""])?, "deck.pdf")?;
    assert_eq!(document.kind, FileKind::Slides);
    assert_eq!(document.title.as_deref(), Some("Notre offre"));
    assert_eq!(document.language.as_deref(), Some("fr"));
    let pages: Vec<_> = document
        .pages
        .iter()
        .map(|page| (page.number, page.text.as_str()))
        .collect();
    assert_eq!(pages, [(1, "Notre\noffre"), (2, "Q1\t\t12"), (3, "")]);

    let notes = "<p:notes xmlns:p='p' xmlns:a='a'><p:sp><p:nvSpPr><p:nvPr><p:ph type='sldNum'/>\
     </p:nvPr></p:nvSpPr><p:txBody><a:p><a:fld><a:t>7</a:t></a:fld></a:p></p:txBody></p:sp>\
                 <p:sp><p:nvSpPr><p:nvPr><p:ph type='body'/></p:nvPr></p:nvSpPr><p:txBody><a:p><a:r>\
                 <a:t>Say it slowly.</a:t></a:r></a:p></p:txBody></p:sp></p:notes>";
    let chart = "<c:chart xmlns:c='c' xmlns:a='a'><a:p><a:r><a:t>Revenue</a:t></a:r></a:p><c:strCache>\
     <c:pt><c:v>North</c:v></c:pt></c:strCache><c:numCache><c:pt><c:v>17</c:v></c:pt></c:numCache></c:chart>";
    let of_slide = relations(&[
        ("notesSlide", "../notesSlides/n.xml"),
        ("chart", "../charts/c.xml"),
    ]);
    let deck = office(
        "ppt/presentation.xml",
        "<p:presentation xmlns:p='p' xmlns:r='r'><p:sldIdLst><p:sldId id='256' r:id='r0'/></p:sldIdLst>\
         </p:presentation>",
        &[("slide", "slides/s.xml")],
        &[
            (
                "ppt/slides/s.xml",
                b"<p:sld xmlns:p='p' xmlns:a='a'><a:p><a:t>On screen</a:t></a:p></p:sld>",
            ),
            ("ppt/slides/_rels/s.xml.rels", of_slide.as_bytes()),
            ("ppt/notesSlides/n.xml", notes.as_bytes()),
            ("ppt/charts/c.xml", chart.as_bytes()),
            ("docProps/core.xml", CORE),
        ],
    )?;
    let document = read(&deck, "deck.pptx")?;
    assert_eq!(document.title.as_deref(), Some("The & plan"));
    assert_eq!(
        document.day.map(|day| day.to_string()).as_deref(),
        Some("2026-03-05")
    );
    let page = document.pages.first().ok_or("no slide")?;
    assert_eq!(page.text, "On screen\n\nRevenue\nNorth");
    assert_eq!(page.notes.as_deref(), Some("Say it slowly."));
    Ok(())
}

#[test]
fn a_document_has_pages_headings_and_comments() -> Outcome {
    let paragraph = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let body = format!(
        "<w:p><w:pPr><w:pStyle w:val='berschrift1'/><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr><w:r>\
         <w:t>Angebot</w:t></w:r></w:p>\
         {}<w:p><w:r><w:br w:type='page'/></w:r></w:p><w:p><w:r><w:lastRenderedPageBreak/>\
         <w:t>zwei</w:t><w:tab/><w:t>Wörter</w:t></w:r></w:p>\
         <w:del><w:r><w:t>gelöscht</w:t></w:r></w:del><mc:AlternateContent><mc:Choice>{}</mc:Choice>\
         <mc:Fallback>{}</mc:Fallback></mc:AlternateContent>",
        paragraph("eins"),
        paragraph("Kasten"),
        paragraph("Kasten")
    );
    let main = format!("<w:document xmlns:w='w' xmlns:mc='m'><w:body>{body}</w:body></w:document>");
    let (header, comment) = (
        format!("<w:hdr xmlns:w='w'>{}</w:hdr>", paragraph("Kopf")),
        format!("<w:c xmlns:w='w'>{}</w:c>", paragraph("Stimmt das?")),
    );
    let bytes = office(
        "word/document.xml",
        &main,
        &[
            ("styles", "styles.xml"),
            ("header", "h1.xml"),
            ("header", "h2.xml"),
            ("comments", "c.xml"),
        ],
        &[
            (
                "word/styles.xml",
                b"<w:styles xmlns:w='w'><w:docDefaults><w:rPr><w:lang w:val='de-AT'/>\
             </w:rPr></w:docDefaults><w:style w:styleId='berschrift1'><w:name w:val='heading 1'/>\
             </w:style></w:styles>",
            ),
            ("word/h1.xml", header.as_bytes()),
            ("word/h2.xml", header.as_bytes()),
            ("word/c.xml", comment.as_bytes()),
        ],
    )?;
    let document = read(&bytes, "x")?;
    assert_eq!(document.title.as_deref(), Some("Angebot"));
    assert_eq!(document.language.as_deref(), Some("de"));
    let pages: Vec<_> = document.pages.iter().map(|page| page.text.as_str()).collect();
    assert_eq!(pages, ["Angebot\neins\n\nKopf", "zwei\tWörter\nKasten"]);
    assert_eq!(
        document.pages.first().and_then(|page| page.notes.as_deref()),
        Some("Stimmt das?")
    );
    Ok(())
}

#[test]
fn each_sheet_is_a_page_with_its_name() -> Outcome {
    let bytes = office(
        "xl/workbook.xml",
        "<workbook xmlns:r='r'><sheets><sheet name='Prices' sheetId='1' r:id='r1'/><sheet name='Empty' \
         sheetId='2' r:id='r2'/></sheets></workbook>",
        &[
            ("sharedStrings", "sharedStrings.xml"),
            ("worksheet", "worksheets/a.xml"),
            ("worksheet", "worksheets/b.xml"),
            ("styles", "styles.xml"),
        ],
        &[
            (
                "xl/styles.xml",
                b"<styleSheet><numFmts><numFmt numFmtId='164' formatCode='dd.mm.yy'/>\
             </numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf \
             numFmtId='14'/><xf numFmtId='164'/></cellXfs></styleSheet>",
            ),
            (
                "xl/sharedStrings.xml",
                "<sst><si><r><t>Seat</t></r><r><t>s</t></r><rPh><t>x</t></rPh>\
             </si><si><t>Größe</t></si></sst>"
                    .as_bytes(),
            ),
            (
                "xl/worksheets/a.xml",
                b"<worksheet><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c \
             r='B1' t='s'><v>1</v></c></row><row r='2'><c r='B2'><f>1+1</f><v>2</v></c><c s='1'>\
             <v>46086</v></c><c s='2'><v>46086.5</v></c></row></sheetData></worksheet>",
            ),
            ("xl/worksheets/b.xml", b"<worksheet><sheetData/></worksheet>"),
        ],
    )?;
    let document = read(&bytes, "x")?;
    assert_eq!(document.kind, FileKind::Spreadsheet);
    let pages: Vec<_> = document.pages.iter().map(|page| page.text.as_str()).collect();
    assert_eq!(
        pages,
        ["Prices\nSeats\tGröße\n\t2\t2026-03-05\t2026-03-05", "Empty"]
    );
    Ok(())
}

#[test]
fn open_documents_are_read_like_the_others() -> Outcome {
    let meta: &[u8] = b"<office:document-meta xmlns:office='o' xmlns:dc='d'><dc:title>Plan</dc:title>\
     <dc:date>2026-01-02T00:00:00</dc:date><dc:language>nl-NL</dc:language></office:document-meta>";
    let text_file = open_document(
        "text",
        "<text:tracked-changes><text:p>weg</text:p></text:tracked-changes><text:h>Kop</text:h>\
         <text:p>a<text:s text:c='2'/>b<text:tab/>c\n d<office:annotation><text:p>waar?</text:p>\
         </office:annotation></text:p>\
         <text:soft-page-break/><text:p>twee</text:p>",
        &[
            ("meta.xml", meta),
            (
                "styles.xml",
                b"<s xmlns:style='y' xmlns:text='t'><style:header>\
         <text:p>boven</text:p></style:header><text:p>not this</text:p></s>",
            ),
        ],
    )?;
    let document = read(&text_file, "x")?;
    assert_eq!(
        (
            document.kind,
            document.title.as_deref(),
            document.language.as_deref()
        ),
        (FileKind::Document, Some("Plan"), Some("nl"))
    );
    let pages: Vec<_> = document.pages.iter().map(|page| page.text.as_str()).collect();
    assert_eq!(pages, ["Kop\na b\tc d\n\nboven", "twee"]);
    assert_eq!(
        document.pages.first().and_then(|page| page.notes.as_deref()),
        Some("waar?")
    );

    let slides = open_document(
        "presentation",
        "<draw:page><draw:frame presentation:class='title'><text:p>Een</text:p></draw:frame>\
         <text:p>punt</text:p><presentation:notes><text:p>rustig</text:p></presentation:notes>\
         </draw:page><draw:page><text:p>Twee</text:p></draw:page>",
        &[],
    )?;
    let document = read(&slides, "x")?;
    assert_eq!(
        (document.kind, document.title.as_deref()),
        (FileKind::Slides, Some("Een"))
    );
    let pages: Vec<_> = document
        .pages
        .iter()
        .map(|page| (page.text.as_str(), page.notes.as_deref()))
        .collect();
    assert_eq!(pages, [("Een\npunt", Some("rustig")), ("Twee", None)]);

    let sheets = open_document(
        "spreadsheet",
        "<table:table table:name='Blad'><table:table-row><table:table-cell><text:p>a</text:p>\
         </table:table-cell><table:table-cell table:number-columns-repeated='2'/><table:table-cell \
         table:number-columns-repeated='2'><text:p>b</text:p></table:table-cell><table:table-cell \
         table:number-columns-repeated='16000'/></table:table-row></table:table>",
        &[],
    )?;
    let document = read(&sheets, "x")?;
    assert_eq!(document.kind, FileKind::Spreadsheet);
    assert_eq!(text(&document), "Blad\na\t\t\tb\tb");
    Ok(())
}

#[test]
fn what_has_no_text_is_a_plain_file() -> Outcome {
    for (bytes, name, kind) in [
        (&b"\0\0\0\x18ftypmp42"[..], "a.mp4", FileKind::Video),
        (b"\x89PNG\r\n\x1a\n", "a.png", FileKind::Image),
        (b"\x7fELF\x02\x01\x01\0", "a.bin", FileKind::Other),
        (
            b"<svg xmlns='s'><script>alert(1)</script><text>hi</text></svg>",
            "a.svg",
            FileKind::Image,
        ),
    ] {
        let document = read(bytes, name)?;
        assert_eq!(
            (document.kind, document.has_text, document.page_count),
            (kind, false, 0)
        );
    }
    Ok(())
}

#[test]
fn a_file_is_found_by_what_people_type() -> Outcome {
    let document = read(
        &docx("<w:p><w:r><w:t>ﬁrst cut\u{ad}ting ２０２６\u{202e}</w:t></w:r></w:p>")?,
        "x",
    )?;
    assert_eq!(text(&document), "first cutting 2026");
    Ok(())
}
