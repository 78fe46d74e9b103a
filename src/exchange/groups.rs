//! The numbers of Anki's groups (`c1`, `c2`, …) that the parts of a cloze have in a package: on the way out, and to be known
//! again on the way back.

use crate::card::PartKey;

/// Each part with its number, from 1 on. A group keeps its own; a part without one gets that of its place, or the next one
/// that is free.
pub(super) fn numbered<'p>(parts: impl Iterator<Item = &'p PartKey> + Clone) -> Vec<(PartKey, u32)> {
    let own = |part: &PartKey| part.as_str().strip_prefix('c').and_then(|number| number.parse::<u32>().ok());
    let mut taken: Vec<u32> = parts.clone().filter_map(own).collect();
    let free = |place: u32, taken: &mut Vec<u32>| {
        let number = (place..=u32::MAX).find(|number| !taken.contains(number)).unwrap_or(place);
        taken.push(number);
        number
    };
    (1..)
        .zip(parts)
        .map(|(place, part)| (part.clone(), own(part).unwrap_or_else(|| free(place, &mut taken))))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_keep_their_numbers_and_the_others_get_free_ones() {
        let parts: Vec<PartKey> =
            ["c2", "a", "c1", "b"].iter().map(|part| part.parse().expect("a part")).collect();
        let numbers: Vec<u32> = numbered(parts.iter()).into_iter().map(|(_, number)| number).collect();
        assert_eq!(numbers, [2, 3, 1, 4]);
    }
}
