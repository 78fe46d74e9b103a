//! The real program on a real terminal: a pseudo-terminal, whose other end is read by an emulator.
//!
//! Nothing here asserts how long something takes. A test sends keys and waits until the screen shows what it is to
//! show, or the program has ended as it is to end; only a test that fails waits until its patience is over.

mod axe;
mod editor;
mod exam;
mod home;
#[cfg(target_os = "linux")]
mod idle;
mod jobs;
mod kills;
mod leave;
mod panics;
mod picture;
mod plain;
mod resize;
mod sitting;
mod start;
mod stop;
mod terminal;
mod together;
