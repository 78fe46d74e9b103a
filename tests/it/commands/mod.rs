//! The commands as a script or a student at a simple terminal meets them: the real program, its output, its exit codes.

mod again;
mod anki;
mod checking;
mod doctor;
mod exam;
mod exporting;
#[cfg(unix)]
mod faults;
mod foreign;
mod formats;
mod home;
mod hostile;
mod importing;
mod journal;
mod json;
#[cfg(unix)]
mod midway;
mod plain;
mod programme;
mod sync;
mod told;
mod writing;

use home::Home;
