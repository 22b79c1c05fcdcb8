/**
 * Runs in the page: filters by status, type and text. Without it the page shows everything. Members are looked through once,
 * at the first search; a group is opened by a search that finds some of its members, and closed again with the search.
 */
"use strict";
(() => {
  const form = document.getElementById("filter");
  const [search, type, count] = ["search", "type", "count"].map((id) => document.getElementById(id));
  const number = new Intl.NumberFormat("en");
  const each = (selector, within, of) => Array.from(within.querySelectorAll(selector), of);
  const textOf = (element) => element.textContent.toLowerCase();

  const sections = each("section.status", document, (element) => ({
    element,
    groups: each("details.group", element, (group) => ({
      element: group,
      status: group.dataset.status,
      type: group.dataset.type,
      size: group.querySelectorAll(".member").length,
    })),
  }));
  const all = sections.flatMap(({ groups }) => groups).reduce((sum, { size }) => sum + size, 0);

  const read = (group) => {
    if (group.members) return;
    const { element } = group;
    group.head = each(":scope > summary, .body > p, .body > .changes", element, textOf).join(" ");
    group.members = each(".member", element, (member) => ({ member, text: textOf(member) }));
  };

  const find = (group, words) => {
    if (words.length === 0 && !group.narrowed) return group.size;
    read(group);
    let found = 0;
    for (const { member, text } of group.members) {
      const hit = words.every((word) => group.head.includes(word) || text.includes(word));
      if (member.hidden === hit) member.hidden = !hit;
      if (hit) found += 1;
    }
    group.narrowed = found < group.size;
    return found;
  };

  const openFor = (group, searching) => {
    if (searching && group.was === undefined) group.was = group.element.open;
    if (searching) group.element.open = group.narrowed || group.was;
    else if (group.was !== undefined) {
      group.element.open = group.was;
      group.was = undefined;
    }
  };

  const apply = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const statuses = each("input:checked", form, ({ value }) => value);
    let shown = 0;
    for (const section of sections) {
      let inSection = 0;
      for (const group of section.groups) {
        const wanted = statuses.includes(group.status) && (type.value === "" || group.type === type.value);
        const found = wanted ? find(group, words) : 0;
        group.element.hidden = found === 0;
        if (found > 0) openFor(group, words.length > 0);
        inSection += found;
      }
      section.element.hidden = inSection === 0;
      shown += inSection;
    }
    count.textContent =
      shown === all ? number.format(all) + " listed" : number.format(shown) + " of " + number.format(all) + " listed";
  };

  let waiting = false;
  const soon = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      apply();
    });
  };

  if (form) {
    form.hidden = false;
    form.addEventListener("input", soon);
    form.addEventListener("submit", (event) => event.preventDefault());
    apply();
  }
})();
