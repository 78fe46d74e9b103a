//! A Rust file as the paths that it names.

use std::collections::BTreeSet;

use proc_macro2::{TokenStream, TokenTree};

use super::tokens::{colons, inside, is, is_keyword, name, plain, rooted};

/// A path as written.
#[derive(Clone, Debug, Default)]
pub(super) struct Written {
    /// It begins with `::`.
    pub(super) rooted: bool,
    /// Its names; `crate`, `self` and `super` among them.
    pub(super) names: Vec<String>,
    /// It ends with `::*`.
    pub(super) glob: bool,
    /// Where it stands, counted from 1.
    pub(super) line: usize,
}

/// A leaf of a `use`.
#[derive(Clone, Debug)]
pub(super) struct Import {
    /// What it names.
    pub(super) path: Written,
    /// The name that it gives; `None` for a glob and for `as _`.
    pub(super) name: Option<String>,
    /// It is passed on (`pub use`).
    pub(super) public: bool,
}

/// A module, with what stands directly in it.
#[derive(Debug)]
pub(super) struct Module {
    /// Its place in the crate; empty for the root.
    pub(super) path: Vec<String>,
    /// Its file.
    pub(super) file: String,
    /// The modules that it declares.
    pub(super) children: BTreeSet<String>,
    /// All its imports, those within functions too.
    pub(super) imports: Vec<Import>,
    /// All its other paths of two names or more.
    pub(super) paths: Vec<Written>,
    /// What would blind this test, or open a wall: the line, what it is, why it is refused.
    pub(super) refused: Vec<(usize, &'static str, &'static str)>,
}

/// The modules of a file; the file's own comes first.
pub(super) fn read(file: &str, source: &str) -> Vec<Module> {
    let tokens: TokenStream = source.parse().unwrap_or_else(|error| panic!("{file} is not Rust: {error}"));
    let mut modules = vec![Module::new(file, place(file))];
    walk(&tokens.into_iter().collect::<Vec<_>>(), 0, &mut modules);
    modules
}

/// `src/a/b.rs` and `src/a/b/mod.rs` are the module `a::b`.
fn place(file: &str) -> Vec<String> {
    let inner = file.trim_start_matches("src/").trim_end_matches(".rs");
    let mut names: Vec<String> = inner.split('/').map(str::to_owned).collect();
    if names.last().is_some_and(|last| ["mod", "lib", "main"].contains(&last.as_str())) {
        names.pop();
    }
    names
}

impl Module {
    fn new(file: &str, path: Vec<String>) -> Self {
        Self {
            path,
            file: file.to_owned(),
            children: BTreeSet::new(),
            imports: Vec::new(),
            paths: Vec::new(),
            refused: Vec::new(),
        }
    }
}

fn walk(tokens: &[TokenTree], module: usize, modules: &mut Vec<Module>) {
    let mut at = 0;
    while at < tokens.len() {
        at += match &tokens[at] {
            TokenTree::Group(group) => {
                walk(&inside(group), module, modules);
                1
            }
            TokenTree::Punct(punct) if punct.as_char() == '#' => attribute(&tokens[at..], module, modules),
            TokenTree::Punct(punct) if punct.as_char() == '$' && name(tokens.get(at + 1)).is_some() => {
                // `$crate` is `crate`; what another variable stands for is read where the macro is called.
                if name(tokens.get(at + 1)).as_deref() == Some("crate") { 1 } else { 2 }
            }
            TokenTree::Punct(_) if colons(tokens, at) => path(tokens, at, module, modules),
            TokenTree::Ident(_) => word(tokens, at, module, modules),
            TokenTree::Punct(_) | TokenTree::Literal(_) => 1,
        };
    }
}

/// Reads what begins with a word; how many tokens that was.
fn word(tokens: &[TokenTree], at: usize, module: usize, modules: &mut Vec<Module>) -> usize {
    let word = name(tokens.get(at)).unwrap_or_default();
    let line = tokens[at].span().start().line;
    let next = name(tokens.get(at + 1));
    match (word.as_str(), next) {
        ("mod", Some(child)) => declare(&child, tokens.get(at + 2), module, modules),
        ("extern", Some(next)) if next == "crate" => {
            let end = tokens[at..].iter().position(|t| is(Some(t), ';')).unwrap_or(tokens.len() - at);
            let tree = [&rooted(&tokens[at + 1])[..], &tokens[at + 2..at + end]].concat();
            imports(&tree, &Written { line, ..Written::default() }, false, &mut modules[module]);
            end
        }
        // `impl Trait + use<'a>` names no path.
        ("use", _) if !is(tokens.get(at + 1), '<') => {
            let end = tokens[at..].iter().position(|t| is(Some(t), ';')).unwrap_or(tokens.len() - at);
            let public = passed_on(&tokens[..at]);
            let start = Written { line, ..Written::default() };
            imports(&tokens[at + 1..at + end], &start, public, &mut modules[module]);
            end
        }
        ("pub", _) => {
            if let Some(TokenTree::Group(group)) = tokens.get(at + 1)
                && ["crate", "in crate"].contains(&group.stream().to_string().as_str())
            {
                let why = "the inside of a room would be open to the others: make it public, or the room's own \
                           (`pub(super)`, `pub(in crate::ROOM)`)";
                modules[module].refused.push((line, "pub(crate)", why));
            }
            1
        }
        ("include", _) if is(tokens.get(at + 1), '!') => {
            let why = "this test does not see what is included";
            modules[module].refused.push((line, "include!", why));
            1
        }
        _ if is_keyword(&word) => 1,
        _ => path(tokens, at, module, modules),
    }
}

