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
