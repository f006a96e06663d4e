// A notice from draft to the proof that it hung: written, changed before it hangs, printed, photographed; its forms; the screen.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { enter, startBrowser, startHouse, violations } from "./house.mjs";

let house, browser;
before(async () => {
  house = await startHouse(process.env.LIANXIN_BIN);
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await house?.stop();
});

/** A picture of one colour, as a phone might send it. */
async function picture(page) {
  const url = await page.evaluate(() => {
    const c = document.createElement("canvas");
    c.width = 640;
    c.height = 480;
    const x = c.getContext("2d");
    x.fillStyle = "#887";
    x.fillRect(0, 0, 640, 480);
    return c.toDataURL("image/jpeg");
  });
  return { name: "board.jpg", mimeType: "image/jpeg", buffer: Buffer.from(url.split(",")[1], "base64") };
}

const today = () => new Date(Date.now() + 8 * 3600e3).toISOString().slice(0, 10);

for (const [lang, says] of [["zh-CN", { hangs: /公示中/, photo: /照片留好了/ }], ["en", { hangs: /Posted/, photo: /The photo is kept/ }]]) {
  test(`a notice is posted, proved and taken along: ${lang}`, async () => {
    const context = await enter(browser, house, { as: "worker", lang, viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await page.goto("/posting/new?ground=affairs");
    await page.selectOption("select[name=area]", { label: "和平里" });
    await page.fill("input[name=from]", today());
    await page.fill("textarea[name=words]", "办了三件事。\n花了两笔钱。");
    await page.click("main form[action='/posting'] .btn-main");
    assert.equal(await page.locator(".errsum a").count(), 1, "without a title it comes back");
    assert.equal(await page.inputValue("textarea[name=words]"), "办了三件事。\n花了两笔钱。");
    assert.deepEqual(await violations(page), []);
    await page.fill("input[name=title]", `公开 ${lang}`);
    await page.click("main form[action='/posting'] .btn-main");
    await page.waitForURL(/\/posting\/[0-9a-f-]{36}/);
    const id = new URL(page.url()).pathname.split("/").pop();
    await page.setInputFiles("input[type=file]", await picture(page));
    await page.check("form[action$='/proof'] input[name='nobody']");
    await page.click("form[action$='/proof'] .btn-main");
    await page.waitForURL(/said=proof/);
    assert.match(await page.innerText("main"), says.photo);
    assert.deepEqual(await violations(page), []);

    const anyone = await enter(browser, house, { lang, js: false });
    const reader = await anyone.newPage();
    await reader.goto(`/notice/${id}`);
    assert.match(await reader.innerText("main"), says.hangs);
    assert.equal(await reader.locator(".photos img").count(), 1, "the wall is there to see");
    await reader.goto(`/notice/${id}/print?paper=text`);
    const text = await reader.inputValue("textarea");
    assert.ok(text.includes(`/notice/${id}`) && !text.includes("三件事"), text);
    const docx = await reader.request.get(`/notice/${id}/print?paper=docx`);
    assert.equal((await docx.body()).subarray(0, 2).toString(), "PK");
    await reader.goto(`/notice/${id}/print`);
    await reader.emulateMedia({ media: "print" });
    const code = await reader.locator("svg.qr").boundingBox();
    assert.ok(code.width >= (25 / 25.4) * 96, `the code is ${code.width} px wide`);
    await reader.emulateMedia({ media: "screen" });
    await reader.goto("/notice-board/" + encodeURIComponent("和平里") + "/screen");
    await reader.click(".slide-sheet");
    assert.match(reader.url(), /stop=1/, "a click stops it");
    for (const c of [context, anyone]) await c.close();
  });
}
