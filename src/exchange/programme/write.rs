//! From a programme to a list.

use super::column::Column;
use crate::{card::Programme, exchange::table::line};

/// The columns, in their order.
const COLUMNS: [Column; 6] =
    [Column::Id, Column::Title, Column::Rank, Column::Rubric, Column::Item, Column::ItemTitle];

/// Writes a list for spreadsheets that reads back to the same programme: first the items that have a title, then the
/// objectives. The names of the columns are French when `french`.
#[must_use]
pub fn write(programme: &Programme, french: bool) -> String {
    // The mark tells spreadsheets that accents are UTF-8.
    let mut out = String::from("\u{feff}");
    line(&COLUMNS.map(|column| column.name(french).to_owned()), ';', &mut out);
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    for (item, title) in programme.items() {
        let none = String::new;
        line(&[none(), none(), none(), none(), item.to_string(), title.to_string()], ';', &mut out);
    }
    for objective in programme.objectives() {
        let (id, title) = (objective.id, text(objective.title.as_deref()));
        let rubric = text(objective.rubric.as_deref());
        let item = id.item.to_string();
        line(&[id.to_string(), title, id.rank.to_string(), rubric, item, String::new()], ';', &mut out);
    }
    out
}
