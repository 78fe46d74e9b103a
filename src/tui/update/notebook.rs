//! Keys in the error notebook, the reason of a miss, and lines that are asked for.

use super::{Effect, ask, exam, say, settings};
use crate::{
    app::{
        answered::Answered,
        asked::Asked,
        notebook::{Filter, Reason, Why},
        series::Series,
    },
    card::{Content, Rank},
    tui::{
        keymap::Action,
        model::{Book, BookView, LineForm, Model, Overlay, Purpose, Screen, Stage, Toast},
        service::{Request, Treat},
        widgets::field::{field, guessed},
    },
};

pub(super) fn on_action(model: &mut Model, action: Action) -> Vec<Effect> {
    let Screen::Notebook(book) = &mut model.screen else { return Vec::new() };
    let warned = std::mem::take(&mut book.warned);
    let last = book.rows().saturating_sub(1);
    match action {
        Action::Up => book.cursor = book.cursor.saturating_sub(1),
        Action::Down => book.cursor = (book.cursor + 1).min(last),
        Action::PageUp => book.cursor = book.cursor.saturating_sub(10),
        Action::PageDown => book.cursor = (book.cursor + 10).min(last),
        Action::NextView => {
            book.view = book.view.next();
            book.cursor = 0;
        }
        Action::Start => {
            let cards = book.cards();
            return series(model, cards);
        }
        Action::StartAll => {
            let cards = book.notebook.cards(|_| true);
            return series(model, cards);
        }
        Action::Open if book.view != BookView::List => {
            let filter = book.narrowed();
            book.view = BookView::List;
            return ask(model, Request::Notebook(filter));
        }
        Action::Home => return ask(model, Request::Overview),
        Action::Item => {
            let typed = book.notebook.filter.item.map(|item| item.to_string()).unwrap_or_default();
            return open(model, Purpose::Item, &typed);
        }
        Action::Period | Action::RankFilter | Action::ShowDone | Action::ClearFilter => {
            let filter = changed(&book.notebook.filter, action);
            return ask(model, Request::Notebook(filter));
        }
        Action::Edit => return edit(model),
        Action::ResumeObjective => return resume(model),
        Action::Undo => {
            // What was made may go.
            book.made = None;
            return ask(model, Request::Undo);
        }
        Action::MakeCard if !warned && book.chosen().is_some() => return warn_of_making(model),
        Action::Explain | Action::Done | Action::TakeBack | Action::MakeCard => return treat(model, action),
        _ => {}
    }
    vec![Effect::Follow]
}

/// The filter after a key.
fn changed(filter: &Filter, action: Action) -> Filter {
    let mut filter = filter.clone();
    match action {
        Action::Period => filter.period = filter.period.next(),
        Action::RankFilter => {
            filter.rank = match filter.rank {
                None => Some(Rank::A),
                Some(Rank::A) => Some(Rank::B),
                Some(Rank::B) => None,
            };
        }
        Action::ShowDone => filter.done = !filter.done,
        _ => filter = Filter { period: filter.period, ..Filter::default() },
    }
    filter
}

fn series(model: &mut Model, cards: Vec<crate::card::Locator>) -> Vec<Effect> {
    if cards.is_empty() {
        return say(model, "book-no-card");
    }
    ask(model, Request::Series(Series::cards(cards)))
}

fn edit(model: &mut Model) -> Vec<Effect> {
    let Screen::Notebook(book) = &model.screen else { return Vec::new() };
    let card = book.made.clone().or_else(|| book.chosen()?.card.clone());
    match card {
        Some(card) => {
            let filter = book.notebook.filter.clone();
            ask(model, Request::EditCard { card, filter })
        }
        None => say(model, "book-no-card"),
    }
}

/// What making a card of the chosen miss does is told before it is done: where there is a card already, that one.
fn warn_of_making(model: &mut Model) -> Vec<Effect> {
    let Screen::Notebook(book) = &mut model.screen else { return Vec::new() };
    let Some(miss) = book.chosen() else { return Vec::new() };
    let card = miss.card.as_ref().filter(|_| !miss.elsewhere).map(ToString::to_string);
    book.warned = true;
    let text = match card {
        Some(card) => model.messages.with("book-card-exists", &[("card", card.into())]),
        None => model.messages.get("book-makes-card"),
    };
    model.toast = Some(Toast { text, bad: false });
    Vec::new()
}

fn resume(model: &mut Model) -> Vec<Effect> {
    let Screen::Notebook(book) = &model.screen else { return Vec::new() };
    let objective = match book.view {
        BookView::Objectives => book.notebook.objectives.get(book.cursor).and_then(|group| group.key),
        _ => book.chosen().and_then(|miss| miss.objective),
    };
    match objective {
        Some(objective) => ask(model, Request::ResumeObjective(objective)),
        None => say(model, "book-no-objective"),
    }
}

