use serde_json::json;

use super::{Envelope, read, version as version_of, write};
use crate::{
    card::{Fingerprint, Locator, Rank},
    journal::{
        CardVersion, Clock, Decided, EventId, ExamAnswer, ExamDecision, ExamQuestion, ExamSitting, ExamTerms,
        ExternalMiss, Mistake, Record, Review, Undo,
    },
    memory::{Day, Granted, Phase, Rating},
};

fn card(text: &str) -> Locator {
    text.parse().expect("a locator")
}

fn id() -> EventId {
    "0123456789abcdef-42".parse().expect("an id")
}

fn review() -> Review {
    Review {
        card: card("edn-019-missions-fr/leviers"),
        fingerprint: Fingerprint::of("x"),
        rating: Rating::Hard,
        granted: Granted::Days { days: 3, phase: Phase::Review },
        score: Some(0.5),
        decided: Some(Decided::Student),
        answered: Some("la « Cnam »".to_owned()),
        took_ms: 4200,
        context: "study".to_owned(),
        practice: false,
    }
}

fn known() -> crate::memory::Known {
    crate::memory::Known {
        day: Day::new(20_780),
        memory: crate::memory::Memory { stability: 31.25, difficulty: 5.5 },
        phase: Phase::Review,
        due: crate::memory::Due::Day(Day::new(20_810)),
        interval_days: 30,
        reps: 9,
        lapses: 1,
    }
}

