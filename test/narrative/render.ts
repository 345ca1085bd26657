import { en, es, type Locale, pt } from "rfm-kit/locale";
import { type Facts, type Narrative, narrate } from "rfm-kit/narrative";
import { cases } from "./cases.js";

export const LOCALES: readonly Locale[] = [en, es, pt];

/** All that is said of a shop, and of cases of one and of none, as a page of Markdown. */
export function renderNarratives(locale: Locale, shop: Facts): string {
  const say = (facts: Facts) => narrate(facts, { locale, currency: "EUR" });
  const parts = Object.entries(say(shop)).map(([part, sentences]) => `## ${part}\n\n${list(sentences)}`);
  const single = cases.map(([title, facts]) => {
    const { summary: _, ...told } = say(facts);
    return `### ${title}\n\n${list(Object.values(told).flat())}`;
  });
  const head = `# Every sentence: ${locale.language}\n\n${HEAD}`;
  return [head, ...parts, "## Cases", ...single, ""].join("\n\n").replace(/\n+$/, "\n");
}

const HEAD =
  "What `narrate` says of a simulated shop, and of cases of one and of none. Written by `npm run narratives`, held by a test.";

const list = (sentences: Narrative["base"]) =>
  sentences.map(({ id, text }) => `- ${text} \`${id}\``).join("\n");
