//! Cards that a page gives occasion for. They are proposals: the student takes, mends or refuses each.

use std::ops::Range;

use super::{blocks::Block, inline::Inline};
use crate::card::{Cloze, Content, List, QuestionAnswer, Text, TextZone, sentences};

/// A proposed card, and the passage that it comes from.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Proposal {
    pub(super) content: Content,
    pub(super) passage: Option<Text>,
}

/// Fewest and most items of a list that is worth reciting.
const ITEMS: std::ops::RangeInclusive<usize> = 2..=12;
/// Longest item that is recited as it stands, in words.
const ITEM: usize = 12;
/// Most cards that a page gives: ten times what the richest pages do.
const MOST: usize = 1000;
/// Longest passage that is shown beside a card, in bytes; of a longer one the card says all there is.
const PASSAGE: usize = 8192;
/// How far before an acronym its words are looked for, in bytes.
const BEFORE: usize = 300;
/// Small words that acronyms pass over.
const SMALL: [&str; 24] = [
    "de", "du", "des", "la", "le", "les", "l", "d", "et", "à", "a", "au", "aux", "en", "sur", "pour", "of",
    "the", "and", "for", "in", "to", "on", "par",
];

/// Everything that is worth a card, in the order of the page.
pub(super) fn propose(blocks: &[Block], title: &str, french: bool) -> Vec<Proposal> {
    let mut out: Vec<Proposal> = Vec::new();
    let mut heading: Option<&str> = None;
    let mut before: Option<&Inline> = None;
    for block in blocks {
        if out.len() > MOST {
            break;
        }
        match block {
            Block::Heading(_, text) => heading = Some(text),
            Block::Paragraph(words) => out.extend(clozes(words, french)),
            Block::List(numbered, items) => {
                let intro = before.filter(|words| words.text.trim_end().ends_with(':')).map(last_sentence);
                let prompt = intro.or_else(|| heading.map(str::to_owned)).unwrap_or_else(|| title.to_owned());
                out.extend(list(&prompt, *numbered, items));
                out.extend(items.iter().flat_map(|(_, words)| clozes(words, french)));
            }
            Block::Terms(terms) => out.extend(terms.iter().filter_map(|(term, meaning)| {
                let full = !term.text.is_empty() && !meaning.text.is_empty();
                full.then(|| question(&term.text, &meaning.text))
            })),
            Block::Table(head, rows) => out.extend(table(head, rows)),
        }
        before = if let Block::Paragraph(words) = block { Some(words) } else { None };
    }
    let mut seen = std::collections::HashSet::new();
    out.retain(|proposal| seen.insert(proposal.content.identity()));
    out.truncate(MOST);
    out
}

fn question(question: &str, answer: &str) -> Proposal {
    let content = QuestionAnswer { question: question.into(), answer: answer.into(), reverse: false };
    Proposal { content: Content::Qa(content), passage: None }
}

/// A row is known by its first cell; each other cell is asked by the head of its column.
fn table(head: &[String], rows: &[Vec<String>]) -> Vec<Proposal> {
    let mut out = Vec::new();
    for row in rows {
        for (name, cell) in head.iter().zip(row).skip(1) {
            if !row[0].is_empty() && !name.is_empty() && !cell.is_empty() {
                out.push(question(&format!("{} : {name}", row[0]).replace(" :", "\u{a0}:"), cell));
            }
        }
    }
    out
}

fn last_sentence(words: &Inline) -> String {
    let last = cut(&words.text).pop().unwrap_or(0..words.text.len());
    words.text[last].trim().to_owned()
}

/// The items of the first level, each as what is emphasised in it or as it stands.
fn list(prompt: &str, ordered: bool, items: &[(usize, Inline)]) -> Option<Proposal> {
    let first = items.iter().filter(|(depth, words)| *depth == 1 && !words.text.is_empty());
    let mut recited: Vec<Vec<Text>> = first.map(|(_, words)| vec![item(words)]).collect();
    let mut seen = std::collections::HashSet::new();
    recited.retain(|spellings| !spellings[0].is_blank() && seen.insert(spellings[0].to_lowercase()));
    if !ITEMS.contains(&recited.len()) {
        return None;
    }
    let whole: Vec<String> = items.iter().map(|(_, words)| format!("- {}", words.text)).collect();
    let content = List { prompt: prompt.into(), items: recited, ordered };
    Some(Proposal { content: Content::List(content), passage: Some(whole.join("\n").into()) })
}

fn item(words: &Inline) -> Text {
    let text = words.text.trim_end_matches(['.', ';', ',', ' ', '\u{a0}', '\u{202f}']);
    if text.split_whitespace().count() <= ITEM {
        return text.into();
    }
    if let Some(mark) = words.marks.first() {
        return words.text[mark.clone()].into();
    }
    let lead = text.split_once(':').map(|(lead, _)| lead.trim());
    lead.filter(|lead| lead.split_whitespace().count() <= ITEM).unwrap_or(text).into()
}

