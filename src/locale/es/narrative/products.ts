import type { ProductSentences } from "../../narrative/product-sentences.js";
import { buyers, customers, days, products as items, word } from "./words.js";

export const products: ProductSentences = {
  nothing: ({ segment }) => `El segmento ${segment.text} no compró ningún producto.`,
  first: ({ segment, product, revenue, revenueShare, buyers: count }) =>
    `El producto que más ingresos aporta en el segmento ${segment.text} es ${product.text}: ${revenue.text} de ${buyers(count)}, el ${revenueShare.text} de los ingresos del segmento.`,
  found: ({ segment, tested, found }) =>
    `De ${items(tested)} con compradores suficientes, ${found.text} se ${word(found, "compra", "compran")} más en el segmento ${segment.text} que fuera de él, una diferencia que no se explica por el azar.`,
  lift: ({ segment, product, share, lift, liftLow, liftHigh }) =>
    `En el segmento ${segment.text}, el ${share.text} de los clientes compró ${product.text}: ${lift.text} veces la proporción entre todos los clientes, probablemente entre ${liftLow.text} y ${liftHigh.text} veces.`,
  liftFaint: ({ segment, product, share, liftLow, liftHigh }) =>
    `En el segmento ${segment.text}, el ${share.text} de los clientes compró ${product.text}, quizá más que fuera de él: entre ${liftLow.text} y ${liftHigh.text} veces la proporción entre todos los clientes.`,
  noLift: ({ segment, tested }) =>
    `De ${items(tested)} con compradores suficientes, ninguno destaca en el segmento ${segment.text} más de lo que explica el azar.`,
  untested: ({ segment, minBuyers }) =>
    `No se comparó ningún producto del segmento ${segment.text}: ninguno tiene ${buyers(minBuyers)} o más.`,
  priceLow: ({ segment, from, to, revenueShare, allRevenueShare }) =>
    `El segmento ${segment.text} prefiere los precios bajos, de ${from.text} a ${to.text}: representan el ${revenueShare.text} de su gasto y el ${allRevenueShare.text} del gasto de todos los clientes.`,
  priceMiddle: ({ segment, from, to, revenueShare, allRevenueShare }) =>
    `El segmento ${segment.text} prefiere los precios medios, de ${from.text} a ${to.text}: representan el ${revenueShare.text} de su gasto y el ${allRevenueShare.text} del gasto de todos los clientes.`,
  priceHigh: ({ segment, from, to, revenueShare, allRevenueShare }) =>
    `El segmento ${segment.text} prefiere los precios altos, de ${from.text} a ${to.text}: representan el ${revenueShare.text} de su gasto y el ${allRevenueShare.text} del gasto de todos los clientes.`,
  priceEven: ({ segment }) =>
    `El segmento ${segment.text} reparte su gasto entre precios bajos, medios y altos más o menos como todos los clientes.`,
  gateway: ({ product, customers: count, share }) =>
    `El producto más frecuente en los primeros pedidos es ${product.text}: está en ${word(count, "el", "los")} de ${customers(count)}, el ${share.text} del total.`,
  noGateway: () => "No hay primeros pedidos que analizar.",
  repeat: ({ days: within, followed, repeatRate }) =>
    `De ${customers(followed)} con ${days(within)} de seguimiento tras el primer pedido, el ${repeatRate.text} volvió a comprar en ese plazo.`,
  notFollowed: ({ days: within }) =>
    `Todavía no hay clientes con ${days(within)} de seguimiento tras el primer pedido.`,
  gatewayBetter: ({ product, days: within, repeatRate, repeatLow, repeatHigh, othersRate }) =>
    `Quien empezó con ${product.text} vuelve con más frecuencia: el ${repeatRate.text} en ${days(within)} (probablemente entre el ${repeatLow.text} y el ${repeatHigh.text}), frente al ${othersRate.text} de los demás.`,
  gatewayWorse: ({ product, days: within, repeatRate, repeatLow, repeatHigh, othersRate }) =>
    `Quien empezó con ${product.text} vuelve con menos frecuencia: el ${repeatRate.text} en ${days(within)} (probablemente entre el ${repeatLow.text} y el ${repeatHigh.text}), frente al ${othersRate.text} de los demás.`,
  gatewayUnsure: ({ days: within, tested }) =>
    tested.number === 0
      ? "Ningún producto está en suficientes primeros pedidos para saber si después de él los clientes vuelven más."
      : `De ${items(tested)} en los primeros pedidos, ninguno hace volver en ${days(within)} a más ni a menos clientes de lo que explica el azar.`,
};
