//! A card, a question of a case, and the deck's defaults: all are read as one record, then each is held to the
//! keys that it may carry (`keys.rs`).

use jiff::civil::Date;

use super::{
    At, Cx, Defs, Field, Flag, Later, Line, Many, Node, Prose, RawImage, Read, Record, Spellings, Whole,
    record::{Put, put, read_record, record, record_shape},
};
use crate::{
    card::{Item, ObjectiveId, Rank},
    deck::{node::Entry, source::Span},
};

record! {
    /// A card. The key that holds the prompt names its kind.
    RawCard as "card" {
        /// The card's name in its deck, which its schedule hangs on: letters, digits and - _ . : without spaces.
        id: Line,
        /// Names that the card had before: an id of this deck, or deck/id.
        was: Many<Line>,
        /// News that come with a question of a case, in Markdown.
        info: Prose,

        /// A question whose answer the student grades, in Markdown. Its answer stands under a.
        q: Prose,
        /// The answer to q, in Markdown.
        a: Prose,
        /// For q: true asks in both directions, with two schedules.
        reverse: Flag,
        /// A text with blanks: {{…}} hides, {{…::hint}} gives a hint, {{c1::…}} hides all of one number together.
        cloze: Prose,
        /// A question with one right option, in Markdown.
        qru: Prose,
        /// A question with several right options, their number not told, in Markdown.
        qrm: Prose,
        /// A question with several right options, their number told, in Markdown. From 10 options on it is a long list.
        qrp: Prose,
        /// The options of a qru, qrm or qrp.
        options: Later<'n>,
        /// A question whose answer of one to five words is typed, in Markdown.
        qroc: Prose,
        /// For qroc: the answers worth 1 point; the first is the one that is shown.
        answers: Many<Line>,
        /// For qroc: the answers worth half a point.
        accept: Many<Line>,
        /// For qroc: true when the acronym alone is not enough.
        expand: Flag,
        /// A question that asks for several items, in Markdown.
        list: Prose,
        /// For list: the items; an item may be a list of accepted spellings, the first being shown.
        items: Many<Spellings>,
        /// For list: true when the order counts.
        ordered: Flag,
        /// The vignette of a script concordance test, in Markdown.
        tcs: Prose,
        /// What to point at, on an image or in a text, in Markdown.
        zone: Prose,
        /// A question about what is hidden on the picture under image, in Markdown. The student grades it.
        mask: Prose,
        /// For zone, on an image: the expected places. For mask: the hidden places that are asked.
        zones: Later<'n>,
        /// For mask: places that are hidden as well, and stay so.
        others: Later<'n>,
        /// For zone, in a text: the text; [[…]] are the expected places.
        text: Prose,
        /// The vignette of a progressive case, in Markdown.
        case: Prose,
        /// The vignette of a key-feature problem, in Markdown.
        kfp: Prose,
        /// An article for critical reading.
        article: Later<'n>,
        /// The questions of a tcs, case, kfp or article.
        questions: Later<'n>,

        /// The knowledge objectives, declared in the head; the first gives the rank.
        objective: Many<At<ObjectiveId>>,
        /// The rank, only where there is no objective.
        rank: At<Rank>,
        /// The EDN item, where it differs from the deck's.
        item: At<Item>,
        /// The number of a starting situation, 1 to 356.
        situation: Whole,
        /// Tags; :: makes levels, as in cardio::rythme.
        tags: Many<Line>,
        /// The sources, by their keys in the head.
        source: Many<Line>,
        /// Shown on demand before the answer, in Markdown.
        hint: Prose,
        /// Shown after the answer, in Markdown.
        note: Prose,
        /// A picture with the prompt.
        image: RawImage<'n>,
        /// What the picture shows, when image is only a path.
        alt: Line,
        /// A picture with the answer.
        answer_image: RawImage<'n>,
        /// The fact is true from this day on (year-month-day).
        as_of: At<Date>,
        /// The fact is true until this day (year-month-day).
        until: At<Date>,
        /// false keeps the options in their order.
        shuffle: Flag,
        /// true: the card starts suspended.
        suspended: Flag,
        /// true: proposed, not asked until accepted.
        draft: Flag,
        /// The author's own references; not shown.
        facts: Many<Line>,
    }
}
