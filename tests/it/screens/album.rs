//! The pictures of the README: real screens, drawn as SVG. They are current, or this fails; `INSTA_UPDATE=always` draws them
//! anew, as it does with the snapshots.

use std::{fmt::Write as _, path::Path};

use carabin::{
    i18n::Lang,
    tui::theme::{Theme, ThemeName},
};
use ratatui::{
    buffer::{Buffer, Cell},
    style::{Color, Modifier},
};

use super::{KINDS_FR, Student};

/// A cell, in pixels.
const CELL: (usize, usize) = (9, 19);
/// Around the screen, in pixels.
const MARGIN: usize = 12;
const BACK: &str = "#1b1e25";
const FORE: &str = "#d6d9e0";

/// The sixteen colours of a quiet dark terminal; those of a picture as they are.
fn colour(colour: Color, usual: &str) -> String {
    match colour {
        Color::Black => "#1b1e25",
        Color::DarkGray => "#8a90a0",
        Color::Gray => "#b6bac6",
        Color::White => "#f4f5f8",
        Color::Red | Color::LightRed => "#f0716b",
        Color::Green | Color::LightGreen => "#7cc77f",
        Color::Yellow | Color::LightYellow => "#e6c25c",
        Color::Blue | Color::LightBlue => "#6ea6f2",
        Color::Magenta | Color::LightMagenta => "#c792ea",
        Color::Cyan | Color::LightCyan => "#5fc9d4",
        Color::Rgb(r, g, b) => return format!("#{r:02x}{g:02x}{b:02x}"),
        Color::Indexed(_) | Color::Reset => usual,
    }
    .to_owned()
}

/// How a cell is drawn: its colours, whether bold, whether underlined.
type Look = (String, String, bool, bool);

fn look(cell: &Cell) -> Look {
    let (fore, back) = (colour(cell.fg, FORE), colour(cell.bg, BACK));
    let (fore, back) = if cell.modifier.contains(Modifier::REVERSED) { (back, fore) } else { (fore, back) };
    (fore, back, cell.modifier.contains(Modifier::BOLD), cell.modifier.contains(Modifier::UNDERLINED))
}

/// What stands between `<text>` and its end.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// One piece of a row in one look.
fn piece(out: &mut String, (column, row): (usize, usize), text: &str, (fore, back, bold, underlined): &Look) {
    let (mut x, y) = (MARGIN + column * CELL.0, MARGIN + row * CELL.1);
    let mut width = text.chars().count() * CELL.0;
    if back != BACK {
        let _ = writeln!(out, r#"<rect x="{x}" y="{y}" width="{width}" height="{}" fill="{back}"/>"#, CELL.1);
    }
    let written = text.trim();
    if written.is_empty() {
        return;
    }
    x += (text.chars().count() - text.trim_start().chars().count()) * CELL.0;
    width = written.chars().count() * CELL.0;
    let bold = if *bold { r#" font-weight="bold""# } else { "" };
    let line = if *underlined { r#" text-decoration="underline""# } else { "" };
    // The length keeps every letter in its column, whatever the font of the reader.
    let _ = writeln!(
        out,
        r#"<text x="{x}" y="{}" textLength="{width}" fill="{fore}"{bold}{line}>{}</text>"#,
        y + 14,
        escaped(written)
    );
}

/// The screen as a picture.
fn svg(buffer: &Buffer) -> String {
    let (across, down) = (usize::from(buffer.area.width), usize::from(buffer.area.height));
    let (width, height) = (across * CELL.0 + 2 * MARGIN, down * CELL.1 + 2 * MARGIN);
    let mut out = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" xml:space="preserve" font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="15">
<rect width="{width}" height="{height}" rx="8" fill="{BACK}"/>
"#
    );
    for (row, cells) in buffer.content().chunks(across).enumerate() {
        let mut column = 0;
        for run in cells.chunk_by(|a, b| look(a) == look(b)) {
            let text: String = run.iter().map(Cell::symbol).collect();
            piece(&mut out, (column, row), &text, &look(&run[0]));
            column += run.len();
        }
    }
    out.push_str("</svg>\n");
    out
}

/// Draws the screen, and compares it with the picture that is kept.
#[track_caller]
fn is_current(name: &str, student: &Student) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/screens").join(name);
    let drawn = svg(student.buffer());
    if std::env::var_os("INSTA_UPDATE").is_some_and(|how| how == "always") {
        carabin::app::files::write_atomically(&path, drawn.as_bytes()).expect("written");
    }
    let kept = std::fs::read_to_string(&path).expect("the picture");
    assert!(
        kept == drawn,
        "{name} shows what is no more: INSTA_UPDATE=always cargo test --test it -- album\n{}",
        student.screen()
    );
}

/// In colours, as a terminal shows it.
fn student() -> Student {
    let mut student = Student::with_deck(Lang::Fr, (80, 24), KINDS_FR);
    student.wears(Theme::new(ThemeName::Dark));
    student
}

#[test]
fn home_in_the_readme_is_current() {
    let mut student = student();
    student.press("<enter>");
    for _ in 0..8 {
        student.press("<space>");
    }
    student.press("<esc><enter>").sees("Carabin");
    is_current("home-fr.svg", &student);
}

#[test]
fn the_correction_in_the_readme_is_current() {
    let mut student = student();
    while !student.screen().contains("▸ Un form") {
        student.press("<down>");
    }
    student
        .press("<enter><space>4<space>4<down>a<enter>4")
        .sees("tarification")
        .press("ac<enter>")
        .sees("0,5 point");
    is_current("correction-fr.svg", &student);
}
