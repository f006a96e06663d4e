use crate::{Page, World};
use axum::body::Body;
use axum::http::Request;
use lianxin_seeds::Pass;
use std::collections::BTreeMap;

/// Most forwarding that is followed.
const HOPS: usize = 5;

/// Somebody with a browser: cookies, a language, a page that is open.
#[derive(Clone)]
pub struct Browser<'w> {
    world: &'w World,
    cookies: BTreeMap<String, String>,
    lang: &'static str,
    /// The page that is open.
    pub page: Page,
}

impl<'w> Browser<'w> {
    pub(crate) fn new(world: &'w World) -> Self {
        Self { world, cookies: BTreeMap::new(), lang: "zh-CN,zh;q=0.9", page: Page::default() }
    }

    /// Reads English from now on.
    #[must_use]
    pub fn in_english(mut self) -> Self {
        self.lang = "en";
        self
    }

    /// Opens an address and follows where it leads.
    pub fn open(&mut self, path: &str) -> &Page {
        self.go("GET", path, &[], Vec::new())
    }

    /// Fills in the form of the open page that goes to `action` and sends it; what is not answered goes as it stands.
    ///
    /// # Panics
    /// The page has no such form, or the form asks no such thing: then nobody could have answered it.
    pub fn send(&mut self, action: &str, answers: &[(&str, &str)]) -> &Page {
        let page = &self.page;
        let form =
            page.form(action).unwrap_or_else(|| panic!("{}: no form goes to {action}: {}", page.url, page.text()));
        for (name, _) in answers {
            assert!(form.asks(name), "{}: {action} does not ask for {name}, but {:?}", page.url, form.names);
        }
        let pairs = form.filled(answers);
        let pairs: Vec<(&str, &str)> = pairs.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        self.post(action, &pairs)
    }

