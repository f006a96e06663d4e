//! Words of leaves, tables and forms, as enums; and who acts.

use lianxin_base::vocabulary;

vocabulary! {
    /// A part of the board.
    Section {
        /// 党务
        Party = "party",
        /// 居务、村务
        Affairs = "affairs",
        /// 财务
        Finance = "finance",
        /// 物业
        Property = "property",
        /// 活动
        Events = "events",
        /// 光荣
        Honour = "honour",
    }
}

vocabulary! {
    /// What kind of sheet it is.
    Sheet {
        /// 公示、通知
        Notice = "notice",
        /// 图片新闻
        News = "news",
        /// 一周一页
        Week = "week",
    }
}

vocabulary! {
    /// What whoever posts a photo says of the people in it.
    Faces {
        /// 认不出谁
        Nobody = "nobody",
        /// 露脸的都同意了
        Agreed = "agreed",
        /// 没问过
        NotAsked = "not_asked",
    }
}

vocabulary! {
    /// Where a notice stands, by the day.
    Standing {
        /// 将贴
        Coming = "coming",
        /// 公示中
        Hanging = "hanging",
        /// 公示期满
        Over = "over",
        /// 已更正
        Corrected = "corrected",
        /// 已撤下
        Down = "down",
    }
}

vocabulary! {
    /// What a photo shows.
    Stage {
        /// What the notice tells of.
        News = "news",
        /// The physical board on the first day.
        Start = "start",
        /// The physical board on the last day.
        End = "end",
    }
}

vocabulary! {
    /// Whose affairs an area's calendar is about.
    Body {
        /// 居委会
        Residents = "residents",
        /// 村委会
        Village = "village",
    }
}

pub use lianxin_gate::Author;
