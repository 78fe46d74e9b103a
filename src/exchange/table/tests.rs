//! Tables as students have them.

use proptest::prelude::*;

use super::*;
use crate::card::{
    Card, CardKey, Choice, Cloze, Content, DeckHead, Fingerprint, Item, Kind, List, Meta, Opt, Qroc,
    QuestionAnswer, Source, Text, Verdict,
};

fn table(text: &str) -> Sheet {
    read(text.as_bytes(), &Wishes::default())
}

fn told(sheet: &Sheet) -> Vec<(usize, Option<String>, &'static str)> {
    sheet.mistakes.iter().map(|m| (m.row, m.column.as_ref().map(ToString::to_string), m.message.id)).collect()
}

const QRM: &str = "\
Identifiant;Type;Énoncé;Proposition A;Pourquoi A;Proposition B;Pourquoi B;Proposition C;Justes;Indispensables;Inacceptables;Étiquettes;Objectif
leviers;QRM;Leviers ?;Tarification;Oui, 0,5 point;Impôt;C'est l'État;Périmètre;A;C;B;sante::cnam;OIC-019-09-A
;;Statut ?;EPA;;Association;;;1;;;;
";

#[test]
fn a_french_spreadsheet_of_questions_becomes_cards_with_their_whys() {
    let sheet = table(QRM);
    assert_eq!(told(&sheet), []);
    assert_eq!(sheet.separator, Separator(';'));
    let Content::Qrm(choice) = &sheet.rows[0].content else { panic!("a QRM") };
    let verdicts: Vec<Verdict> = choice.options.iter().map(|option| option.verdict).collect();
    assert_eq!(verdicts, [Verdict::Correct, Verdict::Unacceptable, Verdict::Required]);
    assert_eq!(choice.options[0].why.as_deref(), Some("Oui, 0,5 point"));
    assert_eq!(sheet.rows[0].meta.tags, [Text::from("sante::cnam")]);
    assert_eq!(sheet.rows[0].meta.item, Item::new(19));
    assert!(matches!(sheet.rows[1].content, Content::Qru(_)), "one right option: a QRU");
}

#[test]
fn a_file_of_ankis_is_read_by_its_header_lines() {
    let text = "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:6\n\
        b!<x\tBasic\tMédecine::Cardio\tQuel <b>rythme</b>&nbsp;?\tSinusal\tcardio ecg\n\
        g2\tCloze\tMédecine\t{{c1::FA}} et flutter\t\t\n";
    let sheet = table(text);
    assert_eq!(told(&sheet), []);
    let Content::Qa(qa) = &sheet.rows[0].content else { panic!("a question") };
    assert_eq!(qa.question.as_str().replace('\u{a0}', " "), "Quel **rythme** ?");
    assert_eq!(sheet.rows[0].deck.as_deref(), Some("Médecine::Cardio"));
    assert_eq!(sheet.rows[0].meta.tags, [Text::from("cardio"), Text::from("ecg")]);
    assert!(matches!(&sheet.rows[0].key, Some(CardKey::Id(id)) if id.starts_with("anki-")));
    assert!(sheet.rows[1].key != "g2".parse().ok(), "its package has another id for it");
    assert!(matches!(sheet.rows[1].content, Content::Cloze(_)));
}

#[test]
fn every_mistake_is_told_by_its_row_and_column() {
    let text = "question,type,option 1,option 2,correct,rang,item\n\
        ,q,,,,,\n\
        Q1,qrmm,a,b,A,,\n\
        Q2,qru,a,b,A B,,\n\
        Q3,qrm,a,b,D,C,400\n\
        Q4,qrm,a,b,,,\n\
        Q5,qrm,a,,A,,\n\
        Q6,q,,,,,\n\
        Q7,cloze,,,,,\n";
    let column = |name: &str| Some(name.to_owned());
    assert_eq!(
        told(&table(text)),
        [
            (2, column("question"), "table-no-question"),
            (3, column("type"), "table-kind"),
            (4, column("correct"), "table-two-right"),
            (5, column("correct"), "table-letter"),
            (5, column("item"), "table-item"),
            (5, column("rang"), "table-rank"),
            (6, column("correct"), "table-no-right"),
            (7, column("option 2"), "table-too-few-options"),
            (8, None, "table-no-answer"),
            (9, column("question"), "table-cloze"),
        ]
    );
    assert_eq!(told(&table("couleur,forme,taille\n1,2,3\n")), []);
    assert_eq!(told(&table("id,note,tags,rang\nx,2,3,A\n")), [(0, None, "table-no-question-column")]);
    assert_eq!(told(&table("question;answer\n\"x;y\n")), [(2, None, "table-quote")]);
    assert_eq!(told(&table("")), [(0, None, "table-empty")]);
    assert_eq!(told(&table("id;question;answer\na;b;c\na;d;e\n")), [(3, column("id"), "table-id-twice")]);
}

