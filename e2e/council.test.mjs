// Whole stories of the council as people live them: on a phone, in large print, at the desk, in both languages, with and without
// scripts. At every stop axe finds nothing and the console is clean.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { enter, startBrowser, startHouse, violations } from "./house.mjs";

const DESK = { viewport: { width: 1440, height: 900 } };
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==", "base64");

let house, browser;
before(async () => {
  house = await startHouse(process.env.LIANXIN_BIN);
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await house?.stop();
});

/** Somebody with their browser; every page they stop at is looked at. */
async function someone(as, options = {}) {
  const context = await enter(browser, house, { as, ...options });
  const page = await context.newPage();
  const said = [];
  page.on("console", (m) => m.type() === "error" && !/404|422/.test(m.text()) && said.push(m.text()));
  page.on("pageerror", (e) => said.push(String(e)));
  const looks = options.js !== false; // axe is a script itself
  return {
    page,
    close: () => context.close(),
    go: (path) => page.goto(path),
    text: () => page.innerText("main"),
    /** Sends the form whose address ends so. */
    send: async (action, button = "button:not([type=button])") => {
      const of = `main form[action$='${action}']`;
      await Promise.all([page.waitForNavigation(), page.locator(`${of} ${button}`).last().click()]);
    },
    stop: async (what) => {
      if (looks) assert.deepEqual(await violations(page), [], what);
      assert.deepEqual(said, [], `${what}: console`);
    },
  };
}

/** The link to a matter on the board, found by its words: the search is filled beside the work. */
async function found(who, words) {
  const link = who.page.locator("main a[href*='/m/']").filter({ hasText: words }).first();
  for (let tries = 0; tries < 40; tries += 1) {
    await who.go(`/board?q=${encodeURIComponent(words.slice(-4))}`);
    if (await link.count()) return link;
    await who.page.waitForTimeout(500);
  }
  throw new Error(`the board does not find ${words}`);
}

const at = (no) => encodeURIComponent(no);

