import type { SegmentAdvice } from "../segment-texts.js";

export const segmentAdvice: SegmentAdvice = {
  champions:
    "Recompense-os: acesso antecipado, um agradecimento pessoal, vantagens por indicarem amigos. Não precisam de descontos.",
  loyal: "Ofereça-lhes mais do que já compram e peça avaliações.",
  "potential-loyalists": "Sugira a próxima compra e convide-os para o programa de fidelidade.",
  new: "Dê-lhes as boas-vindas e ajude-os no primeiro pedido.",
  promising: "Mantenha-se presente: faça uma pequena oferta para o segundo pedido.",
  "need-attention": "Faça-lhes uma oferta por tempo limitado, com base no que já compraram.",
  "about-to-sleep": "Lembre-os da loja com produtos populares antes que se afastem.",
  "at-risk": "Escreva-lhes pessoalmente, com um motivo para voltar.",
  "cant-lose": "Recupere-os pessoalmente: ligue, pergunte o que falhou e resolva o problema.",
  hibernating: "Inclua-os apenas em campanhas sazonais e de baixo custo.",
};
