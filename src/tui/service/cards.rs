//! The list of the cards.

use super::{Reply, Service};
use crate::{
    app::{
        card_page,
        cards::{Doing, Wanted},
        error::AppError,
    },
    card::Locator,
    tui::model::STRETCH,
};

/// Something about the list of the cards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CardsRequest {
    /// The cards that are wanted, around this place of the list.
    List(Wanted, usize),
    /// Something is done with cards of the list, which then comes anew.
    Do(Doing),
    /// Everything that is known of a card.
    Show(Locator),
    /// Where a card stands, to open it in the editor.
    Edit(Locator),
}

impl Service {
    pub(super) fn cards(&mut self, request: CardsRequest) -> Result<Reply, AppError> {
        match request {
            CardsRequest::List(wanted, around) => {
                (self.listing, self.on_book) = (Some((wanted, around)), None);
                self.list(None)
            }
            CardsRequest::Do(doing) => {
                let wanted = self.listing.as_ref().map(|(wanted, _)| wanted.clone()).unwrap_or_default();
                let before = self.app.last_event()?;
                let said = self.app.do_with_cards(&doing, &wanted)?;
                self.fresh += usize::from(self.app.last_event()? != before);
                self.list(Some(said))
            }
            CardsRequest::Show(card) => {
                let info = self.app.card_info(&card)?;
                let body = card_page::text(&info, &self.app.messages).to_string();
                Ok(Reply::Text { title: self.say("cards-one"), body })
            }
            CardsRequest::Edit(card) => Ok(Reply::Edit(self.app.own_place_of(&card)?)),
        }
    }

    /// The list as it is now.
    pub(super) fn list(&mut self, said: Option<String>) -> Result<Reply, AppError> {
        let (wanted, around) = self.listing.clone().unwrap_or_default();
        let listing = self.app.cards(&wanted, around.saturating_sub(STRETCH), 2 * STRETCH)?;
        Ok(Reply::Cards { listing: Box::new(listing), said })
    }

    /// The editor is closed.
    pub(super) fn listed_edited(&mut self) -> Result<Reply, AppError> {
        let (_, said) = self.app.refresh()?;
        let said = self.said_of_edit(said);
        self.list(Some(said))
    }
}
