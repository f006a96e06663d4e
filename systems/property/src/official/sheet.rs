//! The list an official system gives, read: a row an owner, by its number on the roll or by building and door, a column a matter;
//! pure. An owner with several doors may stand there once for each: they count once, and their rows must say the same.

use crate::ballot::Mark;
use crate::refusal_votes::Refusal;
use crate::roll::Line;
use lianxin_paper::{Book, Sheet, half};
use std::collections::BTreeMap;

/// The header stands within so many rows.
const HEAD: usize = 20;
/// More rows no list has.
pub(crate) const ROWS_MAX: usize = 20_000;
const NUMBERS: [&str; 4] = ["名册号", "票号", "rollnumber", "number"];
const HOUSES: [&str; 6] = ["楼", "楼号", "楼栋", "楼幢", "幢", "building"];
const DOORS: [&str; 6] = ["房号", "门牌", "门牌号", "房屋", "室", "door"];
const DIGITS: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/// Why a row cannot be taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wrong {
    /// Neither number nor door.
    Nobody,
    /// On matter n stands no choice that is known.
    Mark(usize),
    /// Row n is the same owner's and says something else.
    Unlike(usize),
}

/// What a list says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Read {
    /// By number on the roll.
    pub(crate) lines: BTreeMap<i64, Vec<Mark>>,
    /// Rows of who is not on the roll: where, and what stands there of them.
    pub(crate) outside: Vec<(usize, String)>,
    pub(crate) wrong: Vec<(usize, Wrong)>,
}

struct Columns {
    row: usize,
    no: Option<usize>,
    house: Option<usize>,
    door: Option<usize>,
    matters: Vec<usize>,
}

/// Letters and digits only, half-width, small.
fn plain(text: &str) -> String {
    half(text).chars().filter(|c| !c.is_whitespace() && *c != '*').flat_map(char::to_lowercase).collect()
}

/// Whether a header names matter n: `第 1 项`, `事项一：修屋顶`, `Matter 1`, `1`.
fn names(header: &str, n: usize) -> bool {
    let head = plain(header.split(['：', ':', '(', '（']).next().unwrap_or_default());
    let spoken = DIGITS.get(n - 1).copied().unwrap_or_default();
    [n.to_string(), spoken.to_owned()].iter().filter(|n| !n.is_empty()).any(|n| {
        [format!("第{n}项"), format!("事项{n}"), format!("议题{n}"), format!("matter{n}"), n.clone()].contains(&head)
    })
}

fn columns(sheet: &Sheet, matters: usize) -> Option<Columns> {
    (0..HEAD.min(sheet.rows.len())).find_map(|row| {
        let width = sheet.rows.get(row).map_or(0, Vec::len);
        let find = |is: &dyn Fn(&str) -> bool| (0..width).find(|n| is(&sheet.at(row, *n).say()));
        let of = |names: &[&str]| find(&|head| names.contains(&plain(head).as_str()));
        let (no, house, door) = (of(&NUMBERS), of(&HOUSES), of(&DOORS));
        let all: Option<Vec<usize>> = (1..=matters).map(|n| find(&|head| names(head, n))).collect();
        let matters = all?;
        (no.is_some() || door.is_some()).then_some(Columns { row, no, house, door, matters })
    })
}

/// A choice as such lists write it; none where nobody voted.
fn mark(text: &str) -> Option<Mark> {
    match plain(text).as_str() {
        "同意" | "赞成" | "赞同" | "是" | "√" | "yes" | "y" => Some(Mark::Yes),
        "反对" | "不同意" | "不赞成" | "否" | "×" | "x" | "no" | "n" => Some(Mark::No),
        "弃权" | "abstain" | "abstained" => Some(Mark::Abstain),
        "无效" | "废票" | "invalid" => Some(Mark::Invalid),
        "" | "-" | "/" | "未投" | "未投票" | "未表决" | "未参与" | "未填" | "blank" => Some(Mark::Blank),
        _ => None,
    }
}

