//! The programme's numbering: items, knowledge objectives and their ranks.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use super::Text;

/// The rank of a knowledge objective: A, what every doctor must know; B, what the specialist's intern knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Rank {
    /// Every doctor must know it; below 14/20 on rank A a student fails.
    A,
    /// Needed from the first day of internship in the speciality.
    B,
}

impl fmt::Display for Rank {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::A => "A",
            Self::B => "B",
        })
    }
}

impl FromStr for Rank {
    type Err = ObjectiveError;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        match s {
            "A" | "a" => Ok(Self::A),
            "B" | "b" => Ok(Self::B),
            _ => Err(ObjectiveError::Rank),
        }
    }
}

/// The number of an item of the EDN's programme, 1 to 367 (arrêté of 21 December 2021).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct Item(u16);

impl Item {
    /// The highest item number of the programme.
    pub const MAX: u16 = 367;

    /// The item with this number, when the programme has it.
    #[must_use]
    pub fn new(number: u16) -> Option<Self> {
        (1..=Self::MAX).contains(&number).then_some(Self(number))
    }

    /// The item's number, 1 to 367.
    #[must_use]
    pub fn number(self) -> u16 {
        self.0
    }
}

impl TryFrom<u16> for Item {
    type Error = ObjectiveError;

    fn try_from(number: u16) -> Result<Self, Self::Error> {
        Self::new(number).ok_or(ObjectiveError::Item)
    }
}

impl From<Item> for u16 {
    fn from(item: Item) -> Self {
        item.0
    }
}

impl FromStr for Item {
    type Err = ObjectiveError;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        s.parse().ok().and_then(Self::new).ok_or(ObjectiveError::Item)
    }
}

impl fmt::Display for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A knowledge objective's id, such as `OIC-019-09-A`: item 19, ninth objective, rank A.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ObjectiveId {
    /// The item it belongs to.
    pub item: Item,
    /// Its number within the item, 1 to 999.
    pub number: u16,
    /// Its rank.
    pub rank: Rank,
}

/// What is wrong with an objective's id, an item or a rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ObjectiveError {
    /// It has not the form `OIC-019-09-A`.
    #[error("not of the form OIC-019-09-A")]
    Form,
    /// The item is not of the programme.
    #[error("the programme's items are 1 to 367")]
    Item,
    /// The rank is neither A nor B.
    #[error("a rank is A or B")]
    Rank,
}

impl FromStr for ObjectiveId {
    type Err = ObjectiveError;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let mut parts = s.trim().split('-');
        let (Some(prefix), Some(item), Some(number), Some(rank), None) =
            (parts.next(), parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(ObjectiveError::Form);
        };
        let digits = |s: &str| !s.is_empty() && s.len() <= 3 && s.bytes().all(|b| b.is_ascii_digit());
        if !prefix.eq_ignore_ascii_case("OIC") || !digits(item) || !digits(number) {
            return Err(ObjectiveError::Form);
        }
        let number: u16 = number.parse().map_err(|_| ObjectiveError::Form)?;
        if number == 0 {
            return Err(ObjectiveError::Form);
        }
        Ok(Self { item: item.parse()?, number, rank: rank.parse()? })
    }
}

impl fmt::Display for ObjectiveId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OIC-{:03}-{:02}-{}", self.item.0, self.number, self.rank)
    }
}

impl TryFrom<String> for ObjectiveId {
    type Error = ObjectiveError;

    fn try_from(s: String) -> Result<Self, Self::Error> {
        s.parse()
    }
}

impl From<ObjectiveId> for String {
    fn from(id: ObjectiveId) -> Self {
        id.to_string()
    }
}

/// A knowledge objective as a deck declares it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objective {
    /// Its id; the final letter is the rank.
    pub id: ObjectiveId,
    /// Its title in the deck's language.
    pub title: Option<Text>,
    /// The rubric of the national list: "Définition", "Diagnostic positif", …
    pub rubric: Option<Text>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_objective_id_reads_and_prints_the_same() {
        let id: ObjectiveId = "OIC-019-09-A".parse().expect("valid");
        assert_eq!((id.item.number(), id.number, id.rank), (19, 9, Rank::A));
        assert_eq!(id.to_string(), "OIC-019-09-A");
        assert_eq!("oic-19-9-a".parse(), Ok(id), "zeros and case do not matter when typed");
    }

    #[test]
    fn what_is_not_an_objective_is_refused() {
        for bad in [
            "",
            "OIC",
            "OIC-019-09",
            "OIC-019-09-A-1",
            "OIC-0x9-09-A",
            "OIC-019-00-A",
            "OIC-0019-09-A",
            "XIC-019-09-A",
        ] {
            assert_eq!(bad.parse::<ObjectiveId>(), Err(ObjectiveError::Form), "{bad}");
        }
        assert_eq!("OIC-368-09-A".parse::<ObjectiveId>(), Err(ObjectiveError::Item));
        assert_eq!("OIC-019-09-C".parse::<ObjectiveId>(), Err(ObjectiveError::Rank));
    }
}
