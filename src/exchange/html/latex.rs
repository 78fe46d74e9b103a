//! Formulas in LaTeX → Unicode, as far as a line of text can say them.

/// The formula as text; `None` when something in it has no such form.
pub(super) fn unicode(source: &str) -> Option<String> {
    let mut reader = Reader { rest: source, depth: 0 };
    let text = reader.until(None)?;
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// `text` raised, when Unicode has all of it.
pub(super) fn raised(text: &str) -> Option<String> {
    text.chars()
        .map(|c| SCRIPTS.iter().find(|(plain, up, _)| *plain == c && *up != ' ').map(|s| s.1))
        .collect()
}

/// `text` lowered, when Unicode has all of it.
pub(super) fn lowered(text: &str) -> Option<String> {
    text.chars()
        .map(|c| SCRIPTS.iter().find(|(plain, _, down)| *plain == c && *down != ' ').map(|s| s.2))
        .collect()
}

struct Reader<'s> {
    rest: &'s str,
    depth: usize,
}

/// Formulas that nest deeper are shown as they are written.
const DEEPEST: usize = 24;

impl Reader<'_> {
    fn take(&mut self) -> Option<char> {
        let c = self.rest.chars().next()?;
        self.rest = &self.rest[c.len_utf8()..];
        Some(c)
    }

    /// Everything up to `end` (or up to the end of the formula).
    fn until(&mut self, end: Option<char>) -> Option<String> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return None;
        }
        let mut out = String::new();
        loop {
            let Some(c) = self.take() else {
                self.depth -= 1;
                return end.is_none().then_some(out);
            };
            match c {
                c if Some(c) == end => {
                    self.depth -= 1;
                    return Some(out);
                }
                '{' => out.push_str(&self.until(Some('}'))?),
                '^' => {
                    let text = self.argument()?;
                    out.push_str(&if text == "∘" { "°".to_owned() } else { script(&text, '^', raised) });
                }
                '_' => {
                    let text = self.argument()?;
                    out.push_str(&script(&text, '_', lowered));
                }
                '\\' => out.push_str(&self.command()?),
                '~' => out.push(' '),
                '-' => out.push('−'),
                '\'' => out.push('′'),
                '}' | '&' | '$' => return None,
                c => out.push(c),
            }
        }
    }

    /// The next character, command or group.
    fn argument(&mut self) -> Option<String> {
        self.rest = self.rest.trim_start();
        match self.take()? {
            '{' => self.until(Some('}')),
            '\\' => self.command(),
            '}' => None,
            c => Some(c.to_string()),
        }
    }

    fn command(&mut self) -> Option<String> {
        let letters = self.rest.len() - self.rest.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
        if letters == 0 {
            return Some(match self.take()? {
                ',' | ';' | ':' | ' ' | '\\' => " ".to_owned(),
                '!' => String::new(),
                c @ ('%' | '$' | '&' | '#' | '_' | '{' | '}') => c.to_string(),
                '|' => "‖".to_owned(),
                _ => return None,
            });
        }
        let (name, rest) = self.rest.split_at(letters);
        self.rest = rest;
        Some(match name {
            "frac" | "dfrac" | "tfrac" => {
                let (over, under) = (self.argument()?, self.argument()?);
                match (over.as_str(), under.as_str()) {
                    ("1", "2") => "½".to_owned(),
                    ("1", "4") => "¼".to_owned(),
                    ("3", "4") => "¾".to_owned(),
                    _ => format!("{}/{}", grouped(&over), grouped(&under)),
                }
            }
            "sqrt" if self.rest.starts_with('[') => return None,
            "sqrt" => format!("√{}", grouped(&self.argument()?)),
            "text" | "mathrm" | "mathbf" | "mathit" | "mathsf" | "mathbb" | "textbf" | "textit" | "rm"
            | "operatorname" | "textrm" | "boldsymbol" | "bf" => self.argument()?,
            "overline" | "bar" => combined(&self.argument()?, '\u{304}')?,
            "hat" => combined(&self.argument()?, '\u{302}')?,
            "vec" => combined(&self.argument()?, '\u{20d7}')?,
            "left" | "right" | "big" | "Big" | "bigg" | "displaystyle" | "limits" | "nolimits" => {
                self.rest = self.rest.strip_prefix('.').unwrap_or(self.rest);
                String::new()
            }
            "quad" | "qquad" => " ".to_owned(),
            "sin" | "cos" | "tan" | "log" | "ln" | "exp" | "min" | "max" | "lim" | "det" | "mod" => {
                format!("{name} ")
            }
            name => COMMANDS
                .binary_search_by_key(&name, |(name, _)| name)
                .ok()
                .map(|at| COMMANDS[at].1.to_owned())?,
        })
    }
}

/// A text that stays together: as it is when it is one thing, else between parentheses.
fn grouped(text: &str) -> String {
    let text = text.trim();
    if text.chars().all(char::is_alphanumeric) || (text.starts_with('(') && text.ends_with(')')) {
        text.to_owned()
    } else {
        format!("({text})")
    }
}

fn script(text: &str, mark: char, map: fn(&str) -> Option<String>) -> String {
    let text = text.trim();
    map(text).unwrap_or_else(|| {
        if text.chars().count() == 1 { format!("{mark}{text}") } else { format!("{mark}({text})") }
    })
}

fn combined(text: &str, mark: char) -> Option<String> {
    (text.chars().count() == 1).then(|| format!("{text}{mark}"))
}

