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

const views = [
  { name: "phone zh" },
  { name: "phone en", lang: "en" },
  { name: "elder zh", size: "elder" },
  { name: "dark", colorScheme: "dark", axe: "colours" },
  // The same page as on the phone; only its width is new.
  { name: "narrow", viewport: { width: 320, height: 640 }, axe: "none" },
  { name: "desk", viewport: { width: 1440, height: 900 } },
];

// Two at a time: while one waits for the server, axe reads the other.
describe("every page", { concurrency: 2 }, () => {
  for (const p of pages()) {
    test(`${p.name}: no violation, no error, no overflow`, async () => {
      for (const { name, axe = "whole", ...options } of views) {
        const context = await enter(browser, house, { as: p.as, ...options });
        const page = await context.newPage();
        const said = [];
        page.on("console", (m) => m.type() === "error" && !/404|422/.test(m.text()) && said.push(m.text()));
        page.on("pageerror", (e) => said.push(String(e)));
        await open(page, p, house);
        const sheet = (await page.locator(".sheet article").count()) > 0;
        assert.equal(sheet, Boolean(p.sheet), `${p.name}: what is printed is marked \`sheet\` in pages.toml`);
        if (axe !== "none") assert.deepEqual(await violations(page, axe === "colours"), [], `${p.name}, ${name}`);
        assert.deepEqual(said, [], `${p.name}, ${name}: console`);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.ok(wide <= 0, `${p.name}, ${name}: ${wide} px too wide`);
        if (name === "elder zh" && !p.desk) {
          const small = await page.evaluate(() =>
            [...document.querySelectorAll("main a.btn, main button, main select, main textarea, main input:not([type=hidden]):not([type=radio]):not([type=checkbox]), nav.bar a")]
              .filter((e) => e.offsetParent && e.getBoundingClientRect().height < 60)
              .map((e) => `${e.tagName} ${e.className} ${e.getBoundingClientRect().height}`));
          assert.deepEqual(small, [], `${p.name}: targets under 60 px in the elder view`);
        }
        await context.close();
      }
    });
  }
});
