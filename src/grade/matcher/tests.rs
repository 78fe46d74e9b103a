//! The matcher against a table of pairs, and the laws that hold for every text.

use proptest::prelude::*;

use super::{Match, Verdict, match_answer};
use crate::card::{Qroc, Text};

const PAIRS: &str = include_str!("../pairs.tsv");

struct Pair {
    line: usize,
    verdict: &'static str,
    language: &'static str,
    qroc: Qroc,
    typed: &'static str,
    remark: Option<&'static str>,
}

fn pairs() -> Vec<Pair> {
    let lines = PAIRS.lines().enumerate().filter(|(_, l)| !l.is_empty() && !l.starts_with('#'));
    lines.map(|(number, line)| pair(number + 1, line)).collect()
}

fn pair(line: usize, text: &'static str) -> Pair {
    let fields: Vec<&str> = text.split('\t').collect();
    assert!((4..=6).contains(&fields.len()), "line {line}: {} fields", fields.len());
    let (expand, answers) = fields[2].strip_prefix('!').map_or((false, fields[2]), |rest| (true, rest));
    let (answers, accept) = answers.split_once('~').unwrap_or((answers, ""));
    let texts = |list: &str| -> Vec<Text> {
        list.split('|').map(str::trim).filter(|a| !a.is_empty()).map(Text::clean).collect()
    };
    Pair {
        line,
        verdict: fields[0],
        language: fields[1],
        qroc: Qroc {
            prompt: fields.get(4).filter(|p| !p.is_empty()).map_or("Que répondre ?", |p| p).into(),
            answers: texts(answers),
            accept: texts(accept),
            expand,
        },
        typed: fields[3],
        remark: fields.get(5).copied(),
    }
}

fn name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Accept => "accept",
        Verdict::Acceptable => "half",
        Verdict::Almost => "almost",
        Verdict::Refuse => "refuse",
    }
}

/// What is wrong with the outcome for a pair, if anything.
fn complaint(pair: &Pair, qroc: &Qroc, typed: &str) -> Option<String> {
    let found = match_answer(typed, qroc, pair.language);
    let wanted = if pair.verdict == "trap" { "refuse" } else { pair.verdict };
    let remark = found.remark.as_ref().map_or("-", |r| r.name());
    let fits = name(found.verdict) == wanted && pair.remark.is_none_or(|r| r == remark);
    (!fits).then(|| {
        let answers: Vec<&str> = qroc.answers.iter().map(Text::as_str).collect();
        format!("line {}: {answers:?} ← {typed:?}: {} ({remark})", pair.line, name(found.verdict))
    })
}

#[test]
fn every_pair_of_the_table_gets_its_verdict() {
    let mut complaints = Vec::new();
    for pair in pairs() {
        complaints.extend(complaint(&pair, &pair.qroc, pair.typed));
        if pair.verdict == "trap" {
            let turned = Qroc { answers: vec![pair.typed.into()], ..pair.qroc.clone() };
            complaints.extend(complaint(&pair, &turned, &pair.qroc.answers[0]));
        }
    }
    assert!(complaints.is_empty(), "{} pairs:\n{}", complaints.len(), complaints.join("\n"));
}

#[test]
fn the_table_holds_at_least_three_hundred_pairs_of_every_verdict() {
    let pairs = pairs();
    assert!(pairs.len() >= 300, "{}", pairs.len());
    for verdict in ["accept", "half", "almost", "refuse", "trap"] {
        assert!(pairs.iter().filter(|p| p.verdict == verdict).count() >= 10, "{verdict}");
    }
    for pair in &pairs {
        assert!(["accept", "half", "almost", "refuse", "trap"].contains(&pair.verdict), "line {}", pair.line);
    }
}

#[test]
fn no_pair_stands_twice() {
    let mut seen = std::collections::HashSet::new();
    for line in PAIRS.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
        let without_verdict: Vec<&str> = line.split('\t').skip(1).take(4).collect();
        assert!(seen.insert(without_verdict), "{line}");
    }
}

fn qroc(answer: &str) -> Qroc {
    Qroc { prompt: "Que répondre ?".into(), answers: vec![answer.into()], accept: Vec::new(), expand: false }
}

#[test]
fn the_matched_answer_is_named_and_a_refused_one_is_not() {
    let qroc = Qroc { accept: vec!["programme Sophia".into()], ..qroc("Sophia") };
    let matched = |typed: &str| match_answer(typed, &qroc, "fr").matched;
    assert_eq!(matched("sophia"), Some("Sophia".into()));
    assert_eq!(matched("le programme Sophia"), Some("programme Sophia".into()));
    assert_eq!(matched("Carsat"), None);
}

