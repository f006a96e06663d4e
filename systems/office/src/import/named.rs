//! Names as they stand in one cell: several people, a company, nobody.

use lianxin_paper::{half, nobody};

/// The people a cell names: none for `无`, two for `张三,李四`. The dot within a name stays.
pub(super) fn people(cell: &str) -> Vec<String> {
    if is_company(cell) {
        return vec![cell.trim().to_owned()];
    }
    let parts = cell.split([',', '，', '、', ';', '；', '/', '&']).map(str::trim);
    parts.filter(|name| !nobody(name)).map(str::to_owned).collect()
}

/// Whether an owner is a company or an office: it is one owner, and has no first name.
pub(super) fn is_company(name: &str) -> bool {
    const PARTS: [&str; 17] = [
        "公司",
        "集团",
        "银行",
        "厂",
        "学校",
        "医院",
        "合作社",
        "委员会",
        "管理局",
        "财政局",
        "教育局",
        "住建局",
        "办事处",
        "中心",
        "幼儿园",
        "信用社",
        "管理处",
    ];
    let plain = half(name);
    plain.trim().chars().count() >= 4 && PARTS.iter().any(|part| plain.contains(part))
}

/// The telephones of so many people: one each, or one alone for the first.
pub(super) fn phones(cell: &str, people: usize) -> Vec<Option<String>> {
    let plain = half(cell);
    let parts: Vec<&str> = plain.split([',', '、', ';', '/', '&']).map(str::trim).filter(|p| !p.is_empty()).collect();
    let parts = if parts.len() == people { parts } else { parts.into_iter().take(1).collect() };
    (0..people).map(|n| parts.get(n).map(|p| (*p).to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_names_as_many_people_as_are_meant() {
        for (cell, want) in [
            ("张三", vec!["张三"]),
            ("张三,李四", vec!["张三", "李四"]),
            ("张三、李四；王五", vec!["张三", "李四", "王五"]),
            ("阿拉坦·巴图", vec!["阿拉坦·巴图"]),
            ("㛃䶮𬸘/李䶮", vec!["㛃䶮𬸘", "李䶮"]),
            ("无", vec![]),
            ("空置", vec![]),
            ("张三,无", vec!["张三"]),
            ("通辽市明仁、东郊供热有限公司", vec!["通辽市明仁、东郊供热有限公司"]),
        ] {
            assert_eq!(people(cell), want, "{cell}");
        }
        for (name, is) in [
            ("红星物业公司", true),
            ("农业银行科尔沁支行", true),
            ("厂长", false),
            ("张中心", false),
            ("欧阳公司", true),
        ] {
            assert_eq!(is_company(name), is, "{name}");
        }
    }

    #[test]
    fn telephones_go_to_whom_they_belong_or_to_the_first() {
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(phones("1,2", 2), [some("1"), some("2")]);
        assert_eq!(phones("1", 2), [some("1"), None]);
        assert_eq!(phones("1，2，3", 2), [some("1"), None], "which is whose cannot be known");
        assert_eq!(phones("", 1), [None]);
    }
}
