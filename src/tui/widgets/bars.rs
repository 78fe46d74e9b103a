//! Figures as bars of block characters, which need no colour.

/// A bar of at most `width` columns: `value` of `most`, to an eighth of a column. What is there at all is seen.
#[must_use]
pub fn bar(value: u32, most: u32, width: usize) -> String {
    let eighths = eighths(value, most, width);
    let part = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8];
    format!("{}{part}", "█".repeat(eighths / 8))
}

/// Columns of at most `height` lines, one for each value, the top line first.
#[must_use]
pub fn columns(values: &[u32], height: usize) -> Vec<Vec<char>> {
    let most = values.iter().copied().max().unwrap_or_default();
    let filled: Vec<usize> = values.iter().map(|value| eighths(*value, most, height)).collect();
    let cell = |line: usize, filled: usize| {
        [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'][filled.saturating_sub(line * 8).min(8)]
    };
    (0..height).rev().map(|line| filled.iter().map(|filled| cell(line, *filled)).collect()).collect()
}

/// A share of 0 to 1 on a scale of `width` columns, on which the column of `mark` stands out.
#[must_use]
pub fn scale(share: f64, mark: f64, width: u32) -> String {
    let column = |share: f64| {
        let at = (share.clamp(0.0, 1.0) * f64::from(width)).round();
        (0..=width).find(|column| f64::from(*column) >= at).unwrap_or(width)
    };
    let (filled, mark) = (column(share), column(mark).saturating_sub(1));
    (0..width)
        .map(|place| match place {
            place if place == mark => '┃',
            place if place < filled => '█',
            _ => '·',
        })
        .collect()
}

/// How dark a value of `most` is, from nothing to full.
#[must_use]
pub fn shade(value: u32, most: u32) -> char {
    let quarter = (u64::from(value) * 4).div_ceil(u64::from(most.max(1))).min(4);
    ['·', '░', '▒', '▓', '█'][usize::try_from(quarter).unwrap_or(4)]
}

fn eighths(value: u32, most: u32, length: usize) -> usize {
    let (value, most) = (value as usize, (most as usize).max(1));
    (value.min(most) * length * 8).div_ceil(most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_as_long_as_its_value_and_never_hides_one() {
        assert_eq!(bar(8, 8, 4), "████");
        assert_eq!(bar(3, 8, 4), "█▌");
        assert_eq!(bar(1, 1000, 4), "▏");
        assert_eq!((bar(0, 8, 4), bar(0, 0, 4)), (String::new(), String::new()));
        assert_eq!(bar(9, 8, 2), "██", "never beyond its place");
    }

    #[test]
    fn columns_stand_on_the_last_line() {
        let drawn: Vec<String> = columns(&[0, 4, 8, 1], 2).iter().map(|line| line.iter().collect()).collect();
        assert_eq!(drawn, ["  █ ", " ██▂"]);
        assert_eq!(columns(&[0, 0], 1), [[' ', ' ']]);
    }

    #[test]
    fn the_mark_stands_where_its_share_ends() {
        assert_eq!(scale(1.0, 0.9, 10), "████████┃█");
        assert_eq!(scale(0.5, 0.9, 10), "█████···┃·");
        assert_eq!(scale(0.0, 1.0, 4), "···┃");
    }

    #[test]
    fn shades_are_quarters_and_one_answer_is_seen() {
        let shades: String = [0, 1, 10, 11, 20, 40].iter().map(|value| shade(*value, 40)).collect();
        assert_eq!(shades, "·░░▒▒█");
        assert_eq!(shade(0, 0), '·');
    }
}
