// A report written without signal stays on the phone and is sent once; no page with anybody's state is kept there.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { freePort, startBrowser, violations } from "./house.mjs";

const binary = process.env.LIANXIN_BIN;
let browser, server, line, data, base;

/** The line between phone and office: `good`, `down`, or `lost`: what is sent arrives, but no answer comes back. */
async function startLine(to) {
  const line = { state: "good", open: new Set() };
  const proxy = createServer((phone) => {
    if (line.state === "down") return phone.destroy();
    const office = connect(to, "127.0.0.1");
    line.open.add(phone);
    phone.on("close", () => line.open.delete(phone));
    phone.pipe(office);
    office.on("data", (bytes) => (line.state === "lost" ? phone.destroy() : phone.write(bytes)));
    for (const end of [phone, office]) {
      end.on("error", () => {});
      end.on("close", () => { phone.destroy(); office.destroy(); });
    }
  });
  await new Promise((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  line.port = proxy.address().port;
  line.set = (state) => {
    line.state = state;
    for (const phone of line.open) phone.destroy();
  };
  line.close = () => proxy.close();
  return line;
}

before(async () => {
  data = mkdtempSync(join(tmpdir(), "lianxin-offline-"));
  const office = join(data, "office");
  execFileSync(binary, ["init", "--data", office, "--community", "芙蓉社区", "--code", "芙蓉"]);
  const port = await freePort();
  line = await startLine(port);
  base = `http://127.0.0.1:${line.port}`;
  const env = { ...process.env, LIANXIN_ORIGIN: base };
  server = spawn(binary, ["serve", "--addr", `127.0.0.1:${port}`, "--data", office], { env, stdio: ["ignore", "pipe", "inherit"] });
  await new Promise((resolve) => server.stdout.on("data", (d) => String(d).includes("打开") && resolve()));
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  server?.kill();
  line?.close();
  if (data) rmSync(data, { recursive: true, force: true });
});

async function phone(options = {}) {
  const context = await browser.newContext({ baseURL: base, locale: "zh-CN", viewport: { width: 390, height: 844 }, ...options });
  const page = await context.newPage();
  await page.goto("/report");
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller && caches.match("/offline"));
  return page;
}

/** How many matters the office has, as everybody reads it. */
async function count() {
  const html = await (await fetch(`${base}/board`)).text();
  return html.split('class="row board-row"').length - 1;
}

async function sent(page) {
  line.set("good");
  await page.goto("/");
  await page.waitForSelector("main > .notice-ok a[href='/offline']");
  await page.goto("/offline");
  await page.waitForSelector("#letters a[href^='/r/']");
}

test("a form sent without signal is kept, and goes out once when there is signal", async () => {
  const before = await count();
  const page = await phone();
  await page.fill("textarea[name=words]", "3 号楼门口的灯不亮");
  line.set("down");
  await page.click("form[action='/report'] .btn-main");
  await page.waitForSelector("#letters .said");
  assert.match(await page.innerText("#letters"), /存在这部手机里[\s\S]*3 号楼门口的灯不亮/);
  assert.deepEqual(await violations(page), []);
  assert.equal(await page.locator("input[name=token]").count(), 0, "the kept page belongs to nobody");
  await sent(page);
  assert.equal(await count(), before + 1);
  assert.ok(!(await page.innerText("#letters")).includes("灯不亮"), "what went out is not on the phone any more");
  await page.click("#letters a[href^='/r/']");
  assert.match(await page.innerText("main"), /3 号楼门口的灯不亮/);
  await page.context().close();
});

test("the answer was lost on the way: the same report is not made twice", async () => {
  const before = await count();
  const page = await phone();
  await page.fill("textarea[name=words]", "垃圾桶满了三天");
  line.set("lost");
  await page.click("form[action='/report'] .btn-main");
  await page.waitForURL(/\/offline/);
  await sent(page);
  assert.equal(await count(), before + 1);
  await page.context().close();
});

test("opened without signal: the numbers for danger, a form, a photo; danger is asked no second time", async () => {
  const before = await count();
  const page = await phone({ locale: "en" });
  line.set("down");
  await page.goto("/report?place=");
  assert.equal(await page.innerText("h1"), "No signal right now");
  assert.equal(await page.locator("#calls a[href='tel:119']").count(), 1);
  await page.click("#letter .btn-main");
  assert.ok(await page.locator("#none").isVisible(), "an empty letter is not kept");
  await page.fill("#letter textarea[name=words]", "楼道里闻到煤气味，漏气了");
  await page.setInputFiles("#letter input[type=file]", { name: "a.png", mimeType: "image/png", buffer: Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC", "base64") });
  await page.click("#letter .btn-main");
  await page.waitForSelector("#letters .said");
  assert.match(await page.innerText("#letters"), /Photos: 1/);
  await sent(page);
  assert.equal(await count(), before + 1);
  await page.click("#letters button");
  await page.waitForFunction(() => document.getElementById("letters").hidden);
  await page.context().close();
});

test("no page with anybody's state is kept on the phone", async () => {
  const page = await phone();
  await page.goto("/board");
  await page.goto("/");
  const kept = await page.evaluate(async () => {
    const all = [];
    for (const name of await caches.keys()) {
      for (const r of await (await caches.open(name)).keys()) all.push(new URL(r.url).pathname);
    }
    return all;
  });
  assert.ok(kept.includes("/offline"));
  assert.deepEqual(kept.filter((path) => path !== "/offline" && !path.startsWith("/assets/")), []);
  await page.context().close();
});
