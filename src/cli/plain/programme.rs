//! The programme in plain lines: how the ranks stand, and the objectives that are asked for.

use super::{Plain, lines::Stop};
use crate::{
    app::{
        overview::Row,
        programme::{Coverage, Filter, ObjectiveCoverage, Status, status_word},
        scope::Scope,
    },
    card::Text,
};

/// The most objectives that are told at once: nobody listens to thousands.
const TOLD: usize = 50;

impl Plain<'_> {
    /// `programme` tells how the ranks stand; `programme 19`, `programme missing A`, `programme weak` the objectives. Gives
    /// those that can be studied, as they are numbered; `None` where there is nothing to choose from.
    pub(super) fn say_programme(&mut self, rest: &str) -> Result<Option<Vec<Row>>, Stop> {
        let coverage = match self.app.coverage() {
            Ok(coverage) => coverage,
            Err(error) => return self.tell_error(&error).map(|()| None),
        };
        if rest.is_empty() {
            self.say_ranks(&coverage)?;
            return Ok(None);
        }
        let filter = read(rest);
        let lines =
            coverage.items.iter().flat_map(|item| item.objectives.iter().map(move |line| (item, line)));
        let found: Vec<_> = lines.filter(|(item, line)| filter.takes(item, line)).collect();
        if found.is_empty() {
            self.tell("programme-nothing-fits")?;
            return Ok(None);
        }
        let mut rows: Vec<Row> = Vec::new();
        let mut item = None;
        for (of, line) in found.iter().take(TOLD) {
            if item != Some(of.item) {
                item = Some(of.item);
                let name = self.messages.with("programme-item", &[("item", of.item.to_string().into())]);
                let title = of.title.as_ref().map(|title| format!(", {title}")).unwrap_or_default();
                self.say(&format!("{name}{title}."))?;
            }
            self.say_objective(line, &mut rows)?;
        }
        if found.len() > TOLD {
            self.tell_with("plain-programme-more", &[("n", (found.len() - TOLD).into())])?;
        }
        Ok((!rows.is_empty()).then_some(rows))
    }

    fn say_ranks(&mut self, coverage: &Coverage) -> Result<(), Stop> {
        if coverage.programme.is_none() {
            self.tell("cli-programme-none")?;
        }
        for rank in &coverage.ranks {
            let args = [
                ("rank", rank.rank.to_string().into()),
                ("n", rank.objectives.into()),
                ("covered", rank.covered.into()),
                ("retained", rank.retained.into()),
                ("weak", rank.weak.into()),
                ("missing", rank.missing.into()),
            ];
            self.tell_with("plain-programme-rank", &args)?;
        }
        self.tell("plain-programme-how")
    }

    /// An objective, with a number where it can be studied.
    fn say_objective(&mut self, line: &ObjectiveCoverage, rows: &mut Vec<Row>) -> Result<(), Stop> {
        let title = line.title.clone().unwrap_or_default();
        let status = self.messages.get(status_word(line.status));
        let mut text = format!("{}, {status}. {title}", line.objective);
        if line.cards > 0 {
            rows.push(Row {
                scope: Scope { objective: Some(line.objective), ..Scope::default() },
                title: Text::one_line(&format!("{} {title}", line.objective)),
                due: line.due,
                new: line.cards - line.seen,
                seen: line.seen,
                total: line.cards,
                recall: line.recall,
            });
            text = format!("{}. {text}", rows.len());
        }
        self.say(text.trim_end())
    }
}

/// A rank, how it stands, what is looked for, in any order and both languages.
fn read(rest: &str) -> Filter {
    let mut filter = Filter::default();
    let mut words = Vec::new();
    for word in rest.split_whitespace() {
        match word.to_lowercase().as_str() {
            "a" | "b" => filter.rank = word.parse().ok(),
            "missing" | "manquants" | "sans" => filter.status = Some(Status::Missing),
            // "sans carte", "rang A"
            "carte" | "rang" | "rank" => {}
            "weak" | "fragile" | "fragiles" => filter.status = Some(Status::Weak),
            "new" | "nouveau" | "nouveaux" => filter.status = Some(Status::Unseen),
            _ => words.push(word),
        }
    }
    filter.with_query(&words.join(" "))
}
