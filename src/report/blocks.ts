/** A name out of the data, whatever it holds: shown as it is, and apart from the direction of the text around it. */
export interface NameText {
  readonly name: string;
}

/** A piece of a line: words of the report, or a name. */
export type Inline = string | NameText;

/** What stands in a cell: a piece, or several. */
export type Cell = Inline | readonly Inline[];

/** A column of a table. Figures stand on the right. */
export interface Column {
  readonly header: Inline;
  readonly isFigure: boolean;
}

export interface Paragraph {
  readonly kind: "paragraph";
  readonly text: readonly Inline[];
  /** A note is about what stands before it. */
  readonly isNote: boolean;
}

export interface Heading {
  readonly kind: "heading";
  readonly text: string;
}

export interface List {
  readonly kind: "list";
  readonly items: readonly Inline[];
}

/** A few figures that come before all others. */
export interface KeyFigures {
  readonly kind: "keyFigures";
  readonly figures: readonly { readonly label: Inline; readonly value: string }[];
}

/** Words and what they mean. */
interface Definitions {
  readonly kind: "definitions";
  readonly entries: readonly { readonly term: string; readonly text: string }[];
}

/** Rows whose first cell is what the row is about. */
export interface Table {
  readonly kind: "table";
  readonly caption: readonly Inline[];
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A chart, as SVG text for a page and for a narrow one. */
export interface Figure {
  readonly kind: "figure";
  readonly caption: string;
  /** What is to be seen, for who does not see it. */
  readonly description: string;
  readonly images: ChartImages;
}

/** One chart in two themes and two widths. */
interface ChartImages {
  readonly light: ChartWidths;
  readonly dark: ChartWidths;
}

interface ChartWidths {
  readonly wide: string;
  readonly narrow: string;
}

export type Block = Paragraph | Heading | List | KeyFigures | Definitions | Table | Figure;

/** A part of a report, with a line in the contents. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A report as a tree, of which a page and a text are written, so that both say the same. */
export interface ReportDocument {
  readonly language: string;
  readonly title: string;
  /** What the report is of; `undefined` where that is not known. */
  readonly subtitle: string | undefined;
  /** The heading of the contents. */
  readonly contents: string;
  /** The link to what follows the contents. */
  readonly skip: string;
  readonly sections: readonly Section[];
}

export const paragraph = (text: readonly Inline[]): Paragraph => ({ kind: "paragraph", text, isNote: false });
export const note = (...text: readonly Inline[]): Paragraph => ({ kind: "paragraph", text, isNote: true });
export const heading = (text: string): Heading => ({ kind: "heading", text });
export const list = (items: readonly Inline[]): List => ({ kind: "list", items });

/** A name out of the data; an id that is a number is one too. */
export const name = (value: unknown): NameText => ({ name: String(value) });

/** What a column shows of a row. */
export interface ColumnOf<Row> {
  readonly header: Inline;
  readonly isFigure: boolean;
  readonly cell: (row: Row) => Cell;
}

/** A column of words. */
export function words<Row>(header: Inline, cell: (row: Row) => Cell): ColumnOf<Row> {
  return { header, isFigure: false, cell };
}

/** A column of figures. */
export function figures<Row>(header: Inline, cell: (row: Row) => Cell): ColumnOf<Row> {
  return { header, isFigure: true, cell };
}

/** A table of rows; nothing where there is none. */
export function table<Row>(
  caption: Cell,
  rows: readonly Row[],
  columns: readonly ColumnOf<Row>[],
): readonly Table[] {
  if (rows.length === 0) return [];
  return [
    {
      kind: "table",
      caption: piecesOf(caption),
      columns: columns.map(({ header, isFigure }) => ({ header, isFigure })),
      rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
    },
  ];
}

/** The pieces of a cell. */
export function piecesOf(cell: Cell): readonly Inline[] {
  return isInline(cell) ? [cell] : cell;
}

const isInline = (cell: Cell): cell is Inline => !Array.isArray(cell);
