//! XML, element by element, with limits: what the parts of office files are made of. Definitions are refused, so nothing
//! is fetched and nothing expands.

use std::borrow::Cow;

use lockstep_intake::Trouble;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, escape};

use crate::{FileKind, limits, trouble};

/// Who hears what stands in a part. Names come without their prefix.
pub(crate) trait Listener {
    /// An element begins.
    fn start(&mut self, name: &str, attributes: &Attributes<'_>);
    /// An element ends.
    fn end(&mut self, name: &str);
    /// Text stands in the innermost element.
    fn text(&mut self, text: &str);
    /// Whether enough was heard.
    fn has_enough(&self) -> bool {
        false
    }
}

/// The attributes of an element.
pub(crate) struct Attributes<'a>(&'a BytesStart<'a>);

impl Attributes<'_> {
    /// The value of an attribute without a prefix.
    pub(crate) fn plain(&self, name: &str) -> Option<String> {
        self.find(|key| key == name)
    }

    /// The value of an attribute with a prefix, whatever the prefix.
    pub(crate) fn prefixed(&self, name: &str) -> Option<String> {
        self.find(|key| key.split_once(':').is_some_and(|(_, local)| local == name))
    }

    fn find(&self, is_it: impl Fn(&str) -> bool) -> Option<String> {
        let mut attributes = self.0.attributes();
        let found = attributes
            .with_checks(false)
            .filter_map(Result::ok)
            .take(limits::DEPTH)
            .find(|attribute| is_it(attribute.key.as_ref()))?;
        found
            .normalized_value(XmlVersion::Implicit1_0)
            .ok()
            .map(Cow::into_owned)
    }
}

/// Goes through a part. Elements of the names in `skipped` are left out with all that is in them.
///
/// # Errors
/// When the part is no well-formed XML, has definitions or is nested too deeply; with the kind's name in the sentence.
pub(crate) fn walk(
    xml: &str,
    kind: FileKind,
    skipped: &[&str],
    listener: &mut dyn Listener,
) -> Result<(), Trouble> {
    let mut reader = Reader::from_str(xml);
    let mut depth = 0_usize;
    // The depth of the element that is being left out.
    let mut silent = None;
    while !listener.has_enough() {
        let event = reader.read_event().map_err(|_| trouble::damaged(kind))?;
        match event {
            Event::Start(element) => {
                depth += 1;
                if depth > limits::DEPTH {
                    return Err(trouble::too_deep(kind));
                }
                let name = element.local_name();
                if silent.is_none() && skipped.contains(&name.as_ref()) {
                    silent = Some(depth);
                }
                if silent.is_none() {
                    listener.start(name.as_ref(), &Attributes(&element));
                }
            }
            Event::Empty(element) => {
                let name = element.local_name();
                if silent.is_none() && !skipped.contains(&name.as_ref()) {
                    listener.start(name.as_ref(), &Attributes(&element));
                    listener.end(name.as_ref());
                }
            }
            Event::End(element) => {
                if silent.is_none() {
                    listener.end(element.local_name().as_ref());
                } else if silent == Some(depth) {
                    silent = None;
                }
                depth = depth.saturating_sub(1);
            }
            Event::Text(text) if silent.is_none() => listener.text(&text.xml10_content()),
            Event::CData(text) if silent.is_none() => listener.text(&text.xml10_content()),
            Event::GeneralRef(reference) if silent.is_none() => {
                if let Ok(Some(letter)) = reference.resolve_char_ref() {
                    listener.text(letter.encode_utf8(&mut [0; 4]));
                } else if let Some(text) = escape::resolve_predefined_entity(&reference.into_inner()) {
                    listener.text(text);
                }
            }
            Event::DocType(_) => return Err(trouble::has_definitions(kind)),
            Event::Eof if depth > 0 => return Err(trouble::damaged(kind)),
            Event::Eof => break,
            _ => {}
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Default)]
    struct Heard(String);

    impl Listener for Heard {
        fn start(&mut self, name: &str, attributes: &Attributes<'_>) {
            let id = attributes.prefixed("id").unwrap_or_default();
            let plain = attributes.plain("id").unwrap_or_default();
            self.0.push_str(&format!("<{name}{id}{plain}>"));
        }
        fn end(&mut self, name: &str) {
            self.0.push_str(&format!("</{name}>"));
        }
        fn text(&mut self, text: &str) {
            self.0.push_str(text);
        }
    }

    fn heard(xml: &str) -> Result<String, String> {
        let mut heard = Heard::default();
        walk(xml, FileKind::Slides, &["gone"], &mut heard).map_err(|trouble| trouble.message)?;
        Ok(heard.0)
    }

    #[test]
    fn elements_texts_and_references_are_heard() {
        assert_eq!(
            heard(
                "<?xml version='1.0'?><a:b r:id='1' id='2'>x &amp; &#252;<c/><gone>y<gone>z</gone>\
             </gone>!<![CDATA[<]]></a:b>"
            )
            .as_deref(),
            Ok("<b12>x & ü<c></c>!<</b>")
        );
        assert_eq!(heard("<b>&own;</b>").as_deref(), Ok("<b></b>"));
    }

    #[test]
    fn what_is_hostile_or_broken_is_said() {
        let deep = "<a>".repeat(300);
        for (xml, said) in [
            (
                "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
                "This presentation contains definitions (DOCTYPE) that no office program writes.",
            ),
            (
                deep.as_str(),
                "This presentation is nested too deeply to be read.",
            ),
            ("<a><b></a>", "This presentation is damaged and cannot be read."),
            ("<a>", "This presentation is damaged and cannot be read."),
        ] {
            assert_eq!(heard(xml).as_ref().map_err(String::as_str), Err(said));
        }
    }
}
