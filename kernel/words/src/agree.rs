//! Whether two languages say the same things: pure, on texts already read.

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression as Inline, Pattern, PatternElement, Resource,
};
use fluent_syntax::parser;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The language whose comments give the types of variables.
pub(crate) const FIRST: &str = "zh-CN";
/// The language that must agree with the first.
pub(crate) const SECOND: &str = "en";

/// One text file: its name within the language's folder, and what stands in it.
pub(crate) struct Text {
    pub(crate) file: String,
    pub(crate) source: String,
}

/// All text files of one language, in order of name.
pub(crate) struct Language {
    pub(crate) tag: &'static str,
    pub(crate) texts: Vec<Text>,
}

/// `hello` or, for an attribute, `field.help`.
pub(crate) type Key = String;
type Names = BTreeSet<String>;

/// What one language says: the variables of every key of every file, and what each message leans on.
#[derive(Default)]
struct Said {
    keys: BTreeMap<String, BTreeMap<Key, Names>>,
    terms: Names,
    leans: Vec<(String, Lean)>,
    faults: Vec<String>,
}

enum Lean {
    Term(String),
    Message(String),
    Function(String),
    VariableInTerm(String),
}

/// Reads `texts/TAG/*.ftl`.
pub(crate) fn read(texts: &Path, tag: &'static str) -> Result<Language, Vec<String>> {
    let folder = texts.join(tag);
    let missing = || vec![format!("texts/{tag}: there is no such folder, or no .ftl file in it")];
    let mut found = Vec::new();
    for entry in std::fs::read_dir(&folder).map_err(|_| missing())? {
        let path = entry.map_err(|e| vec![format!("texts/{tag}: {e}")])?.path();
        let file = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        if path.extension().is_some_and(|e| e == "ftl") {
            let source = std::fs::read_to_string(&path).map_err(|e| vec![format!("texts/{tag}/{file}: {e}")])?;
            found.push(Text { file, source });
        }
    }
    if found.is_empty() {
        return Err(missing());
    }
    found.sort_by(|a, b| a.file.cmp(&b.file));
    Ok(Language { tag, texts: found })
}

/// The keys that both languages have, or every sentence about what is wrong.
pub(crate) fn check(zh: &Language, en: &Language) -> Result<BTreeSet<Key>, Vec<String>> {
    let (a, b) = (listen(zh), listen(en));
    let mut faults: Vec<String> = a.faults.iter().chain(&b.faults).cloned().collect();
    faults.extend(only_in(&a, &b, zh.tag, en.tag));
    faults.extend(only_in(&b, &a, en.tag, zh.tag));
    for (file, keys) in &a.keys {
        for (key, ours) in keys {
            if let Some(theirs) = b.keys.get(file).and_then(|k| k.get(key))
                && ours != theirs
            {
                let (ours, theirs) = (listed(ours), listed(theirs));
                faults.push(format!("{file}: {key} has {{{ours}}} in {} and {{{theirs}}} in {}", zh.tag, en.tag));
            }
        }
    }
    if faults.is_empty() { Ok(a.keys.into_values().flat_map(BTreeMap::into_keys).collect()) } else { Err(faults) }
}

fn only_in(a: &Said, b: &Said, here: &str, there: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for (file, keys) in &a.keys {
        match b.keys.get(file) {
            None => faults.push(format!("{file} is in {here} and not in {there}")),
            Some(others) => {
                for key in keys.keys().filter(|k| !others.contains_key(*k)) {
                    faults.push(format!("{file}: {key} is in {here} and not in {there}"));
                }
            }
        }
    }
    faults
}

fn listed(names: &Names) -> String {
    names.iter().map(|n| format!("${n}")).collect::<Vec<_>>().join(", ")
}

fn listen(language: &Language) -> Said {
    let mut said = Said::default();
    let mut seen = BTreeMap::new();
    for text in &language.texts {
        let place = format!("{}/{}", language.tag, text.file);
        match parser::parse(text.source.as_str()) {
            Ok(resource) => listen_to(&resource, &text.file, &place, &mut said, &mut seen),
            Err((_, errors)) => {
                for e in errors {
                    let before = text.source.as_bytes().iter().take(e.pos.start);
                    let line = before.filter(|b| **b == b'\n').count() + 1;
                    said.faults.push(format!("{place}:{line}: {}", e.kind));
                }
            }
        }
    }
    for (key, lean) in std::mem::take(&mut said.leans) {
        said.faults.extend(why_not(&said.terms, &key, &lean).map(|why| format!("{}: {why}", language.tag)));
    }
    said
}

