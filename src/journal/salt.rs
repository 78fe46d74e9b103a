//! Chance that a history has for itself.

use jiff::Zoned;

use super::{Draft, Journal, JournalError, Record, Salt, kind};

impl Journal {
    /// What names that hide others are made with. It is made the first time, and an event since: all devices of the student
    /// come to know it and nobody else does. Where two devices have made one each before they met, the first in the order counts.
    ///
    /// # Errors
    /// When the journal cannot be read, or not be written the first time.
    pub fn salt(&mut self, wall: &Zoned) -> Result<Salt, JournalError> {
        let known = self.of_kind(kind::SALT)?.into_iter().find_map(|stored| match stored.record() {
            Some(Record::Salt { salt }) => Some(salt),
            _ => None,
        });
        if let Some(salt) = known {
            return Ok(salt);
        }
        let salt = Salt::random()?;
        self.append(&[Draft::from(Record::Salt { salt })], wall)?;
        Ok(salt)
    }
}
