//! What the words of a report ask for, before anybody has read them.

use super::{Refusal, WORDS_MAX, WORDS_WITHOUT_PLACE};

/// What is known of a report besides its words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Besides {
    /// A place was named, if only the compound.
    pub place: bool,
    /// The place is a house: a door's code, or picked from the list.
    pub house: bool,
    /// What it is about was chosen.
    pub category: bool,
    /// There is a photo.
    pub photo: bool,
}

impl Besides {
    /// House and category say by themselves what a worker can go and look at.
    const fn tells_enough(self) -> bool {
        self.photo || (self.house && self.category)
    }
}

/// What somebody reports is enough to begin with: 灯坏了 is enough when the place is known; a photo needs no words, nor
/// does a house together with what it is about.
pub fn enough(words: &str, known: Besides) -> Result<(), Refusal> {
    let n = words.chars().filter(|c| !c.is_whitespace()).count();
    match n {
        0 if !known.tells_enough() => Err(Refusal::NoWords),
        _ if words.chars().count() > WORDS_MAX => Err(Refusal::TooLong { field: "words", max: WORDS_MAX }),
        _ if !known.place && !known.photo && n < WORDS_WITHOUT_PLACE => Err(Refusal::WhereIsIt),
        _ => Ok(()),
    }
}

/// Words that mean: ring first.
const DANGER: &[&str] = &[
    "漏气",
    "煤气味",
    "燃气味",
    "着火",
    "起火",
    "冒烟",
    "困电梯",
    "困在电梯",
    "触电",
    "gas leak",
    "on fire",
    "stuck in the lift",
];

/// Health, hardship, violence, punishment: sensitive data of the person they are said of (PIPL Art. 28).
const SENSITIVE: &[&str] = &[
    "癌",
    "艾滋",
    "抑郁",
    "精神病",
    "精神分裂",
    "残疾证",
    "瘫在床",
    "瘫痪在床",
    "偏瘫",
    "脑梗",
    "透析",
    "尿毒症",
    "化疗",
    "肝炎",
    "肺结核",
    "糖尿病",
    "心脏病",
    "病历",
    "诊断书",
    "怀孕",
    "做流产",
    "低保户",
    "吃低保",
    "领低保",
    "特困户",
    "特困人员",
    "吸毒",
    "遭家暴",
    "被家暴",
    "家庭暴力",
    "服刑",
    "刑满",
    "cancer",
    "dialysis",
    "diabetes",
    "pregnant",
    "domestic violence",
    "on welfare",
];

/// A run of digits this long is no telephone number but an identity card or a bank card.
const CARD_DIGITS: usize = 15;

/// Whether the words say that somebody is in danger.
pub fn dangerous(words: &str) -> bool {
    says(words, DANGER)
}

/// Whether the words tell something sensitive, which is kept only with the agreement of whom it is said of and never
/// published (PIPL Art. 29).
pub fn sensitive(words: &str) -> bool {
    says(words, SENSITIVE) || words.split(|c: char| !c.is_ascii_digit()).any(|run| run.len() >= CARD_DIGITS)
}

fn says(words: &str, any: &[&str]) -> bool {
    let words = words.to_lowercase();
    any.iter().any(|w| words.contains(w))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_enough_to_report() {
        let nothing = Besides::default();
        let compound = Besides { place: true, ..nothing };
        let house = Besides { house: true, ..compound };
        let photo = Besides { photo: true, ..nothing };
        let about = |known: Besides| Besides { category: true, ..known };
        for (words, known, want) in [
            ("灯坏了", compound, Ok(())),
            ("灯坏了", nothing, Err(Refusal::WhereIsIt)),
            ("灯坏了", about(nothing), Err(Refusal::WhereIsIt)),
            ("灯坏了", photo, Ok(())),
            ("三楼的灯", nothing, Err(Refusal::WhereIsIt)),
            ("三楼的灯坏", nothing, Ok(())),
            (" \n\t", compound, Err(Refusal::NoWords)),
            ("", nothing, Err(Refusal::NoWords)),
            ("", house, Err(Refusal::NoWords)),
            ("", about(nothing), Err(Refusal::NoWords)),
            ("", about(compound), Err(Refusal::NoWords)),
            ("", about(house), Ok(())),
            (" \n", about(house), Ok(())),
            ("", photo, Ok(())),
            ("😀", compound, Ok(())),
        ] {
            assert_eq!(enough(words, known), want, "{words:?} {known:?}");
        }
        assert_eq!(enough(&"长".repeat(WORDS_MAX), compound), Ok(()));
        let all = Besides { photo: true, ..about(house) };
        assert!(matches!(enough(&"长".repeat(WORDS_MAX + 1), all), Err(Refusal::TooLong { .. })));
    }

    #[test]
    fn what_is_dangerous_and_what_is_sensitive() {
        for (words, danger, delicate) in [
            ("楼下着火了", true, false),
            ("有人困在电梯里", true, false),
            ("There is a GAS LEAK", true, false),
            ("路灯不亮", false, false),
            ("我爱人透析，楼里没电梯下不了楼", false, true),
            ("家里吃低保，暖气费交不上", false, true),
            ("门口缺一个残疾人坡道", false, false),
            ("低保怎么办", false, false),
            ("我家暴雨天漏水，大家暴晒", false, false),
            ("老人出行特困难，快递物流产生噪音", false, false),
            ("肿瘤医院门口堵车", false, false),
            ("她被家暴，求帮忙", false, true),
            ("院中风大，晾的被子刮跑了", false, false),
            ("电梯一坏整栋楼就瘫痪了", false, false),
            ("老人瘫痪在床，担架抬不出楼门", false, true),
            ("电话 13800000001", false, false),
            ("身份证 22010119500101123X", false, true),
            ("卡号6222 0000", false, false),
            ("My Mother has CANCER", false, true),
            ("", false, false),
        ] {
            assert_eq!((dangerous(words), sensitive(words)), (danger, delicate), "{words}");
        }
    }
}
