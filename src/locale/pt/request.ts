import type { RequestTexts } from "../request-texts.js";

export const request: RequestTexts = {
  missing: (field) => `Falta "${field}".`,
  repeated: (field) => `"${field}" aparece mais de uma vez.`,
  notWhole: (field) => `"${field}" deve ser um número inteiro maior que 0.`,
  notNumber: (field) => `"${field}" deve ser um número maior que 0.`,
  isText: (field) => `"${field}" deve ser um número, não um texto: sem aspas.`,
  tooLarge: (field, largest) => `"${field}" deve ser no máximo ${largest}.`,
  notCustomer: (field, names) => `"${field}" deve ser um cliente: um objeto com ${names}.`,
  twoSources: "Indique os clientes na URL ou no corpo, não em ambos.",
  notJson: "O corpo deve ser JSON em UTF-8.",
  incomplete: "O corpo terminou antes de estar completo.",
  mediaType: "O corpo deve ter o tipo de conteúdo application/json.",
  encoding: "O corpo não deve estar comprimido.",
  tooLong: (bytes) => `O corpo deve ter no máximo ${bytes} bytes.`,
  method: "O método deve ser POST.",
  path: "Não há nada neste caminho.",
};
