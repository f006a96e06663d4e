//! Drawings made here: dots on a rail and bars of time. No words stand in them, so they hold at every size; the table beside
//! them says the same.

use askama::Template;
use lianxin_web::components::Html;

/// So many dots stand on a line.
const LINE: usize = 12;
/// More are not drawn; the table has all.
pub const MOST: usize = 48;
const STEP: usize = 26;
const FIRST: usize = 14;
const ROW: usize = 34;

/// What a stay was.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mark {
    /// Through.
    Done,
    /// Here it stands.
    Now,
    /// It waited for what lies with nobody.
    Wait,
    /// Work done again, or passed back.
    Again,
}

impl Mark {
    const fn class(self) -> &'static str {
        match self {
            Self::Done => "p-done",
            Self::Now => "p-now",
            Self::Wait => "p-wait",
            Self::Again => "p-back",
        }
    }
}

/// A stay in a drawing.
#[derive(Clone, Copy, Debug)]
pub struct Dot {
    /// What it was.
    pub mark: Mark,
    /// Another organisation has it than before.
    pub handed: bool,
    /// Working µs.
    pub micros: i64,
}

struct Line {
    x1: usize,
    y1: usize,
    x2: usize,
    y2: usize,
    class: &'static str,
}

struct Point {
    x: usize,
    y: usize,
    class: &'static str,
}

struct Bar {
    x: i64,
    w: i64,
    class: &'static str,
}

#[derive(Template)]
#[template(path = "path_lane.html")]
struct Lane {
    label: String,
    wide: usize,
    high: usize,
    lines: Vec<Line>,
    points: Vec<Point>,
    bars: Vec<Bar>,
}

fn place(n: usize) -> (usize, usize) {
    (FIRST + n % LINE * STEP, FIRST + n / LINE * ROW)
}

/// A way as dots on a rail, thick where it changed hands, over a bar of its working time; `whole` µs fill the width.
pub fn lane(label: String, dots: &[Dot], whole: i64) -> Html {
    let shown = &dots[..dots.len().min(MOST)];
    let line = |n: usize| {
        let ((x1, y1), (x2, y2)) = (place(n - 1), place(n));
        Line { x1, y1, x2, y2, class: if shown[n].handed { "p-hand" } else { "p-line" } }
    };
    let point = |(n, dot): (usize, &Dot)| {
        let (x, y) = place(n);
        Point { x, y, class: dot.mark.class() }
    };
    Html::of(&Lane {
        label,
        wide: FIRST * 2 + STEP * (LINE - 1),
        high: FIRST * 2 + shown.len().saturating_sub(1) / LINE * ROW,
        lines: (1..shown.len()).map(line).collect(),
        points: shown.iter().enumerate().map(point).collect(),
        bars: bars(dots, whole),
    })
}

/// The bars in thousandths of the width; what took any time is seen.
fn bars(dots: &[Dot], whole: i64) -> Vec<Bar> {
    let whole = i128::from(whole.max(1));
    let part = |micros: i64| i64::try_from(i128::from(micros.max(0)) * 1000 / whole).unwrap_or(0).min(1000);
    let (mut all, mut so_far) = (Vec::new(), 0);
    for dot in dots.iter().filter(|dot| dot.mark != Mark::Wait) {
        let x = part(so_far);
        so_far += dot.micros.max(0);
        let w = part(so_far) - x;
        if w > 0 {
            all.push(Bar { x, w: (w - 3).max(2), class: dot.mark.class() });
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dot(micros: i64) -> Dot {
        Dot { mark: Mark::Done, handed: true, micros }
    }

    #[test]
    fn a_lane_holds_its_dots_and_its_time() {
        for (n, high) in [(0usize, 28), (1, 28), (12, 28), (13, 62), (1000, 28 + 3 * 34)] {
            let html = lane("<居委会>".into(), &vec![dot(5); n], 5 * n as i64).0;
            assert!(html.contains(&format!("0 0 314 {high}")), "{n}: {html}");
            assert_eq!(html.matches("<circle").count(), n.min(MOST), "{n}");
            assert!(html.contains("&#60;居委会&#62;"), "{html}");
        }
    }

    #[test]
    fn bars_never_leave_the_width() {
        for (times, whole) in [(&[1i64, 2, 3][..], 6), (&[i64::MAX / 4, i64::MAX / 4], 5), (&[-5, 0], 0), (&[], 0)] {
            let dots: Vec<Dot> = times.iter().map(|t| dot(*t)).collect();
            assert!(bars(&dots, whole).iter().all(|b| b.x >= 0 && b.w > 0 && b.x + b.w <= 1003), "{times:?}");
        }
        let waits = [Dot { mark: Mark::Wait, handed: false, micros: 50 }, dot(50)];
        assert_eq!(bars(&waits, 50).len(), 1, "waiting is no working time");
    }
}
