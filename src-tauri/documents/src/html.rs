//! The text of a web page, by the tags as they come; no tree is built, so none can grow too deep.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, EndTag, StartTag, Tag, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use lockstep_intake::Trouble;

use crate::FileKind;
use crate::document::{Document, Draft, beginning};

/// Text within these is none of the page's.
const SILENT: [&str; 7] = ["script", "style", "noscript", "template", "svg", "math", "object"];
/// Text within these stands in the line; all other elements begin a line of their own.
const INLINE: [&str; 34] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
    "i", "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small", "span",
    "strong", "sub", "sup", "time", "u", "var",
];

/// Reads a web page.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, Trouble> {
    let text = lockstep_intake::text_of(bytes).map_err(|_| crate::trouble::damaged(FileKind::Html))?;
    let page = page(&text);
    let mut draft = Draft {
        title: page.title,
        heading: page.heading,
        language: page.language,
        ..Draft::default()
    };
    draft.add(&page.text, None);
    Ok(draft.finished(FileKind::Html))
}

/// What a web page says.
#[derive(Debug, Default)]
pub(crate) struct PageText {
    pub(crate) text: String,
    title: Option<String>,
    heading: Option<String>,
    language: Option<String>,
}

/// Reads the text of HTML.
pub(crate) fn page(html: &str) -> PageText {
    let listener = Listener::default();
    let tokenizer = Tokenizer::new(listener, TokenizerOpts::default());
    let queue = BufferQueue::default();
    // A tendril counts its bytes in 32 bits.
    queue.push_back(StrTendril::from_slice(beginning(
        html,
        crate::limits::READ_BYTES as usize,
    )));
    // It would stop for scripts only, and we name none.
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
    tokenizer.sink.state.into_inner().page
}

#[derive(Default)]
struct Listener {
    state: RefCell<State>,
}

#[derive(Default)]
struct State {
    page: PageText,
    /// The element whose text is left out, and how often it stands within itself.
    silent: Option<(String, usize)>,
    is_title: bool,
    heading: Option<usize>,
}

impl TokenSink for Listener {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let mut state = self.state.borrow_mut();
        match token {
            Token::CharacterTokens(text) => state.text(&text),
            Token::TagToken(tag) if tag.kind == StartTag => return state.start(&tag),
            Token::TagToken(tag) if tag.kind == EndTag => state.end(&tag.name),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl State {
    fn text(&mut self, text: &str) {
        if self.is_title {
            self.page.title.get_or_insert_default().push_str(text);
        } else if self.silent.is_none() {
            // The page's own line feeds are only spaces.
            self.page.text.extend(
                text.chars()
                    .map(|letter| if letter.is_whitespace() { ' ' } else { letter }),
            );
        }
    }

    fn start(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name: &str = &tag.name;
        if let Some((silent, depth)) = &mut self.silent {
            *depth += usize::from(silent == name && !tag.self_closing);
        } else if SILENT.contains(&name) && !tag.self_closing {
            self.silent = Some((name.to_owned(), 1));
        } else {
            match name {
                "td" | "th" => self.page.text.push('\t'),
                "title" => self.is_title = self.page.title.is_none(),
                "h1" if self.page.heading.is_none() => {
                    self.new_line();
                    self.heading = Some(self.page.text.len());
                }
                "html" if self.page.language.is_none() => {
                    let language = tag
                        .attrs
                        .iter()
                        .find(|attribute| &*attribute.name.local == "lang");
                    self.page.language = language.map(|language| language.value.to_string());
                }
                _ if INLINE.contains(&name) || name == "img" => {}
                _ => self.new_line(),
            }
        }
        match name {
            "script" => TokenSinkResult::RawData(RawKind::ScriptData),
            "style" | "xmp" | "iframe" | "noembed" | "noframes" => TokenSinkResult::RawData(RawKind::Rawtext),
            "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
            _ => TokenSinkResult::Continue,
        }
    }

    fn end(&mut self, name: &str) {
        if let Some((silent, depth)) = &mut self.silent {
            *depth -= usize::from(silent == name);
            if *depth == 0 {
                self.silent = None;
            }
            return;
        }
        match name {
            "title" => self.is_title = false,
            "td" | "th" => {}
            "h1" => {
                if let Some(began) = self.heading.take() {
                    self.page.heading = self.page.text.get(began..).map(str::to_owned);
                }
                self.new_line();
            }
            _ if INLINE.contains(&name) => {}
            _ => self.new_line(),
        }
    }

    fn new_line(&mut self) {
        if !self.page.text.ends_with('\n') {
            self.page.text.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_text(html: &str) -> Result<Document, Trouble> {
        read(html.as_bytes())
    }

    #[test]
    fn what_a_reader_sees_is_the_text() -> Result<(), Trouble> {
        let document = read_text(
            "<!DOCTYPE html><html lang=de-CH><head><title>Angebot &amp; Preis</title>\
             <style>p{color:red}</style>\
             <script>alert('<p>no</p>')</script></head><body onload='x()'><h1>Das\n Angebot</h1><p>Für \
             <b>K</b>unden&nbsp;&ouml;\
             <noscript>nein</noscript><table><tr><td>a<td>b</tr></table><!-- geheim --><svg>\
             <text>bild</text></svg>Ende",
        )?;
        assert_eq!(document.title.as_deref(), Some("Angebot & Preis"));
        assert_eq!(document.language.as_deref(), Some("de"));
        let text: Vec<_> = document.pages.iter().map(|page| page.text.as_str()).collect();
        assert_eq!(text, ["Das Angebot\nFür Kunden ö\n\ta\tb\nEnde"]);
        Ok(())
    }

    #[test]
    fn hostile_pages_are_read_as_far_as_they_go() -> Result<(), Trouble> {
        for html in [
            "<div>".repeat(20_000),
            "<svg>".repeat(20_000),
            format!("<p {}>x", "a=b ".repeat(20_000)),
            "<".repeat(20_000),
            "&#x".repeat(20_000),
            "<script>".into(),
        ] {
            read_text(&html)?;
        }
        Ok(())
    }
}
