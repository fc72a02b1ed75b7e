//! Which file of a crate uses which, found by reading its sources.
//!
//! The rule: file A uses file B if code of A names an item that B defines, by whatever path. A
//! path is followed through imports and re-exports to the file that defines the item, so a module
//! that only re-exports the items of its children uses none of them. Names are followed, methods
//! and macros are not; code for tests (`#[cfg(test)]`) is left out.

use crate::tokens::{Token, tokens};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A name that a file imports: the path as written, from the module of the file.
struct Import {
    name: String,
    path: Vec<String>,
}

/// What a file has: its children, its own items, its imports and the paths in its code.
#[derive(Default)]
struct Module {
    file: PathBuf,
    children: BTreeSet<String>,
    items: BTreeSet<String>,
    imports: Vec<Import>,
    paths: Vec<Vec<String>>,
    types: Vec<String>,
    /// The children that are compiled for tests alone.
    tests: BTreeSet<String>,
}

/// All modules of a crate by their paths, the root at the empty path.
pub(crate) struct Crate {
    modules: BTreeMap<Vec<String>, Module>,
}

/// What each part uses.
type Graph = BTreeMap<String, BTreeSet<String>>;

/// The words that define an item, first those of types.
const KEYWORDS: [&str; 9] =
    ["struct", "enum", "trait", "type", "union", "fn", "const", "static", "mod"];

impl Crate {
    /// Reads the crate whose root is `file`, following its `mod` declarations.
    pub(crate) fn read(file: &Path) -> Self {
        let mut modules = BTreeMap::new();
        let mut open = vec![(Vec::new(), file.to_path_buf())];
        while let Some((path, file)) = open.pop() {
            let text = fs::read_to_string(&file).unwrap_or_else(|_| panic!("no {file:?}"));
            let module = Module { file, ..module(&tokens(&text)) };
            for child in &module.children {
                let below = [&path[..], std::slice::from_ref(child)].concat();
                let found = source_of(&module.file, path.is_empty(), child);
                open.push((below, found));
            }
            modules.insert(path, module);
        }
        Self { modules }
    }

    /// Each use of a module by another, as their paths.
    pub(crate) fn edges(&self) -> BTreeSet<(Vec<String>, Vec<String>)> {
        let uses = self.modules.iter().flat_map(|(at, module)| {
            let used = module.paths.iter().filter_map(|path| self.definition(at, path, 0));
            used.filter(move |used| used != at).map(|used| (at.clone(), used))
        });
        uses.collect()
    }

    /// Every type and trait that is defined outside of functions, with its module.
    pub(crate) fn types(&self) -> Vec<(String, String)> {
        let types = self.modules.iter().flat_map(|(at, module)| {
            module.types.iter().map(move |name| (name.clone(), at.join("::")))
        });
        types.collect()
    }

    /// The files of all modules, of those for tests too.
    pub(crate) fn all_files(&self) -> Vec<PathBuf> {
        let files = self.modules.iter().flat_map(|(at, module)| {
            let tests =
                module.tests.iter().map(|child| source_of(&module.file, at.is_empty(), child));
            tests.chain([module.file.clone()])
        });
        files.collect()
    }

    /// The cycles among the children of each module, as the path of the module and their names.
    pub(crate) fn cycles(&self) -> Vec<(String, Vec<String>)> {
        let mut graphs: BTreeMap<Vec<String>, Graph> = BTreeMap::new();
        for (user, used) in self.edges() {
            let common = user.iter().zip(&used).take_while(|(a, b)| a == b).count();
            if let (Some(a), Some(b)) = (user.get(common), used.get(common)) {
                let graph = graphs.entry(user[..common].to_vec()).or_default();
                graph.entry(a.clone()).or_default().insert(b.clone());
            }
        }
        let found = graphs.iter().flat_map(|(path, graph)| {
            cycles(graph).into_iter().map(move |cycle| (path.join("::"), cycle))
        });
        found.collect()
    }

    /// The module that defines what `path` names in module `at`, if it is of this crate.
    fn definition(&self, at: &[String], path: &[String], depth: usize) -> Option<Vec<String>> {
        let (first, rest) = path.split_first()?;
        if depth > 20 {
            return None;
        }
        match first.as_str() {
            "crate" => self.below(&[], rest, depth),
            "self" => self.below(at, rest, depth),
            "super" => {
                let parent = &at[..at.len().checked_sub(1)?];
                if rest.first().is_some_and(|next| next == "super") {
                    return self.definition(parent, rest, depth);
                }
                self.below(parent, rest, depth)
            }
            _ => self.below(at, path, depth),
        }
    }

