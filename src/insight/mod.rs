//! Aggregates: progress by objective and rank, retention.
