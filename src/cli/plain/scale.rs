//! A scale: its hypothesis, its steps, and the panel's answers.

use super::{Plain, lines::Stop};
use crate::{
    app::{answered::is_demonstration, asked::Asked, wording},
    card::Content,
    grade::TcsDetail,
};

impl Plain<'_> {
    /// ```text
    /// Si vous pensiez à : une embolie pulmonaire
    /// Et que vous trouvez : des D-dimères négatifs
    /// Cette hypothèse devient :
    /// 1. −2, beaucoup moins probable
    /// ```
    pub(super) fn say_scale(&mut self, asked: &Asked) -> Result<(), Stop> {
        let Content::Tcs(tcs) = &asked.card.content else { return Ok(()) };
        for question in &tcs.questions {
            self.labelled("scale-hypothesis", &question.hypothesis)?;
            self.labelled("scale-finding", &question.finding)?;
        }
        self.tell("scale-becomes")?;
        for (number, step) in (1_u32..).zip(-2..=2) {
            let meaning = wording::step_meaning(step, &self.messages);
            self.say(&format!("{number}. {}, {meaning}", wording::step(step)))?;
        }
        Ok(())
    }

    /// How many of the panel chose each step, and which was the student's.
    pub(super) fn say_panel(&mut self, asked: &Asked, detail: &TcsDetail) -> Result<(), Stop> {
        self.tell("scale-panel")?;
        for (step, votes) in (-2_i8..=2).zip(detail.votes) {
            let args = [
                ("step", wording::step(step).into()),
                ("meaning", wording::step_meaning(step, &self.messages).into()),
                ("n", votes.into()),
            ];
            let mut parts = vec![self.messages.with("plain-votes", &args)];
            if step == detail.step {
                parts.push(self.messages.get("scale-legend-own"));
            }
            if detail.modal.contains(&step) {
                parts.push(self.messages.get("scale-legend-modal"));
            }
            self.say(&format!("{}.", parts.join(", ")))?;
        }
        if is_demonstration(asked) { self.tell("scale-demonstration") } else { Ok(()) }
    }
}
