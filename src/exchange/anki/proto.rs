//! The messages of Anki's protobuf that a reader needs, by the numbers of their fields.

use prost::Message;

/// The entry `meta`.
#[derive(Clone, PartialEq, Message)]
pub(super) struct Meta {
    #[prost(uint32, tag = "1")]
    pub(super) version: u32,
}

/// The entry `media` of a modern package.
#[derive(Clone, PartialEq, Message)]
pub(super) struct MediaEntries {
    #[prost(message, repeated, tag = "1")]
    pub(super) entries: Vec<MediaEntry>,
}

#[derive(Clone, PartialEq, Message)]
pub(super) struct MediaEntry {
    #[prost(string, tag = "1")]
    pub(super) name: String,
    #[prost(bytes = "vec", tag = "3")]
    pub(super) sha1: Vec<u8>,
}

/// `notetypes.config`.
#[derive(Clone, PartialEq, Message)]
pub(super) struct NotetypeConfig {
    /// 1: cloze.
    #[prost(int32, tag = "1")]
    pub(super) kind: i32,
    /// 6: image occlusion.
    #[prost(int32, tag = "9")]
    pub(super) stock: i32,
}

/// `templates.config`.
#[derive(Clone, PartialEq, Message)]
pub(super) struct TemplateConfig {
    #[prost(string, tag = "1")]
    pub(super) question: String,
    #[prost(string, tag = "2")]
    pub(super) answer: String,
}

/// `decks.kind`.
#[derive(Clone, PartialEq, Message)]
pub(super) struct DeckKind {
    #[prost(message, optional, tag = "1")]
    pub(super) normal: Option<NormalDeck>,
    /// A filtered deck, whatever it says.
    #[prost(message, optional, tag = "2")]
    pub(super) filtered: Option<FilteredDeck>,
}

#[derive(Clone, PartialEq, Message)]
pub(super) struct NormalDeck {
    #[prost(int64, tag = "1")]
    pub(super) preset: i64,
}

#[derive(Clone, PartialEq, Message)]
pub(super) struct FilteredDeck {
    #[prost(bool, tag = "1")]
    pub(super) reschedule: bool,
}

/// `deck_config.config`.
#[derive(Clone, PartialEq, Message)]
pub(super) struct PresetConfig {
    #[prost(float, repeated, tag = "1")]
    pub(super) learning_steps: Vec<f32>,
    #[prost(float, repeated, tag = "2")]
    pub(super) relearning_steps: Vec<f32>,
    #[prost(float, repeated, tag = "3")]
    pub(super) parameters_4: Vec<f32>,
    #[prost(float, repeated, tag = "5")]
    pub(super) parameters_5: Vec<f32>,
    #[prost(float, repeated, tag = "6")]
    pub(super) parameters_6: Vec<f32>,
}
