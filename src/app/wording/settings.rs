//! The settings of studying: their names, their values, what they do and what they take.

use jiff::civil::Date;

use super::words;
use crate::{
    i18n::{Arg, Lang, Messages},
    memory::Day,
    study::{Cap, Group, NewOrder, Setting, Settings, SiblingRule},
};

/// What a setting is called.
#[must_use]
pub fn name(setting: Setting, messages: &Messages) -> String {
    messages.get(&format!("setting-{}", setting.name()))
}

/// What it does.
#[must_use]
pub fn about(setting: Setting, messages: &Messages) -> String {
    messages.get(&format!("setting-{}-about", setting.name()))
}

/// What it takes.
#[must_use]
pub fn takes(setting: Setting, messages: &Messages) -> String {
    messages.get(&format!("setting-{}-takes", setting.name()))
}

/// What the settings of a group are about.
#[must_use]
pub fn group(group: Group, messages: &Messages) -> String {
    messages.get(match group {
        Group::Exam => "settings-exam",
        Group::Day => "settings-day",
        Group::Memory => "settings-memory",
    })
}

/// The value of a setting in words.
#[must_use]
pub fn value(setting: Setting, settings: &Settings, today: Date, messages: &Messages) -> String {
    let say = |id: &str| messages.get(id);
    let count = |id: &str, n: u32| messages.with(id, &[("n", n.into())]);
    let yes_or_no = |yes: bool| say(if yes { "value-yes" } else { "value-no" });
    match setting {
        Setting::Retention => share(f64::from(settings.retention) * 100.0, messages.lang()),
        Setting::LearningSteps => steps(&settings.learning_steps, messages),
        Setting::RelearningSteps => steps(&settings.relearning_steps, messages),
        Setting::MaximumInterval => match settings.maximum_interval {
            days if days.is_multiple_of(365) => count("value-years", days / 365),
            days => count("value-days", days),
        },
        Setting::Parameters if settings.parameters.is_empty() => say("value-original"),
        Setting::Parameters => say("value-own-parameters"),
        Setting::Fuzz => yes_or_no(settings.fuzz),
        Setting::RankAFirst => yes_or_no(settings.rank_a_first),
        Setting::ExamReviews => yes_or_no(settings.exam_reviews),
        Setting::Rollover => format!("{:02}:00", settings.rollover),
        Setting::NewPerDay => number(settings.new_per_day, messages),
        Setting::ReviewsPerDay => number(settings.reviews_per_day, messages),
        Setting::Cap => match settings.cap {
            Cap::None => say("value-no-cap"),
            Cap::Cards(n) => count("value-cap-cards", n),
            Cap::Minutes(n) => count("delay-minutes", n),
        },
        Setting::Languages if settings.languages.is_empty() => say("value-own-language"),
        Setting::Languages => settings.languages.join(", "),
        Setting::LeechThreshold => count("value-leech", settings.leech_threshold),
        Setting::LearnAhead => count("delay-minutes", settings.learn_ahead_minutes),
        Setting::Siblings => match settings.siblings {
            SiblingRule::Apart => say("value-apart"),
            SiblingRule::Together => say("value-together"),
        },
        Setting::NewOrder => match settings.new_order {
            NewOrder::Mixed => say("value-mixed"),
            NewOrder::File => say("value-file"),
        },
        Setting::Weekdays => weekdays(settings.weekdays, messages),
        Setting::Pauses => pauses(&settings.pauses, messages),
        Setting::ExamDate => exam_date(settings.exam_date, today, messages),
    }
}

/// The value of a setting as a student would write it; empty where there is none.
#[must_use]
pub fn written(setting: Setting, settings: &Settings, lang: Lang) -> String {
    match (setting, settings.exam_date) {
        (Setting::Retention, _) => share(f64::from(settings.retention) * 100.0, lang),
        (Setting::ExamDate, Some(date)) if lang == Lang::Fr => date.strftime("%d/%m/%Y").to_string(),
        _ => match settings.get(setting) {
            none if none == "-" => String::new(),
            value => value,
        },
    }
}

fn number(n: u32, messages: &Messages) -> String {
    if n == 0 { messages.get("value-no-card") } else { n.to_string() }
}

/// `90 %`, `92,5 %`.
fn share(percent: f64, lang: Lang) -> String {
    let digits = usize::from((percent - percent.round()).abs() >= 0.05);
    words::percent_with(percent / 100.0, digits, lang)
}

fn steps(steps: &[u32], messages: &Messages) -> String {
    if steps.is_empty() {
        return messages.get("value-no-step");
    }
    steps.iter().map(|seconds| step(*seconds, messages)).collect::<Vec<_>>().join(", ")
}

fn step(seconds: u32, messages: &Messages) -> String {
    match seconds {
        1..60 => messages.with("spent-seconds", &[("n", seconds.into())]),
        _ => words::delay(seconds, messages),
    }
}

