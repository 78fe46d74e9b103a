//! The tables of the exam, with where each comes from. A change of the rules is a change of this file.
//!
//! Sources, by how far they can be trusted:
//!
//! - law: arrêté of 21 December 2021, art. 7, as amended on 28 September 2023
//!   (<https://legal.tricoteuses.fr/articles/LEGIARTI000048160007>);
//! - official: UNESS, types of questions (<https://assistance.uness.fr/mod/page/view.php?id=91>), and the first
//!   page of "R2C Docimologie et correction", scientific council for medicine, 2023
//!   (<https://fr.scribd.com/document/724926192/R2C-Docimologie-et-correction>);
//! - second-hand: the same paper (31 January 2023, section 5) as transcribed by a public student project. It could
//!   not be compared with the paper itself, so what rests on it is told as an estimation.

use crate::card::{Content, Rank};

/// How far a rule can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Evidence {
    /// Read in a public transcription only.
    SecondHand,
    /// Read on an official or institutional page.
    Official,
}

/// The tables by which answers are marked.
///
/// Faculties and platforms set their own (THEIA's discordances depend on the number of options), hence a value and
/// not constants spread over the code.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rules {
    /// Points of a QRM by number of discordances, from none on; past the end of the table, 0. A discordance is a
    /// wrong option ticked or a right one left blank.
    pub discordances: &'static [f64],
    /// Points of a typed answer (QROC) that is acceptable without being the expected one.
    pub acceptable: f64,
}

impl Rules {
    /// The national exam.
    pub const EDN: Self = Self {
        // Official.
        discordances: &[1.0, 0.5, 0.2],
        // Second-hand.
        acceptable: 0.5,
    };

    /// Points of a QRM with this many discordances.
    #[must_use]
    pub fn by_discordances(&self, count: usize) -> f64 {
        self.discordances.get(count).copied().unwrap_or(0.0)
    }
}

/// The mark out of 20 over the rank A questions that is needed to sit the ECOS.
/// Source: CNG, first session (official).
pub const RANK_A_MINIMUM: f64 = 14.0;

/// How far the scoring of this kind of question can be trusted; `None` for what the exam does not have.
#[must_use]
pub fn evidence(content: &Content) -> Option<Evidence> {
    match content {
        Content::Qru(_) | Content::Qrm(_) | Content::Qrp(_) => Some(Evidence::Official),
        Content::Qroc(_) | Content::Zone(_) | Content::Tcs(_) => Some(Evidence::SecondHand),
        Content::Qa(_)
        | Content::Cloze(_)
        | Content::Mask(_)
        | Content::List(_)
        | Content::Case(_)
        | Content::Kfp(_)
        | Content::Article(_) => None,
    }
}

/// The rank that a format tests: A by QRU, short QRP, zone and QROC; B by QRM, long QRP and TCS. The rank A mark
/// counts the questions of rank A knowledge in a rank A format ("double A").
///
/// Sources: Collège national des enseignants en cancérologie (<https://cnecancero.org/enseignement-de-2ème-cycle>);
/// TCS and "double A" second-hand.
#[must_use]
pub fn format_rank(content: &Content) -> Option<Rank> {
    match content {
        Content::Qru(_) | Content::Qroc(_) | Content::Zone(_) => Some(Rank::A),
        Content::Qrp(choice) if !choice.is_long() => Some(Rank::A),
        Content::Qrp(_) | Content::Qrm(_) | Content::Tcs(_) => Some(Rank::B),
        Content::Qa(_)
        | Content::Cloze(_)
        | Content::Mask(_)
        | Content::List(_)
        | Content::Case(_)
        | Content::Kfp(_)
        | Content::Article(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grade::test_support::{choice, qroc};

    #[test]
    fn discordances_earn_1_then_a_half_then_a_fifth_then_nothing() {
        let points: Vec<f64> = (0..6).map(|n| Rules::EDN.by_discordances(n)).collect();
        assert_eq!(points, [1.0, 0.5, 0.2, 0.0, 0.0, 0.0]);
    }

    #[test]
    fn a_long_qrp_tests_rank_b_and_a_short_one_rank_a() {
        assert_eq!(format_rank(&Content::Qrp(choice("++---"))), Some(Rank::A));
        assert_eq!(format_rank(&Content::Qrp(choice("++--------"))), Some(Rank::B));
        assert_eq!(format_rank(&Content::Qrm(choice("++---"))), Some(Rank::B));
    }

    #[test]
    fn what_was_read_at_second_hand_says_so() {
        assert_eq!(evidence(&Content::Qrm(choice("++---"))), Some(Evidence::Official));
        assert_eq!(evidence(&Content::Qroc(qroc(&["Sophia"]))), Some(Evidence::SecondHand));
    }
}
