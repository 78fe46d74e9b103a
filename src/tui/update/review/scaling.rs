//! Keys on a scale.

use super::Effect;
use crate::tui::model::{Review, Scaling, Stage};

/// Chooses a step, −2 to +2.
pub(super) fn choose(review: &mut Review, step: i8) -> Vec<Effect> {
    if let Stage::Scaling(scaling) = &mut review.stage {
        scaling.step = Some(step.clamp(-2, 2));
    }
    vec![Effect::Follow]
}

/// One step up or down the scale.
pub(super) fn walk(scaling: &mut Scaling, up: bool) -> Vec<Effect> {
    scaling.walk(up);
    vec![Effect::Follow]
}
