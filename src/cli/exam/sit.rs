//! Composing a paper, or taking up the exam under way.

use std::{num::NonZeroU32, path::PathBuf, process::ExitCode};

use super::Exam;
use crate::{
    app::{
        App,
        exam::{self, ExamError, ExamStart, ExamWish},
        scope::Scope,
        wording,
    },
    card::DeckId,
    cli::{Failure, Page, run::Session, study::DeckChoice},
};

pub(super) fn run(args: &Exam, session: &Session) -> Result<ExitCode, Failure> {
    let paths: Vec<PathBuf> = args.decks.iter().filter_map(DeckChoice::path).cloned().collect();
    let ids: Vec<DeckId> = args.decks.iter().filter_map(DeckChoice::id).cloned().collect();
    let mut app = session.open(paths.clone())?;
    let said = session.refresh(&mut app)?;
    session.warn(&said);
    let fail = |error: &crate::app::error::AppError| session.error(error);
    if args.save_paper.is_none()
        && let Some(exam) = app.exam_under_way().map_err(|error| fail(&error))?
    {
        // What was asked for now would be another exam: the one under way comes first, or is given up.
        let mut asked = args.clone();
        (asked.plain, asked.decks) = (false, Vec::new());
        if asked != Exam::default() || !args.decks.is_empty() {
            return Err(fail(&ExamError::UnderWay.into()));
        }
        return session.begin_exam(app, ExamStart::UnderWay(Box::new(exam)), args.plain);
    }
    let decks = app.choose_decks(&ids, &paths).map_err(|error| fail(&error))?;
    let wish = wish_of(args, decks, args.plain || session.is_plain(&app));
    let exam = match &args.paper {
        Some(path) => app.read_exam(path, &wish),
        None => app.compose_exam(&wish),
    };
    let exam = exam.map_err(|error| fail(&error))?;
    match &args.save_paper {
        Some(path) => save(&app, &exam, path, session),
        None => session.begin_exam(app, ExamStart::Ready(Box::new(exam)), args.plain),
    }
}

fn wish_of(args: &Exam, decks: Vec<DeckId>, plain: bool) -> ExamWish {
    let number = |count: NonZeroU32| usize::try_from(count.get()).unwrap_or(usize::MAX);
    ExamWish {
        scope: Scope {
            decks,
            item: args.item,
            objective: args.objective,
            rank: args.rank,
            tag: args.tag.clone(),
            ..Scope::default()
        },
        questions: args.questions.map(number),
        minutes: args.minutes.map(NonZeroU32::get),
        unit: args.edn,
        extra: args.extra_time,
        seed: args.seed,
        without_pictures: plain,
    }
}

fn save(
    app: &App,
    exam: &exam::Exam,
    path: &std::path::Path,
    session: &Session,
) -> Result<ExitCode, Failure> {
    app.save_paper(&exam.paper, path).map_err(|error| session.error(&error))?;
    let mut page = Page::default();
    for line in wording::exam::brief(exam, session.messages) {
        page.line(&line);
    }
    let args = [("path", path.to_string_lossy().as_ref().into()), ("id", exam.paper.id().into())];
    page.line(&session.with("exam-paper-saved", &args));
    session.print(&page)
}
