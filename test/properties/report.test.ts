import fc from "fast-check";
import { marked } from "marked";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { reportHtml, reportMarkdown } from "rfm-kit/report";
import { describe, expect, it } from "vitest";
import { type Facts, fullFacts, HOSTILE } from "../report/facts.js";

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;

/** Marks every name of a shop, so that it can be found again. */
const MARK = "\u{10fffd}";
const { log, segments, clusters, programme, products, gateways } = fullFacts((name) => `${MARK}${name}`);
const marked_ = { log, segments, clusters, programme, products, gateways };

/** The facts with the marked names given out anew; further ones than there are get a number. */
function rename(names: readonly string[]): { readonly facts: Facts; readonly used: readonly string[] } {
  const given = new Map<string, string>();
  const nameOf = (text: string): string => {
    if (!text.startsWith(MARK)) return text;
    const i = given.size;
    const name = given.get(text) ?? (i < names.length ? names[i] : `${i} ${names[i % names.length]}`);
    given.set(text, name);
    return name;
  };
  const renamed = (value: unknown): unknown => {
    if (typeof value === "string") return nameOf(value);
    if (Array.isArray(value)) return value.map(renamed);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [nameOf(key), renamed(part)]));
  };
  return { facts: renamed(marked_) as Facts, used: [...given.values()] };
}

const piece = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.constantFrom(
    "<",
    ">",
    "&",
    '"',
    "'",
    "`",
    "=",
    "|",
    "*",
    "_",
    "[",
    "]",
    "(",
    ")",
    "#",
    "-",
    "+",
    "1.",
    "~",
    "\\",
    "\n",
    "\r",
    "\t",
    "$",
    "!",
    "http://a.b",
    "www.a.b",
    "a@b.co",
    "&amp;",
    "<!--",
    "-->",
    "\u2028",
    "\u0085",
  ),
  fc.string({ unit: "binary", maxLength: 6 }),
);
/** Names that are seen: of white space alone nothing is. */
const hostileName = fc
  .array(piece, { minLength: 1, maxLength: 5 })
  .map((pieces) => pieces.join(""))
  .filter((name) => /[^\s\p{C}]/u.test(name));
const scene = fc.uniqueArray(hostileName, { minLength: 12, maxLength: 12 });

const OPTIONS = { listCustomers: 5, rows: 4 };

/** A text as a page shows it: white space is one space, what cannot be shown has a sign, and isolation is not seen. */
const shown = (text: string) =>
  text
    .replace(/(?![\t\n\r])[\p{Cc}\p{Surrogate}\p{Noncharacter_Code_Point}]/gu, "\ufffd")
    .replace(/[\u2066-\u2069]/g, "")
    .replace(/\s+/g, " ")
    .trim();

function* nodesOf(node: Node): Generator<Node> {
  yield node;
  if ("childNodes" in node) for (const child of node.childNodes) yield* nodesOf(child);
}

const textOf = (node: Node): string =>
  [...nodesOf(node)].map((one) => (one.nodeName === "#text" && "value" in one ? one.value : "")).join("");

/** Text of the elements that hold a line each, in order; what a list of terms says with a colon has one. */
function linesOf(root: Node): string[] {
  const lines: string[] = [];
  for (const node of nodesOf(root)) {
    if (!["h1", "h2", "h3", "p", "li", "caption", "th", "td", "dt", "dd"].includes(node.nodeName)) continue;
    if (node.nodeName === "dd") lines.push(`${lines.pop()}: ${shown(textOf(node))}`);
    else lines.push(shown(textOf(node)));
  }
  return lines;
}

const HTML_ELEMENTS =
  "html head meta title style body a header h1 bdi p nav h2 ol li main section div dl dt dd table caption span thead tr th tbody td ul h3";
const HTML_ATTRIBUTES =
  "charset http-equiv content name lang dir class href aria-labelledby aria-label id tabindex role scope";
const MARKDOWN_ELEMENTS = "html head body h1 h2 h3 p ul li a strong table thead tbody tr th td";

describe("reportHtml", () => {
  it("is parsed to the names it was given, in elements and attributes of its own, without a fault", () => {
    fc.assert(
      fc.property(scene, (names) => {
        const { facts, used } = rename(names);
        const [title] = names;
        const faults: string[] = [];
        const page = parse(reportHtml(facts, { ...OPTIONS, title }), {
          onParseError: ({ code }) => faults.push(code),
        });
        expect(faults).toEqual([]);
        const elements = [...nodesOf(page)].filter(({ nodeName }) => /^[a-z]/.test(nodeName));
        for (const element of elements) {
          expect(HTML_ELEMENTS.split(" ")).toContain(element.nodeName);
          for (const { name } of "attrs" in element ? element.attrs : [])
            expect(HTML_ATTRIBUTES.split(" ")).toContain(name);
        }
        const shownNames = elements
          .filter(({ nodeName }) => nodeName === "bdi")
          .map((bdi) => shown(textOf(bdi)));
        const alone = new Set(shownNames.filter((name) => used.some((one) => shown(one) === name)));
        expect(alone.size).toBeGreaterThan(10);
        const [head] = elements.filter(({ nodeName }) => nodeName === "title");
        expect(shown(textOf(head))).toBe(shown(title));
      }),
      { numRuns: 40 },
    );
  });

  it("gives a region of a table the name that its caption has", () => {
    fc.assert(
      fc.property(scene, (names) => {
        const { facts } = rename(names);
        const page = parse(reportHtml(facts, OPTIONS));
        const regions = [...nodesOf(page)].filter(
          (node) =>
            "attrs" in node && node.attrs.some(({ name, value }) => name === "role" && value === "region"),
        );
        expect(regions.length).toBeGreaterThan(15);
        for (const region of regions) {
          const { value } = ("attrs" in region ? region.attrs : []).find(
            ({ name }) => name === "aria-label",
          ) ?? {
            value: "",
          };
          const caption = [...nodesOf(region)].find(({ nodeName }) => nodeName === "caption") as Node;
          expect(shown(value)).toBe(shown(textOf(caption)));
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe("reportMarkdown", () => {
  it("says line by line what reportHtml says, and whatever names hold makes no element of its own", () => {
    fc.assert(
      fc.property(scene, (names) => {
        const { facts } = rename(names);
        const [title] = names;
        const page = parse(reportHtml(facts, { ...OPTIONS, title }));
        const [body] = [...nodesOf(page)].filter(({ nodeName }) => nodeName === "body");
        const rendered = parse(marked.parse(reportMarkdown(facts, { ...OPTIONS, title }), { async: false }));
        for (const element of nodesOf(rendered)) {
          if (/^[a-z]/.test(element.nodeName))
            expect(MARKDOWN_ELEMENTS.split(" ")).toContain(element.nodeName);
          for (const { name, value } of "attrs" in element ? element.attrs : [])
            expect(name === "href" ? value[0] : name).toMatch(/^(#|align)$/);
        }
        expect(linesOf(rendered)).toEqual(linesOf(body));
      }),
      { numRuns: 40 },
    );
  });
});
