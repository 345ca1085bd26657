import { accessSync, constants, readFileSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";

const IN_PAGE = readFileSync(new URL("in-page.js", import.meta.url), "utf8");

/** The first Chromium among the programs of this machine. */
export function findChromium(): string | undefined {
  const names = ["chromium", "chromium-browser", "google-chrome"];
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const files = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return files.find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

export const openBrowser = (executablePath: string): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      "--headless=new",
      "--no-sandbox",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });

/** How a page is looked at. */
export interface Sight {
  readonly width: number;
  readonly height: number;
  readonly theme: "light" | "dark";
}

export const SIGHTS: readonly Sight[] = (["light", "dark"] as const).flatMap((theme) => [
  { width: 360, height: 740, theme },
  { width: 1280, height: 900, theme },
]);

/** A page as text, or the file that holds it. */
export type Source = { readonly html: string } | { readonly file: string };

/** What a check found; nothing where all is well. */
export interface Found {
  readonly check: string;
  readonly faults: readonly string[];
}

/** What a page may do: scripts of its own, in the gallery of charts. */
export interface Allowed {
  readonly scripts?: boolean;
}

/**
 * Opens a page in a browser that is told nothing else, and holds it against what every page of rfm-kit keeps: it is silent,
 * asks for nothing but itself, fits its width, and axe has nothing to say.
 */
export async function checkPage(
  browser: Browser,
  source: Source,
  sight: Sight,
  more: (page: Page) => Promise<readonly Found[]> = async () => [],
  { scripts = false }: Allowed = {},
): Promise<readonly Found[]> {
  const { width, height, theme } = sight;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    serviceWorkers: "block",
  });
  try {
    const page = await context.newPage();
    const said: string[] = [];
    const asked: string[] = [];
    const address = "file" in source ? pathToFileURL(resolve(source.file)).href : "http://report.invalid/";
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) said.push(message.text());
    });
    page.on("pageerror", (error) => said.push(String(error)));
    page.on("request", (request) => {
      if (request.url() !== address) asked.push(request.url());
    });
    page.on("dialog", (dialog) => {
      said.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    if ("html" in source) {
      const body = Buffer.from(source.html, "utf8");
      await page.route(address, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body }));
    }
    await page.goto(address, { waitUntil: "load" });
    await page.waitForTimeout(50);
    const found: Found[] = [
      { check: "fits its width", faults: await ask(page, "tooWide") },
      { check: "shows its images", faults: await ask(page, "brokenImages") },
      ...(scripts ? [] : [{ check: "holds no script", faults: await ask<string[]>(page, "scripts") }]),
      { check: "axe", faults: await askAxe(page) },
      ...(await more(page)),
    ];
    return [
      { check: "is silent", faults: said },
      { check: "asks for nothing else", faults: asked },
      ...found,
    ];
  } finally {
    await context.close();
  }
}

/** Asks one of the functions of in-page.js. */
export const ask = <T>(
  page: Page,
  what: "tooWide" | "brokenImages" | "scripts" | "axe" | "text",
): Promise<T> => page.evaluate(`${IN_PAGE.trimEnd().replace(/;$/, "")}.${what}()`);

async function askAxe(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return ask(page, "axe");
}

/** Prints a page; the bytes of the PDF and what is wrong with them. */
export async function printPage(page: Page): Promise<{ readonly pdf: Buffer; readonly faults: string[] }> {
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const isPdf = pdf.subarray(0, 5).toString("latin1") === "%PDF-";
  const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  return { pdf, faults: isPdf && pages >= 1 ? [] : [`${pages} pages, ${isPdf ? "a" : "no"} PDF`] };
}
