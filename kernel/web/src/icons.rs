//! The icons, drawn into the page itself: no request, no font, the colour of the text they stand in.

use askama::filters::HtmlSafe;
use askama::{FastWritable, Values};
use std::fmt;

macro_rules! icons {
    ($($name:ident $file:literal,)+) => {
        /// An outline from `assets/icons`; a name without a file does not compile.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub enum Icon {
            $(#[doc = concat!("`", $file, ".svg`")] $name,)+
        }

        impl Icon {
            /// Every icon, for the gallery.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The file as it lies in the folder.
            const fn file(self) -> &'static str {
                match self {
                    $(Self::$name => include_str!(concat!("../assets/icons/", $file, ".svg")),)+
                }
            }
        }
    };
}

icons! {
    AlertCircle "alert-circle",
    AlertTriangle "alert-triangle",
    ArrowBackUp "arrow-back-up",
    ArrowRight "arrow-right",
    Bell "bell",
    BuildingCommunity "building-community",
    Bulb "bulb",
    CalendarEvent "calendar-event",
    Camera "camera",
    Check "check",
    ChevronDown "chevron-down",
    ChevronLeft "chevron-left",
    ChevronRight "chevron-right",
    ClipboardCheck "clipboard-check",
    ClipboardList "clipboard-list",
    Clock "clock",
    Dots "dots",
    Download "download",
    Droplet "droplet",
    Elevator "elevator",
    Exclamation "exclamation-mark",
    Eye "eye",
    FileText "file-text",
    Flame "flame",
    HeartHandshake "heart-handshake",
    HelpCircle "help-circle",
    History "history",
    Home "home",
    Hourglass "hourglass",
    IdBadge2 "id-badge-2",
    Inbox "inbox",
    InfoCircle "info-circle",
    Lock "lock",
    Logout "logout",
    MapPin "map-pin",
    MessageCircle "message-circle",
    Messages "messages",
    Pencil "pencil",
    Phone "phone",
    Plant2 "plant-2",
    Plus "plus",
    Printer "printer",
    Qrcode "qrcode",
    Receipt "receipt",
    Route "route",
    School "school",
    ScooterElectric "scooter-electric",
    Search "search",
    Send "send",
    Settings "settings",
    Share3 "share-3",
    ShieldCheck "shield-check",
    Speakerphone "speakerphone",
    TextSize "text-size",
    ThumbUp "thumb-up",
    Tool "tool",
    Trash "trash",
    Trophy "trophy",
    User "user",
    UsersGroup "users-group",
    X "x",
}

impl Icon {
    /// The icon as an element of the page with this class after the common one, hidden from screen readers: whatever
    /// it means stands beside it in words. `i-s` is the small size, an empty class the usual one.
    pub const fn svg(self, class: &'static str) -> Svg {
        Svg { icon: self, class }
    }

    /// The shapes between `<svg …>` and `</svg>`.
    fn shapes(self) -> &'static str {
        let file = self.file().trim_end();
        let from = file.find('>').map_or(0, |at| at + 1);
        file.get(from..).and_then(|rest| rest.strip_suffix("</svg>")).unwrap_or("")
    }
}

/// An icon ready to be written into a template.
#[derive(Clone, Copy, Debug)]
pub struct Svg {
    icon: Icon,
    class: &'static str,
}

impl Svg {
    fn write(&self, to: &mut dyn fmt::Write) -> fmt::Result {
        let gap = if self.class.is_empty() { "" } else { " " };
        let rest = r#"" viewBox="0 0 24 24" aria-hidden="true" focusable="false">"#;
        let parts = [r#"<svg class="i"#, gap, self.class, rest, self.icon.shapes(), "</svg>"];
        parts.iter().try_for_each(|part| to.write_str(part))
    }
}

impl fmt::Display for Svg {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f)
    }
}

impl FastWritable for Svg {
    fn write_into(&self, dest: &mut dyn fmt::Write, _: &dyn Values) -> askama::Result<()> {
        Ok(self.write(dest)?)
    }
}

impl HtmlSafe for Svg {}

#[cfg(test)]
mod tests {
    use super::Icon;

    #[test]
    fn every_icon_is_nothing_but_shapes() {
        for icon in Icon::ALL {
            let svg = icon.svg("i-s").to_string();
            assert!(svg.starts_with("<svg class=\"i i-s\" viewBox=\"0 0 24 24\""), "{icon:?}");
            assert!(icon.shapes().starts_with('<') && icon.shapes().ends_with("/>"), "{icon:?}: {}", icon.shapes());
            for no in ["style", "fill=", "stroke=", "<script", "href"] {
                assert!(!icon.shapes().contains(no), "{icon:?} carries {no}");
            }
        }
    }
}
