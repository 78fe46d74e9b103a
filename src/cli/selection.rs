//! Which cards are meant: the filters that several commands take.

use clap::{Args, ValueHint, builder::NonEmptyStringValueParser};

use super::{Failure, run::Session, study::DeckChoice, values};
use crate::{
    app::{App, scope::Scope},
    card::{Item, ObjectiveId, Rank},
};

/// Which cards. A card must fit every filter that is given.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Only these decks; none: all.
    #[arg(long = "deck", value_name = "deck", value_parser = values::deck(), value_hint = ValueHint::AnyPath)]
    pub decks: Vec<DeckChoice>,

    /// Only this item of the EDN.
    #[arg(long, value_name = "n", value_parser = values::item)]
    pub item: Option<Item>,

    /// Only this knowledge objective.
    #[arg(long, value_name = "objective", value_parser = values::objective)]
    pub objective: Option<ObjectiveId>,

    /// Only this rank.
    #[arg(long, value_name = "A|B", value_parser = values::rank(), ignore_case = true)]
    pub rank: Option<Rank>,

    /// Only this tag and the tags below it.
    #[arg(long, value_name = "tag", value_parser = NonEmptyStringValueParser::new())]
    pub tag: Option<String>,
}

impl Selection {
    /// Opens everything with the decks that are named by path, looks at the disk, and finds what is meant.
    pub(super) fn open(&self, session: &Session) -> Result<(App, Scope), Failure> {
        let (ids, paths) = DeckChoice::apart(&self.decks);
        let mut app = session.open_with_states(paths.clone())?;
        let said = session.refresh(&mut app)?;
        session.warn(&said);
        let decks = app.choose_decks(&ids, &paths).map_err(|error| session.error(&error))?;
        let scope = Scope {
            decks,
            item: self.item,
            objective: self.objective,
            rank: self.rank,
            tag: self.tag.clone(),
            ..Scope::default()
        };
        Ok((app, scope))
    }
}
