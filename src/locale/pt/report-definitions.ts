import type { ReportDefinitions } from "../report-definitions.js";

export const definitions: ReportDefinitions = {
  days: {
    term: "Dias",
    text: "Uma data é o dia do calendário tal como está escrito ou, se for um instante, o dia no fuso horário da loja. Uma compra no dia do relatório tem recência 0.",
  },
  recency: {
    term: "Recência",
    text: "Dias de calendário entre a última compra de um cliente e o dia do relatório. Quanto menos, melhor.",
  },
  frequency: {
    term: "Frequência",
    text: "O número de pedidos diferentes de um cliente. As devoluções não são pedidos.",
  },
  monetary: {
    term: "Valor monetário",
    text: "O que somam as compras de um cliente, menos as devoluções se foram mantidas.",
  },
  score: {
    term: "Pontuação",
    text: "Um lugar de menor a maior em recência, frequência ou valor monetário, segundo os quantis de todos os clientes. Clientes iguais têm pontuações iguais.",
  },
  segment: {
    term: "Segmento",
    text: "Clientes com pontuações semelhantes, segundo as regras de um esquema. Cada cliente está em um só segmento.",
  },
  pareto: {
    term: "Proporção de Pareto",
    text: "A parte da receita que os melhores clientes trazem. O número de clientes é arredondado para cima.",
  },
  gini: {
    term: "Coeficiente de Gini",
    text: "Mede a desigualdade da distribuição da receita entre os clientes: 0 se todos trazem o mesmo, perto de 1 se um traz tudo.",
  },
  cluster: {
    term: "Grupo",
    text: "Um conjunto que o k-means encontra por si mesmo: cada cliente pertence ao centro mais próximo, depois de as medidas terem sido levadas à mesma escala.",
  },
  silhouette: {
    term: "Silhueta e estabilidade",
    text: "Silhueta: quanto mais perto estão os clientes do seu grupo do que do seguinte, de -1 a 1. Estabilidade: quanto se parecem os grupos de outras amostras, no máximo 1.",
  },
  drift: {
    term: "Movimento e deriva",
    text: "Movimento: o cliente fica em outro segmento já com os limites do primeiro dia. Deriva: o que muda só porque os limites foram traçados de novo.",
  },
  retention: {
    term: "Retenção",
    text: "A parte dos clientes que, depois da primeira compra em um período, voltou a comprar em outro posterior.",
  },
  alive: {
    term: "P(ativo)",
    text: "A probabilidade de um cliente ainda comprar, segundo o modelo: diminui com o tempo sem compras, e mais depressa em quem comprava muitas vezes.",
  },
  forecast: {
    term: "Previsão",
    text: "Compras repetidas segundo um modelo de compra e abandono ajustado a todos os clientes, como o BG/NBD; o gasto, segundo um modelo Gama-Gama.",
  },
  interval: {
    term: "Intervalo",
    text: "Os valores entre os quais está o número verdadeiro, com a confiança indicada. O que se espera de um grupo nunca é um só número.",
  },
  margin: {
    term: "Margem, precisão e abrangência",
    text: "Margem: o que sobra a um membro na condição que cumpre por menos, como parte dessa condição. Precisão: que parte dos admitidos pela regra são membros. Abrangência: que parte dos membros a regra admite.",
  },
  cliffsDelta: {
    term: "Delta de Cliff",
    text: "Quanto mais frequente é um membro superar outro cliente do que o contrário, de -1 a 1.",
  },
  lift: {
    term: "Lift",
    text: "Quantas vezes mais comum é um produto em um grupo do que entre todos os clientes. Acima de 1, é mais comum no grupo.",
  },
  wilson: {
    term: "Intervalo de Wilson",
    text: "O intervalo de uma proporção, válido também com grupos pequenos e com proporções perto de 0 ou de 1.",
  },
  falseDiscovery: {
    term: "Valor q",
    text: "O valor p, ajustado segundo Benjamini e Hochberg ao número de testes: de tudo o que se encontra com 0,05, em média no máximo um em cada vinte se deve ao acaso.",
  },
  priceLevel: {
    term: "Nível de preço",
    text: "Se o preço médio de um produto está no terço mais baixo, no médio ou no mais alto de todos os produtos.",
  },
};
