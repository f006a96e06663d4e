// The public log as a stranger checks it over HTTP, with an RFC 9162 implementation and an Ed25519 that are not ours.
import RFC9162 from "@transmute/rfc9162";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createPublicKey, verify } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { startHouse } from "./house.mjs";

const { consistencyProof, leaf, treeHead, verifyConsistencyProof, verifyInclusionProof } = RFC9162.default;

let house;
before(async () => (house = await startHouse(process.env.LIANXIN_BIN)));
after(async () => await house?.stop());

const get = async (path) => {
  const answer = await fetch(house.base + path);
  assert.equal(answer.status, 200, path);
  return new Uint8Array(await answer.arrayBuffer());
};
const json = async (path) => JSON.parse(new TextDecoder().decode(await get(path)));

/** `name+id+base64(1 ‖ key)` as a key of Node's. */
function publicKey(text) {
  const [name, id] = text.split("+", 2);
  const bytes = Buffer.from(text.slice(name.length + id.length + 2), "base64"); // which may hold a + itself
  assert.equal(bytes[0], 1, "an Ed25519 key of a log");
  const spki = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), bytes.subarray(1)]);
  return { name, id, key: createPublicKey({ key: spki, format: "der", type: "spki" }) };
}

/** A signed note: what it says, and whether this key signed it. */
function opened(note, { name, id, key }) {
  const cut = note.lastIndexOf("\n\n") + 1;
  const text = note.slice(0, cut);
  const [dash, signer, blob] = note.slice(cut + 1).trimEnd().split(" ");
  const bytes = Buffer.from(blob, "base64");
  const [origin, size, root] = text.split("\n");
  const good = dash === "—" && signer === name && bytes.subarray(0, 4).toString("hex") === id && verify(null, Buffer.from(text), key, bytes.subarray(4));
  return { good, origin, size: Number(size), root: Buffer.from(root, "base64") };
}

/** The path of tile `n` of a kind in a tree of `size` leaves. */
function tile(kind, n, size) {
  const width = Math.min(256, size - n * 256);
  return `/journal/tile/${kind}/${String(n).padStart(3, "0")}${width < 256 ? `.p/${width}` : ""}`;
}

/** Every entry of a tree, out of its bundles. */
async function entries(size) {
  const all = [];
  for (let n = 0; n * 256 < size; n += 1) {
    const bytes = await get(tile("entries", n, size));
    for (let at = 0; at < bytes.length; ) {
      const length = bytes[at] * 256 + bytes[at + 1];
      all.push(bytes.slice(at + 2, at + 2 + length));
      at += 2 + length;
    }
  }
  return all;
}

const report = async (words) => {
  const body = JSON.stringify({ words, place: "芙蓉里" });
  const answer = await fetch(`${house.base}/api/v1/reports`, { method: "POST", headers: { "content-type": "application/json" }, body });
  assert.equal(answer.status, 201);
  return await answer.json();
};

