// An owners' vote as it goes: called with its notice, opened sixteen days later, voted on by phone, paper and written authority,
// photo from away, its box sealed and opened, counted, the count sheet signed, and filed, once in each language;
// printed sheets are read back by pdftotext. The server's clock is set on between the steps; without libfaketime it is left out.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { enter, startBrowser, violations } from "./house.mjs";
import { fake, officeInTime } from "./later.mjs";

const binary = process.env.LIANXIN_BIN;
const DESK = { viewport: { width: 1440, height: 900 } };
let time, browser, house;

/** The same office, so many days later. */
async function later(days) {
  house = await time.later(days);
}

before(async () => {
  if (!fake) return;
  time = officeInTime(binary);
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await time?.end();
});

const opened = async (options) => (await enter(browser, house, options)).newPage();
const main = (page) => page.innerText("main");
const clean = async (page, what) => assert.deepEqual(await violations(page), [], what);
const day = (ahead) => {
  const d = new Date(Date.now() + ahead * 86_400_000 + 8 * 3_600_000);
  return d.toISOString().slice(0, 10);
};
async function send(page, form) {
  await Promise.all([page.waitForNavigation(), page.click(`${form} .btn-main`)]);
}

/** The same; weeks around Spring Festival are asked about first. */
async function call(page) {
  await send(page, "main form");
  if (await page.locator("input[name=sure]").count()) {
    await page.check("input[name=sure]", { force: true });
    await send(page, "main form");
  }
}

