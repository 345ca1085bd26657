import type { ReportDefinitions } from "../report-definitions.js";

export const definitions: ReportDefinitions = {
  days: {
    term: "Days",
    text: "A date is the calendar day on which it was written, or the day in the shop's time zone for a moment in time. A purchase on the day of the report has a recency of 0.",
  },
  recency: {
    term: "Recency",
    text: "Calendar days from a customer's last purchase to the day of the report. Fewer is better.",
  },
  frequency: {
    term: "Frequency",
    text: "The number of a customer's different orders. Returns are not orders.",
  },
  monetary: {
    term: "Monetary value",
    text: "What a customer's purchases come to, less returns where they were kept.",
  },
  score: {
    term: "Score",
    text: "A place from low to high on recency, frequency or monetary value, by quantiles of all customers. Equal customers have equal scores.",
  },
  segment: {
    term: "Segment",
    text: "Customers with like scores, by the rules of a scheme. Each customer is in one segment.",
  },
  pareto: {
    term: "Pareto share",
    text: "The part of revenue that the best customers bring. The number of customers is rounded up.",
  },
  gini: {
    term: "Gini coefficient",
    text: "How unevenly revenue is spread over customers: 0 where all bring the same, close to 1 where one brings all.",
  },
  cluster: {
    term: "Cluster",
    text: "A group that k-means finds by itself: each customer belongs to the nearest centre, once the figures have been brought to one scale.",
  },
  silhouette: {
    term: "Silhouette and stability",
    text: "Silhouette: how much nearer customers are to their own cluster than to the next one, from -1 to 1. Stability: how alike the clusters of other samples are, at most 1.",
  },
  drift: {
    term: "Movement and drift",
    text: "A customer moves where the borders of the first day already put them in another segment. Drift is what changes only because the borders were drawn anew.",
  },
  retention: {
    term: "Retention",
    text: "The part of the customers who first bought in one period who bought again in a later one.",
  },
  alive: {
    term: "P(alive)",
    text: "How likely it is that a customer still buys at all, by the model: it falls with silence, and faster for those who used to buy often.",
  },
  forecast: {
    term: "Forecast",
    text: "Repeat purchases by a model of buying and leaving that is fitted to all customers, such as BG/NBD; spend by a Gamma-Gamma model.",
  },
  interval: {
    term: "Interval",
    text: "Where the true figure lies with the confidence that is named. What is expected of a group is never one number alone.",
  },
  margin: {
    term: "Margin, precision and recall",
    text: "Margin: the least that a member has to spare on any condition, as a part of it. Precision: the members among those whom the rule admits. Recall: those whom the rule admits among the members.",
  },
  cliffsDelta: {
    term: "Cliff's delta",
    text: "How much more often a member has more than another customer than less, from -1 to 1.",
  },
  lift: {
    term: "Lift",
    text: "How many times as common a product is in one group as among all customers. Above 1 the group has it more often.",
  },
  wilson: {
    term: "Wilson interval",
    text: "The interval of a share, sound for small groups and for shares near 0 or 1 too.",
  },
  falseDiscovery: {
    term: "q-value",
    text: "The p-value, adjusted by Benjamini and Hochberg for how many were tested: of all that is found at 0.05, on average at most one in twenty is chance.",
  },
  priceLevel: {
    term: "Price level",
    text: "Whether a product's mean price lies in the lowest, the middle or the highest third of all products.",
  },
};
