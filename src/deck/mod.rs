//! YAML ↔ cards: read, check, edit in place, schema.
