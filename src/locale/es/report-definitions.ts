import type { ReportDefinitions } from "../report-definitions.js";

export const definitions: ReportDefinitions = {
  days: {
    term: "Días",
    text: "Una fecha es el día del calendario tal como está escrito o, si es un instante, el día en la zona horaria de la tienda. Una compra del día del informe tiene una recencia de 0.",
  },
  recency: {
    term: "Recencia",
    text: "Días de calendario desde la última compra de un cliente hasta el día del informe. Cuantos menos, mejor.",
  },
  frequency: {
    term: "Frecuencia",
    text: "El número de pedidos distintos de un cliente. Las devoluciones no son pedidos.",
  },
  monetary: {
    term: "Valor monetario",
    text: "Lo que suman las compras de un cliente, menos las devoluciones si se conservaron.",
  },
  score: {
    term: "Puntuación",
    text: "Un lugar de menor a mayor en recencia, frecuencia o valor monetario, según los cuantiles de todos los clientes. Los clientes iguales tienen puntuaciones iguales.",
  },
  segment: {
    term: "Segmento",
    text: "Clientes con puntuaciones parecidas, según las reglas de un esquema. Cada cliente está en un solo segmento.",
  },
  pareto: {
    term: "Proporción de Pareto",
    text: "La parte de los ingresos que aportan los mejores clientes. El número de clientes se redondea hacia arriba.",
  },
  gini: {
    term: "Coeficiente de Gini",
    text: "Mide lo desigual que es el reparto de los ingresos entre los clientes: 0 si todos aportan lo mismo, casi 1 si uno lo aporta todo.",
  },
  cluster: {
    term: "Grupo",
    text: "Un conjunto que k-means encuentra por sí mismo: cada cliente pertenece al centro más cercano, una vez llevadas las medidas a una misma escala.",
  },
  silhouette: {
    term: "Silueta y estabilidad",
    text: "Silueta: cuánto más cerca están los clientes de su grupo que del siguiente, de -1 a 1. Estabilidad: cuánto se parecen los grupos de otras muestras, con un máximo de 1.",
  },
  drift: {
    term: "Movimiento y deriva",
    text: "Movimiento: el cliente queda en otro segmento ya con los límites del primer día. Deriva: lo que cambia solo porque los límites se trazaron de nuevo.",
  },
  retention: {
    term: "Retención",
    text: "La parte de los clientes que, tras su primera compra en un periodo, volvió a comprar en otro posterior.",
  },
  alive: {
    term: "P(activo)",
    text: "La probabilidad de que un cliente siga comprando, según el modelo: baja cuanto más tiempo pasa sin compras, y más rápido en quienes compraban a menudo.",
  },
  forecast: {
    term: "Previsión",
    text: "Compras repetidas según un modelo de compra y abandono ajustado a todos los clientes, como BG/NBD; el gasto, según un modelo Gamma-Gamma.",
  },
  interval: {
    term: "Intervalo",
    text: "Los valores entre los que está la cifra verdadera, con la confianza que se indica. Lo que se espera de un grupo nunca es un solo número.",
  },
  margin: {
    term: "Margen, precisión y exhaustividad",
    text: "Margen: lo que le sobra a un miembro en la condición que cumple por menos, como parte de esa condición. Precisión: qué parte de los admitidos por la regla son miembros. Exhaustividad: qué parte de los miembros admite la regla.",
  },
  cliffsDelta: {
    term: "Delta de Cliff",
    text: "Cuánto más frecuente es que un miembro supere a otro cliente que lo contrario, de -1 a 1.",
  },
  lift: {
    term: "Lift",
    text: "Cuántas veces más común es un producto en un grupo que entre todos los clientes. Por encima de 1, es más común en el grupo.",
  },
  wilson: {
    term: "Intervalo de Wilson",
    text: "El intervalo de una proporción, válido también con grupos pequeños y con proporciones cercanas a 0 o a 1.",
  },
  falseDiscovery: {
    term: "Valor q",
    text: "El valor p, ajustado según Benjamini y Hochberg al número de pruebas: de todo lo que se halla con 0,05, en promedio uno de cada veinte a lo sumo se debe al azar.",
  },
  priceLevel: {
    term: "Nivel de precio",
    text: "Si el precio medio de un producto está en el tercio más bajo, en el medio o en el más alto de todos los productos.",
  },
};
