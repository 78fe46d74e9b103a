//! The error notebook in plain lines: a reason by a word, a miss elsewhere on one line, the list.

use super::{
    Plain,
    lines::Stop,
    turn::{Stage, Turn},
};
use crate::app::notebook::{Filter, Logged, Reason, Why};

impl Plain<'_> {
    /// `reason 3 what it was confused with`: says why the answer that is told was wrong. Without anything more it tells the
    /// reasons.
    pub(super) fn explain(&mut self, rest: &str, turn: &mut Turn) -> Result<(), Stop> {
        let Stage::Answered(answered) = &mut turn.stage else { return self.tell("plain-not-here") };
        if !answered.may_be_explained() {
            return self.tell("reason-not-missed");
        }
        let Some(why) = read(rest) else {
            for (number, reason) in (1_u32..).zip(Reason::ALL) {
                let args = [("number", number.into()), ("reason", reason.name(&self.messages).into())];
                self.tell_with("plain-reason", &args)?;
            }
            self.tell("reason-slips")?;
            return self.tell("plain-reason-how");
        };
        answered.explain(why.clone());
        let id = if answered.is_slip() { "reason-given-slip" } else { "reason-given" };
        let reason = why.describe(&self.messages);
        self.tell_with(id, &[("reason", reason.into())])
    }

    /// `mistake 232 confused …`: writes down something that was missed elsewhere.
    pub(super) fn log_miss(&mut self, rest: &str) -> Result<(), Stop> {
        let Some(logged) = Logged::read(rest) else { return self.tell("form-miss-help") };
        match self.app.log_miss(&logged) {
            Ok(_) => {
                self.unkept = false;
                self.tell("miss-logged")
            }
            Err(error) => {
                self.unkept = true;
                self.tell_error(&error)
            }
        }
    }

    /// Tells what was missed in the last thirty days, the latest first.
    pub(super) fn say_notebook(&mut self) -> Result<(), Stop> {
        let notebook = match self.app.notebook(&Filter::default()) {
            Ok(notebook) => notebook,
            Err(error) => return self.tell_error(&error),
        };
        self.tell_with("plain-book", &[("n", notebook.misses.len().into())])?;
        for miss in &notebook.misses {
            let why = miss
                .why
                .as_ref()
                .map_or_else(|| self.messages.get("reason-none"), |why| why.describe(&self.messages));
            let day = crate::app::words::date(miss.day, &self.messages);
            let args = [("day", day.into()), ("text", miss.text.as_str().into()), ("reason", why.into())];
            self.tell_with("plain-miss", &args)?;
        }
        Ok(())
    }
}

/// `3 OAP`, `confused OAP`, `mal lue`.
fn read(typed: &str) -> Option<Why> {
    let typed = typed.trim();
    if let Some(reason) = Reason::read(typed) {
        return Some(Why { reason, detail: None });
    }
    let mut ends: Vec<usize> = typed.match_indices(' ').map(|(at, _)| at).take(2).collect();
    ends.reverse();
    ends.into_iter().find_map(|end| Some(Why::new(Reason::read(&typed[..end])?, &typed[end..])))
}
