// An office whose clock is set on between the steps of a story. Without libfaketime such stories are left out.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, runningHouse } from "./house.mjs";

/** What sets the clock of a program; nothing where it is not installed. */
export const fake = readdirSync("/usr/lib").map((d) => `/usr/lib/${d}/faketime/libfaketimeMT.so.1`).find((f) => existsSync(f));

/** The planted office: `later(days)` is the same, so many days after today; `end()` clears it away. */
export function officeInTime(binary) {
  const folder = mkdtempSync(join(tmpdir(), "lianxin-later-"));
  const data = join(folder, "demo");
  const said = execFileSync(binary, ["demo", "--once", "--data", data], { encoding: "utf8" });
  let child;
  const stop = async () => {
    if (!child) return;
    child.removeAllListeners("exit");
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await gone;
    child = undefined;
  };
  const later = async (days) => {
    await stop();
    const addr = `127.0.0.1:${await freePort()}`;
    const env = { ...process.env, FAKETIME: `+${days}d`, DONT_FAKE_MONOTONIC: "1" };
    if (days > 0) env.LD_PRELOAD = fake;
    child = spawn(binary, ["serve", "--addr", addr, "--data", data], { stdio: ["ignore", "pipe", "pipe"], env });
    let out = "";
    await new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`it did not start\n${out}`)), 60_000);
      const read = (d) => {
        out += d;
        if (out.includes(`http://${addr}`)) {
          clearTimeout(late);
          resolve();
        }
      };
      child.stdout.on("data", read);
      child.stderr.on("data", read);
      child.once("exit", (code) => reject(new Error(`it ended with ${code}\n${out}`)));
    });
    return runningHouse(`http://${addr}`, said);
  };
  const end = async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { later, end };
}
