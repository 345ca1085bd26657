import type { ClusterSentences } from "../../narrative/cluster-sentences.js";
import { customers, days, groups, orders, word } from "./words.js";

export const clusters: ClusterSentences = {
  count: ({ k, customers: count }) =>
    `Agrupados por semelhança, ${customers(count)} ${word(count, "forma", "formam")} ${groups(k)}.`,
  share: ({ name, customers: count, share }) =>
    `O grupo ${name.text} reúne ${customers(count)}, ${share.text} do total.`,
  revenue: ({ name, customers: count, share, revenueShare }) =>
    `O grupo ${name.text} reúne ${customers(count)}, ${share.text} do total, e traz ${revenueShare.text} da receita.`,
  typical: ({ name, medianRecency, medianFrequency, medianMonetary }) =>
    `No grupo ${name.text}, o cliente típico comprou pela última vez há ${days(medianRecency)}, já fez ${orders(medianFrequency)} e gastou ${medianMonetary.text}.`,
  advice: ({ name, advice }) => `O que fazer pelo grupo ${name.text}: ${advice.text}`,
  recommendedClear: ({ recommended, silhouette, stability }) =>
    `A comparação recomenda ${groups(recommended)}: aparecem também em amostras dos clientes (estabilidade de ${stability.text}, no máximo um) e estão bem separados (silhueta de ${silhouette.text}, no máximo um).`,
  recommendedFaint: ({ recommended, silhouette, stability }) =>
    `A comparação recomenda ${groups(recommended)}: aparecem também em amostras dos clientes (estabilidade de ${stability.text}, no máximo um), mas estão pouco separados (silhueta de ${silhouette.text}, no máximo um).`,
  noneRecommended: ({ from, to }) =>
    `A comparação de ${from.text} a ${groups(to)} não recomenda nenhum número: os clientes não formam grupos por si mesmos, e dividi-los é apenas uma ajuda prática.`,
  otherNumber: ({ k, recommended }) =>
    `Aqui ${word(k, "é mostrado", "são mostrados")} ${groups(k)}, e não os ${recommended.text} recomendados.`,
};
