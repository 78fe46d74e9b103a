//! How the values of options are read.

use std::num::NonZeroU32;

use clap::builder::{OsStringValueParser, PossibleValuesParser, TypedValueParser};
use jiff::civil::Date;

use super::{colour::Colour, export::Target, study::DeckChoice};
use crate::{
    app::{containers::KINDS, notebook::Reason},
    card::{DeckId, Item, Kind, Locator, ObjectiveError, ObjectiveId, Rank},
    i18n::Lang,
    study::{Setting, exam::ExtraTime},
};

/// Why a value does not fit. The words for it are in `wrong_use`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum Misfit {
    /// Not an item of the programme.
    #[error("not an item")]
    Item,
    /// Not of the form of an objective's id.
    #[error("not an objective")]
    Objective,
    /// Neither A nor B.
    #[error("not a rank")]
    Rank,
    /// Neither a deck's id nor a path.
    #[error("not a deck")]
    Deck,
    /// Not a deck's id.
    #[error("not a deck's id")]
    DeckId,
    /// Not a card's locator.
    #[error("not a card")]
    Card,
    /// Not a date of the calendar.
    #[error("not a date")]
    Date,
    /// No reason of a miss.
    #[error("not a reason")]
    Reason,
    /// Not a whole number from 1.
    #[error("not a count")]
    Count,
    /// Not a share such as 1/3.
    #[error("not a share")]
    Share,
    /// Not a whole number.
    #[error("not a number")]
    Seed,
}

pub(super) fn item(typed: &str) -> Result<Item, Misfit> {
    typed.parse().map_err(|_| Misfit::Item)
}

pub(super) fn objective(typed: &str) -> Result<ObjectiveId, Misfit> {
    typed.parse().map_err(|error| match error {
        ObjectiveError::Form => Misfit::Objective,
        ObjectiveError::Item => Misfit::Item,
        ObjectiveError::Rank => Misfit::Rank,
    })
}

pub(super) fn deck_id(typed: &str) -> Result<DeckId, Misfit> {
    typed.parse().map_err(|_| Misfit::DeckId)
}

pub(super) fn locator(typed: &str) -> Result<Locator, Misfit> {
    typed.parse().map_err(|_| Misfit::Card)
}

pub(super) fn date(typed: &str) -> Result<Date, Misfit> {
    typed.parse().map_err(|_| Misfit::Date)
}

pub(super) fn reason(typed: &str) -> Result<Reason, Misfit> {
    Reason::read(typed).ok_or(Misfit::Reason)
}

pub(super) fn count(typed: &str) -> Result<NonZeroU32, Misfit> {
    typed.parse().map_err(|_| Misfit::Count)
}

pub(super) fn share(typed: &str) -> Result<ExtraTime, Misfit> {
    ExtraTime::parse(typed).ok_or(Misfit::Share)
}

pub(super) fn seed(typed: &str) -> Result<u64, Misfit> {
    typed.parse().map_err(|_| Misfit::Seed)
}

pub(super) fn deck() -> impl TypedValueParser<Value = DeckChoice> {
    OsStringValueParser::new().try_map(DeckChoice::read)
}

/// The kinds that a row of a table can be.
pub(super) fn table_kind() -> impl TypedValueParser<Value = Kind> {
    let kinds = [Kind::Qa, Kind::Cloze, Kind::Qru, Kind::Qrm, Kind::Qrp, Kind::Qroc, Kind::List];
    PossibleValuesParser::new(kinds.map(Kind::key))
        .map(move |typed| kinds.into_iter().find(|kind| kind.key() == typed).unwrap_or(Kind::Qa))
}

/// What stands between cells.
pub(super) fn separator() -> impl TypedValueParser<Value = char> {
    let names = [("tab", '\t'), ("semicolon", ';'), ("comma", ','), ("pipe", '|')];
    PossibleValuesParser::new(names.map(|(name, _)| name))
        .map(move |typed| names.into_iter().find(|(name, _)| *name == typed).map_or('\t', |(_, c)| c))
}

/// What an export is for.
pub(super) fn target() -> impl TypedValueParser<Value = Target> {
    let names = [("csv", Target::Csv), ("tsv", Target::Tsv), ("anki", Target::Anki)];
    PossibleValuesParser::new(names.map(|(name, _)| name))
        .map(move |typed| names.into_iter().find(|(name, _)| *name == typed).map_or(Target::Tsv, |(_, t)| t))
}

pub(super) fn rank() -> impl TypedValueParser<Value = Rank> {
    PossibleValuesParser::new([Rank::A, Rank::B].map(|rank| rank.to_string()))
        .try_map(|typed| typed.parse::<Rank>())
}

pub(super) fn container() -> impl TypedValueParser<Value = Kind> {
    PossibleValuesParser::new(KINDS.map(Kind::key)).try_map(|typed| {
        KINDS.into_iter().find(|kind| typed.eq_ignore_ascii_case(kind.key())).ok_or(Misfit::Card)
    })
}

pub(super) fn lang() -> impl TypedValueParser<Value = Lang> {
    PossibleValuesParser::new(Lang::ALL.map(Lang::code)).try_map(|typed| typed.parse::<Lang>())
}

pub(super) fn colour() -> impl TypedValueParser<Value = Colour> {
    PossibleValuesParser::new(Colour::ALL.map(Colour::name)).try_map(|typed| typed.parse::<Colour>())
}

pub(super) fn setting() -> impl TypedValueParser<Value = Setting> {
    PossibleValuesParser::new(Setting::ALL.map(Setting::name)).try_map(|typed| Setting::from_name(&typed))
}
