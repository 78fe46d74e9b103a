//! What a card is: kinds, options, clozes, ids, objectives, ranks, dates, sources.
//!
//! Everything here is a value without behaviour towards the outside: no file, no clock, no terminal.
//! A [`Card`] is one entry of a deck's `cards:` list. Most cards have one [`PartKey`] that is scheduled;
//! a cloze has one for each group of blanks, a reversed question has two, and the container kinds (case, KFP,
//! TCS, article) have none.

mod cloze;
mod content;
mod deck;
mod id;
mod image;
mod mask;
mod meta;
mod objective;
mod places;
mod programme;
mod text;
mod zone;

pub use cloze::{Cloze, ClozeError, Segment};
pub use content::{
    Article, Case, Choice, Content, Kind, List, Opt, Qroc, Question, QuestionAnswer, Tcs, TcsQuestion,
    Verdict,
};
pub use deck::{Card, DeckHead, Source};
pub use id::{CardKey, DeckId, Fingerprint, IdError, Locator, PartKey};
pub use image::Image;
pub use mask::Mask;
pub use meta::Meta;
pub use objective::{Item, Objective, ObjectiveError, ObjectiveId, Rank};
pub use places::sentences;
pub use programme::{Changes, Programme};
pub use text::Text;
pub use zone::{Area, Ground, TextZone, Zone, ZoneArea};
