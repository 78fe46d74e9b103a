//! The commands as a script or a student at a simple terminal meets them: the real program, its output, its exit codes.

mod checking;
mod foreign;
mod home;
mod hostile;
mod importing;
mod journal;
mod json;
mod plain;
mod told;

use home::Home;
