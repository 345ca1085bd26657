/**
 * Opens reports in Chromium: npm run test:browser. With `--pictures FOLDER` it leaves what it saw there. Without a Chromium it
 * says so, and fails where RFM_KIT_BROWSER is "required".
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { en, es, type Locale, pt } from "rfm-kit/locale";
import { reportHtml } from "rfm-kit/report";
import { drawCharts } from "../draw-charts.js";
import { type Facts, fullFacts, HOSTILE, hostileFacts } from "../facts.js";
import { ask, checkPage, type Found, findChromium, openBrowser, printPage, SIGHTS } from "./browser.js";

const chromium = findChromium();
if (chromium === undefined) {
  const isRequired = process.env.RFM_KIT_BROWSER === "required";
  console.log(
    `There is no Chromium in PATH: reports are not opened in a browser${isRequired ? "" : ", skipped"}.`,
  );
  process.exit(isRequired ? 1 : 0);
}

const at = process.argv.indexOf("--pictures");
const pictures = at < 0 ? undefined : process.argv[at + 1];
if (pictures !== undefined) mkdirSync(pictures, { recursive: true });

const full = fullFacts();
const hostile = hostileFacts();
const reports: readonly { readonly name: string; readonly facts: Facts; readonly locale: Locale }[] = [
  { name: "full", facts: full, locale: en },
  { name: "full", facts: full, locale: es },
  { name: "full", facts: full, locale: pt },
  { name: "hostile", facts: hostile, locale: en },
  { name: "empty", facts: {}, locale: en },
];

/** As a page shows a text: white space is one space, and what cannot be shown has a sign. */
const shown = (text: string) =>
  text
    .replace(/(?!\s)[\p{Cc}\p{Surrogate}]/gu, "\ufffd")
    .replace(/\s+/g, " ")
    .trim();

let checks = 0;
let failures = 0;
function tell(title: string, { check, faults }: Found): void {
  checks++;
  if (faults.length > 0) failures++;
  console.log(`${faults.length === 0 ? "ok  " : "FAIL"} ${title}: ${check}`);
  for (const fault of faults.slice(0, 10)) console.log(`     ${fault.replace(/\s+/g, " ")}`);
}

/** A page on which every check has something to find: what finds nothing here finds nothing anywhere. */
const FAULTY = `<!DOCTYPE html><title>Faulty</title><img src="http://elsewhere.invalid/a.png">
  <div style="width: 5000px; color: #ccc; background: #fff">pale</div><script>console.error("loud")</script>`;

const browser = await openBrowser(chromium);
try {
  const noticed = await checkPage(browser, { html: FAULTY }, SIGHTS[0]);
  for (const { check, faults } of noticed) {
    tell("a page full of faults", {
      check: `"${check}" notices`,
      faults: faults.length > 0 ? [] : ["nothing found"],
    });
  }
  for (const { name, facts, locale } of reports) {
    for (const withCharts of name === "full" && locale !== pt ? [true, false] : [true]) {
      const options = {
        locale,
        currency: "EUR",
        listCustomers: 15,
        ...(name === "hostile" && { title: HOSTILE.slice(0, 3).join(" ") }),
      };
      const html = reportHtml(facts, withCharts ? await drawCharts(facts, options) : options);
      for (const sight of SIGHTS) {
        const label = [
          name,
          locale.language,
          withCharts ? "charts" : "tables",
          sight.width,
          sight.theme,
        ].join("-");
        const found = await checkPage(browser, { html }, sight, async (page) => {
          const more: Found[] = [];
          if (name === "hostile") {
            const text = shown(await ask<string>(page, "text"));
            const lost = HOSTILE.filter((hostileName) => !text.includes(shown(hostileName)));
            more.push({ check: "shows hostile names as they are", faults: lost });
          }
          if (pictures !== undefined)
            await page.screenshot({ path: join(pictures, `${label}.png`), fullPage: true });
          if (sight !== SIGHTS[1] && sight !== SIGHTS[3]) return more;
          const { pdf, faults } = await printPage(page);
          if (pictures !== undefined) writeFileSync(join(pictures, `${label}.pdf`), pdf);
          return [...more, { check: "prints", faults }];
        });
        for (const one of found) tell(label, one);
      }
    }
  }
} finally {
  await browser.close();
}
console.log(`${checks} checks in Chromium, ${failures} failed`);
process.exitCode = failures === 0 ? 0 : 1;
