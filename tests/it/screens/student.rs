//! A student who sits before the screens: presses keys, lets time pass, reads what is shown.

use std::{collections::VecDeque, sync::Arc, time::Duration};

use carabin::{
    app::{App, clock::StoppedClock, edit::Place, open::Opening, paths::Paths},
    i18n::Lang,
    study::Setting,
    tui::{
        host::{Host, Incoming, Wake},
        keymap::Keymap,
        model::{Exit, Model},
        run::Screens,
        service::{Reply, Request, Service},
        theme::{Theme, ThemeName},
    },
};
use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::{Terminal, backend::TestBackend};

/// What the editor does with the deck's file.
type Editing = Box<dyn FnMut(&str) -> String>;

/// The outside of the screens: the real application, asked and answered in turn.
struct Desk {
    service: Service,
    replies: VecDeque<Reply>,
    clock: Arc<StoppedClock>,
    editing: Option<Editing>,
}

impl Host<TestBackend> for Desk {
    fn receive(&mut self, _wake: Option<Wake>) -> Incoming {
        self.replies.pop_front().map_or(Incoming::Closed, |reply| Incoming::Reply(Box::new(reply)))
    }

    fn ask(&mut self, request: Request) {
        self.replies.push_back(self.service.handle(request));
    }

    fn edit(&mut self, _terminal: &mut Terminal<TestBackend>, place: &Place) -> Result<(), String> {
        let text = std::fs::read_to_string(&place.path).expect("the deck");
        let editing = self.editing.as_mut().expect("an editor");
        carabin::app::files::write_atomically(&place.path, editing(&text).as_bytes()).expect("written");
        Ok(())
    }

    fn stop(&mut self, _terminal: &mut Terminal<TestBackend>) -> std::io::Result<()> {
        Ok(())
    }

    fn has_turned(&self) -> bool {
        self.service.app().watch().has_turned()
    }

    fn elapsed(&self) -> Duration {
        carabin::app::clock::Clock::elapsed(&*self.clock)
    }
}

pub(crate) struct Student {
    screens: Screens,
    terminal: Terminal<TestBackend>,
    desk: Desk,
    pub(crate) home: tempfile::TempDir,
    lang: Lang,
    size: (u16, u16),
    /// Every screen that was drawn, while they are watched.
    frames: Option<Vec<String>>,
}

impl Student {
    /// A student with a fresh home, at eight in the morning of 23 November 2026.
    pub(crate) fn new(lang: Lang, size: (u16, u16)) -> Self {
        Self::with_deck(lang, size, "")
    }

    /// The same with a deck of their own; an empty text is none.
    pub(crate) fn with_deck(lang: Lang, size: (u16, u16), deck: &str) -> Self {
        let home = tempfile::tempdir().expect("a home");
        if !deck.is_empty() {
            let folder = home.path().join("data/decks");
            std::fs::create_dir_all(&folder).expect("a folder");
            carabin::app::files::write_atomically(&folder.join("own.yaml"), deck.as_bytes())
                .expect("written");
        }
        Self::at_home(home, lang, size, "2026-11-23T08:00:00+01:00[Europe/Paris]")
    }

    /// The same with files beside the deck.
    pub(crate) fn with_files(lang: Lang, size: (u16, u16), deck: &str, files: &[(&str, &[u8])]) -> Self {
        let home = tempfile::tempdir().expect("a home");
        let folder = home.path().join("data/decks/own");
        std::fs::create_dir_all(&folder).expect("a folder");
        for (name, bytes) in files.iter().copied().chain([("deck.yaml", deck.as_bytes())]) {
            carabin::app::files::write_atomically(&folder.join(name), bytes).expect("written");
        }
        Self::at_home(home, lang, size, "2026-11-23T08:00:00+01:00[Europe/Paris]")
    }

