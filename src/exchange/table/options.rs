//! Options and which of them are right.

use super::{column::Column, row::Fields, values};
use crate::card::{Choice, Kind, Opt, Text, Verdict};

/// The most options that columns are looked for.
const MOST: usize = 100;

/// The options of a row, by the columns that are filled; mistakes are told.
pub(super) fn options(fields: &mut Fields<'_, '_>) -> Option<Vec<Opt>> {
    let mut verdicts = [Verdict::Wrong; MOST];
    let columns = [
        (Column::Correct, Verdict::Correct),
        (Column::Required, Verdict::Required),
        (Column::Unacceptable, Verdict::Unacceptable),
    ];
    let filled: Vec<(usize, Text)> =
        (0..MOST).filter_map(|number| Some((number, fields.text(Column::Option(number))?))).collect();
    let mut sound = true;
    for (column, verdict) in columns {
        let Some(cell) = fields.get(column) else { continue };
        let named = match values::letters(cell) {
            Ok(named) => named,
            Err(word) => {
                fields.tell(column, "table-letter", &[("value", &word)]);
                sound = false;
                continue;
            }
        };
        for number in named {
            let name = values::join_letters(&[number], MOST.min(26));
            if !filled.iter().any(|(option, _)| *option == number) {
                fields.tell(column, "table-letter", &[("value", &name)]);
                sound = false;
            } else if let Some(before) = verdicts.get_mut(number) {
                // What is indispensable is right as well; right and inacceptable is a contradiction.
                let both = matches!(
                    (*before, verdict),
                    (Verdict::Correct | Verdict::Required, Verdict::Unacceptable)
                );
                if both {
                    fields.tell(column, "table-option-both", &[("value", &name)]);
                    sound = false;
                }
                *before = verdict;
            }
        }
    }
    let options: Vec<Opt> = filled
        .into_iter()
        .map(|(number, text)| Opt { text, verdict: verdicts[number], why: fields.text(Column::Why(number)) })
        .collect();
    sound.then_some(options)
}

/// What holds for the options of a kind together.
pub(super) fn choice(
    kind: Kind,
    prompt: Text,
    options: Vec<Opt>,
    fields: &mut Fields<'_, '_>,
) -> Option<Choice> {
    let right = options.iter().filter(|option| option.verdict.is_right()).count();
    let mut seen: Vec<String> = Vec::new();
    for option in &options {
        let folded = option.text.split_whitespace().collect::<Vec<_>>().join(" ");
        if seen.contains(&folded) {
            fields.tell(Column::Question, "table-option-twice", &[("value", &folded)]);
            return None;
        }
        seen.push(folded);
    }
    let plain = options.iter().all(|option| matches!(option.verdict, Verdict::Correct | Verdict::Wrong));
    let mistake = match (kind, right) {
        _ if options.len() < 2 => Some((Column::Option(1), "table-too-few-options")),
        (_, 0) => Some((Column::Correct, "table-no-right")),
        (Kind::Qru, 2..) => Some((Column::Correct, "table-two-right")),
        (Kind::Qrp, _) if options.len() >= Choice::LONG && !plain => {
            Some((Column::Correct, "table-long-plain"))
        }
        _ => None,
    };
    if let Some((column, id)) = mistake {
        fields.tell(column, id, &[]);
        return None;
    }
    Some(Choice { prompt, options })
}
