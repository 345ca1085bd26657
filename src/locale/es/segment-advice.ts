import type { SegmentAdvice } from "../segment-texts.js";

export const segmentAdvice: SegmentAdvice = {
  champions:
    "Recompénselos: acceso anticipado, un agradecimiento personal, ventajas por recomendar a sus amigos. No necesitan descuentos.",
  loyal: "Ofrézcales más de lo que ya compran y pídales reseñas.",
  "potential-loyalists": "Sugiérales la próxima compra e invítelos a hacerse socios.",
  new: "Deles la bienvenida y ayúdelos con el primer pedido.",
  promising: "Manténgase presente: hágales una pequeña oferta para el segundo pedido.",
  "need-attention": "Hágales una oferta por tiempo limitado, basada en lo que han comprado.",
  "about-to-sleep": "Recuérdeles la tienda con productos populares antes de que se vayan.",
  "at-risk": "Escríbales de forma personal, con un motivo para volver.",
  "cant-lose": "Recupérelos en persona: llámelos, pregúnteles qué falló y póngale remedio.",
  hibernating: "Inclúyalos solo en campañas de temporada económicas.",
};
