// Choosing an answer template fills the message at once; without this, “Use” does.
document.querySelectorAll("select[data-fills]").forEach((select) => {
  const target = document.getElementById(select.dataset.fills);
  select.form.querySelector("button").hidden = true;
  select.addEventListener("change", () => {
    const text = select.selectedOptions[0].dataset.text;
    if (text) target.value = target.value.trim() ? `${target.value}\n\n${text}` : text;
    target.dispatchEvent(new Event("input", { bubbles: true }));
  });
});
