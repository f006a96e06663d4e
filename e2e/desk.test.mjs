// The desk with a keyboard: the keys of its list, ready answers, and a list that is brought in anew under one's hands.
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

async function desk(path) {
  const context = await enter(browser, house, { as: "worker", viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(path);
  return page;
}

/** Which row the focus is in, from 0; -1: none. */
const row = (page) =>
  page.evaluate(() => [...document.querySelectorAll("#desk tbody tr")].findIndex((tr) => tr.contains(document.activeElement)));
const ticked = (page) => page.locator("#desk input:checked").evaluateAll((all) => all.map((i) => i.value));

test("the keys go through the list only while the focus is in it", async () => {
  const page = await desk("/desk");
  await page.keyboard.press("j");
  assert.equal(await row(page), -1, "outside of the list they do nothing");
  await page.locator("#desk .what a").first().focus();
  for (const [key, at] of [["j", 1], ["j", 2], ["k", 1]]) {
    await page.keyboard.press(key);
    assert.equal(await row(page), at, key);
  }
  const second = await page.locator("#desk input[type=checkbox]").nth(1).getAttribute("value");
  await page.keyboard.press("x");
  assert.deepEqual(await ticked(page), [second]);
  await page.keyboard.press("x");
  assert.deepEqual(await ticked(page), []);
  await page.locator("#desk input[type=checkbox]").nth(1).focus();
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  assert.ok(decodeURIComponent(page.url()).includes(second), page.url());
  await page.context().close();
});

test("a list that is brought in anew keeps what was ticked and where the keys were", async () => {
  const page = await desk("/desk");
  await page.locator("#desk .what a").nth(3).focus();
  await page.keyboard.press("x");
  const before = await ticked(page);
  assert.equal(before.length, 1);
  // As app.js does it when the answer comes after the tick.
  await page.evaluate(async () => {
    const old = document.getElementById("desk");
    const r = await fetch(old.getAttribute("data-src"), { headers: { "X-Fragment": "desk" } });
    old.outerHTML = await r.text();
    await new Promise((done) => setTimeout(done, 0));
  });
  assert.deepEqual(await ticked(page), before);
  assert.equal(await row(page), 3);
  await page.keyboard.press("j");
  assert.equal(await row(page), 4);
  await page.context().close();
});

test("a ready answer fills its question and is still changed there", async () => {
  const page = await desk("/desk?stage=collect");
  await page.locator("#desk .what a").first().click();
  await page.goto(`${page.url().split("?")[0]}?do=decline`);
  await page.fill("#f-note", "您好。");
  const first = page.locator("[data-fill=note]").first();
  const words = (await first.innerText()).trim();
  await first.click();
  assert.equal(await page.inputValue("#f-note"), `您好。\n${words}`, "what was typed stays before it");
  await page.context().close();
});
