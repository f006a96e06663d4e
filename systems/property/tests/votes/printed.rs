//! What is printed of a vote: notice, roll, ballots, count sheet and result, by what stands on them.

use crate::house::{closes, town};

#[tokio::test]
async fn a_notice_says_what_when_how_and_what_may_be_objected_to() {
    let town = town().await;
    let url = town.called().await;
    let page = town.get("", &format!("{url}/notice")).await;
    for words in [
        "铁东 12 号院 业主大会会议通知",
        "重修门前的排水沟",
        "民法典 278 (8)",
        "7 月 3 日 9:00",
        "名册同时张贴",
        "没交票的不算参加",
        "（盖章处）",
        "<svg",
    ] {
        assert!(page.says(words), "{words}: {}", page.text);
    }
    assert!(page.red() == 0 && town.english("", &format!("{url}/notice")).await.says("notice of an owners"));
    let draft = town.get("吴敏", &format!("{url}/roll")).await;
    assert!(draft.says("征求意见") && draft.says("54.20") && draft.says("名册号那时候再抽"), "{}", draft.text);
    assert!(!draft.says("佟玉珍") && !draft.says("名册留底"), "no names, nothing frozen: {}", draft.text);
}

#[tokio::test]
async fn what_hangs_is_a_document_and_a_text_for_the_group_too_and_a_ballot_is_neither() {
    let town = town().await;
    let url = town.called().await;
    let at = format!("{url}/notice");
    let page = town.get("", &at).await;
    assert!(page.says(&format!("{at}?paper=docx")) && page.says(&format!("{at}?paper=text")), "{}", page.text);
    assert!(!page.says("paper=pdf") && !page.says("paper=png"), "no press here: {}", page.text);
    let word = town.get("", &format!("{at}?paper=docx")).await;
    assert!(word.status == 200 && word.header("content-type").ends_with("wordprocessingml.document"));
    assert!(word.header("content-disposition").starts_with("attachment"));
    let text = town.get("", &format!("{at}?paper=text")).await;
    for words in ["铁东 12 号院 业主大会会议通知", "7 月 3 日 9:00", &format!("{url}</textarea>")] {
        assert!(text.says(words), "{words}: {}", text.text);
    }
    assert!(!text.says("重修门前的排水沟") && text.says(&format!("href=\"{at}\"")), "{}", text.text);
    let roll = town.get("吴敏", &format!("{url}/roll?paper=text")).await;
    assert!(roll.says("征求意见") && !roll.says("54.20"), "{}", roll.text);
    for form in ["docx", "text"] {
        assert_ne!(
            town.get("", &format!("{url}/roll?paper={form}")).await.status,
            200,
            "{form} is for who sees the roll"
        );
    }
}

#[tokio::test]
async fn every_owner_has_a_paper_with_their_doors_number_and_a_code() {
    let mut town = town().await;
    let url = town.open().await;
    let all = town.get("吴敏", &format!("{url}/ballots")).await;
    let persons = town.number("SELECT persons FROM property_roll");
    assert_eq!(all.text.matches("业主签名").count(), usize::try_from(persons).expect("few"), "one each");
    assert_eq!(all.text.matches("class=\"qr\"").count(), usize::try_from(persons).expect("few"), "{}", all.text);
    let no = town.number_of(&url, "东排", "3 号");
    assert!(all.says("东排 3 号") && all.says("54.20") && all.says(&format!("<b>{no}</b>")) && all.red() == 0);
    assert!(!all.says("佟玉珍") && !all.says("paper=docx"), "no names, and nothing to edit");
    assert_eq!(town.get("吴敏", &format!("{url}/ballots?paper=docx")).await.status, 404, "a code cannot be typed");
    let one = town.get("吴敏", &format!("{url}/ballots?house=东排")).await;
    assert_eq!(one.text.matches("业主签名").count(), 8);
    assert_eq!(town.get("吴敏", &format!("{url}/ballots?house=北排")).await.status, 404);
    town.send("吴敏", &format!("{url}/reissue"), &[("old", &no.to_string()), ("why", "lost")]).await;
    let again = town.get("吴敏", &format!("{url}/ballots?house=东排")).await;
    assert!(again.says(&format!("<b>{no}-2</b>")), "the copy that counts: {}", again.text);
    for who in ["马建军", "佟玉珍", ""] {
        assert_ne!(town.get(who, &format!("{url}/ballots")).await.status, 200, "{who}");
    }
    // The code leads who enters papers to this one, and everybody else to the vote.
    let (code, link) = (format!("{url}?paper={no}-2"), format!("{url}/papers?no={no}-2"));
    assert!(town.get("吴敏", &code).await.says(&format!("href=\"{link}\"")));
    assert!(town.get("吴敏", &link).await.says(&format!("value=\"{no}-2\"")));
    assert!(!town.get("佟玉珍", &code).await.says("/papers"));
}

#[tokio::test]
async fn the_count_sheet_has_its_places_and_the_result_its_figures() {
    let mut town = town().await;
    let url = town.open().await;
    let sheet = town.get("吴敏", &format!("{url}/tally")).await;
    for words in ["业主大会计票表", "唱票人：", "计票人：", "监票人：", "画“正”字", "重修门前的排水沟"]
    {
        assert!(sheet.says(words), "{words}: {}", sheet.text);
    }
    let early = town.get("", &format!("{url}/result")).await;
    assert!(early.status == 409 && early.says("还没计票"), "{} {}", early.status, early.text);
    town.send("佟玉珍", &format!("{url}/cast"), &[("m1", "yes"), ("m2", "no")]).await;
    for (door, mark) in [("1 号", "invalid"), ("2 号", "blank")] {
        let no = town.number_of(&url, "东排", door).to_string();
        let marks = [("no", no.as_str()), ("m1", mark), ("m2", "no")];
        for who in ["吴敏", "周国栋"] {
            assert_eq!(town.send(who, &format!("{url}/papers"), &marks).await.status, 303, "{door}");
        }
    }
    town.pass(closes());
    assert_eq!(town.send("吴敏", &format!("{url}/count"), &[]).await.status, 303);
    let result = town.get("", &format!("{url}/result")).await;
    for words in ["业主大会表决结果公告", "没有通过", "1 人，54.20 平方米", "名册留底", "请法院撤销", "（盖章处）"]
    {
        assert!(result.says(words), "{words}: {}", result.text);
    }
    let sheet = town.get("吴敏", &format!("{url}/tally")).await;
    assert!(sheet.says("1 人，54.20 平方米"), "{}", sheet.text);
    // What is unclear and what is blank is one heap on the table, and one line of the sheet.
    assert!(sheet.says("<td class=\"num\">2 人，108.40 平方米</td>"), "{}", sheet.text);
}
