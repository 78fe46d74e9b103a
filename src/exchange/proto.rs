//! The messages of Anki's modern packages, by the numbers of their fields, as far as they are read or written here. What
//! is not set is not written.

use prost::Message;

/// The entry `meta`.
#[derive(Clone, PartialEq, Message)]
pub(in crate::exchange) struct Meta {
    #[prost(uint32, tag = "1")]
    pub(in crate::exchange) version: u32,
}

/// The entry `media`.
#[derive(Clone, PartialEq, Message)]
pub(in crate::exchange) struct MediaEntries {
    #[prost(message, repeated, tag = "1")]
    pub(in crate::exchange) entries: Vec<MediaEntry>,
}

#[derive(Clone, PartialEq, Message)]
pub(in crate::exchange) struct MediaEntry {
    #[prost(string, tag = "1")]
    pub(in crate::exchange) name: String,
    #[prost(uint32, tag = "2")]
    pub(in crate::exchange) size: u32,
    #[prost(bytes = "vec", tag = "3")]
    pub(in crate::exchange) sha1: Vec<u8>,
}

/// `notetypes.config`.
#[derive(Clone, PartialEq, Message)]
pub(in crate::exchange) struct NotetypeConfig {
    /// 1: cloze.
    #[prost(int32, tag = "1")]
    pub(in crate::exchange) kind: i32,
    #[prost(string, tag = "3")]
    pub(in crate::exchange) css: String,
    #[prost(string, tag = "5")]
    pub(in crate::exchange) latex_before: String,
    #[prost(string, tag = "6")]
    pub(in crate::exchange) latex_after: String,
    /// 6: image occlusion.
    #[prost(int32, tag = "9")]
    pub(in crate::exchange) stock: i32,
}

/// `fields.config`.
#[derive(Clone, PartialEq, Message)]
pub(in crate::exchange) struct FieldConfig {
    #[prost(string, tag = "3")]
    pub(in crate::exchange) font: String,
    #[prost(uint32, tag = "4")]
    pub(in crate::exchange) size: u32,
}

/// `templates.config`.
#[derive(Clone, PartialEq, Message)]
pub(in crate::exchange) struct TemplateConfig {
    #[prost(string, tag = "1")]
    pub(in crate::exchange) question: String,
    #[prost(string, tag = "2")]
    pub(in crate::exchange) answer: String,
}

/// `decks.kind`.
#[derive(Clone, PartialEq, Message)]
pub(in crate::exchange) struct DeckKind {
    #[prost(message, optional, tag = "1")]
    pub(in crate::exchange) normal: Option<NormalDeck>,
    /// A filtered deck, whatever it says.
    #[prost(message, optional, tag = "2")]
    pub(in crate::exchange) filtered: Option<FilteredDeck>,
}

#[derive(Clone, PartialEq, Message)]
pub(in crate::exchange) struct NormalDeck {
    #[prost(int64, tag = "1")]
    pub(in crate::exchange) preset: i64,
}

#[derive(Clone, PartialEq, Message)]
pub(in crate::exchange) struct FilteredDeck {
    #[prost(bool, tag = "1")]
    pub(in crate::exchange) reschedule: bool,
}

/// `deck_config.config`.
#[derive(Clone, PartialEq, Message)]
pub(in crate::exchange) struct PresetConfig {
    #[prost(float, repeated, tag = "1")]
    pub(in crate::exchange) learning_steps: Vec<f32>,
    #[prost(float, repeated, tag = "2")]
    pub(in crate::exchange) relearning_steps: Vec<f32>,
    #[prost(float, repeated, tag = "3")]
    pub(in crate::exchange) parameters_4: Vec<f32>,
    #[prost(float, repeated, tag = "5")]
    pub(in crate::exchange) parameters_5: Vec<f32>,
    #[prost(float, repeated, tag = "6")]
    pub(in crate::exchange) parameters_6: Vec<f32>,
    #[prost(uint32, tag = "9")]
    pub(in crate::exchange) new_per_day: u32,
    #[prost(uint32, tag = "10")]
    pub(in crate::exchange) reviews_per_day: u32,
    #[prost(float, tag = "11")]
    pub(in crate::exchange) initial_ease: f32,
    #[prost(float, tag = "12")]
    pub(in crate::exchange) easy_multiplier: f32,
    #[prost(float, tag = "13")]
    pub(in crate::exchange) hard_multiplier: f32,
    #[prost(float, tag = "15")]
    pub(in crate::exchange) interval_multiplier: f32,
    #[prost(uint32, tag = "16")]
    pub(in crate::exchange) maximum_interval: u32,
    #[prost(uint32, tag = "17")]
    pub(in crate::exchange) minimum_lapse_interval: u32,
    #[prost(uint32, tag = "18")]
    pub(in crate::exchange) graduating_good: u32,
    #[prost(uint32, tag = "19")]
    pub(in crate::exchange) graduating_easy: u32,
    #[prost(uint32, tag = "22")]
    pub(in crate::exchange) leech_threshold: u32,
    #[prost(float, tag = "37")]
    pub(in crate::exchange) retention: f32,
}