    /// The same for a path that begins in module `at`.
    fn below(&self, at: &[String], path: &[String], depth: usize) -> Option<Vec<String>> {
        let module = self.modules.get(at)?;
        // A module by itself is no item: what is named in it will be.
        let (first, rest) = path.split_first()?;
        if module.children.contains(first) && !(rest.is_empty() && module.has(first)) {
            return self.below(&[at, std::slice::from_ref(first)].concat(), rest, depth);
        }
        if module.items.contains(first) {
            return Some(at.to_vec());
        }
        for import in &module.imports {
            if import.name == *first && import.path != path {
                let whole = [&import.path[..], rest].concat();
                return self.definition(at, &whole, depth + 1);
            }
        }
        let globs = module.imports.iter().filter(|import| import.name == "*");
        globs.into_iter().find_map(|glob| {
            let whole = [&glob.path[..], path].concat();
            self.definition(at, &whole, depth + 1)
        })
    }
}

impl Module {
    fn has(&self, name: &str) -> bool {
        self.items.contains(name) || self.imports.iter().any(|import| import.name == name)
    }
}

/// The file of a child module.
fn source_of(file: &Path, is_root: bool, child: &str) -> PathBuf {
    let is_mod = file.file_name().is_some_and(|name| name == "mod.rs");
    let folder = if is_root || is_mod { file.with_file_name("") } else { file.with_extension("") };
    let [flat, deep] = [format!("{child}.rs"), format!("{child}/mod.rs")];
    if folder.join(&flat).is_file() { folder.join(flat) } else { folder.join(deep) }
}

/// Reads the tokens of a file.
fn module(tokens: &[Token]) -> Module {
    let mut module = Module::default();
    let mut used = Vec::new();
    let mut depth = 0usize;
    let mut at = 0;
    while at < tokens.len() {
        let name = |n: usize| tokens.get(at + n).and_then(Token::name);
        if let Some(end) = after_test(tokens, at) {
            let ends = tokens.get(end.saturating_sub(3)..end);
            if let Some([Token::Name(word), Token::Name(child), Token::Sign(';')]) = ends
                && word == "mod"
            {
                module.tests.insert(child.clone());
            }
            at = end;
        } else if name(0) == Some("use") && !tokens[at + 1].is('<') {
            let end = end_of(tokens, at);
            imports(&tokens[at + 1..end], &mut module.imports);
            at = end;
        } else if let Some((path, end)) = path(tokens, at) {
            used.push(path);
            at = end;
        } else if depth == 0 && name(0).is_some_and(|word| KEYWORDS.contains(&word)) {
            if name(1) == Some("fn") {
                at += 1;
                continue;
            }
            let item = name(1);
            if let Some(item) = item.filter(|_| name(0) != Some("mod")) {
                module.items.insert(item.to_owned());
                if name(0).is_some_and(|word| KEYWORDS[..5].contains(&word)) {
                    module.types.push(item.to_owned());
                }
            } else if let (Some(item), Some(Token::Sign(';'))) = (item, tokens.get(at + 2)) {
                module.children.insert(item.to_owned());
            }
            at += 2;
        } else {
            match &tokens[at] {
                Token::Sign('{') => depth += 1,
                Token::Sign('}') => depth = depth.saturating_sub(1),
                Token::Name(word) => used.push(vec![word.clone()]),
                Token::Sign(_) => {}
            }
            at += 1;
        }
    }
    module.paths = used;
    module
}

/// The place after an item that is compiled for tests alone, if one begins at `at`.
fn after_test(tokens: &[Token], at: usize) -> Option<usize> {
    let words: Vec<&str> = tokens[at..].iter().take(5).filter_map(Token::name).collect();
    let is_attribute = tokens[at].is('#') && tokens.get(at + 1)?.is('[');
    if !is_attribute || words.first() != Some(&"cfg") || !words.contains(&"test") {
        return None;
    }
    let mut at = at;
    while tokens.get(at)?.is('#') {
        at = closing(tokens, at + 1) + 1;
    }
    Some(end_of(tokens, at) + 1)
}

/// Where the item that begins at `at` ends: at its semicolon or closing brace.
fn end_of(tokens: &[Token], mut at: usize) -> usize {
    if tokens[at].name() == Some("pub") {
        at = if tokens[at + 1].is('(') { closing(tokens, at + 1) } else { at } + 1;
    }
    let is_use = tokens[at].name() == Some("use");
    while at < tokens.len() && !tokens[at].is(';') {
        if tokens[at].is('{') || tokens[at].is('[') || tokens[at].is('(') {
            let is_block = tokens[at].is('{');
            at = closing(tokens, at);
            if is_block && !is_use {
                return at;
            }
        }
        at += 1;
    }
    at
}

/// The place of the bracket that closes the one at `at`.
fn closing(tokens: &[Token], at: usize) -> usize {
    let mut depth = 0usize;
    for (n, token) in tokens.iter().enumerate().skip(at) {
        match token {
            Token::Sign('(' | '[' | '{') => depth += 1,
            Token::Sign(')' | ']' | '}') => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return n;
        }
    }
    tokens.len()
}

