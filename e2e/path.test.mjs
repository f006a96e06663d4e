// The shortest path: a coordinator finds what is stuck, tries a rule on a copy and takes it to the council; a resident reads on
// a phone how the way differs from the shortest.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { enter, startBrowser, startHouse, violations } from "./house.mjs";

let house, browser;
before(async () => {
  house = await startHouse(process.env.LIANXIN_BIN);
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await house?.stop();
});

const clean = async (page) => assert.deepEqual(await violations(page), [], page.url());

test("who works here finds what is stuck, tries another rule, and takes it to be talked over", async () => {
  const context = await enter(browser, house, { as: "secretary", viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto("/path");
  const orgs = await page.locator("tbody .what b").allInnerTexts();
  assert.ok(orgs.length > 1, "organisations with work in hand");
  await clean(page);
  await page.locator("tbody a").first().click();
  assert.match(decodeURIComponent(page.url()), /\/path\/held\?/);
  assert.ok((await page.locator(".rows a").count()) > 0, "the figure opens its matters");
  await page.goto("/path/whatif");
  await page.check("input[name=what][value=limit]");
  await page.selectOption("#f-step", "work");
  await page.fill("#f-days", "0");
  await page.selectOption("#f-months", "12");
  await page.locator("form.narrow .btn-main").click();
  assert.equal(await page.inputValue("#f-days"), "0", "what was typed stays");
  assert.ok(await page.locator(".errsum").isVisible());
  await page.fill("#f-days", "1");
  await page.locator("form.narrow .btn-main").click();
  const told = await page.locator("section[aria-labelledby=told]").innerText();
  assert.match(told, /估算：\d+ 件办结的事里有 \d+ 件会走得不一样/);
  await clean(page);
  await page.selectOption("#f-area", { label: "芙蓉里" });
  await page.locator("form.narrow .btn-main").click();
  await page.getByRole("button", { name: "提出来，交给大家商量" }).click();
  assert.match(decodeURIComponent(page.url()), /\/desk\/芙蓉里-/);
  await page.goto(page.url().replace("/desk/", "/m/"));
  const said = await page.locator("main").innerText();
  assert.match(said, /建议商量改一条规矩：“办”的时限改成 1 个工作日/);
  assert.match(said, /估算和实际[\s\S]*还没有议定/);
  await clean(page);
  await context.close();
});

test("a resident reads the difference on a phone, in both languages", async () => {
  for (const [lang, words] of [["zh-CN", /最短的走法[\s\S]*最短的路/], ["en", /The shortest way/]]) {
    const context = await enter(browser, house, { as: "resident", lang, viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    await page.goto(`/m/${encodeURIComponent(house.numbers.main)}`);
    const way = page.locator("section[aria-labelledby=way]");
    assert.match(await way.innerText(), words);
    assert.ok((await way.locator("svg.rail-s circle").count()) > 3, "drawn");
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing sticks out");
    await clean(page);
    await context.close();
  }
});
