//! The shipped decks: what they cover, and that no question gives its answer away.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use carabin::{
    card::{Card, Choice, Content, Ground, Kind, Question, Zone},
    deck::{self, Deck},
    i18n::{Lang, Messages},
    library::MediaFolder,
};

/// The themes of item 19.
const THEMES: [&str; 5] = ["missions", "cog-ondam", "uncam", "histoire", "reseau"];

/// What the sources say, F006 to F183; F001 to F005 are about the objective's sheet itself.
const FACTS: std::ops::RangeInclusive<u32> = 6..=183;

/// How often the right option of a QRU may be the longest, as a share: chance alone gives one in four or five.
const LONGEST: f64 = 0.35;

/// How much longer the right options may be than the wrong ones on average, over a deck.
const LENGTH_BIAS: std::ops::RangeInclusive<f64> = 0.8..=1.2;

/// How often, as a share, right options may stand at one of the five positions of the file.
const POSITION: std::ops::RangeInclusive<f64> = 0.1..=0.3;

fn shipped(theme: &str, lang: &str) -> Deck {
    let path = format!("{}/decks/edn-019-{theme}-{lang}.yaml", env!("CARGO_MANIFEST_DIR"));
    let bytes = std::fs::read(&path).expect(&path);
    let reading = deck::read(&bytes, &MediaFolder::of_deck(Path::new(&path)));
    let messages = Messages::new(Lang::En);
    let say = |m: &deck::Message| {
        let args: Vec<_> = m.args.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
        messages.with(m.id, &args)
    };
    let source = String::from_utf8_lossy(&bytes);
    let told = deck::render(&reading.diagnostics, &source, &path, false, &say);
    assert!(reading.diagnostics.is_empty(), "{told}");
    reading.deck.expect("a deck")
}

fn all(lang: &str) -> Vec<Deck> {
    THEMES.iter().map(|theme| shipped(theme, lang)).collect()
}

fn questions(card: &Card) -> &[Question] {
    match &card.content {
        Content::Case(case) | Content::Kfp(case) => &case.questions,
        Content::Article(article) => &article.questions,
        _ => &[],
    }
}

/// Every content of a deck that asks something, the questions of its cases included.
fn contents(deck: &Deck) -> Vec<&Content> {
    deck.cards
        .iter()
        .flat_map(|card| std::iter::once(&card.content).chain(questions(card).iter().map(|q| &q.content)))
        .collect()
}

fn choice(content: &Content) -> Option<&Choice> {
    match content {
        Content::Qru(choice) | Content::Qrm(choice) | Content::Qrp(choice) => Some(choice),
        _ => None,
    }
}

