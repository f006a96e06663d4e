//! Photos: with a report, with finished work, and what of them everybody sees.

use crate::house::{Came, FURONGLI, Town, at, town};
use lianxin_council::meeting::store::FILES as SHEETS;
use lianxin_council::photos::{DONE, REPORTED, SAID};
use lianxin_council::store::photos::{FILES, PhotoRow, of_matter};
use lianxin_journal::{Finding, sweep, verify, verify_files};
use lianxin_seeds::picture;
use lianxin_web::photos::Photo;

pub(crate) fn jpeg() -> Vec<u8> {
    picture("road").expect("a scene").large
}

pub(crate) fn in_place(town: &Town) -> Photo {
    Photo::put(town.files(), &picture("stairs-dark").expect("a scene"), town.now()).expect("put")
}

pub(crate) fn photos(town: &Town, no: &str) -> Vec<PhotoRow> {
    let (db, id) = (town.db.clone(), town.matter(no).id);
    let read = move || db.read_wait(move |r| Ok(of_matter(r, id)?));
    std::thread::scope(|s| s.spawn(read).join()).expect("ran").expect("read")
}

/// What verification finds, in rows and in files.
pub(crate) fn findings(town: &Town) -> Vec<Finding> {
    let (db, files) = (town.db.clone(), town.files().clone());
    let look = move || {
        db.read_wait(move |r| {
            let kinds = [lianxin_register::kinds(), lianxin_gate::kinds(), lianxin_council::kinds()].concat();
            let (tables, kept) = (crate::house::migrations(), crate::house::kept());
            let mut all = verify(r, &kinds, &tables, &kept, &mut |_, _| true)?.findings;
            all.extend(verify_files(r, &files, &[("council_photo", FILES), ("council_meeting_sheet", SHEETS)])?);
            Ok(all)
        })
    };
    std::thread::scope(|s| s.spawn(look).join()).expect("ran").expect("looked")
}

/// Every address of a picture on a page.
fn images(page: &Came) -> Vec<String> {
    page.text.split("<img src=\"").skip(1).filter_map(|rest| rest.split('"').next()).map(Into::into).collect()
}

/// A report as a stranger sends it.
async fn report(town: &Town, pairs: &[(&str, &str)], files: &[(&str, &[u8])]) -> Came {
    let token = town.get("", "/report").await.hidden("/report", "token");
    town.post_files("", "/report", &[&[("token", token.as_str())], pairs].concat(), files).await
}

#[tokio::test]
async fn a_photo_needs_no_words_and_is_seen_by_the_parties_only() {
    let town = town().await;
    let sent = report(&town, &[("words", ""), ("place", "芙蓉里")], &[("photo", &jpeg())]).await;
    assert_eq!(sent.status, 303, "{}", sent.text);
    let page = town.get("", sent.header("location")).await;
    let shots = images(&page);
    assert_eq!(shots.len(), 1, "{}", page.text);
    let own = town.get("", &shots[0]).await;
    assert_eq!((own.status, own.header("content-type")), (200, "image/jpeg"));
    assert!(own.header("cache-control").starts_with("private"), "{}", own.header("cache-control"));
    assert!(!own.body.windows(4).any(|w| w == b"Exif") && own.body.starts_with(&[0xff, 0xd8]));
    let large = town.get("", &shots[0].replace("/small", "/large")).await;
    assert!(large.status == 200 && large.body.len() > own.body.len());
    let (act, link) = sent.header("location")[3..].split_once('/').expect("two parts");
    let link = link.split('?').next().expect("a link");
    for (who, path, status) in [
        ("", format!("/r/{act}/{link}/photo/2/small"), 404),
        ("", format!("/r/{act}/{}/photo/1/small", "A".repeat(27)), 404),
        ("", format!("/photo/{act}/1/small"), 303),
        ("吴敏", format!("/photo/{act}/1/small"), 200),
        ("吴敏", format!("/photo/{act}/1/large"), 200),
        ("吴敏", format!("/photo/{act}/2/large"), 404),
        ("吴敏", "/photo/none/1/large".into(), 404),
        ("刘志强", format!("/photo/{act}/1/large"), 404),
        ("", format!("/shown/{act}/1/small"), 404),
        ("吴敏", format!("/shown/{act}/1/large"), 404),
    ] {
        assert_eq!(town.get(who, &path).await.status, status, "{who} {path}");
    }
    let no = page.text.split("芙蓉里-").nth(1).and_then(|rest| rest.get(..9)).expect("a number");
    let no = format!("芙蓉里-{no}");
    let desk = town.get("吴敏", &at(&no)).await;
    assert_eq!(images(&desk), [format!("/photo/{act}/1/small")], "the desk sees it");
    assert!(images(&town.get("", &lianxin_council::pages::url(&no)).await).is_empty(), "the public does not");
    assert_eq!(findings(&town), []);
}

