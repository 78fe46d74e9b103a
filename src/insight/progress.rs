//! How a group of cards stands.

use crate::study::Standing;

/// How a group of cards stands. A card with several schedules (blanks, directions) counts once for each.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Progress {
    /// All that may be asked, suspended ones left out.
    pub total: u32,
    /// Never answered.
    pub new: u32,
    /// Answered at least once.
    pub seen: u32,
    /// Of these, due today or in a learning step.
    pub due: u32,
    /// Put aside; not part of the total.
    pub suspended: u32,
    /// How many of what was seen have a probability of recall.
    learnt: u32,
    /// The sum of these.
    recall: f64,
}

impl Progress {
    /// Counts a schedule. `recall` is the probability that it is recalled, 0 to 1; `None` while there is nothing to say.
    pub fn count(&mut self, standing: Standing, recall: Option<f32>) {
        self.total += 1;
        match standing {
            Standing::New => self.new += 1,
            Standing::Learning(_) | Standing::Due { .. } => {
                self.due += 1;
                self.seen += 1;
            }
            Standing::Later { .. } => self.seen += 1,
        }
        if let Some(recall) = recall {
            self.learnt += 1;
            self.recall += f64::from(recall);
        }
    }

    /// Counts a schedule that is put aside.
    pub fn count_suspended(&mut self) {
        self.suspended += 1;
    }

    /// The mean probability of recall, 0 to 1; `None` while no card has one.
    #[must_use]
    pub fn recall(&self) -> Option<f64> {
        (self.learnt > 0).then(|| (self.recall / f64::from(self.learnt)).clamp(0.0, 1.0))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_was_never_seen_has_no_recall() {
        let mut group = Progress::default();
        group.count(Standing::New, None);
        assert_eq!((group.total, group.new, group.recall()), (1, 1, None));
    }

    #[test]
    fn recall_is_the_mean_over_what_has_one() {
        let mut group = Progress::default();
        group.count(Standing::New, None);
        group.count(Standing::Due { loss: 0.1 }, None);
        group.count(Standing::Due { loss: 0.1 }, Some(0.5));
        group.count(Standing::Later { retrievability: 1.0 }, Some(1.0));
        group.count_suspended();
        assert_eq!((group.total, group.seen, group.due, group.suspended), (4, 3, 2, 1));
        assert_eq!(group.recall(), Some(0.75));
    }

    proptest! {
        #[test]
        fn the_total_is_what_is_new_and_what_was_seen(recalls in prop::collection::vec(prop::option::of(0.0_f32..=1.0), 0..20)) {
            let mut group = Progress::default();
            for recall in recalls {
                group.count(recall.map_or(Standing::New, |r| Standing::Later { retrievability: r }), recall);
            }
            prop_assert_eq!(group.total, group.new + group.seen);
            prop_assert!(group.recall().is_none_or(|r| (0.0..=1.0).contains(&r)));
        }
    }
}
