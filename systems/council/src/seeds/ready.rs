//! What the invented community keeps ready on its desk, and whose posters it has looked at this month.

use super::play::Play;
use crate::metre::looked;
use crate::replies::{NewReply, Use, reply};
use lianxin_base::EntranceId;
use lianxin_register::find;
use lianxin_store::{Read, Stop};

const READY: &[(Use, &str)] = &[
    (Use::Dispatch, "楼道灯不亮"),
    (Use::Dispatch, "单元门关不严"),
    (Use::Decline, "表前的线路归供电公司管，请打 95598，报上表箱号，他们派人来看。"),
    (Use::Decline, "丢了东西请打 110，社区帮着调门口的监控，调出来交给民警。"),
    (Use::Transfer, "现场看过了，归这一家管，已经跟他们说好。"),
    (Use::Return, "现场看过，不在我们的责任清单里，请社区再看看归谁。"),
    (Use::Pause, "配件要厂家发货，到了就装，先把周围围上，不碍走路。"),
    (Use::Completion, "修好了，试过，请晚上再看一眼，有问题随时说。"),
    (Use::Feedback, "打电话问的，本人说办好了。"),
    (Use::News, "修的人在现场，还要一会儿，水车停在门口。"),
];

/// The house whose doors nobody has walked to yet.
const NOT_YET: &str = "6 号楼";

impl Play<'_> {
    /// Written by the worker of the desk, a line each.
    pub(super) fn ready(&self) -> Result<(), Stop> {
        let area = self.map.area("芙蓉社区");
        for (form, words) in READY {
            let author = self.author(self.map.author("吴敏"));
            let new = NewReply { changes: None, form: *form, words: (*words).to_owned() };
            self.db.act_wait(area, move |tx| reply(tx, &author, area, &new))?;
        }
        Ok(())
    }

    /// The round of this month: all doors but those of one house, and one poster had been pasted over.
    pub(super) fn round(&self) -> Result<(), Stop> {
        let area = self.map.area("芙蓉社区");
        for good in [true, false] {
            let author = self.author(self.map.author("吴敏"));
            self.db.act_wait(area, move |tx| {
                let mut all = doors(tx, area)?;
                let last = all.split_off(all.len().saturating_sub(1));
                looked(tx, &author, if good { &all } else { &last }, good)
            })?;
        }
        Ok(())
    }
}

fn doors(r: &mut Read<'_>, community: lianxin_base::AreaId) -> Result<Vec<EntranceId>, Stop> {
    let mut all = Vec::new();
    for area in find::areas_below(r, community)? {
        for b in find::buildings(r, area.id)?.iter().filter(|b| b.name != NOT_YET) {
            all.extend(find::entrances(r, b.id)?.iter().map(|e| e.id));
        }
    }
    Ok(all)
}