#[tokio::test]
async fn a_form_that_comes_back_still_has_its_photos() {
    let town = town().await;
    let pairs = [("words", "三楼的灯坏了"), ("place", "芙蓉里"), ("phone", "123")];
    let back = report(&town, &pairs, &[("photo", &jpeg()), ("photo", b"%PDF-1.7")]).await;
    assert_eq!(back.status, 422);
    assert!(back.says("这是 PDF 文件") && back.says("三楼的灯坏了"), "{}", back.text);
    let shots = images(&back);
    assert_eq!(shots.len(), 1, "the good one is kept: {}", back.text);
    assert_eq!(town.get("", &shots[0]).await.status, 200, "and shown");
    assert_eq!(town.get("吴敏", &shots[0]).await.status, 404, "to nobody else");
    assert_eq!(town.get("", &format!("{}x", shots[0])).await.status, 404, "a forged name");
    let kept = shots[0].trim_start_matches("/upload/");
    let again = [("words", "三楼的灯坏了"), ("place", "芙蓉里"), ("kept", kept), ("kept", "forged.name")];
    let sent = report(&town, &again, &[]).await;
    assert_eq!(sent.status, 303, "{}", sent.text);
    assert_eq!(images(&town.get("", sent.header("location")).await).len(), 1, "nothing was chosen a second time");
    town.db.clock().set(town.now().plus(21 * lianxin_base::HOUR));
    assert_eq!(town.get("", &shots[0]).await.status, 404, "for a day, no longer");
}