#[test]
fn columns_can_be_named_by_the_student() {
    let wishes = Wishes {
        columns: Some(["réponse", "", "question"].map(str::to_owned).to_vec()),
        ..Wishes::default()
    };
    let sheet = read(b"Sinusal,x,Rythme ?", &wishes);
    let Content::Qa(qa) = &sheet.rows[0].content else { panic!("a question") };
    assert_eq!((qa.question.as_str(), qa.answer.as_str()), ("Rythme ?", "Sinusal"));
    assert_eq!(sheet.columns[1].meaning, None);
}

#[test]
fn a_formula_is_disarmed_in_a_spreadsheet_and_comes_back() {
    let qa = QuestionAnswer { question: "=1+1".into(), answer: "- deux".into(), reverse: false };
    let card = card("formule", Content::Qa(qa), Meta::default());
    let head = head();
    let csv = write(&[(&head, &card)], Format::Csv(Separator(';')), true).text;
    assert!(csv.contains("'=1+1;'- deux"), "{csv}");
    assert_eq!(table(&csv).rows[0].content, card.content);
}

#[test]
fn what_only_looks_disarmed_stays_as_it_is() {
    let says = |cell: &str| {
        let Content::Qa(qa) = table(&format!("question;réponse\nQ ?;{cell}\n")).rows[0].content.clone()
        else {
            panic!("a question")
        };
        qa.answer.to_string()
    };
    assert_eq!(says("''x'"), "''x'");
    assert_eq!(says("'x'"), "'x'");
    let head = head();
    for answer in ["'x'", "''x'", "'=1", "''=1", "=1"] {
        let qa = QuestionAnswer { question: "Q ?".into(), answer: answer.into(), reverse: false };
        let card = card("a", Content::Qa(qa), Meta::default());
        let csv = write(&[(&head, &card)], Format::Csv(Separator(';')), true).text;
        assert_eq!(table(&csv).rows[0].content, card.content, "{csv}");
    }
}

#[test]
fn a_note_of_anki_is_one_card_in_a_table_and_in_a_package() {
    let text = "#separator:tab\n#guid column:1\nnpFkP[KZ{A\tUn ?\t1\nabc-def\tDeux ?\t2\ncarabin:edn/cog\tTrois ?\t3\n";
    let keys: Vec<String> = table(text)
        .rows
        .iter()
        .map(|row| row.key.as_ref().map(ToString::to_string).unwrap_or_default())
        .collect();
    assert_eq!(keys[0], "anki-xz0rzv416pm7");
    assert!(keys[1].starts_with("anki-"), "{keys:?}");
    assert_eq!(keys[2], "cog");
}

#[test]
fn what_no_row_can_hold_is_counted() {
    let case = crate::card::Case { intro: "…".into(), questions: Vec::new() };
    let card = card("dp", Content::Case(case), Meta::default());
    let written = write(&[(&head(), &card)], Format::Tsv, false);
    assert_eq!((written.cards, written.left_out.get(&Kind::Case)), (0, Some(&1)));
}

fn head() -> DeckHead {
    let source = Source {
        key: "lisa".into(),
        title: "Fiche LiSA = 19".into(),
        date: None,
        file: None,
        url: None,
        author: None,
    };
    let head = DeckHead::new("essai".parse().expect("an id"), "Essai".into(), "fr".into());
    DeckHead { sources: vec![source], ..head }
}

fn card(id: &str, content: Content, meta: Meta) -> Card {
    Card {
        deck: "essai".parse().expect("an id"),
        key: id.parse().expect("a key"),
        was: Vec::new(),
        line: 1,
        meta,
        fingerprint: Fingerprint::of(&content.identity()),
        content,
    }
}

fn text() -> impl Strategy<Value = Text> {
    "[a-zé=+'@;,|\\\\\"\n#-][a-zé =;,|\\\\\"\n#-]{0,10}[a-z]".prop_map(|text| Text::clean(text.trim()))
}

fn word() -> impl Strategy<Value = Text> {
    "[a-zé=|\\\\;,-][a-zé =|\\\\]{0,6}[a-z]".prop_map(|text| Text::one_line(&text))
}

