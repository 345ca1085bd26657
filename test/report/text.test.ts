import { describe, expect, it } from "vitest";
import { directionOf } from "../../src/report/direction.js";
import { anchorOf, escapedMd, escapedName } from "../../src/report/markdown-text.js";
import { escaped, html, imageAddress, type Markup } from "../../src/report/markup.js";

describe("the doors of HTML", () => {
  it("let text in that means nothing, between tags and in attributes", () => {
    expect(escaped(`<a b='c' d="e">&amp;`)).toBe("&#60;a b&#61;&#39;c&#39; d&#61;&#34;e&#34;&#62;&#38;amp;");
    expect(escaped("a\nb")).toBe("a\nb");
  });

  it("show a sign for what no document can hold", () => {
    expect(escaped("\0a\u0007b\ud800c\udc00\uffff\u0085")).toBe("\ufffda\ufffdb\ufffdc\ufffd\ufffd\ufffd");
    expect(escaped("🫖")).toBe("🫖");
  });

  it("make an address without a space of an image", () => {
    const address = imageAddress(`<svg a='1'>\n#%"</svg>`);
    expect(address).toBe("data:image/svg+xml,%3Csvg%20a%3D&#39;1&#39;%3E%0A%23%25%22%3C/svg%3E");
  });

  it("are the only way into a template", () => {
    expect(html`<p>${escaped("<")}${3}</p>`).toBe("<p>&#60;3</p>");
    expect(() => html`${1.5}`).toThrow(TypeError);
    // @ts-expect-error A name has to go through a door.
    const unescaped: Markup = html`<p>${"name"}</p>`;
    expect(unescaped).toBe("<p>name</p>");
  });
});

describe("the doors of Markdown", () => {
  it.each([
    ["a | b", "a \\| b"],
    ["`*_[]<>~&#$@\\", "\\`\\*\\_\\[\\]\\<\\>\\~\\&\\#\\$\\@\\\\"],
    ["# no heading", "\\# no heading"],
    ["- no item", "\\- no item"],
    ["+ no item", "\\+ no item"],
    ["1. no item", "1\\. no item"],
    ["1) no item", "1\\) no item"],
    ["---", "\\---"],
    ["=HYPERLINK", "\\=HYPERLINK"],
    ["-4,035", "-4,035"],
    ["80.0%", "80.0%"],
    ["one\n\ntwo\r\n", "one two "],
    ["http://a.b", "http\\://a.b"],
    ["www.a.b", "www\\.a.b"],
    ["10:30", "10:30"],
  ])("turn %j into %j", (text, markdown) => {
    expect(escapedMd(text)).toBe(markdown);
  });

  it("keep a name apart that turns the direction of reading", () => {
    expect(escapedName("مرحبا")).toBe("\u2068مرحبا\u2069");
    expect(escapedName("tea")).toBe("tea");
  });

  it("know the anchor that GitHub gives a heading", () => {
    expect(anchorOf("Método y definiciones")).toBe("método-y-definiciones");
    expect(anchorOf("Who's in, who's out?")).toBe("whos-in-whos-out");
  });
});

describe("the direction of a page", () => {
  it.each([
    ["en", "ltr"],
    ["pt-BR", "ltr"],
    ["ar", "rtl"],
    ["he-IL", "rtl"],
    ["az-Arab", "rtl"],
  ])("of %s is %s", (language, direction) => {
    expect(directionOf(language)).toBe(direction);
  });
});