/** What the open page says on paper, without white space: printed by the browser, read by another program. */
async function onPaper(page) {
  const folder = mkdtempSync(join(tmpdir(), "lianxin-vote-"));
  try {
    const file = join(folder, "sheet.pdf");
    writeFileSync(file, await page.pdf({ format: "A4" }));
    return execFileSync("pdftotext", ["-raw", file, "-"], { encoding: "utf8" }).replace(/\s+/g, "");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
function holds(text, words) {
  for (const word of words) assert.ok(text.includes(word), `${word}: ${text}`);
}

/** A photo, drawn by the browser. */
const shot = async (page) => ({ name: "photo.jpg", mimeType: "image/jpeg", buffer: await page.screenshot({ type: "jpeg" }) });

/** What a worker reads on a paper. */
async function paper(page, vote, no, marks) {
  await page.goto(`${vote}/papers`);
  await page.fill("main input[name=no]", no);
  for (const [n, mark] of marks.entries()) await page.check(`main input[name=m${n + 1}][value=${mark}]`, { force: true });
  await send(page, "main form");
  return await main(page);
}

/** What the people at the desk read, in each language of the program. */
const WORDS = {
  "zh-CN": {
    title: "南门种一排树",
    early: /太早了：要提前 15 天告诉全体业主（物业管理条例 14）/,
    notice: ["芙蓉里 业主大会会议通知", "三分之二以上", "没交票的不算参加", "盖章"],
    before: /还没开始投/,
    voted: /投好了。截止以前想改，再投一次就行/,
    own: /名册上的 (\d+) 号/,
    tenant: /租户和家属不能投，有意见欢迎在“反映”里说/,
    same: /第二遍要换一个人录/,
    unlike: (no) => `${no} 号：第 1 项两遍不一样`,
    entered: /录好 2 张/,
    waits: /还要另一位同事看过委托书才算/,
    confirmed: /两个人都看过了/,
    numbered: (no) => new RegExp(`${no} 号`),
    sealed: /1 号箱[\s\S]*封上/,
    paper: ["芙蓉里业主表决票", "□同意", "□反对", "□弃权", "业主签名"],
    marks: ["同意", "反对", "弃权"],
    waiting: /有票箱还封着/,
    box: ["票箱封存记录", "1号箱", "当众打开", "周国栋，社区", "监票人"],
    result: ["没有通过", "参加的够不够数（面积）", "不够"],
    yes: /同意\s+4 人/,
    no: /反对\s+1 人/,
    unsigned: /计票表的签字还没有记上/,
    tally: ["芙蓉里业主大会计票表", "4人，", "唱票人：", "监票人：", "1号箱"],
    twice: /有人写了两遍/,
    signed: /唱票 1 人、计票 1 人、监票 1 人/,
    posted: ["业主大会表决结果公告", "4人，", "监票1人", "没有通过"],
    receipt: "物备 2026-17",
    filed: /回执号 物备 2026-17/,
    filing: ["业主大会表决备案材料", "参加的5人，", "名册留底"],
  },
  en: {
    title: "北门装一盏灯",
    early: /Too early: all owners have to be told 15 days ahead/,
    notice: ["芙蓉里: notice of an owners’ assembly", "Two thirds of the owners", "Who hands in nothing does not take part", "(place for the seal)"],
    before: /Voting has not begun yet; please come back then/,
    voted: /Your vote is in. To change it before the close, vote again/,
    own: /Number (\d+) on the roll/,
    tenant: /Only owners vote here. Tenants and relatives cannot/,
    same: /You entered this paper first; somebody else has to enter it the second time/,
    unlike: (no) => `Number ${no}: the entries differ in 1`,
    entered: /2 papers are done/,
    waits: /counts once another worker has seen the paper/,
    confirmed: /Two have seen it; from now on it counts/,
    numbered: (no) => new RegExp(`(Number|No\\.) ${no}\\b`, "i"),
    sealed: /Box 1 sealed/,
    paper: ["Owners’ballotpaperof芙蓉里", "□Infavour", "□Against", "□Abstain"],
    marks: ["Infavour", "Against", "Abstain"],
    waiting: /A box is sealed still; open it in public/,
    box: ["recordoftheballotboxes", "Box1openedinpublic", "周国栋，社区"],
    result: ["It did not pass", "Enough took part, by area"],
    yes: /In favour\s+4 /,
    no: /Against\s+1 /,
    unsigned: /the signatures of the count sheet are not noted yet/,
    tally: ["芙蓉里:countsheetofanowners’vote", "Readoutby:", "Watchedby:"],
    twice: /Somebody stands there twice/,
    signed: /1 called, 1 counted, 1 watched/,
    posted: ["芙蓉里:resultofanowners’vote", "1watched", "Itdidnotpass"],
    receipt: "物备 2026-18",
    filed: /receipt 物备 2026-18/,
    filing: ["papersforfilinganowners’vote", "Hashoftheroll"],
  },
};
const LANGS = Object.keys(WORDS);

/** A vote is called: too early is refused and loses nothing; the notice says what law asks; it has not begun. */
async function called(lang) {
  const say = WORDS[lang];
  const worker = await opened({ as: "worker", lang, ...DESK });
  await worker.goto("/votes/new");
  await worker.selectOption("select[name=area]", { label: "芙蓉里" });
  await worker.fill("input[name=title]", say.title);
  await worker.selectOption("select[name=kind1]", "other");
  await worker.fill("textarea[name=words1]", `${say.title}，从公共收益里出，最多 6,000 元。`);
  await worker.fill("input[name=opens]", day(3));
  await worker.fill("input[name=closes]", day(30));
  await worker.check("input[name=online][value=allowed]", { force: true });
  await call(worker);
  assert.match(await main(worker), say.early);
  assert.equal(await worker.inputValue("input[name=title]"), say.title, "nothing typed is lost");
  await worker.fill("input[name=opens]", day(16));
  await call(worker);
  assert.match(worker.url(), /\/desk\?said=called/, await main(worker));
  const vote = new URL(worker.url()).pathname.replace(/\/desk$/, "");
  await clean(worker, "the desk of a vote");
  await worker.goto(`${vote}/notice`);
  holds(await worker.innerText("body"), [...say.notice, say.title, "278 (9)"]);
  const owner = await opened({ as: "resident", lang });
  await owner.goto(`${vote}/cast`);
  assert.match(await main(owner), say.before);
  return { vote, kept: await owner.context().storageState() };
}

/** An owner votes on the phone, a tenant is told politely why not. Gives the owner's number on the roll. */
async function onPhone(lang, { vote, kept }) {
  const say = WORDS[lang];
  const owner = await opened({ state: kept, lang });
  // Seventeen days passed while the office was shut: what was due in them is done as it starts.
  for (let tries = 0; tries < 50; tries += 1) {
    await owner.goto(`${vote}/cast`);
    if (await owner.locator("main input[name=m1]").count()) break;
    await owner.waitForTimeout(200);
  }
  assert.equal(await owner.locator("main input[name=m1]").count(), 3, await main(owner));
  await clean(owner, "casting");
  await send(owner, "main form");
  assert.equal(await owner.locator(".errsum a").count(), 1, "a matter without a choice");
  await owner.check("input[name=m1][value=yes]", { force: true });
  await send(owner, "main form");
  const told = await main(owner);
  for (const said of [say.voted, say.own]) assert.match(told, said);
  await owner.goto(`${vote}/paper`);
  holds(await onPaper(owner), [...say.marks, say.title]);
  const tenant = await opened({ as: "冯雪", lang });
  await tenant.goto(`${vote}/cast`);
  assert.match(await main(tenant), say.tenant, "refused politely");
  await clean(tenant, "a tenant is refused");
  return { owner, own: Number(told.match(say.own)?.[1]) };
}

/** Two papers by two workers, the second read differently at first; one written authority; one photo from away; the box. */
async function onSheets(lang, { vote }, { owner, own }) {
  const say = WORDS[lang];
  const worker = await opened({ as: "worker", lang, ...DESK });
  const second = await opened({ as: "secretary", lang, ...DESK });
  const [a, b, c, d] = [1, 2, 3, 4, 5].filter((n) => n !== own).map(String);
  await paper(worker, vote, a, ["yes"]);
  assert.match(await paper(worker, vote, a, ["yes"]), say.same);
  await paper(second, vote, a, ["yes"]);
  await paper(worker, vote, b, ["no"]);
  const unlike = await paper(second, vote, b, ["abstain"]);
  assert.ok(unlike.includes(say.unlike(b)), unlike);
  await clean(second, "entering papers");
  await Promise.all([second.waitForNavigation(), second.click(`main a:has-text("${say.unlike(b)}")`)]);
  await second.check("input[name=m1][value=no]", { force: true });
  await send(second, "main form");
  assert.match(await main(second), say.entered);

  await worker.goto(`${vote}/proxies`);
  await worker.fill("main input[name=no]", c);
  await worker.fill("main input[name=name]", "外地的侄子");
  await worker.check("input[name=m1][value=yes]", { force: true });
  await send(worker, "main form:has(input[name=no])");
  assert.match(await main(worker), say.waits);
  await second.goto(`${vote}/proxies`);
  await Promise.all([second.waitForNavigation(), second.click("main a[href*='proxies?see=']")]);
  await clean(second, "the second reading of an authority");
  await second.check("input[name=m1][value=yes]", { force: true });
  await send(second, "main form[action$='/proxies/confirm']");
  assert.match(await main(second), say.confirmed);
  await clean(second, "written authorities");

  // Somebody is away and sends a photo of the signed paper; two read it as they read a paper.
  await worker.goto(`${vote}/photos`);
  await worker.fill("main input[name=no]", d);
  await worker.setInputFiles("main input[name=photo]", await shot(owner));
  await send(worker, `main form[action='${vote}/photos']`);
  assert.match(await main(worker), say.numbered(d));
  await clean(worker, "photos of signed papers");
  await paper(worker, vote, d, ["yes"]);
  await paper(second, vote, d, ["yes"]);
  await boxed(worker, vote, "sealed", await shot(owner));
  assert.match(await main(worker), say.sealed);
  await clean(worker, "the record of the boxes");
  await worker.goto(`${vote}/ballots`);
  holds(await onPaper(worker), [...say.paper, say.title]);
}

/** The box is sealed, or opened, before witnesses. */
async function boxed(page, vote, what, photo) {
  await page.goto(`${vote}/box`);
  await page.check(`input[name=what][value=${what}]`, { force: true });
  await page.fill("input[name=place]", "南门传达室");
  await page.fill("textarea[name=people]", "吴敏，社区\n周国栋，社区");
  if (photo) await page.setInputFiles("main input[name=photo]", photo);
  await send(page, "main form");
}

/** It is counted once the box is open; the count sheet is signed. */
async function counted(lang, { vote }) {
  const say = WORDS[lang];
  const worker = await opened({ as: "worker", lang, ...DESK });
  const count = async () => {
    await worker.goto(`${vote}/desk`);
    await Promise.all([worker.waitForNavigation(), worker.click("main .btn-main")]);
    // How it was worked out is folded away until somebody wants to know.
    await worker.evaluate(() => document.querySelectorAll("main details").forEach((d) => (d.open = true)));
    return await main(worker);
  };
  assert.match(await count(), say.waiting);
  await boxed(worker, vote, "opened");
  await worker.goto(`${vote}/box/print`);
  holds(await onPaper(worker), say.box);
  const result = await count();
  holds(result, [...say.result, "278 (9)"]);
  for (const told of [say.yes, say.no, say.unsigned]) assert.match(result, told);
  await clean(worker, "the result");
  await worker.goto(`${vote}/tally`);
  holds(await onPaper(worker), say.tally);
  await worker.goto(`${vote}/signing`);
  await worker.check("input[name=same][value=yes]", { force: true });
  await worker.fill("textarea[name=calls]", "周国栋，社区");
  await worker.fill("textarea[name=counts]", "吴敏，社区");
  await worker.fill("textarea[name=watches]", "吴敏，社区");
  await worker.setInputFiles("main input[name=photo]", await shot(worker));
  await send(worker, "main form");
  assert.match(await main(worker), say.twice);
  await worker.fill("textarea[name=watches]", "孙立，业主");
  await send(worker, "main form");
  assert.match(await main(worker), say.signed);
  await clean(worker, "the signed count sheet");
  return worker;
}

/** The result hangs out, it is filed, and anyone may read it. */
async function filed(lang, { vote }, worker) {
  const say = WORDS[lang];
  await worker.goto(`${vote}/result`);
  const printed = await worker.innerText("body");
  assert.match(printed, say.yes);
  holds(await onPaper(worker), [...say.posted, "278(9)"]);
  await worker.goto(`${vote}/filing`);
  await worker.fill("input[name=receipt]", say.receipt);
  await send(worker, "main form");
  assert.match(await main(worker), say.filed);
  await clean(worker, "the filing");
  await worker.goto(`${vote}/filing/print`);
  holds(await onPaper(worker), [...say.filing, say.title]);
  const anyone = await opened({ lang });
  await anyone.goto(vote);
  assert.match(await main(anyone), /278 \(9\)/);
  await clean(anyone, "the result, for anyone");
}

test("from the notice to the filing, by phone, paper, authority and photo", { skip: !fake && "no libfaketime" }, async (t) => {
  const votes = {};
  const each = async (what, act) => {
    for (const lang of LANGS) await t.test(`${what}: ${lang}`, () => act(lang, votes[lang]));
  };
  await later(0);
  await each("called", async (lang) => (votes[lang] = await called(lang)));
  // Its day has come, and it has opened by itself.
  await later(17);
  await each("voted", async (lang, vote) => onSheets(lang, vote, await onPhone(lang, vote)));
  // The close is over.
  await later(32);
  await each("counted and filed", async (lang, vote) => filed(lang, vote, await counted(lang, vote)));
});

test("whoever stands for the committee keeps away from its papers", { skip: !fake && "no libfaketime" }, async () => {
  // Time does not run backwards: the office is where the other test left it.
  await later(32);
  const secretary = await opened({ as: "secretary", ...DESK });
  await secretary.goto("/elections/new");
  await clean(secretary, "calling an election");
  await secretary.selectOption("select[name=area]", { label: "芙蓉里" });
  await secretary.fill("input[name=title]", "补选委员");
  await secretary.check("input[name=tie][value=shares_lot]", { force: true });
  await secretary.check("input[name=online][value=allowed]", { force: true });
  await secretary.fill("input[name=seats]", "6");
  await secretary.fill("input[name=until]", day(37));
  await secretary.fill("input[name=opens]", day(54));
  await secretary.fill("input[name=closes]", day(72));
  await call(secretary);
  assert.match(await main(secretary), /委员要 5 到 11 人，单数/);
  await secretary.fill("input[name=seats]", "5");
  await call(secretary);
  assert.match(secretary.url(), /\/candidates\?said=called/, await main(secretary));
  const list = new URL(secretary.url()).pathname;
  const stand = async (name) => {
    await secretary.goto(list);
    await secretary.check("input[name=how][value=owners]", { force: true });
    await secretary.fill("input[name=name]", name);
    await secretary.check("input[name=agrees]", { force: true });
    await send(secretary, `main form[action='${list}']`);
    return await main(secretary);
  };
  assert.match(await stand("吴敏"), /候选人要是本小区的业主（274号 31）/, "an official who owns nothing here");
  assert.match(await stand("刘志强"), /登记上了/);
  await clean(secretary, "who stands");
  const member = await opened({ as: "liuzhiqiang", ...DESK });
  const refused = await member.goto(list.replace("candidates", "tally"));
  assert.equal(refused.status(), 403);
  assert.match(await main(member), /您是这次的候选人，送票、录票、计票、看名单都要回避/);
  const anyone = await opened({ lang: "en" });
  await anyone.goto(list);
  assert.ok(!(await main(anyone)).includes("刘志强"), "no name before the list hangs out");
  await clean(anyone, "the list in English");
});
