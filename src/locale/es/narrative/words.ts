import { openNoun, openWord, type Shown } from "../../shown.js";

export const word = /* @__PURE__ */ openWord("es");
export const noun = /* @__PURE__ */ openNoun("es");

export const orNone = ({ number, text }: Shown) => (number === 0 ? "ninguno" : text);
export const orNoneFeminine = ({ number, text }: Shown) => (number === 0 ? "ninguna" : text);

export const customers = /* @__PURE__ */ noun("cliente", "clientes", "ningún cliente");
export const members = /* @__PURE__ */ noun("miembro", "miembros", "ningún miembro");
export const groups = /* @__PURE__ */ noun("grupo", "grupos");
export const rows = /* @__PURE__ */ noun("fila", "filas", "ninguna fila");
export const orders = /* @__PURE__ */ noun("pedido", "pedidos", "ningún pedido");
export const purchases = /* @__PURE__ */ noun("compra", "compras", "ninguna compra");
export const repeatPurchases = /* @__PURE__ */ noun(
  "compra repetida",
  "compras repetidas",
  "ninguna compra repetida",
);
export const products = /* @__PURE__ */ noun("producto", "productos", "ningún producto");
export const buyers = /* @__PURE__ */ noun("comprador", "compradores", "ningún comprador");
export const days = /* @__PURE__ */ noun("día", "días");
export const times = /* @__PURE__ */ noun("vez", "veces");