/// The numbers of doors as they may be written: `1 号楼 101`, `1-101`.
fn doors(roll: &[Line]) -> BTreeMap<String, i64> {
    let mut all = BTreeMap::new();
    for l in roll {
        all.insert(plain(&format!("{}{}", l.house, l.door)), l.no);
        if let Some(d) = lianxin_paper::door(&format!("{}{}", l.house, l.door)) {
            all.insert(plain(&format!("{}{}", d.building, d.unit)), l.no);
        }
    }
    all
}

/// Reads the first sheet.
pub(crate) fn read(book: &Book, roll: &[Line], matters: usize) -> Result<Read, Refusal> {
    let sheet = book.sheets.first().ok_or(Refusal::OfficialColumns)?;
    let columns = columns(sheet, matters).ok_or(Refusal::OfficialColumns)?;
    if sheet.rows.len() > ROWS_MAX {
        return Err(Refusal::OfficialLong);
    }
    let by_door = doors(roll);
    let numbers: std::collections::BTreeSet<i64> = roll.iter().map(|l| l.no).collect();
    let (mut read, mut seen) = (Read::default(), BTreeMap::<i64, usize>::new());
    for row in columns.row + 1..sheet.rows.len() {
        let cell = |n: Option<usize>| n.map(|n| sheet.at(row, n).say()).unwrap_or_default();
        let (typed, house, door) = (cell(columns.no), cell(columns.house), cell(columns.door));
        let said: Vec<Option<Mark>> = columns.matters.iter().map(|n| mark(&sheet.at(row, *n).say())).collect();
        // Everybody stands in some lists, also who did not vote.
        if said.iter().all(|m| *m == Some(Mark::Blank)) {
            continue;
        }
        let shown = row + 1;
        if let Some(n) = said.iter().position(Option::is_none) {
            read.wrong.push((shown, Wrong::Mark(n + 1)));
            continue;
        }
        let marks: Vec<Mark> = said.into_iter().flatten().collect();
        let no = match (plain(&typed).as_str(), door.is_empty()) {
            ("", true) => {
                read.wrong.push((shown, Wrong::Nobody));
                continue;
            }
            ("", false) => found(&by_door, &house, &door),
            (text, _) => text.trim_end_matches(".0").parse().ok().filter(|no| numbers.contains(no)),
        };
        let Some(no) = no else {
            let who = [typed, house, door].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
            read.outside.push((shown, who.chars().take(40).collect()));
            continue;
        };
        match (read.lines.get(&no), seen.get(&no)) {
            (Some(before), Some(first)) if *before != marks => read.wrong.push((shown, Wrong::Unlike(*first))),
            _ => {
                seen.entry(no).or_insert(shown);
                read.lines.insert(no, marks);
            }
        }
    }
    Ok(read)
}

fn found(by_door: &BTreeMap<String, i64>, house: &str, door: &str) -> Option<i64> {
    let written = format!("{house}{door}");
    let known = |text: &str| by_door.get(&plain(text)).copied();
    known(&written).or_else(|| {
        let apart =
            if house.is_empty() { door.to_owned() } else { format!("{}{door}", lianxin_paper::building_name(house)) };
        lianxin_paper::door(&apart).and_then(|d| known(&format!("{}{}", d.building, d.unit))).or_else(|| known(&apart))
    })
}

/// What was read, as the act holds it: a line a number, in their order.
pub(crate) fn written(lines: &BTreeMap<i64, Vec<Mark>>) -> String {
    let one = |(no, marks): (&i64, &Vec<Mark>)| {
        let marks = marks.iter().map(|m| m.name()).collect::<Vec<_>>().join(",");
        format!("{no} {marks}\n")
    };
    lines.iter().map(one).collect()
}

