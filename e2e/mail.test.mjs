// Letters go through a mail server that is a process of its own, asks for name and password, and is not ours.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { after, before, test } from "node:test";
import { enter, freePort, startBrowser, startHouse } from "./house.mjs";

let server, house, browser, port;
before(async () => {
  port = await freePort();
  server = await startServer(port);
  const env = { LIANXIN_MAIL: `smtp://lianxin:geheim@127.0.0.1:${port}`, LIANXIN_MAIL_FROM: "连心桥 <lianxin@example.cn>" };
  house = await startHouse(process.env.LIANXIN_BIN, env);
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await house?.stop();
  server?.child.kill();
});

/** The server: every letter it took, whole. */
async function startServer(port) {
  const child = spawn("node", [new URL("mailserver.mjs", import.meta.url).pathname, String(port)], { stdio: ["ignore", "pipe", "inherit"] });
  const got = [];
  let out = "";
  await new Promise((resolve, reject) => {
    child.on("exit", (code) => reject(new Error(`the mail server ended with ${code}`)));
    child.stdout.on("data", (d) => {
      out += d;
      const lines = out.split("\n");
      out = lines.pop();
      for (const line of lines) {
        if (line === "ready") resolve();
        else got.push(JSON.parse(line));
      }
    });
  });
  return { child, got };
}

async function until(what, seconds, ready) {
  for (let left = seconds * 4; left > 0; left -= 1) {
    if (await ready()) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  assert.fail(`${what}: not within ${seconds} s`);
}

const body = (raw) => {
  const [head, ...rest] = raw.split("\r\n\r\n");
  const text = rest.join("\r\n\r\n");
  return /base64/i.test(head) ? Buffer.from(text, "base64").toString("utf8") : text;
};

test("a new matter goes to the office by mail: number and link, with the name and password of the server", async () => {
  const DESK = { viewport: { width: 1440, height: 900 } };
  // Whatever the hour is when this runs: nothing waits for the morning.
  const admin = await (await enter(browser, house, { as: "admin", ...DESK })).newPage();
  await admin.goto("/setup/quiet");
  await admin.fill("input[name=from]", "00:00");
  await admin.fill("input[name=to]", "00:00");
  await admin.click("main form .btn-main");
  await admin.waitForLoadState();

  const secretary = await (await enter(browser, house, { as: "secretary", ...DESK })).newPage();
  await secretary.goto("/orgs");
  await secretary.click("main a:has-text('芙蓉社区居委会')");
  await secretary.click("main a[href$='/mail']");
  await secretary.fill("input[name=mail]", "juwei＠example.cn");
  await secretary.check("input[name=pace][value=at_once]");
  await secretary.click("main form .btn-main");
  await secretary.waitForLoadState();
  const office = secretary.url().split("?")[0];

  const anyone = await (await enter(browser, house)).newPage();
  await anyone.goto("/report");
  await anyone.fill("textarea[name=words]", "三号楼楼道的声控灯坏了，晚上看不见台阶");
  await anyone.click("main form[action^='/report'] .btn-main");
  await anyone.waitForLoadState();
  // It may ask first whether it is a matter that is known already; it is another one.
  if (await anyone.locator("main input[name=alike_seen]").count()) await anyone.click("main form[action^='/report'] .btn-main");
  await anyone.waitForURL(/\/r\//);
  const number = (await anyone.innerText("main")).match(/\p{Script=Han}+-\d{4}-\d{4}/u)[0];

  await until("a letter", 90, () => server.got.some((l) => body(l.raw).includes(number)));
  const letter = server.got.find((l) => body(l.raw).includes(number));
  assert.deepEqual([letter.user, letter.from, letter.to], ["lianxin", "lianxin@example.cn", ["juwei@example.cn"]]);
  assert.ok(body(letter.raw).includes(`${house.base}/`), "a link");
  assert.ok(!body(letter.raw).includes("声控灯"), "and not what it is about");

  await until("the page", 30, async () => {
    await secretary.goto(office);
    return /对方收下了/.test(await secretary.innerText("main"));
  });
  assert.equal(server.got.filter((l) => body(l.raw).includes(number)).length, 1, "once");
});
