import type {
  ConditionPhrases,
  FigureNames,
  ProgrammeSentences,
} from "../../narrative/programme-sentences.js";
import { customers, days, members, noun, orNone, products, times, word } from "./words.js";

const memberships = /* @__PURE__ */ noun("adesão", "adesões", "nenhuma adesão");
const ordersAsked = /* @__PURE__ */ noun("pedido", "pedidos");

export const programme: ProgrammeSentences = {
  size: ({ asOf, members: count, customers: all, share }) =>
    `Em ${asOf.text}, o programa tem ${members(count)} entre ${customers(all)}, ou seja, ${share.text}.`,
  sizeRange: ({ low, high }) =>
    `Entre outros tantos clientes como estes, o acaso por si só daria entre ${low.text} e ${members(high)}.`,
  atBorder: ({ atBorder }) =>
    `Perto do limite, ou já fora da regra, ${atBorder.number === 0 ? "não há nenhum membro" : `há ${members(atBorder)}`}.`,
  sensitivity: ({ condition, admitted }) =>
    `O limiar que mais influi: com ${condition.text}, a regra ${admitted.number === 0 ? "não admitiria" : "admitiria"} ${customers(admitted)}.`,
  figure: ({ figure, membersMedian, restMedian }) =>
    `${figure.text}: ${membersMedian.text} para o membro típico e ${restMedian.text} para o cliente típico entre os outros, uma diferença que o acaso não explica.`,
  noFigure: () =>
    "Além do que a regra exige, os membros não se distinguem dos outros em nenhum número mais do que o acaso explica.",
  product: ({ product, memberShare, customerShare, lift }) =>
    `Os membros compram ${product.text} mais do que os outros: ${memberShare.text} dos membros, contra ${customerShare.text} de todos os clientes, ou seja, ${lift.text} vezes essa proporção.`,
  noProduct: ({ tested }) =>
    tested.number === 0
      ? "Nenhum produto tem compradores suficientes para saber se os membros o preferem."
      : `De ${products(tested)} com compradores suficientes, os membros não preferem nenhum mais do que o acaso explica.`,
  attribute: ({ attribute, value, memberShare, customerShare }) =>
    `Em ${attribute.text}, o que distingue os membros é ${value.text}: ${memberShare.text} dos membros, contra ${customerShare.text} de todos os clientes.`,
  revenueBefore: ({ from, to, share }) =>
    `De ${from.text} a ${to.text}, o período pelo qual foram escolhidos, os membros trouxeram ${share.text} da receita.`,
  revenueAfter: ({ from, to, share }) =>
    `De ${from.text} a ${to.text}, depois da escolha, os membros trouxeram ${share.text} da receita.`,
  revenueUnclear: ({ from, to }) =>
    `De ${from.text} a ${to.text}, as devoluções anulam a receita, por isso não se pode dizer que parte os membros trouxeram.`,
  forecast: ({ days: ahead, expected }) =>
    `No prazo de ${days(ahead)}, os membros deverão trazer cerca de ${expected.text}; os dados não dizem com que segurança.`,
  forecastRange: ({ days: ahead, expected, low, high }) =>
    `No prazo de ${days(ahead)}, os membros deverão trazer cerca de ${expected.text}, provavelmente entre ${low.text} e ${high.text}.`,
  forecastWide: ({ days: ahead, low, high }) =>
    `No prazo de ${days(ahead)}, os membros podem trazer entre ${low.text} e ${high.text}: um intervalo demasiado amplo para fazer planos.`,
  forecastRate: ({ days: ahead, runRate }) =>
    `No prazo de ${days(ahead)}, os membros trariam ${runRate.text} se continuassem como até agora; os dados não permitem uma previsão melhor.`,
  sameRule: ({ days: ahead, sameRule }) =>
    `A julgar pelos clientes que a mesma regra escolheu antes, seriam ${sameRule.text} em ${days(ahead)}.`,
  actual: ({ days: ahead, actual }) => `Na realidade, os membros trouxeram ${actual.text} em ${days(ahead)}.`,
  entry: ({ entry }) => `O programa admite um cliente com ${entry.text}.`,
  entryOpen: () => "O programa admite todos os clientes.",
  agreement: ({ admitted, precision, recall }) =>
    `Essa regra admite ${customers(admitted)}: ${precision.text} dos admitidos foram escolhidos como membros, e ${recall.text} dos membros cumprem a regra.`,
  nobody: () => "Por enquanto, essa regra não admite nenhum cliente.",
  exit: ({ stay }) => `Um membro sai assim que isto deixa de se cumprir: ${stay.text}.`,
  exitGrace: ({ stay, graceDays }) =>
    `Um membro sai quando isto não se cumpre há mais de ${days(graceDays)}: ${stay.text}.`,
  exitNever: () => "Nenhum membro tem de sair.",
  course: ({ everMembers, left, cameBack }) =>
    `Se a regra sempre tivesse valido, teria havido ${members(everMembers)} no total; ${memberships(left)} ${word(left, "teria terminado", "teriam terminado")} e ${cameBack.number === 0 ? "ninguém teria voltado" : `os clientes teriam voltado ${times(cameBack)}`}.`,
  meanDays: ({ meanDays }) => `Uma adesão terminada teria durado ${days(meanDays)} em média.`,
  variants: ({ members: count, stricter, looser }) =>
    `No último dia ${count.number === 0 ? "não haveria" : "haveria"} ${members(count)}; com uma regra mais rigorosa, ${orNone(stricter)}, e com uma mais flexível, ${orNone(looser)}.`,
  betterTimes: ({ days: ahead, membersMean, restMean, ratio, low, high }) =>
    `No prazo de ${days(ahead)} após a escolha, um membro gastou ${membersMean.text} em média, ${ratio.text} vezes o que gastou outro cliente (${restMean.text}), provavelmente entre ${low.text} e ${high.text} vezes.`,
  better: ({ days: ahead, membersMean, restMean }) =>
    `No prazo de ${days(ahead)} após a escolha, um membro gastou ${membersMean.text} em média e outro cliente, ${restMean.text}: uma diferença que o acaso não explica.`,
  unsure: ({ days: ahead, membersMean, restMean }) =>
    `No prazo de ${days(ahead)} após a escolha, um membro gastou ${membersMean.text} em média e outro cliente, ${restMean.text}; isso pode dever-se ao acaso.`,
  worse: ({ days: ahead, membersMean, restMean }) =>
    `No prazo de ${days(ahead)} após a escolha, um membro gastou ${membersMean.text} em média e outro cliente, ${restMean.text}: os membros gastaram menos, e o acaso não explica isso.`,
  boughtAgain: ({ days: ahead, membersMean, restMean }) =>
    `No prazo de ${days(ahead)} após a escolha, ${membersMean.text} dos membros e ${restMean.text} dos outros voltaram a comprar.`,
  noLater: ({ asOf }) =>
    `Os dados terminam em ${asOf.text}, o dia da escolha, e por isso não se vê se os membros continuam a ser melhores clientes.`,
  caution: () =>
    "Isto diz algo sobre os membros, não sobre o programa: já antes eram melhores clientes. O que o programa consegue só se vê num teste.",
  trial: ({ members: count, minimumDetectableUplift }) =>
    `Um teste que deixe sem programa metade de ${members(count)}, escolhida ao acaso, provavelmente mostraria o efeito se gastassem mais ${minimumDetectableUplift.text} por causa dele.`,
  slipping: ({ customers: count, valueAtStake }) =>
    `Escreva pessoalmente a ${members(count)} que não ${word(count, "compra", "compram")} há mais tempo do que o habitual e pergunte o que falta; estão em jogo ${valueAtStake.text} por trimestre.`,
  border: ({ customers: count, valueAtStake }) =>
    `Diga a ${members(count)} perto do limite o que é preciso para continuar e em que prazo; estão em jogo ${valueAtStake.text} por trimestre.`,
  secure: ({ customers: count, valueAtStake }) =>
    `Recompense ${members(count)} que ${word(count, "tem", "têm")} o lugar garantido: com bom serviço e acesso antecipado, não com descontos; estão em jogo ${valueAtStake.text} por trimestre.`,
  nearlyIn: ({ customers: count, valueAtStake }) =>
    `Mostre o pouco que falta a ${customers(count)} que quase ${word(count, "cumpre", "cumprem")} a regra; estão em jogo ${valueAtStake.text} por trimestre.`,
  lapsed: ({ customers: count, valueAtStake }) =>
    `Recupere ${customers(count)} que ${word(count, "gastou", "gastaram")} como um membro, mas não ${word(count, "compra", "compram")} há muito tempo; estão em jogo ${valueAtStake.text} por trimestre.`,
};

export const conditions: ConditionPhrases = {
  recencyAtMost: ({ asked }) => `uma última compra há ${days(asked)} no máximo`,
  frequencyAtLeast: ({ asked }) => `pelo menos ${ordersAsked(asked)}`,
  monetaryAtLeast: ({ asked }) => `um gasto de pelo menos ${asked.text}`,
};

export const figures: FigureNames = {
  recency: "Dias desde a última compra",
  frequency: "Pedidos",
  monetary: "Gasto",
  tenure: "Dias desde a primeira compra",
  averageOrderValue: "Valor médio do pedido",
  itemsPerOrder: "Unidades por pedido",
  distinctProducts: "Produtos diferentes",
  returnRate: "Parte do gasto que foi devolvida",
  meanDaysBetweenOrders: "Média de dias entre pedidos",
  spreadOfDaysBetweenOrders: "Variação dos dias entre pedidos",
  shareOfRecentSpend: "Parte do gasto que é recente",
};