fn choice() -> impl Strategy<Value = (Choice, usize)> {
    let verdict = prop::sample::select(vec![
        Verdict::Wrong,
        Verdict::Correct,
        Verdict::Required,
        Verdict::Unacceptable,
    ]);
    let option = (text(), verdict, prop::option::of(text()));
    (text(), prop::collection::vec(option, 1..28), Just(())).prop_map(|(prompt, options, ())| {
        let first = Opt { text: "0".into(), verdict: Verdict::Correct, why: None };
        let rest = options.into_iter().enumerate().map(|(number, (text, verdict, why))| Opt {
            text: format!("{text}{number}").into(),
            verdict,
            why,
        });
        let options: Vec<Opt> = std::iter::once(first).chain(rest).collect();
        let right = options.iter().filter(|option| option.verdict.is_right()).count();
        (Choice { prompt, options }, right)
    })
}

fn content() -> impl Strategy<Value = Content> {
    prop_oneof![
        (text(), text(), any::<bool>()).prop_map(|(question, answer, reverse)| Content::Qa(QuestionAnswer {
            question,
            answer,
            reverse
        })),
        (word(), word()).prop_filter_map("a cloze", |(a, b)| {
            Cloze::parse(&format!("{a} {{{{{}}}}}", b.replace(['\\', ':'], ""))).ok().map(Content::Cloze)
        }),
        choice().prop_map(|(choice, right)| if right == 1 {
            Content::Qru(choice)
        } else {
            Content::Qrm(choice)
        }),
        (text(), prop::collection::vec(word(), 1..3), prop::collection::vec(word(), 0..3), any::<bool>())
            .prop_map(|(prompt, answers, accept, expand)| Content::Qroc(Qroc {
                prompt,
                answers,
                accept,
                expand
            })),
        (text(), prop::collection::vec(prop::collection::vec(word(), 1..3), 1..4), any::<bool>())
            .prop_map(|(prompt, items, ordered)| Content::List(List { prompt, items, ordered })),
    ]
}

fn meta() -> impl Strategy<Value = Meta> {
    let one = (prop::option::of(text()), prop::option::of(text()), prop::collection::vec(word(), 0..3));
    let two = (any::<[bool; 4]>(), prop::option::of(1_u16..357), prop::option::of(1_u16..368));
    (one, two).prop_map(
        |((hint, note, tags), ([keep_order, suspended, draft, objective], situation, item))| Meta {
            hint,
            note,
            facts: tags.clone(),
            tags,
            keep_order,
            suspended,
            draft,
            situation,
            item: if objective { Item::new(19) } else { item.and_then(Item::new) },
            objectives: if objective {
                vec!["OIC-019-09-A".parse().expect("an objective")]
            } else {
                Vec::new()
            },
            sources: if draft { vec!["lisa".into()] } else { Vec::new() },
            as_of: objective.then(|| jiff::civil::date(2024, 2, 29)),
            ..Meta::default()
        },
    )
}

proptest! {
    #[test]
    fn what_is_written_reads_back_to_the_same_cards(
        cards in prop::collection::vec((content(), meta()), 1..4),
        french in any::<bool>(),
        format in prop::sample::select(vec![Format::Tsv, Format::Csv(Separator(';')), Format::Csv(Separator(','))]),
    ) {
        let cards: Vec<Card> = cards.into_iter().enumerate().map(|(n, (content, meta))| card(&format!("c{n}"), content, meta)).collect();
        let head = head();
        let pairs: Vec<(&DeckHead, &Card)> = cards.iter().map(|card| (&head, card)).collect();
        let written = write(&pairs, format, french);
        let wishes = Wishes {
            separator: if let Format::Csv(separator) = format { Some(separator) } else { None },
            ..Wishes::default()
        };
        let sheet = read(written.text.as_bytes(), &wishes);
        prop_assert_eq!(told(&sheet), vec![], "{}", written.text);
        prop_assert_eq!(sheet.rows.len(), cards.len());
        for (row, card) in sheet.rows.iter().zip(&cards) {
            prop_assert_eq!(row.key.as_ref(), Some(&card.key));
            prop_assert_eq!(&row.content, &card.content);
            prop_assert_eq!(&row.meta, &card.meta);
        }
    }

    #[test]
    fn any_bytes_are_read_to_rows_or_mistakes(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let sheet = read(&bytes, &Wishes::default());
        prop_assert!(!sheet.rows.is_empty() || !sheet.mistakes.is_empty());
    }
}
