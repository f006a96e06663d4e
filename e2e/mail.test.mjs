// Letters go through a mail server that is a process of its own, asks for name and password, and is not ours; calls go to
// a computer that is not ours either, and that looks at their signature by itself.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { enter, freePort, startBrowser, startHouse } from "./house.mjs";

let server, street, house, browser, port;
before(async () => {
  port = await freePort();
  server = await startServer(port);
  street = await startStreet();
  const env = { LIANXIN_HOOK_HOSTS: `127.0.0.1:${street.port}`, LIANXIN_MAIL: `smtp://lianxin:geheim@127.0.0.1:${port}`, LIANXIN_MAIL_FROM: "连心桥 <lianxin@example.cn>" };
  house = await startHouse(process.env.LIANXIN_BIN, env);
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await house?.stop();
  server?.child.kill();
  street?.stop();
});

/** The street's computer: every call it took. */
async function startStreet() {
  const got = [];
  const http = createServer((request, response) => {
    let text = "";
    request.on("data", (d) => (text += d));
    request.on("end", () => {
      got.push({ method: request.method, path: request.url, signature: request.headers["lianxin-signature"], text });
      response.writeHead(204).end();
    });
  });
  await new Promise((resolve) => http.listen(0, "127.0.0.1", resolve));
  return { got, port: http.address().port, stop: () => http.close() };
}

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

/** Somebody tells of something; gives its number. */
async function reported(words) {
  const anyone = await (await enter(browser, house)).newPage();
  await anyone.goto("/report");
  await anyone.fill("textarea[name=words]", words);
  await anyone.click("main form[action^='/report'] .btn-main");
  await anyone.waitForLoadState();
  // It may ask first whether it is a matter that is known already; it is another one.
  if (await anyone.locator("main input[name=alike_seen]").count()) await anyone.click("main form[action^='/report'] .btn-main");
  await anyone.waitForURL(/\/r\//);
  return (await anyone.innerText("main")).match(/\p{Script=Han}+-\d{4}-\d{4}/u)[0];
}

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

  const number = await reported("三号楼楼道的声控灯坏了，晚上看不见台阶");

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

test("a new matter is called to the office's computer: number and link, signed with the secret on its page", async () => {
  const secretary = await (await enter(browser, house, { as: "secretary", viewport: { width: 1440, height: 900 } })).newPage();
  await secretary.goto("/orgs");
  await secretary.click("main a:has-text('芙蓉社区居委会')");
  const office = secretary.url();
  await secretary.click("main a[href$='/hook']");
  await secretary.fill("input[name=url]", `http://127.0.0.1:${street.port}/lianxin`);
  await secretary.click("main form .btn-main");
  await secretary.waitForLoadState();
  await secretary.goto(`${office.split("?")[0]}/hook`);
  const secret = (await secretary.innerText("main p.num code")).trim();

  const number = await reported("五号楼门口的井盖翘起来了，容易绊倒人");
  await until("a call", 90, () => street.got.some((c) => c.text.includes(number)));
  const { method, path, signature, text } = street.got.find((c) => c.text.includes(number));
  const told = JSON.parse(text);
  assert.deepEqual([told.number, method, path], [number, "POST", "/lianxin"]);
  assert.ok(told.link.startsWith(`${house.base}/`), "a link");
  assert.ok(!text.includes("井盖"), "and not what it is about");
  const [, seconds, hex] = signature.match(/^t=(\d+),v1=([0-9a-f]{64})$/);
  assert.equal(hex, createHmac("sha256", secret).update(`${seconds}.${text}`).digest("hex"), "signed with the secret");
  await until("the page", 60, async () => {
    await secretary.goto(office);
    return (await secretary.innerText("main")).split("对方收下了").length > 1;
  });
});
