//! Small questions to Rust tokens.

use proc_macro2::{Group, Punct, Spacing, TokenTree};

/// `::` before the name of an `extern crate`, which is looked up as such a path is.
pub(super) fn rooted(like: &TokenTree) -> [TokenTree; 2] {
    let colon = |spacing| {
        let mut punct = Punct::new(':', spacing);
        punct.set_span(like.span());
        TokenTree::Punct(punct)
    };
    [colon(Spacing::Joint), colon(Spacing::Alone)]
}

/// What stands between the brackets.
pub(super) fn inside(group: &Group) -> Vec<TokenTree> {
    group.stream().into_iter().collect()
}

/// Whether `::` stands at `at`.
pub(super) fn colons(tokens: &[TokenTree], at: usize) -> bool {
    let joint = matches!(tokens.get(at), Some(TokenTree::Punct(p)) if p.spacing() == Spacing::Joint);
    joint && is(tokens.get(at), ':') && is(tokens.get(at + 1), ':')
}

/// Whether the token is this character.
pub(super) fn is(token: Option<&TokenTree>, character: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == character)
}

/// The token as a word.
pub(super) fn name(token: Option<&TokenTree>) -> Option<String> {
    match token {
        Some(TokenTree::Ident(word)) => Some(plain(&word.to_string())),
        _ => None,
    }
}

/// A word without `r#`.
pub(super) fn plain(word: &str) -> String {
    word.trim_start_matches("r#").to_owned()
}

/// A word that no path begins with, though a path may follow.
pub(super) fn is_keyword(word: &str) -> bool {
    const KEYWORDS: &str = "as async await box break const continue dyn else enum extern fn for if impl in let loop \
                            match mod move mut pub ref return static struct trait type union unsafe use where while yield";
    KEYWORDS.split_whitespace().any(|keyword| keyword == word)
}