/// A character, raised and lowered; a space where Unicode has none.
const SCRIPTS: &[(char, char, char)] = &[
    ('0', '⁰', '₀'),
    ('1', '¹', '₁'),
    ('2', '²', '₂'),
    ('3', '³', '₃'),
    ('4', '⁴', '₄'),
    ('5', '⁵', '₅'),
    ('6', '⁶', '₆'),
    ('7', '⁷', '₇'),
    ('8', '⁸', '₈'),
    ('9', '⁹', '₉'),
    ('+', '⁺', '₊'),
    ('-', '⁻', '₋'),
    ('−', '⁻', '₋'),
    ('=', '⁼', '₌'),
    ('(', '⁽', '₍'),
    (')', '⁾', '₎'),
    ('a', 'ᵃ', 'ₐ'),
    ('e', 'ᵉ', 'ₑ'),
    ('i', 'ⁱ', 'ᵢ'),
    ('n', 'ⁿ', 'ₙ'),
    ('o', 'ᵒ', 'ₒ'),
    ('x', 'ˣ', 'ₓ'),
    ('m', 'ᵐ', 'ₘ'),
    ('t', 'ᵗ', 'ₜ'),
    ('r', 'ʳ', 'ᵣ'),
    ('s', 'ˢ', 'ₛ'),
    ('p', 'ᵖ', 'ₚ'),
    ('k', 'ᵏ', 'ₖ'),
    ('l', 'ˡ', 'ₗ'),
    ('h', 'ʰ', 'ₕ'),
    ('d', 'ᵈ', ' '),
    ('g', 'ᵍ', ' '),
    ('b', 'ᵇ', ' '),
    ('c', 'ᶜ', ' '),
];

/// Commands that are a character, sorted by their bytes.
const COMMANDS: &[(&str, &str)] = &[
    ("Delta", "Δ"),
    ("Gamma", "Γ"),
    ("Lambda", "Λ"),
    ("Leftarrow", "⇐"),
    ("Leftrightarrow", "⇔"),
    ("Omega", "Ω"),
    ("Phi", "Φ"),
    ("Pi", "Π"),
    ("Psi", "Ψ"),
    ("Rightarrow", "⇒"),
    ("Sigma", "Σ"),
    ("Theta", "Θ"),
    ("alpha", "α"),
    ("approx", "≈"),
    ("beta", "β"),
    ("bullet", "•"),
    ("cap", "∩"),
    ("cdot", "·"),
    ("cdots", "⋯"),
    ("chi", "χ"),
    ("circ", "∘"),
    ("colon", ":"),
    ("cup", "∪"),
    ("deg", "°"),
    ("degree", "°"),
    ("delta", "δ"),
    ("div", "÷"),
    ("dots", "…"),
    ("downarrow", "↓"),
    ("epsilon", "ε"),
    ("equiv", "≡"),
    ("eta", "η"),
    ("exists", "∃"),
    ("forall", "∀"),
    ("gamma", "γ"),
    ("ge", "≥"),
    ("geq", "≥"),
    ("geqslant", "⩾"),
    ("gg", "≫"),
    ("gt", ">"),
    ("implies", "⇒"),
    ("in", "∈"),
    ("infty", "∞"),
    ("int", "∫"),
    ("iota", "ι"),
    ("kappa", "κ"),
    ("lambda", "λ"),
    ("ldots", "…"),
    ("le", "≤"),
    ("leftarrow", "←"),
    ("leftrightarrow", "↔"),
    ("leq", "≤"),
    ("leqslant", "⩽"),
    ("ll", "≪"),
    ("lt", "<"),
    ("mp", "∓"),
    ("mu", "μ"),
    ("nabla", "∇"),
    ("ne", "≠"),
    ("neg", "¬"),
    ("neq", "≠"),
    ("notin", "∉"),
    ("nu", "ν"),
    ("omega", "ω"),
    ("partial", "∂"),
    ("phi", "φ"),
    ("pi", "π"),
    ("pm", "±"),
    ("prime", "′"),
    ("prod", "∏"),
    ("propto", "∝"),
    ("psi", "ψ"),
    ("rho", "ρ"),
    ("rightarrow", "→"),
    ("rightleftharpoons", "⇌"),
    ("sigma", "σ"),
    ("sim", "∼"),
    ("simeq", "≃"),
    ("star", "⋆"),
    ("subset", "⊂"),
    ("sum", "∑"),
    ("tau", "τ"),
    ("theta", "θ"),
    ("times", "×"),
    ("to", "→"),
    ("uparrow", "↑"),
    ("upsilon", "υ"),
    ("varepsilon", "ε"),
    ("varphi", "φ"),
    ("xi", "ξ"),
    ("zeta", "ζ"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_a_line_becomes_unicode() {
        for (source, text) in [
            (r"\alpha \leq \frac{1}{2}", "α ≤ ½"),
            ("x^2 + y_{10}", "x² + y₁₀"),
            (r"\frac{a+b}{c}", "(a+b)/c"),
            (r"\mathrm{Ca}^{2+} \rightarrow \text{sortie}", "Ca²⁺ → sortie"),
            (r"37^\circ\text{C}", "37°C"),
            (r"\sqrt{x} \times 10^{-3}", "√x × 10⁻³"),
            ("e^{q}", "e^q"),
        ] {
            assert_eq!(unicode(source).as_deref(), Some(text), "{source}");
        }
    }

    #[test]
    fn what_does_not_fit_is_left_alone() {
        for source in [r"\begin{matrix}1\end{matrix}", r"\inconnu{x}", "{", "}", "a & b", &"{".repeat(100)] {
            assert_eq!(unicode(source), None, "{source}");
        }
        assert!(COMMANDS.is_sorted_by_key(|(name, _)| *name));
    }
}
