// One's own data: seen, taken along, corrected and erased, with JavaScript and without.
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

for (const { js, as, tail } of [{ js: true, as: "张玉兰", tail: "0001" }, { js: false, as: "冯雪", tail: "0004" }]) {
  test(`a resident erases their data: script ${js ? "on" : "off"}`, async () => {
    const context = await enter(browser, house, { as, js });
    const page = await context.newPage();
    await page.goto("/me");
    await page.click("main a[href='/me/data']");
    assert.ok((await page.innerText("main")).includes(as), "the page says who they are");
    const copy = await context.request.get(`${house.base}/me/data/copy`);
    assert.match(copy.headers()["content-disposition"], /attachment/);
    assert.equal(JSON.parse(await copy.text()).name, as, "the copy is machine-readable");

    await page.click("main a[href='/me/data/correct']");
    await page.fill("input[name=name]", `${as}儿`);
    await page.click("main form[action='/me/data/correct'] .btn-main");
    await page.waitForURL(/\/me\/data$/);
    assert.ok((await page.innerText("main")).includes(`${as}儿`));

    await page.click("main a[href='/me/data/erase']");
    await page.fill("input[name=confirm]", "9999");
    await page.click("main form[action='/me/data/erase'] .btn-main");
    assert.equal(await page.locator(".errsum a").count(), 1, "wrong digits erase nothing");
    await page.fill("input[name=confirm]", tail);
    await page.click("main form[action='/me/data/erase'] .btn-main");
    await page.waitForURL(/\/privacy\?erased=1$/);
    assert.match(await page.innerText("main"), /您的信息删掉了/);
    await page.goto("/me/data");
    assert.match(page.url(), /\/login/, "nobody is signed in any more");
    await context.close();
  });
}
