/** What does not fit on the phone at a text size: words wider than their bubble, labels of more than two lines. */
([selector, size]) => {
  const root = document.documentElement;
  const before = root.style.fontSize;
  const labels = [...document.querySelectorAll('.key-label')];
  root.style.fontSize = `${size}%`;
  for (const label of labels) label.style.overflowWrap = 'normal'; // a word that has to be broken does not fit
  const right = (part) => part.getBoundingClientRect().right;
  const wide = (part) => part.clientWidth > 0 && part.scrollWidth > part.clientWidth + 1;
  const high = (part) => part.scrollHeight > part.clientHeight + parseFloat(getComputedStyle(part).fontSize) / 2;
  const found = [...document.querySelectorAll(selector)].map((shown) => {
    const all = (parts) => [...shown.querySelectorAll(parts)];
    const edge = right(shown.closest('.device')) + 1;
    const beyond = (bubble) => (part) => right(part) > right(bubble) + 1 || wide(part);
    const words = (bubble) => [...bubble.querySelectorAll('.words, .words *')];
    return {
      id: Number(shown.dataset.message ?? 0),
      wide:
        all('.bubble').some((bubble) => words(bubble).some(beyond(bubble))) ||
        all('.bubble, .bubble :not(svg *), .key').some((part) => right(part) > edge),
      cut: all('.key-label')
        .filter((label) => wide(label) || high(label))
        .map((label) => label.textContent),
    };
  });
  root.style.fontSize = before;
  for (const label of labels) label.style.overflowWrap = '';
  return found;
};
