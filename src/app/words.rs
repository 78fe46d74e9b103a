//! Times, dates and numbers in the student's language.

use jiff::{Zoned, civil::Date};

use crate::{
    i18n::{Arg, Lang, Messages},
    memory::Granted,
};

/// A number with the language's decimal mark and `digits` after it.
#[must_use]
pub fn decimal(number: f64, digits: usize, lang: Lang) -> String {
    let text = format!("{number:.digits$}");
    match lang {
        Lang::Fr => text.replace('.', ","),
        Lang::En => text,
    }
}

/// A share of 0 to 1 as whole percent.
#[must_use]
pub fn percent(share: f64, lang: Lang) -> String {
    percent_with(share, 0, lang)
}

/// The same with `digits` after the decimal mark.
#[must_use]
pub fn percent_with(share: f64, digits: usize, lang: Lang) -> String {
    let number = decimal(share * 100.0, digits, lang);
    match lang {
        Lang::Fr => format!("{number}\u{a0}%"),
        Lang::En => format!("{number}%"),
    }
}

/// The delay that a rating would give, short enough for a key: `<1 min`, `10 min`, `4 j`, `1,2 mois`, `2,5 ans`.
#[must_use]
pub fn interval(granted: &Granted, messages: &Messages) -> String {
    match *granted {
        Granted::Learning { seconds, .. } | Granted::Relearning { seconds, .. } => delay(seconds, messages),
        Granted::Days { days, .. } => days_long(days, messages),
    }
}

/// The same in full words, to be read or read aloud: `moins d'une minute`, `10 minutes`, `4 jours`, `1,5 mois`.
#[must_use]
pub fn interval_in_full(granted: &Granted, messages: &Messages) -> String {
    let lang = messages.lang();
    let with = |id: &str, number: f64| {
        messages.with(id, &[("n", decimal_short(number, lang).into()), ("plural", Arg::Number(number))])
    };
    let days = match *granted {
        Granted::Days { days, .. } => days,
        Granted::Learning { seconds, .. } | Granted::Relearning { seconds, .. } => match seconds {
            0..60 => return messages.get("delay-full-less-than-a-minute"),
            60..3_600 => return with("delay-full-minutes", f64::from(seconds.div_ceil(60))),
            3_600..86_400 => return with("delay-full-hours", f64::from(seconds) / 3_600.0),
            _ => seconds / 86_400,
        },
    };
    match days {
        0..30 => with("delay-full-days", f64::from(days)),
        30..365 => with("delay-full-months", f64::from(days) / 30.44),
        _ => with("delay-full-years", f64::from(days) / 365.25),
    }
}

/// A delay within days.
#[must_use]
pub fn delay(seconds: u32, messages: &Messages) -> String {
    match seconds {
        0..60 => messages.get("delay-less-than-a-minute"),
        60..3_600 => messages.with("delay-minutes", &[("n", (seconds.div_ceil(60)).into())]),
        3_600..86_400 => {
            let hours = decimal_short(f64::from(seconds) / 3_600.0, messages.lang());
            messages.with("delay-hours", &[("n", hours.into())])
        }
        _ => days_long(seconds / 86_400, messages),
    }
}

/// A number of days as days, months (of 30.44 days) or years, as Anki's users know it.
#[must_use]
pub fn days_long(days: u32, messages: &Messages) -> String {
    let lang = messages.lang();
    let with = |id: &str, number: f64| {
        messages.with(id, &[("n", decimal_short(number, lang).into()), ("plural", Arg::Number(number))])
    };
    match days {
        0..30 => messages.with("delay-days", &[("n", days.into())]),
        30..365 => with("delay-months", f64::from(days) / 30.44),
        _ => with("delay-years", f64::from(days) / 365.25),
    }
}

/// One decimal, none when it is zero.
fn decimal_short(number: f64, lang: Lang) -> String {
    let text = decimal(number, 1, lang);
    text.strip_suffix(",0").or_else(|| text.strip_suffix(".0")).unwrap_or(&text).to_owned()
}

/// Time spent: `45 s`, `12 min`, `1 h 05`.
#[must_use]
pub fn spent(seconds: f64, messages: &Messages) -> String {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to u32's range")]
    let seconds = seconds.clamp(0.0, f64::from(u32::MAX)).round() as u32;
    match seconds {
        0..60 => messages.with("spent-seconds", &[("n", seconds.into())]),
        60..3_600 => messages.with("spent-minutes", &[("n", (seconds / 60).into())]),
        _ => messages.with(
            "spent-hours",
            &[("hours", (seconds / 3_600).into()), ("minutes", format!("{:02}", seconds / 60 % 60).into())],
        ),
    }
}

