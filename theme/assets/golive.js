/* What a page gains where scripts run; without them it is complete. All that is added has the class "js". */
(() => {
const all = (what, root = document) => [...root.querySelectorAll(what)]
const add = (parent, tag, values) => parent.appendChild(
  Object.assign(document.createElement(tag), {className: "js", ...values}))

// How far away a day is by the reader's own clock, in the page's language.
const near = new Intl.RelativeTimeFormat(document.documentElement.lang, {numeric: "auto"})
const now = new Date()
for (const place of all("[data-day]")) {
  const [year, month, day] = place.dataset.day.split("-").map(Number)
  const days = Math.round((new Date(year, month - 1, day) - new Date(now.getFullYear(), now.getMonth(), now.getDate())) / 864e5)
  const past = "past" in place.dataset
  if (!days || days < 0 === past) add(place, "span", {textContent: " · " + near.format(days, "day")})
}

// A button that copies a link; where the browser forbids that, it marks the link for the reader's own copying.
for (const place of all("[data-copy]")) {
  const {copy, copied} = place.dataset, link = place.dataset.link || location.href
  const shown = place.querySelector("code")
  const button = add(place, "button", {type: "button", textContent: copy})
  button.setAttribute("aria-live", "polite")
  button.onclick = async () => {
    try {
      await navigator.clipboard.writeText(link)
      button.textContent = copied
    } catch {
      if (shown) getSelection().selectAllChildren(shown)
      else prompt(copy, link)
    }
  }
}

// Only one owner's outcomes.
for (const table of all("table[data-owner]")) {
  const owner = row => row.querySelector(".who").firstChild.textContent
  const rows = all("tbody tr", table), owners = [...new Set(rows.map(owner))]
  if (owners.length < 3) continue
  const label = add(table.previousElementSibling, "label", {textContent: table.dataset.owner + " "})
  const choice = add(label, "select")
  for (const name of ["", ...owners]) add(choice, "option", {value: name, textContent: name || table.dataset.all})
  choice.onchange = () => {
    table.classList.toggle("filtered", choice.value)
    for (const row of rows) row.hidden = choice.value && owner(row) !== choice.value
  }
}
})()
