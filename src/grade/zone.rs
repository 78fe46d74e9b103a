//! Zones on a picture or in a text.

use super::{Answer, Certainty, Detail, Marked, Score, assign::assign};
use crate::card::{Area, Ground, Zone};

/// How a pointed-at answer was marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZoneDetail {
    /// For each expected zone, in the author's order, which part of the answer hit it (an index into the answer).
    pub hits: Vec<Option<usize>>,
    /// Parts of the answer that hit nothing new: outside every zone, or in one that is hit already.
    pub strays: Vec<usize>,
    /// More places were pointed at than there are zones.
    pub too_many: bool,
}

/// Marks a zone: expected zones hit / expected zones; two places in one zone count once. As with a QRP, the number
/// of zones is told and no more places than that can be pointed at; more all the same earn nothing.
///
/// `aspect` is the picture's height / width (1 for a text): a circle's radius is in percent of the width, so on
/// a picture that is not square the circle cannot be told without it. What is not positive is taken as 1.
///
/// `None` when the answer is not of the zone's shape, points at a span that is not there, or nothing is expected.
/// Source: see [`super::rules`] (second-hand).
#[must_use]
pub fn mark_zone(zone: &Zone, answer: &Answer, aspect: f32) -> Option<Marked> {
    let (count, hits) = match (&zone.ground, answer) {
        (Ground::Image { zones, .. }, Answer::Spots(spots)) => {
            let fits = |spot: usize, at: usize| contains(&zones[at].area, spots[spot], aspect);
            (spots.len(), assign(spots.len(), zones.len(), &fits))
        }
        (Ground::Text { spans }, Answer::Spans(picked)) => {
            if picked.iter().any(|&i| i >= spans.len()) {
                return None;
            }
            let expected = (0..spans.len()).filter(|&i| spans[i].expected);
            let hits = expected.map(|i| picked.iter().position(|&p| p == i)).collect();
            let mut distinct = picked.clone();
            distinct.sort_unstable();
            distinct.dedup();
            (distinct.len(), hits)
        }
        _ => return None,
    };
    if hits.is_empty() {
        return None;
    }
    let parts = match answer {
        Answer::Spots(spots) => spots.len(),
        Answer::Spans(spans) => spans.len(),
        _ => 0,
    };
    let too_many = count > hits.len();
    let found = hits.iter().flatten().count();
    let score = if too_many { Score::ZERO } else { Score::share(found, hits.len()) };
    let strays = (0..parts).filter(|i| !hits.contains(&Some(*i))).collect();
    Some(Marked {
        score,
        highest: score,
        certainty: Certainty::Sure,
        detail: Detail::Zone(ZoneDetail { hits, strays, too_many }),
    })
}

/// Whether a place, in percent, lies in an area or on its outline.
fn contains(area: &Area, [x, y]: [f32; 2], aspect: f32) -> bool {
    match area {
        Area::Rect([left, top, width, height]) => {
            (*left..=left + width).contains(&x) && (*top..=top + height).contains(&y)
        }
        Area::Circle([cx, cy, radius]) => {
            let aspect = if aspect.is_finite() && aspect > 0.0 { aspect } else { 1.0 };
            let (dx, dy) = (x - cx, (y - cy) * aspect);
            dx * dx + dy * dy <= radius * radius
        }
        Area::Polygon(corners) => in_polygon(corners, x, y),
    }
}

