//! Events of another program that several homes have taken in.
//!
//! What happened in a program is numbered by what it is, so that taking it in twice gives nothing new. But what is made of it
//! also depends on where and when: the zone of the machine, the version of the card at that moment, the interval of a last
//! answer. So when two homes that have taken in the same meet, there are two events under one id. They are one thing that
//! happened, and count once in the history of a card.

use std::collections::{BTreeSet, HashMap};

use super::{Order, StoredEvent, project::Row};

/// What has a place in the history of a card.
pub(super) trait Placed {
    fn order(&self) -> Order;
    /// Whether it was undone.
    fn is_void(&self) -> bool;
    fn make_void(&mut self);
}

impl Placed for Row {
    fn order(&self) -> Order {
        self.order
    }

    fn is_void(&self) -> bool {
        self.void
    }

    fn make_void(&mut self) {
        self.void = true;
    }
}

impl Placed for StoredEvent {
    fn order(&self) -> Order {
        self.order
    }

    fn is_void(&self) -> bool {
        self.void
    }

    fn make_void(&mut self) {
        self.void = true;
    }
}

/// Of the events of one card's history, in order, those that another one stands for: of the same id of a program, the first
/// in the order counts. It is void when any of them was undone, for it is that thing that was undone.
pub(super) fn doubles<T: Placed>(sorted: &mut [T]) -> BTreeSet<Order> {
    let mut out = BTreeSet::new();
    let mut first = HashMap::new();
    for index in 0..sorted.len() {
        let order = sorted[index].order();
        if !order.device.is_program() {
            continue;
        }
        let before = *first.entry((order.device, order.counter)).or_insert(index);
        if before != index {
            if sorted[index].is_void() {
                sorted[before].make_void();
            }
            out.insert(order);
        }
    }
    out
}
