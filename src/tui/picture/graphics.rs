//! What a terminal can show.

use std::str::FromStr;

/// How pictures reach the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Protocol {
    /// The graphics protocol of kitty.
    Kitty,
    /// Sixels.
    Sixel,
    /// The inline pictures of iTerm2.
    Iterm2,
    /// Two coloured halves in each cell: everywhere.
    #[default]
    Blocks,
}

/// How pictures reach the screen, and how large a cell is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Graphics {
    /// By which protocol.
    pub protocol: Protocol,
    /// Width and height of a cell in pixels; for [`Protocol::Blocks`] only their ratio matters.
    pub cell: (u16, u16),
}

impl Default for Graphics {
    fn default() -> Self {
        Self { protocol: Protocol::Blocks, cell: (10, 20) }
    }
}

impl FromStr for Protocol {
    type Err = ();

    /// As `images` in `config.toml` names it.
    fn from_str(s: &str) -> Result<Self, ()> {
        match s {
            "kitty" => Ok(Self::Kitty),
            "sixel" => Ok(Self::Sixel),
            "iterm2" => Ok(Self::Iterm2),
            "blocks" => Ok(Self::Blocks),
            _ => Err(()),
        }
    }
}

impl Graphics {
    /// What the terminal of this environment shows: `wanted`, else the best that it is known for. `window` is its size in
    /// columns, rows and pixels; where the pixels are not told (0), only blocks can be laid out.
    #[must_use]
    pub fn find(
        wanted: Option<Protocol>,
        variable: impl Fn(&str) -> Option<String>,
        window: Option<(u16, u16, u16, u16)>,
    ) -> Self {
        let cell = window
            .filter(|&(columns, rows, width, height)| columns > 0 && rows > 0 && width > 0 && height > 0)
            .map(|(columns, rows, width, height)| (width / columns, height / rows))
            .filter(|&(width, height)| width > 0 && height > 0);
        let protocol = wanted.unwrap_or_else(|| known(&variable));
        match cell {
            Some(cell) => Self { protocol, cell },
            None => Self::default(),
        }
    }
}

/// By what a terminal tells of itself to its programs. Within tmux or screen another terminal may be behind at any time,
/// so blocks it is.
fn known(variable: &impl Fn(&str) -> Option<String>) -> Protocol {
    let value = |name: &str| variable(name).unwrap_or_default();
    let has = |name: &str| !value(name).is_empty();
    let (term, program) = (value("TERM"), value("TERM_PROGRAM"));
    if has("TMUX")
        || has("STY")
        || program == "tmux"
        || term.starts_with("tmux")
        || term.starts_with("screen")
    {
        return Protocol::Blocks;
    }
    if term == "xterm-kitty" || term == "xterm-ghostty" || program == "ghostty" || has("KITTY_WINDOW_ID") {
        return Protocol::Kitty;
    }
    if ["iTerm.app", "WezTerm", "mintty", "vscode", "rio", "WarpTerminal"].contains(&program.as_str())
        || value("LC_TERMINAL").contains("iTerm")
        || has("WEZTERM_EXECUTABLE")
        || has("KONSOLE_VERSION")
    {
        return Protocol::Iterm2;
    }
    if term.starts_with("foot") || term.starts_with("mlterm") || term.starts_with("contour") {
        return Protocol::Sixel;
    }
    Protocol::Blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    const WINDOW: Option<(u16, u16, u16, u16)> = Some((80, 24, 800, 480));

    fn found(variables: &[(&str, &str)]) -> Protocol {
        let variable = |name: &str| {
            variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        };
        Graphics::find(None, variable, WINDOW).protocol
    }

    #[test]
    fn a_terminal_is_known_by_what_it_tells_its_programs() {
        assert_eq!(found(&[("TERM", "xterm-kitty")]), Protocol::Kitty);
        assert_eq!(found(&[("TERM", "xterm-256color"), ("TERM_PROGRAM", "WezTerm")]), Protocol::Iterm2);
        assert_eq!(found(&[("TERM", "foot")]), Protocol::Sixel);
        assert_eq!(found(&[("TERM", "xterm-256color")]), Protocol::Blocks);
        assert_eq!(found(&[]), Protocol::Blocks);
    }

    #[test]
    fn within_tmux_only_blocks_are_sure() {
        let variables = [("TERM", "tmux-256color"), ("TMUX", "/tmp/x"), ("KITTY_WINDOW_ID", "1")];
        assert_eq!(found(&variables), Protocol::Blocks);
    }

    #[test]
    fn the_student_may_decide_and_without_pixels_it_is_blocks() {
        let find = |window| Graphics::find(Some(Protocol::Sixel), |_| None, window);
        assert_eq!(find(WINDOW), Graphics { protocol: Protocol::Sixel, cell: (10, 20) });
        assert_eq!(find(Some((80, 24, 0, 0))), Graphics::default());
        assert_eq!(find(None), Graphics::default());
    }
}