/// Even-odd rule: a ray to the right crosses the outline an odd number of times.
fn in_polygon(corners: &[[f32; 2]], x: f32, y: f32) -> bool {
    if corners.len() < 3 {
        return false;
    }
    let mut inside = false;
    for (&[ax, ay], &[bx, by]) in corners.iter().zip(corners.iter().cycle().skip(1)) {
        if on_segment([ax, ay], [bx, by], x, y) {
            return true;
        }
        if (ay > y) != (by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax {
            inside = !inside;
        }
    }
    inside
}

fn on_segment([ax, ay]: [f32; 2], [bx, by]: [f32; 2], x: f32, y: f32) -> bool {
    let cross = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
    cross.abs() <= 1e-3 && (ax.min(bx)..=ax.max(bx)).contains(&x) && (ay.min(by)..=ay.max(by)).contains(&y)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::card::{Image, TextZone, ZoneArea};

    fn picture(areas: Vec<Area>) -> Zone {
        let zones = areas.into_iter().map(|area| ZoneArea { label: "l".into(), area }).collect();
        let image = Image { file: "media/a.png".into(), alt: "a".into(), credit: None };
        Zone { prompt: "?".into(), ground: Ground::Image { image, zones } }
    }

    fn text(expected: &[bool]) -> Zone {
        let spans = expected.iter().map(|&expected| TextZone { text: "mot ".into(), expected }).collect();
        Zone { prompt: "?".into(), ground: Ground::Text { spans } }
    }

    fn points(zone: &Zone, spots: &[[f32; 2]]) -> f64 {
        mark_zone(zone, &Answer::Spots(spots.to_vec()), 1.0).expect("fits").score.points()
    }

    fn assert_points(actual: f64, expected: f64) {
        assert!((actual - expected).abs() < 1e-12, "{actual} instead of {expected}");
    }

    fn two_rects() -> Zone {
        picture(vec![Area::Rect([0.0, 0.0, 10.0, 10.0]), Area::Rect([50.0, 50.0, 10.0, 10.0])])
    }

    #[test]
    fn zones_hit_over_zones_expected() {
        assert_points(points(&two_rects(), &[[5.0, 5.0], [55.0, 55.0]]), 1.0);
        assert_points(points(&two_rects(), &[[5.0, 5.0], [90.0, 5.0]]), 0.5);
        assert_points(points(&two_rects(), &[[30.0, 30.0]]), 0.0);
        assert_points(points(&two_rects(), &[]), 0.0);
    }

    #[test]
    fn two_clicks_in_one_zone_count_once() {
        let marked =
            mark_zone(&two_rects(), &Answer::Spots(vec![[5.0, 5.0], [6.0, 6.0]]), 1.0).expect("fits");
        assert_points(marked.score.points(), 0.5);
        let Detail::Zone(detail) = marked.detail else { panic!("a zone") };
        assert_eq!((detail.hits, detail.strays), (vec![Some(0), None], vec![1]));
    }

    #[test]
    fn a_carpet_of_clicks_earns_nothing() {
        assert_points(points(&two_rects(), &[[5.0, 5.0], [55.0, 55.0], [30.0, 30.0]]), 0.0);
    }

    #[test]
    fn where_zones_overlap_each_click_goes_where_it_helps_most() {
        let zone = picture(vec![Area::Rect([0.0, 0.0, 20.0, 20.0]), Area::Rect([10.0, 10.0, 20.0, 20.0])]);
        assert_points(points(&zone, &[[15.0, 15.0], [5.0, 5.0]]), 1.0);
        assert_points(points(&zone, &[[5.0, 5.0], [15.0, 15.0]]), 1.0);
        assert_points(points(&zone, &[[15.0, 15.0]]), 0.5);
    }

    #[test]
    fn a_circle_is_round_on_a_wide_picture() {
        let zone = picture(vec![Area::Circle([50.0, 50.0, 10.0])]);
        let hit = |spot, aspect| mark_zone(&zone, &Answer::Spots(vec![spot]), aspect).expect("fits").score;
        // Half as high as wide: 15 % of the height are 7.5 % of the width.
        assert!(hit([50.0, 65.0], 0.5).is_full());
        assert!(!hit([50.0, 65.0], 1.0).is_full());
        assert!(!hit([50.0, 65.0], f32::NAN).is_full());
    }

    #[test]
    fn a_polygon_holds_its_inside_and_its_outline() {
        let zone = picture(vec![Area::Polygon(vec![[0.0, 0.0], [20.0, 0.0], [20.0, 20.0], [10.0, 5.0]])]);
        assert_points(points(&zone, &[[15.0, 5.0]]), 1.0);
        assert_points(points(&zone, &[[20.0, 20.0]]), 1.0);
        assert_points(points(&zone, &[[10.0, 0.0]]), 1.0);
        assert_points(points(&zone, &[[10.0, 15.0]]), 0.0);
        assert_points(
            points(&picture(vec![Area::Polygon(vec![[0.0, 0.0], [9.0, 9.0]])]), &[[3.0, 3.0]]),
            0.0,
        );
    }

    #[test]
    fn spans_of_a_text_are_marked_the_same_way() {
        let zone = text(&[false, true, false, true]);
        let mark = |spans: &[usize]| mark_zone(&zone, &Answer::Spans(spans.to_vec()), 1.0);
        assert_points(mark(&[3, 1]).expect("fits").score.points(), 1.0);
        assert_points(mark(&[1, 1, 0]).expect("fits").score.points(), 0.5);
        assert_points(mark(&[0, 1, 3]).expect("fits").score.points(), 0.0);
        assert_eq!(mark(&[4]), None);
    }

    #[test]
    fn an_answer_of_another_shape_is_not_marked() {
        assert_eq!(mark_zone(&two_rects(), &Answer::Spans(vec![0]), 1.0), None);
        assert_eq!(mark_zone(&text(&[true]), &Answer::Spots(vec![[1.0, 1.0]]), 1.0), None);
        assert_eq!(mark_zone(&text(&[false]), &Answer::Spans(vec![]), 1.0), None);
    }

    #[test]
    fn places_that_are_no_numbers_hit_nothing() {
        assert_points(points(&two_rects(), &[[f32::NAN, f32::INFINITY]]), 0.0);
    }

    proptest! {
        #[test]
        fn the_order_of_the_clicks_changes_nothing(
            spots in proptest::collection::vec((0f32..40.0, 0f32..40.0), 0..4),
        ) {
            let zone = picture(vec![
                Area::Rect([0.0, 0.0, 20.0, 20.0]),
                Area::Rect([10.0, 10.0, 20.0, 20.0]),
                Area::Circle([20.0, 20.0, 9.0]),
            ]);
            let forward: Vec<[f32; 2]> = spots.iter().map(|&(x, y)| [x, y]).collect();
            let backward: Vec<[f32; 2]> = forward.iter().rev().copied().collect();
            let score = points(&zone, &forward);
            prop_assert!((0.0..=1.0).contains(&score));
            prop_assert!((score - points(&zone, &backward)).abs() < 1e-12);
        }
    }
}
