import type { ClusterSentences } from "../../narrative/cluster-sentences.js";
import { customers, days, groups, orders, word } from "./words.js";

export const clusters: ClusterSentences = {
  count: ({ k, customers: count }) =>
    `Agrupados por semejanza, ${customers(count)} ${word(count, "forma", "forman")} ${groups(k)}.`,
  share: ({ name, customers: count, share }) =>
    `El grupo ${name.text} reúne ${customers(count)}, el ${share.text} del total.`,
  revenue: ({ name, customers: count, share, revenueShare }) =>
    `El grupo ${name.text} reúne ${customers(count)}, el ${share.text} del total, y aporta el ${revenueShare.text} de los ingresos.`,
  typical: ({ name, medianRecency, medianFrequency, medianMonetary }) =>
    `En el grupo ${name.text}, el cliente típico compró por última vez hace ${days(medianRecency)}, ha hecho ${orders(medianFrequency)} y ha gastado ${medianMonetary.text}.`,
  advice: ({ name, advice }) => `Qué hacer con el grupo ${name.text}: ${advice.text}`,
  recommendedClear: ({ recommended, silhouette, stability }) =>
    `La comparación recomienda ${groups(recommended)}: aparecen también en muestras de los clientes (estabilidad de ${stability.text}, uno como máximo) y están bien separados (silueta de ${silhouette.text}, uno como máximo).`,
  recommendedFaint: ({ recommended, silhouette, stability }) =>
    `La comparación recomienda ${groups(recommended)}: aparecen también en muestras de los clientes (estabilidad de ${stability.text}, uno como máximo), pero están poco separados (silueta de ${silhouette.text}, uno como máximo).`,
  noneRecommended: ({ from, to }) =>
    `La comparación de ${from.text} a ${groups(to)} no recomienda ningún número: los clientes no forman grupos por sí mismos, y dividirlos es solo una ayuda práctica.`,
  otherNumber: ({ k, recommended }) =>
    `Aquí se ${word(k, "muestra", "muestran")} ${groups(k)}, y no los ${recommended.text} que se recomiendan.`,
};
