/**
 * Draws every chart on the real data, light and dark, into docs/gallery, and writes the page that shows them. Nothing of a
 * single customer is in them.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ChartSpec } from "rfm-kit/chart";
import { hasData } from "../data.js";
import { galleryCharts } from "./gallery-charts.js";
import { hashOf, WIDTH } from "./gallery-hash.js";
import { renderSvg } from "./svg.js";

const DOCS = join(import.meta.dirname, "../../docs");
const FOLDER = join(DOCS, "gallery");

if (!hasData) throw new Error("RFM_KIT_DATA has to name the folder of the real data.");
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER);
const hashes: Record<string, string> = {};
let page = "";
for (const { name, call, draw } of galleryCharts()) {
  const [light, dark] = (["light", "dark"] as const).map((theme) =>
    draw({ theme, currency: "GBP", width: WIDTH }),
  );
  for (const [theme, spec] of Object.entries({ light, dark })) {
    writeFileSync(join(FOLDER, `${name}-${theme}.svg`), await svgOf(spec));
  }
  hashes[name] = hashOf(light);
  page += sectionOf(name, call, light.description);
}
writeFileSync(join(FOLDER, "specs.json"), `${JSON.stringify(hashes, null, 2)}\n`);
writeFileSync(join(DOCS, "gallery.md"), `${headOfPage()}${page}`);

/** A picture without what only a live chart needs, its coordinates to a hundredth of a pixel. */
async function svgOf(spec: ChartSpec): Promise<string> {
  const still = { ...spec, config: { ...(spec.config as object), aria: false } };
  const { svg, complaints } = await renderSvg(still);
  if (complaints.length > 0) throw new Error(complaints.join("\n"));
  return svg.replace(/\d+\.\d{3,}/g, (number) => String(Number(Number(number).toFixed(2))));
}

function sectionOf(name: string, call: string, description: string): string {
  const alt = description.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  return `
\`${call}\`

<picture>
  <source media="(prefers-color-scheme: dark)" srcset="gallery/${name}-dark.svg">
  <img alt="${alt}" src="gallery/${name}-light.svg">
</picture>
`;
}

function headOfPage(): string {
  return `# Gallery

Every chart of [\`rfm-kit/chart\`](guide/chart.md), on Online Retail (Daqing Chen, UCI Machine Learning Repository, CC BY 4.0),
cleaned as in the README; the forecasts on the sample of CDNOW. The pictures follow the light or dark theme of the page.
\`npm run gallery\` draws them from the real data, and a test holds that they still are what the code draws.
`;
}