/// A `mod`, with its body here or in a file of its own.
fn declare(child: &str, body: Option<&TokenTree>, module: usize, modules: &mut Vec<Module>) -> usize {
    modules[module].children.insert(child.to_owned());
    let Some(TokenTree::Group(body)) = body else { return 2 };
    let mut path = modules[module].path.clone();
    path.push(child.to_owned());
    let inner = Module::new(&modules[module].file.clone(), path);
    modules.push(inner);
    let number = modules.len() - 1;
    walk(&inside(body), number, modules);
    3
}

/// `#[…]`, with the paths that `serde` and its like take as texts.
fn attribute(tokens: &[TokenTree], module: usize, modules: &mut Vec<Module>) -> usize {
    let skip = if is(tokens.get(1), '!') { 2 } else { 1 };
    let Some(TokenTree::Group(group)) = tokens.get(skip) else { return 1 };
    let inner = inside(group);
    match name(inner.first()).as_deref() {
        Some("doc") => return skip + 1,
        Some("path") if is(inner.get(1), '=') => refuse_path(&inner[0], &mut modules[module]),
        Some("cfg_attr") => {
            if let Some(TokenTree::Group(group)) = inner.get(1) {
                let given = inside(group);
                // The condition, then the attributes.
                for attribute in given.split(|token| is(Some(token), ',')).skip(1) {
                    if name(attribute.first()).as_deref() == Some("path") {
                        refuse_path(&attribute[0], &mut modules[module]);
                    }
                }
            }
        }
        _ => {}
    }
    attribute_values(&inner, module, modules);
    walk(&inner, module, modules);
    skip + 1
}

fn refuse_path(word: &TokenTree, module: &mut Module) {
    let why = "this test takes a module to be in the file of its name";
    module.refused.push((word.span().start().line, "#[path]", why));
}

fn attribute_values(tokens: &[TokenTree], module: usize, modules: &mut Vec<Module>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => attribute_values(&inside(group), module, modules),
            TokenTree::Literal(literal) => {
                let text = literal.to_string();
                let text = text.trim_matches('"');
                let named = text.contains("::") && !text.contains(char::is_whitespace);
                if let (true, Ok(tokens)) = (named, text.parse::<TokenStream>()) {
                    let first = modules[module].paths.len();
                    walk(&tokens.into_iter().collect::<Vec<_>>(), module, modules);
                    let line = literal.span().start().line;
                    modules[module].paths[first..].iter_mut().for_each(|path| path.line = line);
                }
            }
            _ => {}
        }
    }
}

/// Reads a path in an expression, a type, a pattern or a macro; how many tokens it was.
fn path(tokens: &[TokenTree], at: usize, module: usize, modules: &mut [Module]) -> usize {
    let rooted = colons(tokens, at);
    let mut written = Written { rooted, line: tokens[at].span().start().line, ..Written::default() };
    let mut end = if rooted { at + 2 } else { at };
    while let Some(segment) = name(tokens.get(end)) {
        written.names.push(segment);
        end += 1;
        if !colons(tokens, end) {
            break;
        }
        if is(tokens.get(end + 2), '$')
            && written.names.iter().all(|n| ["crate", "self", "super"].contains(&&**n))
        {
            let why = "a path that a macro puts together cannot be read";
            modules[module].refused.push((written.line, "crate::$…", why));
        }
        if name(tokens.get(end + 2)).is_none() {
            break;
        }
        end += 2;
    }
    if written.names.len() > 1 || rooted {
        modules[module].paths.push(written);
    }
    (end - at).max(1)
}

/// The leaves of a `use` tree that continues `start`.
fn imports(tokens: &[TokenTree], start: &Written, public: bool, module: &mut Module) {
    let mut path = start.clone();
    let mut at = 0;
    if path.names.is_empty() && colons(tokens, 0) {
        path.rooted = true;
    }
    loop {
        if colons(tokens, at) {
            at += 2;
        }
        match tokens.get(at) {
            Some(TokenTree::Ident(word)) if word == "as" => {
                let alias = name(tokens.get(at + 1)).filter(|alias| alias != "_");
                return leaf(path, alias, public, module);
            }
            Some(TokenTree::Ident(word)) => {
                path.names.push(plain(&word.to_string()));
                if path.names.len() == start.names.len() + 1 {
                    path.line = word.span().start().line;
                }
                at += 1;
            }
            Some(TokenTree::Group(group)) => {
                for branch in inside(group).split(|token| is(Some(token), ',')).filter(|b| !b.is_empty()) {
                    imports(branch, &path, public, module);
                }
                return;
            }
            Some(TokenTree::Punct(punct)) if punct.as_char() == '*' => {
                path.glob = true;
                path.line = punct.span().start().line;
                return leaf(path, None, public, module);
            }
            Some(TokenTree::Punct(punct)) if punct.as_char() == '$' => {
                if name(tokens.get(at + 1)).as_deref() != Some("crate") {
                    let why = "a path that a macro puts together cannot be read";
                    module.refused.push((punct.span().start().line, "use $…", why));
                    return;
                }
                at += 1;
            }
            _ => {
                let own = path.names.last().cloned();
                return leaf(path, own, public, module);
            }
        }
    }
}

fn leaf(mut path: Written, mut name: Option<String>, public: bool, module: &mut Module) {
    // `use a::{self}` is `use a`.
    if path.names.len() > 1 && path.names.last().is_some_and(|last| last == "self") {
        path.names.pop();
        if name.as_deref() == Some("self") {
            name = path.names.last().cloned();
        }
    }
    module.imports.push(Import { path, name, public });
}

/// Whether the `use` after these tokens is open to all.
fn passed_on(before: &[TokenTree]) -> bool {
    name(before.last()).as_deref() == Some("pub")
}
