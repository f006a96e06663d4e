// The main job as people do it: a problem is reported, with JavaScript and without, in both languages and views.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { enter, startBrowser, startHouse } from "./house.mjs";

let house, browser;
before(async () => {
  house = await startHouse(process.env.LIANXIN_BIN);
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await house?.stop();
});

for (const js of [true, false]) {
  for (const lang of ["zh-CN", "en"]) {
    for (const size of ["normal", "elder"]) {
      test(`a problem is reported: script ${js ? "on" : "off"}, ${lang}, ${size}`, async () => {
        const context = await enter(browser, house, { js, lang, size });
        const page = await context.newPage();
        await page.goto("/");
        await page.click("main a[href^='/report']");
        await page.click("main form[action^='/report'] .btn-main");
        assert.equal(await page.locator(".errsum a").count(), 1, "an empty form says what is missing");
        await page.fill("textarea[name=words]", "3 号楼 2 单元的灯坏了 😀 㛃 <b>");
        await page.fill("input[name=phone]", "123");
        await page.click("main form[action^='/report'] .btn-main");
        assert.equal(await page.inputValue("textarea[name=words]"), "3 号楼 2 单元的灯坏了 😀 㛃 <b>", "nothing typed is lost");
        await page.fill("input[name=phone]", "13800001234");
        await page.click("main form[action^='/report'] .btn-main");
        await page.waitForURL(/\/r\//);
        const text = await page.innerText("main");
        assert.match(text, /-\d{4}-\d{4}/, "there is a number");
        assert.ok(text.includes("<b>"), "words are shown as they were typed");
        await context.close();
      });
    }
  }
}

test("a resident says it is solved, and it is closed", async () => {
  const resident = await enter(browser, house, { as: "resident" });
  const page = await resident.newPage();
  await searchable(page, "台阶");
  await page.goto("/report");
  await page.fill("textarea[name=words]", "2 单元门口的台阶松了一块");
  await page.click("main form[action^='/report'] .btn-main");
  await page.waitForSelector("main input[name=alike_seen]", { state: "attached" }); // a neighbour's stairs are asked about first
  await page.click("main form[action^='/report'] .btn-main");
  await page.waitForURL((url) => url.pathname !== "/report");
  await page.goto("/mine");
  const link = page.locator("main a[href^='/m/']").first();
  const href = await link.getAttribute("href");
  const no = decodeURIComponent(href.split("/m/")[1]);
  const worker = await enter(browser, house, { as: "worker", viewport: { width: 1440, height: 900 } });
  const desk = await worker.newPage();
  await desk.goto(`/desk/${encodeURIComponent(no)}`);
  await desk.fill("form[action$='/dispatch'] input[name=title]", "单元门口台阶松动");
  await desk.selectOption("form[action$='/dispatch'] select[name=executor]", { label: "红星物业" });
  await desk.click("form[action$='/dispatch'] .btn-main, form[action$='/dispatch'] button[type=submit]");
  const company = await enter(browser, house, { as: "company", viewport: { width: 1440, height: 900 } });
  const job = await company.newPage();
  await job.goto(`/desk/${encodeURIComponent(no)}`);
  await job.fill("form[action$='/completion'] textarea[name=note]", "台阶重新抹了水泥，明天能踩");
  await job.click("form[action$='/completion'] .btn-main, form[action$='/completion'] button[type=submit]");
  await page.goto(`/m/${encodeURIComponent(no)}`);
  await page.click("form[action$='/feedback'] button[value=good]");
  await page.goto(`/m/${encodeURIComponent(no)}`);
  assert.match(await page.innerText("main"), /居民说办好了/);
  for (const c of [resident, worker, company]) await c.close();
});

/** Waits until the search, which is filled beside the work, knows the seeds' matters of these words. */
async function searchable(page, words) {
  for (let tries = 0; tries < 40; tries += 1) {
    await page.goto(`/board?q=${encodeURIComponent(words)}`);
    if (await page.locator("main a[href*='/m/']").count()) return;
    await page.waitForTimeout(500);
  }
  throw new Error(`the search does not find ${words}`);
}

/** A picture of one red pixel. */
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==", "base64");

for (const js of [true, false]) {
  test(`a photo is enough, and an error page keeps it: script ${js ? "on" : "off"}`, async () => {
    const context = await enter(browser, house, { js });
    const page = await context.newPage();
    await page.goto("/report");
    assert.equal(await page.getAttribute("input[type=file]", "capture"), null, "the album stays open to choose from");
    await page.setInputFiles("input[type=file]", { name: "灯.png", mimeType: "image/png", buffer: PIXEL });
    if (js) assert.equal(await page.locator("#p-photo img[src^='blob:']").count(), 1, "it is seen before it is sent");
    await page.fill("input[name=phone]", "123");
    await page.click("main form[action^='/report'] .btn-main");
    assert.equal(await page.locator(".errsum a").count(), 1, "only the phone is wrong");
    const kept = page.locator("main img[src^='/upload/']");
    assert.equal(await kept.count(), 1, "the photo is still there");
    assert.equal((await page.request.get(await kept.getAttribute("src"))).status(), 200, "and is seen");
    await page.fill("input[name=phone]", "13800001234");
    await page.click("main form[action^='/report'] .btn-main");
    await page.waitForURL(/\/r\//);
    assert.equal(await page.locator("main img[src*='/photo/1/small']").count(), 1, "it came along");
    await context.close();
  });
}
