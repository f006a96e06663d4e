// Minutes that hang out for objection, until they are final: the objection is answered, the term goes by, the decision is handed
// on. In both languages; the server's clock is set on between the steps.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { enter, startBrowser, violations } from "./house.mjs";
import { fake, officeInTime } from "./later.mjs";

const DESK = { viewport: { width: 1440, height: 900 } };
const NOW = {
  "zh-CN": { final: /纪要定下来，已经交去办/, decided: /议定了/ },
  en: { final: /The minutes are final; it has been handed on/, decided: /Decided/ },
};
let time, browser;
before(async () => {
  if (!fake) return;
  time = officeInTime(process.env.LIANXIN_BIN);
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await time?.end();
});

const main = (page) => page.innerText("main");
const clean = async (page, what) => assert.deepEqual(await violations(page), [], what);

test("minutes posted for objection are final when their term is over, and hand the matter on", { skip: !fake && "no libfaketime" }, async () => {
  let house = await time.later(0);
  const worker = await enter(browser, house, { as: "worker", ...DESK });
  const resident = await enter(browser, house, { as: "resident" });
  let page = await resident.newPage();
  await page.goto("/meetings?area=%E8%8A%99%E8%93%89%E9%87%8C");
  const link = page.locator("main a").filter({ hasText: "党群服务中心二楼会议室" }).first();
  await Promise.all([page.waitForNavigation(), link.click()]);
  const meeting = new URL(page.url()).pathname;
  const seen = await main(page);
  assert.match(seen, /四个位/, seen);
  assert.doesNotMatch(seen, NOW["zh-CN"].final, "not yet");
  const matter = new URL(await page.locator("main a[href*='/m/']").first().getAttribute("href"), house.base).pathname;
  // The objection is answered at the desk, as long as it hangs out.
  const desk = await worker.newPage();
  await desk.goto(`${meeting}/desk`);
  await clean(desk, "the desk of a council");
  await desk.fill("form[action$='/answer'] textarea", "先给 5 号楼、2 号楼腿脚不便的，写进纪要了");
  await Promise.all([desk.waitForNavigation(), desk.locator("form[action$='/answer'] button:not([type=button])").last().click()]);
  await page.goto(meeting);
  assert.match(await main(page), /写进纪要了/, "the answer is there for everybody");
  const state = await resident.storageState();

  // The term is over, weekends and holidays too: nobody waits for an answer, so they are final.
  house = await time.later(20);
  for (const lang of ["zh-CN", "en"]) {
    const say = NOW[lang];
    const context = await enter(browser, house, { as: "resident", state, lang });
    page = await context.newPage();
    await page.goto(meeting);
    // What fell due while the office was closed is done a moment after it opens.
    for (let tries = 0; tries < 60 && !say.final.test(await main(page)); tries += 1) {
      await page.waitForTimeout(500);
      await page.reload();
    }
    assert.match(await main(page), say.final, lang);
    await clean(page, `final, ${lang}`);
    await page.goto(matter);
    const course = await main(page);
    assert.match(course, say.decided, `${lang}: ${course}`);
    assert.match(course, /3,200\.00/, "with its limit");
    assert.match(course, /5 号楼西山墙搭四个位/, "in the council's words");
    await clean(page, `decided, ${lang}`);
    await context.close();
  }
  const company = await (await enter(browser, house, { as: "plumber" })).newPage();
  await company.goto("/jobs");
  assert.match(await main(company), /门厅停电动车/, "whoever does it has it in hand");
  await company.close();
});
