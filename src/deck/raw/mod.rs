//! The records of the file as the author wrote them, read field by field.
//!
//! [`Read`] is to this room what `Deserialize` is elsewhere. It was not used because a derived reader stops at the first
//! mistake and knows no places: here every field reports for itself and the reading goes on. The same types
//! say what they look like ([`Read::shape`]), which makes the JSON Schema.

mod card;
mod deck;
mod parts;
mod record;
mod text;
mod values;

pub(super) use card::RawCard;
pub(super) use deck::{RawDeck, RawObjective, RawSource, Sources};
pub(super) use parts::{RawArea, RawArticle, RawImage, RawOption, RawPicture, RawTcsQuestion};
pub(super) use record::{Defs, Field, Record, read_record};
pub(super) use text::{At, Line, Many, Prose, Spellings};
pub(super) use values::{Flag, Later, Numbers, Points, Whole};

use super::{cx::Cx, node::Node};

/// Something that can be read from a node of the file.
pub(super) trait Read<'n>: Sized {
    /// Reads what stands under `key`. `None` when it cannot be used; the reason has then been reported.
    fn read(node: &'n Node, key: &str, cx: &mut Cx<'_>) -> Option<Self>;

    /// Its JSON Schema.
    fn shape(defs: &mut Defs) -> serde_json::Value;
}
