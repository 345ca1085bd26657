import {
  type Block,
  type Cell,
  type Column,
  type Figure,
  type Inline,
  piecesOf,
  type Table,
} from "./blocks.js";
import { escaped, html, imageAddress, joined, type Markup } from "./markup.js";

/** A block as HTML. */
export function blockHtml(block: Block): Markup {
  switch (block.kind) {
    case "paragraph":
      return block.isNote ? html`<p class="note">${line(block.text)}</p>` : html`<p>${line(block.text)}</p>`;
    case "heading":
      return html`<h3>${escaped(block.text)}</h3>`;
    case "list":
      return html`<ul>\n${joined(block.items.map((item) => html`<li>${piece(item)}</li>`))}\n</ul>`;
    case "keyFigures":
      return html`<dl class="key">\n${joined(block.figures.map(keyFigure))}\n</dl>`;
    case "definitions":
      return html`<dl class="words">\n${joined(block.entries.map(definition))}\n</dl>`;
    case "table":
      return tableHtml(block);
    case "figure":
      return figureHtml(block);
  }
}

/** A name stands in an element of its own, so that its direction does not reorder what is around it. */
function piece(inline: Inline): Markup {
  return typeof inline === "string" ? escaped(inline) : html`<bdi>${escaped(inline.name)}</bdi>`;
}

const line = (pieces: readonly Inline[]): Markup => joined(pieces.map(piece), "");

const plain = (pieces: readonly Inline[]): string =>
  pieces.map((inline) => (typeof inline === "string" ? inline : inline.name)).join("");

function keyFigure({ label, value }: { readonly label: Inline; readonly value: string }): Markup {
  return html`<div><dt>${piece(label)}</dt><dd>${escaped(value)}</dd></div>`;
}

function definition({ term, text }: { readonly term: string; readonly text: string }): Markup {
  return html`<div><dt>${escaped(term)}</dt><dd>${escaped(text)}</dd></div>`;
}

/** A table can be wider than the page: what it stands in scrolls, by keyboard too, and so it has a name. */
function tableHtml({ caption, columns, rows }: Table): Markup {
  const heads = columns.map(
    (column) => html`<th scope="col"${alignment(column)}>${piece(column.header)}</th>`,
  );
  const body = rows.map((row) => html`<tr>${joined(row.map(cellOf(columns)), "")}</tr>`);
  // A table of few columns is easier to read where they stand close.
  const size = columns.length < 4 ? html` class="few"` : html``;
  return html`<div class="table" role="region" tabindex="0" aria-label="${escaped(plain(caption))}">
<table${size}>
<caption><span>${line(caption)}</span></caption>
<thead><tr>${joined(heads, "")}</tr></thead>
<tbody>
${joined(body)}
</tbody>
</table>
</div>`;
}

const cellOf =
  (columns: readonly Column[]) =>
  (cell: Cell, i: number): Markup =>
    i === 0
      ? html`<th scope="row">${line(piecesOf(cell))}</th>`
      : html`<td${alignment(columns[i])}>${line(piecesOf(cell))}</td>`;

const alignment = ({ isFigure }: Column): Markup => (isFigure ? html` class="n"` : html``);

/** The first source that fits is shown. */
function figureHtml({ caption, description, images }: Figure): Markup {
  const { light, dark } = images;
  return html`<figure>
<picture>
<source media="screen and (max-width: 40rem) and (prefers-color-scheme: dark)" srcset="${imageAddress(dark.narrow)}">
<source media="screen and (prefers-color-scheme: dark)" srcset="${imageAddress(dark.wide)}">
<source media="screen and (max-width: 40rem)" srcset="${imageAddress(light.narrow)}">
<img role="img" alt="${escaped(description)}" src="${imageAddress(light.wide)}">
</picture>
<figcaption>${escaped(caption)}</figcaption>
</figure>`;
}
