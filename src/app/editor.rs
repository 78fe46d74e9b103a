//! Which editor, and how it is told the line.

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

/// The words of the command that opens `path` at `line`. Without a configured editor, `$VISUAL`, then `$EDITOR`, then
/// the first of the usual ones that is installed.
#[must_use]
pub(super) fn command(configured: Option<&str>, path: &Path, line: u32) -> Option<Vec<OsString>> {
    let named = |name: &str| std::env::var(name).ok().filter(|value| !value.trim().is_empty());
    let words = configured
        .map(str::to_owned)
        .or_else(|| named("VISUAL"))
        .or_else(|| named("EDITOR"))
        .and_then(|command| split(&command))
        .or_else(|| usual().map(|name| vec![name.to_owned()]))?;
    Some(at_line(&words, path, line))
}

/// Whether it is vi that opens, and nobody has named it: who does not know it does not know how to leave it.
#[must_use]
pub(super) fn is_vi_by_default(configured: Option<&str>) -> bool {
    let named = |name: &str| std::env::var(name).is_ok_and(|value| !value.trim().is_empty());
    let chosen = configured.is_some() || named("VISUAL") || named("EDITOR");
    !chosen && usual().is_some_and(leads_to_vi)
}

/// Whether one of the usual editors is vi. Debian's `sensible-editor` is what was selected, be it by Debian itself because
/// there was nothing else, or what the system calls `editor`, or nano where it is installed.
fn leads_to_vi(usual: &str) -> bool {
    match usual {
        "vi" | "vim" => true,
        "sensible-editor" => {
            let editor = selected().or_else(|| installed("editor")?.canonicalize().ok());
            editor.map_or_else(|| installed("nano").is_none(), |editor| is_vi(&editor))
        }
        _ => false,
    }
}

fn is_vi(editor: &Path) -> bool {
    let name = editor.file_name().unwrap_or_default().to_string_lossy();
    ["vi", "nvi", "elvis"].iter().any(|vi| name.starts_with(vi))
}

/// What `select-editor` wrote down.
fn selected() -> Option<PathBuf> {
    let text = std::fs::read_to_string(std::env::home_dir()?.join(".selected_editor")).ok()?;
    let (_, after) = text.split_once("SELECTED_EDITOR=")?;
    let program = after.lines().next()?.trim().trim_matches(['"', '\'']);
    (!program.is_empty()).then(|| PathBuf::from(program))
}

/// Splits as a shell does, so that an editor in a folder with a space, or with arguments, works.
fn split(command: &str) -> Option<Vec<String>> {
    shlex::split(command).filter(|words| !words.is_empty())
}

fn usual() -> Option<&'static str> {
    let names: &[&str] = if cfg!(windows) { &["notepad"] } else { &["sensible-editor", "nano", "vim", "vi"] };
    names.iter().copied().find(|name| cfg!(windows) || installed(name).is_some())
}

/// Where a program of this name is.
fn installed(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// Every family of editors has its own way to be told a line; one that is not known only gets the file.
fn at_line(words: &[String], path: &Path, line: u32) -> Vec<OsString> {
    let program = words
        .first()
        .map(|word| Path::new(word).file_stem().unwrap_or_default().to_string_lossy().into_owned());
    let mut command: Vec<OsString> = words.iter().map(OsString::from).collect();
    let file_and_line = || {
        let mut text = path.as_os_str().to_owned();
        text.push(format!(":{line}"));
        text
    };
    match program.as_deref().unwrap_or_default() {
        "vi" | "vim" | "nvim" | "view" | "nano" | "pico" | "micro" | "emacs" | "emacsclient" | "kak"
        | "joe" | "jed" | "mg" | "ne" | "sensible-editor" | "gedit" => {
            command.push(format!("+{line}").into());
            command.push(path.into());
        }
        "hx" | "helix" | "subl" | "zed" => command.push(file_and_line()),
        "code" | "codium" | "vscodium" | "cursor" => {
            if !words.iter().any(|word| word == "--wait" || word == "-w") {
                command.push("--wait".into());
            }
            command.push("--goto".into());
            command.push(file_and_line());
        }
        "kate" | "kwrite" => {
            command.push("--line".into());
            command.push(line.to_string().into());
            command.push(path.into());
        }
        _ => command.push(path.into()),
    }
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opened(editor: &str) -> Vec<String> {
        let command = command(Some(editor), Path::new("/d/deck.yaml"), 12).expect("a command");
        command.into_iter().map(|word| word.into_string().expect("text")).collect()
    }

    #[test]
    fn each_editor_is_told_the_line_in_its_own_way() {
        assert_eq!(opened("nvim"), ["nvim", "+12", "/d/deck.yaml"]);
        assert_eq!(opened("hx"), ["hx", "/d/deck.yaml:12"]);
        assert_eq!(opened("code"), ["code", "--wait", "--goto", "/d/deck.yaml:12"]);
        assert_eq!(opened("/opt/my editor"), ["/opt/my", "editor", "/d/deck.yaml"]);
    }

    #[test]
    fn vi_is_known_under_its_names() {
        for (path, vi) in
            [("/usr/bin/vim.basic", true), ("/usr/bin/vi", true), ("/bin/nano", false), ("code", false)]
        {
            assert_eq!(is_vi(Path::new(path)), vi, "{path}");
        }
    }

    #[test]
    fn quotes_and_arguments_of_the_command_are_understood() {
        assert_eq!(opened("'/opt/my editor/vim' -n"), ["/opt/my editor/vim", "-n", "+12", "/d/deck.yaml"]);
    }
}