/// Where the sentences of a text are.
fn cut(text: &str) -> Vec<Range<usize>> {
    let words: Vec<TextZone> =
        text.split_inclusive(' ').map(|word| TextZone { text: word.into(), expected: false }).collect();
    let (mut out, mut at, mut last): (Vec<Range<usize>>, usize, Option<usize>) = (Vec::new(), 0, None);
    for (word, number) in words.iter().zip(sentences(&words)) {
        let end = (at + word.text.len()).min(text.len());
        match out.last_mut() {
            Some(range) if last == Some(number) => range.end = end,
            _ => out.push(at..end),
        }
        (at, last) = (end, Some(number));
    }
    out
}

/// A cloze for each sentence that has something to hide.
fn clozes(words: &Inline, french: bool) -> Vec<Proposal> {
    let ranges = cut(&words.text);
    let passage = (ranges.len() > 1 && words.text.len() <= PASSAGE).then(|| Text::clean(&words.text));
    let mut out = Vec::new();
    for range in ranges {
        let from = words.marks.partition_point(|mark| mark.start < range.start);
        let inside = words.marks[from..].iter().take_while(|mark| mark.end <= range.end);
        let mut blanks: Vec<(Range<usize>, &str)> = inside.map(|mark| (mark.clone(), "")).collect();
        for (blank, hint) in acronyms(&words.text, &range, french) {
            if !blanks.iter().any(|(own, _)| own.start < blank.end && blank.start < own.end) {
                blanks.push((blank, hint));
            }
        }
        blanks.sort_by_key(|(blank, _)| blank.start);
        if let Some(cloze) = cloze(&words.text, &range, &blanks) {
            out.push(Proposal { content: Content::Cloze(cloze), passage: passage.clone() });
        }
    }
    out
}

fn cloze(text: &str, range: &Range<usize>, blanks: &[(Range<usize>, &str)]) -> Option<Cloze> {
    let hidden: usize = blanks.iter().map(|(blank, _)| blank.len()).sum();
    // A sentence of which nothing is left says nothing.
    if blanks.is_empty() || hidden + 12 > range.len() {
        return None;
    }
    let mut source = String::new();
    let mut at = range.start;
    for (blank, hint) in blanks {
        source.push_str(&text[at..blank.start].replace("{{", "\\{{"));
        let body = text[blank.clone()].replace("::", ": :").replace("{{", "( ").replace("}}", " )");
        source.push_str("{{");
        source.push_str(&body);
        if !hint.is_empty() {
            source.push_str("::");
            source.push_str(hint);
        }
        source.push_str("}}");
        at = blank.end;
    }
    source.push_str(&text[at..range.end].replace("{{", "\\{{"));
    Cloze::parse(source.trim()).ok()
}

/// Definitions such as `Caisse nationale (CN)`: the words where their initials are the acronym's letters, else the acronym.
fn acronyms(text: &str, range: &Range<usize>, french: bool) -> Vec<(Range<usize>, &'static str)> {
    let mut out = Vec::new();
    let mut from = range.start;
    while let Some(open) = text[from..range.end].find('(').map(|at| from + at) {
        let Some(close) = text[open..range.end].find(')').map(|at| open + at) else { break };
        from = close + 1;
        let inside = open + 1..close;
        if !is_acronym(&text[inside.clone()]) {
            continue;
        }
        let far = range.start.max(open.saturating_sub(BEFORE));
        let start = (far..=open).find(|at| text.is_char_boundary(*at)).unwrap_or(open);
        match expansion(&text[start..open], &text[inside.clone()]) {
            Some(words) => out.push((words.start + start..words.end + start, "")),
            None => out.push((inside, if french { "sigle" } else { "acronym" })),
        }
    }
    out
}

fn is_acronym(text: &str) -> bool {
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    (2..=10).contains(&text.chars().count())
        && capitals >= 2
        && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '.'))
}

/// The words at the end of `before` whose initials spell the acronym: without the small words, else with them.
fn expansion(before: &str, acronym: &str) -> Option<Range<usize>> {
    spelled(before, acronym, false).or_else(|| spelled(before, acronym, true))
}

fn spelled(before: &str, acronym: &str, small_count: bool) -> Option<Range<usize>> {
    let letters: Vec<char> =
        acronym.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    let before = before.trim_end();
    let starts: Vec<usize> = before
        .char_indices()
        .filter(|&(at, c)| {
            let previous = before[..at].chars().next_back();
            c.is_alphanumeric() && previous.is_none_or(|p| !p.is_alphanumeric())
        })
        .map(|(at, _)| at)
        .collect();
    let mut left = letters.len();
    for &start in starts.iter().rev() {
        let word: String = before[start..]
            .chars()
            .take_while(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect();
        let initial = word.chars().next().map(unaccented);
        let small = SMALL.contains(&word.as_str());
        if (small_count || !small) && initial == Some(letters[left - 1]) {
            left -= 1;
            if left == 0 {
                return Some(start..before.len());
            }
        } else if !small {
            return None;
        }
    }
    None
}

fn unaccented(c: char) -> char {
    use unicode_normalization::UnicodeNormalization as _;
    std::iter::once(c).nfd().next().unwrap_or(c)
}
