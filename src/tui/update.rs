//! What each event changes. Pure: what is to be done outside is returned.

mod cards;
pub(super) mod clock;
mod exam;
mod gesture;
mod home;
mod notebook;
mod programme;
mod review;
mod settings;
mod statistics;

use std::time::Duration;

use crossterm::event::{Event, KeyEvent, KeyEventKind};

use super::{
    host::Incoming,
    keymap::{Action, Key},
    model::{
        ExamScreen, Exit, Model, Overlay, ProgrammeScreen, Purpose, Review, Screen, StatisticsScreen, Toast,
        Written,
    },
    service::{Reply, Request, Turn},
    widgets::field::{type_in, type_in_line},
};
use crate::app::edit::Place;

/// Something to be done outside.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// A request to the application.
    Ask(Request),
    /// The text on the screen moves by so many lines.
    Scroll(isize),
    /// The text on the screen moves by so many pages.
    ScrollPages(isize),
    /// The text on the screen begins anew.
    ScrollTop,
    /// The text on the screen begins with what is new of it.
    Seek,
    /// The place of the cursor is to be seen.
    Follow,
    /// The editor opens.
    Edit(Place),
    /// Back to the shell until `fg`.
    Stop,
    /// Everything is drawn again.
    Redraw,
}

/// Takes one event; `at` is the time since some beginning.
pub fn update(model: &mut Model, incoming: Incoming, at: Duration) -> Vec<Effect> {
    // The clock of an exam moves on first: what comes when its time is up comes too late.
    let mut effects = exam::tick(model, at);
    effects.extend(take(model, incoming, at));
    if let Screen::Home(home) = &model.screen {
        model.home = (home.view, home.cursor);
    }
    if model.exit.is_some() {
        // Whatever ends the program, the exam is kept as it stands.
        effects.extend(exam::keeps(model));
    }
    effects
}

fn take(model: &mut Model, incoming: Incoming, at: Duration) -> Vec<Effect> {
    match incoming {
        Incoming::Input(Event::Key(key)) if key.kind != KeyEventKind::Release => on_key(model, key, at),
        Incoming::Input(Event::Paste(text)) => {
            on_paste(model, &text);
            if model.overlay.is_none() { cards::paste(model, &text) } else { Vec::new() }
        }
        // A window that shrinks and grows again before the next frame has its old size, but no longer its old content.
        Incoming::Input(Event::Resize(..)) => vec![Effect::Redraw],
        Incoming::Input(_) => Vec::new(),
        Incoming::Mouse(gesture) => gesture::on_gesture(model, gesture, at),
        Incoming::Reply(reply) => on_reply(model, *reply, at),
        // Nobody waits for it.
        Incoming::Synced(said) => vec![Effect::Ask(Request::Synced(said))],
        Incoming::Terminate(signal) => {
            model.exit = Some(Exit::Signal(signal));
            Vec::new()
        }
        Incoming::Closed => {
            model.exit = Some(Exit::Signal(1));
            Vec::new()
        }
        Incoming::Broken => {
            model.exit = Some(Exit::Broken);
            Vec::new()
        }
        Incoming::Stop => vec![Effect::Stop],
        Incoming::Woken => match model.screen {
            Screen::Waiting { .. } if !model.busy => ask(model, Request::Continue),
            _ if exam::is_sat(model) => exam::woken(model),
            _ => Vec::new(),
        },
    }
}

/// Says why nothing happens.
fn say(model: &mut Model, id: &str) -> Vec<Effect> {
    model.toast = Some(Toast { text: model.messages.get(id), bad: false });
    Vec::new()
}

/// Sends a request that the screen waits for.
fn ask(model: &mut Model, request: Request) -> Vec<Effect> {
    model.busy = true;
    vec![Effect::Ask(request)]
}

fn on_key(model: &mut Model, key: KeyEvent, at: Duration) -> Vec<Effect> {
    model.toast = None;
    let action = model.keymap.action(&model.contexts(), Key::from(key));
    match action {
        Some(Action::Interrupt) => {
            model.exit = Some(Exit::Done);
            return Vec::new();
        }
        Some(Action::SuspendProgram) => return vec![Effect::Stop],
        Some(Action::Redraw) => return vec![Effect::Redraw],
        _ => {}
    }
    if model.overlay.is_some() {
        return on_overlay(model, action, key);
    }
    // A letter that is typed into an answer is a letter.
    if let Screen::Review(review) = &mut model.screen
        && review::is_typed(review, key, action)
    {
        return review::type_key(review, key);
    }
    if let Some(effects) = cards::type_key(model, key, action) {
        return effects;
    }
    if let Some(effects) = exam::type_key(model, key, action).or_else(|| programme::type_key(model, key)) {
        return effects;
    }
    match (action, &model.screen) {
        (Some(action), _) => on_action(model, action, at),
        // It looks like a field, and is none.
        (None, Screen::Review(review)) if review.is_recalled() && Key::from(key).is_text() => {
            say(model, "question-no-field")
        }
        (None, _) => Vec::new(),
    }
}

