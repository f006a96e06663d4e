//! What is typed about owners' votes and take-overs, a word of its own in each field: for the canary.

use lianxin_stories::{Browser, World};

/// What is typed about emergencies, signed count sheets and the tally of an official system.
pub(crate) const WORDS: [&str; 17] = [
    "珈蓝急一号",
    "珈蓝急二号",
    "珈蓝急三号",
    "珈蓝急四号",
    "珈蓝急五号",
    "珈蓝急六号",
    "珈蓝急七号",
    "珈蓝急八号",
    "珈蓝急九号",
    "珈蓝急十号",
    "珈蓝签一号",
    "珈蓝签二号",
    "珈蓝签三号",
    "珈蓝签四号",
    "珈蓝投一号",
    "珈蓝投二号",
    "珈蓝投三号",
];

/// A vote of the owners is called and called off.
pub(crate) fn vote(world: &World, worker: &mut Browser<'_>) {
    let day = |ahead: i32| world.now().day().plus(ahead).to_string();
    let (opens, closes) = (day(20), day(30));
    worker.open("/votes/new");
    let area = worker.choice("/votes", "area", "芙蓉里");
    let what = [("area", area.as_str()), ("title", "珈蓝四一号"), ("kind1", "other"), ("words1", "珈蓝四二号")];
    let how = [("opens", opens.as_str()), ("opens_time", "9:00"), ("closes", &closes), ("closes_time", "18:00")];
    let rules = [("counted", "parking"), ("counted_by", "珈蓝四四号"), ("follow", "yes"), ("follow_by", "珈蓝四五号")];
    worker.send("/votes", &[&what[..], &how, &rules, &[("online", "allowed")]].concat());
    let desk = worker.page.url.split('?').next().unwrap_or_default().to_owned();
    let page = desk.trim_end_matches("/desk").to_owned();
    worker.open(&format!("{page}/objections"));
    let objection = [("what", "area"), ("place", "珈蓝业一号"), ("words", "珈蓝业二号")];
    worker.send(&format!("{page}/objections"), &objection);
    let waits = worker.page.between("name=\"objection\" value=\"", "\"").expect("it waits");
    let answered = [("objection", waits.as_str()), ("outcome", "kept"), ("answer", "珈蓝业三号")];
    worker.post_new(&format!("{page}/objections/answer"), &answered);
    assert!(worker.page.says("珈蓝业二号") && worker.page.says("珈蓝业三号"), "{}", worker.page.text());
    worker.open(&format!("{page}/box"));
    let (day, (hour, minute)) = (world.now().day().to_string(), world.now().hour_minute());
    let time = format!("{hour}:{minute:02}");
    let sealed = [("number", "1"), ("what", "sealed"), ("day", day.as_str()), ("time", &time)];
    let before = [("place", "珈蓝箱一号"), ("people", "珈蓝箱二号\n某某")];
    worker.send_files(&format!("{page}/box"), &[&sealed[..], &before].concat(), &[]);
    assert!(worker.page.says("珈蓝箱一号") && worker.page.says("珈蓝箱二号"), "{}", worker.page.text());
    let open = worker.open(&page);
    assert!(open.says("珈蓝四二号") && open.says("珈蓝四四号") && open.says("珈蓝四五号"), "{}", open.text());
    worker.open(&desk);
    worker.send(&format!("{page}/off"), &[("reason", "珈蓝四三号")]);
    assert!(worker.page.says("珈蓝四三号"), "{}", worker.page.text());
}

/// The street adopts rules of the region, in force in years only.
pub(crate) fn rules(coordinator: &mut Browser<'_>) {
    coordinator.open("/rules/new");
    let area = coordinator.choice("/rules", "area", "芙蓉街道");
    let toml = "id = \"x.canary\"\nbody = \"owners\"\nsource = \"珈蓝四六号\"\narticle = \"1\"\nfrom = \"2090-01-01\"\n\
                seen = \"A\"\nextends = \"cn.owners.civil-code-278\"\n";
    coordinator.send("/rules", &[("area", &area), ("toml", toml)]);
    assert!(coordinator.page.says("珈蓝四六号"), "{}", coordinator.page.text());
}

/// In the vote that is open a paper is left at a door, and somebody holds a written authority.
pub(crate) fn open_vote(worker: &mut Browser<'_>) {
    worker.open("/votes?area=");
    let links = worker.page.links();
    let (url, _) = links.iter().find(|(_, words)| words.contains("修屋顶")).expect("one is open");
    let (page, day) = (format!("{url}/delivery"), lianxin_stories::today().to_string());
    worker.open(&page);
    let seats = ["吴敏", "周国栋"].map(|who| worker.choice(&page, "seat1", who));
    let door = [("no", "1"), ("way", "door"), ("day", day.as_str()), ("note", "珈蓝业四号")];
    worker.send(&page, &[&door[..], &[("seat1", seats[0].as_str()), ("seat2", seats[1].as_str())]].concat());
    assert_eq!(worker.page.status, 200, "{}", worker.page.text());
    let page = format!("{url}/proxies");
    for no in ["1", "2", "3"] {
        worker.open(&page);
        worker.send(&page, &[("no", no), ("name", "珈蓝业五号"), ("m1", "yes"), ("m2", "yes")]);
    }
    assert!(worker.open(&page).says("珈蓝业五号"), "{}", worker.page.text());
}

