//! How much a deck may ask of the machine.

/// The limits of one file. What lies beyond is refused with a message, never read half.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file.
    pub file_bytes: usize,
    /// Cards of the file.
    pub cards: usize,
    /// Levels of lists and mappings within one another.
    pub depth: usize,
    /// Nodes that aliases (`*name`) may add by being written out.
    pub alias_nodes: usize,
    /// Mistakes that are told one by one; the rest is only mentioned.
    pub diagnostics: usize,
}

impl Default for Limits {
    /// 20 MiB, 100,000 cards, 32 levels, 100,000 nodes from aliases, 1,000 mistakes.
    fn default() -> Self {
        Self { file_bytes: 20 << 20, cards: 100_000, depth: 32, alias_nodes: 100_000, diagnostics: 1_000 }
    }
}