/// What a key or a click asks for.
fn on_action(model: &mut Model, action: Action, at: Duration) -> Vec<Effect> {
    if action == Action::Help {
        model.overlay = Some(Overlay::Help { contexts: model.contexts(), options: model.options() });
        return vec![Effect::ScrollTop];
    }
    if matches!(model.screen, Screen::Exam(_)) {
        return exam::on_action(model, action, at);
    }
    if let Some(effect) = scroll(action)
        && !lists(&model.screen)
    {
        return review::scrolls(model, action, effect);
    }
    // Nothing is asked twice, and no key that was meant for this card counts for the next one.
    if model.busy {
        return Vec::new();
    }
    if action == Action::LogMiss {
        return notebook::open(model, Purpose::Miss, "");
    }
    match &mut model.screen {
        // What Home shows could not be read.
        Screen::Loading if action == Action::Start => ask(model, Request::Overview),
        Screen::Loading if action == Action::Quit => {
            model.exit = Some(Exit::Done);
            Vec::new()
        }
        Screen::Loading | Screen::Exam(_) => Vec::new(),
        Screen::Home(_) => home::on_action(model, action),
        Screen::Notebook(_) => notebook::on_action(model, action),
        Screen::Cards(_) => cards::on_action(model, action),
        Screen::Programme(_) => programme::on_action(model, action),
        Screen::Settings(_) => settings::on_action(model, action),
        Screen::Statistics(_) => statistics::on_action(model, action),
        Screen::Review(_) => review::on_action(model, action, at),
        Screen::Waiting { .. } | Screen::Stuck(_) => match action {
            Action::Continue => ask(model, Request::Continue),
            Action::Leave => ask(model, Request::Leave),
            Action::Undo => ask(model, Request::Undo),
            _ => Vec::new(),
        },
        Screen::Draft(proposal) => match action {
            Action::Accept | Action::Refuse => {
                let card = proposal.locator.clone();
                ask(model, Request::Decide { card, accept: action == Action::Accept })
            }
            Action::Later => {
                let next = if proposal.number < proposal.of { proposal.number } else { 0 };
                ask(model, Request::Drafts(next))
            }
            Action::Edit => ask(model, Request::Edit),
            Action::Undo => ask(model, Request::Undo),
            Action::Home => ask(model, Request::Overview),
            _ => Vec::new(),
        },
        Screen::Summary(report) => match action {
            Action::Home => ask(model, Request::Overview),
            Action::StudyAhead if !report.offers_ahead() => say(model, "ahead-nothing"),
            Action::StudyAhead => ask(model, Request::Ahead),
            Action::MoreNew if !report.offers_more_new() => say(model, "more-new-nothing"),
            Action::MoreNew => ask(model, Request::MoreNew),
            Action::Missed => ask(model, Request::Missed),
            Action::Undo => ask(model, Request::Undo),
            Action::Quit => {
                model.exit = Some(Exit::Done);
                Vec::new()
            }
            _ => Vec::new(),
        },
    }
}

/// Whether the screen is a list with a chosen row, which the arrows and the wheel move.
fn lists(screen: &Screen) -> bool {
    match screen {
        Screen::Home(_)
        | Screen::Notebook(_)
        | Screen::Cards(_)
        | Screen::Programme(_)
        | Screen::Settings(_) => true,
        Screen::Statistics(screen) => screen.lists(),
        _ => false,
    }
}

fn scroll(action: Action) -> Option<Effect> {
    match action {
        Action::Up => Some(Effect::Scroll(-1)),
        Action::Down => Some(Effect::Scroll(1)),
        Action::PageUp => Some(Effect::ScrollPages(-1)),
        Action::PageDown => Some(Effect::ScrollPages(1)),
        _ => None,
    }
}

