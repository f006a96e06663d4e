// Every sheet of pages.toml as PDF, read back by another program: it holds the words that stand on the page.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { enter, open, pages, startBrowser, startHouse } from "./house.mjs";

const RARE = "㛃䶮𬸘";
let house, browser, folder;
before(async () => {
  assert.ok(process.env.LIANXIN_PRESS, "LIANXIN_PRESS names the press");
  folder = mkdtempSync(join(tmpdir(), "lianxin-press-"));
  house = await startHouse(process.env.LIANXIN_BIN);
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await house?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const bare = (text) => text.replace(/\s+/g, "");

/** What a PDF says, without white space. */
function said(pdf) {
  const file = join(folder, "sheet.pdf");
  writeFileSync(file, pdf);
  return bare(execFileSync("pdftotext", ["-raw", file, "-"], { encoding: "utf8", maxBuffer: 1 << 26 }));
}

/** The pieces of text on a sheet, as it is printed. */
const pieces = (page) => page.evaluate(() => {
  const all = [];
  const walker = document.createTreeWalker(document.querySelector(".sheet article"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const above = walker.currentNode.parentElement;
    if (above.closest(".no-print, .vh, .acts, button, select, textarea, svg, [hidden]")) continue;
    if (walker.currentNode.data.trim()) all.push(walker.currentNode.data);
  }
  return all;
});

/** What the PDF of the open sheet says. */
async function pdfOf(context, page, name) {
  const answer = await context.request.get(await page.locator(".sheet nav a[href*='paper=pdf']").first().getAttribute("href"));
  assert.equal(answer.status(), 200, `${name}: ${await answer.text()}`);
  assert.equal(answer.headers()["content-type"], "application/pdf", name);
  return said(await answer.body());
}

describe("sheets", () => {
  test("every sheet of the list", async () => {
    // The screen in the hall is no paper.
    const sheets = pages().filter((p) => p.sheet && !p.name.endsWith("screen"));
    assert.ok(sheets.length >= 20, `${sheets.length} sheets`);
    for (const p of sheets) {
      const context = await enter(browser, house, { as: p.as });
      const page = await context.newPage();
      await open(page, p, house);
      let text = await pdfOf(context, page, p.name);
      // The record goes on while we look: a sheet that says how far is read a second time.
      if ((await pieces(page)).some((piece) => !text.includes(bare(piece)))) {
        await page.reload();
        text = await pdfOf(context, page, p.name);
      }
      for (const piece of await pieces(page)) assert.ok(text.includes(bare(piece)), `${p.name}: “${piece}” in ${text.slice(0, 600)}`);
      assert.ok(text.includes("演示数据"), `${p.name} says that it is invented`);
      await context.close();
    }
  });

  test("the entry slips of a building as one PDF", async () => {
    const context = await enter(browser, house, { as: "worker" });
    const page = await context.newPage();
    await page.goto("/slips");
    const label = (await page.locator("select[name=building] option").allInnerTexts()).find((words) => words.includes("3 号楼"));
    await page.goto(`/slips?building=${await page.locator("select[name=building] option", { hasText: label }).first().getAttribute("value")}`);
    for (const box of await page.locator("input[name=who]").all()) await box.check({ force: true });
    const { names, type, bytes } = await page.evaluate(async () => {
      const form = document.querySelector("main form[method=post][action='/slips']");
      const names = [...form.querySelectorAll("input[name=who]")].map((box) => box.closest("label").innerText.trim().split(/\s+/)[1]);
      const at = form.querySelector("[formaction*='paper=pdf']").getAttribute("formaction");
      const answer = await fetch(at, { method: "POST", body: new URLSearchParams(new FormData(form)) });
      return { names, type: answer.headers.get("content-type"), bytes: [...new Uint8Array(await answer.arrayBuffer())] };
    });
    assert.equal(type, "application/pdf");
    const text = said(Buffer.from(bytes));
    assert.ok(names.length > 1, `${names}`);
    for (const name of names) assert.ok(text.includes(name), `${name}: ${text.slice(0, 600)}`);
    assert.ok(text.includes("演示数据"), "it says that it is invented");
    await context.close();
  });

  test("the papers of all households of a vote as one file, with its progress, fetched again", async () => {
    const context = await enter(browser, house, { as: "worker" });
    const page = await context.newPage();
    await page.goto("/votes?area=");
    await page.click("main a:has-text('修屋顶、放快递柜')");
    const at = new URL(page.url()).pathname.match(/^\/votes\/[0-9a-f-]{36}/)[0];
    await page.goto(`${at}/papers-file`);
    const households = Number((await page.innerText("main form[action$='/papers-file'] .btn-main")).match(/\d+/)[0]);
    assert.ok(households > 90, `${households}`);
    await page.check("main input[value=delivery]", { force: true });
    const began = Date.now();
    await page.click("main form[action$='/papers-file'] .btn-main");
    // The page asks again by itself.
    await page.waitForSelector("main a[href$='/papers-file/file']", { timeout: 60_000 });
    console.log(`${households} papers in ${Date.now() - began} ms`);
    for (let twice = 0; twice < 2; twice++) {
      const answer = await context.request.get(await page.locator("main a[href$='/papers-file/file']").getAttribute("href"));
      assert.equal(answer.status(), 200);
      assert.match(answer.headers()["content-disposition"], /papers\.pdf/);
      const text = said(await answer.body());
      assert.equal(text.split("芙蓉里业主表决票").length - 1, households, "a paper for each household");
      assert.equal(text.split("号楼送达登记表").length - 1, 6, "a sheet before each building");
      assert.ok(text.includes("演示数据"), "it says that it is invented");
    }
    await context.close();
  });

  test("a notice as PDF and as a picture; a rare character is there, one that no font has is named", async () => {
    const context = await enter(browser, house, { as: "worker" });
    const page = await context.newPage();
    const post = async (title) => {
      await page.goto("/posting/new?ground=general");
      await page.selectOption("select[name=area]", { label: "和平里" });
      await page.selectOption("select[name=section]", "affairs");
      await page.fill("[name=title]", title);
      await page.fill("[name=words]", `请${RARE}师傅来修。`);
      await page.click("main form[action='/posting'] .btn-main");
      await page.waitForURL(/\/posting\/[0-9a-f-]{36}/);
      return await page.locator("main a[href^='/notice/']").first().getAttribute("href");
    };
    const at = (await post(`修水管 ${RARE}`)).split("?")[0].replace(/\/print$/, "");
    const pdf = await context.request.get(`${at}/print?paper=pdf`);
    assert.equal(pdf.status(), 200, await pdf.text());
    const text = said(await pdf.body());
    for (const words of [RARE, "修水管", "盖章处", "演示数据"]) assert.ok(text.includes(words), `${words}: ${text}`);
    const png = await (await context.request.get(`${at}/print?paper=png`)).body();
    assert.equal(png.subarray(1, 4).toString(), "PNG");
    assert.equal(png.readUInt32BE(16), 1080);
    const odd = (await post("一个\u{10fffd}字")).split("?")[0].replace(/\/print$/, "");
    const none = await page.goto(`${odd}/print?paper=pdf`);
    assert.equal(none.status(), 422);
    assert.match(await page.innerText("body"), /\u{10fffd}.*没有/u);
    await context.close();
  });

  test("a vote's notice in all its forms, with the area's title in a second script", async () => {
    const context = await enter(browser, house, { as: "worker" });
    const page = await context.newPage();
    await page.goto("/votes");
    const links = await page.locator("main a[href^='/votes/']").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
    const at = links.map((href) => href.match(/^\/votes\/[0-9a-f-]{36}/)?.[0]).find(Boolean);
    await page.goto(`${at}/notice`);
    const form = async (end) => {
      const answer = await context.request.get(await page.locator(`.sheet nav a[href$='paper=${end}']`).getAttribute("href"));
      assert.equal(answer.status(), 200, end);
      return await answer.body();
    };
    const title = (await page.innerText("article h1")).trim();
    const picture = await page.locator("article .hung-second img").count();
    const pdf = await form("pdf");
    assert.ok(said(pdf).includes(bare(title)), title);
    assert.equal(picture, 1, "the community has a title in a second script");
    const images = execFileSync("pdfimages", ["-list", join(folder, "sheet.pdf")], { encoding: "utf8" });
    assert.ok(images.trim().split("\n").length > 2, images);
    assert.equal((await form("png")).subarray(1, 4).toString(), "PNG");
    const docx = await form("docx");
    writeFileSync(join(folder, "notice.docx"), docx);
    const words = execFileSync("unzip", ["-p", join(folder, "notice.docx"), "word/document.xml"], { encoding: "utf8" });
    for (const part of [title, "盖章处", "演示数据"]) assert.ok(words.includes(part), part);
    await page.click(".sheet nav a[href$='paper=text']");
    const text = await page.inputValue("textarea[readonly]");
    assert.ok(text.includes(title) && text.includes(at) && !/1[3-9]\d{9}/.test(text), text);
    await context.close();
  });
});
