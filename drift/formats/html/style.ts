/** The looks of the page: light and dark as the reader's system, one column, print without what is only for a screen. */
export const style = `
:root {
  --ground: #f7f7f5; --paper: #ffffff; --ink: #1d2329; --quiet: #5b6570; --line: #e3e4e0; --accent: #0b6e75; --code: #f1f2ef;
  --in-sync: #2f8f5b; --changed: #c07a00; --missing: #c8372d; --not-checked: #8250a8; --unmanaged: #3d7cc9;
  color-scheme: light dark;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14181c; --paper: #1c2127; --ink: #e4e7ea; --quiet: #9aa5b1; --line: #2e353d; --accent: #5cc4cc; --code: #262d34;
    --in-sync: #56b881; --changed: #e0a63c; --missing: #ef6b60; --not-checked: #b98ade; --unmanaged: #74a9e8;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body {
  margin: 0 auto; padding: 2.5rem 1.25rem 5rem; max-width: 68rem; background: var(--ground); color: var(--ink);
  font: 1rem/1.55 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: anywhere;
}
code { font: .875em/1.5 ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", monospace; white-space: pre-wrap; }
.quiet, small { color: var(--quiet); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: var(--paper); z-index: 2; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }

header { display: flex; gap: 2rem; justify-content: space-between; align-items: center; }
header p { margin: 0; }
.eyebrow { color: var(--accent); font-weight: 600; font-size: .875rem; }
h1 { margin: .1rem 0 .4rem; font-size: clamp(1.5rem, 4vw, 2.1rem); line-height: 1.2; font-weight: 650; letter-spacing: -.015em; }
.verdict { font-size: 1.1rem; }
.ring { flex: none; width: 8.75rem; }
.ring circle { fill: none; stroke-width: 11; }
.ring .track { stroke: var(--line); }
.ring .filled { stroke: var(--accent); }
.ring text { text-anchor: middle; fill: var(--ink); }
.ring .figure { font-size: 23px; font-weight: 650; dominant-baseline: middle; }
.ring .caption { font-size: 11.5px; fill: var(--quiet); dominant-baseline: middle; }

.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: .75rem; margin: 1.75rem 0 1rem; }
.card { padding: .8rem 1rem; background: var(--paper); border: 1px solid var(--line); border-radius: 10px; }
.card dt { display: flex; align-items: center; gap: .5rem; color: var(--quiet); font-size: .875rem; white-space: nowrap; }
.card dd { margin: .1rem 0 0; font-size: 1.55rem; font-weight: 650; line-height: 1.25; font-variant-numeric: tabular-nums; }
.card.zero dd { color: var(--quiet); font-weight: 400; }
.dot { flex: none; display: inline-block; width: .65rem; height: .65rem; border-radius: 50%; background: currentColor; }
.dot.in-sync { color: var(--in-sync); } .dot.changed { color: var(--changed); } .dot.missing { color: var(--missing); }
.dot.not-checked { color: var(--not-checked); } .dot.unmanaged { color: var(--unmanaged); }
.bar { display: block; width: 100%; height: 12px; border-radius: 6px; }
.bar .in-sync { fill: var(--in-sync); } .bar .changed { fill: var(--changed); } .bar .missing { fill: var(--missing); }
.bar .not-checked { fill: var(--not-checked); } .bar .unmanaged { fill: var(--unmanaged); }
.notes { margin: 1.25rem 0 0; padding: .8rem 1rem .8rem 2.2rem; background: var(--paper); border: 1px solid var(--line); border-left: 4px solid var(--changed); border-radius: 8px; }

#filter {
  position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .6rem .9rem; align-items: center;
  margin: 1.75rem -1.25rem 0; padding: .75rem 1.25rem; background: var(--ground); border-bottom: 1px solid var(--line);
}
#filter input[type=search], #filter select {
  font: inherit; color: inherit; padding: .4rem .7rem; background: var(--paper); border: 1px solid var(--line); border-radius: 8px;
}
#filter input[type=search] { flex: 1 1 16rem; min-width: 0; }
#filter fieldset { display: flex; flex-wrap: wrap; gap: .25rem .9rem; margin: 0; padding: 0; border: 0; }
.box { display: inline-flex; gap: .35rem; align-items: center; }
.box input { accent-color: var(--accent); }
#count { margin: 0 0 0 auto; color: var(--quiet); font-size: .875rem; font-variant-numeric: tabular-nums; }

h2 { margin: 2.25rem 0 .75rem; font-size: 1.15rem; font-weight: 650; }
h2 .dot { margin-right: .5rem; }
h2 small { margin-left: .4rem; font-size: .875rem; font-weight: 400; }
.group { margin: .5rem 0; background: var(--paper); border: 1px solid var(--line); border-radius: 10px; }
.group > summary { display: flex; gap: .9rem; align-items: baseline; padding: .65rem 1rem; cursor: pointer; list-style: none; }
.group > summary::-webkit-details-marker { display: none; }
.group > summary::after { content: ""; flex: none; align-self: center; margin-left: auto; width: .45rem; height: .45rem; border: solid var(--quiet); border-width: 0 2px 2px 0; transform: rotate(-45deg); }
.group[open] > summary::after { transform: rotate(45deg); }
.count { min-width: 3.2rem; text-align: right; font-weight: 650; font-variant-numeric: tabular-nums; }
.what { min-width: 0; }
.chip { display: inline-block; padding: 0 .5rem; background: var(--code); border-radius: 6px; font-size: .9375em; }
.body { padding: .25rem 1rem 1rem; border-top: 1px solid var(--line); }
.body > p { margin: .75rem 0; }
.remedy { display: flex; gap: .75rem; align-items: baseline; }
.remedy span { flex: none; color: var(--quiet); font-size: .875rem; }
.remedy code { flex: 1; padding: .35rem .7rem; background: var(--code); border-radius: 6px; }
.left { color: var(--quiet); }

.wide { max-height: 26rem; overflow: auto; border-radius: 6px; }
table { width: 100%; border-collapse: collapse; font-size: .9375rem; }
th, td { padding: .35rem .75rem .35rem 0; text-align: start; vertical-align: top; }
thead th { color: var(--quiet); font-size: .8125rem; font-weight: 500; white-space: nowrap; }
tbody tr > * { border-top: 1px solid var(--line); }
tbody th { font-weight: 400; }
.members > thead th { position: sticky; top: 0; background: var(--paper); }
.members td { min-width: 6rem; overflow-wrap: break-word; }
.members td:first-child { min-width: 9rem; }
.members code { white-space: nowrap; }
.own td { min-width: 0; }
.changes { margin-top: .5rem; table-layout: fixed; }
.changes code { white-space: pre-wrap; }
.own > td { padding: 0 0 .5rem 1.5rem; border: 0; }
.own .changes { margin: 0; }
.own tr > * { border: 0; padding-block: .1rem; }
.own .changes thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.long summary { cursor: pointer; }
.long[open] summary { color: var(--quiet); }

@media (max-width: 40rem) {
  body { padding-top: 1.25rem; }
  header { gap: 1rem; }
  .ring { width: 6.25rem; }
  .cards { grid-template-columns: repeat(2, 1fr); gap: .5rem; }
  .card:last-child { grid-column: 1 / -1; }
  #filter { position: static; }
  h2 small { display: block; margin: .15rem 0 0 1.15rem; }
  .count { min-width: 0; }
  .remedy { display: block; }
  .remedy code { display: block; margin-top: .25rem; }
}
@media print {
  :root { --ground: #fff; --paper: #fff; --ink: #000; --quiet: #444; --line: #ccc; --code: #f4f4f4; }
  body { max-width: none; padding: 0; font-size: 9.5pt; }
  #filter, .skip, .group > summary::after { display: none !important; }
  .wide { max-height: none; overflow: visible; }
  .group, tr { break-inside: avoid-page; }
  .group[open], .group:has(.members) { break-inside: auto; }
  h2 { break-after: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