/** Reports something without its being taken for a neighbour's matter; the number. */
async function report(who, words, answers = {}) {
  const { page } = who;
  await who.go("/report");
  for (const [name, value] of Object.entries(answers)) {
    if (name === "place") await page.selectOption("select[name=place]", { label: value });
    else if (name === "photo") await page.setInputFiles("input[name=photo]", { name: "a.png", mimeType: "image/png", buffer: PIXEL });
    else if (name === "phone") await page.fill("input[name=phone]", value);
    else {
      // By the keys, as somebody without a mouse does.
      await page.locator(`main input[name=${name}][value=${value}]`).focus();
      await page.keyboard.press("Space");
    }
  }
  await page.fill("textarea[name=words]", words);
  const button = "main form[action='/report'] .btn-main";
  await Promise.all([page.waitForNavigation(), page.click(button)]);
  if (await page.locator("main input[name=alike_seen]").count()) {
    await Promise.all([page.waitForNavigation(), page.click(button)]);
  }
  assert.match(page.url(), /\/r\//, await who.text());
  return (await who.text()).match(/\S+-\d{4}-\d{4}/)[0];
}

/** The worker looks, names it and hands it on. */
async function dispatch(no, title, executor) {
  const desk = await someone("worker", DESK);
  await desk.go(`/desk/${at(no)}`);
  await desk.page.fill("form[action$='/dispatch'] input[name=title]", title);
  await desk.page.selectOption("form[action$='/dispatch'] select[name=executor]", { label: executor });
  await desk.send("/dispatch");
  await desk.stop("handed on");
  return desk;
}

/** The plumber does it on a phone, without typing. */
async function repaired(no, options) {
  const plumber = await someone("plumber", options);
  await plumber.go("/jobs");
  await plumber.stop("what is in hand");
  await plumber.go(`/jobs/${at(no)}`);
  await plumber.stop("one job");
  const done = plumber.page.locator("form[aria-labelledby=done]");
  await done.locator("input[type=file]").setInputFiles({ name: "b.png", mimeType: "image/png", buffer: PIXEL });
  await done.locator("input[name=did]").first().check({ force: true });
  await Promise.all([plumber.page.waitForNavigation(), done.locator("button[value=done]").click()]);
  assert.match(plumber.page.url(), /\/jobs\?said=/, await plumber.text());
  await plumber.close();
}

describe("the council, whole stories", { concurrency: 2 }, () => {
  for (const { js, lang, size } of [{ js: true, lang: "zh-CN", size: "normal" }, { js: false, lang: "en", size: "elder" }]) {
    test(`a direct repair, before and after, reopened once, solved by the resident: script ${js ? "on" : "off"}, ${lang}, ${size}`, async () => {
      const resident = await someone("resident", { js, lang, size });
      const words = js ? "3 号楼 2 单元厨房的上水管渗水，柜子泡了" : "阳台的落水管裂了一道口子，一下雨就往里灌";
      const no = await report(resident, words, { need: "repair", photo: true });
      await resident.stop("the receipt");
      const desk = await dispatch(no, js ? "厨房水管渗水" : "阳台落水管裂了", "红星物业");
      await desk.close();
      await repaired(no, { js, lang });
      await resident.go(`/m/${at(no)}`);
      assert.ok((await resident.page.locator("main img").count()) >= 2, "before and after");
      await resident.stop("please look");
      await resident.page.fill("form[action$='/feedback'] textarea[name=note]", "接头还在滴");
      await resident.send("/feedback", "button[value=again]");
      await resident.go(`/m/${at(no)}`);
      assert.match(await resident.text(), lang === "en" ? /not solved|goes on/i : /没办好，接着办/);
      await repaired(no, { js, lang });
      await resident.go(`/m/${at(no)}`);
      await resident.send("/feedback", "button[value=good]");
      await resident.go(`/m/${at(no)}`);
      assert.equal(await resident.page.locator("form[action$='/feedback']").count(), 0, "it is closed");
      await resident.stop("solved");
      await resident.close();
    });

    test(`what happens is tapped once, a neighbour's matter is joined: script ${js ? "on" : "off"}, ${lang}, ${size}`, async () => {
      const company = await someone("company", { ...DESK, lang });
      await company.go("/happening");
      await company.page.selectOption("form[action='/happening'] select[name=place]", js ? "芙蓉里/3" : "芙蓉里");
      await company.page.locator(`form[action='/happening'] input[name=kind][value=${js ? "water" : "power"}]`).check({ force: true });
      const words = js ? "在抢修，一会儿就好" : "换电表，晌午来电";
      await company.page.fill("form[action='/happening'] [name=words]", words);
      await company.send("/happening");
      await company.stop("it is said once");
      await company.close();
      const resident = await someone("resident", { js, lang, size });
      const card = resident.page.locator("#happening article").filter({ hasText: words }).first();
      await resident.go("/");
      await Promise.all([resident.page.waitForNavigation(), card.locator("form[action$='/tap'] button").click()]);
      await resident.go("/");
      assert.equal(await card.locator("form[action$='/tap']").count(), 0, "one tap, and it is said that they are counted");
      await resident.stop("home");
      // On the board something of their own compound that goes on: one tap counts them in.
      const shown = js ? "1 单元门刷卡不灵" : "花园东边立晾衣杆";
      const link = await found(resident, shown);
      await Promise.all([resident.page.waitForNavigation(), link.click()]);
      await resident.send("/join");
      assert.equal(await resident.page.locator("main form[action$='/leave']").count(), 1, "counted in");
      await resident.stop("joined");
      await resident.close();
    });
  }

  for (const { lang, words, title, where } of [
    { lang: "zh-CN", words: "楼前的花坛没人管，能不能分给各家认领", title: "楼前花坛认领", where: "3 号楼门厅" },
    { lang: "en", words: "楼顶晒被子的地方总被占，能不能排个班", title: "楼顶晾晒排班", where: "4 号楼门厅" },
  ]) test(`a council: called, signed in at the door, minutes hung out, objected to, answered; one before it is final and handed on: ${lang}`, async () => {
    // A matter to talk over.
    const resident = await someone("resident", { lang });
    const no = await report(resident, words, { need: "opinion" });
    await (await dispatch(no, title, "先交给大家商量")).close();
    const desk = await someone("worker", { ...DESK, lang });
    await desk.go(`/desk/${at(no)}?do=publication`);
    await desk.send("/publication", "button[value=yes]");
    // Called for the next full minute that is not nearer than it takes to fill in the form on a
    // slow machine: the door is open half an hour before.
    const starts = new Date((Math.floor((Date.now() + 20_000) / 60_000) + 1) * 60_000 + 5_000);
    const local = new Date(starts.getTime() + 8 * 3_600_000).toISOString();
    await desk.go("/meetings/new");
    await desk.page.selectOption("form[action='/meetings/new'] select[name=area]", { label: "芙蓉里" });
    await Promise.all([desk.page.waitForNavigation(), desk.page.click("form[action='/meetings/new'] button")]);
    await desk.page.locator("form[action='/meetings'] label", { hasText: title }).first().click();
    const form = "form[action='/meetings']";
    await desk.page.fill(`${form} input[name=day]`, local.slice(0, 10));
    await desk.page.fill(`${form} input[name=time]`, local.slice(11, 16));
    await desk.page.fill(`${form} input[name=where]`, where);
    await desk.send("/meetings");
    assert.match(desk.page.url(), /said=called/, await desk.text());
    await desk.stop("called");
    const meeting = new URL(desk.page.url()).pathname;
    // Asked to come: the company hears of it.
    const company = await someone("company", { ...DESK, lang });
    await company.go("/inbox");
    assert.ok((await company.text()).includes(where), "the company is asked to come");
    await company.close();
    // At the door: the number of the minute, read from the wall.
    await desk.go(`${meeting}/screen`);
    await desk.stop("the screen at the door");
    const number = (await desk.page.locator(".door .no").innerText()).trim();
    await resident.go(`${meeting}/here?code=${number}`);
    await resident.stop("signing in");
    await resident.send("/here");
    assert.match(resident.page.url(), /said=here/, await resident.text());
    // A photo of the code sent home is worth nothing a minute later, or to who does not live there.
    const stranger = await someone("coordinator");
    const away = await stranger.go(`${meeting}/here?code=${number}`);
    assert.ok(away.status() >= 400, "neither invited nor living there");
    await stranger.close();
    // It has begun: the minutes.
    await new Promise((go) => setTimeout(go, Math.max(0, starts.getTime() - Date.now())));
    await desk.go(`${meeting}/minutes`);
    await desk.page.selectOption("select[name=kind-1]", "do");
    await desk.page.fill("textarea[name=say-1]", "一家一块，插牌写楼号不写名字");
    await desk.page.selectOption("select[name=executor-1]", { label: "红星物业" });
    await desk.page.fill("textarea[name=words]", "来了一户，说定花坛分着管。");
    await desk.stop("minutes");
    await desk.send("/minutes");
    assert.match(desk.page.url(), /said=posted/, await desk.text());
    await resident.go(`${meeting}/objection`);
    await resident.page.fill("textarea[name=words]", "我没说认领两块，是一块");
    await resident.stop("an objection");
    await resident.send("/objection");
    await desk.go(`${meeting}/desk`);
    await desk.page.fill("form[action$='/answer'] textarea", "改成一块了，谢谢您看得仔细");
    await desk.send("/answer");
    await desk.stop("answered");
    await resident.go(meeting);
    assert.match(await resident.text(), /改成一块了/, "the answer is there for everybody");
    await resident.stop("the council as residents see it");
    // Minutes are final after working days: one before it is, and its decision was handed on.
    await resident.go("/meetings?area=%E8%8A%99%E8%93%89%E9%87%8C");
    const final = resident.page.locator("main a").filter({ hasText: "党群服务中心一楼议事角" }).first();
    await Promise.all([resident.page.waitForNavigation(), final.click()]);
    await Promise.all([resident.page.waitForNavigation(), resident.page.locator("main a[href^='/m/']").first().click()]);
    assert.match(await resident.text(), lang === "en" ? /Decided/ : /议定了/, "the matter goes on as decided");
    await resident.stop("decided at a council");
    await resident.close();
    await desk.close();
  });

  for (const { js, lang, size } of [{ js: true, lang: "en", size: "normal" }, { js: false, lang: "zh-CN", size: "elder" }]) {
    test(`a complaint about the company never shows it who it was: script ${js ? "on" : "off"}, ${lang}, ${size}`, async () => {
      const resident = await someone("resident", { js, lang, size });
      await resident.go("/report");
      assert.equal(await resident.page.locator("input[name=about]").first().isVisible(), false, "asked only of who has an opinion");
      const words = js ? "物业的人把电动车堵在单元门口，说他还不乐意" : "物业前台的电话打了三天没人接";
      const no = await report(resident, words, { need: "opinion", about: "company" });
      await resident.stop("a complaint is in");
      assert.match(await resident.text(), lang === "en" ? /do not see that it was you/ : /看不到是您反映的/);
      const desk = await someone("worker", DESK);
      await desk.go(`/desk/${at(no)}`);
      await desk.page.fill("form[action$='/dispatch'] input[name=title]", js ? "单元门口被堵" : "前台电话没人接");
      const offered = await desk.page.locator("form[action$='/dispatch'] select[name=executor] option").allInnerTexts();
      assert.ok(!offered.includes("红星物业"), "it is not offered to the company alone");
      assert.match(await desk.text(), /不能只交给它自己办/);
      await desk.page.selectOption("form[action$='/dispatch'] select[name=executor]", "talk");
      await desk.send("/dispatch");
      await desk.stop("talked over");
      const company = await someone("company", { ...DESK, js });
      await company.go(`/desk/${at(no)}`);
      const seen = await company.text();
      assert.match(seen, /这是对您单位的意见/);
      for (const told of ["张玉兰", "15400000001", words]) assert.ok(!seen.includes(told), told);
      await company.stop("the company beside it");
      await company.page.fill("form[action$='/entry'] textarea[name=words]", "我们查了，是夜班的车，挪走了");
      await company.send("/entry");
      await company.stop("its own side");
      for (const who of [resident, desk, company]) await who.close();
    });
  }

  for (const { lang, size, words, phone } of [
    { lang: "zh-CN", size: "elder", words: "铁东 12 号院的公用水龙头冻住了", phone: "15400000099" },
    { lang: "en", size: "normal", words: "院里东排的路灯不亮了", phone: "15400000098" },
  ]) test(`a compound without committee and company: the community hands it on and the residents say how it ended: ${lang}`, async () => {
    const anyone = await someone("anyone", { size, lang });
    const no = await report(anyone, words, { place: "铁东 12 号院", phone });
    await anyone.stop("a receipt without an account");
    const link = new URL(anyone.page.url()).pathname;
    const desk = await someone("worker", { ...DESK, lang });
    await desk.go(`/desk/${at(no)}`);
    const offered = await desk.page.locator("form[action$='/dispatch'] select[name=executor] option").allInnerTexts();
    assert.ok(offered.includes("芙蓉社区居委会") && !offered.includes("红星物业") && !offered.some((o) => o.includes("业委会")), offered.join());
    await desk.page.fill("form[action$='/dispatch'] input[name=title]", "公用水龙头冻住");
    await desk.page.selectOption("form[action$='/dispatch'] select[name=executor]", { label: "芙蓉社区居委会" });
    await desk.send("/dispatch");
    await desk.page.fill("form[action$='/completion'] textarea[name=note]", "拿热水化开了，包了保温棉");
    await desk.send("/completion");
    assert.equal(await desk.page.locator("form[action$='/feedback']").count(), 0, "who did it does not say that it is solved");
    await anyone.go(link);
    await anyone.page.fill("form[action$='/feedback'] input[name=proof]", phone.slice(-4));
    await anyone.send("/feedback", "button[value=good]");
    assert.match(await anyone.text(), lang === "en" ? /The residents say it is solved/ : /居民说办好了/);
    await anyone.stop("solved without an account");
    await anyone.close();
    await desk.close();
  });
});
