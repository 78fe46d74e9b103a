//! Who made an event, which of theirs it is, and what it holds.

use std::{fmt, str::FromStr};

use rand::{TryRng as _, rngs::SysRng};
use serde::{Deserialize, Serialize};

use super::JournalError;

/// Why a text is not an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is not an id of the journal")]
pub struct IdError;

/// Reads exactly `N` bytes of lower-case hexadecimal.
fn unhex<const N: usize>(text: &str) -> Result<[u8; N], IdError> {
    if text.len() != 2 * N || !text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)) {
        return Err(IdError);
    }
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
        let pair = std::str::from_utf8(pair).map_err(|_| IdError)?;
        *byte = u8::from_str_radix(pair, 16).map_err(|_| IdError)?;
    }
    Ok(bytes)
}

macro_rules! hex_text {
    ($name:ident) => {
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(s: &str) -> Result<Self, Self::Err> {
                unhex(s).map(Self)
            }
        }

        impl TryFrom<String> for $name {
            type Error = IdError;

            fn try_from(s: String) -> Result<Self, Self::Error> {
                s.parse()
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.to_string()
            }
        }
    };
}

/// A home on a machine: eight random bytes, minted when a journal is created, copied or restored. Written as 16
/// hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DeviceId(pub [u8; 8]);

hex_text!(DeviceId);

impl DeviceId {
    /// What stands for Anki: the first bytes of the BLAKE3 hash of `carabin anki device v1`.
    pub const ANKI: Self = Self([0xa2, 0x97, 0x0a, 0xc9, 0xbd, 0x8e, 0xce, 0x2b]);

    /// A new one, by chance.
    ///
    /// # Errors
    /// [`JournalError::Io`] when the system gives no chance.
    pub fn random() -> Result<Self, JournalError> {
        chance().map(Self)
    }

    /// Whether it stands for another program, whose history several homes may each take in.
    #[must_use]
    pub fn is_program(self) -> bool {
        Self::PROGRAMS.contains(&self)
    }

    /// All that stand for another program.
    pub(super) const PROGRAMS: [Self; 1] = [Self::ANKI];
}

/// The content hash of an event: the first 16 bytes of BLAKE3 over its canonical bytes. Written as 32
/// hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Hash(pub [u8; 16]);

hex_text!(Hash);

/// Chance that a history has for itself. Written as 32 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Salt(pub [u8; 16]);

hex_text!(Salt);

impl Salt {
    /// New chance.
    pub(super) fn random() -> Result<Self, JournalError> {
        chance().map(Self)
    }
}

fn chance<const N: usize>() -> Result<[u8; N], JournalError> {
    let mut bytes = [0; N];
    SysRng.try_fill_bytes(&mut bytes).map_err(|error| JournalError::Io(error.to_string()))?;
    Ok(bytes)
}

/// An event's id: its device and the device's own count, from 1, without gaps. Written `DEVICE-COUNTER`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EventId {
    /// Who made it.
    pub device: DeviceId,
    /// Which of theirs it is, 1 to [`EventId::LAST`].
    pub counter: u64,
}

impl EventId {
    /// The greatest counter: the greatest integer that every reader of JSON keeps exactly.
    pub const LAST: u64 = (1 << 53) - 1;

    /// The number from which the fuzz of the review with this id is drawn: the same on every device.
    #[must_use]
    pub fn seed(self) -> u64 {
        let mut hasher = blake3::Hasher::new();
        hasher.update(b"carabin fuzz seed v1");
        hasher.update(&self.device.0);
        hasher.update(&self.counter.to_le_bytes());
        let mut first = [0; 8];
        first.copy_from_slice(&hasher.finalize().as_bytes()[..8]);
        u64::from_le_bytes(first)
    }
}

impl fmt::Display for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.device, self.counter)
    }
}

impl FromStr for EventId {
    type Err = IdError;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let (device, counter) = s.split_once('-').ok_or(IdError)?;
        if counter.starts_with(['0', '+']) {
            return Err(IdError);
        }
        let counter = counter.parse().map_err(|_| IdError)?;
        if !(1..=Self::LAST).contains(&counter) {
            return Err(IdError);
        }
        Ok(Self { device: device.parse()?, counter })
    }
}

impl TryFrom<String> for EventId {
    type Error = IdError;

    fn try_from(s: String) -> Result<Self, Self::Error> {
        s.parse()
    }
}

impl From<EventId> for String {
    fn from(id: EventId) -> Self {
        id.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_device_of_anki_stays_what_it_is() {
        // Events of journals that exist stand under it.
        assert_eq!(DeviceId::ANKI.0, blake3::hash(b"carabin anki device v1").as_bytes()[..8]);
        assert!(DeviceId::ANKI.is_program());
    }

    #[test]
    fn an_event_id_reads_and_prints_the_same() {
        let text = "0123456789abcdef-42";
        let id: EventId = text.parse().expect("an id");
        assert_eq!(id.counter, 42);
        assert_eq!(id.to_string(), text);
    }

    #[test]
    fn what_is_not_an_event_id_is_refused() {
        for bad in [
            "",
            "0123456789abcdef",
            "0123456789abcdef-0",
            "0123456789ABCDEF-1",
            "0123456789abcdef-+1",
            "éé-1",
        ] {
            assert!(bad.parse::<EventId>().is_err(), "{bad}");
        }
    }

    #[test]
    fn seeds_stay_what_they_are() {
        // Intervals that a student was shown hang on this value: a change here changes the fuzz after an undo.
        let id: EventId = "0123456789abcdef-42".parse().expect("an id");
        let next: EventId = "0123456789abcdef-43".parse().expect("an id");
        assert_eq!(id.seed(), 14_368_777_821_085_262_475);
        assert_ne!(id.seed(), next.seed());
    }
}
