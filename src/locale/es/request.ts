import type { RequestTexts } from "../request-texts.js";

export const request: RequestTexts = {
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
};
