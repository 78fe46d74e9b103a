//! The messages of a modern package, by the numbers of their fields.

use prost::Message;

#[derive(Clone, PartialEq, Message)]
pub(super) struct Meta {
    #[prost(uint32, tag = "1")]
    pub(super) version: u32,
}

#[derive(Clone, PartialEq, Message)]
pub(super) struct MediaEntries {
    #[prost(message, repeated, tag = "1")]
    pub(super) entries: Vec<MediaEntry>,
}

#[derive(Clone, PartialEq, Message)]
pub(super) struct MediaEntry {
    #[prost(string, tag = "1")]
    pub(super) name: String,
    #[prost(uint32, tag = "2")]
    pub(super) size: u32,
    #[prost(bytes = "vec", tag = "3")]
    pub(super) sha1: Vec<u8>,
}

/// `notetypes.config`.
#[derive(Clone, PartialEq, Message)]
pub(super) struct Notetype {
    /// 1: cloze.
    #[prost(int32, tag = "1")]
    pub(super) kind: i32,
    #[prost(string, tag = "3")]
    pub(super) css: String,
    #[prost(string, tag = "5")]
    pub(super) latex_before: String,
    #[prost(string, tag = "6")]
    pub(super) latex_after: String,
}

/// `fields.config`.
#[derive(Clone, PartialEq, Message)]
pub(super) struct Field {
    #[prost(string, tag = "3")]
    pub(super) font: String,
    #[prost(uint32, tag = "4")]
    pub(super) size: u32,
}

/// `templates.config`.
#[derive(Clone, PartialEq, Message)]
pub(super) struct Template {
    #[prost(string, tag = "1")]
    pub(super) question: String,
    #[prost(string, tag = "2")]
    pub(super) answer: String,
}

/// `decks.kind`.
#[derive(Clone, PartialEq, Message)]
pub(super) struct DeckKind {
    #[prost(message, optional, tag = "1")]
    pub(super) normal: Option<Normal>,
}

#[derive(Clone, PartialEq, Message)]
pub(super) struct Normal {
    #[prost(int64, tag = "1")]
    pub(super) preset: i64,
}

/// `deck_config.config`: what differs from nothing.
#[derive(Clone, PartialEq, Message)]
pub(super) struct Preset {
    #[prost(float, repeated, tag = "1")]
    pub(super) learning_steps: Vec<f32>,
    #[prost(float, repeated, tag = "2")]
    pub(super) relearning_steps: Vec<f32>,
    #[prost(uint32, tag = "9")]
    pub(super) new_per_day: u32,
    #[prost(uint32, tag = "10")]
    pub(super) reviews_per_day: u32,
    #[prost(float, tag = "11")]
    pub(super) initial_ease: f32,
    #[prost(float, tag = "12")]
    pub(super) easy_multiplier: f32,
    #[prost(float, tag = "13")]
    pub(super) hard_multiplier: f32,
    #[prost(float, tag = "15")]
    pub(super) interval_multiplier: f32,
    #[prost(uint32, tag = "16")]
    pub(super) maximum_interval: u32,
    #[prost(uint32, tag = "17")]
    pub(super) minimum_lapse_interval: u32,
    #[prost(uint32, tag = "18")]
    pub(super) graduating_good: u32,
    #[prost(uint32, tag = "19")]
    pub(super) graduating_easy: u32,
    #[prost(uint32, tag = "22")]
    pub(super) leech_threshold: u32,
    #[prost(float, tag = "37")]
    pub(super) retention: f32,
}
