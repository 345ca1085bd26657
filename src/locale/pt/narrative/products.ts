import type { ProductSentences } from "../../narrative/product-sentences.js";
import { buyers, customers, days, products as items, word } from "./words.js";

export const products: ProductSentences = {
  nothing: ({ segment }) => `O segmento ${segment.text} não comprou nenhum produto.`,
  first: ({ segment, product, revenue, revenueShare, buyers: count }) =>
    `O produto que traz mais receita no segmento ${segment.text} é ${product.text}: ${revenue.text} de ${buyers(count)}, ${revenueShare.text} da receita do segmento.`,
  found: ({ segment, tested, found }) =>
    `De ${items(tested)} com compradores suficientes, ${found.text} ${word(found, "é comprado", "são comprados")} mais no segmento ${segment.text} do que fora dele, uma diferença que o acaso não explica.`,
  lift: ({ segment, product, share, lift, liftLow, liftHigh }) =>
    `No segmento ${segment.text}, ${share.text} dos clientes compraram ${product.text}: ${lift.text} vezes a proporção entre todos os clientes, provavelmente entre ${liftLow.text} e ${liftHigh.text} vezes.`,
  liftFaint: ({ segment, product, share, liftLow, liftHigh }) =>
    `No segmento ${segment.text}, ${share.text} dos clientes compraram ${product.text}, talvez mais do que fora dele: entre ${liftLow.text} e ${liftHigh.text} vezes a proporção entre todos os clientes.`,
  noLift: ({ segment, tested }) =>
    `De ${items(tested)} com compradores suficientes, nenhum se destaca no segmento ${segment.text} mais do que o acaso explica.`,
  untested: ({ segment, minBuyers }) =>
    `Nenhum produto do segmento ${segment.text} foi comparado: nenhum tem ${buyers(minBuyers)} ou mais.`,
  priceLow: ({ segment, from, to, revenueShare, allRevenueShare }) =>
    `O segmento ${segment.text} prefere preços baixos, de ${from.text} a ${to.text}: representam ${revenueShare.text} do seu gasto e ${allRevenueShare.text} do gasto de todos os clientes.`,
  priceMiddle: ({ segment, from, to, revenueShare, allRevenueShare }) =>
    `O segmento ${segment.text} prefere preços médios, de ${from.text} a ${to.text}: representam ${revenueShare.text} do seu gasto e ${allRevenueShare.text} do gasto de todos os clientes.`,
  priceHigh: ({ segment, from, to, revenueShare, allRevenueShare }) =>
    `O segmento ${segment.text} prefere preços altos, de ${from.text} a ${to.text}: representam ${revenueShare.text} do seu gasto e ${allRevenueShare.text} do gasto de todos os clientes.`,
  priceEven: ({ segment }) =>
    `O segmento ${segment.text} divide o seu gasto entre preços baixos, médios e altos mais ou menos como todos os clientes.`,
  gateway: ({ product, customers: count, share }) =>
    `O produto mais frequente nos primeiros pedidos é ${product.text}: está ${word(count, "no", "nos")} de ${customers(count)}, ${share.text} do total.`,
  noGateway: () => "Não há primeiros pedidos para analisar.",
  repeat: ({ days: within, followed, repeatRate }) =>
    `De ${customers(followed)} ${word(followed, "observado", "observados")} durante ${days(within)} após o primeiro pedido, ${repeatRate.text} voltaram a comprar nesse prazo.`,
  notFollowed: ({ days: within }) =>
    `Ainda não há clientes observados durante ${days(within)} após o primeiro pedido.`,
  gatewayBetter: ({ product, days: within, repeatRate, repeatLow, repeatHigh, othersRate }) =>
    `Quem começou com ${product.text} volta com mais frequência: ${repeatRate.text} em ${days(within)} (provavelmente entre ${repeatLow.text} e ${repeatHigh.text}), contra ${othersRate.text} dos outros.`,
  gatewayWorse: ({ product, days: within, repeatRate, repeatLow, repeatHigh, othersRate }) =>
    `Quem começou com ${product.text} volta com menos frequência: ${repeatRate.text} em ${days(within)} (provavelmente entre ${repeatLow.text} e ${repeatHigh.text}), contra ${othersRate.text} dos outros.`,
  gatewayUnsure: ({ days: within, tested }) =>
    tested.number === 0
      ? "Nenhum produto está em primeiros pedidos suficientes para saber se depois dele os clientes voltam mais."
      : `De ${items(tested)} nos primeiros pedidos, nenhum faz voltar em ${days(within)} mais nem menos clientes do que o acaso explica.`,
};
