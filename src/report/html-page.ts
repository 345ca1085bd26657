import type { ReportDocument, Section } from "./blocks.js";
import { directionOf } from "./direction.js";
import { blockHtml } from "./html-blocks.js";
import { escaped, html, joined, type Markup } from "./markup.js";
import { STYLE } from "./style.js";

/** A report as one page that holds all it needs; its policy lets it load nothing and run nothing. */
export function pageOf({ language, title, subtitle, contents, skip, sections }: ReportDocument): Markup {
  return html`<!DOCTYPE html>
<html lang="${escaped(language)}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
${STYLE}
</head>
<body>
<a class="skip" href="#report">${escaped(skip)}</a>
<header>
<h1><bdi>${escaped(title)}</bdi></h1>${subtitle === undefined ? html`` : html`\n<p>${escaped(subtitle)}</p>`}
</header>${sections.length === 0 ? html`` : contentsOf(contents, sections)}
<main id="report" tabindex="-1">
${joined(sections.map(sectionHtml))}
</main>
</body>
</html>
`;
}

function contentsOf(heading: string, sections: readonly Section[]): Markup {
  const lines = sections.map(
    ({ id, title }) => html`<li><a href="#${escaped(id)}">${escaped(title)}</a></li>`,
  );
  return html`
<nav aria-labelledby="contents">
<h2 id="contents">${escaped(heading)}</h2>
<ol>
${joined(lines)}
</ol>
</nav>`;
}

function sectionHtml({ id, title, blocks }: Section): Markup {
  return html`<section id="${escaped(id)}">
<h2>${escaped(title)}</h2>
${joined(blocks.map(blockHtml))}
</section>`;
}
