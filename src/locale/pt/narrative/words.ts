import { openNoun, openWord, type Shown } from "../../shown.js";

export const word = /* @__PURE__ */ openWord("pt");
export const noun = /* @__PURE__ */ openNoun("pt");

export const orNone = ({ number, text }: Shown) => (number === 0 ? "nenhum" : text);

export const customers = /* @__PURE__ */ noun("cliente", "clientes", "nenhum cliente");
export const members = /* @__PURE__ */ noun("membro", "membros", "nenhum membro");
export const groups = /* @__PURE__ */ noun("grupo", "grupos");
export const rows = /* @__PURE__ */ noun("linha", "linhas", "nenhuma linha");
export const orders = /* @__PURE__ */ noun("pedido", "pedidos", "nenhum pedido");
export const purchases = /* @__PURE__ */ noun("compra", "compras", "nenhuma compra");
export const repeatPurchases = /* @__PURE__ */ noun(
  "compra repetida",
  "compras repetidas",
  "nenhuma compra repetida",
);
export const products = /* @__PURE__ */ noun("produto", "produtos", "nenhum produto");
export const buyers = /* @__PURE__ */ noun("comprador", "compradores", "nenhum comprador");
export const days = /* @__PURE__ */ noun("dia", "dias");
export const times = /* @__PURE__ */ noun("vez", "vezes");
