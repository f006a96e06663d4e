// An office's first afternoon, in one run: from an empty folder to the first resident's report.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { freePort, startBrowser, violations } from "./house.mjs";

const binary = process.env.LIANXIN_BIN;
/** A millimetre of paper in CSS pixels. */
const MM = 96 / 25.4;
let browser, server, data, base, password;

before(async () => {
  data = mkdtempSync(join(tmpdir(), "lianxin-first-"));
  const said = execFileSync(binary, ["init", "--data", join(data, "office"), "--community", "新芙蓉社区", "--code", "新芙蓉"], { encoding: "utf8" });
  password = said.match(/口令\s+(\S+?)（/)[1];
  const addr = `127.0.0.1:${await freePort()}`;
  base = `http://${addr}`;
  server = spawn(binary, ["serve", "--addr", addr, "--data", join(data, "office")], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, LIANXIN_PROXY: "127.0.0.1/32" },
  });
  await new Promise((resolve) => server.stdout.on("data", (d) => String(d).includes("打开") && resolve()));
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  server?.kill();
  if (data) rmSync(data, { recursive: true, force: true });
});

async function visitor(options = {}) {
  const context = await browser.newContext({ baseURL: base, locale: "zh-CN", viewport: { width: 1440, height: 900 }, ...options });
  return await context.newPage();
}

async function staff(login, word) {
  const page = await visitor();
  await page.goto("/login");
  await page.fill("input[name=login]", login);
  await page.fill("input[name=password]", word);
  await page.click("form[action='/login'] button");
  await page.waitForURL((url) => !url.pathname.startsWith("/login"));
  return page;
}

/** Fills the page's form by the names of its questions and sends it. */
async function send(page, action, answers) {
  const form = page.locator(`form[action='${action}']`).first();
  for (const [name, value] of Object.entries(answers)) {
    const field = form.locator(`[name='${name}']`);
    const kind = await field.first().evaluate((e) => `${e.tagName} ${e.type}`);
    if (kind.startsWith("SELECT")) await field.selectOption(value);
    else if (kind.endsWith("radio")) await form.locator(`[name='${name}'][value='${value}']`).check();
    else await field.fill(value);
  }
  await form.locator("button[type=submit], button.btn-main, .btn-main").last().click();
  await page.waitForLoadState();
  const wrong = await page.locator(".errsum").count();
  assert.equal(wrong, 0, wrong ? await page.innerText(".errsum") : "");
}

