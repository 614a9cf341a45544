//! XML, written so that it is well-formed whatever the texts are: an element closes itself, and text is escaped.

use std::fmt::Write;

/// The attributes of an element.
pub(crate) type Attributes<'a> = &'a [(&'a str, &'a str)];

/// A part on its way.
pub(crate) struct Xml {
    out: String,
}

impl Xml {
    /// Begins a part.
    pub fn new() -> Self {
        Self {
            out: "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".into(),
        }
    }

    /// Writes an element with what stands in it.
    pub fn element(&mut self, name: &str, attributes: Attributes, inner: impl FnOnce(&mut Self)) {
        self.begin(name, attributes);
        self.out.push('>');
        inner(self);
        // A String takes every text.
        let _ = write!(self.out, "</{name}>");
    }

    /// Writes an element with nothing in it.
    pub fn empty(&mut self, name: &str, attributes: Attributes) {
        self.begin(name, attributes);
        self.out.push_str("/>");
    }

    /// Writes an element with one attribute, `val`: what charts are made of.
    pub fn val(&mut self, name: &str, value: &str) {
        self.empty(name, &[("val", value)]);
    }

    /// Writes an element with a text in it.
    pub fn leaf(&mut self, name: &str, text: &str) {
        self.element(name, &[], |xml| xml.text(text));
    }

    /// Writes text.
    pub fn text(&mut self, text: &str) {
        escape(&mut self.out, text);
    }

    /// Writes what is XML already. Only what stands in the program can be that, never what somebody wrote.
    pub fn ready(&mut self, xml: &'static str) {
        self.out.push_str(xml);
    }

    /// Returns the part.
    pub fn finish(self) -> Vec<u8> {
        self.out.into_bytes()
    }

    fn begin(&mut self, name: &str, attributes: Attributes) {
        let _ = write!(self.out, "<{name}");
        for (name, value) in attributes {
            let _ = write!(self.out, " {name}=\"");
            escape(&mut self.out, value);
            self.out.push('"');
        }
    }
}

/// Adds text, escaped for elements and attributes alike; what XML 1.0 does not know is dropped.
fn escape(out: &mut String, text: &str) {
    for letter in text.chars().filter(|letter| is_known(*letter)) {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("&#10;"),
            '\t' => out.push_str("&#9;"),
            '\r' => out.push_str("&#13;"),
            letter => out.push(letter),
        }
    }
}

/// Says whether XML 1.0 knows a character.
pub(crate) fn is_known(letter: char) -> bool {
    !matches!(letter, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text_and_what_xml_does_not_know_is_dropped() {
        let mut xml = Xml { out: String::new() };
        xml.element("a", &[("b", "\"<\u{0}\n")], |xml| xml.text("]]>&\u{b}\u{fffe}x"));
        assert_eq!(xml.out, "<a b=\"&quot;&lt;&#10;\">]]&gt;&amp;x</a>");
    }
}