fn listen_to(res: &Resource<&str>, file: &str, place: &str, said: &mut Said, seen: &mut BTreeMap<Key, String>) {
    said.keys.entry(file.to_owned()).or_default();
    for entry in &res.body {
        match entry {
            Entry::Message(m) => {
                let name = m.id.name;
                let value = m.value.iter().map(|v| (name.to_owned(), v));
                let attributes = m.attributes.iter().map(|a| (format!("{name}.{}", a.id.name), &a.value));
                for (key, pattern) in value.chain(attributes) {
                    if let Some(first) = seen.insert(key.clone(), place.to_owned()) {
                        said.faults.push(format!("{place}: {key} stands already in {first}"));
                    }
                    let mut finder = Finder::default();
                    finder.pattern(pattern);
                    said.leans.extend(finder.leans.into_iter().map(|l| (key.clone(), l)));
                    said.keys.entry(file.to_owned()).or_default().insert(key, finder.variables);
                }
            }
            Entry::Term(t) => {
                said.terms.insert(t.id.name.to_owned());
                let mut finder = Finder::default();
                finder.pattern(&t.value);
                let variables = finder.variables.into_iter().map(Lean::VariableInTerm);
                let key = format!("-{}", t.id.name);
                said.leans.extend(variables.chain(finder.leans).map(|l| (key.clone(), l)));
            }
            _ => {}
        }
    }
}

/// What would fail only when the message is shown is refused when it is built.
fn why_not(terms: &Names, key: &str, lean: &Lean) -> Option<String> {
    match lean {
        Lean::Term(name) if terms.contains(name) => None,
        Lean::Term(name) => Some(format!("{key} uses the term -{name}, which is nowhere in this language")),
        Lean::Message(name) => {
            Some(format!("{key} uses the message {name}; write it out, or make a term -{name} of it"))
        }
        Lean::Function(name) if name == "NUMBER" => None,
        Lean::Function(name) => Some(format!("{key} calls {name}(); there is only NUMBER()")),
        Lean::VariableInTerm(name) => Some(format!("{key} is a term and cannot have ${name}; make it a message")),
    }
}

#[derive(Default)]
struct Finder {
    variables: Names,
    leans: Vec<Lean>,
}

impl Finder {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &Inline<&str>) {
        match inline {
            Inline::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            Inline::TermReference { id, arguments, .. } => {
                self.leans.push(Lean::Term(id.name.to_owned()));
                self.arguments(arguments.as_ref());
            }
            Inline::MessageReference { id, .. } => self.leans.push(Lean::Message(id.name.to_owned())),
            Inline::FunctionReference { id, arguments } => {
                self.leans.push(Lean::Function(id.name.to_owned()));
                self.arguments(Some(arguments));
            }
            Inline::Placeable { expression } => self.expression(expression),
            Inline::StringLiteral { .. } | Inline::NumberLiteral { .. } => {}
        }
    }

    fn arguments(&mut self, arguments: Option<&CallArguments<&str>>) {
        if let Some(arguments) = arguments {
            arguments.positional.iter().for_each(|a| self.inline(a));
            arguments.named.iter().for_each(|a| self.inline(&a.value));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(tag: &'static str, source: &str) -> Language {
        Language { tag, texts: vec![Text { file: "a.ftl".into(), source: source.into() }] }
    }

    fn said_about(zh: &str, en: &str) -> String {
        check(&language(FIRST, zh), &language(SECOND, en)).map_or_else(|f| f.join("; "), |_| "agreed".into())
    }

    #[test]
    fn two_languages_agree_or_it_is_said_why_not() {
        let plural = "n = { $n ->\n    [one] one day\n   *[other] { $n } days\n}\n";
        for (zh, en, said) in [
            ("a = 甲\n", "a = A\n", "agreed"),
            ("n = { $n } 天\n", plural, "agreed"),
            ("a = { $x }{ $y }\n", "a = { $y }, { $x }\n", "agreed"),
            ("-name = 连心桥\na = { -name }\n", "a = Lianxin\n", "agreed"),
            ("a = 甲\n    .help = 乙\n", "a = A\n", "a.ftl: a.help is in zh-CN and not in en"),
            ("a = 甲\n", "b = A\n", "a.ftl: a is in zh-CN and not in en; a.ftl: b is in en and not in zh-CN"),
            ("a = { $x }\n", "a = A\n", "a.ftl: a has {$x} in zh-CN and {} in en"),
            ("a = { -no }\n", "a = A\n", "zh-CN: a uses the term -no, which is nowhere in this language"),
            (
                "a = { b }\nb = 乙\n",
                "a = B\nb = B\n",
                "zh-CN: a uses the message b; write it out, or make a term -b of it",
            ),
            ("a = { DATETIME($x) }\n", "a = { $x }\n", "zh-CN: a calls DATETIME(); there is only NUMBER()"),
            ("-t = { $x }\na = 甲\n", "a = A\n", "zh-CN: -t is a term and cannot have $x; make it a message"),
            ("a = 甲\na = 乙\n", "a = A\n", "zh-CN/a.ftl: a stands already in zh-CN/a.ftl"),
        ] {
            assert_eq!(said_about(zh, en), said, "{zh}{en}");
        }
    }
}
