//! User-facing messages from `assets/locales/{fr,en}`.
