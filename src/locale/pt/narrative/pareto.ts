import type { ParetoSentences } from "../../narrative/pareto-sentences.js";
import { customers, word } from "./words.js";

const GINI =
  "O coeficiente de Gini, que é zero se todos trazem o mesmo e se aproxima de um se um só cliente traz tudo, é de";

export const pareto: ParetoSentences = {
  none: () => "Não há clientes cujo gasto se possa comparar.",
  noRevenue: () => "Os clientes não trouxeram receita, por isso ela não depende de poucos.",
  top: ({ top, topCustomers, topShare }) =>
    `Os ${top.text} dos clientes que mais gastam (${customers(topCustomers)}) trazem ${topShare.text} da receita.`,
  holders: ({ share, customersForShare, customerShare }) =>
    `Para reunir ${share.text} da receita ${word(customersForShare, "basta", "bastam")} ${customers(customersForShare)}, ${customerShare.text} do total.`,
  giniLow: ({ gini }) => `${GINI} ${gini.text}: a receita está distribuída de forma uniforme.`,
  giniMiddle: ({ gini }) => `${GINI} ${gini.text}: a receita está distribuída de forma um pouco desigual.`,
  giniHigh: ({ gini }) => `${GINI} ${gini.text}: a receita está distribuída de forma desigual.`,
  giniHighest: ({ gini }) => `${GINI} ${gini.text}: a receita está distribuída de forma muito desigual.`,
  ruleHolds: ({ top, share, topShare }) =>
    `A regra de que ${top.text} dos clientes trazem ${share.text} da receita vale aqui: trazem ${topShare.text}.`,
  ruleNearly: ({ top, share, topShare }) =>
    `A regra de que ${top.text} dos clientes trazem ${share.text} da receita quase vale aqui: trazem ${topShare.text}.`,
  ruleFails: ({ top, share, topShare }) =>
    `A regra de que ${top.text} dos clientes trazem ${share.text} da receita não vale aqui: trazem ${topShare.text}.`,
};
