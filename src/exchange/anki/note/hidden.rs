//! Notes with hidden places on a picture → a card each.

use super::{Maker, append};
use crate::{
    card::{Area, Content, Image, Mask, Meta, Text, ZoneArea},
    exchange::{anki::occlusion, html},
};

/// A hidden place of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hidden {
    /// Its number, from 1.
    pub number: u32,
    /// How many there are.
    pub of: usize,
}

/// The most others that stay hidden on a card, and the most corners that they have together: every card of a note repeats
/// them, and a package is read in memory that grows with its length alone.
const OTHERS: usize = 100;
const CORNERS: usize = 1000;

impl Maker<'_> {
    /// A card for each place.
    pub(super) fn occlusion(&mut self) {
        let field = |names: &[&str], index: usize| -> &str {
            let by_name = names.iter().find_map(|name| {
                self.around.style.fields.iter().position(|field| field.eq_ignore_ascii_case(name))
            });
            self.fields.values.get(by_name.unwrap_or(index)).copied().unwrap_or("")
        };
        let shapes = occlusion::shapes(field(&["Occlusion"], 0));
        let (picture, header) = (field(&["Image"], 1), field(&["Header"], 2));
        let further = [field(&["Back Extra"], 3), field(&["Comments"], 4)];
        let picture = self.convert(picture).pictures.into_iter().next();
        let Some(picture) = picture else {
            self.lose("occlusion-no-picture");
            return;
        };
        let header = self.convert(header).text;
        let mut note = String::new();
        for text in further {
            let text = self.convert(text).text;
            append(&mut note, &text);
        }
        let names = occlusion::Names::new(&shapes, further);
        for words in occlusion::beside(&shapes) {
            self.losses.lose("mask-words", words);
        }
        for card in self.cards {
            let number = card.ord + 1;
            let mut areas = Vec::new();
            for drawn in shapes.iter().filter(|drawn| drawn.number == number) {
                match &drawn.shape {
                    occlusion::Shape::Area(area) => areas.push(area.clone()),
                    occlusion::Shape::Words(..) => {}
                    occlusion::Shape::Unknown(kind) => self.losses.lose("shape", kind),
                }
            }
            if areas.is_empty() {
                self.lose("empty-card");
                continue;
            }
            let others = self.others(&shapes, number);
            let label = names.of(number, &areas).map(|name| html::plain(&name)).unwrap_or_default();
            let label = Text::one_line(&label);
            let place = (self.around.hidden)(Hidden { number, of: names.count() });
            let prompt = match (header.is_empty(), names.count()) {
                (true, _) => place,
                (false, 1) => header.clone(),
                (false, _) => format!("{header} — {place}"),
            };
            let mask = Mask {
                prompt: Text::from(prompt),
                image: Image { file: picture.path.clone(), alt: Text::one_line(&picture.alt), credit: None },
                zones: areas.into_iter().map(|area| ZoneArea { label: label.clone(), area }).collect(),
                others,
            };
            let note = (!note.is_empty()).then(|| Text::from(note.clone()));
            if let Some(draft) =
                self.push(Some(number), Content::Mask(mask), Meta { note, ..Meta::default() })
            {
                self.schedule(card, draft, None);
            }
        }
    }

    /// What Anki hides on a card beside what is asked.
    fn others(&mut self, shapes: &[occlusion::Drawn], number: u32) -> Vec<Area> {
        let (mut others, mut corners) = (Vec::new(), 0);
        for drawn in shapes.iter().filter(|drawn| drawn.always && drawn.number != number) {
            let occlusion::Shape::Area(area) = &drawn.shape else { continue };
            corners += area.corners();
            if others.len() >= OTHERS || corners > CORNERS {
                self.lose("mask-others");
                break;
            }
            if !others.contains(area) {
                others.push(area.clone());
            }
        }
        others
    }
}
