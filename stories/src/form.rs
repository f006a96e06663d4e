//! Reads a form out of a page: what a browser would send if nobody touched it, and what may be answered.

/// A form as it stands on a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// Where it goes.
    pub action: String,
    /// What is sent if nothing is touched: hidden fields, texts, what is ticked or chosen.
    pub answers: Vec<(String, String)>,
    /// The names of all questions.
    pub names: Vec<String>,
    /// Buttons that send something: name, value.
    pub buttons: Vec<(String, String)>,
    /// What can be chosen in lists: name, value, label.
    pub options: Vec<(String, String, String)>,
}

impl Form {
    /// The value behind a label of a list; the first label that contains the words.
    pub fn value(&self, name: &str, label: &str) -> Option<&str> {
        let fits = |(n, _, l): &&(String, String, String)| n == name && l.contains(label);
        self.options.iter().find(fits).map(|(_, value, _)| value.as_str())
    }

    /// What it would send for a name.
    pub fn answer(&self, name: &str) -> Option<&str> {
        self.answers.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// Whether it asks for this, or has a button of this name.
    pub fn asks(&self, name: &str) -> bool {
        self.names.iter().any(|n| n == name) || self.buttons.iter().any(|(n, _)| n == name)
    }

    /// What is sent when these answers are given and the rest is left as it stands.
    pub fn filled(&self, answers: &[(&str, &str)]) -> Vec<(String, String)> {
        let mut all = self.answers.clone();
        all.retain(|(name, _)| !answers.iter().any(|(n, _)| n == name));
        all.extend(answers.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())));
        all
    }
}

/// Every form of a page.
pub(crate) fn forms(html: &str) -> Vec<Form> {
    let mut all: Vec<Form> = Vec::new();
    let mut open = false;
    let mut list: Option<String> = None;
    let mut at = 0;
    while let Some(tag) = next(html, at) {
        at = tag.end;
        if tag.name == "form" {
            open = true;
            all.push(Form { action: tag.value("action").unwrap_or_default(), ..Form::default() });
        }
        let Some(form) = all.last_mut().filter(|_| open) else { continue };
        match tag.name {
            "/form" => open = false,
            "input" => input(form, &tag),
            "textarea" => {
                let end = html[at..].find("</textarea>").map_or(html.len(), |n| at + n);
                let text = unescape(html[at..end].strip_prefix('\n').unwrap_or(&html[at..end]));
                form.names.extend(tag.value("name"));
                form.answers.extend(tag.value("name").map(|name| (name, text)));
            }
            "select" => {
                list = tag.value("name");
                form.names.extend(list.clone());
            }
            "/select" => list = None,
            "option" => option(form, list.as_deref(), &tag, html),
            "button" => form.buttons.extend(tag.value("name").zip(tag.value("value"))),
            _ => {}
        }
    }
    all
}

fn input(form: &mut Form, tag: &Tag<'_>) {
    let Some(name) = tag.value("name") else { return };
    let value = tag.value("value").unwrap_or_default();
    let kind = tag.value("type").unwrap_or_default();
    if !form.names.contains(&name) {
        form.names.push(name.clone());
    }
    if !matches!(kind.as_str(), "radio" | "checkbox") || tag.has("checked") {
        form.answers.push((name, value));
    }
}

fn option(form: &mut Form, list: Option<&str>, tag: &Tag<'_>, html: &str) {
    let Some(name) = list else { return };
    let end = html[tag.end..].find("</option>").map_or(html.len(), |n| tag.end + n);
    let (value, label) = (tag.value("value").unwrap_or_default(), unescape(html[tag.end..end].trim()));
    let first = !form.answers.iter().any(|(n, _)| n == name);
    if tag.has("selected") {
        form.answers.retain(|(n, _)| n != name);
    }
    if first || tag.has("selected") {
        form.answers.push((name.to_owned(), value.clone()));
    }
    form.options.push((name.to_owned(), value, label));
}

/// A tag with its attributes as they stand.
pub(crate) struct Tag<'h> {
    pub(crate) name: &'h str,
    pub(crate) start: usize,
    pub(crate) end: usize,
    inside: &'h str,
}

impl Tag<'_> {
    pub(crate) fn value(&self, name: &str) -> Option<String> {
        let (_, rest) = self.inside.split_once(&format!(" {name}=\""))?;
        Some(unescape(rest.split('"').next()?))
    }
    fn has(&self, word: &str) -> bool {
        self.inside.split_whitespace().any(|w| w == word)
    }
}

/// The next tag at or after `from`. Values are in double quotes and hold no `>` unescaped, as our templates write.
pub(crate) fn next(html: &str, from: usize) -> Option<Tag<'_>> {
    let start = from + html[from..].find('<')?;
    let end = start + html[start..].find('>')? + 1;
    let inside = &html[start + 1..end - 1];
    let name = inside.split([' ', '\n', '/']).next().unwrap_or("");
    let name = if inside.starts_with('/') { inside.trim_end() } else { name };
    Some(Tag { name, start, end, inside })
}

/// Text as it is read.
pub(crate) fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let known = rest[at..].split_once(';').and_then(|(name, after)| Some((entity(&name[1..])?, after)));
        let (c, after) = known.unwrap_or(('&', &rest[at + 1..]));
        out.push(c);
        rest = after;
    }
    out.push_str(rest);
    out
}

fn entity(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "nbsp" => ' ',
        _ => match name.strip_prefix("#x") {
            Some(hex) => char::from_u32(u32::from_str_radix(hex, 16).ok()?)?,
            None => char::from_u32(name.strip_prefix('#')?.parse().ok()?)?,
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_read_as_a_browser_would_send_it() {
        let page = "<form method=\"post\" action=\"/a&#38;b\" novalidate>\n<input type=\"hidden\" name=\"token\" value=\"t\">\
            <textarea name=\"words\">\n灯 &#60;坏&#62; 了</textarea><select class=\"in\" name=\"place\" required>\
            <option value=\"\">请选</option><option value=\"x\" selected>芙蓉里</option></select>\
            <input type=\"radio\" name=\"see\" value=\"n\" checked><input type=\"radio\" name=\"see\" value=\"p\">\
            <input type=\"checkbox\" name=\"tick\" value=\"1\"><button name=\"go\" value=\"yes\">好</button></form>\
            <input type=\"text\" name=\"outside\" value=\"\">";
        let all = forms(page);
        let form = &all[0];
        assert_eq!((all.len(), form.action.as_str(), form.answers.len()), (1, "/a&b", 4));
        assert_eq!(
            (form.answer("words"), form.answer("place"), form.answer("see")),
            (Some("灯 <坏> 了"), Some("x"), Some("n"))
        );
        assert_eq!(form.value("place", "芙蓉"), Some("x"));
        assert!(form.asks("tick") && form.asks("go") && !form.asks("outside") && form.answer("tick").is_none());
        assert_eq!(form.filled(&[("see", "p"), ("go", "yes")]).len(), 5);
    }
}
