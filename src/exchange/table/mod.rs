//! Spreadsheets: CSV and TSV, in and out.
//!
//! One card a row. The first row names the columns, in French or in English, in any order, whatever their case and
//! accents; `#columns:` of Anki's header lines may stand in its place. A file with neither is read as question, answer,
//! tags.
//!
//! | column | what |
//! |---|---|
//! | `id` (`identifiant`) | the card's id; without one the card is known by its text |
//! | `kind` (`type`, `format`) | `q`, `cloze`, `qru`, `qrm`, `qrp`, `qroc`, `list`; else seen from the columns that are filled |
//! | `question` (`énoncé`, `recto`) | the prompt; for a cloze the text with its blanks |
//! | `answer` (`réponse`, `verso`) | the answer to `q`; for a qroc all full answers |
//! | `accept` (`accepté`) | for a qroc: the answers worth half a point |
//! | `items` (`éléments`) | for a list: what is to be recalled |
//! | `option 1`, `option 2`, … (`proposition 1`, `A`, `B`, …) | the options |
//! | `why 1`, `why 2`, … (`pourquoi 1`, `explication A`, …) | why each is right or wrong |
//! | `correct` (`juste`, `bonnes réponses`) | the right options, by letter or number: `A C`, `1, 3`, `AC` |
//! | `required` (`indispensable`), `unacceptable` (`inacceptable`) | the same, for those on which the question hangs |
//! | `hint` (`indice`), `note` (`commentaire`), `tags` (`étiquettes`), `deck` (`paquet`) | |
//! | `objective` (`objectif`), `rank` (`rang`), `item`, `situation`, `source` | |
//! | `reverse` (`inversé`), `ordered` (`ordonné`), `expand` (`développer`), `shuffle` (`mélanger`) | yes or no, `oui` or `non` |
//! | `as of` (`depuis`), `until` (`jusqu'au`), `suspended` (`suspendue`), `draft` (`brouillon`), `facts` (`faits`) | |
//!
//! Texts of a file that Anki wrote are HTML; the pictures that they name are taken where they lie beside the table.
//!
//! Several values in one cell stand apart by `|`, several spellings of one value by ` = `; `\|`, `\=` and `\\` are the
//! characters themselves. A source is `key = title`, or its title alone. A comma never cuts a value: `0,5` is a number.
//!
//! What spreadsheets would take for a formula is written with an apostrophe before it in CSV, which is taken off again. TSV is
//! for Anki, which would show the apostrophe.

mod beside;
mod cells;
mod column;
mod decode;
mod dialect;
mod open;
mod options;
mod read;
mod row;
#[cfg(test)]
mod tests;
mod values;
mod write;

pub(in crate::exchange) use cells::Cells;
pub use cells::{Broken, Why, cells};
pub use column::folded;
pub use decode::{Encoding, decode};
pub use dialect::Separator;
pub(in crate::exchange) use open::{Opened, open};
pub use read::{Line, Mistake, Row, Sheet, Wishes, read, read_while};
pub(in crate::exchange) use write::line;
pub use write::{Format, Written, write};
