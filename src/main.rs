//! The program: arguments in, exit code out.

use std::process::ExitCode;

use carabin::{cli, tui};

fn main() -> ExitCode {
    let screens = cli::Screens {
        possible: tui::start::is_possible,
        run: tui::start::run_full_screen,
        exam: tui::start::run_exam,
        keys: tui::reference::keys,
        abilities: tui::start::abilities,
        size: tui::start::size,
        page: tui::pager::show,
    };
    cli::main(std::env::args_os(), screens)
}
