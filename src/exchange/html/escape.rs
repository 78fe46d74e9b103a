//! Text that looks like Markdown and is none.

/// Appends `text` so that Markdown shows it as it is. `line_start`: nothing stands before it on its line; `cell`: it
/// stands in a table.
pub(super) fn push(out: &mut String, text: &str, line_start: bool, cell: bool) {
    let mut text = text;
    if line_start {
        let (marker, rest) = line_marker(text);
        out.push_str(&marker);
        text = rest;
    }
    if !text.contains(['\\', '*', '_', '`', '[', '<', '&', '~', '|']) {
        out.push_str(text);
        return;
    }
    let mut before = out.chars().next_back();
    let links = text.contains("](") || text.contains("]:");
    for (at, c) in text.char_indices() {
        let rest = &text[at + c.len_utf8()..];
        let next = rest.chars().next();
        let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let spaced = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let special = match c {
            '\\' => next.is_none_or(|next| next.is_ascii_punctuation()),
            '*' => !(spaced(before) && spaced(next)),
            '_' => !(word(before) && word(next) || spaced(before) && spaced(next)),
            '`' => true,
            '[' => links,
            '<' => next.is_some_and(|next| next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?')),
            '&' => is_entity(rest),
            '~' => next == Some('~') || before == Some('~'),
            '|' => cell,
            _ => false,
        };
        if special {
            out.push('\\');
        }
        out.push(c);
        before = Some(c);
    }
}

fn is_entity(rest: &str) -> bool {
    rest.bytes().take(32).position(|byte| byte == b';').is_some_and(|end| {
        end > 0 && rest.as_bytes()[..end].iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'#')
    })
}

/// What would begin a heading, a list, a quotation or a rule, made plain; and the rest of the line.
fn line_marker(text: &str) -> (String, &str) {
    let next_is_blank = |at: usize| text[at..].chars().next().is_none_or(char::is_whitespace);
    match text.chars().next() {
        Some(c @ ('#' | '+' | '-' | '=' | '>' | '~')) => {
            let run = text.len() - text.trim_start_matches(c).len();
            if c == '>' || next_is_blank(run) || (c != '#' && run >= 2) {
                return (format!("\\{c}"), &text[1..]);
            }
        }
        Some(c) if c.is_ascii_digit() => {
            let digits = text.bytes().take_while(u8::is_ascii_digit).count();
            if digits <= 9 && text[digits..].starts_with(['.', ')']) && next_is_blank(digits + 1) {
                let mark = &text[digits..=digits];
                return (format!("{}\\{mark}", &text[..digits]), &text[digits + 1..]);
            }
        }
        _ => {}
    }
    (String::new(), text)
}
