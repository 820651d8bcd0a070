(() => {
  const d = document, form = d.querySelector('.filters'), box = d.getElementById('search');
  if (!form || !box) return;
  const items = [...d.querySelectorAll('[data-s]')];
  // Katakana is searched as hiragana, wide letters as narrow ones.
  const plain = (text) => text.normalize('NFKC').toLowerCase()
    .replace(/[\u30a1-\u30f6]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 96)).replace(/[\s\u30fb·-]/g, '');
  const texts = items.map((item) => plain(item.dataset.s));
  const find = () => {
    const wanted = plain(box.value);
    items.forEach((item, i) => { item.hidden = !texts[i].includes(wanted); });
  };
  const inputs = [...form.querySelectorAll('fieldset input')];
  const keys = ['q', 'a', 'k', 'c', 'hu', 'he'];
  const write = () => {
    const set = new Map();
    inputs.forEach((input) => { if (input.checked && (input.type === 'checkbox' || input.value)) set.set(input.name, input.type === 'checkbox' ? '1' : input.value); });
    if (box.value) set.set('s', box.value);
    const hash = [...set].map(([key, value]) => key + '=' + encodeURIComponent(value).replace(/%2F/g, '/')).join('&');
    history.replaceState(null, '', hash ? '#' + hash : location.pathname + location.search);
  };
  const read = () => {
    if (!/^#[a-z]{1,2}=/.test(location.hash)) return;
    const set = new URLSearchParams(location.hash.slice(1));
    inputs.forEach((input) => {
      if (!keys.includes(input.name)) return;
      input.checked = input.type === 'checkbox' ? set.has(input.name) : input.value === (set.get(input.name) || '');
    });
    keys.slice(0, 4).forEach((key) => {
      const group = inputs.filter((input) => input.name === key);
      if (group.length && !group.some((input) => input.checked)) group[0].checked = true;
    });
    box.value = set.get('s') || '';
    find();
    if (inputs.some((input) => input.checked && input.value)) form.querySelector('details').open = true;
    const brand = set.get('b') && d.getElementById(set.get('b'));
    if (brand) { for (let up = brand; up; up = up.parentElement) if (up.localName === 'details') up.open = true; brand.scrollIntoView(); }
  };
  box.parentElement.hidden = false;
  box.addEventListener('input', () => { find(); write(); });
  form.addEventListener('change', write);
  form.addEventListener('reset', () => setTimeout(() => { find(); write(); }));
  form.addEventListener('submit', (event) => event.preventDefault());
  addEventListener('hashchange', read);
  read();
})();
