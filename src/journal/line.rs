//! An event as a line of JSON, for export and for segments that travel.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Event, EventId, Hash, Wall, json};

/// Why a line is no event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LineError {
    /// It is not JSON, or a field is missing: torn, or not ours.
    #[error("not an event")]
    Unreadable,
    /// It is an event whose hash does not fit: altered.
    #[error("the hash does not fit")]
    Altered,
}

#[derive(Serialize, Deserialize)]
struct Line {
    id: EventId,
    at: i64,
    wall: i64,
    offset: i32,
    kind: String,
    body: Value,
    hash: Hash,
}

impl Event {
    /// The event as one line of canonical JSON, without line feed:
    /// `{"at":…,"body":{…},"hash":"…","id":"…","kind":"…","offset":…,"wall":…}`.
    ///
    /// A body that is not canonical JSON (of no program so far) stands as a string instead of an object.
    #[must_use]
    pub fn to_line(&self) -> String {
        let body = serde_json::from_str::<Value>(&self.body)
            .ok()
            .filter(|value| !value.is_string())
            .filter(|value| json::canonical(value).as_ref() == Ok(&self.body))
            .unwrap_or_else(|| Value::String(self.body.clone()));
        let line = json!({
            "id": self.id, "at": self.at, "wall": self.wall.ms, "offset": self.wall.offset,
            "kind": self.kind, "body": body, "hash": self.hash,
        });
        // Its numbers are integers of dates that exist and counters up to 2^53, so it is never refused.
        json::canonical(&line).unwrap_or_else(|_| line.to_string())
    }

    /// Reads a line, in whatever order and spacing a tool has left its keys, and checks its hash.
    pub fn from_line(line: &str) -> Result<Self, LineError> {
        let line: Line = serde_json::from_str(line).map_err(|_| LineError::Unreadable)?;
        let body = match line.body {
            Value::String(body) => body,
            value => json::canonical(&value).map_err(|_| LineError::Altered)?,
        };
        let wall = Wall { ms: line.wall, offset: line.offset };
        let event = Self { id: line.id, at: line.at, wall, kind: line.kind, body, hash: line.hash };
        if event.is_intact() { Ok(event) } else { Err(LineError::Altered) }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{super::event::tests::example, *};

    #[test]
    fn lines_stay_what_they_are() {
        assert_eq!(
            example().to_line(),
            concat!(
                r#"{"at":1795386600123,"body":{"card":"d/x","flag":1,"v":1},"#,
                r#""hash":"ede407eb1c90fa3410eadc6061b30b41","id":"0123456789abcdef-42","#,
                r#""kind":"flag","offset":3600,"wall":1795386600123}"#
            )
        );
    }

    #[test]
    fn a_line_that_a_tool_has_spaced_and_sorted_otherwise_is_the_same_event() {
        let event = example();
        let value: Value = serde_json::from_str(&event.to_line()).expect("JSON");
        let spaced = serde_json::to_string_pretty(&value).expect("JSON");
        assert_eq!(Event::from_line(&spaced), Ok(event));
    }

    #[test]
    fn a_torn_line_and_an_altered_one_are_told_apart() {
        let line = example().to_line();
        assert_eq!(Event::from_line(&line[..line.len() - 9]), Err(LineError::Unreadable));
        assert_eq!(Event::from_line(&line.replace("\"flag\":1", "\"flag\":2")), Err(LineError::Altered));
        assert_eq!(Event::from_line(&line.replace("\"flag\":1", "\"flag\":1.5")), Err(LineError::Altered));
    }

    proptest! {
        #[test]
        fn any_event_reads_as_it_was_written(kind in any::<String>(), body in any::<String>(), at in 0_i64..1 << 45) {
            let event = example();
            let event = Event::new(event.id, at, event.wall, &kind, body);
            prop_assert_eq!(Event::from_line(&event.to_line()), Ok(event));
        }

        #[test]
        fn a_body_of_any_json_reads_as_it_was_written(text in any::<String>(), n in any::<i32>()) {
            let event = example();
            let body = super::json::canonical(&json!({ "t": text, "n": [n, { "x": null }] })).expect("canonical");
            let event = Event::new(event.id, event.at, event.wall, "future", body);
            prop_assert_eq!(Event::from_line(&event.to_line()), Ok(event));
        }
    }
}
