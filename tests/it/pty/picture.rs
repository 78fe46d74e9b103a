//! A picture on a real terminal.

use std::io::Cursor;

use carabin::app::files::write_atomically;
use image::{ImageFormat, Rgb, RgbImage};

use super::{
    home::{Home, head},
    sitting::{DOWN, ENTER, SPACE, Shown},
};

#[test]
fn a_picture_is_drawn_in_blocks_and_pointed_at_and_the_mouse_is_given_back() {
    let mut png = Cursor::new(Vec::new());
    let half = |x: u32| Rgb(if x < 50 { [255, 0, 0] } else { [0, 0, 255] });
    RgbImage::from_fn(100, 50, |x, _| half(x)).write_to(&mut png, ImageFormat::Png).expect("encoded");
    let zone = "  - id: z\n    zone: Where is the blue half?\n    image: { file: a.png, alt: Red and blue }\n    zones:\n      - { label: The blue half, rect: [50, 0, 50, 100] }\n";
    let home = Home::with_deck(&format!("{}{zone}", head()));
    write_atomically(&home.paths().decks().join("a.png"), &png.into_inner()).expect("written");
    let mut terminal = home.start();
    terminal.see_home();
    while let Shown::Home { row, chosen: false } = terminal.find("a screen", Shown::on) {
        terminal.send(DOWN);
        terminal.find("the next row", |screen| {
            matches!(Shown::on(screen)?, Shown::Home { row: now, .. } if now != row).then_some(())
        });
    }
    terminal.send(ENTER);
    terminal.see("Where is the blue half");
    terminal.find("both colours", |screen| {
        let colours: Vec<vt100::Color> = (0..24)
            .flat_map(|row| (0..80).map(move |column| (row, column)))
            .filter_map(|(row, column)| screen.emulated.cell(row, column).map(vt100::Cell::bgcolor))
            .collect();
        let has = |r, g, b| colours.contains(&vt100::Color::Rgb(r, g, b));
        (has(255, 0, 0) && has(0, 0, 255)).then_some(())
    });
    assert!(terminal.screen().emulated.mouse_protocol_mode() != vt100::MouseProtocolMode::None);
    terminal.send("LL");
    terminal.send(SPACE);
    terminal.see("1 of 1");
    terminal.send(ENTER);
    terminal.see("1 point out of 1");
    terminal.send("q");
    terminal.see_screen(Shown::Summary);
    terminal.send("q");
    let ended = terminal.end();
    assert_eq!(ended.code, 0);
    assert!(ended.screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None, "given back");
}
