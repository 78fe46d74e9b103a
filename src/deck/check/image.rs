//! Pictures: within the deck's folder, and described for who cannot see them.

use crate::{
    card::Image,
    deck::{
        cx::Cx,
        diagnostic::problem,
        media::{MediaCheck, stays_inside},
        raw::{Field, Line, RawImage},
        source::Span,
    },
};

/// The picture; `alt` is the key of that name beside a picture that is only a path.
pub(super) fn image(
    raw: RawImage<'_>,
    alt: Option<Field<Line>>,
    key: Span,
    cx: &mut Cx<'_>,
) -> Option<Image> {
    let (file, alt, credit) = match raw {
        RawImage::Path(file) => {
            let alt = match alt {
                Some(alt) if alt.is_there() => alt.needed("alt", "image", &key, cx),
                _ => {
                    cx.report(
                        problem!(Error "no-alt" at file.span.clone(), file = file.value; help "no-alt-help"),
                    );
                    None
                }
            };
            (Some(file), alt, None)
        }
        RawImage::Picture(picture) => {
            if let Some(outer) = alt.and_then(|alt| alt.key) {
                cx.report(problem!(Error "alt-outside" at outer; help "alt-outside-help"));
            }
            let start = picture.start.clone();
            let file = picture.file.needed("file", "image", &start, cx);
            let alt = if picture.alt.is_there() {
                picture.alt.needed("alt", "image", &start, cx)
            } else {
                let name = file.as_ref().map(|f| f.value.to_string()).unwrap_or_default();
                cx.report(problem!(Error "no-alt" at start.clone(), file = name; help "no-alt-help"));
                None
            };
            (file, alt, picture.credit.optional("credit", cx))
        }
    };
    let file = file?;
    if !is_shown(&file, cx) {
        return None;
    }
    Some(Image { file: file.value.to_string(), alt: alt?.value, credit: credit.map(|text| text.value) })
}

fn is_shown(file: &Line, cx: &mut Cx<'_>) -> bool {
    let check = if stays_inside(&file.value) { cx.media.check(&file.value) } else { MediaCheck::Outside };
    match check {
        MediaCheck::Ok => true,
        // The card is asked all the same: its text stands for the picture.
        MediaCheck::Huge => {
            cx.report(problem!(Warning "picture-huge" at file.span.clone(), file = file.value; help "picture-huge-help"));
            true
        }
        MediaCheck::Unsupported => {
            cx.report(problem!(Warning "picture-unsupported" at file.span.clone(), file = file.value; help "picture-unsupported-help"));
            true
        }
        MediaCheck::Broken => {
            cx.report(problem!(Warning "picture-broken" at file.span.clone(), file = file.value; help "picture-broken-help"));
            true
        }
        MediaCheck::Missing => {
            cx.report(problem!(Error "no-file" at file.span.clone(), file = file.value; help "no-file-help"));
            false
        }
        MediaCheck::Outside => {
            cx.report(problem!(Error "file-outside" at file.span.clone(), file = file.value; help "file-outside-help"));
            false
        }
    }
}