/// A date in words: `26 juillet 2012`, `1er juillet 2010`, `26 July 2012`.
#[must_use]
pub fn date(date: Date, messages: &Messages) -> String {
    let day = match (messages.lang(), date.day()) {
        (Lang::Fr, 1) => "1er".to_owned(),
        (_, day) => day.to_string(),
    };
    let month = messages.get(&format!("month-{}", date.month()));
    format!("{day} {month} {}", date.year())
}

/// A date with its day of the week: `lundi 18 octobre 2027`.
#[must_use]
pub fn day_of_week(day: Date, messages: &Messages) -> String {
    let weekday = messages.get(&format!("weekday-{}", day.weekday().to_monday_one_offset()));
    messages.with("day-of-week", &[("weekday", weekday.into()), ("date", date(day, messages).into())])
}

/// A moment in words: `22 novembre 2026 à 20:10`.
#[must_use]
pub fn moment(at: &Zoned, messages: &Messages) -> String {
    let args = [("date", date(at.date(), messages).into()), ("time", time(at).into())];
    messages.with("moment", &args)
}

/// The time on the wall: `20:10`.
#[must_use]
pub fn time(at: &Zoned) -> String {
    at.strftime("%H:%M").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memory::Phase;

    fn days(days: u32) -> Granted {
        Granted::Days { days, phase: Phase::Review }
    }

    #[test]
    fn intervals_are_short_in_both_languages() {
        let shown = |granted: Granted, lang| interval(&granted, &Messages::new(lang));
        let step = |seconds| Granted::Learning { step: 0, seconds };
        assert_eq!(shown(step(30), Lang::Fr), "<1\u{a0}min");
        assert_eq!(shown(step(600), Lang::Fr), "10\u{a0}min");
        assert_eq!(shown(step(7_200), Lang::En), "2\u{a0}h");
        assert_eq!(shown(days(4), Lang::Fr), "4\u{a0}j");
        assert_eq!(shown(days(4), Lang::En), "4\u{a0}d");
        assert_eq!(shown(days(45), Lang::Fr), "1,5\u{a0}mois");
        assert_eq!(shown(days(900), Lang::Fr), "2,5\u{a0}ans");
        assert_eq!(shown(days(400), Lang::Fr), "1,1\u{a0}an");
        assert_eq!(shown(days(900), Lang::En), "2.5\u{a0}y");
    }

    #[test]
    fn intervals_in_full_have_no_abbreviation() {
        let shown = |granted: Granted, lang| interval_in_full(&granted, &Messages::new(lang));
        let step = |seconds| Granted::Learning { step: 0, seconds };
        assert_eq!(shown(step(30), Lang::Fr), "moins d'une minute");
        assert_eq!(shown(step(60), Lang::Fr), "1\u{a0}minute");
        assert_eq!(shown(step(5_400), Lang::Fr), "1,5\u{a0}heure");
        assert_eq!(shown(step(7_200), Lang::En), "2\u{a0}hours");
        assert_eq!(shown(days(1), Lang::En), "1\u{a0}day");
        assert_eq!(shown(days(4), Lang::Fr), "4\u{a0}jours");
        assert_eq!(shown(days(45), Lang::Fr), "1,5\u{a0}mois");
        assert_eq!(shown(days(400), Lang::En), "1.1\u{a0}years");
        assert_eq!(shown(days(900), Lang::Fr), "2,5\u{a0}ans");
    }

    #[test]
    fn the_first_of_a_month_is_an_ordinal_in_french() {
        let first = jiff::civil::date(2010, 7, 1);
        assert_eq!(date(first, &Messages::new(Lang::Fr)), "1er juillet 2010");
        assert_eq!(date(first, &Messages::new(Lang::En)), "1 July 2010");
    }

    #[test]
    fn hours_have_two_digits_of_minutes() {
        assert_eq!(spent(3_900.0, &Messages::new(Lang::Fr)), "1\u{a0}h\u{a0}05");
        assert_eq!(spent(59.4, &Messages::new(Lang::En)), "59\u{a0}s");
    }
}