#[test]
fn a_card_without_answers_refuses_everything() {
    let qroc = Qroc { answers: Vec::new(), ..qroc("") };
    assert_eq!(
        match_answer("Cnam", &qroc, "fr"),
        Match { verdict: Verdict::Refuse, matched: None, remark: None }
    );
}

#[test]
fn an_answer_of_great_length_is_refused_quietly() {
    let long = "très long ".repeat(100_000);
    assert_eq!(match_answer(&long, &qroc("Parlement"), "fr").verdict, Verdict::Refuse);
}

#[test]
fn an_acronym_that_is_the_only_answer_stays_one_even_where_the_words_are_asked_for() {
    let qroc = Qroc { expand: true, ..qroc("C O G") };
    assert_eq!(match_answer("cog", &qroc, "fr").verdict, Verdict::Accept);
}

/// Words as authors write them, and anything else.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[a-zàâçéèêëîïôûœA-Z0-9'’ ,;/().%°+-]{0,40}",
        proptest::collection::vec(prop::sample::select(WORDS), 0..6).prop_map(|words| words.join(" ")),
    ]
}

const WORDS: &[&str] = &[
    "Cnam",
    "CPAM",
    "CSS",
    "caisse",
    "l'État",
    "de",
    "la",
    "5",
    "cinq",
    "ans",
    "%",
    "1er",
    "juillet",
    "2010",
    "et",
    "ou",
    "non",
    "hypo",
    "hyper",
    "kaliémie",
    "(COG)",
    "T2A",
    "vingt",
    "cent",
    "million",
    "demi",
    "≥",
    "10⁹",
    "½",
    "A",
    "a",
    "VIII",
    "plus",
    "moins",
    "pour",
    "/",
    "par",
    "jour",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn no_text_makes_it_panic(
        typed in any_text(),
        answer in any_text(),
        prompt in any_text(),
        expand in any::<bool>(),
        language in prop::sample::select(&["fr", "en", "de", ""]),
    ) {
        let qroc = Qroc { prompt: Text::clean(&prompt), expand, ..qroc(&answer) };
        let found = match_answer(&typed, &qroc, language);
        prop_assert_eq!(found.matched.is_none(), found.verdict == Verdict::Refuse);
    }

    #[test]
    fn an_answer_always_accepts_itself(
        answer in any_text(),
        prompt in any_text(),
        expand in any::<bool>(),
        language in prop::sample::select(&["fr", "en", "de"]),
    ) {
        let qroc = Qroc { prompt: Text::clean(&prompt), expand, ..qroc(&answer) };
        let typed = qroc.answers[0].to_string();
        prop_assume!(!typed.trim().is_empty());
        prop_assert_eq!(match_answer(&typed, &qroc, language).verdict, Verdict::Accept);
    }

    #[test]
    fn capitals_and_spaces_around_change_nothing_for_words(
        answer in "[a-zéèê]{3,12}( [a-zéèê]{3,12}){0,3}",
    ) {
        let typed = format!("  {} ", answer.to_uppercase());
        prop_assert_eq!(match_answer(&typed, &qroc(&answer), "fr").verdict, Verdict::Accept);
    }

    #[test]
    fn two_different_numbers_are_never_taken_for_one_another(a in 0u32..100_000, b in 0u32..100_000) {
        prop_assume!(a != b);
        for template in ["{}", "{} ans", "loi de {}", "T{}A"] {
            let (expected, typed) =
                (template.replace("{}", &a.to_string()), template.replace("{}", &b.to_string()));
            let verdict = match_answer(&typed, &qroc(&expected), "fr").verdict;
            prop_assert!(verdict == Verdict::Refuse, "{expected} ← {typed}: {verdict:?}");
        }
    }

    #[test]
    fn the_order_in_which_a_card_lists_its_answers_does_not_change_the_verdict(
        typed in any_text(),
        answers in proptest::collection::vec(any_text(), 1..4),
    ) {
        let mut card = Qroc { answers: answers.iter().map(|a| Text::clean(a)).collect(), ..qroc("") };
        let forward = match_answer(&typed, &card, "fr").verdict;
        card.answers.reverse();
        prop_assert_eq!(match_answer(&typed, &card, "fr").verdict, forward);
    }
}
