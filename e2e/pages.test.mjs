// Every page of pages.toml: axe finds nothing, the console is clean, nothing overflows a narrow phone.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { enter, open, pages, startBrowser, startHouse, violations } from "./house.mjs";

let house, browser;
before(async () => {
  house = await startHouse(process.env.LIANXIN_BIN);
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await house?.stop();
});

const desk = { width: 1440, height: 900 };
// What the server sends anew is opened anew; what only the screen changes is looked at on the page that is open.
const visits = [
  { name: "zh", views: [{ name: "phone" }, { name: "narrow", viewport: { width: 320, height: 640 }, axe: "none" },
    { name: "desk", viewport: desk }, { name: "dark", viewport: { width: 390, height: 844 }, dark: true, axe: "colours" }] },
  { name: "en", lang: "en", views: [{ name: "phone" }] },
  { name: "elder", size: "elder", views: [{ name: "phone" }] },
];

/** What is wrong with the page as it stands. */
async function looked(page, axe) {
  if (axe !== "none") assert.deepEqual(await violations(page, axe === "colours"), [], "axe");
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wide <= 0, `${wide} px too wide`);
}

/** Fields and buttons a thumb would miss. */
const small = (page) => page.evaluate(() =>
  [...document.querySelectorAll("main a.btn, main button, main select, main textarea, main input:not([type=hidden]):not([type=radio]):not([type=checkbox]), nav.bar a")]
    .filter((e) => e.offsetParent && e.getBoundingClientRect().height < 60)
    .map((e) => `${e.tagName} ${e.className} ${e.getBoundingClientRect().height}`));

/** One page in all its views, in one language and size. */
async function visit(p, { name, views, ...options }) {
  const context = await enter(browser, house, { as: p.as, ...options });
  const page = await context.newPage();
  const said = [];
  page.on("console", (m) => m.type() === "error" && !/404|422/.test(m.text()) && said.push(m.text()));
  page.on("pageerror", (e) => said.push(String(e)));
  await open(page, p, house);
  const sheet = (await page.locator(".sheet article").count()) > 0;
  assert.equal(sheet, Boolean(p.sheet), "what is printed is marked `sheet` in pages.toml");
  for (const view of views) {
    if (view.viewport) await page.setViewportSize(view.viewport);
    if (view.dark) {
      await page.emulateMedia({ colorScheme: "dark" });
      await page.reload(); // else axe reads colours half way from the light ones
    }
    await looked(page, view.axe ?? "whole").catch((why) => assert.fail(`${name}, ${view.name}: ${why.message}`));
  }
  if (name === "elder" && !p.desk) assert.deepEqual(await small(page), [], "targets under 60 px in the elder view");
  assert.deepEqual(said, [], `${name}: console`);
  await context.close();
}

// Two at a time: while one waits for the server, axe reads the other.
describe("every page", { concurrency: 2 }, () => {
  for (const p of pages()) {
    test(`${p.name}: no violation, no error, no overflow`, async () => {
      for (const each of visits) await visit(p, each);
    });
  }
});
