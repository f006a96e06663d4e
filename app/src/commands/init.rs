use super::{Sentence, say};
use crate::config::Config;
use crate::house;
use lianxin_base::{ActId, AreaId, Chance, Clock, OrgId, SeatId};
use lianxin_gate::{Login, Role, SlipCode, password, set_password};
use lianxin_journal::{By, Head};
use lianxin_register::{Area, AreaKind, OrgKind, Organisation, Seat, area, organisation, seat};
use lianxin_store::{Db, Stop};

/// Opens a new office: one community with its residents' committee, and a seat for whoever runs the machine.
pub(super) fn run(config: &Config, community: &str, code: &str) -> Result<(), Sentence> {
    std::fs::create_dir_all(&config.data).map_err(|e| format!("目录 {} 建不了：{e}", config.data.display()))?;
    if config.data.join("lianxin.db").exists() && config.db.is_none() {
        return Err(Sentence(format!("{} 里已经有一个办公室了，没有动它。", config.data.display())));
    }
    house::keys(&config.data)?;
    let db = house::open(house::place(config), Clock::system(), Chance::system())?;
    if db.read_wait(|r| Ok(lianxin_journal::length(r)?))? > 0 {
        return Err(Sentence("这个数据库里已经有一个办公室了，没有动它。".into()));
    }
    let password = found(&db, community, code)?;
    say(&format!("{community} 的办公室建好了：{}", config.data.display()));
    say(&format!("本机管理员  账号 admin  口令 {password}（请记下来，只显示这一次）"));
    say("下一步：lianxin serve");
    Ok(())
}

fn found(db: &Db, community: &str, code: &str) -> Result<String, Stop> {
    let (chance, now) = (db.chance().clone(), db.clock().now());
    let root = AreaId::new(&chance, now);
    let (org, admin) = (OrgId::new(&chance, now), SeatId::new(&chance, now));
    let acts = [ActId::new(&chance, now), ActId::new(&chance, now), ActId::new(&chance, now)];
    let since = now.day();
    let place = Area {
        area: root,
        parent: None,
        kind: AreaKind::Community,
        code: code.to_owned(),
        name: community.to_owned(),
        since,
        until: None,
        grade: None,
    };
    let house = Organisation {
        org,
        area: root,
        kind: OrgKind::ResidentsCommittee,
        name: format!("{community}居委会"),
        short: None,
        phone: None,
    };
    let chair = Seat {
        seat: admin,
        org,
        area: root,
        person: None,
        role: Role::Admin.name().to_owned(),
        title: "本机管理员".to_owned(),
        since,
        until: None,
    };
    db.act_wait(root, move |tx| {
        let head = |n: usize| Head { id: acts[n], area: root, by: By::Office, no: None, token: None };
        area(tx, head(0), place.clone())?;
        organisation(tx, head(1), house.clone())?;
        seat(tx, head(2), chair.clone())
    })?;
    let password = SlipCode::make(&chance).plain().to_lowercase();
    let (login, hash) = (Login::read("admin")?, password::hash(&password, &chance)?);
    db.keep_wait(move |tx| set_password(tx, &login, admin, None, &hash))?;
    Ok(password)
}