#[tokio::test]
async fn what_cannot_be_taken_is_said_in_one_sentence() {
    let town = town().await;
    let heic = [&b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"[..], &[0; 64]].concat();
    for (file, said) in [
        (&heic[..], "HEIC"),
        (b"%PDF-1.4", "这是 PDF 文件"),
        (b"MZ\x90\0", "不是这里能收的照片"),
        (&jpeg()[..2000], "不完整"),
    ] {
        let back = report(&town, &[("words", "三楼的灯坏了"), ("place", "芙蓉里")], &[("photo", file)]).await;
        assert!(back.status == 422 && back.says(said), "{said}: {} {}", back.status, back.text);
    }
    let mut heavy = jpeg();
    heavy.resize((12 << 20) + 1, 0);
    let back = report(&town, &[("words", "三楼的灯坏了"), ("place", "芙蓉里")], &[("photo", &heavy)]).await;
    assert!(back.status == 422 && back.says("12 MB") && back.says("三楼的灯坏了"), "{} {}", back.status, back.text);
    heavy.pop();
    let most = report(&town, &[("words", "三楼的灯坏了"), ("place", "芙蓉里")], &[("photo", &heavy)]).await;
    assert_eq!(most.status, 303, "exactly 12 MB are taken: {}", most.text);
    let seven: Vec<(&str, Vec<u8>)> = (0..7).map(|_| ("photo", jpeg())).collect();
    let seven: Vec<(&str, &[u8])> = seven.iter().map(|(n, b)| (*n, &b[..])).collect();
    let back = report(&town, &[("words", "三楼的灯坏了"), ("place", "芙蓉里")], &seven).await;
    assert!(back.status == 422 && back.says("一次最多 6 个"), "{}", back.text);
    let nothing = report(&town, &[("words", ""), ("place", "芙蓉里")], &[("photo", b"%PDF-1.4")]).await;
    assert!(nothing.says("这是 PDF 文件") && nothing.status == 422, "a refused photo is no words");
}

#[tokio::test]
async fn a_worker_shows_a_masked_copy_and_can_take_it_back() {
    let town = town().await;
    let no = town.report_with("3 楼到 5 楼的灯都不亮", &FURONGLI, vec![in_place(&town)]);
    let own = photos(&town, &no)[0].clone();
    let public = lianxin_council::pages::url(&no);
    let shown = format!("/shown/{}/{}/large", own.act, own.n);
    let words = [("title", "楼道灯不亮"), ("words", "三楼到五楼的灯都不亮"), ("show", "yes")];
    let name = format!("{}.{}", own.act, own.n);
    let (first, last) = (format!("{name}.0"), format!("{name}.47"));
    let page = town.get("吴敏", &format!("{}?do=publication", at(&no))).await;
    assert_eq!(page.form("/publication").matches("name=\"mask\"").count(), 48, "a grid over the picture");
    let ticked = [&words[..], &[("shown", name.as_str()), ("mask", &first), ("mask", &last)]].concat();
    assert_eq!(town.send("吴敏", &no, "publication", &ticked).await.status, 303);
    let copy = town.get("", &shown).await;
    assert_eq!((copy.status, copy.header("content-type")), (200, "image/jpeg"));
    let whole = town.files().get(own.photo.expect("a photo").large).expect("read").expect("there");
    assert_ne!(copy.body, whole, "not the picture itself");
    assert_eq!(images(&town.get("", &public).await), [shown.replace("/large", "/small")]);
    let row = photos(&town, &no)[0].clone();
    assert_eq!(row.mask, [0, 47]);
    let form = town.get("吴敏", &format!("{}?do=publication", at(&no))).await;
    let checked = form.form("/publication").matches(" checked").count();
    assert_eq!(checked, 3, "what is shown and blackened stands in the form: {}", form.form("/publication"));
    // Sent again as it stands, the copy is the same file; without the tick it is gone.
    assert_eq!(town.send("吴敏", &no, "publication", &ticked).await.status, 303);
    assert_eq!(photos(&town, &no)[0].shown, row.shown);
    assert_eq!(findings(&town), []);
    assert_eq!(town.send("吴敏", &no, "publication", &words).await.status, 303);
    assert_eq!(town.get("", &shown).await.status, 404, "taken back");
    assert_eq!(town.send("吴敏", &no, "publication", &ticked).await.status, 303);
    assert_eq!(town.send("吴敏", &no, "publication", &[("show", "no")]).await.status, 303);
    assert_eq!(town.get("", &shown).await.status, 404, "kept with the parties");
    assert_eq!(findings(&town), []);
}

#[tokio::test]
async fn finished_work_is_shown_by_photos() {
    let town = town().await;
    let no = town.at_step("work", "红星物业");
    let action = format!("{}/completion", at(&no));
    let page = town.get("马建军", &at(&no)).await;
    assert!(page.form("/completion").contains("multipart/form-data"));
    let (token, hops) = (page.hidden(&action, "token"), page.hidden(&action, "hops"));
    let hidden = [("token", token.as_str()), ("hops", &hops)];
    let back = town.post_files("马建军", &action, &hidden, &[("photo", &jpeg())]).await;
    assert_eq!(back.status, 422, "a note is needed");
    let kept = images(&back).into_iter().find(|url| url.starts_with("/upload/")).expect("kept");
    let kept = kept.trim_start_matches("/upload/").to_owned();
    let pairs = [&hidden[..], &[("note", "换了新灯"), ("kept", &kept)]].concat();
    let sent = town.post_files("马建军", &action, &pairs, &[("photo", &jpeg())]).await;
    assert_eq!(sent.status, 303, "{}", sent.text);
    let all = photos(&town, &no);
    assert_eq!(all.iter().map(|p| (p.stage.as_str(), p.n)).collect::<Vec<_>>(), [(DONE, 1), (DONE, 2)]);
    let desk = town.get("吴敏", &at(&no)).await;
    assert!(desk.says("干完以后的照片") && desk.says("有 2 张照片只有办事的人看得到"), "{}", desk.text);
    assert_eq!(findings(&town), []);
}

#[tokio::test]
async fn an_entry_of_the_desk_brings_photos_that_are_masked_like_any_other() {
    let town = town().await;
    let no = town.at_step("deliberate", "");
    let action = format!("{}/entry", at(&no));
    let page = town.get("马建军", &format!("{}?do=entry", at(&no))).await;
    assert!(page.form("/entry").contains("multipart/form-data"), "{}", page.text);
    let token = page.hidden(&action, "token");
    let pairs = [("token", token.as_str()), ("kind", "propose"), ("words", "换成这种闭门器")];
    let sent = town.post_files("马建军", &action, &pairs, &[("photo", &jpeg())]).await;
    assert_eq!(sent.status, 303, "{}", sent.text);
    let all = photos(&town, &no);
    let own = all.iter().find(|p| p.stage == SAID).expect("a photo of the talk").clone();
    assert!(all.len() == 1 && own.n == 1 && own.shown.is_none());
    assert!(town.get("吴敏", &at(&no)).await.says("商量时的照片"));
    let shown = format!("/shown/{}/{}/large", own.act, own.n);
    assert_eq!(town.get("", &shown).await.status, 404, "nobody has looked at it yet");
    let name = format!("{}.{}", own.act, own.n);
    let cell = format!("{name}.0");
    let form = [("title", "门关不严"), ("words", "换闭门器"), ("show", "yes"), ("shown", &name), ("mask", &cell)];
    assert_eq!(town.send("吴敏", &no, "publication", &form).await.status, 303);
    let copy = town.get("", &shown).await;
    let whole = town.files().get(own.photo.expect("a photo").large).expect("read").expect("there");
    assert!(copy.status == 200 && copy.body != whole, "a masked copy, not the picture itself");
    assert_eq!(findings(&town), []);
}

#[tokio::test]
async fn at_the_counter_a_photo_is_taken_in_with_what_somebody_says() {
    let town = town().await;
    let page = town.get("吴敏", "/desk/new").await;
    assert!(page.form("/desk/new").contains("multipart/form-data"), "{}", page.text);
    let token = page.hidden("/desk/new", "token");
    let pairs = [("token", token.as_str()), ("words", ""), ("place", "芙蓉里/1"), ("name", "冯德山"), ("phone", "12")];
    let back = town.post_files("吴敏", "/desk/new", &pairs, &[("photo", &jpeg())]).await;
    assert_eq!(back.status, 422, "the phone is wrong");
    let kept = images(&back).into_iter().find(|url| url.starts_with("/upload/")).expect("the photo is kept");
    let kept = kept.trim_start_matches("/upload/").to_owned();
    let pairs = [("token", token.as_str()), ("words", ""), ("place", "芙蓉里/1"), ("name", "冯德山"), ("kept", &kept)];
    let came = town.post_files("吴敏", "/desk/new", &pairs, &[]).await;
    assert_eq!(came.status, 200, "a photo needs no words: {}", came.text);
    let all = photos(&town, "芙蓉里-2026-0001");
    assert_eq!(all.iter().map(|p| p.stage.as_str()).collect::<Vec<_>>(), [REPORTED]);
    assert_eq!(findings(&town), []);
}

#[tokio::test]
async fn a_changed_or_missing_file_is_named_and_what_nothing_names_is_swept() {
    let town = town().await;
    let no = town.report_with("3 楼到 5 楼的灯都不亮", &FURONGLI, vec![in_place(&town)]);
    let photo = photos(&town, &no)[0].photo.expect("a photo");
    let stray = town.files().put(b"a form that was never sent", town.now().plus(-2 * lianxin_base::DAY)).expect("put");
    let (db, files, before) = (town.db.clone(), town.files().clone(), town.now().plus(1));
    let swept = move || db.read_wait(move |r| Ok(sweep(r, &files, &[("council_photo", FILES)], before)?));
    let swept = std::thread::scope(|s| s.spawn(swept).join()).expect("ran");
    assert_eq!(swept.expect("swept"), 1, "the stray one only");
    assert_eq!(town.files().get(stray), Ok(None));
    assert_eq!(findings(&town), []);
    town.files().forget(photo.small).expect("removed");
    let found = findings(&town);
    assert_eq!(found.len(), 1);
    assert!(
        found[0].what == lianxin_journal::Wrong::MissingFile && found[0].row.contains(&photo.small.to_string()),
        "{found:?}"
    );
}
