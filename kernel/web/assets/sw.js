/* A report written without signal stays on this phone and is sent once, when there is signal again. Nobody's page is
   ever kept here: only /offline, which knows nobody, and files that never change. */
'use strict';
const SHELF = 'lianxin', BLANK = '/offline', TOKEN = '/offline/token', TAKES = '/report';
const UNREACHABLE = [502, 504];

self.addEventListener('install', (e) => e.waitUntil(restock().catch(() => {}).then(() => self.skipWaiting())));
self.addEventListener('activate', (e) => e.waitUntil(self.clients.claim()));
self.addEventListener('sync', (e) => e.waitUntil(send()));
self.addEventListener('message', (e) => e.waitUntil(asked(e)));
self.addEventListener('fetch', (e) => {
  const r = e.request, url = new URL(r.url);
  if (url.origin !== self.location.origin) return;
  if (r.mode === 'navigate' && r.method === 'POST' && url.pathname === TAKES) e.respondWith(written(r));
  else if (r.mode === 'navigate' && r.method === 'GET') e.respondWith(page(e));
  else if (r.method === 'GET' && url.pathname.startsWith('/assets/')) e.respondWith(file(r));
});

/* the one blank page and what it is drawn with */
async function restock() {
  const answer = await fetch(BLANK, { credentials: 'same-origin', cache: 'no-store' });
  if (!answer.ok || answer.redirected) return;
  const shelf = await caches.open(SHELF), html = await answer.clone().text();
  const used = Array.from(new Set(html.match(/\/assets\/[\w.-]+/g) || []));
  const old = (await shelf.keys()).filter((k) => !used.includes(new URL(k.url).pathname));
  await Promise.all(used.map(async (url) => (await shelf.match(url)) || shelf.add(url)));
  await shelf.put(BLANK, answer);
  await Promise.all(old.filter((k) => new URL(k.url).pathname !== BLANK).map((k) => shelf.delete(k)));
}

async function file(r) {
  return (await (await caches.open(SHELF)).match(r)) || fetch(r);
}

async function blank() {
  return (await (await caches.open(SHELF)).match(BLANK)) || Response.error();
}

async function page(e) {
  try {
    const answer = await fetch(e.request);
    if (UNREACHABLE.includes(answer.status)) return blank();
    if (new URL(e.request.url).pathname === TAKES) e.waitUntil(restock().catch(() => {}));
    e.waitUntil(send());
    return answer;
  } catch (_) {
    return blank();
  }
}

async function written(r) {
  const copy = r.clone();
  try {
    const answer = await fetch(r);
    if (!UNREACHABLE.includes(answer.status)) return answer;
  } catch (_) { /* no signal: below */ }
  await keep(Array.from((await copy.formData()).entries()));
  return Response.redirect(BLANK, 303);
}

/* the letters: kept | sent | back */
function shelf(mode, work) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('lianxin', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('letters', { keyPath: 'key' });
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const db = opening.result, tx = db.transaction('letters', mode), asked = work(tx.objectStore('letters'));
      tx.oncomplete = () => { db.close(); resolve(asked.result); };
      tx.onerror = tx.onabort = () => { db.close(); reject(tx.error); };
    };
  });
}
const all = () => shelf('readonly', (s) => s.getAll());
const put = (letter) => shelf('readwrite', (s) => s.put(letter));

async function keep(pairs) {
  const token = pairs.find(([name]) => name === 'token');
  const drawn = Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join('');
  await put({ key: (token && token[1]) || drawn, at: Date.now(), state: 'kept', pairs: pairs.filter(([name]) => name !== 'token') });
  if (self.registration.sync) await self.registration.sync.register('letters').catch(() => {});
}

let sending = null;
function send() {
  if (!sending) sending = sendAll().catch(() => {}).then(() => { sending = null; });
  return sending;
}

async function sendAll() {
  const waiting = (await all()).filter((l) => l.state === 'kept').sort((a, b) => a.at - b.at);
  for (const letter of waiting) {
    const told = await (await fetch(TOKEN, { credentials: 'same-origin', cache: 'no-store' })).json();
    let answer = await post(letter, told.token);
    /* the dangers' numbers stand over every letter that is kept here */
    if (answer.status === 422 && !letter.pairs.some(([name]) => name === 'danger_seen')) {
      letter.pairs.push(['danger_seen', '1']);
      answer = await post(letter, told.token);
    }
    const path = new URL(answer.url).pathname;
    if (answer.ok && answer.redirected && path.startsWith('/r/')) {
      await put({ key: letter.key, at: letter.at, state: 'sent', url: path, pairs: [] });
      await tell(told.sent);
    } else if (answer.status >= 400 && answer.status < 500 && answer.status !== 429) {
      await put(Object.assign(letter, { state: 'back' }));
      await tell(told.back);
    } else return;
  }
}

function post(letter, token) {
  const form = new FormData();
  letter.pairs.concat([['token', token], ['letter', letter.key]]).forEach(([name, value]) => form.append(name, value));
  return fetch(TAKES, { method: 'POST', body: form, credentials: 'same-origin' });
}

/* the page puts what the server wrote of it before everything else (app.js) */
async function tell(html) {
  for (const client of await self.clients.matchAll()) client.postMessage(html);
}

/* what the blank page asks for */
async function asked(e) {
  const { keep: pairs, drop } = e.data || {};
  if (pairs) await keep(pairs);
  if (drop) await shelf('readwrite', (s) => s.delete(drop));
  if (pairs) await send();
  if (e.ports[0]) e.ports[0].postMessage(await all());
}
