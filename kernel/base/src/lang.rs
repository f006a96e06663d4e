/// The language a page is written in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash)]
pub enum Lang {
    /// Chinese as written on the mainland; the first language of every text.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// Both, Chinese first.
    pub const ALL: [Self; 2] = [Self::Zh, Self::En];

    /// The BCP 47 tag, as in `<html lang>` and in the folder names of texts.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }

    /// Reads `zh…` or `en…`, in any case.
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag.get(..2)?.to_ascii_lowercase().as_str() {
            "zh" => Some(Self::Zh),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// The best of the two for an Accept-Language header; Chinese when it names neither.
    pub fn from_accept(header: &str) -> Self {
        let mut best = (0u16, Self::Zh);
        for item in header.split(',').take(16) {
            let mut parts = item.split(';');
            let Some(lang) = Self::from_tag(parts.next().unwrap_or("").trim()) else { continue };
            let q = parts.find_map(|p| p.trim().strip_prefix("q=")).map_or(1000, thousandths);
            if q > best.0 {
                best = (q, lang);
            }
        }
        best.1
    }
}

/// `0.8` → 800, without floating point; what is no number counts as nothing.
fn thousandths(q: &str) -> u16 {
    let (whole, part) = q.trim().split_once('.').unwrap_or((q.trim(), ""));
    let part: String = part.chars().chain("000".chars()).take(3).collect();
    match (whole.parse::<u16>(), part.parse::<u16>()) {
        (Ok(w), Ok(p)) => (w.saturating_mul(1000).saturating_add(p)).min(1000),
        _ => 0,
    }
}

/// The name of a month as it stands in a date: `6`, `Jun`.
pub fn month_name(lang: Lang, month: u8) -> String {
    const EN: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    match lang {
        Lang::Zh => month.to_string(),
        Lang::En => EN[usize::from(month.clamp(1, 12)) - 1].to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn the_browser_says_which_language() {
        for (header, lang) in [
            ("", Lang::Zh),
            ("zh-CN,zh;q=0.9,en;q=0.8", Lang::Zh),
            ("en-US,en;q=0.9", Lang::En),
            ("mn, en;q=0.3, zh;q=0.5", Lang::Zh),
            ("fr", Lang::Zh),
            ("EN", Lang::En),
            ("en;q=x, zh;q=0.1", Lang::Zh),
        ] {
            assert_eq!(Lang::from_accept(header), lang, "{header}");
        }
    }
}
