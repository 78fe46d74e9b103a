//! Hidden places of a picture.

use super::{area, plain};
use crate::{
    card::Mask,
    deck::{cx::Cx, diagnostic::problem, raw::RawCard},
};

pub(super) fn mask(raw: &mut RawCard<'_>, cx: &mut Cx<'_>) -> Option<Mask> {
    let start = raw.start.clone();
    let key = raw.mask.key.clone().unwrap_or_else(|| start.clone());
    let prompt = plain::prompt(&mut raw.mask, "mask", &start, cx);
    let image = area::picture(raw, "mask", &start, cx);
    let zones = area::labelled(std::mem::take(&mut raw.zones), "mask", &start, false, cx);
    let others = std::mem::take(&mut raw.others).optional("others", cx);
    let others = others.map(|others| area::unlabelled(others.0, "others", cx)).unwrap_or_default();
    let zones = zones?.areas;
    let hidden = zones.len() + others.len();
    let corners: usize =
        zones.iter().map(|zone| &zone.area).chain(&others).map(crate::card::Area::corners).sum();
    if hidden > Mask::MOST || corners > Mask::CORNERS {
        cx.report(
            problem!(Error "mask-too-many" at key, limit = Mask::MOST, corners = Mask::CORNERS; help "mask-too-many-help"),
        );
        return None;
    }
    Some(Mask { prompt: prompt?, image: image?, zones, others })
}
