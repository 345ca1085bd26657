import type { SegmentSentences } from "../../narrative/segment-sentences.js";
import { customers, days, orders, word } from "./words.js";

export const segments: SegmentSentences = {
  none: () => "Não há clientes para dividir em segmentos.",
  empty: ({ segment }) => `O segmento ${segment.text} não tem nenhum cliente.`,
  more: ({ segment, customers: count, share, revenueShare, ratio }) =>
    `O segmento ${segment.text} reúne ${customers(count)}, ${share.text} do total, e traz ${revenueShare.text} da receita: ${ratio.text} vezes o que corresponderia ao seu tamanho.`,
  even: ({ segment, customers: count, share, revenueShare }) =>
    `O segmento ${segment.text} reúne ${customers(count)}, ${share.text} do total, e traz ${revenueShare.text} da receita, mais ou menos o que corresponderia ao seu tamanho.`,
  less: ({ segment, customers: count, share, revenueShare }) =>
    `O segmento ${segment.text} reúne ${customers(count)}, ${share.text} do total, e traz ${revenueShare.text} da receita, menos do que corresponderia ao seu tamanho.`,
  customers: ({ segment, customers: count, share }) =>
    `O segmento ${segment.text} reúne ${customers(count)}, ${share.text} do total.`,
  typical: ({ segment, medianRecency, medianFrequency, medianMonetary }) =>
    `No segmento ${segment.text}, o cliente típico comprou pela última vez há ${days(medianRecency)}, já fez ${orders(medianFrequency)} e gastou ${medianMonetary.text}.`,
  advice: ({ segment, advice }) => `O que fazer pelo segmento ${segment.text}: ${advice.text}`,
  largest: ({ segment, customers: count, share }) =>
    `O maior segmento é ${segment.text}, com ${customers(count)}, ${share.text} do total.`,
  richest: ({ segment, revenue, revenueShare }) =>
    `O segmento que traz mais receita é ${segment.text}: ${revenue.text}, ${revenueShare.text} do total.`,
  first: ({ segment, customers: count, share, revenue, revenueShare }) =>
    `O segmento ${segment.text} é o maior, com ${customers(count)} (${share.text} do total), e também o que traz mais receita: ${revenue.text}, ${revenueShare.text} do total.`,
  asleep: ({ segments: names, customers: count, revenue, revenueShare }) =>
    `${word(names, "No segmento", "Nos segmentos")} ${names.text} há ${customers(count)} que se ${word(count, "afasta", "afastam")} ou já não ${word(count, "compra", "compram")}; ${word(count, "trouxe", "trouxeram")} ${revenueShare.text} da receita, ${revenue.text} no total.`,
};