test("an empty office is set up and takes its first report", async () => {
  const admin = await staff("admin", password);
  await admin.goto("/setup");
  assert.match(await admin.innerText("main"), /还有 6 样没办/);
  await admin.goto("/setup/imprint");
  await send(admin, "/setup/imprint", { operator: "新芙蓉社区居委会", contact: "服务窗口", phone: "0475-8123456", kept_at: "办公室电脑" });
  await admin.goto("/setup/hours");
  await send(admin, "/setup/hours", { opens: "8:30", noon_from: "12点", noon_to: "14:30", closes: "17：30" });
  await admin.goto("/setup/phones");
  await send(admin, "/setup/phones", { duty: "0475-8123456", lift: "0475-8123457" });
  await admin.goto("/setup/address");
  const link = await admin.locator("a[href*='/reach/']").getAttribute("href");
  // A phone on mobile data, as the proxy in front of a public address hands it on.
  const phone = await visitor({ viewport: { width: 390, height: 844 }, extraHTTPHeaders: { "x-forwarded-for": "203.0.113.9" } });
  await phone.goto(link);
  await phone.click("main button");
  assert.match(await phone.innerText("main"), /记下了/);

  await admin.goto("/orgs");
  await admin.click("main a:has-text('新芙蓉社区居委会')");
  await admin.click("a[href$='/seat']");
  const seat = new URL(admin.url()).pathname;
  await send(admin, seat, { name: "苏日娜", phone: "13904750001", role: "secretary" });
  await admin.click("a[href$='/sign-in']");
  await send(admin, new URL(admin.url()).pathname, { login: "surina" });
  const word = (await admin.innerText("dl b")).trim();
  await admin.goto("/setup");
  assert.match(await admin.innerText("main"), /还有 1 样没办/);

  const secretary = await staff("surina", word);
  await secretary.goto("/places");
  await secretary.click("main a:has-text('新芙蓉社区')");
  await secretary.click("a[href$='/new']");
  await send(secretary, new URL(secretary.url()).pathname, { name: "杏花里", code: "杏花里" });
  await secretary.goto("/places");
  await secretary.click("main a:has-text('杏花里')");
  await secretary.click("a[href$='/building']");
  await send(secretary, new URL(secretary.url()).pathname, { name: "1 号楼", entrances: "2", storeys: "3", flats: "2" });
  await secretary.click("main a:has-text('2 单元 301')");
  await secretary.click("a[href$='/person']");
  await send(secretary, new URL(secretary.url()).pathname, { name: "高娃", phone: "13904750002", kind: "owner", household: "new" });
  await secretary.goto("/counter?q=0002");
  await secretary.check("form[action='/counter/look'] label:has-text('高娃') input");
  await secretary.check("form[action='/counter/look'] input[value=comes]");
  await secretary.click("form[action='/counter/look'] button");
  await secretary.waitForLoadState();
  await secretary.click("form[action='/slips'] button");
  const slip = (await secretary.innerText("main")).match(/[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}/)[0];
  assert.deepEqual(await violations(secretary), [], "the slips, as they are printed");
  await secretary.emulateMedia({ media: "print" });
  const qr = await secretary.locator("main svg.qr, main .qr").first().boundingBox();
  assert.ok(Math.min(qr.width, qr.height) >= 25 * MM, `the QR of a slip is read by old phones too: ${qr.width / MM} mm`);
  await secretary.emulateMedia({ media: null });

  await secretary.goto("/posters");
  await secretary.check("main form input[name=door] >> nth=0");
  await secretary.click("main form .btn-main");
  await secretary.waitForLoadState();
  await secretary.emulateMedia({ media: "print" });
  const door = await secretary.locator("main .poster .qr").first().boundingBox();
  assert.ok(Math.min(door.width, door.height) >= 25 * MM, `and that of a door: ${door.width / MM} mm`);
  assert.match(await secretary.innerText("main .poster .poster-no"), /^\d{4,}$/, "a number to type where the QR is blurred");
  await secretary.emulateMedia({ media: null });

  await admin.goto("/setup");
  assert.match(await admin.innerText("main"), /都办好了/);

  const resident = await visitor({ viewport: { width: 390, height: 844 } });
  await resident.goto("/login");
  await resident.fill("input[name=slip]", slip);
  await resident.click("form[action='/enter'] button");
  await resident.waitForURL(/\/consent/);
  assert.deepEqual(await violations(resident), [], "the rules, read before anything else");
  await resident.click("form[action='/consent'] .btn-main");
  assert.equal(await resident.locator(".errsum a").count(), 1, "nobody comes in without saying yes");
  await resident.check("input[name=agree][value=rules]");
  await resident.click("form[action='/consent'] .btn-main");
  await resident.waitForURL((url) => !url.pathname.startsWith("/consent"));
  await resident.goto("/report");
  assert.equal(await resident.locator("a[href='tel:04758123457']").count(), 1, "the lift's number stands in the first line");
  await resident.fill("textarea[name=words]", "楼道灯坏了");
  await resident.click("main form[action^='/report'] .btn-main");
  await resident.waitForLoadState();
  assert.match(await resident.innerText("main"), /杏花里-\d{4}-0001/);

  await secretary.goto("/desk");
  assert.match(await secretary.innerText("main"), /楼道灯坏了/);
});
