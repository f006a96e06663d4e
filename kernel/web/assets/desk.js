/* The keys of the desk's list, and ready answers that fill a field. Every page works without this file. ES5. */
(function () {
  var d = document, says = d.querySelector('[data-keys]');
  if (says) says.hidden = false;

  function up(node, is) {
    while (node && node.nodeType === 1 && !is(node)) node = node.parentNode;
    return node && node.nodeType === 1 ? node : null;
  }

  /* only while the focus is in the list: nobody who speaks to their computer presses these by mistake */
  d.addEventListener('keydown', function (e) {
    var list = d.getElementById('desk'), here = d.activeElement, at = -1, i, links, next, row, tick;
    if (!list || !list.contains(here) || e.ctrlKey || e.altKey || e.metaKey || e.shiftKey) return;
    row = up(here, function (n) { return n.tagName === 'TR'; });
    if (e.key === 'x') {
      tick = row && row.querySelector('input');
      if (!tick) return;
      tick.checked = !tick.checked;
    } else if (e.key === 'j' || e.key === 'k') {
      links = list.querySelectorAll('.what a');
      for (i = 0; i < links.length; i++) if (row && row.contains(links[i])) at = i;
      next = links[at + (e.key === 'j' ? 1 : -1)];
      if (next) next.focus();
    } else if (e.key === 'Enter' && here.type === 'checkbox') {
      next = row && row.querySelector('.what a');
      if (next) next.click();
    } else return;
    e.preventDefault();
  });

  /* the list is brought in anew while somebody works in it (app.js): what was ticked stays ticked, and the keys go on from
     the row they were at */
  var at = '', table = d.getElementById('desk');
  d.addEventListener('focusin', function (e) {
    var list = d.getElementById('desk');
    at = list && list.contains(e.target) && e.target.getAttribute('href') || '';
  });

  function kept(old) {
    var list = d.getElementById('desk'), ticks = old.querySelectorAll('input:checked'), i, same;
    for (i = 0; i < ticks.length && list; i++) {
      same = list.querySelector('input[value="' + ticks[i].value + '"]');
      if (same) same.checked = true;
    }
    if (!at || !list || d.activeElement !== d.body) return;
    same = list.querySelector('a[href="' + at + '"]');
    if (same) same.focus();
  }

  if (table && window.MutationObserver) {
    new MutationObserver(function (all) {
      var i, j, gone;
      for (i = 0; i < all.length; i++) {
        gone = all[i].removedNodes;
        for (j = 0; j < gone.length; j++) if (gone[j].id === 'desk') kept(gone[j]);
      }
    }).observe(table.parentNode, { childList: true });
  }

  d.addEventListener('click', function (e) {
    var link = up(e.target, function (n) { return n.hasAttribute('data-fill'); }), field, text;
    field = link && d.getElementById('f-' + link.getAttribute('data-fill'));
    if (!field) return;
    e.preventDefault();
    text = link.textContent;
    field.value = field.value && field.tagName === 'TEXTAREA' ? field.value + '\n' + text : text;
    field.focus();
  });
})();
