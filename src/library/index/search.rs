//! Full-text search.

use std::fmt::Write;

use rusqlite::{OptionalExtension, params};
use unicode_normalization::UnicodeNormalization;

use crate::{
    card::{Card, CardKey, Content, Question, Segment, Text},
    library::LibraryError,
};

use super::Index;

/// How much a hit in each column counts: the id, the prompt, the answer, the rest.
const RANK: &str = "bm25(8.0, 4.0, 2.0, 1.0)";

/// The words of a card by where they stand.
#[derive(Debug, Default)]
pub(super) struct Searchable {
    pub name: String,
    pub prompt: String,
    pub answer: String,
    pub rest: String,
}

/// The words that a card is found by.
pub(super) fn searchable(card: &Card) -> Searchable {
    let mut out = Searchable { name: fold(&card.key.to_string()), ..Searchable::default() };
    content(&card.content, &mut out);
    let meta = &card.meta;
    for objective in &meta.objectives {
        let _ = writeln!(out.rest, "{objective}"); // writing to a string cannot fail
    }
    let texts = meta.tags.iter().chain(&meta.note).chain(&meta.hint);
    let pictures = meta.image.iter().chain(&meta.answer_image).map(|image| &image.alt);
    texts.chain(pictures).for_each(|text| push(&mut out.rest, text));
    for part in [&mut out.prompt, &mut out.answer, &mut out.rest] {
        *part = fold(part);
    }
    out
}

fn push(out: &mut String, text: &str) {
    out.push_str(text);
    out.push('\n');
}

fn content(content: &Content, out: &mut Searchable) {
    push(&mut out.prompt, &content.prompt());
    match content {
        Content::Qa(qa) => push(&mut out.answer, &qa.answer),
        Content::Cloze(cloze) => hints(&cloze.segments, &mut out.rest),
        Content::Qru(choice) | Content::Qrm(choice) | Content::Qrp(choice) => {
            for option in &choice.options {
                push(if option.verdict.is_right() { &mut out.answer } else { &mut out.rest }, &option.text);
                option.why.iter().for_each(|why| push(&mut out.rest, why));
            }
        }
        Content::Qroc(qroc) => qroc.answers.iter().chain(&qroc.accept).for_each(|a| push(&mut out.answer, a)),
        Content::List(list) => list.items.iter().flatten().for_each(|item| push(&mut out.answer, item)),
        Content::Tcs(tcs) => {
            for question in &tcs.questions {
                push(&mut out.prompt, &question.hypothesis);
                push(&mut out.prompt, &question.finding);
                question.note.iter().for_each(|note| push(&mut out.rest, note));
            }
        }
        Content::Zone(zone) => ground(&zone.ground, &mut out.answer),
        Content::Mask(mask) => {
            push(&mut out.rest, &mask.image.alt);
            mask.names().into_iter().for_each(|name| push(&mut out.answer, name));
        }
        Content::Case(case) | Content::Kfp(case) => questions(&case.questions, out),
        Content::Article(article) => {
            push(&mut out.rest, &article.body);
            questions(&article.questions, out);
        }
    }
}

fn questions(questions: &[Question], out: &mut Searchable) {
    for question in questions {
        content(&question.content, out);
        let texts = question.info.iter().chain(&question.meta.note);
        texts.for_each(|text| push(&mut out.rest, text));
    }
}

fn hints(segments: &[Segment], out: &mut String) {
    for segment in segments {
        if let Segment::Blank { body, hint, .. } = segment {
            if let Some(hint) = hint {
                push(out, hint);
            }
            hints(body, out);
        }
    }
}

fn ground(ground: &crate::card::Ground, out: &mut String) {
    match ground {
        crate::card::Ground::Image { image, zones } => {
            push(out, &image.alt);
            for zone in zones {
                push(out, &zone.label);
            }
        }
        crate::card::Ground::Text { spans } => {
            let texts: Vec<&str> = spans.iter().map(|span| span.text.as_str()).collect();
            push(out, &texts.concat());
        }
    }
}

/// What SQLite's own folding of case and accents leaves: ligatures (œ, æ, ﬁ), widths, decomposed accents.
fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.nfkc() {
        match c {
            'œ' | 'Œ' => out.push_str("oe"),
            'æ' | 'Æ' => out.push_str("ae"),
            c => out.push(c),
        }
    }
    out
}

/// All words of `text` must occur, the beginning of a word is enough; `None` when it has no word.
/// Every word is quoted, so that nothing of it is taken for the query language of FTS5.
fn query(text: &str) -> Option<String> {
    let text = fold(text);
    let words = text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric));
    let quoted: Vec<String> = words.map(|word| format!("\"{}\"*", word.replace('"', " "))).collect();
    (!quoted.is_empty()).then(|| quoted.join(" "))
}

impl Index {
    /// The cards that hold all words of `text`, best first: file and key. At most `limit` of those that `wanted`
    /// lets through.
    pub(in crate::library) fn search(
        &self,
        text: &str,
        limit: usize,
        wanted: &dyn Fn(i64) -> bool,
    ) -> Result<Vec<(i64, CardKey)>, LibraryError> {
        let Some(query) = query(Text::clean(text).as_str()) else { return Ok(Vec::new()) };
        // Only the hits that are wanted are looked up: joined before they are ranked, 100,000 would be.
        let mut ranked = self.connection.prepare_cached(
            "SELECT rowid FROM card_text WHERE card_text MATCH ?1 AND rank MATCH ?2 ORDER BY rank",
        )?;
        let mut lookup = self.connection.prepare_cached("SELECT file, key FROM card WHERE id = ?1")?;
        let mut rows = ranked.query(params![query, RANK])?;
        let mut out = Vec::new();
        while out.len() < limit
            && let Some(row) = rows.next()?
        {
            let id: i64 = row.get(0)?;
            let hit = lookup.query_row([id], |row| Ok((row.get(0)?, row.get::<_, String>(1)?))).optional()?;
            if let Some((file, key)) = hit
                && wanted(file)
                && let Ok(key) = key.parse()
            {
                out.push((file, key));
            }
        }
        Ok(out)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_word_is_quoted() {
        assert_eq!(query("l'ONDAM vote").as_deref(), Some("\"l'ONDAM\"* \"vote\"*"));
        assert_eq!(query("a\"b OR c").as_deref(), Some("\"a b\"* \"OR\"* \"c\"*"));
        assert_eq!(query(" ? : - \" "), None);
        assert_eq!(query("cœur").as_deref(), Some("\"coeur\"*"));
    }

    proptest! {
        #[test]
        fn nothing_that_is_typed_is_an_error(text: String) {
            let index = Index::memory().expect("an index");
            prop_assert!(index.search(&text, 10, &|_| true).is_ok());
        }
    }
}
