//! A miss elsewhere, written on one line: `232 confondue OAP et pneumopathie @EDN 2024`.

use super::{Reason, Why};
use crate::{
    card::{Item, Locator, ObjectiveId, Text},
    journal::ExternalMiss,
};

/// A miss elsewhere, as it was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Logged {
    /// What it was about.
    pub text: Text,
    /// Why.
    pub reason: Option<Reason>,
    /// The item.
    pub item: Option<Item>,
    /// The objective.
    pub objective: Option<ObjectiveId>,
    /// A card about it.
    pub card: Option<Locator>,
    /// Where it was missed.
    pub source: Option<Text>,
}

impl Logged {
    /// Reads a line: the item or the objective first, then the reason, then what it was about; what follows an `@` tells
    /// where. Each but the text may be missing. `None` when there is no text.
    #[must_use]
    pub fn read(line: &str) -> Option<Self> {
        let line = Text::one_line(line.trim());
        let (mut rest, source) = match line.split_once('@') {
            Some((before, source)) if !source.trim().is_empty() => (before.trim(), Some(source.trim())),
            _ => (line.trim(), None),
        };
        let mut logged = Self { source: source.map(Text::one_line), ..Self::default() };
        let (first, after) = rest.split_once(' ').unwrap_or((rest, ""));
        if let Ok(item) = first.parse::<Item>() {
            logged.item = Some(item);
            rest = after.trim_start();
        } else if let Ok(objective) = first.parse::<ObjectiveId>() {
            logged.objective = Some(objective);
            rest = after.trim_start();
        }
        // A reason of two words ("mal lue") before one of one.
        let mut ends = rest.match_indices(' ').map(|(at, _)| at).take(2).collect::<Vec<_>>();
        ends.reverse();
        for end in ends {
            let word = &rest[..end];
            if let Some(reason) = Reason::read(word).filter(|_| word.parse::<u8>().is_err()) {
                logged.reason = Some(reason);
                rest = rest[end..].trim_start();
                break;
            }
        }
        logged.text = Text::one_line(rest);
        (!logged.text.is_blank()).then_some(logged)
    }

    /// The reason as it is kept: without more to say.
    #[must_use]
    pub fn why(&self) -> Option<Why> {
        self.reason.map(|reason| Why { reason, detail: None })
    }

    pub(super) fn record(&self) -> ExternalMiss {
        ExternalMiss {
            text: self.text.to_string(),
            reason: self.reason.map(|reason| reason.word().to_owned()),
            item: self.item.map(Item::number),
            objective: self.objective.map(|objective| objective.to_string()),
            card: self.card.clone(),
            source: self.source.as_ref().map(ToString::to_string),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_gives_the_item_the_reason_the_text_and_the_place() {
        let read = Logged::read(" 232 confondue OAP et pneumopathie @ EDN 2024 ").expect("a miss");
        assert_eq!(read.item, Item::new(232));
        assert_eq!(read.reason, Some(Reason::Confused));
        assert_eq!((read.text.as_str(), read.source.as_deref()), ("OAP et pneumopathie", Some("EDN 2024")));
        let read = Logged::read("OIC-019-09-A mal lue lesquels sont faux").expect("a miss");
        assert!(read.objective.is_some() && read.item.is_none());
        assert_eq!((read.reason, read.text.as_str()), (Some(Reason::Misread), "lesquels sont faux"));
    }

    #[test]
    fn the_text_alone_is_enough_and_nothing_is_none() {
        let read = Logged::read("Critères de Light").expect("a miss");
        assert_eq!((read.text.as_str(), read.item, read.reason), ("Critères de Light", None, None));
        assert_eq!(
            Logged::read("400 mg de quoi").map(|read| (read.item, read.text.to_string())),
            Some((None, "400 mg de quoi".to_owned()))
        );
        for nothing in ["", "  ", "232", "@UNESS"] {
            assert_eq!(Logged::read(nothing), None, "{nothing:?}");
        }
        // A number is a dose before it is a reason.
        assert_eq!(Logged::read("19 3 grammes par jour").map(|read| read.reason), Some(None));
    }

    #[test]
    fn what_was_pasted_is_made_safe() {
        let read = Logged::read("19 a\u{1b}[31m\nb").expect("a miss");
        assert!(!read.text.contains(['\u{1b}', '\n']));
    }
}
