import type { ClusterTexts } from "../cluster-texts.js";

export const clusters: ClusterTexts = {
  champions: {
    name: "Campeones",
    advice:
      "Recompénselos: acceso anticipado, un agradecimiento personal, ventajas por recomendar a sus amigos. No necesitan descuentos.",
  },
  loyal: {
    name: "Clientes leales",
    advice:
      "Ofrézcales más de lo que ya compran y pídales reseñas. Un programa de fidelización los mantiene cerca.",
  },
  "potential-loyalists": {
    name: "Potencialmente leales",
    advice: "Sugiérales la próxima compra e invítelos al programa de fidelización.",
  },
  promising: {
    name: "Prometedores",
    advice:
      "Gastan mucho, pero compran con poca frecuencia. Deles un motivo para volver pronto: buen servicio en vez de descuentos.",
  },
  new: {
    name: "Clientes nuevos",
    advice:
      "Deles la bienvenida, ayúdelos con el primer pedido y hágales una pequeña oferta para el segundo.",
  },
  "need-attention": {
    name: "Necesitan atención",
    advice: "Hágales una oferta por tiempo limitado, basada en lo que han comprado.",
  },
  "about-to-sleep": {
    name: "A punto de dormirse",
    advice: "Recuérdeles la tienda con productos populares antes de que se vayan.",
  },
  "cant-lose": {
    name: "No podemos perderlos",
    advice: "Recupérelos en persona: llámelos, pregúnteles qué falló y póngale remedio.",
  },
  "at-risk": {
    name: "En riesgo",
    advice: "Escríbales de forma personal, con un motivo para volver: una novedad o una buena oferta.",
  },
  hibernating: {
    name: "Hibernando",
    advice: "Inclúyalos solo en campañas de temporada económicas.",
  },
};
