//! Recognising a card whose text was mended, as version control recognises a renamed file.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::card::{CardKey, Cloze, DeckId, Kind, Locator, PartKey};

use super::similar::{Profile, likeness, plain};

/// How alike two texts of one card are at least ([`Profile::likeness`]). In the table of the tests, mended typos, a changed
/// figure and a reworded prompt with the same answer lie at 0.82 and above, other cards of the same mould ("Que
/// signifie le sigle … ?") at 0.68 and below; this is the middle.
const ALIKE: f64 = 0.75;

/// The same for what a blank hides, or for what stands around it.
const ALIKE_BLANK: f64 = 0.6;

/// How much of the text on either side of a blank says which blank it is, in characters.
const AROUND: usize = 25;

/// A piece of text that occurs in more texts than this says little about which card it is.
const COMMON: usize = 64;

/// How many of the likeliest texts are compared in full.
const CANDIDATES: usize = 16;

/// The schedules that vanished from a deck and live on under another name: (former, present).
///
/// `vanished` are locators that have a history and are live nowhere, each with the last known
/// [`identity`](crate::card::Content::identity) of its card; give one locator for each alias class, the latest, or two versions
/// of one card stand in each other's way. `appeared` are live locators without a history. A pair is always of one deck and
/// of one kind (QRU, QRM and QRP count as one), never has a live former name, and nothing is in two pairs. Cards are paired
/// when their texts are the same, or when each is the other's best and only match, alike enough; two cards
/// that both carry an author's `id` only when their texts are the same. The order of the input does not matter.
#[must_use]
pub fn recognise(vanished: &[(Locator, String)], appeared: &[(Locator, String)]) -> Vec<(Locator, Locator)> {
    let live: HashSet<&Locator> = appeared.iter().map(|(locator, _)| locator).collect();
    let gone = by_deck(vanished.iter().filter(|(locator, _)| !live.contains(locator)));
    let here = by_deck(appeared.iter());
    let mut out = Vec::new();
    for (deck, gone) in &gone {
        let Some(here) = here.get(deck) else { continue };
        for (a, b) in pair_cards(gone, here) {
            pair_parts(&gone[a], &here[b], &mut out);
        }
    }
    out
}

/// A card on one side.
struct Version<'a> {
    deck: &'a DeckId,
    key: &'a CardKey,
    /// QRU, QRM and QRP are one: an author who finds a second right option changes the kind.
    kind: &'a str,
    text: &'a str,
    plain: String,
    /// Sorted.
    parts: Vec<Option<&'a PartKey>>,
}

impl Version<'_> {
    fn has_id(&self) -> bool {
        matches!(self.key, CardKey::Id(_))
    }

    fn locator(&self, part: Option<&PartKey>) -> Locator {
        Locator { deck: self.deck.clone(), key: self.key.clone(), part: part.cloned() }
    }
}

/// Cards in the order of their keys.
fn by_deck<'a>(
    schedules: impl Iterator<Item = &'a (Locator, String)>,
) -> BTreeMap<&'a DeckId, Vec<Version<'a>>> {
    let mut sorted: Vec<&(Locator, String)> = schedules.collect();
    sorted.sort_unstable();
    sorted.dedup_by(|a, b| a.0 == b.0);
    let mut out: BTreeMap<_, Vec<Version<'_>>> = BTreeMap::new();
    for (locator, identity) in sorted {
        let cards = out.entry(&locator.deck).or_default();
        if let Some(card) = cards.last_mut().filter(|card| *card.key == locator.key) {
            card.parts.push(locator.part.as_ref());
            continue;
        }
        let (kind, text) = identity.split_once('\n').unwrap_or(("", identity));
        cards.push(Version {
            deck: &locator.deck,
            key: &locator.key,
            kind: if matches!(kind, "qru" | "qrm" | "qrp") { "choice" } else { kind },
            text,
            plain: plain(text),
            parts: vec![locator.part.as_ref()],
        });
    }
    out
}

