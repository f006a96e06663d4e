// Colleagues leave and phones get lost: a seat is handed over, a lost phone is out at once and a new slip lets in again.
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

const DESK = { viewport: { width: 1440, height: 900 } };
const opened = async (options) => (await enter(browser, house, options)).newPage();

test("a seat ends today: its holder is out, and the successor takes over line by line", async () => {
  const leaving = await opened({ as: "lixiuying", ...DESK });
  await leaving.goto("/desk");
  assert.equal(new URL(leaving.url()).pathname, "/desk");

  const secretary = await opened({ as: "secretary", ...DESK });
  await secretary.goto("/orgs");
  await secretary.click("main a:has-text('芙蓉社区居委会')");
  await secretary.click("main tr:has-text('李秀英') a");
  await secretary.click("main a[href$='/end']");
  await secretary.check("input[name=when][value=now]");
  const next = await secretary.locator("select[name=successor] option", { hasText: "吴敏" }).getAttribute("value");
  await secretary.selectOption("select[name=successor]", next);
  await secretary.fill("textarea[name=keys]", "大门钥匙 2 把\n活动室钥匙 1 把");
  await secretary.click("main form .btn-main");
  await secretary.waitForURL(/\/handovers\//);
  const list = new URL(secretary.url()).pathname;

  const late = await leaving.goto("/desk");
  assert.equal(late.status(), 403, "their pages are closed at once");
  assert.match(await leaving.innerText("main"), /已经交接/);

  const successor = await opened({ as: "worker", ...DESK });
  await successor.goto(list);
  assert.match(await successor.innerText("main"), /大门钥匙 2 把/);
  const lines = successor.locator(`form[action$='/check'] button[value=yes]`);
  let left = await lines.count();
  assert.ok(left >= 2, "keys and open matters stand on the list");
  for (; left > 0; left -= 1) {
    await lines.first().click();
    await successor.waitForLoadState();
    assert.equal(await lines.count(), left - 1, "each line is ticked once");
  }
  await successor.click("form[action$='/accept'] button");
  await successor.waitForLoadState();
  assert.match(await successor.innerText("main"), /已经接手/);
  await successor.goto(`${list}/sheet`);
  assert.match(await successor.innerText("body"), /交出人签字/);
});

test("a lost phone is out at once, and a new slip lets in again", async () => {
  const lost = await opened({ as: "张玉兰" });
  await lost.goto("/me/data");
  assert.ok((await lost.innerText("main")).includes("张玉兰"));

  const desk = await opened({ as: "worker", ...DESK });
  await desk.goto("/counter?q=0001");
  await desk.check("form[action='/counter/look'] label:has-text('张玉兰') input");
  await desk.check("form[action='/counter/look'] input[value=comes]");
  await desk.click("form[action='/counter/look'] button");
  await desk.waitForLoadState();
  await desk.click("section:has(h2:text-is('张玉兰')) a[href^='/counter/lost']");
  await desk.click("form[action='/counter/lost'] button");
  await desk.waitForLoadState();
  await lost.goto("/me/data");
  assert.match(lost.url(), /\/login/, "whoever found the phone sees nothing");
  await desk.click("main form[action='/slips'] button");
  await desk.waitForLoadState();
  const slip = (await desk.innerText("main")).match(/[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}/)[0];

  const fresh = await opened({});
  await fresh.goto("/login");
  await fresh.fill("input[name=slip]", slip);
  await fresh.click("form[action='/enter'] button");
  await fresh.waitForURL((url) => !/login|enter/.test(url.pathname));
  await fresh.goto("/me/data");
  assert.ok((await fresh.innerText("main")).includes("张玉兰"));
});
