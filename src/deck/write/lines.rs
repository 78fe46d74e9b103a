//! The text under construction: keys and values at their depth.

use super::scalar;

/// Longest list that is written on one line, in characters.
const WIDTH: usize = 90;

pub(super) struct Lines {
    out: String,
    depth: usize,
    /// The next line begins with the dash of a list's item.
    dash: bool,
}

impl Lines {
    pub(super) fn new() -> Self {
        Self { out: String::new(), depth: 0, dash: false }
    }

    pub(super) fn finish(self) -> String {
        self.out
    }

    pub(super) fn blank(&mut self) {
        self.out.push('\n');
    }

    /// A line as it is, at the current depth.
    pub(super) fn raw(&mut self, text: &str) {
        self.indent();
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn indent(&mut self) {
        let columns = 2 * self.depth;
        if std::mem::take(&mut self.dash) {
            self.out.extend(std::iter::repeat_n(' ', columns - 2));
            self.out.push_str("- ");
        } else {
            self.out.extend(std::iter::repeat_n(' ', columns));
        }
    }

    /// What `body` writes, one level deeper.
    fn deeper(&mut self, levels: usize, body: impl FnOnce(&mut Self)) {
        self.depth += levels;
        body(self);
        self.depth -= levels;
    }

    /// An item of a list: what `body` writes, behind a dash that stands one level in.
    pub(super) fn item(&mut self, body: impl FnOnce(&mut Self)) {
        self.deeper(2, |out| {
            out.dash = true;
            body(out);
            out.dash = false;
        });
    }

    /// A key that holds what `body` writes.
    pub(super) fn record(&mut self, key: &str, body: impl FnOnce(&mut Self)) {
        self.raw(&format!("{key}:"));
        self.deeper(1, body);
    }

    /// A key that holds a list, whose items `body` writes by [`Lines::item`].
    pub(super) fn list(&mut self, key: &str, body: impl FnOnce(&mut Self)) {
        self.raw(&format!("{key}:"));
        body(self);
    }

    /// A text on one line.
    pub(super) fn line(&mut self, key: &str, text: &str) {
        self.raw(&format!("{key}: {}", scalar::line(text)));
    }

    /// A text on one line, if there is one.
    pub(super) fn maybe_line(&mut self, key: &str, text: Option<&(impl AsRef<str> + ?Sized)>) {
        if let Some(text) = text {
            self.line(key, text.as_ref());
        }
    }

    /// A text in Markdown.
    pub(super) fn prose(&mut self, key: &str, text: &str) {
        let text = text.trim_end().trim_start_matches('\n');
        if !scalar::fits_block(text) {
            self.line(key, text);
            return;
        }
        self.raw(&format!("{key}: |"));
        self.deeper(1, |out| {
            for line in text.split('\n') {
                if line.is_empty() { out.blank() } else { out.raw(line) }
            }
        });
    }

    /// A text in Markdown, if there is one.
    pub(super) fn maybe_prose(&mut self, key: &str, text: Option<&(impl AsRef<str> + ?Sized)>) {
        if let Some(text) = text {
            self.prose(key, text.as_ref());
        }
    }

    /// Texts: one as it is, several as a list, none not at all.
    pub(super) fn many(&mut self, key: &str, all: &[impl AsRef<str>]) {
        match all {
            [] => {}
            [one] => self.line(key, one.as_ref()),
            _ => self.texts(key, all),
        }
    }

    /// Texts as a list, on one line where that is short and needs no quotes.
    pub(super) fn texts(&mut self, key: &str, all: &[impl AsRef<str>]) {
        if let Some(flow) = flow(all) {
            self.raw(&format!("{key}: {flow}"));
            return;
        }
        self.list(key, |out| {
            for text in all {
                out.item(|out| out.raw(&scalar::line(text.as_ref())));
            }
        });
    }

    /// An item of a list that is itself texts.
    pub(super) fn texts_item(&mut self, all: &[impl AsRef<str>]) {
        let written = match all {
            [one] => scalar::line(one.as_ref()),
            _ => flow(all).unwrap_or_else(|| {
                let quoted: Vec<String> = all.iter().map(|text| in_flow(text.as_ref())).collect();
                format!("[{}]", quoted.join(", "))
            }),
        };
        self.item(|out| out.raw(&written));
    }
}

/// The list on one line, when it is short and all of it stands without quotes.
fn flow(all: &[impl AsRef<str>]) -> Option<String> {
    let length: usize = all.iter().map(|text| text.as_ref().chars().count() + 2).sum();
    let plain = all.iter().all(|text| scalar::is_plain_in_flow(text.as_ref()));
    (plain && length <= WIDTH)
        .then(|| format!("[{}]", all.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(", ")))
}

fn in_flow(text: &str) -> String {
    let line = scalar::line(text);
    if scalar::is_plain_in_flow(text) || line.starts_with(['"', '\'']) {
        return line;
    }
    crate::deck::quote::quoted(text)
}
