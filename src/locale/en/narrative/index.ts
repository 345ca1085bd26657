import type { NarrativeTexts } from "../../narrative-texts.js";
import { base } from "./base.js";
import { clusters } from "./clusters.js";
import { certainties, forecast } from "./forecast.js";
import { migration } from "./migration.js";
import { pareto } from "./pareto.js";
import { products } from "./products.js";
import { conditions, figures, programme } from "./programme.js";
import { segments } from "./segments.js";

export const narrative: NarrativeTexts = {
  quote: (name) => `“${name}”`,
  sentences: { base, segments, pareto, clusters, migration, forecast, programme, products },
  conditions,
  certainties,
  figures,
};