fn on_overlay(model: &mut Model, action: Option<Action>, key: KeyEvent) -> Vec<Effect> {
    if let Some(Overlay::Writing(writing)) = &mut model.overlay {
        let warned = std::mem::take(&mut writing.warned);
        match action {
            Some(Action::Save) if model.busy => {}
            Some(Action::Save) => {
                // The text stays open until it is kept: nothing that was written is lost.
                let text = writing.text();
                return match writing.purpose {
                    Written::Note => save_note(model, text),
                    Written::Letter => ask(model, Request::Letter(text)),
                };
            }
            Some(Action::Cancel) if writing.has_changed() && !warned => {
                writing.warned = true;
                model.toast = Some(Toast { text: model.messages.get("writing-unsaved"), bad: false });
            }
            Some(Action::Cancel) => model.overlay = None,
            _ => type_in(&mut writing.input, key),
        }
        return Vec::new();
    }
    if let Some(Overlay::Form(form)) = &mut model.overlay {
        let purpose = form.purpose;
        return match action {
            Some(Action::Validate) if model.busy => Vec::new(),
            Some(Action::Validate) => {
                let typed = form.input.lines().join(" ");
                notebook::submit(model, purpose, &typed)
            }
            Some(Action::Cancel) => {
                model.overlay = None;
                Vec::new()
            }
            _ => {
                type_in_line(&mut form.input, key);
                Vec::new()
            }
        };
    }
    match action {
        Some(Action::ClockIsRight(right)) => clock::settle(model, right),
        Some(Action::Reason(number)) => notebook::choose(model, number),
        Some(Action::Edit) if model.busy => Vec::new(),
        Some(Action::Edit) => ask(model, Request::Mend),
        Some(Action::Cancel) => {
            model.overlay = None;
            vec![Effect::ScrollTop]
        }
        Some(action) => scroll(action).into_iter().collect(),
        None => Vec::new(),
    }
}

fn save_note(model: &mut Model, text: String) -> Vec<Effect> {
    if matches!(model.screen, Screen::Exam(_)) {
        return exam::save_note(model, text);
    }
    ask(model, Request::SaveNote(text))
}

fn on_paste(model: &mut Model, text: &str) {
    let clean = crate::card::Text::clean(text);
    match (&mut model.overlay, &mut model.screen) {
        (Some(Overlay::Writing(writing)), _) => {
            writing.input.insert_str(clean.as_str());
        }
        (Some(Overlay::Form(form)), _) => {
            form.input.insert_str(crate::card::Text::one_line(&clean).as_str());
        }
        (None, Screen::Review(review)) => review::paste(&mut review.stage, &clean),
        (None, Screen::Programme(screen)) => {
            programme::paste(screen, crate::card::Text::one_line(&clean).as_str());
        }
        (None, Screen::Exam(screen)) => {
            if let ExamScreen::Sat(sat) = &mut **screen
                && sat.panel.is_none()
            {
                review::paste(&mut sat.review.stage, &clean);
            }
        }
        _ => {}
    }
}

