import type {
  ConditionPhrases,
  FigureNames,
  ProgrammeSentences,
} from "../../narrative/programme-sentences.js";
import { customers, days, members, noun, orNone, products, times, word } from "./words.js";

const memberships = /* @__PURE__ */ noun("membresía", "membresías", "ninguna membresía");
const ordersAsked = /* @__PURE__ */ noun("pedido", "pedidos");

export const programme: ProgrammeSentences = {
  size: ({ asOf, members: count, customers: all, share }) =>
    `El ${asOf.text}, el programa tiene ${members(count)} entre ${customers(all)}, es decir, el ${share.text}.`,
  sizeRange: ({ low, high }) =>
    `Entre otros tantos clientes como estos, el azar por sí solo daría entre ${low.text} y ${members(high)}.`,
  atBorder: ({ atBorder }) =>
    `Cerca del límite, o ya fuera de la regla, ${atBorder.number === 0 ? "no hay ningún miembro" : `hay ${members(atBorder)}`}.`,
  sensitivity: ({ condition, admitted }) =>
    `El umbral que más influye: con ${condition.text}, la regla ${admitted.number === 0 ? "no " : ""}admitiría a ${customers(admitted)}.`,
  figure: ({ figure, membersMedian, restMedian }) =>
    `${figure.text}: ${membersMedian.text} para el miembro típico y ${restMedian.text} para el cliente típico entre los demás, una diferencia que no se explica por el azar.`,
  noFigure: () =>
    "Aparte de lo que exige la regla, los miembros no se distinguen de los demás en ninguna cifra más de lo que explica el azar.",
  product: ({ product, memberShare, customerShare, lift }) =>
    `Los miembros compran ${product.text} más que los demás: lo compró el ${memberShare.text} de ellos, frente al ${customerShare.text} de todos los clientes, es decir, ${lift.text} veces esa proporción.`,
  noProduct: ({ tested }) =>
    tested.number === 0
      ? "Ningún producto tiene compradores suficientes para saber si los miembros lo prefieren."
      : `De ${products(tested)} con compradores suficientes, los miembros no prefieren ninguno más de lo que explica el azar.`,
  attribute: ({ attribute, value, memberShare, customerShare }) =>
    `En ${attribute.text}, los miembros destacan por ${value.text}: el ${memberShare.text} de ellos, frente al ${customerShare.text} de todos los clientes.`,
  revenueBefore: ({ from, to, share }) =>
    `Del ${from.text} al ${to.text}, el periodo por el que fueron elegidos, los miembros aportaron el ${share.text} de los ingresos.`,
  revenueAfter: ({ from, to, share }) =>
    `Del ${from.text} al ${to.text}, después de la elección, los miembros aportaron el ${share.text} de los ingresos.`,
  revenueUnclear: ({ from, to }) =>
    `Del ${from.text} al ${to.text}, las devoluciones anulan los ingresos, así que no se puede decir qué parte aportaron los miembros.`,
  forecast: ({ days: ahead, expected }) =>
    `En un plazo de ${days(ahead)}, los miembros deberían aportar alrededor de ${expected.text}; los datos no dicen con qué seguridad.`,
  forecastRange: ({ days: ahead, expected, low, high }) =>
    `En un plazo de ${days(ahead)}, los miembros deberían aportar alrededor de ${expected.text}, probablemente entre ${low.text} y ${high.text}.`,
  forecastWide: ({ days: ahead, low, high }) =>
    `En un plazo de ${days(ahead)}, los miembros pueden aportar entre ${low.text} y ${high.text}: un margen demasiado amplio para planificar.`,
  forecastRate: ({ days: ahead, runRate }) =>
    `En un plazo de ${days(ahead)}, los miembros aportarían ${runRate.text} si siguieran como hasta ahora; los datos no permiten una previsión mejor.`,
  sameRule: ({ days: ahead, sameRule }) =>
    `A juzgar por los clientes que la misma regla eligió antes, serían ${sameRule.text} en ${days(ahead)}.`,
  actual: ({ days: ahead, actual }) =>
    `En realidad, los miembros aportaron ${actual.text} en ${days(ahead)}.`,
  entry: ({ entry }) => `El programa admite a un cliente con ${entry.text}.`,
  entryOpen: () => "El programa admite a todos los clientes.",
  agreement: ({ admitted, precision, recall }) =>
    `Esa regla admite a ${customers(admitted)}: el ${precision.text} de los admitidos fue elegido como miembro, y el ${recall.text} de los miembros cumple la regla.`,
  nobody: () => "Esa regla no admite por ahora a ningún cliente.",
  exit: ({ stay }) => `Un miembro sale en cuanto esto deja de cumplirse: ${stay.text}.`,
  exitGrace: ({ stay, graceDays }) =>
    `Un miembro sale cuando esto lleva más de ${days(graceDays)} sin cumplirse: ${stay.text}.`,
  exitNever: () => "Ningún miembro tiene que salir nunca.",
  course: ({ everMembers, left, cameBack }) =>
    `Si la regla hubiera valido siempre, habría habido ${members(everMembers)} en total; ${memberships(left)} ${word(left, "habría terminado", "habrían terminado")} y ${cameBack.number === 0 ? "nadie habría vuelto" : `los clientes habrían vuelto ${times(cameBack)}`}.`,
  meanDays: ({ meanDays }) => `Una membresía terminada habría durado ${days(meanDays)} en promedio.`,
  variants: ({ members: count, stricter, looser }) =>
    `El último día ${count.number === 0 ? "no habría" : "habría"} ${members(count)}; con una regla más estricta, ${orNone(stricter)}, y con una más flexible, ${orNone(looser)}.`,
  betterTimes: ({ days: ahead, membersMean, restMean, ratio, low, high }) =>
    `En un plazo de ${days(ahead)} desde la elección, un miembro gastó ${membersMean.text} en promedio, ${ratio.text} veces lo que gastó otro cliente (${restMean.text}), probablemente entre ${low.text} y ${high.text} veces.`,
  better: ({ days: ahead, membersMean, restMean }) =>
    `En un plazo de ${days(ahead)} desde la elección, un miembro gastó ${membersMean.text} en promedio y otro cliente, ${restMean.text}: una diferencia que no se explica por el azar.`,
  unsure: ({ days: ahead, membersMean, restMean }) =>
    `En un plazo de ${days(ahead)} desde la elección, un miembro gastó ${membersMean.text} en promedio y otro cliente, ${restMean.text}; eso puede deberse al azar.`,
  worse: ({ days: ahead, membersMean, restMean }) =>
    `En un plazo de ${days(ahead)} desde la elección, un miembro gastó ${membersMean.text} en promedio y otro cliente, ${restMean.text}: los miembros gastaron menos, y el azar no lo explica.`,
  boughtAgain: ({ days: ahead, membersMean, restMean }) =>
    `En un plazo de ${days(ahead)} desde la elección, volvió a comprar el ${membersMean.text} de los miembros y el ${restMean.text} de los demás.`,
  noLater: ({ asOf }) =>
    `Los datos terminan el ${asOf.text}, el día de la elección, así que no se ve si los miembros siguen siendo mejores clientes.`,
  caution: () =>
    "Esto dice algo de los miembros, no del programa: ya antes eran mejores clientes. Lo que consigue el programa solo se ve en un experimento.",
  trial: ({ members: count, minimumDetectableUplift }) =>
    `Un experimento que deje sin programa a la mitad de ${members(count)}, elegida al azar, probablemente mostraría el efecto si gastaran un ${minimumDetectableUplift.text} más gracias a él.`,
  slipping: ({ customers: count, valueAtStake }) =>
    `Escriba personalmente a ${members(count)} que ${word(count, "lleva", "llevan")} más tiempo que de costumbre sin comprar y pregunte qué ${word(count, "le", "les")} falta; están en juego ${valueAtStake.text} por trimestre.`,
  border: ({ customers: count, valueAtStake }) =>
    `Diga a ${members(count)} cerca del límite qué ${word(count, "necesita", "necesitan")} para seguir dentro y en qué plazo; están en juego ${valueAtStake.text} por trimestre.`,
  secure: ({ customers: count, valueAtStake }) =>
    `Premie a ${members(count)} que ${word(count, "tiene", "tienen")} el puesto asegurado: con buen servicio y acceso anticipado, no con descuentos; están en juego ${valueAtStake.text} por trimestre.`,
  nearlyIn: ({ customers: count, valueAtStake }) =>
    `Muestre lo poco que falta a ${customers(count)} que casi ${word(count, "cumple", "cumplen")} la regla; están en juego ${valueAtStake.text} por trimestre.`,
  lapsed: ({ customers: count, valueAtStake }) =>
    `Recupere a ${customers(count)} que ${word(count, "gastó", "gastaron")} como un miembro, pero ${word(count, "lleva", "llevan")} demasiado tiempo sin comprar; están en juego ${valueAtStake.text} por trimestre.`,
};

export const conditions: ConditionPhrases = {
  recencyAtMost: ({ asked }) => `una última compra de hace ${days(asked)} como máximo`,
  frequencyAtLeast: ({ asked }) => `al menos ${ordersAsked(asked)}`,
  monetaryAtLeast: ({ asked }) => `un gasto de al menos ${asked.text}`,
};

export const figures: FigureNames = {
  recency: "Días desde la última compra",
  frequency: "Pedidos",
  monetary: "Gasto",
  tenure: "Días desde la primera compra",
  averageOrderValue: "Valor medio del pedido",
  itemsPerOrder: "Unidades por pedido",
  distinctProducts: "Productos distintos",
  returnRate: "Parte del gasto que se devolvió",
  meanDaysBetweenOrders: "Media de días entre pedidos",
  spreadOfDaysBetweenOrders: "Variación de los días entre pedidos",
  shareOfRecentSpend: "Parte del gasto que es reciente",
};
