//! A yard that has neither an owners' committee nor a company: neighbours talk it over, the community decides and does it,
//! and whoever brought it in, without an account, says how it ended. In both languages, on both databases.

use lianxin_council::pages::{desk_url, url};
use lianxin_stories::{Browser, World};

const YARD: &str = "铁东12号院";

/// What stands on the pages of one language.
struct Said {
    english: bool,
    nobody_else: [&'static str; 2],
    working: &'static str,
    solved: &'static str,
}

const BOTH: [Said; 2] = [
    Said {
        english: false, nobody_else: ["业委会", "物业"], working: "居委会正在办", solved: "居民说办好了"
    },
    Said {
        english: true,
        nobody_else: ["owners’ committee", "property company"],
        working: "居委会 is working on it",
        solved: "The residents say it is solved",
    },
];

fn read_by<'w>(browser: Browser<'w>, said: &Said) -> Browser<'w> {
    if said.english { browser.in_english() } else { browser }
}

/// Reported by somebody without an account; its number and the way back to it.
fn reported(who: &mut Browser<'_>) -> (String, String) {
    who.open("/report");
    let words = "公用水龙头总冻，能不能包上保温";
    who.send("/report", &[("words", words), ("place", YARD), ("phone", "15400000188")]);
    let no = who.page.between("class=\"no num\">", "</p>").unwrap_or_default();
    let no = no.rsplit("</span>").next().unwrap_or("").trim().to_owned();
    assert!(no.starts_with("铁东"), "{no}: {}", who.page.text());
    (no, who.page.url.split('?').next().unwrap_or_default().to_owned())
}

/// Handed to a deliberation; whoever decides is offered no committee and no company.
fn talked_over(worker: &mut Browser<'_>, no: &str) {
    let desk = desk_url(no);
    let parties = |page: &lianxin_stories::Page, form: &str| {
        let form = page.form(&format!("{desk}/{form}")).unwrap_or_else(|| panic!("no {form}: {}", page.text()));
        assert!(form.value("executor", "芙蓉社区居委会").is_some(), "{form:?}");
        for other in ["红星物业", "芙蓉里业委会", "和平里业委会", "御府苑业委会"] {
            assert!(form.value("executor", other).is_none(), "{other} is no party of this yard");
        }
    };
    worker.open(&desk);
    parties(&worker.page, "dispatch");
    worker.send(&format!("{desk}/dispatch"), &[("title", "公用水龙头保温"), ("executor", "talk")]);
    assert_eq!(worker.page.status, 200, "{}", worker.page.text());
    worker.open(&format!("{desk}?do=decision"));
    parties(&worker.page, "decision");
    let org = worker.choice(&format!("{desk}/decision"), "executor", "芙蓉社区居委会");
    let decided = [("note", "包保温棉"), ("executor", org.as_str()), ("deadline", "2026-06-24")];
    worker.send(&format!("{desk}/decision"), &decided);
    assert_eq!(worker.page.status, 200, "{}", worker.page.text());
}

#[test]
fn a_yard_without_committee_and_company_comes_to_its_end_by_the_community_and_its_neighbours() {
    for world in World::everywhere() {
        for said in &BOTH {
            let mut resident = read_by(world.stranger(), said);
            let (no, link) = reported(&mut resident);
            let mut worker = read_by(world.signed_in("吴敏"), said);
            talked_over(&mut worker, &no);

            let mut anyone = read_by(world.stranger(), said);
            let page = anyone.open(&url(&no)).clone();
            assert!(page.says(said.working), "{}", page.text());
            let main = page.between("<main", "</main>").unwrap_or_default();
            for party in said.nobody_else {
                assert!(!main.contains(party), "{party} is named where there is none: {main}");
            }
            let mut company = world.signed_in("马建军");
            assert_eq!(company.open(&desk_url(&no)).status, 404, "the company of the other compounds");

            let desk = desk_url(&no);
            worker.open(&desk);
            worker.send(&format!("{desk}/completion"), &[("note", "包好了")]);
            assert!(worker.page.form(&format!("{desk}/feedback")).is_none(), "who did it does not say it is solved");
            resident.open(&link);
            resident.send(&format!("{link}/feedback"), &[("answer", "good"), ("proof", "0188")]);
            assert!(resident.page.says(said.solved), "{}", resident.page.text());
            assert!(anyone.open(&url(&no)).says(said.solved), "{}", anyone.page.text());
        }
        assert_eq!(world.findings(), []);
    }
}