/// One of each, with every field.
fn every_record() -> Vec<(Record, &'static str)> {
    let c = || card("d/x#c1");
    let sitting = ExamSitting {
        paper: "blanc-1".to_owned(),
        took_ms: 9,
        score: 1.0 / 3.0,
        answers: vec![ExamAnswer {
            card: c(),
            fingerprint: Fingerprint::of("x"),
            score: None,
            answered: None,
            took_ms: 1,
            about: ExamQuestion::default(),
        }],
        terms: ExamTerms::default(),
    };
    let mut told = sitting.clone();
    told.terms = ExamTerms {
        key: Some("k".to_owned()),
        limit_ms: Some(7),
        seed: Some(u64::MAX),
        language: Some("fr".to_owned()),
        unit: true,
    };
    told.answers[0].about = ExamQuestion {
        highest: Some(0.5),
        annulled: true,
        estimated: true,
        kind: Some("qroc".to_owned()),
        rank: Some(Rank::A),
        format_rank: Some(Rank::B),
        item: Some(19),
        objective: Some("OIC-019-09-A".to_owned()),
    };
    let mistake = Mistake {
        card: c(),
        review: Some(id()),
        reason: "confused".to_owned(),
        detail: Some("la HAS".to_owned()),
    };
    let hash = "00112233445566778899aabbccddeeff".parse().expect("a hash");
    let miss = ExternalMiss { text: "t".to_owned(), item: Some(232), ..ExternalMiss::default() };
    vec![
        (
            Record::Review(review()),
            r#"{"answered":"la « Cnam »","card":"edn-019-missions-fr/leviers","context":"study","decided":"student","fingerprint":"3ae7d805f6789a64","granted":{"days":3,"to":"review"},"rating":2,"score":500000,"took_ms":4200,"v":1}"#,
        ),
        (
            Record::Undo(Undo { target: id(), hash }),
            r#"{"hash":"00112233445566778899aabbccddeeff","target":"0123456789abcdef-42","v":1}"#,
        ),
        (
            Record::Suspend { card: c(), reason: "leech".to_owned() },
            r#"{"card":"d/x#c1","reason":"leech","v":1}"#,
        ),
        (Record::Resume { card: c() }, r#"{"card":"d/x#c1","v":1}"#),
        (
            Record::Bury { card: c(), until: Day::new(20_780) },
            r#"{"card":"d/x#c1","until":"2026-11-23","v":1}"#,
        ),
        (Record::Flag { card: c(), flag: 3 }, r#"{"card":"d/x#c1","flag":3,"v":1}"#),
        (Record::Reset { card: c() }, r#"{"card":"d/x#c1","v":1}"#),
        (Record::Reschedule { card: c(), due: Day::new(0) }, r#"{"card":"d/x#c1","due":"1970-01-01","v":1}"#),
        (
            Record::Known { card: c(), known: known() },
            r#"{"card":"d/x#c1","day":"2026-11-23","difficulty":5500000,"due":"2026-12-23","interval":30,"lapses":1,"reps":9,"stability":31250000,"to":"review","v":1}"#,
        ),
        (Record::Alias { a: card("d/x"), b: card("e/y") }, r#"{"a":"d/x","b":"e/y","v":1}"#),
        (
            Record::Note { card: card("d/x"), text: "à revoir\n".to_owned() },
            r#"{"card":"d/x","text":"à revoir\n","v":1}"#,
        ),
        (
            Record::Mistake(mistake),
            r#"{"card":"d/x#c1","detail":"la HAS","reason":"confused","review":"0123456789abcdef-42","v":1}"#,
        ),
        (Record::MissDone { miss: id() }, r#"{"miss":"0123456789abcdef-42","v":1}"#),
        (Record::ExternalMiss(miss), r#"{"item":232,"text":"t","v":1}"#),
        (
            Record::ExamSitting(sitting),
            r#"{"answers":[{"card":"d/x#c1","fingerprint":"3ae7d805f6789a64","took_ms":1}],"paper":"blanc-1","score":333333,"took_ms":9,"v":1}"#,
        ),
        (
            Record::ExamSitting(told),
            r#"{"answers":[{"annulled":true,"card":"d/x#c1","estimated":true,"fingerprint":"3ae7d805f6789a64","format_rank":"B","highest":500000,"item":19,"kind":"qroc","objective":"OIC-019-09-A","rank":"A","took_ms":1}],"key":"k","language":"fr","limit_ms":7,"paper":"blanc-1","score":333333,"seed":"18446744073709551615","took_ms":9,"unit":true,"v":1}"#,
        ),
        (
            Record::ExamDecision(ExamDecision { sitting: id(), card: c(), score: 0.5 }),
            r#"{"card":"d/x#c1","score":500000,"sitting":"0123456789abcdef-42","v":1}"#,
        ),
        (
            Record::Setting { key: "retention".to_owned(), value: json!(0.9) },
            r#"{"key":"retention","v":1,"value":"0.9"}"#,
        ),
        (
            Record::Clock(Clock { device: id().device, from: 3, to: 9, shift_ms: -3_600_000 }),
            r#"{"device":"0123456789abcdef","from":3,"shift_ms":-3600000,"to":9,"v":1}"#,
        ),
    ]
}

#[test]
fn bodies_stay_what_they_are() {
    // Journals that exist hold these texts: a change of version 1 breaks them, a new shape needs a new version.
    for (record, text) in every_record() {
        assert_eq!(write(&record, None, None).as_deref(), Ok(text));
    }
}

#[test]
fn every_body_reads_as_it_was_written() {
    for (record, _) in every_record() {
        let text = write(&record, None, None).expect("canonical");
        let mut again = read(record.kind(), &text).expect("readable");
        if let (Record::ExamSitting(again), Record::ExamSitting(first)) = (&mut again, &record) {
            assert!((again.score - first.score).abs() < 1e-6, "a score is kept in millionths");
            again.score = first.score;
        }
        assert_eq!(again, record);
    }
}

#[test]
fn every_way_of_coming_back_reads_as_it_was_written() {
    for granted in [
        Granted::Learning { step: 1, seconds: 600 },
        Granted::Relearning { step: 0, seconds: 60 },
        Granted::Days { days: 1, phase: Phase::Learning(1) },
        Granted::Days { days: 1, phase: Phase::Relearning(0) },
        Granted::Days { days: 36_500, phase: Phase::Review },
        Granted::Days { days: 1, phase: Phase::New },
    ] {
        let record = Record::Review(Review { granted, practice: true, ..review() });
        let text = write(&record, None, None).expect("canonical");
        assert_eq!(read("review", &text), Some(record));
    }
}

#[test]
fn a_newer_version_or_kind_is_not_understood_rather_than_misunderstood() {
    assert_eq!(read("flag", r#"{"card":"d/x","flag":3,"v":2}"#), None);
    assert_eq!(read("star", r#"{"card":"d/x","v":1}"#), None);
    for broken in [
        "",
        "[]",
        "{}",
        r#"{"v":1}"#,
        r#"{"card":"D x","flag":1,"v":1}"#,
        r#"{"card":"d/x","flag":"1","v":1}"#,
    ] {
        assert_eq!(read("flag", broken), None, "{broken}");
    }
    let granted_twice = r#"{"card":"d/x","context":"","fingerprint":"3ae7d805f6789a64","granted":{"days":1,"seconds":1,"to":"review"},"rating":1,"took_ms":0,"v":1}"#;
    assert_eq!(read("review", granted_twice), None);
}

#[test]
fn a_field_that_a_newer_program_added_is_ignored() {
    let record = read("flag", r#"{"card":"d/x","colour":"red","flag":3,"v":1}"#);
    assert_eq!(record, Some(Record::Flag { card: card("d/x"), flag: 3 }));
}

#[test]
fn a_body_carries_the_batch_and_the_version_of_its_card() {
    let version =
        CardVersion { card: card("d/x#c1"), fingerprint: Fingerprint::of("x"), text: "Texte".to_owned() };
    let record = Record::Resume { card: card("d/x#c1") };
    let text = write(&record, Some(7), Some(&version)).expect("canonical");
    assert_eq!(
        text,
        r#"{"batch":7,"card":"d/x#c1","v":1,"version":{"card":"d/x","fingerprint":"3ae7d805f6789a64","text":"Texte"}}"#
    );
    let envelope = Envelope::read(&text).expect("an envelope");
    assert_eq!(envelope.batch, Some(7));
    let brought = Some(CardVersion { card: card("d/x"), ..version });
    assert_eq!(version_of(&text), brought);
    assert_eq!(
        version_of(&text.replace("\"version\"", "\"v\\u0065rsion\"")),
        brought,
        "an escaped name is that name"
    );
    assert_eq!(version_of(r#"{"card":"d/x","v":1}"#), None);
    assert_eq!(read("resume", &text), Some(record));
}

#[test]
fn a_score_that_is_no_share_is_brought_inside() {
    for (given, kept) in [(f64::NAN, 0.0), (-1.0, 0.0), (2.0, 1.0)] {
        let record = Record::Review(Review { score: Some(given), ..review() });
        let text = write(&record, None, None).expect("canonical");
        let Some(Record::Review(again)) = read("review", &text) else { panic!("{text}") };
        assert_eq!(again.score, Some(kept));
    }
}
