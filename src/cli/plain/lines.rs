//! Lines out and in.

use std::io::{self, BufRead, Read as _, Write};

use crate::card::Text;

/// The longest line that is taken from the input, in bytes; what goes beyond is left out.
const LONGEST: u64 = 64 << 10;

/// Why a session stops.
#[derive(Debug)]
pub(super) enum Stop {
    /// The input has ended, or the student wants to leave.
    End,
    /// Nobody reads the output any more.
    Closed,
    /// The output fails.
    Failed(io::Error),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::Closed,
            _ => Self::Failed(error),
        }
    }
}

/// The output and the input.
pub(super) struct Lines<'a> {
    input: &'a mut dyn BufRead,
    output: &'a mut dyn Write,
}

impl<'a> Lines<'a> {
    pub(super) fn new(input: &'a mut dyn BufRead, output: &'a mut dyn Write) -> Self {
        Self { input, output }
    }

    /// Says a text, as many lines as it has. The only way to the output: whatever the text comes from, nothing of it
    /// reaches a terminal as a command. The narrow no-break space becomes the ordinary one, which every font has and
    /// every voice knows.
    pub(super) fn say(&mut self, text: &str) -> Result<(), Stop> {
        let clean = Text::clean(text);
        for line in clean.trim_end_matches('\n').split('\n') {
            let line = line.trim_end().replace('\u{202f}', "\u{a0}");
            self.output.write_all(format!("{line}\n").as_bytes())?;
        }
        Ok(())
    }

    /// Waits for a line; without its line end, and without anything that a terminal would obey.
    pub(super) fn hear(&mut self) -> Result<String, Stop> {
        self.output.flush()?;
        let mut bytes = Vec::new();
        let read = (&mut *self.input).take(LONGEST).read_until(b'\n', &mut bytes);
        match read {
            // What cannot be read is read no more: the session ends as at the end of the input.
            Ok(0) | Err(_) => return Err(Stop::End),
            Ok(_) if bytes.ends_with(b"\n") => {}
            Ok(_) => self.skip_line()?,
        }
        Ok(Text::one_line(&String::from_utf8_lossy(&bytes)).to_string())
    }

    /// Leaves out the rest of a line that is too long.
    fn skip_line(&mut self) -> Result<(), Stop> {
        loop {
            let Ok(buffer) = self.input.fill_buf() else { return Ok(()) };
            if buffer.is_empty() {
                return Ok(());
            }
            let end = buffer.iter().position(|byte| *byte == b'\n');
            let length = end.map_or(buffer.len(), |at| at + 1);
            self.input.consume(length);
            if end.is_some() {
                return Ok(());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heard(input: &[u8]) -> Vec<String> {
        let (mut input, mut output) = (input, Vec::new());
        let mut lines = Lines::new(&mut input, &mut output);
        std::iter::from_fn(|| lines.hear().ok()).collect()
    }

    #[test]
    fn a_line_is_heard_whatever_its_end() {
        assert_eq!(heard(b"a c\r\n\nlast"), ["a c", "", "last"]);
    }

    #[test]
    fn what_is_no_text_or_endless_harms_nothing() {
        assert_eq!(heard(b"\xff\x1b[31m\n"), ["\u{fffd}[31m"]);
        let mut long = vec![b'x'; 200_000];
        long.extend(b"\nnext\n");
        let lines = heard(&long);
        assert_eq!((lines[0].len(), lines[1].as_str()), (64 << 10, "next"));
    }

    #[test]
    fn nothing_that_a_terminal_obeys_is_said() {
        let (mut input, mut output) = (&b""[..], Vec::new());
        Lines::new(&mut input, &mut output).say("a\u{1b}]52;c;x\u{7}\u{9b}1m\u{202e}b\n").expect("said");
        assert_eq!(String::from_utf8(output).expect("text"), "a]52;c;x1mb\n");
    }
}