/// The vote that is counted is filed.
pub(crate) fn filed(worker: &mut Browser<'_>) {
    worker.open("/votes?area=");
    let links = worker.page.links();
    let (url, _) = links.iter().find(|(_, words)| words.contains("修排水沟")).expect("one is counted");
    let page = format!("{url}/filing");
    worker.open(&page);
    worker.send(&page, &[("day", lianxin_stories::today().to_string().as_str()), ("receipt", "珈蓝业六号")]);
    assert!(worker.page.says("珈蓝业六号"), "{}", worker.page.text());
    let page = format!("{url}/signing");
    worker.open(&page);
    let day = lianxin_stories::today().to_string();
    let names = [("calls", "珈蓝签一号"), ("counts", "珈蓝签二号"), ("watches", "珈蓝签三号")];
    let rest = [("same", "no"), ("day", day.as_str()), ("words", "珈蓝签四号")];
    let photo = lianxin_seeds::picture("count-sheet").expect("a scene").large;
    worker.send_files(&page, &[&names[..], &rest].concat(), &[("photo", &photo)]);
    for word in ["珈蓝签一号", "珈蓝签二号", "珈蓝签三号", "珈蓝签四号"] {
        assert!(worker.page.says(word), "{word}: {}", worker.page.text());
    }
}

/// The fund is used in an emergency, and its account is settled.
pub(crate) fn urgent(coordinator: &mut Browser<'_>, worker: &mut Browser<'_>) {
    coordinator.open("/rules/new");
    let area = coordinator.choice("/rules", "area", "芙蓉街道");
    coordinator.send("/rules", &[("area", &area), ("toml", lianxin_stories::URGENT_RULES)]);
    worker.open("/urgent-repairs/new");
    let (area, day) = (worker.choice("/urgent-repairs", "area", "芙蓉里"), lianxin_stories::today().to_string());
    let what = [("area", area.as_str()), ("danger", "roof"), ("place", "珈蓝急一号"), ("day", &day)];
    let rest = [("found", "珈蓝急二号"), ("sum", "12,600"), ("words", "珈蓝急三号")];
    worker.send("/urgent-repairs", &[&what[..], &rest].concat());
    assert!(worker.page.says("珈蓝急三号") && worker.page.says("珈蓝急二号"), "{}", worker.page.text());
    let page = worker.page.url.split('?').next().unwrap_or_default().to_owned();
    worker.open(&format!("{page}/done"));
    let settled = [("day", day.as_str()), ("sum", "12,000"), ("words", "珈蓝急四号")];
    worker.send(&format!("{page}/done"), &settled);
    assert!(worker.page.says("珈蓝急四号"), "{}", worker.page.text());
    worker.open(&format!("{page}/account"));
    let right = [("day", day.as_str()), ("sum", "11,900"), ("words", "珈蓝急五号"), ("reason", "珈蓝急六号")];
    worker.send(&format!("{page}/account"), &right);
    worker.open(&format!("{page}/correct"));
    let place = [("place", "珈蓝急七号"), ("found", "珈蓝急八号"), ("sum", "12,500"), ("day", day.as_str())];
    worker
        .send(&format!("{page}/correct"), &[&place[..], &[("words", "珈蓝急九号"), ("reason", "珈蓝急十号")]].concat());
    for word in ["珈蓝急四号", "珈蓝急五号", "珈蓝急六号", "珈蓝急七号", "珈蓝急八号", "珈蓝急九号", "珈蓝急十号"]
    {
        assert!(worker.page.says(word), "{word}: {}", worker.page.text());
    }
}

/// The tally of the authority's own system is set aside by the two who took it in, and one takes in another.
pub(crate) fn official(secretary: &mut Browser<'_>, worker: &mut Browser<'_>) {
    worker.open("/votes?area=");
    let links = worker.page.links();
    let (url, _) = links.iter().find(|(_, words)| words.contains("充电棚")).expect("one is cast elsewhere");
    let page = format!("{}/official", url.split('?').next().unwrap_or_default());
    let void = format!("{page}/void");
    secretary.open(&page);
    secretary.send(&void, &[]);
    worker.open(&page);
    worker.send(&void, &[]);
    let day = lianxin_stories::today().plus(-1).to_string();
    let what = [("what", "lines"), ("day", day.as_str()), ("source", "珈蓝投一号"), ("reference", "珈蓝投二号")];
    let sheet = "楼,房号,第 1 项\n前排,1 号,同意\n前排,珈蓝投三号,同意\n".as_bytes();
    worker.open(&page);
    worker.send_files(&page, &what, &[("sheet", sheet)]);
    assert!(worker.page.says("名册上没有"), "{}", worker.page.text());
    worker.send_files(&page, &[&what[..], &[("leave", "yes")]].concat(), &[("sheet", sheet)]);
    // What one person took in nobody sees before another has.
    assert!(worker.page.says("记下来了") && !worker.page.says("珈蓝投二号"), "{}", worker.page.text());
}

