//! Just enough of `Cargo.toml` to see who depends on whom.

use crate::run::root;
use std::collections::BTreeSet;

/// A crate of the workspace.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Manifest {
    /// Its file, relative to the checkout.
    pub(crate) path: String,
    pub(crate) name: String,
    /// Names as written, of every kind of dependency.
    pub(crate) dependencies: BTreeSet<String>,
    /// `license.workspace = true`.
    pub(crate) licence_of_workspace: bool,
    /// `[lints] workspace = true`.
    pub(crate) lints_of_workspace: bool,
}

impl Manifest {
    pub(crate) fn parse(path: &str, text: &str) -> Self {
        let mut manifest = Self {
            path: path.to_owned(),
            name: String::new(),
            dependencies: BTreeSet::new(),
            licence_of_workspace: false,
            lints_of_workspace: false,
        };
        let mut section = String::new();
        for line in text.lines().map(str::trim).filter(|line| !line.starts_with('#')) {
            if let Some(heading) = line.strip_prefix('[').and_then(|rest| rest.split(']').next()) {
                section = heading.trim_matches('[').to_owned();
                if let Some((table, name)) = section.rsplit_once("dependencies.")
                    && !table.starts_with("workspace")
                {
                    manifest.dependencies.insert(name.to_owned());
                }
                continue;
            }
            let Some((key, value)) = line.split_once('=') else { continue };
            let (key, value) = (key.trim(), value.trim());
            match section.as_str() {
                "package" if key == "name" => manifest.name = value.trim_matches('"').to_owned(),
                "package" if key == "license.workspace" => manifest.licence_of_workspace = value == "true",
                "lints" if key == "workspace" => manifest.lints_of_workspace = value == "true",
                table if table.ends_with("dependencies") && !table.starts_with("workspace") => {
                    let name = key.split('.').next().unwrap_or(key).trim_matches('"');
                    manifest.dependencies.insert(name.to_owned());
                }
                _ => {}
            }
        }
        manifest
    }

    /// Every crate of the workspace, in the order of its folders.
    pub(crate) fn all() -> Vec<Self> {
        let mut folders: Vec<String> = ["seeds", "app", "stories", "trials", "xtask", "press"].map(String::from).into();
        for parent in ["kernel", "systems"] {
            let entries = std::fs::read_dir(root().join(parent)).into_iter().flatten().flatten();
            folders.extend(entries.map(|entry| format!("{parent}/{}", entry.file_name().display())));
        }
        folders.sort();
        let paths = folders.into_iter().map(|folder| format!("{folder}/Cargo.toml"));
        paths.filter_map(|path| Some(Self::parse(&path, &std::fs::read_to_string(root().join(&path)).ok()?))).collect()
    }
}

/// Names of the crates that reach `target` through their dependencies, and `target` itself.
pub(crate) fn reaching(all: &[Manifest], target: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::from([target.to_owned()]);
    loop {
        let before = found.len();
        for manifest in all {
            // `lianxin-app` is the name by which others depend on the package `lianxin`
            if manifest
                .dependencies
                .iter()
                .any(|name| found.contains(if name == "lianxin-app" { "lianxin" } else { name }))
            {
                found.insert(manifest.name.clone());
            }
        }
        if found.len() == before {
            return found;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#"
[package]
name = "lianxin-path"
license.workspace = true

[dependencies]
lianxin-base = { workspace = true }
# lianxin-web = { workspace = true }
serde.workspace = true

[dev-dependencies]
lianxin-store = { path = "../store", features = ["a=b"] }

[target.'cfg(unix)'.dependencies.rustix]
version = "1"

[lints]
workspace = true
"#;

    #[test]
    fn a_manifest_is_read() {
        let manifest = Manifest::parse("kernel/path/Cargo.toml", TEXT);
        assert_eq!(manifest.name, "lianxin-path");
        let names: Vec<&str> = manifest.dependencies.iter().map(String::as_str).collect();
        assert_eq!(names, ["lianxin-base", "lianxin-store", "rustix", "serde"]);
        assert!(manifest.licence_of_workspace && manifest.lints_of_workspace);
        let bare = Manifest::parse(
            "x/Cargo.toml",
            "[package]\nname = \"x\"\nlicense = \"MIT\"\n[workspace.dependencies]\na = \"1\"",
        );
        assert!(!bare.licence_of_workspace && !bare.lints_of_workspace && bare.dependencies.is_empty());
    }

    #[test]
    fn reaching_goes_through_others_and_through_the_apps_second_name() {
        let crate_of = |name: &str, on: &str| {
            Manifest::parse("x", &format!("[package]\nname = \"{name}\"\n[dependencies]\n{on} = \"1\""))
        };
        let all = [crate_of("stories", "lianxin-app"), crate_of("lianxin", "store"), crate_of("xtask", "none")];
        let names: Vec<String> = reaching(&all, "store").into_iter().collect();
        assert_eq!(names, ["lianxin", "store", "stories"]);
    }
}
