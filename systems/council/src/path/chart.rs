//! The map as a drawing: steps one under the other, moves between neighbours as arrows, all others as arcs beside them.

use askama::Template;
use lianxin_web::components::Html;

/// A step in the drawing.
#[derive(Clone, Debug)]
pub struct Station {
    /// Its name.
    pub name: String,
    /// What is told of it.
    pub says: String,
    /// The way ends here.
    pub closed: bool,
}

/// A move in the drawing, between places of the stations.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    /// From which.
    pub from: usize,
    /// To which.
    pub to: usize,
    /// How often.
    pub n: i64,
    /// It leads back.
    pub back: bool,
}

const WIDE: usize = 236;
const HIGH: usize = 62;
const GAP: usize = 40;
/// So many arcs find a place beside the steps; the table has all.
pub const ARCS: usize = 7;

struct Box {
    y: usize,
    name_y: usize,
    says_y: usize,
    name: String,
    says: String,
    class: &'static str,
}

struct Arrow {
    d: String,
    /// Its head, never thick.
    head: String,
    width: i64,
    class: &'static str,
    x: usize,
    y: usize,
    n: i64,
}

#[derive(Template)]
#[template(path = "path_chart.html")]
struct Chart {
    label: String,
    high: usize,
    wide: usize,
    boxes: Vec<Box>,
    arrows: Vec<Arrow>,
}

const fn top(at: usize) -> usize {
    4 + at * (HIGH + GAP)
}

/// Draws it. Lines are the most frequent first.
pub fn chart(label: String, stations: &[Station], lines: &[Line]) -> Html {
    let most = lines.iter().map(|line| line.n).max().unwrap_or(1).max(1);
    let width = |n: i64| 1 + n.max(0) * 7 / most;
    let class = |line: &Line| if line.back { "p-arc p-arc-back" } else { "p-arc" };
    let mut arrows = Vec::new();
    let mut side = 0;
    for line in lines.iter().filter(|l| l.from != l.to && l.from.max(l.to) < stations.len()) {
        if line.to == line.from + 1 {
            let (y1, y2) = (top(line.from) + HIGH, top(line.to) - 7);
            let (d, head) = (format!("M{0} {y1}V{y2}", WIDE / 2), format!("M{} {y2}h14l-7 7z", WIDE / 2 - 7));
            arrows.push(Arrow {
                d,
                head,
                width: width(line.n),
                class: class(line),
                x: WIDE / 2 + 12,
                y: y1 + 27,
                n: line.n,
            });
            continue;
        }
        if side == ARCS {
            continue;
        }
        // Outer arcs for later lines, so that no two lie on each other.
        let x = WIDE + 20 + side * 18;
        let (y1, y2) = (top(line.from) + HIGH / 2 + 6, top(line.to) + HIGH / 2 - 6);
        let (turn, down, up) = (x - 8, bend(y1, y2, 8), bend(y2, y1, 8));
        let d = format!("M{WIDE} {y1}H{turn}Q{x} {y1} {x} {down}V{up}Q{x} {y2} {turn} {y2}H{}", WIDE + 8);
        let head = format!("M{} {}v14l-7 -7z", WIDE + 8, y2 - 7);
        let y = y1.midpoint(y2) + side % 2 * 18;
        arrows.push(Arrow { d, head, width: width(line.n), class: class(line), x: x + 3, y, n: line.n });
        side += 1;
    }
    let one = |(at, s): (usize, &Station)| Box {
        y: top(at),
        name_y: top(at) + 26,
        says_y: top(at) + 48,
        name: s.name.clone(),
        says: s.says.clone(),
        class: if s.closed { "p-box p-box-end" } else { "p-box" },
    };
    Html::of(&Chart {
        label,
        high: (top(stations.len()) + 8).saturating_sub(GAP),
        wide: WIDE + 30 + ARCS * 18,
        boxes: stations.iter().enumerate().map(one).collect(),
        arrows,
    })
}

/// Where a line that leaves `from` towards `to` begins to run straight.
const fn bend(from: usize, to: usize, by: usize) -> usize {
    if to > from { from + by } else { from.saturating_sub(by) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_map_is_drawn_whatever_its_moves() {
        let station = |name: &str| Station { name: name.into(), says: "<5".into(), closed: name == "d" };
        let all: Vec<Station> = ["a", "b", "c", "d"].map(station).into();
        let line = |from, to, n| Line { from, to, n, back: to < from };
        for (lines, drawn) in [
            (vec![], 0),
            (vec![line(0, 1, 100), line(1, 2, 5), line(2, 0, 7), line(0, 3, 5)], 4),
            (vec![line(1, 1, 9), line(0, 9, 9)], 0),
            (vec![line(2, 0, 1); 20], ARCS),
        ] {
            let html = chart("map".into(), &all, &lines).0;
            assert_eq!(html.matches("<path").count(), drawn * 2, "{html}");
            assert_eq!((html.matches("<rect").count(), html.contains("&#60;5")), (4, true));
        }
        assert!(chart("none".into(), &[], &[]).0.contains("<svg"));
    }
}
