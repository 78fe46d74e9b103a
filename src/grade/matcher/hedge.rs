//! Several answers in one: "Cnam (Caisse nationale…)" says the same twice, "Cnam ou CPAM" does not choose.

use super::{Match, Remark, Verdict, expectation::Expectation};

/// The verdict when the whole is none of the expected answers. Parts that all are one make the whole right, at the worth
/// of the least; where "ou" leaves it open which part is meant, one that is not makes it wrong.
pub(super) fn compare(expected: &Expectation, typed: &str, whole: Match) -> Match {
    let (parts, open) = parts(typed);
    if parts.len() < 2 || parts.len() > 8 {
        return whole;
    }
    let matches: Vec<Match> = parts.iter().map(|p| expected.compare_whole(p)).collect();
    let right = |m: &Match| matches!(m.verdict, Verdict::Accept | Verdict::Acceptable);
    // The acronym beside the words that are asked for does no harm.
    let idle = |m: &Match| m.remark == Some(Remark::ExpansionWanted);
    if !matches.iter().any(right) {
        return whole;
    }
    if matches.iter().all(|m| right(m) || idle(m)) {
        let least = matches.into_iter().filter(right).min_by_key(|m| m.verdict);
        return least.unwrap_or(whole);
    }
    let another = matches.iter().any(|m| matches!(m.remark, Some(Remark::Confusable { .. })));
    if whole.verdict == Verdict::Refuse && whole.remark.is_some() {
        return whole;
    }
    if open || another || whole.verdict == Verdict::Refuse {
        return Match { verdict: Verdict::Refuse, matched: None, remark: Some(Remark::Hedged) };
    }
    whole
}

/// The parts of an answer, and whether "ou" or a slash stands between two of them.
fn parts(typed: &str) -> (Vec<String>, bool) {
    let mut parts = vec![String::new()];
    let mut open = false;
    for word in typed.split_inclusive(char::is_whitespace) {
        let bare = word.trim().to_lowercase();
        if matches!(bare.as_str(), "ou" | "or" | "soit" | "alias") {
            open |= matches!(bare.as_str(), "ou" | "or" | "soit");
            parts.push(String::new());
            continue;
        }
        for c in word.chars() {
            if matches!(c, '(' | ')' | ':' | '=' | ';' | '/' | ',' | '\n' | '[' | ']' | '–' | '—') {
                open |= c == '/';
                parts.push(String::new());
            } else if let Some(part) = parts.last_mut() {
                part.push(c);
            }
        }
    }
    parts.retain(|p| p.chars().any(char::is_alphanumeric));
    (parts, open)
}