/// What was missing at a committee's hand-over comes, or does not.
pub(crate) fn handed_over(worker: &mut Browser<'_>) {
    worker.open("/votes?area=");
    let links = worker.page.links();
    let (url, _) = links.iter().find(|(_, words)| words.contains("选新一届业委会")).expect("one was renewed");
    let page = format!("{}/hand-over", url.split('?').next().unwrap_or_default());
    worker.open(&page);
    let day = lianxin_stories::today().to_string();
    let who = [("day", day.as_str()), ("from", "珈蓝交一号"), ("to", "珈蓝交二号"), ("witness", "珈蓝交三号")];
    worker.send(&page, &[&who[..], &[("accounts", "missing"), ("accounts_words", "珈蓝交四号")]].concat());
    assert!(worker.page.says("珈蓝交一号") && worker.page.says("珈蓝交四号"), "{}", worker.page.text());
}

/// A step of the take-over is noted.
pub(crate) fn takeover(worker: &mut Browser<'_>) {
    worker.open("/takeovers");
    let links = worker.page.links();
    let (page, _) = links.iter().find(|(_, words)| words.contains("铁东")).expect("one goes on");
    worker.open(&format!("{page}/step"));
    let day = lianxin_stories::today().to_string();
    let step = [("day", day.as_str()), ("who", "珈蓝业七号"), ("words", "珈蓝业八号")];
    worker.send(&format!("{page}/step"), &step);
    assert!(worker.page.says("珈蓝业七号") && worker.page.says("珈蓝业八号"), "{}", worker.page.text());
    worker.open(&format!("{page}/mend"));
    worker.send(&format!("{page}/undo"), &[("reason", "珈蓝业九号")]);
    worker.open(&format!("{page}/step"));
    worker.send(&format!("{page}/step"), &step);
    worker.open(&format!("{page}/mend"));
    worker.send(&format!("{page}/off"), &[("why", "珈蓝业十号")]);
    assert!(worker.page.says("珈蓝业十号"), "{}", worker.page.text());
}

/// The first assembly that is under way goes on by a step, which is taken back, and another one is begun and given up.
pub(crate) fn first_assembly(worker: &mut Browser<'_>) {
    worker.open("/first-assemblies");
    let links = worker.page.links();
    let (page, _) = links.iter().find(|(_, words)| words.contains("和平里")).expect("one goes on");
    worker.open(&format!("{page}/step"));
    let day = lianxin_stories::today().to_string();
    // Why it was late is asked for only where it is.
    let step = [("step", "roll"), ("day", day.as_str()), ("words", "珈蓝首一号"), ("late", "珈蓝首二号")];
    worker.post_new(&format!("{page}/step"), &step);
    worker.open(page);
    assert!(worker.page.says("珈蓝首一号") && worker.page.says("珈蓝首二号"), "{}", worker.page.text());
    worker.open(&format!("{page}/mend"));
    worker.send(&format!("{page}/undo"), &[("reason", "珈蓝首三号")]);
    worker.open(&format!("{page}/mend"));
    worker.send(&format!("{page}/off"), &[("why", "珈蓝首四号")]);
    assert!(worker.page.says("珈蓝首四号"), "{}", worker.page.text());
    worker.open("/first-assemblies/new");
    let area = worker.choice("/first-assemblies", "area", "和平里");
    let who = [("area", area.as_str()), ("day", day.as_str()), ("applicant", "developer"), ("signers", "")];
    let sizes = [("size", "100"), ("delivered", "60"), ("words", "珈蓝首五号")];
    worker.send("/first-assemblies", &[&who[..], &sizes].concat());
    assert!(worker.page.says("珈蓝首五号"), "{}", worker.page.text());
    let page = worker.page.url.split('?').next().unwrap_or_default().to_owned();
    worker.open(&format!("{page}/step"));
    worker.send(&format!("{page}/step"), &[("day", day.as_str()), ("words", "同意")]);
    worker.open(&format!("{page}/step"));
    let group = [("body", "group"), ("head", "珈蓝首六号"), ("owners", "珈蓝首七号"), ("others", "珈蓝首八号")];
    // Three members: one of them an owner is too few.
    worker.send(&format!("{page}/step"), &[&[("day", day.as_str()), ("words", "公告")][..], &group].concat());
    assert!(worker.page.says("业主成员不到一半") && worker.page.says("珈蓝首八号"), "{}", worker.page.text());
    let group =
        [("body", "group"), ("head", "珈蓝首六号"), ("owners", "珈蓝首七号\n某某\n某某"), ("others", "珈蓝首八号")];
    worker.send(&format!("{page}/step"), &[&[("day", day.as_str()), ("words", "公告")][..], &group].concat());
    assert!(
        worker.page.status == 200 && worker.open(&format!("{page}/group")).says("珈蓝首七号"),
        "{}",
        worker.page.text()
    );
}
