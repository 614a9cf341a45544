//! Files that are made here, small and byte by byte, so that each can be as odd as a test wants it.

use std::fmt::Write as _;
use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::Outcome;

/// A container of parts.
pub fn container(parts: &[(&str, &[u8])]) -> Outcome<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let options = SimpleFileOptions::default().compression_method(match *name {
            "mimetype" => zip::CompressionMethod::Stored,
            _ => zip::CompressionMethod::Deflated,
        });
        writer.start_file(*name, options)?;
        writer.write_all(bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}

const TYPES: &[u8] = b"<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>";
const KINDS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A part that says what another refers to: kind, target, in order, with the ids r0, r1, …
pub fn relations(relations: &[(&str, &str)]) -> String {
    let mut xml = String::from("<Relationships>");
    for (index, (kind, target)) in relations.iter().enumerate() {
        let _ = write!(
            xml,
            "<Relationship Id='r{index}' Type='{KINDS}/{kind}' Target='{target}'/>"
        );
    }
    xml + "</Relationships>"
}

/// A file of Office: the main part, what it refers to, and further parts.
pub fn office(
    main: &str,
    main_xml: &str,
    refers: &[(&str, &str)],
    more: &[(&str, &[u8])],
) -> Outcome<Vec<u8>> {
    let (folder, file) = main.rsplit_once('/').unwrap_or(("", main));
    let top = relations(&[
        ("officeDocument", main),
        ("metadata/core-properties", "docProps/core.xml"),
        ("metadata/thumbnail", "docProps/thumbnail.png"),
    ]);
    let refers = relations(refers);
    let refers_name = format!("{folder}/_rels/{file}.rels");
    let mut parts = vec![
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", top.as_bytes()),
        (main, main_xml.as_bytes()),
        (refers_name.as_str(), refers.as_bytes()),
    ];
    parts.extend_from_slice(more);
    container(&parts)
}

/// A DOCX with this body.
pub fn docx(body: &str) -> Outcome<Vec<u8>> {
    office(
        "word/document.xml",
        &format!("<w:document xmlns:w='w'><w:body>{body}</w:body></w:document>"),
        &[],
        &[],
    )
}

/// A PPTX whose slides have these shapes.
pub fn pptx(slides: &[&str]) -> Outcome<Vec<u8>> {
    let mut list = String::new();
    let mut refers = Vec::new();
    let mut parts = Vec::new();
    // In the file they stand the other way round; the list says the order.
    for (index, shapes) in slides.iter().enumerate() {
        let _ = write!(list, "<p:sldId id='{}' r:id='r{index}'/>", 256 + index);
        let name = format!("slides/slide{}.xml", slides.len() - index);
        parts.push((
            format!("ppt/{name}"),
            format!("<p:sld xmlns:p='p' xmlns:a='a'>{shapes}</p:sld>"),
        ));
        refers.push(("slide", name));
    }
    let refers: Vec<_> = refers
        .iter()
        .map(|(kind, target)| (*kind, target.as_str()))
        .collect();
    let parts: Vec<_> = parts
        .iter()
        .map(|(name, xml)| (name.as_str(), xml.as_bytes()))
        .collect();
    let list =
        format!("<p:presentation xmlns:p='p' xmlns:r='r'><p:sldIdLst>{list}</p:sldIdLst></p:presentation>");
    office("ppt/presentation.xml", &list, &refers, &parts)
}

/// A file of OpenDocument: "text", "presentation" or "spreadsheet".
pub fn open_document(kind: &str, content: &str, more: &[(&str, &[u8])]) -> Outcome<Vec<u8>> {
    let mime = format!("application/vnd.oasis.opendocument.{kind}");
    let content = format!(
        "<office:document-content xmlns:office='o' xmlns:text='t' xmlns:table='b' xmlns:draw='d' \
         xmlns:presentation='p'>{content}</office:document-content>"
    );
    let mut parts = vec![("mimetype", mime.as_bytes()), ("content.xml", content.as_bytes())];
    parts.extend_from_slice(more);
    container(&parts)
}

/// A PDF of numbered objects, the first of which is its catalogue; `more` goes into the trailer.
pub fn pdf_of(objects: &[Vec<u8>], more: &str) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        places.push(bytes.len());
        bytes.extend(format!("{} 0 obj\n", index + 1).bytes());
        bytes.extend(object);
        bytes.extend(b"\nendobj\n");
    }
    let table = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    for place in places {
        bytes.extend(format!("{place:010} 00000 n \n").bytes());
    }
    bytes.extend(
        format!(
            "trailer\n<</Size {}/Root 1 0 R{more}>>\nstartxref\n{table}\n%%EOF\n",
            objects.len() + 1
        )
        .bytes(),
    );
    bytes
}

/// A stream object.
pub fn stream(dictionary: &str, content: &[u8]) -> Vec<u8> {
    let mut bytes = format!("<<{dictionary}/Length {}>>\nstream\n", content.len()).into_bytes();
    bytes.extend(content);
    bytes.extend(b"\nendstream");
    bytes
}

/// A PDF whose pages have these lines, one below the other, in one of the standard fonts.
pub fn pdf(pages: &[&str]) -> Vec<u8> {
    let contents: Vec<String> = pages
        .iter()
        .map(|page| {
            let lines = page
                .lines()
                .map(|line| format!("({line}) Tj 0 -14 Td\n"))
                .collect::<String>();
            format!("BT /F 12 Tf 72 700 Td\n{lines}ET")
        })
        .collect();
    pdf_drawing(&contents, "", &[])
}

/// A PDF whose pages are drawn as told. Object 3 is the font F; `more` objects come from 4 on, and `catalogue` goes into
/// the first.
pub fn pdf_drawing(contents: &[String], catalogue: &str, more: &[Vec<u8>]) -> Vec<u8> {
    let first_page = 4 + more.len();
    let kids: String = (0..contents.len())
        .map(|page| format!("{} 0 R ", first_page + 2 * page))
        .collect();
    let mut objects = vec![
        format!("<</Type/Catalog/Pages 2 0 R{catalogue}>>").into_bytes(),
        format!("<</Type/Pages/Kids[{kids}]/Count {}>>", contents.len()).into_bytes(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_vec(),
    ];
    objects.extend_from_slice(more);
    for (page, content) in contents.iter().enumerate() {
        let forms: String = (0..more.len())
            .map(|form| format!("/X{form} {} 0 R", 4 + form))
            .collect();
        objects.push(
            format!(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 \
                 R>>/XObject<<{forms}>>>>/Contents {} 0 R>>",
                first_page + 2 * page + 1
            )
            .into_bytes(),
        );
        objects.push(stream("", content.as_bytes()));
    }
    pdf_of(&objects, "")
}

/// A PNG whose header claims these sides, and which holds nothing.
pub fn png_claiming(width: u32, height: u32) -> Vec<u8> {
    let mut header = b"IHDR".to_vec();
    header.extend(width.to_be_bytes());
    header.extend(height.to_be_bytes());
    header.extend([8, 2, 0, 0, 0]);
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0d".to_vec();
    let sum = crc(&header);
    bytes.extend(header);
    bytes.extend(sum.to_be_bytes());
    bytes.extend(b"\0\0\0\0IDAT");
    bytes.extend(crc(b"IDAT").to_be_bytes());
    bytes
}

fn crc(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 {
                (sum >> 1) ^ 0xedb8_8320
            } else {
                sum >> 1
            };
        }
    }
    !sum
}
