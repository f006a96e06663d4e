use crate::town::{COMMUNITY, each};
use lianxin_base::{ActId, Lang};
use lianxin_journal::{By, Head};
use lianxin_office::export::{Exported, OWN, record_export, says};
use lianxin_paper::read;
use lianxin_register::find;

/// Whether there is an import of this kind too.
fn takes_in(kind: &str) -> bool {
    lianxin_office::import::OWN.iter().any(|i| i.schema.kind == kind)
}

#[test]
fn what_leaves_comes_back_without_a_change() {
    each(|town| {
        town.enter("organisations", "和平里社区\n单位名称,简称,类别,值班电话,下班和节假日打,服务小区,合同开始\n红星物业服务有限公司,红星物业,物业公司,0475-8100009,0475-8100109,芙蓉里,2020-01-01\n");
        town.enter(
            "seats",
            "和平里社区\n单位,职责,岗位名称,姓名,手机号\n和平里社区居委会,社区工作者,窗口,吴敏,13947901234\n",
        );
        town.enter("units", "芙蓉里\n楼号,单元,房号,建筑面积,面积来源,业主,手机号,房屋类型\n3,1,0101,89.35,房产证,\"张玉兰,=1+1\",13812345678,\n4,,1,60,,,,商铺\n");
        town.enter("people", "芙蓉里\n房屋,姓名,与房屋关系,第几户\n3-1-0101,巴图,租户,\n3-1-0101,那仁,租户,第2户\n");
        town.enter(
            "grids",
            "和平里社区\n网格,值班电话,楼栋,网格员\n第一网格,0475-8100002,芙蓉里3号楼,陈晨\n第二网格,,,\n",
        );
        town.enter("seats", "和平里社区\n单位,职责,姓名,分管楼栋,代班人,代班开始,代班结束\n和平里社区居委会,楼栋长,何秀英,芙蓉里3号楼,吴敏,2026-06-01,2026-06-30\n");
        town.enter("owners", "芙蓉里\n产权户,楼号,房号,业主,起始日期\n1,3,1-0101,\"张玉兰,=1+1\",2020-01-01\n");
        let acts = town.acts();
        for kind in OWN.iter().filter(|kind| takes_in(kind.kind)) {
            let kind = *kind;
            let now = town.db.clock().now();
            let line = says(Lang::Zh, "本机管理员", now, "核对");
            let (bytes, rows) = town
                .db
                .read_wait(move |r| {
                    let areas = find::areas_below(r, COMMUNITY)?;
                    Ok(kind.write(r, &areas, now.day(), &line)?)
                })
                .expect("written");
            assert!(rows > 0, "{}", kind.kind);
            let book = read(&bytes).expect("read");
            if kind.kind == "organisations" {
                let all: Vec<String> = book.sheets[0].rows.iter().flatten().map(lianxin_paper::Cell::say).collect();
                assert!(all.iter().any(|cell| cell == "04758100109"), "the number for other hours: {all:?}");
            }
            let last = book.sheets[0].rows.last().expect("a row")[0].say();
            assert!(last.contains("本机管理员") && last.contains("核对") && last.contains("2026-06-15"), "{last}");
            let folder = town.stage(kind.kind, &bytes, None).expect("staged");
            let again = town.run(&folder, true);
            assert_eq!(again.all.faults, vec![], "{}", kind.kind);
            assert!(again.all.did_nothing(), "{}: {:?}", kind.kind, again.all);
        }
        assert_eq!(town.acts(), acts);
    });
}

#[test]
fn a_list_of_people_leaves_with_what_it_is_for_and_is_recorded() {
    each(|town| {
        let take = |kind: &str, purpose: &str| {
            let what = Exported {
                kind: *OWN.iter().find(|k| k.kind == kind).expect("a kind"),
                area: COMMUNITY,
                rows: 3,
                purpose: purpose.into(),
            };
            let id = ActId::new(town.db.chance(), town.db.clock().now());
            town.db.act_wait(COMMUNITY, move |tx| {
                record_export(tx, Head { id, area: COMMUNITY, by: By::Office, no: None, token: None }, &what)
            })
        };
        for kind in ["units", "people", "seats"] {
            assert_eq!(take(kind, " ").expect_err(kind).code(), "office.export_no_purpose");
        }
        let before = town.acts();
        let act = take("people", "核对户数").expect("recorded").act;
        take("organisations", "").expect("no person stands in it");
        assert_eq!(town.acts(), before + 2);
        let purpose = town.db.read_wait(move |r| Ok(lianxin_journal::text(r, act, "purpose")?)).expect("read");
        assert_eq!(purpose.as_deref(), Some("核对户数"));
    });
}