/// Letters and digits of a text, lower-case, without accents, words apart by one space.
fn folded(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    let plain: String = text
        .nfd()
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    format!(" {} ", plain.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[test]
fn every_deck_reads_without_a_mistake_or_a_warning() {
    for lang in ["fr", "en"] {
        assert_eq!(all(lang).len(), THEMES.len());
    }
}

#[test]
fn every_fact_that_is_to_be_asked_is_asked_in_both_languages() {
    for lang in ["fr", "en"] {
        let covered: BTreeSet<String> = all(lang)
            .iter()
            .flat_map(|deck| {
                deck.cards.iter().flat_map(|card| card.meta.facts.iter().map(ToString::to_string))
            })
            .collect();
        let missing: Vec<String> =
            FACTS.map(|n| format!("F{n:03}")).filter(|id| !covered.contains(id)).collect();
        assert!(missing.is_empty(), "{lang}: {missing:?}");
    }
}

#[test]
fn both_languages_have_the_same_cards_with_the_same_facts() {
    for theme in THEMES {
        let shape = |lang| -> BTreeMap<String, (Kind, Vec<String>, Vec<Kind>)> {
            let cards = shipped(theme, lang).cards;
            let facts = |card: &Card| card.meta.facts.iter().map(ToString::to_string).collect();
            let inner = |card: &Card| questions(card).iter().map(|q| q.content.kind()).collect();
            cards.iter().map(|card| (card.key.to_string(), (card.kind(), facts(card), inner(card)))).collect()
        };
        assert_eq!(shape("fr"), shape("en"), "{theme}");
    }
}

#[test]
fn there_are_enough_cards_of_every_format() {
    for lang in ["fr", "en"] {
        let decks = all(lang);
        let cards: Vec<&Card> = decks.iter().flat_map(|deck| &deck.cards).collect();
        let count = |kind| cards.iter().filter(|card| card.kind() == kind).count();
        let long = cards
            .iter()
            .filter(|card| matches!(&card.content, Content::Qrp(choice) if choice.is_long()))
            .count();
        assert!(cards.len() >= 220, "{lang}: {} cards", cards.len());
        let least = [
            (Kind::Qrm, 30),
            (Kind::Qru, 35),
            (Kind::Qrp, 25),
            (Kind::Qroc, 40),
            (Kind::List, 10),
            (Kind::Cloze, 30),
            (Kind::Case, 3),
            (Kind::Kfp, 1),
            (Kind::Zone, 3),
        ];
        for (kind, least) in least {
            assert!(count(kind) >= least, "{lang}: {} of {kind}", count(kind));
        }
        assert!(long >= 4, "{lang}: {long} long QRP");
    }
}

#[test]
fn rank_a_is_examined_in_the_formats_of_rank_a() {
    for lang in ["fr", "en"] {
        let decks = all(lang);
        let mut marked = 0;
        let mut of_rank_a = 0;
        for card in decks.iter().flat_map(|deck| &deck.cards) {
            if card.meta.objectives.is_empty() {
                continue;
            }
            match &card.content {
                Content::Qru(_) | Content::Qroc(_) | Content::Zone(_) => of_rank_a += 1,
                Content::Qrp(choice) if !choice.is_long() => of_rank_a += 1,
                Content::Qrp(_) | Content::Qrm(_) => {}
                _ => continue,
            }
            marked += 1;
        }
        assert!(of_rank_a * 3 >= marked * 2, "{lang}: {of_rank_a} of {marked}");
    }
}

#[test]
fn no_prompt_gives_its_answer_away() {
    for lang in ["fr", "en"] {
        for deck in all(lang) {
            for content in contents(&deck) {
                let prompt = folded(&content.prompt());
                let answers: Vec<String> = match content {
                    Content::Qroc(qroc) => qroc.answers.iter().map(ToString::to_string).collect(),
                    Content::Qru(choice) => choice
                        .options
                        .iter()
                        .filter(|o| o.verdict.is_right())
                        .map(|o| o.text.to_string())
                        .collect(),
                    Content::List(list) => {
                        list.items.iter().filter_map(|i| i.first()).map(ToString::to_string).collect()
                    }
                    Content::Qa(qa) => vec![qa.answer.to_string()],
                    _ => continue,
                };
                for answer in answers {
                    assert!(
                        !prompt.contains(&folded(&answer)),
                        "{}: {answer:?} stands in {prompt:?}",
                        deck.head.id
                    );
                }
            }
        }
    }
}

#[test]
fn no_blank_stands_elsewhere_in_its_text() {
    for lang in ["fr", "en"] {
        for deck in all(lang) {
            for card in &deck.cards {
                let Content::Cloze(cloze) = &card.content else { continue };
                let text = folded(&cloze.revealed());
                for part in cloze.parts() {
                    for hidden in cloze.hidden(&part) {
                        let hidden = folded(&hidden);
                        let times = text.matches(&hidden).count();
                        let blanks = cloze.hidden(&part).iter().filter(|h| folded(h) == hidden).count();
                        assert!(times <= blanks.max(1), "{}: {hidden:?} in {text:?}", card.locator());
                    }
                }
            }
        }
    }
}

#[test]
fn the_right_option_is_not_the_longest_as_a_habit() {
    for lang in ["fr", "en"] {
        for deck in all(lang) {
            let (mut longest, mut questions) = (0.0, 0.0);
            let (mut right, mut wrong) = ((0.0, 0.0), (0.0, 0.0));
            for content in contents(&deck) {
                let Some(choice) = choice(content) else { continue };
                #[allow(clippy::cast_precision_loss, reason = "lengths of options")]
                let length = |text: &str| text.chars().count() as f64;
                for option in &choice.options {
                    let side = if option.verdict.is_right() { &mut right } else { &mut wrong };
                    side.0 += length(&option.text);
                    side.1 += 1.0;
                }
                if let Content::Qru(_) = content {
                    questions += 1.0;
                    let of = |is_right: bool| {
                        let options = choice.options.iter().filter(move |o| o.verdict.is_right() == is_right);
                        options.map(|o| length(&o.text)).fold(0.0, f64::max)
                    };
                    if of(true) > of(false) {
                        longest += 1.0;
                    }
                }
            }
            assert!(longest / questions <= LONGEST, "{}: {longest} of {questions}", deck.head.id);
            let bias = (right.0 / right.1) / (wrong.0 / wrong.1);
            assert!(LENGTH_BIAS.contains(&bias), "{}: {bias:.2}", deck.head.id);
        }
    }
}

#[test]
fn right_answers_are_spread_over_the_positions() {
    for lang in ["fr", "en"] {
        let mut positions = [0.0; 5];
        for deck in all(lang) {
            for content in contents(&deck) {
                let Some(choice) = choice(content).filter(|c| !c.is_long()) else { continue };
                for (place, option) in choice.options.iter().enumerate().take(5) {
                    positions[place] += f64::from(u8::from(option.verdict.is_right()));
                }
            }
        }
        let whole: f64 = positions.iter().sum();
        for share in positions.map(|count| count / whole) {
            assert!(POSITION.contains(&share), "{lang}: {positions:?}");
        }
    }
}

#[test]
fn every_wrong_option_says_why() {
    for lang in ["fr", "en"] {
        for deck in all(lang) {
            for content in contents(&deck) {
                let Some(choice) = choice(content) else { continue };
                for option in choice.options.iter().filter(|o| !o.verdict.is_right()) {
                    assert!(option.why.is_some(), "{}: {}", deck.head.id, option.text);
                }
            }
        }
    }
}

#[test]
fn every_picture_of_the_decks_is_drawn_from_its_source_as_it_is_now() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let below = |folder: &str, end: &str| -> BTreeMap<String, PathBuf> {
        let entries =
            std::fs::read_dir(root.join(folder)).expect(folder).map(|e| e.expect("an entry").path());
        let name = |path: &Path| path.file_stem().expect("a name").to_string_lossy().into_owned();
        entries.filter(|path| path.extension().is_some_and(|e| e == end)).map(|p| (name(&p), p)).collect()
    };
    let (sources, pictures) = (below("assets/pictures", "svg"), below("decks/media", "png"));
    assert_eq!(sources.keys().collect::<Vec<_>>(), pictures.keys().collect::<Vec<_>>());
    for (name, source) in sources {
        let hash = blake3::hash(&std::fs::read(source).expect("readable")).to_hex();
        let mark = format!("Source-BLAKE3\0{hash}");
        let png = std::fs::read(&pictures[&name]).expect("readable");
        let carried = png.windows(mark.len()).any(|window| window == mark.as_bytes());
        assert!(carried, "{name}: draw it anew as assets/pictures/README.md says");
    }
}

#[test]
fn the_diagram_of_the_network_is_asked_about_and_described_without_its_names() {
    for lang in ["fr", "en"] {
        let deck = shipped("reseau", lang);
        let mut questions = 0;
        for card in &deck.cards {
            let Content::Zone(Zone { ground: Ground::Image { image, zones }, .. }) = &card.content else {
                continue;
            };
            questions += 1;
            let alt = folded(&image.alt);
            for name in ["cnam", "cnav", "cpam", "carsat", "ugecam", "cgss", "cog", "cpg"] {
                assert!(!alt.contains(&format!(" {name} ")), "{lang}: {name} in {alt:?}");
            }
            assert_eq!(zones.len(), 1, "{}", card.locator());
        }
        assert!(questions >= 3, "{lang}: {questions}");
    }
}

/// The contradictions among the sources and the traps in them, in the order of the list that the decks were written from:
/// what each is about, and the card that teaches it.
const TRAPS: [(&str, &str, &str); 21] = [
    ("101 or 102 CPAM", "reseau", "cpam-101-102"),
    ("a COG of four years or five", "cog-ondam", "cog-quatre-ou-cinq"),
    ("five branches or six", "histoire", "cinq-ou-six"),
    ("the branches of 1967", "histoire", "cinq-branches-1967"),
    ("CNAMTS or Cnam", "histoire", "cnam-ou-cnamts"),
    ("the end of the RSI", "histoire", "rsi-etapes"),
    ("who commands the Carsat", "reseau", "carsat-double"),
    ("the medical service before and after October 2025", "reseau", "reforme-2025-bilan"),
    ("CMU-C or C2S", "reseau", "c2s-nom"),
    ("the meanings of CSS", "reseau", "css-sens"),
    ("the names of the ministries", "missions", "cnam-tutelle-intitules"),
    ("figures without a date", "missions", "chiffres-epoque"),
    ("who signs the agreements", "uncam", "cnam-ou-uncam"),
    ("the schemes in the UNCAM", "missions", "uncam-2004"),
    ("false friends", "uncam", "faux-ami-maitrise"),
    ("the Cnam does not run the CPAM", "reseau", "cnam-lien-cpam"),
    ("affiliation by work alone", "histoire", "affiliation-piege"),
    ("no CPAM overseas", "reseau", "reunion-caisse"),
    ("the ONDAM is no ceiling", "cog-ondam", "ondam-portee"),
    ("the nature of the local scheme", "histoire", "regime-local-nature"),
    ("the Carsat follow from the ARS", "histoire", "carsat-cause"),
];

#[test]
fn every_trap_of_the_sources_is_taught() {
    for lang in ["fr", "en"] {
        for (about, theme, id) in TRAPS {
            let deck = shipped(theme, lang);
            let card = deck.cards.iter().find(|card| card.key.to_string() == id);
            let card = card.unwrap_or_else(|| panic!("{lang}: no card {theme}/{id} teaches: {about}"));
            assert!(card.meta.note.is_some(), "{lang}: {id} says nothing of the trap: {about}");
        }
    }
}

#[test]
fn what_yields_little_starts_suspended_and_nothing_else_does() {
    for lang in ["fr", "en"] {
        let mut suspended = 0;
        for deck in all(lang) {
            for card in &deck.cards {
                let low = card.meta.tags.iter().any(|tag| tag.to_string() == "faible-rendement");
                assert_eq!(low, card.meta.suspended, "{}", card.locator());
                suspended += u32::from(low);
            }
        }
        // The IT centres, and figures that are out of date.
        assert!(suspended >= 8, "{lang}: {suspended}");
    }
}

#[test]
fn the_only_concordance_test_is_a_labelled_demonstration() {
    for (lang, label) in [("fr", "Démonstration du format TCS"), ("en", "Demonstration of the TCS")] {
        let decks = all(lang);
        let cards = decks.iter().flat_map(|deck| &deck.cards);
        let tcs: Vec<&Card> = cards.filter(|card| card.kind() == Kind::Tcs).collect();
        let [card] = tcs.as_slice() else { panic!("{lang}: {} of them", tcs.len()) };
        assert_eq!(card.deck.as_str(), format!("edn-019-reseau-{lang}"));
        assert!(card.content.prompt().contains(label), "{}", card.content.prompt());
        assert!(card.meta.objectives.is_empty() && card.meta.rank.is_none(), "it belongs to no mark");
    }
}

#[test]
fn every_card_names_a_source_and_most_teach_something_more() {
    for lang in ["fr", "en"] {
        let decks = all(lang);
        let cards: Vec<&Card> = decks.iter().flat_map(|deck| &deck.cards).collect();
        for card in &cards {
            assert!(!card.meta.sources.is_empty(), "{}", card.locator());
        }
        let with_note = cards.iter().filter(|card| card.meta.note.is_some()).count();
        assert!(with_note * 10 >= cards.len() * 9, "{lang}: {with_note} of {}", cards.len());
    }
}
