//! Exams that were handed in: listed, shown, compared.

use std::process::ExitCode;

use super::{ExamCompare, ExamList, ExamShow};
use crate::{
    app::{
        exam::{Compared, ExamLine, ExamResult},
        wording, words,
    },
    cli::{Failure, Page, run::Session, table::Table},
    study::exam::Bounds,
};

pub(super) fn list(args: ExamList, session: &Session) -> Result<ExitCode, Failure> {
    let app = session.open_to_read()?;
    let past = app.exams().map_err(|error| session.error(&error))?;
    if args.json {
        let lines: Vec<ExamLine> = past.iter().map(ExamLine::from).collect();
        return session.print_json(&lines);
    }
    let mut page = Page::default();
    if app.has_exam() {
        page.line(&session.get("exam-list-under-way"));
    }
    if past.is_empty() {
        page.line(&session.get("exam-list-empty"));
        return session.print(&page);
    }
    let columns = ["number", "questions", "mark", "rank-a", "time", "date"];
    let mut table = Table::new(columns.map(|name| session.get(&format!("cli-exam-column-{name}"))));
    for past in &past {
        let report = &past.report;
        let rank_a = report.double_a.map(|group| wording::exam::mark(group.mark(), session.messages));
        table.row([
            past.number.to_string(),
            report.all.questions.to_string(),
            wording::exam::mark(report.mark(), session.messages),
            rank_a.unwrap_or_else(|| "–".to_owned()),
            time(past.took_ms, session),
            words::moment(&past.at, session.messages),
        ]);
    }
    table.write(&mut page);
    session.print(&page)
}

fn time(ms: u64, session: &Session) -> String {
    words::spent(u32::try_from(ms / 1000).map_or(f64::from(u32::MAX), f64::from), session.messages)
}

pub(super) fn show(args: ExamShow, session: &Session) -> Result<ExitCode, Failure> {
    let app = session.open_to_read()?;
    let number = match args.number {
        Some(number) => usize::try_from(number.get()).unwrap_or(usize::MAX),
        None => app.exams().map_err(|error| session.error(&error))?.len().max(1),
    };
    let past = app.exam_report(number).map_err(|error| session.error(&error))?;
    if args.json {
        return session.print_json(&ExamResult::from(&past));
    }
    let mut page = Page::default();
    for section in wording::exam::report(&past, session.messages) {
        page.heading(&section.title);
        section.lines.iter().for_each(|line| page.line(line));
    }
    page.heading(&session.get("exam-section-questions"));
    let mut table = Table::default();
    for (question, number) in past.questions.iter().zip(1_u32..) {
        let line = wording::exam::question(&past, question, session.messages);
        table.row([number.to_string(), line.points, line.text]);
    }
    table.write(&mut page);
    session.print(&page)
}

pub(super) fn compare(args: &ExamCompare, session: &Session) -> Result<ExitCode, Failure> {
    let app = session.open(Vec::new())?;
    let result = |named: &str| app.exam_result(named).map_err(|error| session.error(&error));
    let (first, second) = (result(&args.first)?, result(&args.second)?);
    let compared =
        Compared::of(&first, &second).map_err(|error| session.failed(&error.describe(session.messages)))?;
    if args.json {
        return session.print_json(&compared);
    }
    let mut page = Page::default();
    let mark = |line: &ExamLine| {
        wording::exam::mark(Bounds { low: line.mark, high: line.mark_at_most }, session.messages)
    };
    let rank_a = |line: &ExamLine| match (line.rank_a, line.rank_a_at_most) {
        (Some(low), Some(high)) => wording::exam::mark(Bounds { low, high }, session.messages),
        _ => "–".to_owned(),
    };
    let seconds = |line: &ExamLine| time(line.seconds.saturating_mul(1000), session);
    let mut table = Table::new(["", &*args.first, &*args.second, ""].map(str::to_owned));
    let mut row = |id: &str, cell: &dyn Fn(&ExamLine) -> String| {
        table.row([session.get(id), cell(&compared.first), cell(&compared.second), String::new()]);
    };
    row("cli-exam-column-mark", &mark);
    row("cli-exam-column-rank-a", &rank_a);
    row("cli-exam-column-time", &seconds);
    table.write(&mut page);
    page.heading(&session.get("exam-section-questions"));
    let mut table = Table::default();
    for (question, number) in compared.questions.iter().zip(1_u32..) {
        let points = |points: f64| wording::exam::points(Bounds::sure(points), session.messages);
        let sign = match question.first.total_cmp(&question.second) {
            std::cmp::Ordering::Less => "<",
            std::cmp::Ordering::Equal => "=",
            std::cmp::Ordering::Greater => ">",
        };
        table.row([
            number.to_string(),
            points(question.first),
            sign.to_owned(),
            points(question.second),
            question.card.clone(),
        ]);
    }
    table.write(&mut page);
    session.print(&page)
}
