/* Runs before the first paint, so that nothing jumps: applies the remembered theme and text size. */
(function (root) {
  root.classList.add("js");
  try {
    ["theme", "text"].forEach(function (key) {
      var value = localStorage.getItem(key);
      if (value) root.dataset[key] = value;
    });
  } catch (error) {
    /* Storage is switched off: the page simply follows the system. */
  }
})(document.documentElement);