/// The same, number by number with the marks as a column holds them.
pub(crate) fn unwritten(text: &str) -> Vec<(i64, String)> {
    let one = |line: &str| line.split_once(' ').and_then(|(no, marks)| Some((no.parse().ok()?, marks.to_owned())));
    text.lines().filter_map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use lianxin_base::UnitId;
    use lianxin_register::{AreaSource, UnitKind};

    fn line(no: i64, nth: i64, house: &str, door: &str) -> Line {
        let unit = UnitId::from_bytes([u8::try_from(no * 10 + nth).expect("small"); 16]);
        let (house, door) = (house.to_owned(), door.to_owned());
        Line {
            no,
            nth,
            lot: no,
            unit,
            house,
            door,
            kind: UnitKind::Dwelling,
            size: 8_000,
            source: AreaSource::Register,
        }
    }

    fn roll() -> Vec<Line> {
        vec![
            line(1, 1, "1 号楼", "1 单元 101"),
            line(1, 2, "2 号楼", "1 单元 201"),
            line(2, 1, "1 号楼", "1 单元 102"),
            line(3, 1, "东排", "3 号"),
        ]
    }

    fn of(text: &str) -> Result<Read, Refusal> {
        read(&lianxin_paper::read(text.as_bytes()).expect("a sheet"), &roll(), 2)
    }

    #[test]
    fn a_list_is_read_by_number_or_by_door_and_one_owner_counts_once() {
        use Mark::{Abstain, Blank, No, Yes};
        let by_number = "某市电子投票系统\n名册号,第 1 项：修屋顶,第 2 项\n1,同意,反对\n3,弃权,\n2,,\n";
        let lines = BTreeMap::from([(1, vec![Yes, No]), (3, vec![Abstain, Blank])]);
        assert_eq!(of(by_number), Ok(Read { lines, ..Read::default() }), "who did not vote has no line");
        let by_door =
            "楼号,房号,事项一,事项二\n1号楼,1单元101,赞成,赞成\n2 号楼,1 单元 201,赞成,赞成\n东排,3号,否,是\n";
        let read = of(by_door).expect("read");
        assert_eq!(read.lines, BTreeMap::from([(1, vec![Yes, Yes]), (3, vec![No, Yes])]), "two doors, one owner");
        let one_cell = of("房号,1,2\n1-1-102,同意,同意\n１号楼１单元１０１,同意,弃权\n").expect("read");
        assert_eq!(one_cell.lines, BTreeMap::from([(1, vec![Yes, Abstain]), (2, vec![Yes, Yes])]));
    }

    #[test]
    fn rows_that_cannot_be_taken_in_are_named() {
        let read = of("名册号,房号,1,2\n1,,同意,同意\n1,,反对,同意\n9,,同意,同意\n,7-7-707,同意,同意\n,,同意,同意\n2,,可以,同意\n")
            .expect("read");
        assert_eq!(read.lines.len(), 1);
        assert_eq!(read.wrong, [(3, Wrong::Unlike(2)), (6, Wrong::Nobody), (7, Wrong::Mark(1))]);
        assert_eq!(read.outside, [(4, "9".to_owned()), (5, "7-7-707".to_owned())]);
        for text in ["名册号,1\n1,同意\n", "1,2\n同意,同意\n", "随便\n写的\n"] {
            assert_eq!(of(text), Err(Refusal::OfficialColumns), "{text}");
        }
        assert_eq!(of("名册号,1,2\n1,,\n").map(|r| r.lines.len()), Ok(0));
    }

    #[test]
    fn lines_are_written_and_read() {
        let lines = BTreeMap::from([(2, vec![Mark::Yes, Mark::Blank]), (10, vec![Mark::No, Mark::Invalid])]);
        assert_eq!(written(&lines), "2 yes,blank\n10 no,invalid\n");
        assert_eq!(unwritten(&written(&lines)), [(2, "yes,blank".to_owned()), (10, "no,invalid".to_owned())]);
    }
}
