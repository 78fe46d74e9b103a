//! Canonical JSON: one text for one value.

use serde_json::Value;

/// A value that no event body may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an event holds integers up to 2^53 only, no fractions")]
pub(super) struct NotCanonical;

/// The greatest integer that every reader of JSON keeps exactly.
const GREATEST: u64 = (1 << 53) - 1;

/// Writes `value` in the one canonical way: no white space, keys in the order of their UTF-8 bytes, integers in
/// decimal, in strings only `"`, `\` and U+0000 to U+001F escaped (the short escape where JSON has one, else
/// `\u00xx` in lower case). Fractions are refused: their spelling differs from library to library.
pub(super) fn canonical(value: &Value) -> Result<String, NotCanonical> {
    let mut out = String::new();
    write(value, &mut out)?;
    Ok(out)
}

fn write(value: &Value, out: &mut String) -> Result<(), NotCanonical> {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(true) => out.push_str("true"),
        Value::Bool(false) => out.push_str("false"),
        Value::Number(number) => {
            let integer = number.as_i64().filter(|n| n.unsigned_abs() <= GREATEST).ok_or(NotCanonical)?;
            out.push_str(&integer.to_string());
        }
        Value::String(text) => quote(text, out),
        Value::Array(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                write(item, out)?;
            }
            out.push(']');
        }
        Value::Object(entries) => {
            let mut entries: Vec<_> = entries.iter().collect();
            entries.sort_by(|a, b| a.0.cmp(b.0));
            out.push('{');
            for (index, (key, item)) in entries.into_iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                quote(key, out);
                out.push(':');
                write(item, out)?;
            }
            out.push('}');
        }
    }
    Ok(())
}

fn quote(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\u{c}' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            c if c < ' ' => {
                // Below U+0020: two hexadecimal digits.
                out.push_str("\\u00");
                out.extend(char::from_digit(u32::from(c) >> 4, 16));
                out.extend(char::from_digit(u32::from(c) & 15, 16));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    #[test]
    fn keys_are_sorted_and_nothing_is_padded() {
        let value = json!({ "b": [1, -2, null], "a": { "é": true, "z": "x" }, "A": "" });
        assert_eq!(canonical(&value).as_deref(), Ok(r#"{"A":"","a":{"z":"x","é":true},"b":[1,-2,null]}"#));
    }

    #[test]
    fn only_what_json_demands_is_escaped() {
        let value = json!("a\"b\\c\n\u{1}\u{7f}/é\u{2028}");
        assert_eq!(canonical(&value).as_deref(), Ok("\"a\\\"b\\\\c\\n\\u0001\u{7f}/é\u{2028}\""));
    }

    #[test]
    fn fractions_and_huge_integers_are_refused() {
        for bad in [json!(0.5), json!(1.0), json!(1_u64 << 53), json!(u64::MAX)] {
            assert_eq!(canonical(&bad), Err(NotCanonical), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn any_text_survives(text in any::<String>()) {
            let written = canonical(&json!({ text.clone(): text.clone() })).expect("a text");
            let read: Value = serde_json::from_str(&written).expect("JSON");
            prop_assert_eq!(canonical(&read), Ok(written));
            prop_assert_eq!(&read[&text], &json!(text));
        }
    }
}