fn on_reply(model: &mut Model, reply: Reply, at: Duration) -> Vec<Effect> {
    model.busy &= reply.is_unawaited();
    let say = |text| Toast { text, bad: false };
    match reply {
        Reply::Overview { overview, said } => {
            model.toast = said.map(say).or(model.toast.take());
            home::show(model, overview, Effect::ScrollTop)
        }
        Reply::Refreshed { overview, said } => home::refreshed(model, overview, said),
        Reply::Containers(found) => home::list(model, found),
        Reply::Problems { body, overview, said } => home::problems(model, body, overview, said),
        Reply::Draft { proposal, said } => {
            model.toast = said.map(say);
            model.screen = Screen::Draft(proposal);
            vec![Effect::ScrollTop]
        }
        Reply::Turn { turn, said, text } => {
            model.overlay = text.map(|(title, body)| Overlay::Text { title, body });
            model.toast = said.map(say);
            model.screen = match turn {
                Turn::Card(asked) => Screen::Review(Box::new(Review::new(asked, at))),
                Turn::Wait(until) => Screen::Waiting { until },
                Turn::Finished(report) => Screen::Summary(report),
                Turn::Stuck(reason) => Screen::Stuck(reason),
            };
            tell_the_way_back(model);
            if let Screen::Review(review) = &model.screen
                && review.asked.within.as_ref().is_some_and(|within| within.number > 1)
            {
                return vec![Effect::ScrollTop, Effect::Seek];
            }
            vec![Effect::ScrollTop]
        }
        Reply::Changed { asked, said } => {
            if matches!(model.overlay, Some(Overlay::Writing(_))) {
                model.overlay = None;
            }
            model.toast = said.map(say);
            if let Screen::Review(review) = &mut model.screen {
                review.replace(asked);
            }
            Vec::new()
        }
        Reply::Looked { asked, said } => {
            model.toast = said.map(say);
            if let (Screen::Review(review), Some(asked)) = (&mut model.screen, asked) {
                review.replace(asked);
            }
            Vec::new()
        }
        Reply::Clock(leap) => clock::question(model, leap),
        Reply::Notebook { notebook, said, made } => {
            model.toast = said.map(say).or(model.toast.take());
            notebook::show(model, notebook, made);
            vec![Effect::Follow]
        }
        Reply::Cards { listing, said } => cards::show(model, listing, said),
        Reply::Coverage(coverage) => {
            model.screen = Screen::Programme(Box::new(ProgrammeScreen::new(coverage)));
            vec![Effect::ScrollTop]
        }
        Reply::Statistics(figures) => {
            model.screen = Screen::Statistics(Box::new(StatisticsScreen::new(figures)));
            vec![Effect::ScrollTop]
        }
        Reply::Settings { lines, said } => settings::show(model, lines, said),
        Reply::Logged(text) => {
            model.overlay = None;
            model.toast = Some(say(text));
            match &model.screen {
                Screen::Notebook(book) => {
                    let filter = book.notebook.filter.clone();
                    ask(model, Request::Notebook(filter))
                }
                _ => Vec::new(),
            }
        }
        // The loop keeps it.
        Reply::Drawn(_) => Vec::new(),
        Reply::Edit(place) => vec![Effect::Edit(place)],
        Reply::Exam(reply) => exam::on_reply(model, reply, at),
        Reply::Text { title, body } => {
            model.overlay = Some(Overlay::Text { title, body });
            vec![Effect::ScrollTop]
        }
        Reply::Nothing(text) => {
            model.toast = Some(say(text));
            Vec::new()
        }
        Reply::Failed(text) => {
            exam::failed(model);
            model.toast = Some(Toast { text, bad: true });
            Vec::new()
        }
    }
}

/// Where an answer is typed, letters are letters: how to take back what has just been done is told with it.
fn tell_the_way_back(model: &mut Model) {
    let contexts = model.contexts();
    if !contexts.first().is_some_and(|context| context.takes_text()) {
        return;
    }
    let undo = model.keymap.rows(&contexts).find(|(row, _)| row.action == Action::Undo);
    let key = undo.and_then(|(_, keys)| Some(keys.first()?.label(&model.messages)));
    if let (Some(said), Some(key)) = (&mut model.toast, key) {
        let way = model.messages.with("undo-by-key", &[("key", key.into())]);
        said.text = format!("{} {way}", said.text);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::{
        i18n::{Lang, Messages},
        tui::{
            keymap::Keymap,
            theme::{Theme, ThemeName},
        },
    };

    fn model() -> Model {
        Model::new(Arc::new(Messages::new(Lang::En)), Theme::new(ThemeName::Mono), Keymap::default())
    }

    fn reply(model: &mut Model, reply: Reply) {
        assert_eq!(update(model, Incoming::Reply(Box::new(reply)), Duration::ZERO), Vec::new());
    }

    #[test]
    fn the_look_at_the_disk_does_not_answer_for_what_is_waited_for() {
        let mut model = model();
        reply(&mut model, Reply::Refreshed { overview: None, said: None });
        assert!(model.busy && matches!(model.screen, Screen::Loading), "the session is still on its way");
        reply(&mut model, Reply::Failed("no".to_owned()));
        assert!(!model.busy);
    }

    #[test]
    fn a_home_that_cannot_be_read_can_be_left_and_tried_again() {
        let mut model = model();
        reply(&mut model, Reply::Failed("no".to_owned()));
        let press = |model: &mut Model, key: char| {
            let event = Event::Key(crossterm::event::KeyCode::Char(key).into());
            update(model, Incoming::Input(event), Duration::ZERO)
        };
        assert_eq!(press(&mut model, ' '), [Effect::Ask(Request::Overview)]);
        model.busy = false;
        press(&mut model, 'q');
        assert_eq!(model.exit, Some(Exit::Done));
    }
}