/// A path of at least two names that begins at `at`, and the place after it.
fn path(tokens: &[Token], at: usize) -> Option<(Vec<String>, usize)> {
    let mut names = vec![tokens[at].name()?.to_owned()];
    let mut end = at + 1;
    while tokens.get(end).is_some_and(|t| t.is(':'))
        && tokens.get(end + 1).is_some_and(|t| t.is(':'))
    {
        let Some(name) = tokens.get(end + 2).and_then(Token::name) else { break };
        names.push(name.to_owned());
        end += 3;
    }
    (names.len() > 1).then_some((names, end))
}

/// The names that the tree of a `use` brings in.
fn imports(tree: &[Token], found: &mut Vec<Import>) {
    import_below(&[], tree, found);
}

fn import_below(above: &[String], tree: &[Token], found: &mut Vec<Import>) {
    let mut path = above.to_vec();
    let mut at = 0;
    while at < tree.len() {
        match &tree[at] {
            Token::Name(word) if word == "as" => {
                let name = tree[at + 1].name().unwrap_or("_").to_owned();
                return found.push(Import { name, path });
            }
            Token::Name(word) => path.push(word.clone()),
            Token::Sign('*') => return found.push(Import { name: "*".into(), path }),
            Token::Sign('{') => {
                for branch in branches(&tree[at + 1..closing(tree, at)]) {
                    import_below(&path, branch, found);
                }
                return;
            }
            Token::Sign(_) => {}
        }
        at += 1;
    }
    if path.last().is_some_and(|word| word == "self") {
        path.pop();
    }
    if let Some(name) = path.last().cloned() {
        found.push(Import { name, path });
    }
}

/// The parts of a list that commas part, whatever is in brackets.
fn branches(list: &[Token]) -> Vec<&[Token]> {
    let mut depth = 0usize;
    let parts = list.split(|token| {
        match token {
            Token::Sign('{') => depth += 1,
            Token::Sign('}') => depth -= 1,
            _ => {}
        }
        depth == 0 && token.is(',')
    });
    parts.filter(|part| !part.is_empty()).collect()
}

/// The groups of parts that use each other in a cycle, each group sorted.
fn cycles(graph: &Graph) -> Vec<Vec<String>> {
    let reach: BTreeMap<&String, BTreeSet<&String>> =
        graph.keys().map(|part| (part, reached(graph, part))).collect();
    let mut groups = BTreeSet::new();
    for (part, far) in &reach {
        let comes_back =
            |other: &&&String| reach.get(**other).is_some_and(|far| far.contains(*part));
        let group: Vec<String> =
            far.iter().filter(comes_back).map(|&other| other.clone()).collect();
        if !group.is_empty() {
            groups.insert(group);
        }
    }
    groups.into_iter().collect()
}

/// All parts that a part uses, itself or through others.
fn reached<'a>(graph: &'a Graph, part: &String) -> BTreeSet<&'a String> {
    let mut found = BTreeSet::new();
    let mut open: Vec<&String> = graph[part].iter().collect();
    while let Some(next) = open.pop() {
        if found.insert(next) {
            open.extend(graph.get(next).into_iter().flatten());
        }
    }
    found
}

#[test]
fn names_are_found_where_they_are_defined() {
    let text = "use crate::{date::Date as Day, time::*}; pub(crate) mod child; pub use child::Kid;
        #[cfg(test)] mod only; #[cfg(test)] mod tests { use super::*; struct Gone; }
        const fn one<'a>(x: impl Sized + use<'a>) -> Day { super::two(x) } type Pair = (u8, u8);
        impl Iterator for Kid { type Item = u8; }";
    let module = module(&tokens(text));
    let imports: Vec<String> =
        module.imports.iter().map(|one| format!("{}={}", one.name, one.path.join("."))).collect();
    assert_eq!(imports, ["Day=crate.date.Date", "*=crate.time", "Kid=child.Kid"]);
    assert_eq!(module.children.into_iter().collect::<Vec<_>>(), ["child"]);
    assert_eq!(module.tests.into_iter().collect::<Vec<_>>(), ["only"]);
    assert_eq!(module.items.into_iter().collect::<Vec<_>>(), ["Pair", "one"]);
    assert_eq!(module.types, ["Pair"]);
    assert!(module.paths.iter().any(|path| path.join("::") == "super::two"));
}

#[test]
fn cycles_are_found() {
    let graph = [("a", "b"), ("b", "c"), ("c", "b"), ("d", "a")];
    let graph: Graph =
        graph.iter().map(|(user, used)| ((*user).into(), [(*used).into()].into())).collect();
    assert_eq!(cycles(&graph), [["b", "c"]]);
}
