//! The names of backups: they tell when each was made, and why.

use std::{fmt, str::FromStr as _};

use jiff::{
    Zoned,
    civil::{Date, Time},
};

/// What every name ends in.
const END: &str = ".db.zst";

/// What the one of the day is called beside others of that day.
const DAILY: &str = "daily";

/// Why a backup was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// By itself: the first of the day.
    Daily,
    /// The student asked for it.
    Asked,
    /// Another one was about to be restored.
    BeforeRestore,
}

/// When a backup was made, and why. The order is that of the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name {
    /// The local date.
    pub date: Date,
    /// The local time, to the second; `None` for the one that is made by itself.
    pub time: Option<Time>,
    /// Why.
    pub why: Why,
}

impl Name {
    /// The day's own backup.
    #[must_use]
    pub fn daily(date: Date) -> Self {
        Self { date, time: None, why: Why::Daily }
    }

    /// One that the student asked for at `wall`.
    #[must_use]
    pub fn asked(wall: &Zoned) -> Self {
        Self { date: wall.date(), time: Some(wall.time()), why: Why::Asked }
    }

    /// One made at `wall`, before another is restored.
    #[must_use]
    pub fn before_restore(wall: &Zoned) -> Self {
        Self { why: Why::BeforeRestore, ..Self::asked(wall) }
    }

    /// Reads the name of a file; `None` when it is not one of a backup.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let rest = name.strip_prefix("journal-")?.strip_suffix(END)?;
        let (date, rest) = rest.split_at_checked(10)?;
        let date = Date::from_str(date).ok()?;
        if rest.is_empty() {
            return Some(Self::daily(date));
        }
        let (time, rest) = rest.strip_prefix('-')?.split_at_checked(6)?;
        let time = Some(Time::strptime("%H%M%S", time).ok()?);
        match rest {
            "" => Some(Self { date, time, why: Why::Asked }),
            "-before-restore" => Some(Self { date, time, why: Why::BeforeRestore }),
            _ => None,
        }
    }

    /// The name without what it begins and ends in: what a student types.
    #[must_use]
    pub fn short(&self) -> String {
        // A date alone is the last backup of that day.
        if self.why == Why::Daily {
            return format!("{}-{DAILY}", self.date);
        }
        let name = self.to_string();
        name.trim_start_matches("journal-").trim_end_matches(END).to_owned()
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "journal-{}", self.date)?;
        if let Some(time) = self.time {
            write!(f, "-{}", time.strftime("%H%M%S"))?;
        }
        if self.why == Why::BeforeRestore {
            f.write_str("-before-restore")?;
        }
        f.write_str(END)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_read_as_they_are_written_and_stand_in_the_order_of_time() {
        let names = [
            "journal-2026-11-21-235959.db.zst",
            "journal-2026-11-22.db.zst",
            "journal-2026-11-22-080000.db.zst",
            "journal-2026-11-22-201500-before-restore.db.zst",
        ];
        let read: Vec<Name> = names.iter().map(|name| Name::parse(name).expect("a name")).collect();
        assert_eq!(read.iter().map(ToString::to_string).collect::<Vec<_>>(), names);
        assert!(read.is_sorted());
        assert_eq!(read[3].short(), "2026-11-22-201500-before-restore");
        assert_eq!(read[1].short(), "2026-11-22-daily");
    }

    #[test]
    fn other_files_are_no_backups() {
        for name in [
            "journal.db",
            "journal-format-1.db",
            "journal-2026-11-22.db",
            "journal-2026-13-01.db.zst",
            "journal-2026-11-22-é.db.zst",
            "x",
        ] {
            assert_eq!(Name::parse(name), None, "{name}");
        }
    }
}