/// Does something with the miss of the chosen row.
fn treat(model: &mut Model, action: Action) -> Vec<Effect> {
    let Screen::Notebook(book) = &model.screen else { return Vec::new() };
    let Some(miss) = book.chosen() else { return say(model, "book-choose-a-miss") };
    let treat = match action {
        Action::Explain if miss.elsewhere => return say(model, "book-reason-elsewhere"),
        Action::Explain => {
            model.overlay = Some(Overlay::Reason);
            return vec![Effect::ScrollTop];
        }
        Action::Done => Treat::Done,
        Action::TakeBack => Treat::TakeBack,
        _ => Treat::MakeCard,
    };
    let (miss, filter) = (Box::new(miss.clone()), book.notebook.filter.clone());
    ask(model, Request::Treat { treat, miss, filter })
}

/// The student wants to say why the answer on the screen was wrong.
pub(super) fn begin_reason(model: &mut Model) -> Vec<Effect> {
    let Some(review) = model.question() else { return Vec::new() };
    let Stage::Answered(answered) = &review.stage else { return Vec::new() };
    if !answered.may_be_explained() {
        return say(model, "reason-not-missed");
    }
    model.overlay = Some(Overlay::Reason);
    vec![Effect::ScrollTop]
}

/// A reason was chosen.
pub(super) fn choose(model: &mut Model, number: u8) -> Vec<Effect> {
    let Some(&reason) = Reason::ALL.get(usize::from(number)) else { return Vec::new() };
    if reason == Reason::Confused {
        let guess = match model.question().map(|review| (review, &review.stage)) {
            Some((review, Stage::Answered(answered))) => guess(&review.asked, answered),
            _ => String::new(),
        };
        let input = guessed(&guess);
        model.overlay = Some(Overlay::Form(Box::new(LineForm { purpose: Purpose::Confused, input })));
        return vec![Effect::ScrollTop];
    }
    give(model, Why { reason, detail: None })
}

/// What it may have been confused with: what was typed, or the wrong option that was ticked.
fn guess(asked: &Asked, answered: &Answered) -> String {
    match &asked.card.content {
        Content::Qru(choice) | Content::Qrm(choice) | Content::Qrp(choice) => {
            let mut wrong = answered.ticked.iter().filter_map(|number| choice.options.get(*number));
            wrong
                .find(|option| !option.verdict.is_right())
                .map(|option| crate::app::markdown::one_line(&option.text))
                .unwrap_or_default()
        }
        _ => answered.typed.clone().unwrap_or_default(),
    }
}

fn give(model: &mut Model, why: Why) -> Vec<Effect> {
    model.overlay = None;
    match &mut model.screen {
        Screen::Review(review) => {
            if let Stage::Answered(answered) = &mut review.stage {
                answered.explain(why);
            }
            Vec::new()
        }
        Screen::Notebook(book) => match book.chosen().cloned() {
            Some(miss) => {
                let filter = book.notebook.filter.clone();
                ask(model, Request::Treat { treat: Treat::Explain(why), miss: Box::new(miss), filter })
            }
            None => Vec::new(),
        },
        Screen::Exam(_) => exam::explain(model, why),
        _ => Vec::new(),
    }
}

/// Asks for a line.
pub(super) fn open(model: &mut Model, purpose: Purpose, text: &str) -> Vec<Effect> {
    model.overlay = Some(Overlay::Form(Box::new(LineForm { purpose, input: field(text) })));
    vec![Effect::ScrollTop]
}

/// The line is written.
pub(super) fn submit(model: &mut Model, purpose: Purpose, typed: &str) -> Vec<Effect> {
    match purpose {
        Purpose::Confused => give(model, Why::new(Reason::Confused, typed)),
        // The form stays until the line is kept: nothing that was written is lost.
        Purpose::Miss => ask(model, Request::LogMiss(typed.to_owned())),
        Purpose::Setting(setting) => settings::submit(model, setting, typed),
        Purpose::Item => {
            let Screen::Notebook(book) = &model.screen else { return Vec::new() };
            let item = typed.trim().parse().ok();
            if item.is_none() && !typed.trim().is_empty() {
                return say(model, "book-no-item");
            }
            let filter = Filter { item, ..book.notebook.filter.clone() };
            model.overlay = None;
            ask(model, Request::Notebook(filter))
        }
    }
}

/// The notebook has come.
pub(super) fn show(
    model: &mut Model,
    notebook: Box<crate::app::notebook::Notebook>,
    made: Option<crate::card::Locator>,
) {
    let (view, cursor, before) = match &mut model.screen {
        Screen::Notebook(book) => (book.view, book.cursor, book.made.take()),
        _ => Default::default(),
    };
    let mut book = Book { notebook, view, cursor: 0, made: made.or(before), warned: false };
    book.cursor = cursor.min(book.rows().saturating_sub(1));
    model.screen = Screen::Notebook(book);
}
