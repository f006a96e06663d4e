//! One direction of dependence: kernel, seeds, systems, app, stories. Kernel rooms only use those above them.

use super::Finding;
use crate::manifest::Manifest;

/// The rooms of the kernel, from the ground up. A new room takes its place here first.
pub(crate) const KERNEL: [&str; 17] = [
    "base", "calendar", "words", "child", "store", "tlog", "journal", "register", "gate", "work", "path", "ballot",
    "ledger", "outbox", "paper", "photo", "web",
];

/// How high a folder stands; a crate may only use lower ones. `None` for folders this list does not know.
fn height(folder: &str) -> Option<usize> {
    if let Some(room) = folder.strip_prefix("kernel/") {
        return KERNEL.iter().position(|name| *name == room);
    }
    let above = match folder {
        "seeds" => 1,
        _ if folder.starts_with("systems/") => 2,
        "press" => 2,
        "app" => 3,
        "stories" | "trials" => 4,
        _ => return None,
    };
    Some(KERNEL.len() + above)
}

/// Dependencies that point the wrong way, and manifests that do not take licence and lints from the workspace.
pub(crate) fn check(all: &[Manifest]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for manifest in all {
        let mut fault = |what: String| findings.push(Finding::new(&manifest.path, 0, what));
        if !manifest.licence_of_workspace {
            fault("needs `license.workspace = true`: one licence for everything".into());
        }
        if !manifest.lints_of_workspace {
            fault("needs `[lints] workspace = true`: one style for everything".into());
        }
        let folder = folder(manifest);
        if folder == "xtask" {
            if let Some(name) = manifest.dependencies.first() {
                fault(format!("xtask uses the standard library only, not {name}: it must build on a bare machine"));
            }
            continue;
        }
        let Some(own) = height(folder) else {
            fault("no place in the order: add the room to KERNEL in xtask/src/tidy/layers.rs".into());
            continue;
        };
        let expected = expected_name(folder);
        if manifest.name != expected {
            fault(format!("is called {}, its folder asks for {expected}", manifest.name));
        }
        for other in all.iter().filter(|other| manifest.dependencies.contains(dependency_name(other))) {
            if let Some(why) = refused(folder, own, crate::tidy::layers::folder(other)) {
                fault(format!("depends on {}: {why}", other.name));
            }
        }
    }
    findings
}

fn refused(folder: &str, own: usize, other: &str) -> Option<&'static str> {
    let theirs = height(other)?;
    if theirs < own {
        return None;
    }
    Some(if folder.starts_with("systems/") && other.starts_with("systems/") {
        "a system names no other; declare what it needs as a trait and tie it in app/src/wiring.rs"
    } else {
        "it stands higher; move what is needed down, or ask for it through a trait"
    })
}

fn folder(manifest: &Manifest) -> &str {
    manifest.path.strip_suffix("/Cargo.toml").unwrap_or(&manifest.path)
}

fn expected_name(folder: &str) -> String {
    match folder {
        "app" => "lianxin".to_owned(),
        _ => format!("lianxin-{}", folder.rsplit('/').next().unwrap_or(folder).replace('_', "-")),
    }
}

/// The name others write: the app's package is `lianxin`, its library `lianxin-app`.
fn dependency_name(manifest: &Manifest) -> &str {
    if manifest.name == "lianxin" { "lianxin-app" } else { &manifest.name }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest(folder: &str, on: &[&str]) -> Manifest {
        let dependencies: String = on.iter().map(|name| format!("{name} = \"1\"\n")).collect();
        let name = expected_name(folder);
        let text = format!(
            "[package]\nname = \"{name}\"\nlicense.workspace = true\n[lints]\nworkspace = true\n[dependencies]\n{dependencies}"
        );
        Manifest::parse(&format!("{folder}/Cargo.toml"), &text)
    }

    #[test]
    fn dependence_goes_one_way() {
        for (folder, on, allowed) in [
            ("kernel/journal", "kernel/store", true),
            ("kernel/store", "kernel/journal", false),
            ("kernel/base", "seeds", false),
            ("seeds", "kernel/web", true),
            ("seeds", "systems/council", false),
            ("systems/council", "seeds", true),
            ("systems/council", "systems/office", false),
            ("systems/mutual_aid", "app", false),
            ("app", "systems/council", true),
            ("stories", "app", true),
            ("trials", "systems/council", true),
            ("trials", "stories", false),
        ] {
            let target = manifest(on, &[]);
            let all = [manifest(folder, &[dependency_name(&target)]), target];
            assert_eq!(check(&all).is_empty(), allowed, "{folder} on {on}");
        }
    }

    #[test]
    fn names_licence_lints_and_unknown_folders() {
        assert!(check(&[manifest("systems/mutual_aid", &["serde"])]).is_empty());
        assert_eq!(check(&[manifest("kernel/attic", &[])]).len(), 1);
        assert_eq!(check(&[manifest("xtask", &["serde"])]).len(), 1);
        let bare = Manifest::parse("seeds/Cargo.toml", "[package]\nname = \"seeds\"");
        assert_eq!(check(&[bare]).len(), 3);
    }
}
