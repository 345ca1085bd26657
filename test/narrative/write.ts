import { writeFileSync } from "node:fs";
import { LOCALES, renderNarratives } from "./render.js";
import { shopFacts } from "./shop.js";

const shop = shopFacts();
for (const locale of LOCALES) {
  const file = new URL(`../../docs/narratives.${locale.language}.md`, import.meta.url);
  writeFileSync(file, renderNarratives(locale, shop));
}
