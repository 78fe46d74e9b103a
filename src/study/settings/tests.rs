//! What settings take, refuse and say.

use super::*;

#[test]
fn every_setting_writes_what_it_reads() {
    let mut settings = Settings::default();
    let values = [
        (Setting::Retention, "0.925"),
        (Setting::LearningSteps, "30s 1m 2h"),
        (Setting::RelearningSteps, "-"),
        (Setting::Cap, "30min"),
        (Setting::Languages, "fr en"),
        (Setting::Weekdays, "100 100 100 100 50 0 0"),
        (Setting::Pauses, "2026-12-24..2027-01-02"),
        (Setting::ExamDate, "2027-10-18"),
        (Setting::ExamReviews, "none"),
        (Setting::Siblings, "together"),
        (Setting::NewOrder, "file"),
        (Setting::Rollover, "0"),
    ];
    for (setting, value) in values {
        assert_eq!(settings.set(setting, value), Ok(()));
        assert_eq!(settings.get(setting), value, "{}", setting.name());
    }
    for setting in Setting::ALL {
        let written = Settings::default().get(setting);
        let mut again = Settings::default();
        assert_eq!(again.set(setting, &written), Ok(()), "{}", setting.name());
        assert_eq!(again, Settings::default(), "{}", setting.name());
    }
}

#[test]
fn values_are_read_as_a_student_writes_them() {
    let mut settings = Settings::default();
    for (setting, typed, kept) in [
        (Setting::ExamDate, "18/10/2027", "2027-10-18"),
        (Setting::ExamDate, "1.2.2027", "2027-02-01"),
        (Setting::ExamDate, "", "-"),
        (Setting::Pauses, "24/12/2026..02/01/2027", "2026-12-24..2027-01-02"),
        (Setting::Retention, "92,5\u{a0}%", "0.925"),
        (Setting::Retention, "90", "0.9"),
        (Setting::LearningSteps, " ", "-"),
        (Setting::Cap, "", "-"),
    ] {
        assert_eq!(settings.set(setting, typed), Ok(()), "{typed}");
        assert_eq!(settings.get(setting), kept, "{typed}");
    }
}

#[test]
fn every_choice_fits_and_the_settings_stand_group_by_group() {
    for setting in Setting::ALL {
        for choice in setting.choices() {
            let mut settings = Settings::default();
            assert_eq!(settings.set(setting, choice), Ok(()));
            assert_eq!(settings.get(setting), *choice);
        }
        assert_eq!(Settings::default().set(setting, "").is_ok(), setting.may_be_none(), "{}", setting.name());
    }
    let mut groups: Vec<Group> = Setting::ALL.map(Setting::group).into();
    groups.dedup();
    assert_eq!(groups, [Group::Exam, Group::Day, Group::Memory]);
}

#[test]
fn what_does_not_fit_is_refused_and_changes_nothing() {
    let mut settings = Settings::default();
    for (setting, value) in [
        (Setting::Retention, "1.2"),
        (Setting::Retention, "NaN"),
        (Setting::Rollover, "24"),
        (Setting::LearningSteps, "1"),
        (Setting::LearningSteps, "99999999d"),
        (Setting::Weekdays, "0 0 0 0 0 0 0"),
        (Setting::Weekdays, "100"),
        (Setting::Pauses, "2027-01-02..2026-12-24"),
        (Setting::Parameters, "1 2 3"),
        (Setting::ExamDate, "demain"),
        (Setting::NewOrder, "random"),
        (Setting::ExamDate, "31/02/2027"),
        (Setting::ExamDate, "18/10/27"),
        (Setting::Retention, "9"),
        (Setting::NewPerDay, ""),
    ] {
        assert!(settings.set(setting, value).is_err(), "{} {value}", setting.name());
    }
    assert_eq!(settings, Settings::default());
}

#[test]
fn every_setting_comes_back_from_the_journal() {
    let mut settings = Settings::default();
    settings.set(Setting::Retention, "0.925").expect("fits");
    settings.set(Setting::Rollover, "3").expect("fits");
    settings.set(Setting::Cap, "30min").expect("fits");
    let parameters = "0.212 1.2931 2.3065 8.2956 6.4133 0.8334 3.0194 0.001 1.8722 0.1666 0.796 1.4835 0.0614 \
                      0.2629 1.6483 0.6014 1.8729 0.5425 0.0912 0.0658 0.1542";
    settings.set(Setting::Parameters, parameters).expect("fits");
    assert!(settings.set(Setting::Parameters, &parameters.replace("6.4133", "64")).is_err(), "out of bounds");
    let pairs = Setting::ALL.map(|setting| (setting.name().to_owned(), settings.value(setting)));
    let (again, errors) = Settings::from_pairs(pairs.iter().map(|(name, value)| (name, value)));
    assert_eq!((again, errors), (settings.clone(), Vec::new()));
    assert!(settings.value(Setting::Rollover).is_u64(), "as the projection reads it");
}

#[test]
fn an_unknown_setting_of_a_newer_version_harms_nothing() {
    let pairs = [("new-per-day".to_owned(), Value::from(7)), ("later".to_owned(), Value::from("x"))];
    let (settings, errors) = Settings::from_pairs(pairs.iter().map(|(k, v)| (k, v)));
    assert_eq!(settings.new_per_day, 7);
    assert_eq!(errors, [SettingError::Unknown("later".to_owned())]);
}

#[test]
fn a_pause_holds_both_its_ends() {
    let mut settings = Settings::default();
    settings.set(Setting::Pauses, "2026-12-24..2027-01-02").expect("valid");
    let day = |s: &str| s.parse::<Date>().expect("a date");
    assert!(settings.is_paused(day("2026-12-24")) && settings.is_paused(day("2027-01-02")));
    assert!(!settings.is_paused(day("2027-01-03")));
    assert!(settings.share_of(day("2026-12-25")) == 0.0);
}