test("root, inclusion and consistency hold for a verifier this project did not write", async () => {
  const mine = await report("六号楼的信箱锁坏了");
  const receipt = await proved(mine.act);
  const key = publicKey(receipt.log.key);
  const first = opened(receipt.log.checkpoint, key);
  assert.ok(first.good, "the checkpoint is signed");
  assert.ok(!opened(receipt.log.checkpoint.replace(`\n${first.size}\n`, `\n${first.size + 1}\n`), key).good, "a changed one is not");
  assert.equal(first.origin, "demo.invalid/journal");
  assert.equal(first.size, receipt.log.size);

  const all = await entries(first.size);
  assert.equal(all.length, first.size);
  assert.deepEqual(Buffer.from(await treeHead(all)), first.root, "the root over all entries");
  for (let n = 0; n * 256 < first.size; n += 1) {
    const hashes = await get(tile("0", n, first.size));
    for (let i = 0; i * 32 < hashes.length; i += 1) {
      assert.deepEqual(Buffer.from(await leaf(all[n * 256 + i])), Buffer.from(hashes.slice(i * 32, i * 32 + 32)));
    }
  }

  const entry = all[receipt.log.index];
  const hash = await leaf(entry);
  assert.equal(Buffer.from(hash).toString("base64url"), receipt.leaf_hash);
  assert.equal(JSON.parse(new TextDecoder().decode(entry)).id, mine.act);
  assert.ok(!new TextDecoder().decode(entry).includes("信箱"), "what was written is not in the log");
  const proof = { log_id: "", tree_size: first.size, leaf_index: receipt.log.index, inclusion_path: receipt.log.proof.map((p) => new Uint8Array(Buffer.from(p, "base64"))) };
  assert.ok(await verifyInclusionProof(first.root, hash, proof), "the receipt is proved");
  const other = await leaf(all[receipt.log.index - 1]);
  assert.ok(!(await verifyInclusionProof(first.root, other, proof)), "another act is not");

  await report("六号楼的信箱还没有修");
  let second = first;
  for (let tries = 0; second.size === first.size; tries += 1) {
    assert.ok(tries < 40, "the log goes on");
    await new Promise((resolve) => setTimeout(resolve, 100));
    second = opened(new TextDecoder().decode(await get("/journal/checkpoint")), key);
  }
  assert.ok(second.good);
  const later = await entries(second.size);
  assert.deepEqual(Buffer.from(await treeHead(later)), second.root);
  const continued = await consistencyProof(proof, later);
  assert.ok(await verifyConsistencyProof(new Uint8Array(first.root), new Uint8Array(second.root), continued), "the later log continues the earlier one");
  const earlier = await json(`/api/v1/receipts/${mine.act}?size=${first.size}`);
  assert.deepEqual(earlier.log.proof, receipt.log.proof, "it can still be proved in the earlier tree");

  for (const [path, status, code, says] of [
    [`/api/v1/receipts/${mine.act}?size=${second.size + 1000}`, 422, "journal.later_tree", /not signed up to that many/],
    [`/api/v1/receipts/${mine.act}?size=${receipt.log.index}`, 422, "journal.earlier_tree", /recorded later/],
    ["/api/v1/receipts/018f0000-0000-7000-8000-000000000001", 404, "journal.no_receipt", /compare it with the receipt/],
    ["/api/v1/receipts/nonsense", 404, "journal.no_receipt", /compare it with the receipt/],
    ["/journal/tile/0/x999/000", 404, "journal.tile_beyond", /does not reach that far/],
    ["/journal/tile/entries/x001/000", 404, "journal.tile_beyond", /does not reach that far/],
    ["/journal/tile/63/999", 404, "journal.tile_beyond", /does not reach that far/],
    ["/journal/tile/64/000", 404, "journal.tile_path", /no such address/],
    ["/journal/tile/0/000.p/256", 404, "journal.tile_path", /no such address/],
    ["/journal/tile/0/x999/x999/x999/x999/x999/x999/x999/999", 404, "journal.tile_path", /no such address/],
    ["/journal/tile/entries/zzz", 404, "journal.tile_path", /no such address/],
  ]) {
    const got = await fetch(`${house.base}${path}`, { headers: { "accept-language": "en" } });
    const told = await got.json();
    assert.deepEqual([got.status, got.headers.get("content-type"), told.code], [status, "application/problem+json", code], path);
    assert.match(told.title, says, path);
  }
});

