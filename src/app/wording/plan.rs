//! The plan for an exam, beside the limits of the day.

use super::words;
use crate::{
    app::overview::{ExamLine, Room},
    i18n::Messages,
};

/// The exam, how many new cards a day it takes to see everything in time, and whether the limits of the day leave room for them.
#[must_use]
pub fn exam(line: ExamLine, messages: &Messages) -> String {
    let exam = match line.days {
        0 => return messages.get("home-exam-today"),
        _ => when(line, messages),
    };
    let (id, limit) = match line.room {
        _ if line.unseen == 0 => ("home-exam-all-seen", 0),
        Room::Enough(limit) => ("home-exam-enough", limit),
        Room::Beyond(limit) => ("home-exam-beyond", limit),
        Room::Capped(cards) => ("home-exam-capped", cards),
    };
    let args = [
        ("exam", exam.into()),
        ("new", line.new_a_day.into()),
        ("seen", line.seen_today.into()),
        ("until", words::date(line.new_until, messages).into()),
        ("limit", limit.into()),
    ];
    messages.with(id, &args)
}

/// The same for a narrow screen: the exam, and by how many new cards a day.
#[must_use]
pub fn exam_in_short(line: ExamLine, messages: &Messages) -> String {
    if line.days == 0 || line.unseen == 0 {
        return exam(line, messages);
    }
    let args = [("exam", when(line, messages).into()), ("new", line.new_a_day.into())];
    messages.with("home-exam-short", &args)
}

fn when(line: ExamLine, messages: &Messages) -> String {
    messages.with("home-exam", &[("days", line.days.into())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    fn line(room: Room) -> ExamLine {
        let new_until = jiff::civil::date(2026, 12, 2);
        ExamLine { days: 14, new_a_day: 36, new_until, seen_today: 0, unseen: 337, room }
    }

    #[test]
    fn the_plan_and_the_limit_are_one_sentence() {
        let fr = Messages::new(Lang::Fr);
        let said = |line| exam(line, &fr).replace(['\u{a0}', '\u{202f}'], " ");
        assert_eq!(
            said(ExamLine { days: 54, new_a_day: 10, ..line(Room::Enough(20)) }),
            "Examen dans 54 jours : 10 nouvelles par jour suffisent, votre limite est 20."
        );
        assert_eq!(
            said(ExamLine { seen_today: 20, ..line(Room::Beyond(20)) }),
            "Examen dans 14 jours : 36 nouvelles cartes par jour (20 vues aujourd'hui) jusqu'au 2 décembre 2026, \
             au-delà de votre limite de 20, puis des révisions."
        );
        assert_eq!(
            said(line(Room::Capped(24))),
            "Examen dans 14 jours : il faudrait 36 nouvelles cartes par jour jusqu'au 2 décembre 2026, mais le \
             plafond de la journée n'en laisse passer que 24."
        );
    }

    #[test]
    fn a_single_card_is_one_and_what_was_seen_is_not_asked_for() {
        let en = Messages::new(Lang::En);
        let one = ExamLine { days: 1, new_a_day: 1, ..line(Room::Enough(20)) };
        assert_eq!(exam(one, &en), "The exam is tomorrow: one new card a day is enough, your limit is 20.");
        let seen = ExamLine { unseen: 0, ..line(Room::Enough(20)) };
        assert_eq!(exam(seen, &en), "The exam is in 14 days: every card has been seen.");
        assert_eq!(exam_in_short(seen, &en), exam(seen, &en));
        assert_eq!(exam_in_short(line(Room::Beyond(20)), &en), "The exam is in 14 days: +36 a day.");
        assert_eq!(exam(ExamLine { days: 0, ..one }, &en), "The exam is today: good luck!");
    }
}
