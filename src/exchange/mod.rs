//! Other programs and their formats, in and out.

pub mod git;
