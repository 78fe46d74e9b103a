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
