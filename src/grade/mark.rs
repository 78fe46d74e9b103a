//! The mark of an answer.

use super::{
    Answer, ChoiceDetail, ListDetail, Score, TcsDetail, ZoneDetail, choice, list, mark_tcs, mark_zone,
    matcher::{self, Match, Verdict},
    rules::Rules,
    tcs,
};
use crate::card::{Content, Qroc};

/// Whether the program is sure of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// It is.
    Sure,
    /// The typed answer resembles an expected one without being it: the student decides 0, 0.5 or 1.
    Almost,
}

/// A marked answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Marked {
    /// What the answer earns; while the certainty is [`Certainty::Almost`], what it earns at least.
    pub score: Score,
    /// What it earns at most: the same unless the student still has to decide.
    pub highest: Score,
    /// Whether the program is sure.
    pub certainty: Certainty,
    /// What was right and wrong.
    pub detail: Detail,
}

impl Marked {
    /// The same once the student has decided.
    #[must_use]
    pub fn decided(self, score: Score) -> Self {
        Self { score, highest: score, certainty: Certainty::Sure, ..self }
    }
}

/// What was right and wrong, by kind.
#[derive(Clone, Debug, PartialEq)]
pub enum Detail {
    /// QRU, QRM, QRP.
    Choice(ChoiceDetail),
    /// QROC.
    Typed(Match),
    /// List.
    List(ListDetail),
    /// One question of a script concordance test.
    Tcs(TcsDetail),
    /// Zone.
    Zone(ZoneDetail),
}

/// Marks an answer by the rules of the national exam.
///
/// `language` is the deck's (BCP 47); it picks the rules for typed answers.
///
/// `None` when the program does not mark this kind (question/answer, cloze, mask, the containers) or the answer's shape
/// does not fit the question. A script concordance test is marked here only while it has a single question; give
/// its questions one by one to [`mark_tcs`]. Circles on a picture are taken as if it were square; [`mark_zone`]
/// takes the true aspect.
#[must_use]
pub fn mark(content: &Content, answer: &Answer, language: &str) -> Option<Marked> {
    mark_by(&Rules::EDN, content, answer, language)
}

/// The same by other rules.
#[must_use]
pub fn mark_by(rules: &Rules, content: &Content, answer: &Answer, language: &str) -> Option<Marked> {
    let sure = |(score, detail)| Marked {
        score,
        highest: score,
        certainty: Certainty::Sure,
        detail: Detail::Choice(detail),
    };
    match (content, answer) {
        (Content::Qru(c), Answer::Options(ticks)) => choice::mark_qru(c, ticks).map(sure),
        (Content::Qrm(c), Answer::Options(ticks)) => choice::mark_qrm(rules, c, ticks).map(sure),
        (Content::Qrp(c), Answer::Options(ticks)) => choice::mark_qrp(c, ticks).map(sure),
        (Content::Qroc(qroc), Answer::Typed(typed)) => Some(mark_qroc(rules, qroc, typed, language)),
        (Content::List(l), Answer::Items(items)) => Some(list::mark_list(l, items, language)),
        (Content::Tcs(t), _) => match t.questions.as_slice() {
            [question] => mark_tcs(question, tcs::step(answer)?),
            _ => None,
        },
        (Content::Zone(zone), _) => mark_zone(zone, answer, 1.0),
        _ => None,
    }
}

fn mark_qroc(rules: &Rules, qroc: &Qroc, typed: &str, language: &str) -> Marked {
    let found = matcher::match_answer(typed, qroc, language);
    let (score, highest) = match found.verdict {
        Verdict::Accept => (Score::FULL, Score::FULL),
        Verdict::Acceptable => (Score::new(rules.acceptable), Score::new(rules.acceptable)),
        Verdict::Almost => {
            let full = found.matched.as_ref().is_none_or(|m| qroc.answers.contains(m));
            (Score::ZERO, if full { Score::FULL } else { Score::new(rules.acceptable) })
        }
        Verdict::Refuse => (Score::ZERO, Score::ZERO),
    };
    let certainty = if found.verdict == Verdict::Almost { Certainty::Almost } else { Certainty::Sure };
    Marked { score, highest, certainty, detail: Detail::Typed(found) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::card::{QuestionAnswer, Tcs, TcsQuestion};
    use crate::grade::test_support::{choice, list, qroc};

    fn tcs(count: usize) -> Content {
        let question = TcsQuestion {
            id: "a".into(),
            hypothesis: "h".into(),
            finding: "f".into(),
            votes: [0, 9, 7, 3, 0],
            note: None,
        };
        Content::Tcs(Tcs { vignette: "v".into(), questions: vec![question; count] })
    }

    #[test]
    fn a_typed_answer_earns_1_a_half_or_nothing() {
        let content = Content::Qroc(Qroc { accept: vec!["programme Sophia".into()], ..qroc(&["Sophia"]) });
        let points = |typed: &str| mark(&content, &Answer::Typed(typed.into()), "fr").expect("fits").score;
        assert_eq!(points("sophia"), Score::FULL);
        assert_eq!(points("le programme Sophia"), Score::HALF);
        assert_eq!(points("Carsat"), Score::ZERO);
    }

    #[test]
    fn almost_is_left_to_the_student() {
        let content = Content::Qroc(qroc(&["médecin traitant"]));
        let marked = mark(&content, &Answer::Typed("le médecin tretent".into()), "fr").expect("fits");
        assert_eq!(
            (marked.score, marked.highest, marked.certainty),
            (Score::ZERO, Score::FULL, Certainty::Almost)
        );
        let marked = marked.decided(Score::HALF);
        assert_eq!(
            (marked.score, marked.highest, marked.certainty),
            (Score::HALF, Score::HALF, Certainty::Sure)
        );
    }

    #[test]
    fn what_resembles_a_half_answer_earns_a_half_at_most() {
        let content = Content::Qroc(Qroc { accept: vec!["Gouvernement".into()], ..qroc(&["État"]) });
        let marked = mark(&content, &Answer::Typed("le gouvernement français".into()), "fr").expect("fits");
        assert_eq!((marked.certainty, marked.highest), (Certainty::Almost, Score::HALF));
    }

    #[test]
    fn a_test_of_several_scales_is_marked_question_by_question() {
        assert!(mark(&tcs(1), &Answer::Scale(-1), "fr").is_some_and(|m| m.score.is_full()));
        assert_eq!(mark(&tcs(3), &Answer::Scale(-1), "fr"), None);
    }

    #[test]
    fn an_answer_of_another_shape_is_not_marked() {
        for content in [
            Content::Qru(choice("+-")),
            Content::Qrm(choice("+-")),
            Content::Qrp(choice("+-")),
            Content::List(list(&[&["a"]], false)),
            tcs(1),
        ] {
            assert_eq!(mark(&content, &Answer::Typed("a".into()), "fr"), None, "{content:?}");
        }
        assert_eq!(mark(&Content::Qroc(qroc(&["a"])), &Answer::Scale(0), "fr"), None);
    }

    #[test]
    fn what_the_student_grades_is_not_marked() {
        let qa = QuestionAnswer { question: "q".into(), answer: "a".into(), reverse: false };
        assert_eq!(mark(&Content::Qa(qa), &Answer::Typed("a".into()), "fr"), None);
    }

    #[test]
    fn other_tables_give_other_points() {
        let rules = Rules { discordances: &[1.0], acceptable: 0.25 };
        let content = Content::Qrm(choice("++-"));
        let marked = mark_by(&rules, &content, &Answer::Options(vec![0]), "fr").expect("fits");
        assert_eq!(marked.score, Score::ZERO);
    }
}
