/* Every page works without this file. ES5: old phones read it too. */
(function () {
  var d = document, w = window, stream = null, wait = {};

  /* one press, one letter */
  d.addEventListener('submit', function (e) {
    var f = e.target;
    if (f.method !== 'post') return;
    if (f.getAttribute('data-sent')) return e.preventDefault();
    f.setAttribute('data-sent', '1');
    setTimeout(function () { f.removeAttribute('data-sent'); }, 9000); /* no answer: again */
  });

  /* bring in one element by its id, never a whole page */
  function fetchPart(id) {
    var t = d.getElementById(id);
    if (!t || !w.fetch) return;
    if (wait[id]) { wait[id] = 2; return; }
    if (t.querySelector('input:checked,input:focus,textarea:focus,select:focus')) return; /* at work there */
    wait[id] = 1;
    fetch(t.getAttribute('data-src') || location.href, { headers: { 'X-Fragment': id }, credentials: 'same-origin' })
      .then(function (r) { return r.ok && !r.redirected ? r.text() : ''; })
      .then(function (html) {
        var held, again = wait[id] > 1, now = d.getElementById(id);
        wait[id] = 0;
        if (again) return fetchPart(id);
        if (!html || html.indexOf('<html') >= 0 || !now) return;
        held = now.contains(d.activeElement) && d.activeElement.id;
        now.outerHTML = html;
        if (held && (now = d.getElementById(held))) now.focus();
      }, function () { wait[id] = 0; });
  }

  function open() {
    var url = d.body.getAttribute('data-live');
    if (!url || !w.EventSource || stream) return;
    stream = new EventSource(url);
    stream.addEventListener('moved', function (e) { fetchPart(e.data); });
  }

  w.addEventListener('pagehide', function () { if (stream) stream.close(); stream = null; });
  w.addEventListener('pageshow', function (e) {
    var sent, i;
    open();
    if (!e.persisted) return;
    sent = d.querySelectorAll('[data-sent]');
    for (i = 0; i < sent.length; i++) sent[i].removeAttribute('data-sent');
  });
  d.addEventListener('click', function (e) { if (e.target.hasAttribute('data-print')) w.print(); });

  /* what was just chosen */
  d.addEventListener('change', function (e) {
    var t = e.target, box = t.files && d.getElementById('p-' + t.name), i, img;
    if (!box || !w.URL) return;
    box.textContent = '';
    for (i = 0; i < t.files.length && i < 6; i++) {
      img = box.appendChild(d.createElement('img'));
      img.alt = '';
      img.src = URL.createObjectURL(t.files[i]);
    }
  });

  /* written without signal (sw.js) */
  var box = w.isSecureContext && navigator.serviceWorker;
  if (box) {
    box.register('/sw.js');
    box.onmessage = function (e) { d.getElementById('main').insertAdjacentHTML('afterbegin', e.data); };
  }

  var faults = d.querySelector('.errsum'), print = d.querySelectorAll('[data-print]'), i;
  for (i = 0; i < print.length; i++) print[i].hidden = false;
  if (faults) faults.focus();
})();
