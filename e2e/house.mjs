// Starts the demo in a fresh folder and gives browsers signed in as its people.
import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const here = new URL(".", import.meta.url).pathname;

/** Which login or slip each role of pages.toml comes in with. */
const ROLES = { worker: "wumin", secretary: "zhouguodong", company: "majianjun", plumber: "wangjianguo", coordinator: "gaoyuan", resident: "张玉兰", newcomer: "郑长河", admin: "admin" };

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds on a page, a line each; `colours` asks only for what other colours can change. */
export async function violations(page, colours = false) {
  await page.evaluate(axe);
  const only = colours ? { type: "rule", values: ["color-contrast", "link-in-text-block"] } : { type: "tag", values: RULES };
  const found = await page.evaluate((runOnly) => window.axe.run({ runOnly }), only);
  return found.violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.target).join(" | ")}`);
}

export function pages() {
  const list = [];
  for (const line of readFileSync(join(here, "pages.toml"), "utf8").split("\n")) {
    if (line === "[[page]]") list.push({});
    const m = line.match(/^(\w+) = (?:"(.*)"|(true|false))$/);
    if (m) list.at(-1)[m[1]] = m[2] ?? m[3] === "true";
  }
  return list;
}

export async function freePort() {
  return await new Promise((resolve, reject) => {
    const s = createServer();
    s.once("error", reject);
    s.listen(0, "127.0.0.1", () => {
      const { port } = s.address();
      s.close(() => resolve(port));
    });
  });
}

/** A demo that runs already: its address, and what it said when it began. */
export function runningHouse(base, said) {
  return { base, ...spoken(said), stop: async () => {} };
}

function spoken(out) {
  return {
    logins: new Map([...out.matchAll(/口令\s+(\S+)\s+(\S+)/g)].map((m) => [m[1], m[2]])),
    slips: new Map([...out.matchAll(/入户卡\s+(\S+)\s+(\S+)/g)].map((m) => [m[2], m[1]])),
    numbers: Object.fromEntries([...out.matchAll(/编号\s+(\w+)\s+(\S+)/g)].map((m) => [m[1], m[2]])),
    out,
  };
}

/** The running demo: base address, numbers of matters by name, sign-in codes, and `stop()`. With `env` it is planted first
 * and then served like any office, with these settings: the demo by itself sends nothing to anybody. DEMO_PLANTED is a
 * planted folder to begin with a copy of; without it each house plants its own. */
export async function startHouse(binary, env) {
  const folder = mkdtempSync(join(tmpdir(), "lianxin-e2e-"));
  const addr = `127.0.0.1:${await freePort()}`;
  const data = join(folder, "demo");
  if (process.env.DEMO_PLANTED) cpSync(process.env.DEMO_PLANTED, data, { recursive: true });
  const planted = env ? execFileSync(binary, ["demo", "--once", "--data", data], { encoding: "utf8" }) : "";
  const child = spawn(binary, [env ? "serve" : "demo", "--addr", addr, "--data", data], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  let out = planted;
  let err = "";
  child.stderr.on("data", (d) => (err += d));
  await new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`the demo did not start in time\n${out}\n${err}`)), 120_000);
    child.stdout.on("data", (d) => {
      out += d;
      if (out.includes(`http://${addr}`)) {
        clearTimeout(late);
        resolve();
      }
    });
    child.on("exit", (code) => reject(new Error(`the demo ended with ${code}\n${out}\n${err}`)));
  });
  const stop = async () => {
    child.removeAllListeners("exit");
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
  return { base: `http://${addr}`, ...spoken(out), stop };
}

export async function startBrowser() {
  return await chromium.launch({
    executablePath: "/usr/bin/chromium-headless-shell",
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-quic", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}

/** A browser context; `options.as` signs in, `options.size` and `options.lang` are set as a visitor would set them. */
export async function enter(browser, house, options = {}) {
  const { as = "anyone", size = "normal", lang = "zh-CN", js = true, state, ...rest } = options;
  const context = await browser.newContext({
    baseURL: house.base, javaScriptEnabled: js, locale: lang, storageState: state, viewport: { width: 390, height: 844 }, ...rest,
  });
  const cookies = [{ name: "lx_lang", value: lang, url: house.base }];
  if (size !== "normal") cookies.push({ name: "lx_size", value: size, url: house.base });
  await context.addCookies(cookies);
  if (as !== "anyone" && !state) await signIn(context, house, as);
  return context;
}

/** Signs in through the page; a slip works once, so the session is kept and used again. */
const kept = new Map();
async function signIn(context, house, as) {
  const key = `${house.base} ${as}`;
  if (!kept.has(key)) kept.set(key, session(context, house, ROLES[as] ?? as));
  await context.addCookies(await kept.get(key));
}

async function session(context, house, who) {
  const page = await context.newPage();
  await page.goto("/login");
  if (house.slips.has(who)) {
    await page.fill("input[name=slip]", house.slips.get(who));
    await page.click("form[action='/enter'] button[type=submit], form[action='/enter'] .btn-main");
  } else {
    await page.fill("input[name=login]", who);
    await page.fill("input[name=password]", house.logins.get(who));
    await page.click("form[action='/login'] button[type=submit], form[action='/login'] .btn");
  }
  await page.waitForLoadState();
  const found = (await context.cookies()).filter((c) => c.name.includes("session"));
  if (found.length === 0) throw new Error(`could not sign in as ${who}: ${await page.innerText("body")}`);
  await page.close();
  return found;
}

/** A path of pages.toml with the demo's numbers in it. */
export function fill(path, house) {
  return path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(house.numbers[name] ?? `no-number-${name}`));
}

/** Opens a page of pages.toml; `click` are the links to follow from there, parted by ` > `: by their words, or by how
 * their address ends when it begins with / ? or & (words of ours differ by language), or by a selector in [ ] around it. */
export async function open(page, p, house) {
  let response = await page.goto(fill(p.path, house));
  for (const words of p.click ? p.click.split(" > ") : []) {
    if (words.startsWith("+")) {
      response = await page.goto(page.url().split("?")[0] + words.slice(1));
      continue;
    }
    const link = /^\[.*\]$/.test(words)
      ? page.locator(`main ${words.slice(1, -1)}`).first()
      : /^[/?&]/.test(words)
      ? page.locator(`main a[href$="${words}"]`).first()
      : page.locator("main a").filter({ hasText: words }).first();
    [response] = await Promise.all([page.waitForNavigation(), link.click()]);
  }
  return response;
}
