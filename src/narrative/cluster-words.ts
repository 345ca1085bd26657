import type { LabelledCluster } from "../cluster/label.js";
import type { ClusterLabel } from "../locale/cluster-texts.js";
import { clusters as english } from "../locale/en/clusters.js";
import type { LocaleOf } from "../locale/locale.js";

/** The name and the advice in the language, where they are the English ones of the label; those of the caller's own stay. */
export function wordsOf({ clusters }: LocaleOf<"clusters">, label: LabelledCluster) {
  const [kind, suffix] = partsOf(label.label);
  const [own, known] = [english[kind], clusters[kind]];
  return {
    name: label.name === `${own.name}${suffix}` ? `${known.name}${suffix}` : label.name,
    advice: label.advice === own.advice ? known.advice : label.advice,
  };
}

/** `"loyal-2"` → `["loyal", " 2"]`. */
function partsOf(label: LabelledCluster["label"]): [ClusterLabel, string] {
  const number = /-(\d+)$/.exec(label);
  if (number === null) return [label as ClusterLabel, ""];
  return [label.slice(0, number.index) as ClusterLabel, ` ${number[1]}`];
}