    fn at_home(home: tempfile::TempDir, lang: Lang, size: (u16, u16), wall: &str) -> Self {
        let clock = Arc::new(StoppedClock::new(wall.parse().expect("a time")));
        let mut app = App::open(Opening {
            paths: Paths::find(Some(home.path().into())).expect("paths"),
            lang: Some(lang),
            locale: None,
            decks: Vec::new(),
            clock: Arc::clone(&clock) as _,
        })
        .expect("opened");
        // Fuzz is drawn from the device's id, which every home has of its own: without it the screens repeat.
        app.pictures = true;
        app.change_setting(Setting::Fuzz, Some("false")).expect("kept");
        // Which card comes first is the deck's to say, so that a script knows it.
        app.change_setting(Setting::NewOrder, Some("file")).expect("kept");
        let model = Model::new(Arc::clone(&app.messages), Theme::new(ThemeName::Mono), Keymap::default());
        let desk = Desk { service: Service::new(app), replies: VecDeque::new(), clock, editing: None };
        let terminal = Terminal::new(TestBackend::new(size.0, size.1)).expect("a terminal");
        let mut student =
            Self { screens: Screens::new(model), terminal, desk, home, lang, size, frames: None };
        student.desk.ask(Request::Overview);
        student.desk.ask(Request::Refresh);
        student.settle();
        student
    }

    /// A second Carabin at the same home, for a moment.
    pub(crate) fn elsewhere<T>(&mut self, work: impl FnOnce(&mut App) -> T) -> T {
        let mut app = App::open(Opening {
            paths: Paths::find(Some(self.home.path().into())).expect("paths"),
            lang: Some(self.lang),
            locale: None,
            decks: Vec::new(),
            clock: Arc::clone(&self.desk.clock) as _,
        })
        .expect("opened");
        work(&mut app)
    }

    /// Asks the application for something that no key asks for.
    pub(crate) fn ask(&mut self, request: Request) -> &mut Self {
        self.desk.ask(request);
        self.settle();
        self
    }

    /// Every screen that is drawn during `work`, also those that are gone with the next reply.
    pub(crate) fn watch(&mut self, work: impl FnOnce(&mut Self)) -> Vec<String> {
        self.frames = Some(Vec::new());
        work(self);
        self.frames.take().unwrap_or_default()
    }

    /// Changes a database behind the application's back: `data/journal.db` or `cache/library.db`.
    pub(crate) fn meddle(&mut self, database: &str, sql: &str) -> &mut Self {
        let path = self.home.path().join(database);
        rusqlite::Connection::open(path).and_then(|conn| conn.execute_batch(sql)).expect("meddled with");
        self
    }

    /// How many answers the journal holds that are in force.
    pub(crate) fn kept_answers(&self) -> u32 {
        let conn = rusqlite::Connection::open(self.home.path().join("data/journal.db")).expect("the journal");
        conn.query_row("SELECT coalesce(sum(reviews), 0) FROM day", [], |row| row.get(0)).expect("counted")
    }

    /// When the loop would be woken.
    pub(crate) fn wake_time(&self) -> Option<Wake> {
        self.screens.wake_time()
    }

    /// Leaves and comes back at another time.
    pub(crate) fn come_back(self, wall: &str) -> Self {
        let Self { home, lang, size, desk, .. } = self;
        drop(desk);
        Self::at_home(home, lang, size, wall)
    }

