//! In which language the command line speaks when nobody said.

use crate::i18n::Lang;

/// The language of the locale: French when it is French, English otherwise.
///
/// `variable` reads the environment: `LC_ALL`, `LC_MESSAGES` and `LANG` in the order of POSIX, the first that is not
/// empty. Where none is (macOS and Windows often), `system` is asked, such as [`sys_locale::get_locale`].
pub fn of_environment(
    variable: impl Fn(&str) -> Option<String>,
    system: impl FnOnce() -> Option<String>,
) -> Lang {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| variable(name).filter(|value| !value.is_empty()))
        .or_else(system)
        .map_or(Lang::En, |locale| Lang::of_locale(&locale))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(environment: &[(&str, &str)], system: Option<&str>) -> Lang {
        let variable = |name: &str| {
            environment.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        };
        of_environment(variable, || system.map(ToOwned::to_owned))
    }

    #[test]
    fn the_strongest_variable_decides() {
        assert_eq!(of(&[("LC_ALL", "en_GB.UTF-8"), ("LANG", "fr_FR.UTF-8")], None), Lang::En);
        assert_eq!(of(&[("LC_MESSAGES", "fr_BE.UTF-8"), ("LANG", "en_GB.UTF-8")], None), Lang::Fr);
        assert_eq!(of(&[("LC_ALL", ""), ("LANG", "fr_FR.UTF-8")], None), Lang::Fr);
        assert_eq!(of(&[("LANG", "C.UTF-8")], Some("fr-FR")), Lang::En);
    }

    #[test]
    fn without_a_variable_the_system_is_asked_and_english_is_the_last_resort() {
        assert_eq!(of(&[], Some("fr-FR")), Lang::Fr);
        assert_eq!(of(&[], None), Lang::En);
    }
}
