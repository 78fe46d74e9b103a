//! What tells this machine and home from any other, so that a copied home is noticed.

use std::path::Path;

/// A text that does not travel with a copy of the home: the machine's own id (or, where there is none, its name) and the
/// home's path.
#[must_use]
pub(super) fn marker(data: &Path) -> String {
    let id = ["/etc/machine-id", "/var/lib/dbus/machine-id"]
        .into_iter()
        .find_map(|path| std::fs::read_to_string(path).ok())
        .or_else(|| std::env::var("COMPUTERNAME").ok())
        .or_else(|| std::env::var("HOSTNAME").ok())
        .unwrap_or_default();
    format!("{}\n{}", id.trim(), data.display())
}

/// What this machine is called, for the names of files that tell devices apart: letters, digits and hyphens.
#[must_use]
pub(super) fn name() -> String {
    let told = std::env::var("HOSTNAME").or_else(|_| std::env::var("COMPUTERNAME")).ok();
    let file = || std::fs::read_to_string("/etc/hostname").ok();
    let name = told.filter(|name| !name.trim().is_empty()).or_else(file).unwrap_or_default();
    let name = name.trim().split('.').next().unwrap_or_default();
    let name: String = name.chars().filter(|c| c.is_alphanumeric() || *c == '-').take(24).collect();
    if name.is_empty() { "carabin".to_owned() } else { name }
}
