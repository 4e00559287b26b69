/* What script adds: night and large text, remembered; sharing, printing, copying a link or a citation; the calendar at its month. */

const root = document.documentElement;

function remember(key, value) {
  try {
    if (value) localStorage.setItem(key, value);
    else localStorage.removeItem(key);
  } catch {
    /* Storage is switched off: the choice holds for this page. */
  }
  if (value) root.dataset[key] = value;
  else delete root.dataset[key];
}

const systemDark = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => (root.dataset.theme || (systemDark.matches ? "dark" : "light")) === "dark";

function bindSwitch(selector, isOn, toggle) {
  for (const button of document.querySelectorAll(selector)) {
    const show = () => button.setAttribute("aria-pressed", String(isOn()));
    button.addEventListener("click", () => {
      toggle();
      show();
    });
    show();
  }
}

bindSwitch("[data-theme-switch]", isDark, () => remember("theme", isDark() ? "light" : "dark"));
bindSwitch(
  "[data-text-switch]",
  () => root.dataset.text === "large",
  () => remember("text", root.dataset.text === "large" ? "" : "large"),
);

async function copy(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  /* Older WeChat has no clipboard object. */
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "visually-hidden";
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
}

for (const share of document.querySelectorAll("[data-share]")) {
  const url = document.querySelector("link[rel=canonical]")?.href || location.href;
  const sheet = share.querySelector("[data-share-sheet]");
  if (navigator.share) {
    sheet.hidden = false;
    sheet.addEventListener("click", () =>
      navigator.share({ title: share.dataset.title, url }).catch(() => {}),
    );
  }
  const button = share.querySelector("[data-share-copy]");
  button.addEventListener("click", async () => {
    await copy(url);
    button.querySelector("span").textContent = button.dataset.done;
    share.querySelector("[data-share-status]").textContent = button.dataset.done;
  });
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.addEventListener("click", () => print());
}

for (const box of document.querySelectorAll("[data-copy]")) {
  const button = box.querySelector("[data-copy-button]");
  button.addEventListener("click", async () => {
    await copy(box.querySelector("[data-copy-text]").textContent.trim());
    button.querySelector("span").textContent = button.dataset.done;
    box.querySelector("[data-copy-status]").textContent = button.dataset.done;
  });
}

/* On a narrow screen the calendar opens at this month, beside the names. */
for (const calendar of document.querySelectorAll(".calendar")) {
  const now = calendar.querySelector("thead .calendar__now");
  const names = calendar.querySelector("thead th");
  if (now) calendar.scrollLeft = now.offsetLeft - names.offsetWidth - now.offsetWidth / 2;
}

/* A shared shape between the plate in a list and the plate that opens the page. */
function nameMovingPlate(link) {
  const plate = link?.closest(".card")?.querySelector(".plate");
  if (!plate) return;
  /* Two plates of one name would cancel the transition: a product's page has its own. */
  for (const other of document.querySelectorAll(".plate")) other.style.viewTransitionName = "none";
  plate.style.viewTransitionName = "plate";
}

if ("onpagereveal" in window) {
  document.addEventListener("click", (event) => nameMovingPlate(event.target.closest("a")));
}