/// The days that are not studied in full; from Monday on.
fn weekdays(shares: [u8; 7], messages: &Messages) -> String {
    let partial = (1..).zip(shares).filter(|(_, share)| *share < 100);
    let told: Vec<String> = partial
        .map(|(number, percent): (u8, u8)| {
            let day = messages.get(&format!("weekday-{number}"));
            let percent = share(f64::from(percent), messages.lang());
            messages.with("value-day", &[("day", day.into()), ("share", percent.into())])
        })
        .collect();
    if told.is_empty() { messages.get("value-every-day") } else { told.join(", ") }
}

fn pauses(pauses: &[(Date, Date)], messages: &Messages) -> String {
    match pauses {
        [] => messages.get("value-no-pause"),
        [(from, to)] => {
            let day = |date| Arg::from(words::date(date, messages));
            messages.with("value-pause", &[("from", day(*from)), ("to", day(*to))])
        }
        several => messages.with("value-pauses", &[("n", several.len().into())]),
    }
}

fn exam_date(date: Option<Date>, today: Date, messages: &Messages) -> String {
    let Some(date) = date else { return messages.get("value-no-exam") };
    let said = words::day_of_week(date, messages);
    if date < today {
        return messages.with("value-exam-over", &[("date", said.into())]);
    }
    let days = Day::from_date(date).since(Day::from_date(today));
    messages.with("value-exam", &[("date", said.into()), ("days", days.into())])
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: Date = jiff::civil::date(2026, 11, 22);

    fn after(setting: Setting, typed: &str, lang: Lang) -> (String, String) {
        let mut settings = Settings::default();
        settings.set(setting, typed).expect("it fits");
        let messages = Messages::new(lang);
        let plain = |text: String| text.replace(['\u{a0}', '\u{202f}'], " ");
        (plain(value(setting, &settings, TODAY, &messages)), plain(written(setting, &settings, lang)))
    }

    #[test]
    fn values_are_told_in_words_and_written_as_a_student_would() {
        let fr = |setting, typed| after(setting, typed, Lang::Fr);
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(
            fr(Setting::ExamDate, "2027-10-18"),
            pair("lundi 18 octobre 2027, dans 330 jours", "18/10/2027")
        );
        assert_eq!(fr(Setting::ExamDate, "-"), pair("aucune", ""));
        assert_eq!(fr(Setting::ExamDate, "2026-01-02").0, "vendredi 2 janvier 2026 (passé)");
        assert_eq!(fr(Setting::Retention, "0.9"), pair("90 %", "90 %"));
        assert_eq!(fr(Setting::Retention, "0.925"), pair("92,5 %", "92,5 %"));
        assert_eq!(fr(Setting::NewPerDay, "0"), pair("aucune", "0"));
        assert_eq!(fr(Setting::Cap, "30min"), pair("30 min", "30min"));
        assert_eq!(fr(Setting::LearningSteps, "30s 10m 1d"), pair("30 s, 10 min, 1 j", "30s 10m 1d"));
        assert_eq!(fr(Setting::RelearningSteps, "-"), pair("aucune", ""));
        assert_eq!(fr(Setting::MaximumInterval, "36500").0, "100 ans");
        assert_eq!(fr(Setting::MaximumInterval, "180").0, "180 jours");
        assert_eq!(fr(Setting::Weekdays, "100 100 100 100 100 50 0").0, "samedi 50 %, dimanche 0 %");
        assert_eq!(fr(Setting::Fuzz, "no").0, "non");
        assert_eq!(
            after(Setting::Pauses, "2026-12-24..2027-01-01", Lang::En).0,
            "24 December 2026 to 1 January 2027"
        );
        assert_eq!(after(Setting::ExamDate, "2026-11-22", Lang::En).0, "Sunday 22 November 2026, today");
    }

    #[test]
    fn what_is_written_is_read_as_the_same_value() {
        for lang in Lang::ALL {
            for setting in Setting::ALL {
                let mut settings = Settings::default();
                settings.set(Setting::ExamDate, "2027-10-18").expect("it fits");
                settings.set(Setting::Retention, "0.873").expect("it fits");
                let mut again = Settings::default();
                again.set(setting, &written(setting, &settings, lang)).expect("it fits");
                let share = (again.retention - settings.retention).abs();
                assert!(setting != Setting::Retention || share < 0.0001, "{lang}: {share}");
                if setting != Setting::Retention {
                    assert_eq!(again.get(setting), settings.get(setting), "{lang}: {}", setting.name());
                }
            }
        }
    }

    #[test]
    fn every_setting_has_its_words_in_both_languages() {
        for lang in Lang::ALL {
            let messages = Messages::new(lang);
            for setting in Setting::ALL {
                for end in ["", "-about", "-takes"] {
                    let id = format!("setting-{}{end}", setting.name());
                    assert!(messages.has(&id), "{lang}: {id}");
                }
            }
            for number in 1..=7 {
                assert!(messages.has(&format!("weekday-{number}")), "{lang}: {number}");
            }
        }
    }
}
