//! What the paths of the sources mean.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
};

use super::{
    rules::{self, Exception, Violation},
    source::{self, Module, Written},
};

/// All sources.
pub(super) struct House {
    modules: Vec<Module>,
    /// Where each module is in `modules`; the roots of the library and of the binary share the empty path.
    places: BTreeMap<Vec<String>, Vec<usize>>,
    program: BTreeSet<String>,
    tests: BTreeSet<String>,
    used: RefCell<BTreeSet<(&'static str, &'static str)>>,
}

/// The look-ups under way, so that circles of imports end.
type Seen = BTreeSet<(Vec<String>, String)>;

impl House {
    /// Reads files, each a path and a text. `program` and `tests` are the crates that they may depend on.
    pub(super) fn read(
        files: &[(String, String)],
        program: BTreeSet<String>,
        tests: BTreeSet<String>,
    ) -> Self {
        let modules: Vec<Module> =
            files.iter().flat_map(|(name, source)| source::read(name, source)).collect();
        let mut places: BTreeMap<Vec<String>, Vec<usize>> = BTreeMap::new();
        for (number, module) in modules.iter().enumerate() {
            places.entry(module.path.clone()).or_default().push(number);
        }
        Self { modules, places, program, tests, used: RefCell::default() }
    }

    /// The names of the rooms: what stands directly in `src/`.
    pub(super) fn rooms(&self) -> impl Iterator<Item = &str> {
        let names: BTreeSet<&str> =
            self.modules.iter().filter_map(|m| m.path.first().map(String::as_str)).collect();
        names.into_iter()
    }

    /// Whether the last look at the violations met what `exception` allows.
    pub(super) fn used(&self, exception: &Exception) -> bool {
        self.used.borrow().contains(&(exception.room, exception.path))
    }

    /// Everything that is against the rules, by file and line.
    pub(super) fn violations(&self) -> Vec<Violation> {
        let mut violations = Vec::new();
        for module in &self.modules {
            for (line, what, why) in &module.refused {
                violations.push(Violation::new(module, *line, what, (*why).to_owned()));
            }
            let imports = module.imports.iter().map(|import| (&import.path, import.public));
            for (written, public) in imports.chain(module.paths.iter().map(|path| (path, false))) {
                for meaning in self.resolve(&module.path, written, &mut Seen::new()) {
                    let verdict = rules::judge(self, module, &meaning, written.glob, public);
                    if let Err(rule) = verdict {
                        let path = meaning.join("::") + if written.glob { "::*" } else { "" };
                        violations.push(Violation::new(module, written.line, &path, rule));
                    }
                }
            }
        }
        violations.sort();
        violations.dedup();
        violations
    }

    /// Notes that an exception was needed.
    pub(super) fn note(&self, exception: &Exception) {
        self.used.borrow_mut().insert((exception.room, exception.path));
    }

    /// Whether `path`, without its `crate`, is a module.
    pub(super) fn is_module(&self, path: &[String]) -> bool {
        self.places.contains_key(path)
    }

    /// Whether `name` is a crate that only tests have.
    pub(super) fn is_for_tests(&self, name: &str) -> bool {
        self.tests.contains(name) && !self.program.contains(name)
    }

    fn is_crate(&self, name: &str) -> bool {
        ["std", "core", "alloc"].contains(&name) || self.program.contains(name) || self.tests.contains(name)
    }

    /// The full paths that `written` may stand for within the module `here`: `crate::…`, or one that begins with
    /// the name of another crate. None for what is defined nearby, such as a type's own constants.
    fn resolve(&self, here: &[String], written: &Written, seen: &mut Seen) -> Vec<Vec<String>> {
        let names = &written.names;
        let Some(head) = names.first() else { return Vec::new() };
        let mut base = here.to_vec();
        let mut rest = &names[..];
        match head.as_str() {
            "crate" | "carabin" => return vec![absolute(&[], &names[1..])],
            "self" | "super" if !written.rooted => {
                while let Some((word, more)) = rest.split_first() {
                    match word.as_str() {
                        "self" => {}
                        "super" => drop(base.pop()),
                        _ => break,
                    }
                    rest = more;
                }
                return match rest.split_first() {
                    None => vec![absolute(&base, &[])],
                    // `super::x` may be an import of the module above.
                    Some((head, tail)) => {
                        let mut found = extend(self.look_up(&base, head, seen), tail);
                        found.push(absolute(&base, rest));
                        found
                    }
                };
            }
            _ => {}
        }
        let mut found = if written.rooted { Vec::new() } else { self.look_up(here, head, seen) };
        if found.is_empty() && self.is_crate(head) {
            found.push(vec![head.clone()]);
        }
        extend(found, &names[1..])
    }

    /// What `name` stands for within a module: an import, a module in it, or what its globs bring.
    fn look_up(&self, module: &[String], name: &str, seen: &mut Seen) -> Vec<Vec<String>> {
        let mut found = Vec::new();
        if !seen.insert((module.to_vec(), name.to_owned())) {
            return found;
        }
        for number in self.places.get(module).into_iter().flatten() {
            let here = &self.modules[*number];
            for import in here.imports.iter().filter(|import| import.name.as_deref() == Some(name)) {
                found.extend(self.resolve(module, &import.path, seen));
            }
            if here.children.contains(name) {
                found.push(absolute(module, &[name.to_owned()]));
            }
            if found.is_empty() {
                for glob in here.imports.iter().filter(|import| import.path.glob) {
                    for target in self.resolve(module, &glob.path, seen) {
                        match target.split_first() {
                            Some((root, inner)) if root == "crate" => {
                                found.extend(self.look_up(inner, name, seen));
                            }
                            // What a crate's glob brings is told where the glob stands, but for the standard library,
                            // of which only parts are closed.
                            Some((root, _))
                                if ["std", "core"].contains(&root.as_str()) && !self.is_crate(name) =>
                            {
                                found.push([&target[..], &[name.to_owned()]].concat());
                            }
                            _ => {}
                        }
                    }
                }
            }
        }
        seen.remove(&(module.to_vec(), name.to_owned()));
        found
    }
}

fn absolute(module: &[String], rest: &[String]) -> Vec<String> {
    [&["crate".to_owned()], module, rest].concat()
}

fn extend(found: Vec<Vec<String>>, rest: &[String]) -> Vec<Vec<String>> {
    found.into_iter().map(|path| [&path[..], rest].concat()).collect()
}
