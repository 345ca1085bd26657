import type { Locale } from "./locale.js";

/**
 * Spanish.
 *
 * @example
 * ```ts
 * import { es } from "rfm-kit/locale";
 *
 * es.clusters["at-risk"].name; // => "En riesgo"
 * ```
 */
export const es: Locale = {
  language: "es",
  clusters: {
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
  },
  request: {
    missing: (field) => `Falta «${field}».`,
    repeated: (field) => `«${field}» aparece más de una vez.`,
    notWhole: (field) => `«${field}» debe ser un número entero mayor que 0.`,
    notNumber: (field) => `«${field}» debe ser un número mayor que 0.`,
    isText: (field) => `«${field}» debe ser un número, no un texto: sin comillas.`,
    tooLarge: (field, largest) => `«${field}» debe ser como máximo ${largest}.`,
    notCustomer: (field, names) => `«${field}» debe ser un cliente: un objeto con ${names}.`,
    twoSources: "Indique los clientes en la URL o en el cuerpo, no en ambos.",
    notJson: "El cuerpo debe ser JSON en UTF-8.",
    incomplete: "El cuerpo terminó antes de estar completo.",
    mediaType: "El cuerpo debe tener el tipo de contenido application/json.",
    encoding: "El cuerpo no debe estar comprimido.",
    tooLong: (bytes) => `El cuerpo debe tener como máximo ${bytes} bytes.`,
    method: "El método debe ser POST.",
    path: "No hay nada en esta ruta.",
  },
};
