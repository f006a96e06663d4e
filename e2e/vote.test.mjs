// An owners' vote as it goes: called with its notice, opened sixteen days later, voted on by phone, paper and written authority,
// photo from away, its box sealed and opened, counted, the count sheet signed, and filed; printed sheets are read back by pdftotext. The server's clock is set on between the steps; without libfaketime the test is left out.
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

test("from the notice to the filing, by phone, paper and authority", { skip: !fake && "no libfaketime" }, async () => {
  await later(0);
  let worker = await opened({ as: "worker", ...DESK });
  await worker.goto("/votes/new");
  await worker.selectOption("select[name=area]", { label: "芙蓉里" });
  await worker.fill("input[name=title]", "南门种一排树");
  await worker.selectOption("select[name=kind1]", "other");
  await worker.fill("textarea[name=words1]", "南门里种十二棵槐树，从公共收益里出，最多 6,000 元。");
  await worker.fill("input[name=opens]", day(3));
  await worker.fill("input[name=closes]", day(30));
  await worker.check("input[name=online][value=allowed]", { force: true });
  await call(worker);
  assert.match(await main(worker), /太早了：要提前 15 天告诉全体业主（物业管理条例 14）/);
  assert.equal(await worker.inputValue("input[name=title]"), "南门种一排树", "nothing typed is lost");
  await worker.fill("input[name=opens]", day(16));
  await call(worker);
  assert.match(worker.url(), /\/desk\?said=called/, await main(worker));
  const vote = new URL(worker.url()).pathname.replace(/\/desk$/, "");
  await clean(worker, "the desk of a vote");
  await worker.goto(`${vote}/notice`);
  const notice = await worker.innerText("body");
  for (const words of ["芙蓉里 业主大会会议通知", "南门里种十二棵槐树", "三分之二以上", "民法典 278 (9)", "没交票的不算参加", "盖章"]) {
    assert.ok(notice.includes(words), `${words}: ${notice}`);
  }
  let owner = await opened({ as: "resident" });
  await owner.goto(`${vote}/cast`);
  assert.match(await main(owner), /还没开始投/);
  const kept = await owner.context().storageState();

  // Its day has come, and it has opened by itself.
  await later(17);
  worker = await opened({ as: "worker", ...DESK });
  const second = await opened({ as: "secretary", ...DESK });
  owner = await opened({ state: kept, lang: "en" });
  await owner.goto(`${vote}/cast`);
  assert.equal(await owner.locator("main input[name=m1]").count(), 3, await main(owner));
  await clean(owner, "casting");
  await send(owner, "main form");
  assert.equal(await owner.locator(".errsum a").count(), 1, "a matter without a choice");
  await owner.check("input[name=m1][value=yes]", { force: true });
  await send(owner, "main form");
  assert.match(await main(owner), /You voted|voted on/i);
  const own = Number((await main(owner)).match(/Number (\d+)|(\d+) on the roll/)?.slice(1).find(Boolean) ?? 0);

  const family = await opened({ as: "冯雪" });
  await family.goto(`${vote}/cast`);
  assert.match(await main(family), /租户和家属不能投，有意见欢迎在“反映”里说/, "refused politely");

  const [a, b, c, d] = [1, 2, 3, 4, 5].filter((n) => n !== own).map(String);
  await paper(worker, vote, a, ["yes"]);
  const same = await paper(worker, vote, a, ["yes"]);
  assert.match(same, /第二遍要换一个人录/);
  await paper(second, vote, a, ["yes"]);
  await paper(worker, vote, b, ["no"]);
  assert.match(await paper(second, vote, b, ["abstain"]), new RegExp(`${b} 号：第 1 项两遍不一样`));
  await clean(second, "entering papers");
  await Promise.all([second.waitForNavigation(), second.click(`main a:has-text("${b} 号：第 1 项")`)]);
  await second.check("input[name=m1][value=no]", { force: true });
  await send(second, "main form");
  assert.match(await main(second), /录好 2 张/);

  await worker.goto(`${vote}/proxies`);
  await worker.fill("main input[name=no]", c);
  await worker.fill("main input[name=name]", "外地的侄子");
  await worker.check("input[name=m1][value=yes]", { force: true });
  await send(worker, "main form:has(input[name=no])");
  assert.match(await main(worker), /还要另一位同事看过委托书才算/);
  await second.goto(`${vote}/proxies`);
  await Promise.all([second.waitForNavigation(), second.click("main a[href*='proxies?see=']")]);
  await clean(second, "the second reading of an authority");
  await second.check("input[name=m1][value=yes]", { force: true });
  await send(second, "main form[action$='/proxies/confirm']");
  assert.match(await main(second), /两个人都看过了/);
  await clean(second, "written authorities");

  // Somebody is away and sends a photo of the signed paper; two read it as they read a paper.
  await worker.goto(`${vote}/photos`);
  await worker.fill("main input[name=no]", d);
  await worker.setInputFiles("main input[name=photo]", await shot(owner));
  await send(worker, `main form[action='${vote}/photos']`);
  assert.match(await main(worker), new RegExp(`${d} 号`));
  await clean(worker, "photos of signed papers");
  await paper(worker, vote, d, ["yes"]);
  await paper(second, vote, d, ["yes"]);
  await worker.goto(`${vote}/box`);
  await worker.check("input[name=what][value=sealed]", { force: true });
  await worker.fill("input[name=place]", "南门传达室");
  await worker.fill("textarea[name=people]", "吴敏，社区\n周国栋，社区");
  await worker.setInputFiles("main input[name=photo]", await shot(owner));
  await send(worker, "main form");
  assert.match(await main(worker), /1 号箱[\s\S]*封上/);
  await clean(worker, "the record of the boxes");
  const english = await opened({ as: "冯雪", lang: "en" });
  await english.goto(`${vote}/cast`);
  assert.match(await main(english), /Only owners vote here. Tenants and relatives cannot/, "refused politely in English");
  await clean(english, "a tenant is refused");
  await owner.goto(`${vote}/paper`);
  holds(await onPaper(owner), ["Infavour", "Against", "Abstain", "南门里种十二棵槐树"]);

  await worker.goto(`${vote}/ballots`);
  const sheets = await worker.innerText("body");
  assert.ok(sheets.includes("芙蓉里 业主表决票") && sheets.includes("□ 同意") && sheets.includes("业主签名"), "the papers");
  holds(await onPaper(worker), ["芙蓉里业主表决票", "□同意", "□反对", "□弃权", "业主签名", "南门里种十二棵槐树"]);

  // The close is over: it is counted, the result hangs out, and it is filed.
  await later(32);
  worker = await opened({ as: "worker", ...DESK });
  await worker.goto(`${vote}/desk`);
  await Promise.all([worker.waitForNavigation(), worker.click("main .btn-main")]);
  assert.match(await main(worker), /有票箱还封着/);
  await worker.goto(`${vote}/box`);
  await worker.check("input[name=what][value=opened]", { force: true });
  await worker.fill("input[name=place]", "南门传达室");
  await worker.fill("textarea[name=people]", "吴敏，社区\n周国栋，社区");
  await send(worker, "main form");
  await worker.goto(`${vote}/box/print`);
  holds(await onPaper(worker), ["票箱封存记录", "1号箱", "当众打开", "周国栋，社区", "监票人"]);
  await worker.goto(`${vote}/desk`);
  await Promise.all([worker.waitForNavigation(), worker.click("main .btn-main")]);
  const result = await main(worker);
  for (const words of ["没有通过", "民法典 278 (9)", "参加的够不够数（面积）", "不够"]) {
    assert.ok(result.includes(words), `${words}: ${result}`);
  }
  assert.match(result, /同意\s+4 人/);
  assert.match(result, /计票表的签字还没有记上/);
  assert.match(result, /反对\s+1 人/);
  await clean(worker, "the result");
  await worker.goto(`${vote}/tally`);
  holds(await onPaper(worker), ["芙蓉里业主大会计票表", "4人，", "唱票人：", "监票人：", "1号箱"]);
  await worker.goto(`${vote}/signing`);
  await worker.check("input[name=same][value=yes]", { force: true });
  await worker.fill("textarea[name=calls]", "周国栋，社区");
  await worker.fill("textarea[name=counts]", "吴敏，社区");
  await worker.fill("textarea[name=watches]", "吴敏，社区");
  await worker.setInputFiles("main input[name=photo]", await shot(worker));
  await send(worker, "main form");
  assert.match(await main(worker), /有人写了两遍/);
  await worker.fill("textarea[name=watches]", "孙立，业主");
  await send(worker, "main form");
  assert.match(await main(worker), /唱票 1 人、计票 1 人、监票 1 人/);
  await clean(worker, "the signed count sheet");
  await worker.goto(`${vote}/result`);
  const printed = await worker.innerText("body");
  assert.ok(/业主大会表决结果公告/.test(printed) && /同意\s+4 人/.test(printed) && /不够/.test(printed), printed);
  holds(await onPaper(worker), ["业主大会表决结果公告", "民法典278(9)", "4人，", "监票1人", "没有通过"]);
  await worker.goto(`${vote}/tally`);
  assert.match(await worker.innerText("body"), /同意[\s\S]*4 人，[\s\S]*唱票人：/);
  await worker.goto(`${vote}/filing`);
  await worker.fill("input[name=receipt]", "物备 2026-17");
  await send(worker, "main form");
  assert.match(await main(worker), /回执号 物备 2026-17/);
  await clean(worker, "the filing");
  await worker.goto(`${vote}/filing/print`);
  assert.match(await worker.innerText("body"), /业主大会表决备案材料[\s\S]*南门种一排树/);
  holds(await onPaper(worker), ["业主大会表决备案材料", "南门种一排树", "参加的5人，", "名册留底"]);
  const anyone = await opened({ lang: "en" });
  await anyone.goto(vote);
  assert.match(await main(anyone), /Civil Code|民法典 278 \(9\)/);
  await clean(anyone, "the result in English");
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
