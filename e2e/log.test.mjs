// The public log as a stranger checks it over HTTP, with an RFC 9162 implementation and an Ed25519 that are not ours.
import RFC9162 from "@transmute/rfc9162";
import assert from "node:assert/strict";
import { createPublicKey, verify } from "node:crypto";
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
  let receipt;
  for (let tries = 0; !receipt?.log; tries += 1) {
    assert.ok(tries < 40, "an act is in the log within a second or two");
    await new Promise((resolve) => setTimeout(resolve, 100));
    receipt = await json(`/api/v1/receipts/${mine.act}`);
  }
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
});

test("what is not in the log is not served", async () => {
  for (const path of ["/journal/tile/0/999", "/journal/tile/0/000.p/0", "/journal/tile/64/000", "/journal/tile/0/x000/001", "/journal/tile/entries/x999/x999/x999/x999/x999/x999/999"]) {
    assert.equal((await fetch(house.base + path)).status, 404, path);
  }
  assert.equal((await fetch(`${house.base}/api/v1/receipts/018f0000-0000-7000-8000-000000000001`)).status, 404);
});
