//! A compact binary form: numbers in as few bytes as they need, texts with their length in front.
//!
//! Reading never trusts what it reads: whatever does not fit is `None`, and the index is then made anew.

/// Writes values one after the other.
#[derive(Debug, Default)]
pub(super) struct Writer(Vec<u8>);

impl Writer {
    pub(super) fn finish(self) -> Vec<u8> {
        self.0
    }

    pub(super) fn byte(&mut self, byte: u8) {
        self.0.push(byte);
    }

    /// Seven bits a byte, lowest first; the eighth says that more follow (LEB128).
    pub(super) fn number(&mut self, mut number: u64) {
        loop {
            let low = (number & 0x7f) as u8;
            number >>= 7;
            if number == 0 {
                return self.0.push(low);
            }
            self.0.push(low | 0x80);
        }
    }

    pub(super) fn length(&mut self, length: usize) {
        self.number(length as u64);
    }

    pub(super) fn eight(&mut self, bytes: [u8; 8]) {
        self.0.extend_from_slice(&bytes);
    }

    pub(super) fn text(&mut self, text: &str) {
        self.length(text.len());
        self.0.extend_from_slice(text.as_bytes());
    }
}

/// Reads them back.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    pub(super) fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn byte(&mut self) -> Option<u8> {
        let (&first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(first)
    }

    pub(super) fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    pub(super) fn small<N: TryFrom<u64>>(&mut self) -> Option<N> {
        N::try_from(self.number()?).ok()
    }

    /// The number of things that follow; each takes a byte or more, so that no file can ask for more memory than
    /// it is long.
    pub(super) fn length(&mut self) -> Option<usize> {
        self.small().filter(|&length: &usize| length <= self.0.len())
    }

    pub(super) fn eight(&mut self) -> Option<[u8; 8]> {
        let (&eight, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(eight)
    }

    pub(super) fn text(&mut self) -> Option<&'a str> {
        let length = self.length()?;
        let (text, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        std::str::from_utf8(text).ok()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_written_is_read(byte: u8, number: u64, eight: [u8; 8], text: String, length in 0_usize..3) {
            let mut writer = Writer::default();
            writer.byte(byte);
            writer.number(number);
            writer.eight(eight);
            writer.text(&text);
            writer.length(length);
            (0..length).for_each(|_| writer.byte(7));
            let bytes = writer.finish();
            let mut reader = Reader::new(&bytes);
            prop_assert_eq!(reader.byte(), Some(byte));
            prop_assert_eq!(reader.number(), Some(number));
            prop_assert_eq!(reader.eight(), Some(eight));
            prop_assert_eq!(reader.text(), Some(text.as_str()));
            prop_assert_eq!(reader.length(), Some(length));
            for _ in 0..length {
                prop_assert_eq!(reader.byte(), Some(7));
            }
            prop_assert!(reader.is_empty());
        }

        #[test]
        fn no_bytes_break_the_reader(bytes: Vec<u8>) {
            let mut reader = Reader::new(&bytes);
            while reader.text().is_some() && !reader.is_empty() {}
            let mut reader = Reader::new(&bytes);
            while reader.number().is_some() && !reader.is_empty() {}
        }
    }
}
