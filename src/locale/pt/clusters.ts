import type { ClusterTexts } from "../cluster-texts.js";

export const clusters: ClusterTexts = {
  champions: {
    name: "Campeões",
    advice:
      "Recompense-os: acesso antecipado, um agradecimento pessoal, vantagens por indicarem amigos. Não precisam de descontos.",
  },
  loyal: {
    name: "Clientes leais",
    advice:
      "Ofereça-lhes mais do que já compram e peça avaliações. Um programa de fidelidade ajuda a mantê-los por perto.",
  },
  "potential-loyalists": {
    name: "Potencialmente leais",
    advice: "Sugira a próxima compra e convide-os para o programa de fidelidade.",
  },
  promising: {
    name: "Promissores",
    advice:
      "Gastam muito, mas compram poucas vezes. Dê-lhes um motivo para voltar em breve: bom serviço em vez de descontos.",
  },
  new: {
    name: "Clientes novos",
    advice:
      "Dê-lhes as boas-vindas, ajude-os com o primeiro pedido e faça uma pequena oferta para o segundo.",
  },
  "need-attention": {
    name: "Precisam de atenção",
    advice: "Faça-lhes uma oferta por tempo limitado, com base no que já compraram.",
  },
  "about-to-sleep": {
    name: "Quase adormecidos",
    advice: "Lembre-os da loja com produtos populares antes que se afastem.",
  },
  "cant-lose": {
    name: "Não podemos perdê-los",
    advice: "Recupere-os pessoalmente: ligue, pergunte o que falhou e resolva o problema.",
  },
  "at-risk": {
    name: "Em risco",
    advice: "Escreva-lhes pessoalmente, com um motivo para voltar: uma novidade ou uma boa oferta.",
  },
  hibernating: {
    name: "Em hibernação",
    advice: "Inclua-os apenas em campanhas sazonais e de baixo custo.",
  },
};
