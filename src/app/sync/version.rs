//! Which of two versions of a file follows the other.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::journal::DeviceId;

/// By writer, how often it has changed the file. A writer is a home for as long as it remembers what it has written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Version(BTreeMap<DeviceId, u64>);

/// How two versions stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    Same,
    Before,
    After,
    /// Neither knew the other.
    Apart,
}

impl Version {
    /// The device has changed the file once more.
    pub(super) fn bump(&mut self, device: DeviceId) {
        *self.0.entry(device).or_default() += 1;
    }

    /// How often the device has changed the file.
    pub(super) fn of(&self, device: DeviceId) -> u64 {
        self.0.get(&device).copied().unwrap_or_default()
    }

    /// How it stands to another.
    pub(super) fn compare(&self, other: &Self) -> Order {
        let exceeds =
            |a: &Self, b: &Self| a.0.iter().any(|(device, n)| b.0.get(device).is_none_or(|m| n > m));
        match (exceeds(self, other), exceeds(other, self)) {
            (false, false) => Order::Same,
            (false, true) => Order::Before,
            (true, false) => Order::After,
            (true, true) => Order::Apart,
        }
    }

    /// Whether the other is this one or follows it.
    pub(super) fn is_within(&self, other: &Self) -> bool {
        matches!(self.compare(other), Order::Same | Order::Before)
    }

    /// The least version that follows both.
    pub(super) fn joined(&self, other: &Self) -> Self {
        let mut out = self.clone();
        for (device, n) in &other.0 {
            let known = out.0.entry(*device).or_default();
            *known = (*known).max(*n);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(counts: &[(u8, u64)]) -> Version {
        Version(counts.iter().map(|(device, n)| (DeviceId([*device; 8]), *n)).collect())
    }

    #[test]
    fn a_version_follows_those_that_it_contains() {
        let (a, b) = (version(&[(1, 1)]), version(&[(1, 1), (2, 1)]));
        assert_eq!((a.compare(&b), b.compare(&a), a.compare(&a)), (Order::Before, Order::After, Order::Same));
        let c = version(&[(1, 2)]);
        assert_eq!(b.compare(&c), Order::Apart);
        let both = b.joined(&c);
        assert_eq!((both.compare(&b), both.compare(&c)), (Order::After, Order::After));
    }
}
