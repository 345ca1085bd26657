import type { RequestTexts } from "../request-texts.js";

export const request: RequestTexts = {
  missing: (field) => `"${field}" is missing.`,
  repeated: (field) => `"${field}" is given more than once.`,
  notWhole: (field) => `"${field}" must be a whole number greater than 0.`,
  notNumber: (field) => `"${field}" must be a number greater than 0.`,
  isText: (field) => `"${field}" must be a number, not text: without quotation marks.`,
  tooLarge: (field, largest) => `"${field}" must be at most ${largest}.`,
  notCustomer: (field, names) => `"${field}" must be a customer: an object with ${names}.`,
  twoSources: "Give customers in the query or in the body, not in both.",
  notJson: "The body must be JSON in UTF-8.",
  incomplete: "The body ended before it was complete.",
  mediaType: "The body must have the content type application/json.",
  encoding: "The body must not be compressed.",
  tooLong: (bytes) => `The body must have at most ${bytes} bytes.`,
  method: "The method must be POST.",
  path: "There is nothing at this path.",
};
