import { toCsv } from "rfm-kit/export";
import { afterEach, describe, expect, it, vi } from "vitest";
import { expectRefusal } from "../refusal.js";

describe("toCsv", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it("writes a header and a line a row, each ended by CR LF", () => {
    const rows = [
      { id: "ada", spent: 20.5 },
      { id: "bob", spent: -3 },
    ];
    expect(toCsv(rows)).toBe("id,spent\r\nada,20.5\r\nbob,-3\r\n");
    expect(toCsv(rows, { newline: "\n", header: false })).toBe("ada,20.5\nbob,-3\n");
    expect(toCsv(rows, { bom: true }).startsWith("\uFEFFid,")).toBe(true);
  });

  it("quotes the delimiter, quotes and line breaks, and nothing else", () => {
    const line = (text: string, delimiter = ",") => toCsv([{ text, n: 1 }], { header: false, delimiter });
    expect(line("a,b")).toBe('"a,b",1\r\n');
    expect(line("a,b", ";")).toBe("a,b;1\r\n");
    expect(line('a"b')).toBe('"a""b",1\r\n');
    expect(line("a\rb")).toBe('"a\rb",1\r\n');
    expect(line("a\nb")).toBe('"a\nb",1\r\n');
    expect(line("a\u2028b c")).toBe("a\u2028b c,1\r\n");
    expect(line("\uD800")).toBe("\uD800,1\r\n");
    expect(line("a^b", "^")).toBe('"a^b"^1\r\n');
  });

  it("writes values as they are read again", () => {
    const at = new Date(Date.UTC(2024, 1, 29, 23, 30));
    const values = { a: null, b: undefined, c: "", d: true, e: false, f: 2n ** 64n, g: 1e21, h: -0, i: at };
    expect(toCsv([values], { header: false })).toBe(
      ",,,true,false,18446744073709551616,1e+21,0,2024-02-29T23:30:00.000Z\r\n",
    );
    const sum = 0.1 + 0.2;
    expect(toCsv([{ a: sum, b: -1.005, c: "1.005", d: 7 }], { decimals: 2, header: false })).toBe(
      "0.3,-1.01,1.005,7\r\n",
    );
    expect(toCsv([{ a: sum }], { decimals: 1, decimalComma: true, delimiter: ";" })).toBe("a\r\n0,3\r\n");
    expect(toCsv([{ a: 1.5, b: -1e-7, c: "1.5", d: 1234567 }], { delimiter: ";", decimalComma: true })).toBe(
      "a;b;c;d\r\n1,5;-1e-7;1.5;1234567\r\n",
    );
  });

  it("loses no column of any row, and invents none", () => {
    const rows = [{ b: 1 }, { a: 2 }, JSON.parse('{"b": 3, "__proto__": "x"}')] as Record<string, unknown>[];
    expect(toCsv(rows)).toBe("b,a,__proto__\r\n1,,\r\n,2,\r\n3,,x\r\n");
    expect(toCsv<object>([{ a: 1 }, { a: 2, toString: 3 }])).toBe("a,toString\r\n1,\r\n2,3\r\n");
  });

  it("takes columns in an order, under other names", () => {
    const rows = [{ id: 1, spent: 2, note: "x" }];
    expect(toCsv(rows, { columns: ["spent", "id"] })).toBe("spent,id\r\n2,1\r\n");
    expect(toCsv(rows, { columns: { note: "=Nota", id: undefined } })).toBe("'=Nota,id\r\nx,1\r\n");
    expect(toCsv([] as typeof rows, { columns: ["spent", "id"] })).toBe("spent,id\r\n");
  });

  it("gives nothing for no rows", () => {
    expect(toCsv([])).toBe("");
    expect(toCsv([], { bom: true })).toBe("");
    expect(toCsv([{}, {}])).toBe("");
    expect(toCsv([] as { a: 1 }[], { columns: ["a"], header: false })).toBe("");
  });

  it("leaves no line blank and lets no cell pass for a byte order mark", () => {
    expect(toCsv([{ a: "" }, { a: null }, { a: "x" }])).toBe('a\r\n""\r\n""\r\nx\r\n');
    expect(toCsv([{ a: "\uFEFFb" }], { header: false })).toBe('"\uFEFFb"\r\n');
    expect(toCsv([{ a: '\uFEFF"' }], { header: false })).toBe('"\uFEFF"""\r\n');
  });

  it.each(["=", "+", "-", "@", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫"])(
    "makes a text that begins with %s harmless, and no number",
    (sign) => {
      const cell = (text: string) => toCsv([{ [`${sign}a`]: text, n: -1, big: -1n }]);
      for (const before of ["", " ", "\u00A0", "\uFEFF", "\u200B", "\u2066", "\0"]) {
        const text = `${before}${sign}1`;
        expect(cell(text)).toContain(`'${text}`);
        expect(cell(text).startsWith(`'${sign}a,n,big\r\n`)).toBe(true);
        expect(cell(text).endsWith(",-1,-1\r\n")).toBe(true);
      }
      expect(cell(`1${sign}1`)).toContain(`\r\n1${sign}1,`);
      expect(toCsv([{ id: `${sign}5` }], { formulas: "keep" })).toBe(`id\r\n${sign}5\r\n`);
    },
  );

  it("makes a tab and line breaks at the start harmless", () => {
    const line = (text: string) => toCsv([{ text, n: 1 }], { header: false });
    expect(line("\ta")).toBe("'\ta,1\r\n");
    expect(line("\ra")).toBe('"\'\ra",1\r\n');
    expect(line("\na")).toBe('"\'\na",1\r\n');
    expect(line("\0a")).toBe("'\0a,1\r\n");
    expect(line(" a")).toBe(" a,1\r\n");
  });

  it("runs no text as a program, as a page without unsafe-eval asks", () => {
    vi.stubGlobal("Function", () => {
      throw new Error("a program was made from text");
    });
    expect(toCsv([{ a: 1 }])).toBe("a\r\n1\r\n");
  });

  it("refuses what is no cell, by row and column", () => {
    const rows = (value: unknown) => [{ a: 1 }, { a: value }];
    const cell = { code: "invalidValue", path: "a", row: 1 } as const;
    expectRefusal(() => toCsv(rows(Number.NaN)), { ...cell, message: "a finite number, received NaN" });
    expectRefusal(() => toCsv(rows(Number.POSITIVE_INFINITY)), cell);
    expectRefusal(() => toCsv(rows({ b: 1 })), { ...cell, message: "take apart what is nested" });
    expectRefusal(() => toCsv(rows([1])), cell);
    expectRefusal(() => toCsv(rows(new Date(Number.NaN))), { ...cell, message: "an invalid Date" });
    expectRefusal(() => toCsv(rows(Symbol("a"))), cell);
    expectRefusal(() => toCsv(rows(() => 1)), cell);
  });

  it("refuses what are no rows", () => {
    expectRefusal(() => toCsv({ a: [1] } as never), { code: "invalidInput", path: "rows" });
    expectRefusal(() => toCsv(Promise.resolve([]) as never), {
      code: "invalidInput",
      path: "rows",
      message: "await it",
    });
    expectRefusal(() => toCsv([{ a: 1 }, null] as never), { code: "invalidInput", path: "rows", row: 1 });
    expectRefusal(() => toCsv([[1]]), { code: "invalidInput", path: "rows", row: 0 });
  });

  it.each(["", ",,", '"', "\r", "\n", "-", "\\", "]", "a", "7", "é", "\uFEFF", "\uD800", "👩", 1, null])(
    "refuses the delimiter %j",
    (delimiter) => {
      const call = () => toCsv([{ a: 1 }], { delimiter: delimiter as string });
      expectRefusal(call, { code: "invalidOption", path: "delimiter" });
    },
  );

  it("refuses options that cannot be", () => {
    const call = (options: object) => () => toCsv([{ a: 1 }], options);
    const invalid = (path: string) => ({ code: "invalidOption", path }) as const;
    expectRefusal(call({ decimals: 1.5 }), invalid("decimals"));
    expectRefusal(call({ decimals: 13 }), invalid("decimals"));
    expectRefusal(call({ decimalComma: true }), { ...invalid("delimiter"), message: 'such as ";"' });
    expectRefusal(call({ newline: "\r" }), invalid("newline"));
    expectRefusal(call({ bom: 1 }), invalid("bom"));
    expectRefusal(call({ header: "no" }), invalid("header"));
    expectRefusal(call({ formulas: "strip" }), invalid("formulas"));
    expectRefusal(call({ columns: [] }), invalid("columns"));
    expectRefusal(call({ columns: ["a", "a"] }), invalid("columns"));
    expectRefusal(call({ columns: "a" }), invalid("columns"));
    expectRefusal(call({ columns: { a: 1 } }), invalid("columns"));
    expectRefusal(call({ columns: ["A"] }), {
      code: "unknownColumn",
      path: "columns",
      message: 'did you mean "a"?',
    });
    expectRefusal(call({ delimeter: ";" }), { code: "unknownOption", path: "delimeter" });
  });
});
