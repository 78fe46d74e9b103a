use super::*;
use crate::card::*;
use crate::library::{
    index::{Fresh, Index},
    pack,
    places::{Root, Tier},
    stamp::Stamp,
};
use std::time::Instant;

#[test]
#[allow(clippy::disallowed_methods)]
fn measure() {
    let room = Room::new();
    let (mut index, _) = Index::open(&room.index()).unwrap();
    let places = room.places();
    let roots = places.roots();
    let (n, per) = (100, 1000);
    let mut decks = Vec::new();
    for d in 0..n {
        let did: DeckId = format!("edn-{d:03}-un-deck-de-taille-fr").parse().unwrap();
        let cards: Vec<Card> = (0..per).map(|i| {
            let content = if i % 5 == 0 { Content::Cloze(Cloze::parse(&format!("La COG {d}, {{{{convention d'objectifs {i}}}}} et de gestion, est signée entre {{{{la Cnam {i}}}}} et l'État.")).unwrap()) } else {
                Content::Qa(QuestionAnswer { question: format!("Quel organisme numéro {i} du deck {d} gère le risque vieillesse du régime général ?").as_str().into(), answer: format!("La caisse nationale d'assurance vieillesse {i} {d}, chaque année").as_str().into(), reverse: false }) };
            let fingerprint = Fingerprint::of(&content.identity());
            let key = if i % 2 == 0 { CardKey::Id(format!("carte-au-nom-moyen-{i}")) } else { CardKey::Fingerprint(fingerprint) };
            let meta = Meta { objectives: vec![format!("OIC-{:03}-{:02}-A", d % 300 + 1, i % 20 + 1).parse().unwrap()], tags: vec![format!("item::{d}").as_str().into()], note: Some("Une note qui enseigne quelque chose d'utile sur la carte.".into()), ..Meta::default() };
            Card { deck: did.clone(), key, was: vec![], line: 10 + i * 4, meta, content, fingerprint }
        }).collect();
        let head = DeckHead {
            id: did,
            title: "T".into(),
            language: "fr".into(),
            version: None,
            license: None,
            authors: vec![],
            description: None,
            item: None,
            objectives: vec![],
            sources: vec![],
            contact: None,
            was: vec![],
        };
        decks.push((head, cards));
    }
    let root = Root { tier: Tier::User, path: places.user.clone() };
    let t = Instant::now();
    {
        let w = index.write().unwrap();
        for (d, (head, cards)) in decks.iter().enumerate() {
            w.put(&Fresh {
                tier: Tier::User,
                root: root.key(),
                path: &format!("{d}.yaml"),
                stamp: Stamp { size: 1, mtime: 1 },
                racy: false,
                hash: b"x",
                reader: 1,
                media: b"",
                errors: 0,
                warnings: 0,
                head: Some(head),
                cards,
            })
            .unwrap();
        }
        w.commit().unwrap();
    }
    eprintln!("put 100k {:?}", t.elapsed());
    let t = Instant::now();
    {
        let w = index.write().unwrap();
        let (head, cards) = &decks[3];
        let id = w
            .put(&Fresh {
                tier: Tier::User,
                root: root.key(),
                path: "3.yaml",
                stamp: Stamp { size: 1, mtime: 1 },
                racy: false,
                hash: b"x",
                reader: 1,
                media: b"",
                errors: 0,
                warnings: 0,
                head: Some(head),
                cards,
            })
            .unwrap();
        let _ = id;
        w.commit().unwrap();
    }
    eprintln!("put 1000 unchanged {:?}", t.elapsed());
    eprintln!(
        "db {} MB, blob {} B/card",
        std::fs::metadata(room.index()).unwrap().len() >> 20,
        pack::pack(&decks[0].1).len() / 1000
    );
    drop(index);
    for _ in 0..3 {
        let t = Instant::now();
        let library = room.open();
        eprintln!("open {:?} entries {}", t.elapsed(), library.catalogue().entries.len());
    }
    let library = room.open();
    for _ in 0..3 {
        let t = Instant::now();
        crate::library::load::load(&library.index, &roots).unwrap();
        eprintln!("load {:?}", t.elapsed());
    }
    let c = library.catalogue();
    let names: Vec<String> = c.entries.iter().map(|e| e.locator.to_string()).collect();
    let t = Instant::now();
    for n in &names {
        assert!(c.find_text(n).is_some());
    }
    eprintln!("find_text all {:?}", t.elapsed());
    let t = Instant::now();
    let hit = library.card(&c.entries[77_777].locator).unwrap().is_some();
    eprintln!("card {hit} {:?}", t.elapsed());
    for q in ["vieillesse", "convention 77", "l", "objectifs"] {
        let t = Instant::now();
        let hits = library.search(q, 50).unwrap().len();
        eprintln!("search {q} {hits} {:?}", t.elapsed());
    }
    let mk = |k: usize, x: &str| {
        (0..k).map(|i| (format!("d/~{:016x}", i + x.len() * 1_000_000).parse().unwrap(), format!("q\nQuel organisme numéro {i} gère {x} le risque {} du régime général ?\nLa caisse nationale {} {i}", i * 7, i * 13))).collect::<Vec<(Locator, String)>>()
    };
    for k in [1000, 10_000] {
        let (a, b) = (mk(k, ""), mk(k, "bien"));
        let t = Instant::now();
        let p = crate::library::recognise(&a, &b).len();
        eprintln!("recognise {k} {p} {:?}", t.elapsed());
    }
    let s = std::fs::read_to_string("/proc/self/status").unwrap();
    eprintln!("{}", s.lines().filter(|l| l.starts_with("VmRSS")).collect::<String>());
}