    /// Fills in the form of the open page that goes to `action`, chooses files for its questions, and sends it.
    ///
    /// # Panics
    /// The page has no such form, or the form takes no files.
    pub fn send_files(&mut self, action: &str, answers: &[(&str, &str)], files: &[(&str, &[u8])]) -> &Page {
        let form = self.page.form(action).unwrap_or_else(|| panic!("{}: no form goes to {action}", self.page.url));
        assert!(self.page.html.contains("enctype=\"multipart/form-data\""), "{action} takes files");
        let mut body = Vec::new();
        let head = |name: &str, more: &str| {
            format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"{more}\r\n\r\n").into_bytes()
        };
        for (name, value) in form.filled(answers).iter().filter(|(n, _)| files.iter().all(|(file, _)| file != n)) {
            body.extend([&head(name, ""), value.as_bytes(), b"\r\n"].concat());
        }
        for (name, bytes) in files {
            body.extend([&head(name, "; filename=\"a.jpg\""), *bytes, b"\r\n"].concat());
        }
        body.extend(b"--edge--\r\n");
        self.go("POST", action, &[("content-type", "multipart/form-data; boundary=edge")], body)
    }

    /// Sends these pairs, whatever the page asks.
    pub fn post(&mut self, path: &str, pairs: &[(&str, &str)]) -> &Page {
        let kind = ("content-type", "application/x-www-form-urlencoded");
        self.go("POST", path, &[kind], encoded(pairs).into_bytes())
    }

    /// Sends these pairs with a token of this browser's own.
    pub fn post_new(&mut self, path: &str, pairs: &[(&str, &str)]) -> &Page {
        let token = self.token();
        self.post(path, &[&[("token", token.as_str())], pairs].concat())
    }

    /// A token for this browser's forms.
    pub fn token(&self) -> String {
        let page = self.clone().open("/me").clone();
        page.token().unwrap_or_else(|| panic!("/me has a form: {}", page.text()))
    }

    /// The value behind a label in a list of a form on the open page.
    ///
    /// # Panics
    /// There is no such form or label.
    pub fn choice(&self, action: &str, name: &str, label: &str) -> String {
        let form = self.page.form(action).unwrap_or_else(|| panic!("{}: no form {action}", self.page.url));
        let found = form.value(name, label).map(Into::into);
        found.unwrap_or_else(|| panic!("{action}: {name} offers no {label}, but {:?}", form.options))
    }

    /// One request as it stands, with this browser's cookies; forwarding is not followed.
    pub fn ask(&mut self, method: &str, path: &str, headers: &[(&str, &str)], body: Body) -> Page {
        let cookies: Vec<String> = self.cookies.iter().map(|(n, v)| format!("{n}={v}")).collect();
        let own = method == "POST" && !path.starts_with("/api/");
        let usual = [("host", World::HOST), ("accept-language", self.lang)];
        let site = [("origin", World::ORIGIN), ("sec-fetch-site", "same-origin")];
        let cookies = cookies.join("; ");
        let cookie = [("cookie", cookies.as_str())];
        let all = usual.iter().chain(site.iter().filter(|_| own)).chain(cookie.iter().filter(|(_, c)| !c.is_empty()));
        let given = |name: &str| headers.iter().any(|(n, _)| *n == name);
        let request = Request::builder().method(method).uri(path);
        let request = all.filter(|(n, _)| !given(n)).chain(headers).fold(request, |r, (n, v)| r.header(*n, *v));
        let page = self.world.answer(path, request.body(body).unwrap_or_else(|e| panic!("{path}: {e}")));
        for line in page.headers.get_all("set-cookie").iter().filter_map(|v| v.to_str().ok()) {
            self.take_cookie(line);
        }
        page
    }

    fn take_cookie(&mut self, line: &str) {
        let Some((name, rest)) = line.split_once('=') else { return };
        let value = rest.split(';').next().unwrap_or("");
        if line.contains("Max-Age=0") || value.is_empty() {
            self.cookies.remove(name);
        } else {
            self.cookies.insert(name.into(), value.into());
        }
    }

    fn go(&mut self, method: &str, path: &str, headers: &[(&str, &str)], body: Vec<u8>) -> &Page {
        let mut page = self.ask(method, path, headers, Body::from(body));
        for _ in 0..HOPS {
            if page.status != 303 {
                break;
            }
            let to = page.header("location").to_owned();
            page = self.ask("GET", &to, &[], Body::empty());
        }
        self.page = page;
        &self.page
    }

    /// Comes in at the front door with what was handed out for this name.
    ///
    /// # Panics
    /// Nothing was handed out, or the door stays shut.
    pub fn sign_in(&mut self, who: &str) -> &Page {
        let pass = self.world.pass(who).clone();
        self.open("/login");
        match &pass {
            Pass::Password { login, password } => {
                self.send("/login", &[("login", login), ("password", password)]);
            }
            Pass::Slip(code) => {
                self.send("/enter", &[("slip", &code.to_string())]);
            }
            Pass::Code { door: [area, building, unit], digits } => {
                self.open("/back");
                let area = self.choice("/back", "area", area);
                self.send("/back", &[("area", &area), ("building", building), ("door", unit), ("code", digits)]);
            }
        }
        assert_eq!(self.page.status, 200, "{who} comes in: {}", self.page.text());
        assert!(self.cookies.contains_key("lx_session"), "{who} is in");
        &self.page
    }

    /// What a program sends and gets: JSON.
    pub fn program(&mut self, path: &str, json: &str, headers: &[(&str, &str)]) -> Page {
        let kind = [("content-type", "application/json")];
        self.ask("POST", path, &[&kind, headers].concat(), Body::from(json.to_owned()))
    }
}

/// Pairs as a form is sent.
pub(crate) fn encoded(pairs: &[(&str, &str)]) -> String {
    let one = |(n, v): &(&str, &str)| format!("{}={}", escaped(n), escaped(v));
    pairs.iter().map(one).collect::<Vec<_>>().join("&")
}

/// Every byte as `%XX` unless it is plain.
pub(crate) fn escaped(text: &str) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-_.~".contains(&b);
    text.bytes().map(|b| if plain(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}
