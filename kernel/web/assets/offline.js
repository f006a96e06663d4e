/* The page for when there is no signal: what is written here is kept on this phone, and the list says what became of
   it. Runs only where the phone can keep letters at all. */
(function () {
  'use strict';
  const form = document.getElementById('letter'), list = document.getElementById('letters'), box = navigator.serviceWorker;
  const words = list.dataset;
  if (!box) return;

  function ask(what) {
    return box.ready.then((r) => new Promise((resolve) => {
      const way = new MessageChannel();
      way.port1.onmessage = (e) => resolve(e.data);
      r.active.postMessage(what, [way.port2]);
    }));
  }

  function add(to, tag, text, as) {
    const made = to.appendChild(document.createElement(tag));
    made.textContent = text;
    if (as) made.className = as;
    return made;
  }

  function show(letters) {
    list.textContent = '';
    letters.sort((a, b) => b.at - a.at).forEach((l) => {
      const li = add(list, 'li', '', 'card'), said = (l.pairs.find((p) => p[0] === 'words') || [])[1];
      const photos = l.pairs.filter((p) => typeof p[1] !== 'string' && p[1].size > 0).length;
      add(li, 'p', words[l.state], 'notice' + (l.state === 'sent' ? ' notice-ok' : l.state === 'back' ? ' notice-warn' : ''));
      if (said) add(li, 'p', '“' + said + '”', 'said');
      if (photos) add(li, 'p', words.photos.replace('0', photos), 'hint');
      if (l.state === 'sent') {
        const a = add(add(li, 'p', ''), 'a', words.open, 'btn btn-quiet');
        a.href = l.url;
      }
      if (l.state !== 'kept') {
        add(add(li, 'p', ''), 'button', words.drop, 'btn btn-quiet').onclick = () => ask({ drop: l.key }).then(show);
      }
    });
    list.hidden = !letters.length;
  }

  const place = /[?&]place=([^&]+)/.exec(location.search);
  if (place) form.elements.place.value = decodeURIComponent(place[1]);
  form.addEventListener('submit', (e) => {
    const words = form.elements.words, photo = form.elements.photo, bad = !words.value.trim() && !photo.files.length;
    e.preventDefault();
    e.stopPropagation();
    document.getElementById('none').hidden = !bad;
    if (bad) return words.focus();
    const pairs = Array.from(new FormData(form).entries()).filter((p) => typeof p[1] === 'string' || p[1].size > 0);
    ask({ keep: pairs }).then((letters) => {
      form.reset();
      document.getElementById('p-photo').textContent = '';
      show(letters);
      list.scrollIntoView();
    });
  }, true);
  box.addEventListener('message', () => ask({}).then(show));
  ask({}).then(show);
})();