/// Which card of `gone` is which of `here`.
fn pair_cards(gone: &[Version<'_>], here: &[Version<'_>]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let mut free_gone: Vec<usize> = (0..gone.len()).collect();
    let mut free_here: Vec<usize> = (0..here.len()).collect();
    // The same key: the card is there, one of its parts has changed. Then the same text under another name.
    let same_key = |card: &Version<'_>| (card.kind.to_owned(), card.key.to_string());
    let same_text = |card: &Version<'_>| (card.kind.to_owned(), card.plain.clone());
    for name in [&same_key as &dyn Fn(&Version<'_>) -> (String, String), &same_text] {
        let mut named: HashMap<_, Vec<usize>> = HashMap::new();
        for &b in free_here.iter().rev() {
            named.entry(name(&here[b])).or_default().push(b);
        }
        free_gone.retain(|&a| {
            let found = named.get_mut(&name(&gone[a])).filter(|_| !gone[a].plain.is_empty());
            let found = found.and_then(Vec::pop);
            pairs.extend(found.map(|b| (a, b)));
            found.is_none()
        });
        let taken: HashSet<usize> = pairs.iter().map(|(_, b)| *b).collect();
        free_here.retain(|b| !taken.contains(b));
    }
    pairs.extend(pair_alike(gone, &free_gone, here, &free_here));
    pairs
}

/// Each the other's best match.
fn pair_alike(
    gone: &[Version<'_>],
    free_gone: &[usize],
    here: &[Version<'_>],
    free_here: &[usize],
) -> Vec<(usize, usize)> {
    let profiles: Vec<(usize, Profile)> =
        free_here.iter().map(|&b| (b, Profile::of(&here[b].plain))).collect();
    let mut holders: HashMap<u64, Vec<usize>> = HashMap::new();
    for (number, (_, profile)) in profiles.iter().enumerate() {
        profile.grams().for_each(|gram| holders.entry(gram).or_default().push(number));
    }
    let mut best_of_gone = HashMap::new();
    let mut best_of_here = HashMap::new();
    for &a in free_gone {
        let profile = Profile::of(&gone[a].plain);
        for number in candidates(&profile, &holders) {
            let (b, other) = &profiles[number];
            if gone[a].kind != here[*b].kind || (gone[a].has_id() && here[*b].has_id()) {
                continue;
            }
            let likeness = profile.likeness(other);
            if likeness >= ALIKE {
                best_of_gone.entry(a).or_insert_with(Best::default).offer(*b, likeness);
                best_of_here.entry(*b).or_insert_with(Best::default).offer(a, likeness);
            }
        }
    }
    let only = |best: Option<&Best>| best.and_then(|best| best.only);
    free_gone
        .iter()
        .filter_map(|&a| only(best_of_gone.get(&a)).map(|b| (a, b)))
        .filter(|&(a, b)| only(best_of_here.get(&b)) == Some(a))
        .collect()
}

/// The texts that share the most uncommon pieces with `profile`.
fn candidates(profile: &Profile, holders: &HashMap<u64, Vec<usize>>) -> Vec<usize> {
    let mut shared: HashMap<usize, usize> = HashMap::new();
    for gram in profile.grams() {
        let holders = holders.get(&gram).filter(|holders| holders.len() <= COMMON);
        holders.into_iter().flatten().for_each(|&number| *shared.entry(number).or_default() += 1);
    }
    let mut ranked: Vec<(usize, usize)> = shared.into_iter().collect();
    ranked.sort_unstable_by_key(|&(number, count)| (std::cmp::Reverse(count), number));
    ranked.into_iter().take(CANDIDATES).map(|(number, _)| number).collect()
}

/// The best offer so far; none while two are equally good, for then nothing says which it is.
#[derive(Default)]
struct Best {
    likeness: f64,
    only: Option<usize>,
}

impl Best {
    fn offer(&mut self, number: usize, likeness: f64) {
        if likeness > self.likeness {
            *self = Self { likeness, only: Some(number) };
        } else if likeness >= self.likeness {
            self.only = None;
        }
    }
}

/// The parts of a card that was recognised: those of one name, then blanks that hide nearly the same or stand
/// in the same place.
fn pair_parts(gone: &Version<'_>, here: &Version<'_>, out: &mut Vec<(Locator, Locator)>) {
    let (rest_gone, rest_here) = (without(gone, here), without(here, gone));
    let mut push = |a: Option<&PartKey>, b: Option<&PartKey>| out.push((gone.locator(a), here.locator(b)));
    for part in gone.parts.iter().filter(|part| here.parts.contains(part)) {
        push(*part, *part);
    }
    if gone.kind != Kind::Cloze.key() {
        return;
    }
    let (Ok(before), Ok(after)) = (Cloze::parse(gone.text.trim_end()), Cloze::parse(here.text.trim_end()))
    else {
        return;
    };
    let spots = |cloze: &Cloze, parts: &[Option<&PartKey>]| -> Vec<Spot> {
        parts.iter().map(|part| Spot::of(cloze, *part)).collect()
    };
    let (before, after) = (spots(&before, &rest_gone), spots(&after, &rest_here));
    let mut best_before: Vec<Best> = before.iter().map(|_| Best::default()).collect();
    let mut best_after: Vec<Best> = after.iter().map(|_| Best::default()).collect();
    for (a, old) in before.iter().enumerate() {
        for (b, new) in after.iter().enumerate() {
            let likeness = old.likeness(new);
            if likeness >= ALIKE_BLANK {
                best_before[a].offer(b, likeness);
                best_after[b].offer(a, likeness);
            }
        }
    }
    for (a, best) in best_before.iter().enumerate() {
        if let Some(b) = best.only
            && best_after[b].only == Some(a)
        {
            push(rest_gone[a], rest_here[b]);
        }
    }
}

/// The parts of one version that the other has not.
fn without<'a>(of: &Version<'a>, other: &Version<'_>) -> Vec<Option<&'a PartKey>> {
    of.parts.iter().copied().filter(|part| !other.parts.contains(part)).collect()
}

/// What a part hides and what stands around it.
struct Spot {
    hidden: String,
    left: String,
    right: String,
}

impl Spot {
    fn of(cloze: &Cloze, part: Option<&PartKey>) -> Self {
        let hidden = part.map(|part| cloze.hidden(part)).unwrap_or_default();
        let text = cloze.revealed();
        let sides = hidden.first().and_then(|first| text.split_once(first.as_str()));
        let (left, right) = sides.unwrap_or_default();
        let left: Vec<char> = left.chars().collect();
        Self {
            hidden: hidden.join(" "),
            left: left[left.len().saturating_sub(AROUND)..].iter().collect(),
            right: right.chars().take(AROUND).collect(),
        }
    }

    fn likeness(&self, other: &Self) -> f64 {
        // At the very beginning or end, both have nothing beside them, which is the same.
        let side = |a: &str, b: &str| if plain(a) == plain(b) { 1.0 } else { likeness(a, b) };
        let around = f64::midpoint(side(&self.left, &other.left), side(&self.right, &other.right));
        likeness(&self.hidden, &other.hidden).max(around)
    }
}
