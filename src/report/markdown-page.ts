import {
  type Block,
  type Inline,
  piecesOf,
  type ReportDocument,
  type Section,
  type Table,
} from "./blocks.js";
import { anchorOf, escapedMd, escapedName, joinedMd, type Markdown, md, strong } from "./markdown-text.js";

/** A report as GitHub-flavoured Markdown; of figures the words alone. */
export function markdownOf({ title, subtitle, contents, sections }: ReportDocument): Markdown {
  const parts = [
    md`# ${escapedMd(title)}`,
    ...(subtitle === undefined ? [] : [escapedMd(subtitle)]),
    ...(sections.length === 0 ? [] : [md`## ${escapedMd(contents)}`, contentsOf(sections)]),
    ...sections.flatMap(sectionMd),
  ];
  return md`${joinedMd(parts, "\n\n")}\n`;
}

function contentsOf(sections: readonly Section[]): Markdown {
  const lines = sections.map(({ title }) => md`- [${escapedMd(title)}](#${anchorOf(title)})`);
  return joinedMd(lines, "\n");
}

const sectionMd = ({ title, blocks }: Section): Markdown[] => [
  md`## ${escapedMd(title)}`,
  ...blocks.flatMap(blockMd),
];

function blockMd(block: Block): Markdown[] {
  switch (block.kind) {
    case "paragraph":
      return [line(block.text)];
    case "heading":
      return [md`### ${escapedMd(block.text)}`];
    case "list":
      return [
        joinedMd(
          block.items.map((item) => md`- ${piece(item)}`),
          "\n",
        ),
      ];
    case "keyFigures":
      // Another sign than that of lists, or a list below would go on with this one.
      return [
        joinedMd(
          block.figures.map(({ label, value }) => md`* ${entry(piece(label), value)}`),
          "\n",
        ),
      ];
    case "definitions":
      return [
        joinedMd(
          block.entries.map(({ term, text }) => md`- ${entry(escapedMd(term), text)}`),
          "\n",
        ),
      ];
    case "table":
      return [strong(line(block.caption)), tableMd(block)];
    case "figure":
      return [];
  }
}

const entry = (term: Markdown, text: string): Markdown => md`**${term}:** ${escapedMd(text)}`;

const piece = (inline: Inline): Markdown =>
  typeof inline === "string" ? escapedMd(inline) : escapedName(inline.name);

const line = (pieces: readonly Inline[]): Markdown => joinedMd(pieces.map(piece), "");

function tableMd({ columns, rows }: Table): Markdown {
  const heads = columns.map(({ header }) => piece(header));
  const rules = columns.map(({ isFigure }) => (isFigure ? md`---:` : md`:---`));
  const lines = [heads, rules, ...rows.map((row) => row.map((cell) => line(piecesOf(cell))))];
  return joinedMd(
    lines.map((cells) => md`| ${joinedMd(cells, " | ")} |`),
    "\n",
  );
}