/** The receipt of an act that is in the log. */
async function proved(act) {
  for (let tries = 0; ; tries += 1) {
    assert.ok(tries < 40, "an act is in the log within a second or two");
    const receipt = await json(`/api/v1/receipts/${act}`);
    if (receipt.log) return receipt;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

test("a receipt is checked without the office, and one that was changed or belongs elsewhere is refused", async () => {
  const receipt = await proved((await report("七号楼的楼道窗关不上")).act);
  const later = await proved((await report("七号楼的楼道窗还关不上")).act);
  const folder = mkdtempSync(join(tmpdir(), "lianxin-receipt-"));
  const file = (name, text) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const checked = (text, ...more) => {
    const words = ["journal", "verify", "--data", join(folder, "none"), "--receipt", file("receipt.json", text), ...more];
    try {
      return [0, execFileSync(process.env.LIANXIN_BIN, words, { encoding: "utf8", stdio: "pipe" })];
    } catch (e) {
      return [e.status, e.stderr];
    }
  };
  const changed = (change) => {
    const copy = structuredClone(receipt);
    change(copy);
    return JSON.stringify(copy);
  };
  const whole = JSON.stringify(receipt);
  const key = ["--key", receipt.log.key];
  const same = file("same.txt", receipt.log.checkpoint);
  assert.match(checked(whole, ...key).join(" "), /^0 是真的/);
  assert.match(checked(whole).join(" "), /^0 没有给公钥/, "whose own key is used, and that is said");
  assert.match(checked(whole, ...key, "--checkpoint", same).join(" "), /^0 是真的/);
  const elsewhere = receipt.log.key.replace("demo.invalid", "elsewhere.invalid");
  for (const [text, more, says] of [
    [whole.slice(0, -20), key, /不是收据，或者没有存全/],
    ["", key, /不是收据/],
    [changed((r) => (r.log = null)), key, /还没进公开留底/],
    [changed((r) => (r.leaf_hash = later.leaf_hash)), key, /对不上/],
    [changed((r) => (r.leaf_hash = "x")), key, /留底号不对/],
    [changed((r) => (r.log.index = 0)), key, /对不上/],
    [changed((r) => (r.log.index = r.log.size)), key, /对不上/],
    [changed((r) => r.log.proof.pop()), key, /对不上/],
    [changed((r) => (r.log.proof = ["short"])), key, /证明不对/],
    [changed((r) => (r.log.checkpoint = later.log.checkpoint)), key, /对着前 \d+ 条/],
    [changed((r) => (r.log.checkpoint = r.log.checkpoint.replace(`\n${r.log.size}\n`, `\n${r.log.size + 1}\n`))), key, /签名不对/],
    [whole, ["--key", elsewhere], /不是公钥|签名不对/],
    [whole, ["--key", "nonsense"], /不是公钥/],
    [whole, [...key, "--checkpoint", file("later.txt", later.log.checkpoint)], /size=\d+/],
    [whole, [...key, "--checkpoint", file("note.txt", "not a note\n")], /不是这里签过名的留底/],
    [whole, [...key, "--checkpoint", join(folder, "nowhere.txt")], /读不了/],
  ]) {
    const [code, said] = checked(text, ...more);
    assert.equal(code, 1, `${says}: ${said}`);
    assert.match(said, says);
  }
  rmSync(folder, { recursive: true, force: true });
});

test("the log is checked over HTTP by the program itself, and a witness cosigns what continues", async () => {
  const folder = mkdtempSync(join(tmpdir(), "lianxin-witness-"));
  const run = (...words) => {
    try {
      const done = execFileSync(process.env.LIANXIN_BIN, ["journal", ...words, "--data", join(folder, "street")], { encoding: "utf8", stdio: "pipe" });
      return [0, done];
    } catch (e) {
      return [e.status, e.stdout + e.stderr];
    }
  };
  const receipt = await proved((await report("八号楼的单元门关不严")).act);
  const keep = (name, text) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const early = keep("early.txt", receipt.log.checkpoint);
  const whole = ["verify", "--url", house.base, "--key", receipt.log.key];
  assert.match(run(...whole, "--checkpoint", early).join(" "), /^0 核对完了：demo.invalid\/journal 的 \d+ 条都在/);
  assert.match(run("verify", "--url", `${house.base}/board`, "--key", receipt.log.key).join(" "), /^1 .*没有公开留底/);
  assert.match(run("verify", "--url", house.base).join(" "), /^1 没有公钥/);

  const cosign = (file, ...more) => run("checkpoint", "--witness", file, "--key", receipt.log.key, ...more);
  const [code, cosigned] = cosign(early);
  assert.equal(code, 0, cosigned);
  assert.equal(cosigned.split("\n— ").length, 3, "the log's signature and the witness's");
  const next = await proved((await report("八号楼的单元门还关不严")).act);
  const late = keep("late.txt", next.log.checkpoint);
  assert.match(cosign(late).join(" "), /^1 .*加上 --url/);
  assert.equal(cosign(late, "--url", house.base)[0], 0, "it continues the one that was seen");
  assert.match(cosign(early).join(" "), /^1 .*退回去了/);
  rmSync(folder, { recursive: true, force: true });
});

test("what is not in the log is not served", async () => {
  for (const path of ["/journal/tile/0/999", "/journal/tile/0/000.p/0", "/journal/tile/64/000", "/journal/tile/0/x000/001", "/journal/tile/entries/x999/x999/x999/x999/x999/x999/999"]) {
    assert.equal((await fetch(house.base + path)).status, 404, path);
  }
  assert.equal((await fetch(`${house.base}/api/v1/receipts/018f0000-0000-7000-8000-000000000001`)).status, 404);
});
