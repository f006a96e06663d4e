// node shots.mjs BASE_URL DIR [NAME]: pictures of every page, phone 390×844, elder view, dark, and 1440×900.
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { enter, open, pages, runningHouse, startBrowser } from "./house.mjs";

const [base, dir = "shots", only = ""] = process.argv.slice(2);
mkdirSync(dir, { recursive: true });
const house = runningHouse(base, readFileSync(process.env.DEMO_SAID, "utf8"));
const browser = await startBrowser();
const looks = [
  { look: "phone", viewport: { width: 390, height: 844 } },
  { look: "elder", viewport: { width: 390, height: 844 }, size: "elder" },
  { look: "dark", viewport: { width: 390, height: 844 }, colorScheme: "dark" },
  { look: "en", viewport: { width: 390, height: 844 }, lang: "en" },
  { look: "desk", viewport: { width: 1440, height: 900 } },
];
try {
  for (const p of pages().filter((p) => p.name.includes(only))) {
    for (const { look, ...options } of looks) {
      if (p.desk && look !== "desk" && look !== "phone") continue;
      const context = await enter(browser, house, { as: p.as, ...options });
      const page = await context.newPage();
      await open(page, p, house);
      await page.screenshot({ path: join(dir, `${p.name}-${look}.png`) });
      if (look === "phone") await page.screenshot({ path: join(dir, `${p.name}-full.png`), fullPage: true });
      await context.close();
    }
    console.log(p.name);
  }
} finally {
  await browser.close();
  await house.stop();
}
