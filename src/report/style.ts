import { html } from "./markup.js";

/** How the page looks: on a screen of any width, by day and by night, and on paper. */
export const STYLE = html`<style>
:root {
  --paper: #ffffff; --ink: #1d2430; --soft: #525c6b; --line: #d9dee5; --accent: #1f5a7a;
  color-scheme: light;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #15171c; --ink: #e4e8ee; --soft: #a8b2bf; --line: #343c47; --accent: #8cc4e0;
    color-scheme: dark;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-behavior: smooth; }
body {
  margin: 0 auto; padding: 3.5rem clamp(1rem, 5vw, 3rem) 5rem; max-width: 62rem;
  background: var(--paper); color: var(--ink);
  font: 1rem/1.6 "Source Sans 3", "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif;
  overflow-wrap: anywhere;
}
h1, h2, h3 { line-height: 1.2; text-wrap: balance; margin: 0; font-weight: 600; }
h1 { font-size: clamp(1.9rem, 6vw, 2.7rem); letter-spacing: -0.015em; }
h2 { font-size: 1.55rem; letter-spacing: -0.01em; }
h3 { font-size: 1.12rem; margin-block: 2.5rem 0.75rem; }
p, ul { max-width: 44rem; margin-block: 0 1rem; text-wrap: pretty; }
a { color: var(--accent); text-underline-offset: 0.2em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
main:focus { outline: none; }
.skip { position: absolute; inset-inline-start: 1rem; top: -10rem; padding: 0.6rem 1rem; background: var(--accent); color: var(--paper); }
.skip:focus { top: 1rem; }
header { border-block-start: 4px solid var(--accent); padding-block: 1.5rem 0.5rem; }
header p { color: var(--soft); font-size: 1.1rem; margin: 0.75rem 0 0; }
nav { margin-block: 2rem 0; padding-block: 1.25rem; border-block: 1px solid var(--line); }
nav h2 { font-size: 0.85rem; letter-spacing: 0.06em; text-transform: uppercase; color: var(--soft); }
nav ol { columns: 15rem; column-gap: 2.5rem; margin: 0.75rem 0 0; padding-inline-start: 1.6rem; }
nav li { break-inside: avoid; padding-block: 0.2rem; }
nav li::marker { color: var(--soft); font-variant-numeric: tabular-nums; }
nav a { text-decoration-color: var(--line); }
section { margin-block-start: 3.5rem; padding-block-start: 1.5rem; border-block-start: 1px solid var(--line); }
nav + main > section:first-child { border-block-start: 0; margin-block-start: 1.5rem; }
section > h2 { margin-block-end: 1.25rem; }
main ul { padding-inline-start: 1.2rem; }
main li { margin-block-end: 0.45rem; }
main li::marker { color: var(--accent); }
.note { color: var(--soft); font-size: 0.9rem; }
.key { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr)); gap: 1.5rem 2rem; margin: 0 0 2rem; }
.key div { display: flex; flex-direction: column; gap: 0.2rem; border-inline-start: 3px solid var(--line); padding-inline-start: 0.9rem; }
.key dt { color: var(--soft); font-size: 0.9rem; line-height: 1.35; }
.key dd { order: -1; margin: 0; font-size: 1.6rem; font-weight: 600; line-height: 1.2; font-variant-numeric: tabular-nums; }
.words { margin: 0; }
.words div { display: grid; grid-template-columns: 13rem 1fr; gap: 0.25rem 1.5rem; padding-block: 0.8rem; border-block-end: 1px solid var(--line); }
.words dt { font-weight: 600; }
.words dd { margin: 0; max-width: 44rem; }
.table { overflow-x: auto; margin-block: 1.75rem; position: relative; }
table { border-collapse: collapse; min-width: 100%; font-size: 0.92rem; line-height: 1.4; font-variant-numeric: tabular-nums lining-nums; }
table.few { min-width: min(100%, 38rem); }
caption { text-align: start; padding-block-end: 0.5rem; font-weight: 600; }
caption span { position: sticky; inset-inline-start: 0; display: inline-block; max-width: min(44rem, calc(100vw - 2rem)); }
th, td { text-align: start; vertical-align: top; padding: 0.45rem 0.75rem; border-block-end: 1px solid var(--line); font-weight: 400; overflow-wrap: break-word; }
th:first-child { padding-inline-start: 0; }
th:last-child, td:last-child { padding-inline-end: 0.25rem; }
thead th { vertical-align: bottom; color: var(--soft); font-size: 0.86rem; line-height: 1.25; border-block-end: 1.5px solid var(--ink); min-width: 4.5rem; }
tbody th { position: sticky; inset-inline-start: 0; background: var(--paper); min-width: 8.5rem; max-width: 20rem; }
td { min-width: 4rem; }
td:not(.n) { min-width: 12rem; max-width: 36rem; }
.n { text-align: end; white-space: nowrap; }
thead .n { white-space: normal; }
figure { margin: 1.75rem 0; }
img { display: block; max-width: 100%; height: auto; }
figcaption { color: var(--soft); font-size: 0.9rem; margin-block-start: 0.5rem; }
@media (max-width: 40rem) {
  body { padding-block-start: 1.5rem; }
  .words div { grid-template-columns: 1fr; }
  .key { grid-template-columns: repeat(auto-fit, minmax(min(8.5rem, 100%), 1fr)); gap: 1.1rem 1rem; }
  .key dd { font-size: 1.3rem; }
  tbody th { min-width: 7rem; max-width: 9.5rem; }
  th, td { padding-inline: 0.5rem; }
}
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
@page { size: A4; margin: 18mm 16mm 20mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #525c6b; } }
@media print {
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  .skip { display: none; }
  section { break-before: page; border: 0; padding: 0; margin: 0; }
  nav + main > section:first-child { break-before: auto; margin-block-start: 1.5rem; }
  #pareto, #clusters, #forecast { break-before: auto; margin-block-start: 2.5rem; }
  h2, h3, caption { break-after: avoid; }
  h3 { margin-block-start: 1.5rem; }
  p { orphans: 3; widows: 3; }
  tr, figure, .key div, .words div, li { break-inside: avoid; }
  thead { display: table-header-group; }
  .table { overflow: visible; margin-block: 1.25rem; }
  table { font-size: 8pt; width: 100%; }
  thead th { font-size: 7.5pt; }
  th, td { padding: 0.3rem 0.4rem; }
  thead th, tbody th, td, td:not(.n) { min-width: 0; position: static; }
  caption span { position: static; max-width: none; font-size: 9pt; }
  img { max-height: 200mm; }
  a { color: inherit; text-decoration: none; }
}
</style>`;
