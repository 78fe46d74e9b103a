//! Notes with hidden places on a picture → a zone each.

use super::{Maker, append};
use crate::{
    card::{Content, Ground, Image, Meta, Text, Zone, ZoneArea},
    exchange::{anki::occlusion, html},
};

/// A hidden place of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hidden {
    /// Its number, from 1.
    pub number: u32,
    /// How many there are.
    pub of: usize,
    /// The third of the height and of the width in which its middle lies: 0 for above and for left, to 2.
    pub third: [u8; 2],
}

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
        for card in self.cards {
            let number = card.ord + 1;
            let own = shapes.iter().filter(|(of, _)| *of == number);
            let mut areas = Vec::new();
            for (_, shape) in own {
                match shape {
                    occlusion::Shape::Area(area) => areas.push(area.clone()),
                    occlusion::Shape::Words(..) => {}
                    occlusion::Shape::Unknown(kind) => self.losses.lose("shape", kind),
                }
            }
            let Some(first) = areas.first() else {
                self.lose("empty-card");
                continue;
            };
            // Ours is pointed at on the whole picture.
            self.lose("mask");
            let found = names.of(number, &areas).map(|name| html::plain(&name));
            let name = found.filter(|name| !name.is_empty()).unwrap_or_else(|| {
                (self.around.hidden)(Hidden { number, of: names.count(), third: occlusion::third(first) })
            });
            let label = Text::one_line(&name);
            let zones = areas.into_iter().map(|area| ZoneArea { label: label.clone(), area }).collect();
            let prompt = if header.is_empty() { name } else { format!("{header} — {name}") };
            let image = Image { file: picture.path.clone(), alt: Text::one_line(&picture.alt), credit: None };
            let zone = Zone { prompt: Text::from(prompt), ground: Ground::Image { image, zones } };
            let note = (!note.is_empty()).then(|| Text::from(note.clone()));
            if let Some(draft) =
                self.push(Some(number), Content::Zone(zone), Meta { note, ..Meta::default() })
            {
                self.schedule(card, draft, None);
            }
        }
    }
}