    /// Presses keys one after the other: characters as they are, others by name in angle brackets (`<enter>`).
    pub(crate) fn press(&mut self, keys: &str) -> &mut Self {
        let mut rest = keys;
        while !rest.is_empty() {
            let named = rest.strip_prefix('<').and_then(|r| r.split_once('>'));
            let key = if let Some((name, after)) = named {
                rest = after;
                named_key(name)
            } else {
                let c = rest.chars().next().expect("not empty");
                rest = &rest[c.len_utf8()..];
                KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE)
            };
            self.take(Incoming::Input(Event::Key(key)));
        }
        self
    }

    /// Lets time pass.
    pub(crate) fn wait(&mut self, time: Duration) -> &mut Self {
        self.desk.clock.advance(time);
        self
    }

    /// Somebody sets the computer's clock.
    pub(crate) fn set_clock(&mut self, wall: &str) -> &mut Self {
        self.desk.clock.set(wall.parse().expect("a time"));
        self
    }

    /// What the waiting screen is woken by.
    pub(crate) fn wake(&mut self) -> &mut Self {
        self.take(Incoming::Woken);
        self
    }

    /// The next edit changes the deck like this.
    pub(crate) fn editing(&mut self, editing: impl FnMut(&str) -> String + 'static) -> &mut Self {
        self.desk.editing = Some(Box::new(editing));
        self
    }

    /// Clicks on the first place where `text` stands on the screen.
    #[track_caller]
    pub(crate) fn click(&mut self, text: &str) -> &mut Self {
        let screen = self.screen();
        let found = screen.lines().enumerate().find_map(|(row, line)| {
            let column = line.find(text).map(|byte| line[..byte].chars().count())?;
            Some((column, row))
        });
        let Some((column, row)) = found else { panic!("no {text:?} to click:\n{screen}") };
        let (column, row) = (u16::try_from(column).expect("a column"), u16::try_from(row).expect("a row"));
        self.mouse(MouseEventKind::Down(MouseButton::Left), column, row)
    }

    /// Something that a mouse does.
    pub(crate) fn mouse(&mut self, kind: MouseEventKind, column: u16, row: u16) -> &mut Self {
        let event = MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE };
        self.take(Incoming::Input(Event::Mouse(event)));
        self
    }

    pub(crate) fn paste(&mut self, text: &str) -> &mut Self {
        self.take(Incoming::Input(Event::Paste(text.to_owned())));
        self
    }

    pub(crate) fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        self.terminal.backend_mut().resize(width, height);
        self.take(Incoming::Input(Event::Resize(width, height)));
        self
    }

    fn take(&mut self, incoming: Incoming) {
        self.screens.take(incoming, &mut self.terminal, &mut self.desk).expect("drawn");
        self.settle();
    }

    /// Everything asked for is answered, everything is drawn.
    fn settle(&mut self) {
        while let Some(reply) = self.desk.replies.pop_front() {
            self.draw();
            let incoming = Incoming::Reply(Box::new(reply));
            self.screens.take(incoming, &mut self.terminal, &mut self.desk).expect("drawn");
        }
        self.draw();
        if !self.desk.replies.is_empty() {
            self.settle();
        }
    }

    fn draw(&mut self) {
        self.screens.draw(&mut self.terminal).expect("drawn");
        let screen = self.screen();
        self.frames.iter_mut().for_each(|frames| frames.push(screen.clone()));
        self.screens.ask_for_pictures(&mut self.desk);
    }

    /// The screens in other colours.
    pub(crate) fn wears(&mut self, theme: Theme) -> &mut Self {
        self.screens.model.theme = theme;
        self.settle();
        self
    }

    /// The screen, cell by cell.
    pub(crate) fn buffer(&self) -> &ratatui::buffer::Buffer {
        self.terminal.backend().buffer()
    }

    /// The screen as text, without the spaces at line ends.
    pub(crate) fn screen(&self) -> String {
        let buffer = self.terminal.backend().buffer();
        let width = usize::from(buffer.area.width).max(1);
        let mut lines: Vec<String> = buffer
            .content()
            .chunks(width)
            .map(|row| row.iter().map(ratatui::buffer::Cell::symbol).collect::<String>())
            .map(|line| line.trim_end().replace('\u{a0}', " "))
            .collect();
        while lines.last().is_some_and(String::is_empty) {
            lines.pop();
        }
        lines.join("\n")
    }

    #[track_caller]
    pub(crate) fn sees(&mut self, text: &str) -> &mut Self {
        assert!(self.screen().contains(text), "{text:?} is not on the screen:\n{}", self.screen());
        self
    }

    #[track_caller]
    pub(crate) fn does_not_see(&mut self, text: &str) -> &mut Self {
        assert!(!self.screen().contains(text), "{text:?} is on the screen:\n{}", self.screen());
        self
    }

    pub(crate) fn exit(&self) -> Option<Exit> {
        self.screens.model.exit
    }
}

fn named_key(name: &str) -> KeyEvent {
    if let Some(c) = name.strip_prefix("ctrl-") {
        return KeyEvent::new(KeyCode::Char(c.chars().next().expect("a letter")), KeyModifiers::CONTROL);
    }
    if let Some(c) = name.strip_prefix("alt-") {
        return KeyEvent::new(KeyCode::Char(c.chars().next().expect("a letter")), KeyModifiers::ALT);
    }
    let code = match name {
        "enter" => KeyCode::Enter,
        "space" => KeyCode::Char(' '),
        "esc" => KeyCode::Esc,
        "tab" => KeyCode::Tab,
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "pagedown" => KeyCode::PageDown,
        "pageup" => KeyCode::PageUp,
        "backspace" => KeyCode::Backspace,
        "f1" => KeyCode::F(1),
        "f2" => KeyCode::F(2),
        "f3" => KeyCode::F(3),
        "f4" => KeyCode::F(4),
        "f5" => KeyCode::F(5),
        "f6" => KeyCode::F(6),
        other => panic!("no key {other}"),
    };
    KeyEvent::new(code, KeyModifiers::NONE)
}
