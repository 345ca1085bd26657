/**
 * What the consumer's four orders come to, by hand. Quantiles of three values stand at the places 0.4, 0.8,
 * 1.2 and 1.6 between them:
 *
 * - recency 1, 5, 19 is cut at 2.6, 4.2, 7.8, 13.4;
 * - frequency 1, 1, 2 is cut at 1, 1, 1.2, 1.6;
 * - monetary 12, 37.5, 50.5 is cut at 22.2, 32.4, 40.1, 45.3.
 *
 * February 2024 has 29 days. Revenue is 100, so that shares can be read off.
 */
const ada = { customerId: "ada", recency: 1, frequency: 2, monetary: 50.5, tenure: 9 };
const bob = { customerId: "bob", recency: 5, frequency: 1, monetary: 12, tenure: 5 };
const cy = { customerId: "cy", recency: 19, frequency: 1, monetary: 37.5, tenure: 19 };

function alone(segment: string, { recency, frequency, monetary }: typeof ada) {
  return {
    segment,
    customers: 1,
    share: 1 / 3,
    revenue: monetary,
    revenueShare: monetary / 100,
    meanRecency: recency,
    medianRecency: recency,
    meanFrequency: frequency,
    medianFrequency: frequency,
    meanMonetary: monetary,
    medianMonetary: monetary,
    averageOrderValue: monetary / frequency,
  };
}

export const answers = {
  segmented: [
    { ...ada, r: 5, f: 5, m: 5, rfm: "555", segment: "champions" },
    { ...bob, r: 3, f: 1, m: 1, rfm: "311", segment: "about-to-sleep" },
    { ...cy, r: 1, f: 1, m: 3, rfm: "113", segment: "hibernating" },
  ],
  summary: [alone("champions", ada), alone("hibernating", cy), alone("about-to-sleep", bob)],
};
